"""The log of a workspace's runs: one line an event, each with its run's id, kept to a few small files."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final, NoReturn

from ipak_cli.base.problem import Problem, ProblemsFoundError, Severity, Where, problem
from ipak_cli.catalogue.drive import LOG_NOT_WRITABLE
from ipak_cli.workspace.files import open_to_append
from ipak_cli.workspace.layout import Paths
from ipak_cli.workspace.refusals import refusal
from ipak_cli.workspace.state import own_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipak_cli.base.message import Message

    Words = Callable[[Problem | Message], str]
    """How messages, and the headings of problems, are worded."""

MAX_BYTES: Final = 512 * 1024
"""Bytes of one log file; a run writes a few lines, so this is about a year of nights."""
KEPT: Final = 4
"""Older log files beside the newest: ``ipak.log.1`` to ``ipak.log.4``."""
_NAMES: Final = {
    Severity.ERROR: (logging.ERROR, "GALAT"),
    Severity.WARNING: (logging.WARNING, "PERINGATAN"),
    Severity.NOTE: (logging.INFO, "CATATAN"),
}
_FORMAT: Final = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%S%z")


@dataclass(frozen=True, slots=True)
class Log:
    """The log as one run writes it. Only the holder of the workspace's lock may."""

    path: Path
    run: str
    words: Words
    max_bytes: int = MAX_BYTES

    def line(self, severity: Severity, text: str) -> Problem | None:
        """Add a line, with the time; return a warning when the system refuses, since work goes on.

        Text from a respondent has no place here.
        """
        level, name = _NAMES[severity]
        shown = " ".join("".join(c if c.isprintable() else " " for c in text).split())
        said = {"msg": f"[{self.run}] {name} {shown}", "levelno": level}
        try:
            handler = _Handler(self.path, maxBytes=self.max_bytes, backupCount=KEPT, encoding="utf-8")
            handler.setFormatter(_FORMAT)
            try:
                handler.handle(logging.makeLogRecord(said))
            finally:
                handler.close()
        except OSError as error:
            return problem(LOG_NOT_WRITABLE, Where(str(self.path)), reason=refusal(error))
        except ProblemsFoundError as refused:
            return problem(LOG_NOT_WRITABLE, Where(str(self.path)), reason=refused.problems[0].message)
        return None

    def problem(self, found: Problem) -> Problem | None:
        """Add a line for a problem: its code, place and title; its message may quote what was read."""
        place = f" {found.where}" if str(found.where) else ""
        return self.line(found.severity, f"{found.code}{place}: {self.words(found)}")


class _Handler(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        """Open the log through the workspace's door, never behind a link."""
        path = Path(self.baseFilename)
        return TextIOWrapper(open_to_append(path.parent, PurePath(path.name)), encoding="utf-8")

    def doRollover(self) -> None:  # noqa: N802 (the standard library's name)
        """Move on to a new file; while somebody has one of the files open, go on in the old one."""
        with suppress(OSError):
            super().doRollover()

    def handleError(self, record: logging.LogRecord) -> NoReturn:  # noqa: ARG002, N802 (as above)
        """Hand the system's refusal on, instead of printing a traceback."""
        raise  # noqa: PLE0704 (the library calls this while it handles the error)


def open_log(workspace: Path, run: str, words: Words) -> Log:
    """Return a workspace's log for a run. Raises ``ProblemsFoundError`` when the folder is no workspace."""
    own_folder(workspace)
    return Log(Paths(workspace).log, run, words)
