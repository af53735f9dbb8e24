"""Options that several commands share, their Indonesian names, and help pages in Indonesian."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

import typer
from typer._click.core import Command, Context
from typer._click.formatting import HelpFormatter
from typer.core import TyperGroup

from ipak_cli.base.period import (
    MOST_YEARS,
    AllDays,
    Period,
    PeriodTooLongError,
    parse_asked,
    parse_period,
)
from ipak_cli.cli.completion import stored_periods
from ipak_cli.workspace import MOST_VISITORS

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")
PERIOD_NAMES: Final = ("--period", "--periode", "--quarter", "--triwulan")
"""One option: a quarter is what is asked for most, and the word that offices know."""


def read_period(text: str) -> Period:
    """Return the period that was typed; raises ``BadParameter``."""
    return _read(text, parse_period)


def read_period_or_all(text: str) -> Period | AllDays:
    """Return the period that was typed, or all days; raises ``BadParameter``."""
    return _read(text, parse_asked)


def _read(text: str, parse: Callable[[str], T]) -> T:
    try:
        return parse(text)
    except ValueError as refused:
        if isinstance(refused, PeriodTooLongError):
            reason = f"terlalu panjang: periode paling panjang {MOST_YEARS} tahun"
        elif ".." in text:
            reason = "bukan rentang hari: tulis hari pertama..hari terakhir"
        else:
            reason = "bukan periode; tulis misalnya IV-2024, II-2024S (semester), 2024 atau 2024-10"
        raise typer.BadParameter(f"“{text}” {reason}") from None


def read_formats(text: str) -> tuple[str, ...]:
    """Return the names of the report's formats that were typed; raises ``BadParameter``."""
    from ipak_cli.workspace.config_publication import ReportFormat

    return read_names(
        text, [str(each) for each in ReportFormat if each is not ReportFormat.POSTER], "bentuk laporan"
    )


def read_names(text: str, known: Sequence[str], what: str) -> tuple[str, ...]:
    """Return the known names that were typed with commas between them; raises ``BadParameter``."""
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    if not names or (wrong := [name for name in names if name not in known]):
        shown = f"“{wrong[0]}”" if names else f"“{text}”"
        raise typer.BadParameter(f"{shown} bukan {what}; yang ada: {', '.join(known)}")
    return tuple(dict.fromkeys(names))


AskedPeriod = Annotated[
    Period | None,
    typer.Option(
        *PERIOD_NAMES,
        parser=read_period,
        metavar="IV-2024",
        help="Periode yang dihitung.",
        autocompletion=stored_periods,
    ),
]
AskedDays = Annotated[
    Any,  # Typer takes no union of types; the parser returns a period or all days
    typer.Option(
        *PERIOD_NAMES,
        parser=read_period_or_all,
        metavar="IV-2024",
        help="Periode yang dihitung: IV-2024, II-2024S, 2024, 2024-10, rentang hari, atau semua.",
        autocompletion=stored_periods,
    ),
]

Unit = Annotated[str | None, typer.Option(help="Nama unit pada hasil.")]

Respondents = Annotated[
    int | None,
    typer.Option(
        min=1, max=MOST_VISITORS, metavar="N", help="Jumlah responden sebuah rekap yang tidak menyebutnya."
    ),
]

Out = Annotated[Path | None, typer.Option(metavar="DIR", help="Folder untuk dokumen hasil.")]

Workspace = Annotated[Path | None, typer.Option(metavar="DIR", help="Ruang kerja tempat hasil disimpan.")]

Workpaper = Annotated[
    Path | None,
    typer.Option(
        "--xlsx", "--kertas-kerja", metavar="OUT.xlsx", help="Tulis juga kertas kerja yang menghitung ulang."
    ),
]

Json = Annotated[bool, typer.Option("--json", help="Satu dokumen JSON pada keluaran standar.")]

Quiet = Annotated[bool, typer.Option("--quiet", help="Hanya galat, dan peringatan yang mengubah angka.")]


Detail = Annotated[
    bool, typer.Option("--detail", "--rinci", help="Tampilkan semuanya, bukan hanya satu layar.")
]


class Exit(IntEnum):
    """What a command's exit code means."""

    DONE = 0
    INPUT_PROBLEMS = 1
    USAGE = 2
    GATE_NOT_MET = 3
    BUG = 70
    BUSY = 75
    INTERRUPTED = 130


NAMES: Final = {
    "--rubric": "--rubrik",
    "--population": "--pengunjung",
    "--performance": "--kinerja",
    "--sheet": "--lembar",
    "--date-order": "--urutan-tanggal",
    "--lenient": "--longgar",
    "--out": "--folder",
    "--workspace": "--ruang-kerja",
    "--quiet": "--diam",
    "--force": "--paksa",
    "--reason": "--alasan",
    "--evidence-root": "--folder-bukti",
    "--fail-under": "--batas",
    "--from": "--dari",
    "--dry-run": "--coba",
    "--wait": "--tunggu",
    "--fresh": "--jeda",
    "--max-age": "--umur",
    "--time": "--jam",
    "--form": "--formulir",
    "--respondents": "--responden",
    "--counts": "--cacah",
    "--sum": "--jumlah",
    "--mean": "--rata-rata",
    "--stars": "--bintang",
    "--recap": "--rekap",
    "--signatory": "--penanda-tangan",
    "--position": "--jabatan",
    "--city": "--kota",
    "--units": "--daftar-unit",
    "--lake": "--danau",
    "--by": "--menurut",
    "--only": "--hanya",
    "--to": "--sampai",
    "--processes": "--proses",
}
"""The Indonesian name of each option whose English one is no Indonesian word."""

_HEADINGS: Final = {"Arguments": "Isian", "Options": "Pilihan", "Commands": "Perintah"}
_SENTENCES: Final = {
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "Install completion for the current shell.": "Pasang pelengkapan tombol Tab untuk shell ini.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "Tampilkan pelengkapan tombol Tab untuk shell ini, supaya dapat disalin."
    ),
}
_USAGE: Final = {"[OPTIONS]": "[PILIHAN]", "COMMAND": "PERINTAH", "[ARGS]...": "[ISIAN]..."}
_BRACES: Final = re.compile(r"[{}]|(?<=\[)\[|\](?=\])")
_EXTRAS: Final = re.compile(r"  \[(?P<extras>[^\[\]]*)\]$|^\[(?P<alone>[^\[\]]*)\]$")
_RANGE: Final = re.compile(r"(\d+)<=x<=(\d+)")
_TYPE: Final = re.compile(r" <(?:str|path|list\[Path\])>$")


class IndonesianFormatter(HelpFormatter):
    """Writes a help page: Typer's own words in Indonesian, no names of types."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is called."""
        words = (_USAGE.get(word, _BRACES.sub("", word).replace("......", "...")) for word in args.split())
        super().write_usage(prog, " ".join(words), prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names with what they mean."""
        super().write_dl(
            [(shown_name(name), shown_meaning(text)) for name, text in rows], col_max, col_spacing
        )


def shown_name(name: str) -> str:
    """Return the names of an option with its value, or of an argument, without a name of a type."""
    return _TYPE.sub(" TEKS" if name.startswith("-") else "", name)


def shown_meaning(text: str) -> str:
    """Return what an option means, in Indonesian."""
    return _EXTRAS.sub(_in_indonesian, _SENTENCES.get(" ".join(text.split()), text))


def _in_indonesian(match: re.Match[str]) -> str:
    extras = (match["extras"] or match["alone"] or "").split("; ")
    told = (_extra(each) for each in extras)
    return f"{'  ' if match['extras'] else ''}[{'; '.join(told)}]"


def _extra(text: str) -> str:
    if text == "required":
        return "wajib"
    return _RANGE.sub(r"\1 sampai \2", text.replace("default: ", "bawaan: "))


class _IndonesianContext(Context):
    formatter_class = IndonesianFormatter


class IndonesianGroup(TyperGroup):
    """Commands whose help pages are Indonesian, and whose options have Indonesian names too."""

    context_class = _IndonesianContext

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Return a command, in Indonesian."""
        command = super().get_command(ctx, cmd_name)
        if command is not None:
            command.context_class = _IndonesianContext
            for parameter in command.params:
                parameter.opts += [
                    NAMES[name] for name in parameter.opts if NAMES.get(name, name) not in parameter.opts
                ]
        return command
