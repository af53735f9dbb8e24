"""The attack by subtraction: which small groups give their answers away through what is published.

What an office publishes are sums over people: all of a period, those of a group that is shown, those of an
earlier period. What follows from such facts by adding and subtracting is their row space, and a hidden group
is given away exactly when its own sum lies in it. The arithmetic is exact. A mean is taken for its sum,
however it was rounded, so that the attack is never weaker than a reader's.

Two kinds of reader are asked. ``Reader.OUTSIDE`` knows what is published and nothing else: of two profile
questions it does not know who stands where in both. ``Reader.INSIDE`` knows which combinations of answers to
the profile questions occur (all pupils are under 18, say), as a colleague may, and can so subtract across
questions.

Whoever makes another kind of publication writes a function such as :func:`shown_in_report`, from what was
made to the groups of which it shows a figure, and gives their union to :func:`given_away`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.survey import GROUP_NOT_FILLED

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence

    from ipak_cli.export.dictionary import FilledTable
    from ipak_cli.report.outline import ReportTable

    Vector: TypeAlias = Mapping[Hashable, int | Fraction]


class Group(NamedTuple):
    """The people of a period who gave an answer to a profile question."""

    period: str
    question: str
    answer: str


@dataclass(frozen=True)
class Person:
    """One response: the periods that it is counted in, and the answer to each profile question."""

    periods: frozenset[str]
    profile: Mapping[str, str]


class Reader(Enum):
    """What somebody knows beside what is published."""

    OUTSIDE = auto()
    INSIDE = auto()


class RowSpace:
    """The sums that follow from those that were added, as rows in echelon form."""

    def __init__(self, rows: Iterable[Vector] = ()) -> None:
        self._rows: dict[Hashable, dict[Hashable, Fraction]] = {}
        for row in rows:
            self.add(row)

    def add(self, row: Vector) -> None:
        """Add a fact; one that follows from those before changes nothing."""
        left = self._reduced(row)
        if left:
            pivot = next(iter(left))
            self._rows[pivot] = {key: value / left[pivot] for key, value in left.items()}

    def __contains__(self, row: Vector) -> bool:
        """Tell whether a sum follows from the facts."""
        return not self._reduced(row)

    def _reduced(self, row: Vector) -> dict[Hashable, Fraction]:
        left = {key: Fraction(value) for key, value in row.items() if value}
        for pivot, known in self._rows.items():  # a row holds no pivot of an earlier one
            if factor := left.get(pivot):
                for key, value in known.items():
                    left[key] = left.get(key, Fraction(0)) - factor * value
                    if not left[key]:
                        del left[key]
        return left


def given_away(
    people: Sequence[Person], shown: Collection[Group], smallest: int, reader: Reader = Reader.OUTSIDE
) -> list[Group]:
    """Return the groups under the smallest size whose answers follow from the groups that are shown.

    Beside these every period's total is taken as published. A group here is of one period, or of the part of
    a period that others divide it into: the rest of a semester beside one quarter of it.
    """
    found = {
        group
        for questions in _views(people, reader)
        for group in _found_in(people, shown, smallest, questions)
    }
    return sorted(found)


def _views(people: Sequence[Person], reader: Reader) -> list[tuple[str, ...]]:
    """Return the profile questions that are known together: each alone, or all."""
    questions = sorted({question for person in people for question in person.profile})
    return [tuple(questions)] if reader is Reader.INSIDE else [(question,) for question in questions]


def _found_in(
    people: Sequence[Person], shown: Collection[Group], smallest: int, questions: tuple[str, ...]
) -> Iterator[Group]:
    """Yield the small groups of some questions that are given away by all that is shown of them."""
    cells = [_cell(person, questions) for person in people]
    totals: dict[str, set[Hashable]] = {}
    groups: dict[Group, set[Hashable]] = {}
    sizes: Counter[Group] = Counter()
    for person, cell in zip(people, cells, strict=True):
        for period in person.periods:
            totals.setdefault(period, set()).add(cell)
        for group in _groups_of(person, questions):
            groups.setdefault(group, set()).add(cell)
            sizes[group] += 1
    known = [*totals.values(), *(cells for group, cells in groups.items() if group in shown)]
    space = RowSpace(dict.fromkeys(cells, 1) for cells in known)
    for group, size in sizes.items():
        if size < smallest and dict.fromkeys(groups[group], 1) in space:
            yield group


def _cell(person: Person, questions: tuple[str, ...]) -> Hashable:
    """Return what tells people apart: those of one cell are counted everywhere together."""
    return tuple(sorted(person.periods)), *(person.profile[question] for question in questions)


def _groups_of(person: Person, questions: tuple[str, ...]) -> Iterator[Group]:
    """Yield the groups that a person is in: of each period, and of the part that all of them share."""
    for part in {*person.periods, " + ".join(sorted(person.periods))}:
        for question in questions:
            yield Group(part, question, person.profile[question])


def shown_in_report(period: str, tables: Iterable[ReportTable]) -> set[Group]:
    """Return the groups of which a report's tables show a figure."""
    prefix = "tabel-profil-"
    return {
        Group(period, table.key.removeprefix(prefix), _label(row[0].texts[0]))
        for table in tables
        if table.key.startswith(prefix)
        for row in table.rows
        if any(cell.texts[0][:1].isdigit() for cell in row[3:])
    }


def shown_in_export(tables: Iterable[FilledTable]) -> set[Group]:
    """Return the groups of which an export shows a figure."""
    (groups,) = (filled for filled in tables if filled.table.name == "groups")
    return {
        Group(str(row["period"]), str(row["breakdown"]), _label(str(row["group"])))
        for row in groups.rows
        if row["value"] is not None
    }


def _label(name: str) -> str:
    """Return the answer behind a group's name: ``""`` for those who gave none."""
    return "" if name == say(GROUP_NOT_FILLED()) else name
