"""A period beside those that lie in it: a semester less one quarter is the other quarter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue.survey import GROUPS_OPEN_SMALLER_ONES, ITEMS_OF_TOO_FEW, ITEMS_OPEN_TOO_FEW
from ipak_cli.survey.result import AnswerShare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.base.message import Message
    from ipak_cli.base.period import Period
    from ipak_cli.survey.result import Breakdown, GroupResult, SurveyResult


def guarded(
    survey: SurveyResult, period: Period, parts: Mapping[Period, SurveyResult | None], smallest: int
) -> SurveyResult:
    """Return a period's result without the figures of groups that give away smaller ones of its ``parts``.

    ``parts`` are results of periods that lie in this one, all of which may have been published; ``None``
    stands for one that cannot be read. How many people are in a group is still told.
    """
    names = ", ".join(each.name for each in sorted(parts))
    reason = NotScored(GROUPS_OPEN_SMALLER_ONES(period=period.name, parts=names))
    # Of people in no part or in several, nobody knows here what they answered to two questions together.
    first_alone = not _is_divided(survey, parts)
    kept = tuple(
        given
        if _is_safe(given, period, parts, smallest) and not (number and first_alone)
        else _without_figures(given, reason)
        for number, given in enumerate(survey.breakdowns)
    )
    return replace(survey, breakdowns=kept)


def why_without_items(
    survey: SurveyResult, period: Period, parts: Mapping[Period, SurveyResult | None], smallest: int
) -> Message | None:
    """Say why nothing of a period's items may circulate: they would tell what a few people answered.

    That is so of a period of fewer than ``smallest`` respondents, and where as few are left of one less its
    ``parts``. ``None`` where nothing is in the way.
    """
    if 0 < survey.least_respondents < smallest:
        return ITEMS_OF_TOO_FEW(smallest=smallest)
    sizes = {each: result.least_respondents for each, result in parts.items() if result}
    if _leaves_few(survey.least_respondents, sizes, period, smallest):
        names = ", ".join(each.name for each in sorted(sizes))
        return ITEMS_OPEN_TOO_FEW(period=period.name, parts=names, smallest=smallest)
    return None


def without_items(survey: SurveyResult, reason: Message) -> SurveyResult:
    """Return a result as it circulates without its items: no answers counted, summed or looked at."""
    unknown = NotScored(reason)
    return replace(
        survey,
        items=tuple(
            replace(item, n=unknown, missing=unknown, sum=unknown, counts=unknown, mean=unknown)
            for item in survey.items
        ),
        distribution=dict.fromkeys(survey.distribution, AnswerShare(unknown, unknown)),
        quality=tuple(
            replace(each, count=None, of=None, value=None, finding=reason) for each in survey.quality
        ),
    )


def _is_divided(survey: SurveyResult, parts: Mapping[Period, SurveyResult | None]) -> bool:
    """Tell whether everybody of a period is in one of its parts, and in one alone."""
    known = sorted(parts)
    apart = all(each.end < after.start for each, after in pairwise(known))
    together = sum(each.least_respondents for each in parts.values() if each)
    return apart and survey.least_respondents == together


def is_kept_back(group: GroupResult) -> bool:
    """Tell whether a group's figures were kept back by :func:`guarded`."""
    reasons = [figure.reason for figure in group.indices.values() if isinstance(figure, NotScored)]
    return any(reason.key == GROUPS_OPEN_SMALLER_ONES.key for reason in reasons)


def _is_safe(
    whole: Breakdown, period: Period, parts: Mapping[Period, SurveyResult | None], smallest: int
) -> bool:
    """Tell whether nobody can compute a small group from a breakdown and those of the parts.

    Where any group is hidden in one of them this is not looked into further: whatever is hidden in the whole
    and shown in the parts, or the reverse, narrows what is left. Where none is, every group less those of any
    parts beside each other is a group too: that of the days between.
    """
    detailed: dict[Period, Breakdown] = {}
    for each, result in parts.items():
        if result is None:
            return False
        for given in result.breakdowns:
            if given.code == whole.code and given.groups:
                detailed[each] = given
    if not detailed:
        return True
    if any(given.hidden_groups for given in (whole, *detailed.values())):
        return False
    sizes = {
        each: {group.name: group.respondents for group in given.groups} for each, given in detailed.items()
    }
    return not any(
        _leaves_few(
            group.respondents,
            {each: named.get(group.name, 0) for each, named in sizes.items()},
            period,
            smallest,
        )
        for group in whole.groups
    )


def _leaves_few(people: int, sizes: Mapping[Period, int], period: Period, smallest: int) -> bool:
    """Tell whether a period's people and those of its parts tell of a few by adding and subtracting."""
    left = {people - known for known in _sums(sizes, period) if known}
    return any(0 < each < smallest for each in left | _between(people, sizes, period, smallest))


def _between(people: int, sizes: Mapping[Period, int], period: Period, smallest: int) -> set[int]:
    """Return how many people are between any two days that a period and its parts tie together.

    October and November with November and December, less the quarter, is November. Whatever circulates is a
    difference of what came up to two days; days that are joined by such are known from each other. Parts of
    few people do not circulate.
    """
    spans = [(each, size) for each, size in sizes.items() if not 0 < size < smallest]
    joined = [(each.start - timedelta(days=1), each.end, size) for each, size in (*spans, (period, people))]
    until = {period.end: people}
    waiting = [period.end]
    while waiting:
        day = waiting.pop()
        for first, last, size in joined:
            for here, there, more in ((first, last, size), (last, first, -size)):
                if here == day and there not in until:
                    until[there] = until[day] + more
                    waiting.append(there)
    return {abs(until[one] - until[other]) for one in until for other in until}


def _sums(sizes: Mapping[Period, int], period: Period) -> Iterable[int]:
    """Return what any parts that follow each other without overlap have together, nothing included."""
    reached = {(period.start - timedelta(days=1), 0)}
    for part in sorted(sizes):
        reached |= {(part.end, known + sizes[part]) for end, known in reached if end < part.start}
    return {known for _, known in reached}


def _without_figures(given: Breakdown, reason: NotScored) -> Breakdown:
    def without(group: GroupResult) -> GroupResult:
        return replace(group, indices=dict.fromkeys(group.indices, reason), against_rest=None)

    gathered = given.gathered and without(given.gathered)
    return replace(given, groups=tuple(map(without, given.groups)), gathered=gathered)
