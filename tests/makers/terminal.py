"""The program at a terminal of 80 columns, with somebody who types."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

_CONTROLS: Final = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")
"""What colours a text and moves a cursor."""
_QUIET: Final = 0.5
"""Seconds without output after which a question waits for its answer."""


def typed(keys: Sequence[bytes], *arguments: str) -> tuple[str, int]:
    """Run the command, type a key at each question; return what it showed and its exit code."""
    pty = pytest.importorskip("pty")
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["COLUMNS"] = "80"
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # what runs in a shell's background ignores it
        os.execv(sys.executable, [sys.executable, "-m", "ipak_cli", *arguments])  # noqa: S606
    shown, waiting = b"", list(keys)
    while True:
        ready, _, _ = select.select([terminal], [], [], _QUIET)
        try:
            part = os.read(terminal, 4096) if ready else b""
        except OSError:
            break
        shown += part
        if ready and not part:
            break
        if not ready and _CONTROLS.sub(b"", shown).endswith(b": "):
            # An interrupt that comes while nothing waits for an answer may be one too early.
            os.write(terminal, waiting.pop(0) if len(waiting) > 1 else waiting[0])
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return _CONTROLS.sub(b"", shown).decode(), os.waitstatus_to_exitcode(status)
