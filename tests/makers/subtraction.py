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

import io
import itertools
from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import openpyxl

from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.survey import GROUP_NOT_FILLED, GROUPS_GATHERED

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence

    from ipak_cli.export.dictionary import FilledTable
    from ipak_cli.publication.sheet import Publication
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


class Rest(NamedTuple):
    """The people of a period who gave another answer to a profile question than those ``named``, together."""

    period: str
    question: str
    named: frozenset[str]


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
    people: Sequence[Person],
    shown: Collection[Group | Rest],
    smallest: int,
    reader: Reader = Reader.OUTSIDE,
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
    people: Sequence[Person], shown: Collection[Group | Rest], smallest: int, questions: tuple[str, ...]
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
    for rest in shown:
        if isinstance(rest, Rest) and rest.question in questions:
            others = (cells for group, cells in groups.items() if _is_in(group, rest))
            known.append({cell for each in others for cell in each})
    space = RowSpace(dict.fromkeys(cells, 1) for cells in known)
    for group, size in sizes.items():
        if size < smallest and dict.fromkeys(groups[group], 1) in space:
            yield group


def _is_in(group: Group, rest: Rest) -> bool:
    mine = (group.period, group.question) == (rest.period, rest.question)
    return mine and group.answer not in rest.named


def _cell(person: Person, questions: tuple[str, ...]) -> Hashable:
    """Return what tells people apart: those of one cell are counted everywhere together."""
    return tuple(sorted(person.periods)), *(person.profile[question] for question in questions)


def _groups_of(person: Person, questions: tuple[str, ...]) -> Iterator[Group]:
    """Yield the groups that a person is in: of each period, and of the part that all of them share."""
    for part in {*person.periods, " + ".join(sorted(person.periods))}:
        for question in questions:
            yield Group(part, question, person.profile[question])


def shown_in_report(period: str, tables: Iterable[ReportTable]) -> set[Group | Rest]:
    """Return the groups of which a report's tables show a figure, those gathered in one row among them."""
    prefix = "tabel-profil-"
    return {
        group
        for table in tables
        if table.key.startswith(prefix)
        for group in _named(
            period,
            table.key.removeprefix(prefix),
            [(row[0].texts[0], any(cell.texts[0][:1].isdigit() for cell in row[3:])) for row in table.rows],
        )
    }


def shown_in_workpaper(period: str, workbook: bytes, questions: Mapping[str, str]) -> set[Group | Rest]:
    """Return the groups of which a workpaper shows a figure.

    ``questions`` are the codes of the profile questions by their names.
    """
    book = openpyxl.load_workbook(io.BytesIO(workbook), data_only=True)
    results, counting = ([*book[name].iter_rows(values_only=True)] for name in ("Hasil", "Hitung"))
    indices = _part_of(results, "Kelompok responden")
    counted = _part_of(counting, "Kelompok responden: indeks")
    rows: dict[str, list[tuple[str, bool]]] = {}
    for (question, name, _, _, *figures), (_, again, *derived) in zip(indices, counted, strict=True):
        assert name == again
        is_shown = any(map(_is_number, (*figures, *derived[3:])))
        rows.setdefault(questions[str(question)], []).append((str(name), is_shown))
    return {group for question, named in rows.items() for group in _named(period, question, named)}


def _part_of(rows: Sequence[Sequence[object]], heading: str) -> list[Sequence[object]]:
    """Return the rows of a table under a heading of a workpaper, its heads and its note left out."""
    starts = [number for number, row in enumerate(rows) if row[0] == heading]
    if not starts:
        return []
    filled = itertools.takewhile(lambda row: any(cell is not None for cell in row), rows[starts[0] + 1 :])
    return [row for row in filled if row[2] is not None][1:]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def shown_in_publication(period: str, given: Publication, questions: Mapping[str, str]) -> set[Group | Rest]:
    """Return the groups of which a published page tells how many people they are: it has no other figure."""
    return {
        Group(period, questions[profile.name], _label(group.name))
        for profile in given.profiles
        for group in profile.groups
    }


def _named(period: str, question: str, rows: Iterable[tuple[str, bool]]) -> Iterator[Group | Rest]:
    """Yield the groups of a table with a figure, from the names of all its rows."""
    found = [*rows]
    gathered = say(GROUPS_GATHERED())
    named = frozenset(_label(name) for name, _ in found if name != gathered)
    for name, is_shown in found:
        if is_shown:
            yield Rest(period, question, named) if name == gathered else Group(period, question, _label(name))


def shown_in_export(tables: Iterable[FilledTable]) -> set[Group]:
    """Return the groups of which an export shows a figure, or how they stand against all others."""
    (groups,) = (filled for filled in tables if filled.table.name == "groups")
    return {
        Group(str(row["period"]), str(row["breakdown"]), _label(str(row["group"])))
        for row in groups.rows
        if row["value"] is not None or row["against_rest"] is not None
    }


def _label(name: str) -> str:
    """Return the answer behind a group's name: ``""`` for those who gave none."""
    return "" if name == say(GROUP_NOT_FILLED()) else name
