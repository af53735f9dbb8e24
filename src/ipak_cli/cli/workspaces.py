"""``ipak unlock``, and the lock that a command holds while it writes into a workspace."""

from __future__ import annotations

import getpass
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipak_cli import __version__
from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.base.text import shown
from ipak_cli.catalogue.usage import COMPUTER_ZONE_INVALID
from ipak_cli.cli.options import Exit

if TYPE_CHECKING:
    from ipak_cli.workspace.lock_owner import Holder

WAIT = 10.0
"""Seconds that a person is kept waiting for a workspace that is in use."""
_OFFSET_ZERO = re.compile(r"(?:[A-Za-z]{3,}|<[^<>]{3,}>)[+-]?0{1,2}(?![0-9])")
"""A zone that is written with its distance from UTC, such as ``UTC0``."""


def now() -> datetime:
    """Return the time, with the zone of this computer; raises ``ProblemsFoundError`` where that is none.

    A system takes a name in ``TZ`` that it does not know for UTC, in silence: dates and times would be wrong
    by hours.
    """
    zone = os.environ.get("TZ", "")
    try:
        here = datetime.now(UTC).astimezone()
    except ValueError:  # a zone of more than a day
        here = None
    if here is None or (zone and not here.utcoffset() and not _is_utc(zone, here)):
        raise ProblemsFoundError([problem(COMPUTER_ZONE_INVALID, zone=zone)])
    return here


def _is_utc(zone: str, moment: datetime) -> bool:
    """Tell whether a value of ``TZ`` means UTC at a moment, by itself or by the zone or file it names."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    name = zone.removeprefix(":")
    if _OFFSET_ZERO.match(name) or (name.startswith("/") and Path(name).is_file()):
        return True
    try:
        return not moment.astimezone(ZoneInfo(name)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def this_process(started: datetime) -> Holder:
    """Return what the lock says of this process; the run's name is the time and a few random digits."""
    from ipak_cli.workspace.lock_owner import this_holder

    return this_holder(started, __version__, f"{started:%Y%m%dT%H%M%S}-{secrets.token_hex(2)}")


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


def user_name() -> str:
    """Return the user's name where the system has one for this process."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "pengguna tidak dikenal"
