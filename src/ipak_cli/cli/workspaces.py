"""``ipak unlock``, and the lock that a command holds while it writes into a workspace."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipak_cli.base.text import shown
from ipak_cli.cli.options import Exit
from ipak_cli.workspace.this_computer import now, this_process, user_name

if TYPE_CHECKING:
    pass

WAIT = 10.0
"""Seconds that a person is kept waiting for a workspace that is in use."""


@contextmanager
def writing(workspace: Path | None, *, as_json: bool) -> Iterator[None]:
    """Hold a workspace's lock; outside any, hold nothing. Leaves with 75 when others keep using it."""
    if workspace is None:
        yield
        return
    from ipak_cli.workspace.lock import BusyError, hold

    with ExitStack() as held:
        try:
            held.enter_context(hold(workspace, this_process(now()), WAIT))
        except BusyError as busy:
            from ipak_cli.cli.outcome import leave_with

            leave_with(busy.problems, as_json=as_json, code=Exit.BUSY)
        yield


def _said(text: str) -> str:
    if not any(c.isalnum() for c in text):
        raise typer.BadParameter("alasannya kosong; tulis misalnya “komputer lama sudah mati”")
    return text


def unlock(
    reason: Annotated[str, typer.Option(parser=_said, metavar="ALASAN", help="Alasannya; dicatat di log.")],
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Ruang kerja.")] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Buka juga kunci proses komputer ini yang macet atau tidak terlihat."),
    ] = False,
) -> None:
    """Buka paksa kunci ruang kerja milik proses yang sudah mati di komputer lain."""
    from ipak_cli.base.problem import ProblemsFoundError, has_errors
    from ipak_cli.cli.outcome import tell
    from ipak_cli.terminal.console import log_words
    from ipak_cli.workspace.layout import SHOWN, must_find_workspace
    from ipak_cli.workspace.lock import BusyError, break_lock

    me = this_process(now())
    try:
        workspace = must_find_workspace(folder, Path.cwd(), os.environ)
        broken = break_lock(workspace, me, f"{reason} ({user_name()})", log_words, force=force)
    except BusyError as busy:
        tell(busy.problems)
        raise typer.Exit(Exit.BUSY) from None
    except ProblemsFoundError as found:
        tell(found.problems)
        raise typer.Exit(Exit.INPUT_PROBLEMS if has_errors(found.problems) else Exit.DONE) from None
    whose = "yang tidak bernama" if broken is None else f"milik proses {broken.pid} di komputer {broken.host}"
    typer.echo(shown(f"Kunci {whose} dibuka; alasannya dicatat di {SHOWN.log.as_posix()}."), err=True)
