"""Problems are values: an entry of the catalogue, a place, and what the sentences about it name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping  # noqa: TC003 (documents read the types at run time)
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.message import Message, Value, kept, printable

if TYPE_CHECKING:
    from collections.abc import Iterable


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
    """An entry of the catalogue: the code that users look up, and how much it weighs.

    ``changes_figure`` tells whether a figure of the result may be another because of it; a warning that does
    not say so may. The sentences stand in the table of a language, such as ``catalogue.indonesian``.
    """

    code: str
    severity: Severity
    changes_figure: bool | None = None

    @property
    def told_when_quiet(self) -> bool:
        """Whether ``--quiet`` tells it: an error, also one read past, or what changes a figure."""
        if self.changes_figure is None:
            return self.severity is not Severity.NOTE
        return self.changes_figure or self.severity is Severity.ERROR


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
        return printable(text if place is None else f"{text}:{place}")


@dataclass(frozen=True, slots=True)
class SeveralCells:
    """How many cells of a sheet have the same problem, and the first of them, as Excel writes them."""

    count: int
    cells: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: what, how much it weighs here, where, and the values that tell it.

    ``cells`` are told where the same is wrong in several; ``other_advice`` replaces the catalogue's advice.
    """

    entry: Entry
    severity: Severity
    where: Where
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)
    cells: SeveralCells | None = None
    other_advice: Message | None = None

    @property
    def code(self) -> str:
        """The code that users look up."""
        return self.entry.code

    @property
    def message(self) -> Message:
        """What is wrong, for a sentence that quotes it."""
        return Message(self.code, self.values)

    @property
    def advice(self) -> Message:
        """What to do: the catalogue's advice, where this problem has no better one."""
        return self.other_advice or Message(f"{self.code}.hint", self.values)


class ProblemsFoundError(Exception):
    """Work cannot go on; carries every problem that was found up to there."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.code for problem in self.problems))


def problem(entry: Entry, where: Where | None = None, /, **values: object) -> Problem:
    """Make a problem of the catalogue at a place, with the ``values`` that its sentences name.

    A text is cut after some 120 letters, between words; a tuple is a list whose parts stay whole.
    """
    return Problem(entry, entry.severity, where or Where(), kept(values))


def worst_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Order problems by severity, then code; within a code the order in which cells were read stays."""
    return tuple(sorted(problems, key=lambda problem: (problem.severity.rank, problem.code)))


def at_most(problems: Iterable[Problem], most: int, more: Entry) -> tuple[Problem, ...]:
    """Keep the first ``most`` problems of each kind, and one of ``more`` in the place of a kind's others.

    A kind is a code with its severity; that problem weighs as much, and names the ``same`` code and how many.
    """
    kept: list[Problem] = []
    counts: Counter[tuple[Severity, str]] = Counter()
    for each in problems:
        kind = (each.severity, each.code)
        counts[kind] += 1
        if counts[kind] <= most:
            kept.append(each)
    others = {kind: count - most for kind, count in counts.items() if count > most}
    kept += (
        Problem(more, severity, Where(), {"same": code, "count": grouped_int(count)})
        for (severity, code), count in others.items()
    )
    return tuple(kept)


def told_when_quiet(problem: Problem) -> bool:
    """Tell whether a problem must be told although the user wants quiet."""
    return problem.entry.told_when_quiet


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell cannot be read as an answer or a time.

    ``unshown`` is the text of a cell that ``values`` keep to themselves, since it could tell who a person is;
    whether several cells say the same is known only when a whole column has been read.
    """

    entry: Entry
    values: Mapping[str, object] = field(default_factory=dict)
    unshown: str | None = None

    @property
    def code(self) -> str:
        """The code that users look up."""
        return self.entry.code
