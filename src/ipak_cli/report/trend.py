"""The indices over the periods: values, changes, and the words that the exact figures bear out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import Figure, NotScored, ends_of, weighted_sum
from ipak_cli.base.period import Period, PeriodKind, timeline
from ipak_cli.catalogue.report import FIRST_PERIOD, NO_FIGURE_BEFORE, NO_RESULT_FOR_PERIOD
from ipak_cli.report.joining import by_period, joining_problems
from ipak_cli.survey.certainty.all_figures import index_certainties, survey_changes
from ipak_cli.survey.certainty.change import ChangeResult

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.base.provenance import RubricRef
    from ipak_cli.survey.certainty.all_figures import SurveyChanges
    from ipak_cli.survey.certainty.change import ChangeFinding, NotCompared
    from ipak_cli.survey.certainty.intervals import Certainty
    from ipak_cli.survey.result import SurveyResult

SCHEMA: Final = "ipak/trend/2"
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
    """A period's value, and its change to the period before where that one has a value.

    ``direction`` is what the exact test calls the change, ``None`` where it is not tested; ``compared`` is
    the test, and ``certainty`` the value's interval. All are ``None`` of a figure that is not an index.
    """

    period: str
    value: Figure
    change: Figure
    direction: ChangeFinding | None = None
    certainty: Certainty | None = None
    compared: ChangeResult | NotCompared | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A figure over the periods; ``overall`` holds its last value against its first one.

    ``direction`` is what the exact test calls that change, ``None`` where it is not tested.
    """

    name: str
    points: tuple[Point, ...]
    direction: ChangeFinding | None = None
    overall: ChangeResult | NotCompared | None = None


@dataclass(frozen=True, slots=True)
class TrendPeriod:
    """A period from the first to the last stored one; one without a result has no rubric: a gap."""

    period: str
    respondents: int | NotScored | None
    rubric: RubricRef | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The indices' means and the mean of the indices, over every period from the first to the last.

    ``items`` tells which items changed from the period before the last one; nothing where that is a gap.
    """

    schema: str
    unit: str | None
    kind: PeriodKind
    periods: tuple[TrendPeriod, ...]
    indices: Mapping[str, Series]
    combined: Series
    items: Mapping[str, ChangeResult | NotCompared] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def trend(results: Sequence[SurveyResult]) -> Trend:
    """Join the results of different periods; the newest names the unit and the indices.

    The periods are of one kind, since a year is compared with years. Raises ``ProblemsFoundError`` where
    rubrics differ, or versions whose items differ; versions with the same items are joined with a warning.
    Raises ``ValueError`` without results, for a result without a period and for two of one period.
    """
    stored = by_period(results)
    problems = joining_problems(stored)
    periods = timeline(stored)
    row = [stored.get(period) for period in periods]
    newest = stored[periods[-1]]
    changes = _changes(row)
    known = [result for result in row if result]
    overall = survey_changes(known[0], known[-1]).indices if len(known) > 1 else {}
    sure = [index_certainties(result) if result else None for result in row]
    return Trend(
        schema=SCHEMA,
        unit=newest.unit,
        kind=periods[-1].kind,
        periods=tuple(_period(period, result) for period, result in zip(periods, row, strict=True)),
        indices={
            code: _judged(
                trace(index.name, periods, [r.indices[code].mean if r else NO_RESULT for r in row]),
                [each.get(code) if each else None for each in sure],
                [found.indices.get(code) if found else None for found in changes],
                overall.get(code),
            )
            for code, index in newest.indices.items()
        },
        combined=trace(
            "Rata-rata indeks", periods, [r.combined.mean_of_indices if r else NO_RESULT for r in row]
        ),
        items=changes[-1].items if changes[-1] else {},
        problems=problems,
    )


def _changes(row: Sequence[SurveyResult | None]) -> list[SurveyChanges | None]:
    """Compare each result with that of the period just before it; nothing across a gap."""
    return [
        survey_changes(before, after) if before and after else None
        for before, after in zip((None, *row), row, strict=False)
    ]


def _judged(
    series: Series,
    certainties: Sequence[Certainty | None],
    compared: Sequence[ChangeResult | NotCompared | None],
    overall: ChangeResult | NotCompared | None,
) -> Series:
    """Add to each point what chance leaves open about it, and about its change."""
    told = zip(series.points, certainties, compared, strict=True)
    points = (
        replace(point, certainty=sure, compared=change, direction=_found(change))
        for point, sure, change in told
    )
    return replace(series, points=tuple(points), overall=overall, direction=_found(overall))


def _found(change: ChangeResult | NotCompared | None) -> ChangeFinding | None:
    return change.finding if isinstance(change, ChangeResult) else None


def trace(name: str, periods: Sequence[Period], values: Sequence[Figure]) -> Series:
    """Follow one figure over consecutive periods; a period without a value is a gap, never bridged."""
    before = (None, *values)
    points = tuple(
        _point(period, previous, value)
        for period, previous, value in zip(periods, before, values, strict=False)
    )
    return Series(name, points)


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
    return Point(str(period), value, _change(previous, value))


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
