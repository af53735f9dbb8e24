"""What matters most of a roll-up: which units' periods are missing, who fell, who lost a condition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import ends_of
from ipak_cli.rollup.result import CellState, ChangeWord

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from ipak_cli.base.provenance import RubricRef
    from ipak_cli.rollup.result import RollUp, Total, UnitRow

GAPS: Final = (CellState.MISSING, CellState.FAULTY)
"""The states of a period of which a result was to be expected."""
_COMING: Final = (CellState.NOT_YET, CellState.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Fall:
    """A unit's index that fell more than chance explains, by how much (a positive figure)."""

    unit: UnitRow
    index: str
    by: Fraction


@dataclass(frozen=True, slots=True)
class LostCondition:
    """A unit that met the conditions of a predicate when last known, in ``before``, and no longer does."""

    unit: UnitRow
    predicate: str
    before: str


@dataclass(frozen=True, slots=True)
class Highlights:
    """What a reader is told first; all of ``latest``, the last period of which anything was expected.

    ``incomplete`` are the units with gaps in any period, most gaps first.
    """

    latest: str | None
    incomplete: tuple[UnitRow, ...]
    fallen: tuple[Fall, ...]
    lost: tuple[LostCondition, ...]


def highlights(given: RollUp) -> Highlights:
    """Return what matters most; units of the same weight stay in the roll-up's order."""
    place = _latest(given)
    return Highlights(
        None if place is None else given.periods[place],
        tuple(sorted((unit for unit in given.units if gaps(unit)), key=lambda unit: -gaps(unit))),
        () if place is None else _fallen(given.units, place),
        () if place is None else _lost(given.units, place),
    )


def gaps(unit: UnitRow) -> int:
    """Return in how many periods a result is missing or cannot be used."""
    return sum(cell.state in GAPS for cell in unit.surveys)


def rubrics_of(given: RollUp) -> tuple[RubricRef, ...]:
    """Return the rubrics by which the roll-up's surveys were scored, in the order of their first period."""
    return tuple(dict.fromkeys(total.rubric for total in given.totals))


def totals_of(given: RollUp, period: str | None, *, group: str | None = None) -> tuple[Total, ...]:
    """Return the totals of a period, one for each rubric, of all units or of a group."""
    return tuple(each for each in given.totals if each.group == group and each.period == period)


def groups_of(given: RollUp) -> tuple[str, ...]:
    """Return the groups by which the roll-up is split, in the order of its totals."""
    return tuple(dict.fromkeys(total.group for total in given.totals if total.group is not None))


def group_of(unit: UnitRow, by: str | None) -> str | None:
    """Return a unit's group by its parent, its region or another column of the list; "" where it has none."""
    match by:
        case None:
            return None
        case "parent":
            return unit.parent or ""
        case "region":
            return unit.region or ""
        case _:
            return unit.attributes.get(by, "")


def _latest(given: RollUp) -> int | None:
    places = range(len(given.periods))
    found = (n for n in places if any(unit.surveys[n].state not in _COMING for unit in given.units))
    return max(found, default=None)


def _fallen(units: Sequence[UnitRow], place: int) -> tuple[Fall, ...]:
    found = [
        Fall(unit, code, -ends[0])
        for unit in units
        for code, cell in unit.surveys[place].indices.items()
        if cell.change is not None
        and cell.change.word is ChangeWord.FALLEN
        and (ends := ends_of(cell.change.size)) is not None
    ]
    return tuple(sorted(found, key=lambda fall: -fall.by))


def _lost(units: Sequence[UnitRow], place: int) -> tuple[LostCondition, ...]:
    return tuple(
        LostCondition(unit, name, before)
        for unit in units
        for name, met in unit.surveys[place].predicates.items()
        if met is False and (before := _last_known(unit, name, place)) is not None
    )


def _last_known(unit: UnitRow, predicate: str, place: int) -> str | None:
    """Return the period in which a predicate was last known, where its conditions were met then."""
    known = [cell for cell in unit.surveys[:place] if cell.predicates.get(predicate) is not None]
    return known[-1].period if known and known[-1].predicates[predicate] else None
