"""Breakdowns: which groups of respondents are shown, in which order, and the others gathered in one row."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from ipak_cli.catalogue.survey import (
    ALL_GROUPS_SMALL,
    GROUPS_GATHERED,
    SMALL_GATHERED,
    SMALL_GATHERED_WITH_OTHERS,
    SMALL_GROUPS_AND_OTHERS,
    TOO_MANY_GROUPS,
)
from ipak_cli.survey.group_order import in_order
from ipak_cli.survey.result import Breakdown
from ipak_cli.survey.scores import score_group, score_items
from ipak_cli.survey.tally import UNGROUPED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.base.message import Message
    from ipak_cli.rubric.respondents import Profile
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import GroupResult
    from ipak_cli.survey.tally import Counts


def break_down(groups: Mapping[tuple[str, str], Counts], rubric: SurveyRubric) -> tuple[Breakdown, ...]:
    """Score the indices for each group of each profile question that the export has."""
    present = {profile for profile, _ in groups}
    return tuple(
        _breakdown(
            profile,
            {label: counts for (code, label), counts in groups.items() if code == profile.code},
            rubric,
        )
        for profile in rubric.profiles
        if profile.code in present
    )


def _breakdown(profile: Profile, groups: Mapping[str, Counts], rubric: SurveyRubric) -> Breakdown:
    if UNGROUPED in groups:
        return Breakdown(profile.code, profile.name, (), None, 0, 0, 0, TOO_MANY_GROUPS())
    shown, hidden = shown_and_hidden(groups, profile, rubric.smallest_group)
    small = sum(groups[label].respondents < rubric.smallest_group for label in hidden)
    return Breakdown(
        code=profile.code,
        name=profile.name,
        groups=tuple(_group(label, groups[label], rubric) for label in shown),
        gathered=_gathered([groups[label] for label in hidden], rubric) if shown and hidden else None,
        hidden_groups=len(hidden),
        small_groups=small,
        hidden_respondents=sum(groups[label].respondents for label in hidden),
        reason=_why(small, len(hidden) - small, rubric.smallest_group, some=bool(shown)) if hidden else None,
    )


def shown_and_hidden(
    groups: Mapping[str, Counts], profile: Profile, smallest: int
) -> tuple[list[str], list[str]]:
    """Return the labels of the groups that may be shown, in their natural order, and those of the others.

    Where any are shown, the others have ``smallest`` respondents or more together, of two groups or more.
    """
    shown = sorted(groups, key=lambda label: (-groups[label].respondents, label))
    hidden: list[str] = []
    # Hiding one small group alone would let a reader subtract the others from the total.
    while shown and (
        groups[shown[-1]].respondents < smallest
        or 0 < sum(groups[label].respondents for label in hidden) < smallest
    ):
        hidden.append(shown.pop())
    return in_order({label: groups[label] for label in shown}, profile.order), hidden


def _gathered(hidden: list[Counts], rubric: SurveyRubric) -> GroupResult:
    """Score the hidden groups together: what a reader has anyway by subtracting from the total."""
    return _group(GROUPS_GATHERED(), reduce(add, hidden), rubric)


def _why(small: int, others: int, smallest: int, *, some: bool) -> Message:
    """Say why groups are gathered in one row, or why none is shown."""
    if some:
        if not others:
            return SMALL_GATHERED(small=small, smallest=smallest, row=GROUPS_GATHERED())
        return SMALL_GATHERED_WITH_OTHERS(
            small=small, smallest=smallest, others=others, row=GROUPS_GATHERED()
        )
    if not others:
        return ALL_GROUPS_SMALL(smallest=smallest)
    return SMALL_GROUPS_AND_OTHERS(small=small, smallest=smallest, others=others)


def _group(name: str | Message, counts: Counts, rubric: SurveyRubric) -> GroupResult:
    means = {item.code: item.mean for item in score_items(counts, rubric)}
    return score_group(name, counts.respondents, means, rubric)
