"""What to do on the page, where the catalogue's advice speaks of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Severity
from ipak_cli.base.text import capital
from ipak_cli.catalogue import files, survey
from ipak_cli.catalogue import new_rubric as form
from ipak_cli.catalogue.drive import DECIDED_FILE_MISSING
from ipak_cli.catalogue.follow_up import SETTINGS_NEWER_THAN_CELL
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.catalogue.report import SETTINGS_CHANGED_SINCE_RESULT
from ipak_cli.catalogue.usage import TARGET_FILE_EXISTS
from ipak_cli.catalogue.workspace import SETTINGS_CHANGED_MEANWHILE

if TYPE_CHECKING:
    from ipak_cli.base.problem import Problem

_LENIENT: Final = (
    "Perbaiki pada berkas asalnya. Bila memang tidak dijawab, pilih “Anggap jawaban yang salah sebagai tidak "
    "diberikan” di bawah: jawaban itu lalu tidak ikut dihitung."
)
_PERIOD: Final = "Isi “Periode” di halaman ini, lalu tekan “Hitung lagi”."
_ORDER: Final = "Pilih “Urutan tanggal” di halaman ini, lalu tekan “Hitung lagi”."
_LEFT_OUT: Final = (
    "Jawaban itu tidak ikut dihitung, seperti yang dipilih. Bila salah tulis, perbaiki pada berkas asalnya, "
    "lalu seret lagi ke Beranda."
)
"""What is said of an answer that was taken as not given, where nothing is left to choose."""
_OPTIONS: Final = {"--lenient": _LENIENT, "--period": _PERIOD, "--date-order": _ORDER}
_NEWER: Final = (
    "Bila isian Anda yang benar, tekan “Simpan” sekali lagi. Bila yang lain itu yang benar, "
    "tulis di isian ini."
)
_MEANING: Final = (
    "Bila memang judul atau kata formulir Anda, jawab di “Arti kolom dan kata”; bila salah tulis, perbaiki "
    "pada berkas asalnya."
)
_LEFT_OVER: Final = (
    "Bila kolom itu memang tidak dihitung, centang di “Arti kolom dan kata”; bila unsur yang ikut dihitung, "
    "pilih “pertanyaan kantor sendiri” di sana."
)
_REPLACE: Final = (
    "Bila yang dahulu memang salah, centang “Ganti arti yang lama” di bawah lalu simpan lagi; bila keduanya "
    "benar, ganti judul atau kata itu di salah satu berkas."
)
_BY_HAND: Final = (
    "Sesuaikan bagian itu di ipak.yaml dengan tangan, atau hapus dulu bila hendak diganti dari halaman ini."
)
_ADVICE: Final = {
    files.ASSESSMENT_IS_NO_SURVEY: "Buka halaman PEKPPP: buku kerja ini dipakai di sana.",
    files.SETTINGS_ARE_NO_SURVEY: "Isi di halaman Pengaturan, atau masukkan berkas ini dengan "
    "`ipak settings BERKAS`.",
    files.REVIEW_IS_NO_SURVEY: "Putuskan di halaman saran periodenya, atau masukkan berkas ini dengan "
    "`ipak suggestions --form BERKAS`.",
    survey.ANSWER_TABLE_NOT_FOUND: _MEANING,
    survey.ITEM_WITHOUT_COLUMN: _MEANING,
    survey.HEADER_AMBIGUOUS: _MEANING,
    survey.OWN_HEAD_MISSING: _MEANING,
    survey.WORD_UNKNOWN: _MEANING,
    survey.ITEM_IN_SEVERAL_COLUMNS: "Pilih kolom yang dihitung, atau rata-ratanya, di “Arti kolom dan kata”.",
    survey.OTHER_RUBRIC_FITS_BETTER: "Bila itu surveinya, pilih instrumen itu di “Arti kolom dan kata”.",
    survey.COLUMNS_NOT_IN_RUBRIC: _LEFT_OVER,
    survey.UNUSED_COLUMNS_LIKE_ITEMS: _LEFT_OVER,
    survey.TIME_COLUMN_UNCERTAIN: "Pilih kolom waktunya di “Arti kolom dan kata”.",
    form.FORMS_DISAGREE: _REPLACE,
    TARGET_FILE_EXISTS: "Tulis nama rubrik lain, atau centang “Ganti arti yang lama” lalu simpan lagi.",
    form.HEADS_ALIKE: "Ganti judul salah satunya di berkas sehingga jelas artinya, lalu seret lagi.",
    form.INDEX_UNFIT: "Masukkan setiap kolom butir ke tepat satu indeks, misalnya IPAK=D-H; IPKP=I-Q.",
    form.COLUMNS_MEAN_OTHERWISE: "Pilih guna yang sama untuk kolomnya, atau hapus centang rata-ratanya.",
    form.COLUMN_HAS_NO_CHOICES: "Pilih kolom yang dijawab dengan angka atau kata pilihan.",
    form.SCALE_NOT_OF_RUBRIC: "Bila formulirnya memang berskala lain, pilih “pertanyaan kantor sendiri”; "
    "bila angkanya salah ketik, perbaiki pada berkas asalnya.",
    form.SETTINGS_SAY_SO_ALREADY: _BY_HAND,
    SETTINGS_CHANGED_SINCE_RESULT: "Tekan “Hitung lagi” di halaman periode, lalu buat ulang laporannya.",
    DECIDED_FILE_MISSING: "Seret berkas itu lagi ke Beranda, lalu simpan.",
    SETTINGS_NEWER_THAN_CELL: _NEWER,
    SETTINGS_CHANGED_MEANWHILE: "Periksa lagi isian di bawah, lalu simpan lagi.",
}  # fmt: skip
"""What to do, in the page's own words."""


def advice_of(problem: Problem) -> str:
    """Return the advice of a problem in the page's own words, else the catalogue's."""
    if (told := _ADVICE.get(problem.entry)) is not None:
        return told
    told = hint_of(problem)
    if "--lenient" in told and problem.severity is not Severity.ERROR:
        return _LEFT_OUT
    return next((words for option, words in _OPTIONS.items() if option in told), told)


def told_at_field(problem: Problem) -> str:
    """Return what is wrong and what to do, as one text beside a field."""
    return f"{capital(message_of(problem))}. {advice_of(problem)}"
