"""Which units a roll-up is of, and in which group each is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.rollup import ATTRIBUTE_UNKNOWN, NO_UNIT_OF_THAT_KIND
from ipak_cli.rollup.hiding import hidden_in_groups, hidden_units, is_safe, parted
from ipak_cli.rollup.store import rows
from ipak_cli.rollup.units import Unit, attribute_of, find_attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.rollup.store import Store
    from ipak_cli.rollup.units import Units

_MOST_NAMED: Final = 12
"""Values of an attribute that are named where the one asked for is not there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a roll-up is asked for: the attribute that groups, units of a value of one, first and last period.

    ``today`` is the last day of a period that can have ended (ISO).
    """

    today: str
    by: str | None = None
    only: tuple[str, str] | None = None
    first: Period | None = None
    last: Period | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """The units by key, those of the list first, and the group of each by the attribute ``by``.

    ``listed`` are those of the list, and ``has_list`` tells whether there is one.
    """

    units: Mapping[str, Unit]
    groups: Mapping[str, str]
    by: str | None
    listed: frozenset[str]
    has_list: bool

    @property
    def frame(self) -> pd.DataFrame:
        """The units and their groups, as questions name them."""
        found = [(unit, self.groups.get(unit)) for unit in self.units]
        return pd.DataFrame(found, columns=["unit", "grp"], dtype="string")


def select(store: Store, units: Units, asked: Asked, faulty: Iterable[str] = ()) -> Selection:
    """Return the units that are asked for; ``faulty`` are further ones, of which no document can be used.

    Raises ``ProblemsFoundError`` for an attribute that the list of units does not have.
    """
    every = {unit.key: unit for unit in units.units}
    listed = frozenset(every)
    found = {key for (key,) in rows(store.db, "SELECT DISTINCT unit FROM data.standing")}
    for key in sorted(found.union(faulty)):
        every.setdefault(key, Unit(key, key))
    by = None if asked.by is None else _attribute(units, asked.by)
    if asked.only is not None:
        every = _only(every, units, asked.only)
    groups = {} if by is None else {key: attribute_of(unit, by) or "" for key, unit in every.items()}
    return Selection(every, groups, by, listed, bool(units.units))


def _only(every: Mapping[str, Unit], units: Units, only: tuple[str, str]) -> dict[str, Unit]:
    """Return the units of one value of an attribute. Raises ``ProblemsFoundError`` where there is none."""
    name, value = _attribute(units, only[0]), only[1].strip().casefold()
    found = {key: unit for key, unit in every.items() if _says(unit, name) == value}
    if not found:
        there = sorted({text for unit in every.values() if (text := attribute_of(unit, name))})
        known = tuple(map(InFull, there[:_MOST_NAMED])) or "–"
        told = problem(NO_UNIT_OF_THAT_KIND, attribute=only[0], value=only[1], known=known)
        raise ProblemsFoundError([told])
    return found


def _says(unit: Unit, attribute: str) -> str:
    return (attribute_of(unit, attribute) or "").casefold()


def _attribute(units: Units, asked: str) -> str:
    found = find_attribute(units.attributes, asked)
    if found is None or not units.units:
        known = ("parent", "region", *units.attributes) if units.units else ()
        raise ProblemsFoundError(
            [problem(ATTRIBUTE_UNKNOWN, attribute=asked, known=tuple(map(InFull, known)) or "–")]
        )
    return found


@dataclass(frozen=True, slots=True)
class Hidden:
    """What must not be shown of a period and a rubric: units, and groups' totals; ``None`` stands for all."""

    units: frozenset[str]
    totals: frozenset[str | None]


def hidden_of(store: Store, selection: Selection) -> dict[tuple[str, str], Hidden]:
    """Return what is hidden by period and rubric, so that no small unit follows from what is shown."""
    people: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    kept: dict[tuple[str, str], set[str]] = defaultdict(set)
    for period, rubric, unit, count, shown in rows(store.db, _PEOPLE):
        people[period, rubric][unit] = count
        if not shown:
            kept[period, rubric].add(unit)
    return {key: _hidden(found, kept[key], selection.groups) for key, found in people.items()}


_PEOPLE = """
SELECT period, rubric_digest, unit, coalesce(people, 0), shown FROM data.in_force JOIN selected USING (unit)
WHERE kind = 'survey'
"""


def _hidden(people: Mapping[str, int], kept: Sequence[str] | set[str], groups: Mapping[str, str]) -> Hidden:
    units = hidden_units(people, kept)
    silent: frozenset[str] = frozenset()
    if groups:
        units, silent = hidden_in_groups(parted(people, groups), units)
    unsafe = not is_safe({unit: people[unit] for unit in units})
    return Hidden(units, frozenset({*silent, *((None,) if unsafe else ())}))
