"""The last runs as the workspace's log tells them: when each was, what it did, and what was wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, Severity
from ipak_cli.workspace.files import read
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.log import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

MOST_RUNS: Final = 10
MOST_LINES: Final = 20
"""Lines of one run that are shown; the log holds all."""
_LINE: Final = re.compile(r"(\S+) \[([^\]]*)\] (GALAT|PERINGATAN|CATATAN) (?:([A-Z][0-9]{3})\b ?)?(.*)")
_SEVERITIES: Final = {"GALAT": Severity.ERROR, "PERINGATAN": Severity.WARNING, "CATATAN": Severity.NOTE}


@dataclass(frozen=True, slots=True)
class LoggedLine:
    """A line of a run: how much it weighs, the code of a problem (``""`` for what was done), and its text."""

    severity: Severity
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class LoggedRun:
    """A run that did or told something; ``moment`` is the ISO time of its first line.

    ``more`` counts its lines that are not among ``lines``.
    """

    moment: str
    lines: tuple[LoggedLine, ...]
    more: int


def last_runs(workspace: Path) -> tuple[LoggedRun, ...]:
    """Return the last runs in the log, the newest first; none where there is no log that can be read."""
    try:
        # A line may have made the file a little larger before the log began a new one.
        written = read(workspace, SHOWN.log, 2 * MAX_BYTES).decode("utf-8", "replace")
    except (OSError, ProblemsFoundError):
        return ()
    told = (match for match in map(_LINE.fullmatch, written.splitlines()) if match)
    runs = [_run(list(lines)) for _, lines in groupby(told, key=lambda line: line[2])]
    return tuple(runs[: -MOST_RUNS - 1 : -1])


def _run(told: list[re.Match[str]]) -> LoggedRun:
    lines = sorted(
        (LoggedLine(_SEVERITIES[line[3]], line[4] or "", line[5]) for line in told),
        key=lambda line: line.severity.rank,
    )
    return LoggedRun(told[0][1], tuple(lines[:MOST_LINES]), max(0, len(lines) - MOST_LINES))
