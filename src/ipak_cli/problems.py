"""Problems are values: a code from the catalogue, a place, what is wrong and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.catalogue import CATALOGUE, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable


class InFull(str):
    """Words of the program or of a rubric, such as a list of what may stand somewhere: they are never cut."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a problem as its reader finds it: a sheet's cell, or a text file's line."""

    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        """Write ``responses.xlsx!Form Responses 1:H17`` or ``rubrics/x.yaml:41``."""
        text = self.file or ""
        if self.sheet is not None:
            text += f"!{self.sheet}"
        place = self.cell if self.cell is not None else self.line
        return _printable(text if place is None else f"{text}:{place}")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, in words for office staff (Indonesian)."""

    code: str
    severity: Severity
    where: Where
    message: str
    hint: str


class ProblemsFoundError(Exception):
    """Work cannot go on; carries every problem that was found up to there."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.code for problem in self.problems))


def problem(code: str, where: Where | None = None, /, **values: object) -> Problem:
    """Make the problem ``code`` at a place, filling the catalogue's sentences with ``values``.

    Raises ``KeyError`` for a code that the catalogue lacks and for a value that a sentence misses.
    """
    entry = CATALOGUE[code]
    shown = {name: _one_line(value) for name, value in values.items()}
    return Problem(
        code=code,
        severity=entry.severity,
        where=where or Where(),
        message=entry.message.format_map(shown),
        hint=entry.hint.format_map(shown),
    )


def worst_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Order problems by severity, then code; within a code the order in which cells were read stays."""
    return tuple(sorted(problems, key=lambda problem: (problem.severity.rank, problem.code)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def _printable(text: str) -> str:
    """Replace what a terminal would obey or could not write, such as escape codes in a file's name."""
    return "".join(c if c.isprintable() else " " for c in text)


def _one_line(value: object) -> str:
    """Make any value fit one line of a message, and no longer than a reader needs."""
    text = " ".join(_printable(str(value)).split())
    return text if len(text) <= 120 or isinstance(value, InFull) else f"{text[:119]}…"
