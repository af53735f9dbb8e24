"""Write the man page from the commands themselves: ``python tools/man.py``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from ipak_cli import __version__
from ipak_cli.cli.app import app
from ipak_cli.cli.options import Exit, IndonesianGroup, shown_meaning, shown_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typer._click.core import Command, Context

PAGE: Final = Path(__file__).parents[1] / "docs" / "ipak.1"
_LEAVES: Final = {
    Exit.DONE: "selesai",
    Exit.INPUT_PROBLEMS: "masukan bermasalah; masalahnya disebutkan di keluaran galat",
    Exit.USAGE: "perintah atau pilihan keliru",
    Exit.GATE_NOT_MET: "batas tidak tercapai (--fail-under, status --max-age), atau audit: ada yang mustahil",
    Exit.BUG: "kesalahan di dalam ipak; berkas lognya disebutkan, tanpa data responden",
    Exit.BUSY: "ruang kerja sedang dipakai; coba lagi",
    Exit.INTERRUPTED: "dihentikan dengan Ctrl-C",
}
_FILES: Final = {
    "ipak.yaml": "keterangan unit; menandai sebuah ruang kerja",
    "masuk/": "ekspor jawaban dan buku kerja penilaian mandiri, apa adanya",
    "bukti/": "berkas bukti penilaian mandiri",
    "hasil/": "dokumen hasil, satu folder untuk setiap periode",
    "laporan/": "laporan jadi",
    "ekspor/": "data untuk program lain",
    "rubrik/": "rubrik kantor sendiri",
}
_EXAMPLES: Final = (
    "ipak score masuk/jawaban.xlsx --population 24",
    "ipak report --period IV-2024",
    "ipak run",
)
_OPTIONS: Final = re.compile(r"(?P<names>-[^\s,]+(?:, -[^\s,]+)*)(?: (?P<value>.*))?")
_SIGNS: Final = {"\\": r"\e", "-": r"\-"}


def man_page() -> str:
    """Return the man page, with every command and option that the program has."""
    return "\n".join(_lines()) + "\n"


def commands() -> Iterator[tuple[Context, Command]]:
    """Yield every command that does something, in the order of the help page."""
    group = typer.main.get_command(app)
    yield from _below(group.context_class(group, info_name="ipak"), group)


def _below(context: Context, command: Command) -> Iterator[tuple[Context, Command]]:
    if not isinstance(command, IndonesianGroup):
        yield context, command
        return
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        if found is not None:
            yield from _below(found.context_class(found, info_name=name, parent=context), found)


def _lines() -> Iterator[str]:
    yield r".\" Ditulis oleh tools/man.py; jangan disunting."
    yield f'.TH IPAK 1 "" "ipak {__version__}" "Panduan ipak"'
    yield ".SH NAMA"
    yield rf"ipak \- {_text('dari ekspor survei ke indeks, penilaian PEKPPP, dan laporan')}"
    yield ".SH RINGKASAN"
    yield r".B ipak"
    yield r"\fIPERINTAH\fR [\fIPILIHAN\fR] [\fIISIAN\fR]..."
    yield ".SH PERINTAH"
    for context, command in commands():
        yield from _command(context, command)
    yield ".SH PILIHAN UMUM"
    yield from _entry(r"\fB\-h\fR, \fB\-\-help\fR", "Tampilkan bantuan sebuah perintah.")
    yield from _entry(r"\fB\-\-version\fR", "Tampilkan versi.")
    yield from _entry(
        r"\fB\-\-install\-completion\fR", "Pasang pelengkapan tombol Tab untuk shell yang dipakai."
    )
    yield from _section("KODE KELUAR", {str(code.value): said for code, said in _LEAVES.items()})
    yield from _section("BERKAS", _FILES)
    yield from _section("LINGKUNGAN", {"IPAK_WORKSPACE": "ruang kerja, di luar folder ruang kerja mana pun"})
    yield ".SH CONTOH"
    yield ".nf"
    yield from map(_text, _EXAMPLES)
    yield ".fi"
    yield ".SH LIHAT JUGA"
    yield _text("ipak manual: panduan untuk petugas, dengan arti setiap kode masalah.")


def _command(context: Context, command: Command) -> Iterator[str]:
    usage = command.get_usage(context).partition(": ")[2]
    yield f".SS {_text(' '.join(usage.split()))}"
    yield _text(" ".join((command.help or "").split()))
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and "--help" not in parameter.opts:
            yield from _entry(_named(shown_name(record[0])), shown_meaning(record[1]))


def _named(text: str) -> str:
    if (match := _OPTIONS.fullmatch(text)) is None:
        return rf"\fI{_text(text)}\fR"
    names = ", ".join(rf"\fB{_text(name)}\fR" for name in match["names"].split(", "))
    return rf"{names} \fI{_text(match['value'])}\fR" if match["value"] else names


def _section(heading: str, entries: dict[str, str]) -> Iterator[str]:
    yield f".SH {heading}"
    for name, said in entries.items():
        yield from _entry(rf"\fB{_text(name)}\fR", said)


def _entry(name: str, said: str) -> Iterator[str]:
    yield ".TP"
    yield name
    yield _text(" ".join(said.split()))


def _text(text: str) -> str:
    """Write a text in ASCII so that no sign of it is taken for a command."""
    written = "".join(_SIGNS.get(c, c if c.isascii() else rf"\[u{ord(c):04X}]") for c in text)
    return rf"\&{written}" if written.startswith((".", "'")) else written


if __name__ == "__main__":
    PAGE.write_text(man_page(), encoding="ascii", newline="\n")
    print(f"{PAGE.name}: {sum(1 for _ in commands())} perintah")
