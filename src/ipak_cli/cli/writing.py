"""One writer at a time: a command that writes into a workspace holds its lock while it works."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ipak_cli import __version__
from ipak_cli.cli.options import Exit

if TYPE_CHECKING:
    from ipak_cli.workspace.lock_owner import Holder

WAIT = 10.0
"""Seconds that a person is kept waiting for a workspace that is in use."""


def now() -> datetime:
    """Return the time, with the zone of this computer."""
    return datetime.now(UTC).astimezone()


def this_process(started: datetime) -> Holder:
    """Return what the lock says of this process; the run's name is the time and a few random digits."""
    from ipak_cli.workspace.lock_owner import Holder

    name = f"{started:%Y%m%dT%H%M%S}-{secrets.token_hex(2)}"
    return Holder(host=socket.gethostname(), pid=os.getpid(), started=started, version=__version__, run=name)


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
