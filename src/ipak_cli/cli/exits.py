"""The exit codes that scripts rely on."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a command's exit code means."""

    DONE = 0
    INPUT_PROBLEMS = 1
    USAGE = 2
    GATE_NOT_MET = 3
    BUG = 70
    BUSY = 75
    INTERRUPTED = 130
