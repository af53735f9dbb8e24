"""Whether results of several periods can be joined: one rubric, or versions with the same items."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored
from ipak_cli.base.period import Period, parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, problem
from ipak_cli.catalogue.workspace import (
    RUBRIC_VERSIONS_JOINED,
    RUBRICS_DIFFER_IN_TREND,
    VERSIONS_DIFFER_IN_ITEMS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.base.provenance import RubricRef
    from ipak_cli.survey.result import ItemResult, SurveyResult


def by_period(results: Sequence[SurveyResult]) -> dict[Period, SurveyResult]:
    """Return results by their periods; raises ``ValueError`` for none, and for two of one period."""
    found = {parse_period(result.period.name or ""): result for result in results}
    if not found or len(found) < len(results):
        raise ValueError("a trend needs results, each of a period of its own")
    return found


def joining_problems(stored: Mapping[Period, SurveyResult]) -> tuple[Problem, ...]:
    """Return a warning for each other version that the newest can be joined with.

    Raises ``ProblemsFoundError`` where rubrics differ, or versions whose items differ.
    """
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
