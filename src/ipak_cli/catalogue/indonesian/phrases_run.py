"""The sentences of ``catalogue.phrases_run``."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.phrases_run import (
    CATEGORY_OR_NAME,
    KIND_REPORT,
    KIND_UNKNOWN,
    LISTED_BEFORE,
    NOTHING_STORED_YET,
    PASTE_IN_COMMAND_PROMPT,
    PASTE_IN_CRONTAB,
    REPORT_OF_QUARTER,
    SAVE_AS_SERVICE,
    SAVE_AS_TIMER,
    STEP_DONE,
    STEP_FAILED,
)

SENTENCES: Final = {
    CATEGORY_OR_NAME: "{code} atau {name}",
    KIND_REPORT: "laporan",
    KIND_UNKNOWN: "jenis belum dikenal",
    LISTED_BEFORE: "{first}, {rest}",
    NOTHING_STORED_YET: "belum ada satu pun",
    PASTE_IN_COMMAND_PROMPT: "Tempelkan baris ini di Command Prompt (cmd). Untuk drive jaringan pakai alamat \\\\server\\folder, sebab huruf drive hanya dikenal selama Anda masuk ke Windows.",
    PASTE_IN_CRONTAB: "Jalankan `crontab -e` dan tempelkan baris ini; cron mengirim surel hanya bila ada yang perlu diketahui.",
    REPORT_OF_QUARTER: "laporan {quarter}",
    SAVE_AS_SERVICE: "Simpan sebagai ~/.config/systemd/user/ipak.service; kabarnya: `journalctl --user -u ipak`.",
    SAVE_AS_TIMER: "Simpan di folder yang sama, lalu jalankan `systemctl --user enable --now ipak.timer` dan, supaya tetap jalan tanpa masuk ke komputer, `loginctl enable-linger`.",
    STEP_DONE: "{what} {name}: selesai",
    STEP_FAILED: "{what} {name}: gagal",
}
