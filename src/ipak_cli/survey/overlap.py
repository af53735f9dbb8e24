"""Groups of a period beside those of periods in it: a semester less one quarter is the other quarter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue.survey import GROUPS_OPEN_SMALLER_ONES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
    kept = tuple(
        given if _is_safe(given, period, parts, smallest) else _without_figures(given, reason)
        for given in survey.breakdowns
    )
    return replace(survey, breakdowns=kept)


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
        0 < group.respondents - known < smallest
        for group in whole.groups
        for known in _sums({each: named.get(group.name, 0) for each, named in sizes.items()}, period)
    )


def _sums(sizes: Mapping[Period, int], period: Period) -> Iterable[int]:
    """Return what any parts that follow each other without overlap have together, nothing included."""
    reached = {(period.start - timedelta(days=1), 0)}
    for part in sorted(sizes):
        reached |= {(part.end, known + sizes[part]) for end, known in reached if end < part.start}
    return {known for _, known in reached}


def _without_figures(given: Breakdown, reason: NotScored) -> Breakdown:
    def without(group: GroupResult) -> GroupResult:
        return replace(group, indices=dict.fromkeys(group.indices, reason))

    gathered = given.gathered and without(given.gathered)
    return replace(given, groups=tuple(map(without, given.groups)), gathered=gathered)
