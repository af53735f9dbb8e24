"""What the catalogue knows of one problem code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: an error stops the scoring, a warning is to be read, a note known."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Return 0 for the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Entry:
    """One code: its severity and its sentences, in Indonesian.

    ``title`` heads a group of problems; ``message`` and ``hint`` are format strings that name the values they
    need; ``meaning`` is the paragraph that ``ipak explain`` and the manual show. ``changes_figure`` tells
    whether a figure of the result may be another because of it; a warning that does not say so may.
    """

    code: str
    severity: Severity
    title: str
    message: str
    hint: str
    meaning: str
    changes_figure: bool | None = None

    @property
    def told_when_quiet(self) -> bool:
        """Whether ``--quiet`` still tells it: an error, also one that was read past, or what changes a figure."""
        if self.changes_figure is None:
            return self.severity is not Severity.NOTE
        return self.changes_figure or self.severity is Severity.ERROR
