"""Problems are values: a code from the catalogue, a place, what is wrong and what to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue import CATALOGUE, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_LONGEST: Final = 120

_LONGEST_WORD: Final = 60

_MOST_PARTS: Final = 12


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

    A value is cut after some 120 letters, between words; a tuple is a list whose parts stay whole.

    Raises ``KeyError`` for a code that the catalogue lacks and for a value that a sentence misses.
    """
    entry = CATALOGUE[code]
    shown = {name: _shown(value) for name, value in values.items()}
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


def told_when_quiet(problem: Problem) -> bool:
    """Tell whether a problem must be told although the user wants quiet."""
    told: bool = CATALOGUE[problem.code].told_when_quiet
    return told


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def _printable(text: str) -> str:
    """Replace what a terminal would obey or could not write, such as escape codes in a file's name."""
    return "".join(c if c.isprintable() else " " for c in text)


def _shown(value: object) -> str:
    """Write a value for a message; of a tuple each part whole, and how many more there are."""
    if not isinstance(value, tuple):
        return _one_line(value)
    parts = [_one_line(part) for part in value[:_MOST_PARTS]]
    more = [f"dan {len(value) - _MOST_PARTS} lagi"] if len(value) > _MOST_PARTS else []
    return "; ".join(parts + more)


def _one_line(value: object) -> str:
    """Make any value fit one line of a message, no longer than a reader needs, and cut between words."""
    text = " ".join(_printable(str(value)).split())
    if len(text) <= _LONGEST or isinstance(value, InFull):
        return text
    cut, _, rest = text[:_LONGEST].rpartition(" ")
    return f"{(cut if len(rest) < _LONGEST_WORD else text[: _LONGEST - 1]).rstrip(' ,;')}…"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell holds no answer or no time.

    ``unshown`` is the text of a cell that ``values`` keep to themselves, since it could tell who a person is;
    whether several cells say the same is known only when a whole column has been read.
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    unshown: str | None = None
