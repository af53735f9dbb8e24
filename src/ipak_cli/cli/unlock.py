"""``ipak unlock``: break the lock of a process that is gone, with a reason."""

from __future__ import annotations

import getpass
import os
from pathlib import Path
from typing import Annotated

import typer

from ipak_cli.cli.options import Exit


def _said(text: str) -> str:
    if not any(c.isalnum() for c in text):
        raise typer.BadParameter("alasannya kosong; tulis misalnya “komputer lama sudah mati”")
    return text


def unlock(
    reason: Annotated[str, typer.Option(parser=_said, metavar="ALASAN", help="Alasannya; dicatat di log.")],
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Ruang kerja.")] = None,
) -> None:
    """Buka paksa kunci ruang kerja milik proses yang sudah mati di komputer lain."""
    from ipak_cli.base.problem import ProblemsFoundError, has_errors
    from ipak_cli.cli.outcome import tell
    from ipak_cli.cli.writing import now, this_process
    from ipak_cli.terminal.console import log_words
    from ipak_cli.workspace.layout import SHOWN, must_find_workspace
    from ipak_cli.workspace.lock import BusyError, break_lock

    me = this_process(now())
    try:
        workspace = must_find_workspace(folder, Path.cwd(), os.environ)
        broken = break_lock(workspace, me, f"{reason} ({_user()})", log_words)
    except BusyError as busy:
        tell(busy.problems)
        raise typer.Exit(Exit.BUSY) from None
    except ProblemsFoundError as found:
        tell(found.problems)
        raise typer.Exit(Exit.INPUT_PROBLEMS if has_errors(found.problems) else Exit.DONE) from None
    whose = "yang tidak bernama" if broken is None else f"milik proses {broken.pid} di komputer {broken.host}"
    typer.echo(f"Kunci {whose} dibuka; alasannya dicatat di {SHOWN.log.as_posix()}.", err=True)


def _user() -> str:
    """Return the user's name where the system has one for this process."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "pengguna tidak dikenal"
