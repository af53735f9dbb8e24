"""The indices over the periods: values, changes, and the words that the exact figures bear out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import Figure, NotScored, ends_of, weighted_sum
from ipak_cli.base.period import Period, PeriodKind, parse_period, timeline
from ipak_cli.base.problem import Problem, ProblemsFoundError, problem
from ipak_cli.catalogue.report import FIRST_PERIOD, NO_FIGURE_BEFORE, NO_RESULT_FOR_PERIOD
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
NO_RESULT: Final = NotScored(NO_RESULT_FOR_PERIOD())
FIRST: Final = NotScored(FIRST_PERIOD())
AFTER_GAP: Final = NotScored(NO_FIGURE_BEFORE())


class Direction(StrEnum):
    """Where figures go; ``RISING``, ``FALLING`` and ``MIXED`` are said of three periods or more.

    ``OPEN`` is said where figures are known to lie between two ends that do not tell.
    """

    UP = "naik"
    DOWN = "turun"
    SAME = "tetap"
    RISING = "naik terus"
    FALLING = "turun terus"
    MIXED = "berfluktuasi"
    OPEN = "belum pasti naik atau turun"


@dataclass(frozen=True, slots=True)
class Point:
    """A period's value, and its change to the period before where that one has a value."""

    period: str
    value: Figure
    change: Figure
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class Series:
    """A figure over the periods; ``direction`` speaks of its whole course, and only where it has one."""

    name: str
    points: tuple[Point, ...]
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class TrendPeriod:
    """A period from the first to the last stored one; one without a result has no rubric: a gap."""

    period: str
    respondents: int | NotScored | None
    rubric: RubricRef | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The indices' means and the mean of the indices, over every period from the first to the last."""

    schema: str
    unit: str | None
    kind: PeriodKind
    periods: tuple[TrendPeriod, ...]
    indices: Mapping[str, Series]
    combined: Series
    problems: tuple[Problem, ...] = ()


def trend(results: Sequence[SurveyResult]) -> Trend:
    """Join the results of different periods; the newest names the unit and the indices.

    The periods are of one kind, since a year is compared with years. Raises ``ProblemsFoundError`` where
    rubrics differ, or versions whose items differ; versions with the same items are joined with a warning.
    Raises ``ValueError`` without results, for a result without a period and for two of one period.
    """
    stored = _by_period(results)
    problems = _compare(stored)
    periods = timeline(stored)
    row = [stored.get(period) for period in periods]
    newest = stored[periods[-1]]
    return Trend(
        schema=SCHEMA,
        unit=newest.unit,
        kind=periods[-1].kind,
        periods=tuple(_period(period, result) for period, result in zip(periods, row, strict=True)),
        indices={
            code: trace(index.name, periods, [r.indices[code].mean if r else NO_RESULT for r in row])
            for code, index in newest.indices.items()
        },
        combined=trace(
            "Rata-rata indeks", periods, [r.combined.mean_of_indices if r else NO_RESULT for r in row]
        ),
        problems=problems,
    )


def trace(name: str, periods: Sequence[Period], values: Sequence[Figure]) -> Series:
    """Follow one figure over consecutive periods; a period without a value is a gap, never bridged."""
    before = (None, *values)
    points = tuple(
        _point(period, previous, value)
        for period, previous, value in zip(periods, before, values, strict=False)
    )
    return Series(name, points, course(values))


def course(values: Sequence[Figure]) -> Direction | None:
    """Say where figures go as a whole; nothing of a single one, and no "terus" across a gap or a standstill.

    Figures that rise, or fall, but not in every period are said to have risen or fallen: never that they
    did so all the time.
    """
    known = [value for value in values if ends_of(value) is not None]
    steps = {_step(_difference(earlier, later)) for earlier, later in pairwise(known)}
    if not steps:
        return None
    if {Direction.UP, Direction.DOWN} <= steps:
        return Direction.MIXED
    if Direction.OPEN in steps:
        return Direction.OPEN
    moved = steps - {Direction.SAME}
    if len(known) == 2 or len(known) < len(values) or len(steps) > 1:
        return min(moved, default=Direction.SAME)
    return _THROUGHOUT[min(steps)]


_THROUGHOUT: Final = {
    Direction.UP: Direction.RISING,
    Direction.DOWN: Direction.FALLING,
    Direction.SAME: Direction.SAME,
}


def _step(change: Figure) -> Direction:
    low, high = ends_of(change) or (-1, 1)
    if low == high == 0:
        return Direction.SAME
    if low > 0:
        return Direction.UP
    return Direction.DOWN if high < 0 else Direction.OPEN


def _point(period: Period, previous: Figure | None, value: Figure) -> Point:
    change = _change(previous, value)
    direction = None if ends_of(change) is None else _step(change)
    return Point(str(period), value, change, direction)


def _change(previous: Figure | None, value: Figure) -> Figure:
    if ends_of(value) is None:
        return value
    if previous is None:
        return FIRST
    return AFTER_GAP if ends_of(previous) is None else _difference(previous, value)


def _difference(earlier: Figure, later: Figure) -> Figure:
    return weighted_sum([(later, Fraction(1)), (earlier, Fraction(-1))])


def _period(period: Period, result: SurveyResult | None) -> TrendPeriod:
    if result is None:
        return TrendPeriod(str(period), None, None)
    return TrendPeriod(str(period), result.respondents, result.rubric)


def _by_period(results: Sequence[SurveyResult]) -> dict[Period, SurveyResult]:
    found = {parse_period(result.period.name or ""): result for result in results}
    if not found or len(found) < len(results):
        raise ValueError("a trend needs results, each of a period of its own")
    return found


def _compare(stored: Mapping[Period, SurveyResult]) -> tuple[Problem, ...]:
    """Return a warning for each other version that the newest can be joined with; refuse the others."""
    last = max(stored)
    newest = stored[last]
    others: defaultdict[RubricRef, list[Period]] = defaultdict(list)
    for period in sorted(stored):
        if stored[period].rubric.digest != newest.rubric.digest:
            others[stored[period].rubric].append(period)
    refused: list[Problem] = []
    joined: list[Problem] = []
    for rubric, periods in others.items():
        named = {"periods": ", ".join(map(str, periods)), "newest": last}
        different = [code for period in periods for code in _different(stored[period], newest)]
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
    if _scale(one) != _scale(other):
        return [*mine]
    changed = [code for code, item in mine.items() if code not in theirs or not _same(item, theirs[code])]
    return changed + [code for code in theirs if code not in mine]


def _same(one: ItemResult, other: ItemResult) -> bool:
    """Tell whether two items ask the same, for the same index, counted the same way."""
    asked = (one.text, one.index) == (other.text, other.index)
    return asked and bool(_polarities(one) & _polarities(other))


def _scale(result: SurveyResult) -> tuple[str, str]:
    """Return the lowest and the highest answer; items of several columns have more values between them."""
    lowest, *_, highest = result.distribution
    return lowest, highest


def _polarities(item: ItemResult) -> set[bool]:
    """Return the ways to count that give an item's sum: upright, turned round, or both for even answers.

    Where a recap does not tell the counts it may be either.
    """
    if isinstance(item.counts, NotScored) or isinstance(item.n, NotScored):
        return {True, False}
    values = [Fraction(value) for value in item.counts]
    upright = sum(value * count for value, count in zip(values, item.counts.values(), strict=True))
    turned = (values[0] + values[-1]) * item.n - upright
    return {way for way, total in ((True, upright), (False, turned)) if total == item.sum}
