"""Options that several commands share."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import Annotated

import typer

from ipak_cli.base.quarter import Quarter, parse_quarter


def read_quarter(text: str) -> Quarter:
    """Return the quarter that was typed; raises ``BadParameter``."""
    try:
        return parse_quarter(text)
    except ValueError:
        raise typer.BadParameter(f"“{text}” bukan triwulan; tulis misalnya IV-2024") from None


AskedQuarter = Annotated[
    Quarter | None, typer.Option(parser=read_quarter, metavar="IV-2024", help="Triwulan yang dihitung.")
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
