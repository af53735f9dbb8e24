"""``ipak status``: tell how a workspace stands, for people and for monitoring."""

from __future__ import annotations

import os
import re
import sys
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from ipak_cli.cli.options import Exit, Json, Quiet

_AGE = re.compile(r"(\d{1,5})(h|d|w)")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


def _age(text: str) -> timedelta:
    found = _AGE.fullmatch(text.strip().lower())
    if found is None:
        raise typer.BadParameter(f"“{text}” bukan umur; tulis misalnya 36h (jam), 100d (hari), 2w (minggu)")
    return int(found[1]) * _UNITS[found[2]]


Folder = Annotated[
    Path | None,
    typer.Argument(metavar="[DIR]", help="Ruang kerja, atau folder di atas banyak ruang kerja."),
]
MaxAge = Annotated[
    timedelta | None,
    typer.Option(
        parser=_age, metavar="100d", help="Kode keluar 3 bila keberhasilan terakhir lebih lama dari ini."
    ),
]


def status(
    folder: Folder = None, max_age: MaxAge = None, as_json: Json = False, quiet: Quiet = False
) -> None:
    """Tampilkan kapan terakhir berhasil, apa yang kurang, dan apa yang menunggu; tidak ada yang ditulis."""
    from ipak_cli import __version__
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.base.provenance import Tool
    from ipak_cli.cli.outcome import leave_with, tell
    from ipak_cli.cli.writing import now
    from ipak_cli.documents.write import to_json
    from ipak_cli.run.status import Asked, problems_of, status_below
    from ipak_cli.terminal.console import stdout
    from ipak_cli.terminal.run import status_view
    from ipak_cli.workspace.layout import must_find_workspace

    asked = Asked(Tool("ipak", __version__), now(), max_age)
    try:
        target = must_find_workspace(None, Path.cwd(), os.environ) if folder is None else folder
        found = status_below(target, asked)
    except ProblemsFoundError as refusal:
        leave_with(refusal.problems, as_json=as_json)
    if as_json:
        sys.stdout.write(to_json(found))
    elif not quiet:
        stdout().print(status_view(found))
    sys.stdout.flush()
    tell(problems_of(found))
    if found.overdue:
        raise typer.Exit(Exit.GATE_NOT_MET)
    if not found.sound:
        raise typer.Exit(Exit.INPUT_PROBLEMS)
