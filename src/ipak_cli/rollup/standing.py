"""Which documents are in force, whose each is, and which may be shown: decided anew at every call.

The list of units may change between calls, so that nothing of this is kept with the documents.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from ipak_cli import __version__
from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.catalogue.rollup import SAME_DOCUMENT_TWICE, TWO_DOCUMENTS_OF_A_UNIT, UNIT_NOT_LISTED
from ipak_cli.rollup.facts import FactKind
from ipak_cli.rollup.hiding import hidden_everywhere, telling_periods
from ipak_cli.rollup.periods import period_before, read
from ipak_cli.rollup.store import Batch, is_written, rows
from ipak_cli.rollup.tables import STANDING, units_table
from ipak_cli.rollup.units import groupings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.rollup.store import Store
    from ipak_cli.rollup.units import Units

_FOUND: Final = """
SELECT f.path, f.folder, d.doc, d.stated_unit, d.kind, d.period, d.rubric_digest, d.people
FROM kept.files_now f JOIN data.documents d USING (doc) ORDER BY f.path
"""
Place = tuple[str, str, str]
"""A unit, a period and a kind: where one document may be."""


class _File(NamedTuple):
    """A document where it was found."""

    path: str
    doc: int
    unit: str
    listed: bool
    kind: str
    period: str
    rubric: str
    people: int

    @property
    def place(self) -> Place:
        """Where it counts."""
        return self.unit, self.period, self.kind


@dataclass(frozen=True, slots=True)
class Standing:
    """What is in force; ``contested`` are units' periods of which two documents tell differently."""

    documents: int
    contested: Mapping[Place, tuple[str, ...]]
    problems: tuple[Problem, ...]


def settle(store: Store, units: Units, *, listed: bool) -> Standing:
    """Decide what is in force and write it, with the list of units; ``listed`` says that there is a list.

    Two documents that tell differently of one unit's period are a problem that names both, and neither
    counts. One document in several places counts once. What a lake decided before, without a problem, from
    the same documents and list is not decided again.
    """
    mark = _mark(store, units, listed=listed)
    if mark == store.settled:
        [(count,)] = rows(store.db, "SELECT count(*) FROM kept.standing")
        return Standing(count, {}, ())
    files = [*_files(store, units)]
    chosen, contested, problems = _chosen(files)
    if listed:
        problems += _unlisted(files)
    batch = Batch()
    batch.replace(STANDING, STANDING.frame(_standing(chosen, groupings(units))))
    table = units_table(units.attributes)
    batch.replace(table, table.frame(map(units.row, units.units)))
    batch.settled = "" if contested or problems else mark
    if batch.settled != store.settled or not is_written(store, batch):
        store.write(batch)
    return Standing(len(chosen), contested, tuple(problems))


def _mark(store: Store, units: Units, *, listed: bool) -> str:
    """Return a digest of all that decides what is in force, the program's version too."""
    found = hashlib.sha256(repr((__version__, store.changed, listed, units.attributes)).encode())
    for unit in units.units:
        found.update(repr((*units.row(unit), unit.folder)).encode())
    return found.hexdigest()


def _files(store: Store, units: Units) -> Iterator[_File]:
    key_of = cache(units.key_of)  # a unit has many periods
    for path, folder, doc, stated, kind, period, rubric, people in rows(store.db, _FOUND):
        key, listed = key_of(folder, stated)
        yield _File(path, doc, key, listed, kind, period, rubric, people or 0)


def _chosen(
    files: Iterable[_File],
) -> tuple[list[_File], dict[Place, tuple[str, ...]], list[Problem]]:
    """Return one document a place, the places of which several tell differently, and what to tell."""
    firsts: dict[Place, _File] = {}
    more: dict[Place, list[_File]] = defaultdict(list)
    for file in files:
        place = file.place
        if firsts.setdefault(place, file) is not file:
            more[place].append(file)
    contested: dict[Place, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for place, others in more.items():
        first = firsts[place]
        other = next((each for each in others if each.doc != first.doc), None)
        if other is None:
            problems += [problem(SAME_DOCUMENT_TWICE, Where(each.path), other=first.path) for each in others]
            continue
        del firsts[place]
        contested[place] = (first.path, *(file.path for file in others))
        told = {"unit": first.unit, "period": first.period, "one": first.path, "other": other.path}
        problems.append(problem(TWO_DOCUMENTS_OF_A_UNIT, Where(first.path), **told))
    return [*firsts.values()], contested, problems


def _unlisted(files: Iterable[_File]) -> list[Problem]:
    first: dict[str, _File] = {}
    for file in files:
        if not file.listed:
            first.setdefault(file.unit, file)
    return [problem(UNIT_NOT_LISTED, Where(file.path), unit=unit) for unit, file in first.items()]


def _standing(chosen: Sequence[_File], groups: Sequence[Mapping[str, str]]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of what is in force, sorted by document, each with its period before."""
    surveys = {(file.unit, file.period): file for file in chosen if file.kind == FactKind.SURVEY}
    hidden = _hidden(surveys.values(), groups)
    before = {file.period: period_before(file.period) for file in surveys.values()}
    for file in sorted(chosen, key=lambda each: (each.doc, each.unit)):
        shown = file.kind == FactKind.PEKPPP or file.unit not in hidden[file.period, file.rubric]
        then = (
            surveys.get((file.unit, before.get(file.period) or "")) if file.kind == FactKind.SURVEY else None
        )
        comparable = then is not None and then.rubric == file.rubric
        yield file.doc, file.unit, shown, then.doc if then is not None and comparable else None


def _hidden(
    surveys: Collection[_File], groups: Sequence[Mapping[str, str]]
) -> Mapping[tuple[str, str], frozenset[str]]:
    """Return the units that are not shown, by period and rubric."""
    together: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    periods: dict[tuple[str, str], dict[Period, int]] = defaultdict(dict)
    known = {name: read(name) for name in {file.period for file in surveys}}
    several = len({period.kind for period in known.values()}) > 1
    for file in surveys:
        together[file.period, file.rubric][file.unit] = file.people
        if several:
            periods[file.unit, file.rubric][known[file.period]] = file.people
    telling: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (unit, rubric), people in periods.items():
        for period in telling_periods(people):
            telling[period.name, rubric].add(unit)
    return {key: hidden_everywhere(people, groups, telling[key]) for key, people in together.items()}
