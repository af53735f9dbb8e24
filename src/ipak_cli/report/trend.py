"""The indices over the quarters: values, changes, and the words that the exact figures bear out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import Figure, NotScored
from ipak_cli.base.problem import Problem, ProblemsFoundError, problem
from ipak_cli.base.quarter import Quarter, parse_quarter
from ipak_cli.catalogue.report import FIRST_QUARTER, NO_FIGURE_BEFORE, NO_RESULT_FOR_QUARTER
from ipak_cli.catalogue.workspace import (
    RUBRIC_VERSIONS_JOINED,
    RUBRICS_DIFFER_IN_TREND,
    VERSIONS_DIFFER_IN_ITEMS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.base.provenance import RubricRef
    from ipak_cli.survey.result import ItemResult, SurveyResult

SCHEMA: Final = "ipak/trend/1"
NO_RESULT: Final = NotScored(NO_RESULT_FOR_QUARTER())
FIRST: Final = NotScored(FIRST_QUARTER())
AFTER_GAP: Final = NotScored(NO_FIGURE_BEFORE())


class Direction(StrEnum):
    """Where figures go; the last three are said of three quarters or more."""

    UP = "naik"
    DOWN = "turun"
    SAME = "tetap"
    RISING = "naik terus"
    FALLING = "turun terus"
    MIXED = "berfluktuasi"


@dataclass(frozen=True, slots=True)
class Point:
    """A quarter's value, and its change to the quarter before where that one has a value."""

    quarter: str
    value: Figure
    change: Figure
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class Series:
    """A figure over the quarters; ``direction`` speaks of its whole course, and only where it has one."""

    name: str
    points: tuple[Point, ...]
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class TrendQuarter:
    """A quarter from the first to the last stored one; one without a result has no rubric: a gap."""

    quarter: str
    respondents: int | None
    rubric: RubricRef | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The indices' means and the mean of the indices, over every quarter from the first to the last."""

    schema: str
    unit: str | None
    quarters: tuple[TrendQuarter, ...]
    indices: Mapping[str, Series]
    combined: Series
    problems: tuple[Problem, ...] = ()


def trend(results: Sequence[SurveyResult]) -> Trend:
    """Join the results of different quarters; the newest names the unit and the indices.

    Raises ``ProblemsFoundError`` where rubrics differ, or versions whose items differ; versions with the same
    items are joined with a warning. Raises ``ValueError`` without results, for a result without a quarter and
    for two of one quarter.
    """
    stored = _by_quarter(results)
    problems = _compare(stored)
    first, last = min(stored), max(stored)
    quarters = [Quarter.from_ordinal(n) for n in range(first.ordinal, last.ordinal + 1)]
    row = [stored.get(quarter) for quarter in quarters]
    newest = stored[last]
    return Trend(
        schema=SCHEMA,
        unit=newest.unit,
        quarters=tuple(_quarter(quarter, result) for quarter, result in zip(quarters, row, strict=True)),
        indices={
            code: trace(index.name, quarters, [r.indices[code].mean if r else NO_RESULT for r in row])
            for code, index in newest.indices.items()
        },
        combined=trace(
            "Rata-rata indeks", quarters, [r.combined.mean_of_indices if r else NO_RESULT for r in row]
        ),
        problems=problems,
    )


def trace(name: str, quarters: Sequence[Quarter], values: Sequence[Figure]) -> Series:
    """Follow one figure over consecutive quarters; a quarter without a value is a gap, never bridged."""
    before = (None, *values)
    points = tuple(
        _point(quarter, previous, value)
        for quarter, previous, value in zip(quarters, before, values, strict=False)
    )
    return Series(name, points, course(values))


def course(values: Sequence[Figure]) -> Direction | None:
    """Say where figures go as a whole; nothing of a single one, and no "terus" across a gap or a standstill.

    Figures that rise, or fall, but not in every quarter are said to have risen or fallen: never that they
    did so all the time.
    """
    known = [value for value in values if isinstance(value, Fraction)]
    steps = {_step(later - earlier) for earlier, later in pairwise(known)}
    if not steps:
        return None
    if {Direction.UP, Direction.DOWN} <= steps:
        return Direction.MIXED
    moved = steps - {Direction.SAME}
    if len(known) == 2 or len(known) < len(values) or len(steps) > 1:
        return min(moved, default=Direction.SAME)
    return _THROUGHOUT[min(steps)]


_THROUGHOUT: Final = {
    Direction.UP: Direction.RISING,
    Direction.DOWN: Direction.FALLING,
    Direction.SAME: Direction.SAME,
}


def _step(change: Fraction) -> Direction:
    if change == 0:
        return Direction.SAME
    return Direction.UP if change > 0 else Direction.DOWN


def _point(quarter: Quarter, previous: Figure | None, value: Figure) -> Point:
    change = _change(previous, value)
    direction = None if isinstance(change, NotScored) else _step(change)
    return Point(str(quarter), value, change, direction)


def _change(previous: Figure | None, value: Figure) -> Figure:
    if isinstance(value, NotScored):
        return value
    if previous is None:
        return FIRST
    return AFTER_GAP if isinstance(previous, NotScored) else value - previous


def _quarter(quarter: Quarter, result: SurveyResult | None) -> TrendQuarter:
    if result is None:
        return TrendQuarter(str(quarter), None, None)
    return TrendQuarter(str(quarter), result.respondents, result.rubric)


def _by_quarter(results: Sequence[SurveyResult]) -> dict[Quarter, SurveyResult]:
    found = {parse_quarter(result.period.quarter or ""): result for result in results}
    if not found or len(found) < len(results):
        raise ValueError("a trend needs results, each of a quarter of its own")
    return found


def _compare(stored: Mapping[Quarter, SurveyResult]) -> tuple[Problem, ...]:
    """Return a warning for each other version that the newest can be joined with; refuse the others."""
    last = max(stored)
    newest = stored[last]
    others: defaultdict[RubricRef, list[Quarter]] = defaultdict(list)
    for quarter in sorted(stored):
        if stored[quarter].rubric.digest != newest.rubric.digest:
            others[stored[quarter].rubric].append(quarter)
    refused: list[Problem] = []
    joined: list[Problem] = []
    for rubric, quarters in others.items():
        named = {"quarters": ", ".join(map(str, quarters)), "newest": last}
        different = [code for quarter in quarters for code in _different(stored[quarter], newest)]
        if rubric.id != newest.rubric.id:
            refused.append(
                problem(RUBRICS_DIFFER_IN_TREND, other=rubric.id, rubric=newest.rubric.id, **named)
            )
            continue
        named |= {"other": _version(rubric), "version": _version(newest.rubric)}
        if different:
            refused.append(problem(VERSIONS_DIFFER_IN_ITEMS, code=different[0], **named))
        else:
            joined.append(problem(RUBRIC_VERSIONS_JOINED, **named))
    if refused:
        raise ProblemsFoundError(refused)
    return tuple(joined)


def _version(rubric: RubricRef) -> str:
    """Name a version by its digest too: a rubric may have been altered under the same number."""
    return f"{rubric.version}, sidik {rubric.fingerprint}"


def _different(one: SurveyResult, other: SurveyResult) -> list[str]:
    """Return the codes of the items that two results do not share, those of the first before the others."""
    mine, theirs = ({item.code: item for item in result.items} for result in (one, other))
    changed = [code for code, item in mine.items() if code not in theirs or not _same(item, theirs[code])]
    return changed + [code for code in theirs if code not in mine]


def _same(one: ItemResult, other: ItemResult) -> bool:
    """Tell whether two items ask the same, for the same index, on the same scale, counted the same way."""
    asked = (one.text, one.index, _scale(one)) == (other.text, other.index, _scale(other))
    return asked and bool(_polarities(one) & _polarities(other))


def _scale(item: ItemResult) -> tuple[str, str]:
    """Return the lowest and the highest answer; an item of several columns has more values between them."""
    lowest, *_, highest = item.counts
    return lowest, highest


def _polarities(item: ItemResult) -> set[bool]:
    """Return the ways to count that give an item's sum: upright, turned round, or both for even answers."""
    values = [Fraction(value) for value in item.counts]
    upright = sum(value * count for value, count in zip(values, item.counts.values(), strict=True))
    turned = (values[0] + values[-1]) * item.n - upright
    return {way for way, total in ((True, upright), (False, turned)) if total == item.sum}
