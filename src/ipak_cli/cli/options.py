"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar

import typer

from ipak_cli.base.period import AllDays, Period, parse_asked, parse_period

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
    except ValueError:
        if ".." in text:
            reason = "bukan rentang hari: tulis hari pertama..hari terakhir"
        else:
            reason = "bukan periode; tulis misalnya IV-2024, II-2024S (semester), 2024 atau 2024-10"
        raise typer.BadParameter(f"“{text}” {reason}") from None


AskedPeriod = Annotated[
    Period | None,
    typer.Option(*PERIOD_NAMES, parser=read_period, metavar="IV-2024", help="Periode yang dihitung."),
]
AskedDays = Annotated[
    Any,  # Typer takes no union of types; the parser returns a period or all days
    typer.Option(
        *PERIOD_NAMES,
        parser=read_period_or_all,
        metavar="IV-2024",
        help="Periode yang dihitung: IV-2024, II-2024S, 2024, 2024-10, rentang hari, atau semua.",
    ),
]

Unit = Annotated[str | None, typer.Option(help="Nama unit pada hasil.")]

Out = Annotated[Path | None, typer.Option(metavar="DIR", help="Folder untuk dokumen hasil.")]

Workspace = Annotated[Path | None, typer.Option(metavar="DIR", help="Ruang kerja tempat hasil disimpan.")]

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
