"""The groups of respondents that a result document keeps of a tally, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.figures import mean
from ipak_cli.catalogue.survey import GROUPS_GATHERED
from ipak_cli.survey.group_order import in_order
from ipak_cli.survey.groups import shown_and_hidden
from ipak_cli.survey.own_index import written_own
from ipak_cli.survey.scores import NO_ANSWER, score_group
from ipak_cli.survey.tally import (
    UNGROUPED,
    Counts,
    GroupSums,
    ProfileSums,
    StoredTally,
    sum_of_values,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.base.message import Message
    from ipak_cli.rubric.respondents import Profile
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import GroupResult
    from ipak_cli.survey.tally import Tally


def kept_of(tally: Tally, rubric: SurveyRubric) -> StoredTally:
    """Return what a document keeps of a tally: of groups, those that the breakdowns show.

    Of an index that fewer respondents answered wholly than a group must have, no values of single ones.
    """
    profiles: dict[str, dict[str, Counts]] = {}
    for (profile, label), counts in tally.groups.items():
        profiles.setdefault(profile, {})[label] = counts
    kept = {
        profile.code: _kept_groups(profiles[profile.code], profile, rubric)
        for profile in rubric.profiles
        if profile.code in profiles
    }
    products = {index.code: tally.products[index.code] for index in rubric.indices}
    told = {
        code: counts for code, counts in tally.own.items() if sum(counts.values()) >= rubric.smallest_group
    }
    return StoredTally(tally.total, products, kept, written_own(told))


def _kept_groups(groups: Mapping[str, Counts], profile: Profile, rubric: SurveyRubric) -> ProfileSums:
    shown, hidden = shown_and_hidden(groups, profile, rubric.smallest_group)
    if UNGROUPED in groups:
        shown, hidden = [], [*groups]
    return ProfileSums(
        {label: _sums(groups[label], rubric) for label in shown},
        sum(groups[label].respondents for label in hidden),
    )


def _sums(counts: Counts, rubric: SurveyRubric) -> GroupSums:
    """Return of each item how many of a group answered it, and the sum of their scored answers."""
    answers = tuple(zip(counts.answers, rubric.items, strict=True))
    sums = tuple(sum_of_values(given, item, rubric.scale) for given, item in answers)
    return GroupSums(counts.respondents, tuple(sum(given) for given, _ in answers), sums)


def groups_of(tally: StoredTally, rubric: SurveyRubric) -> dict[str, tuple[GroupResult, ...]]:
    """Score the groups that a stored tally holds, by profile, in their natural order."""
    return {
        profile.code: tuple(_scored(label, sums[label], rubric) for label in in_order(sums, profile.order))
        for profile in rubric.profiles
        if profile.code in tally.profiles
        for sums in (tally.profiles[profile.code].groups,)
    }


def rows_of(tally: StoredTally, rubric: SurveyRubric) -> dict[str, tuple[GroupResult, ...]]:
    """Score what the breakdowns of a stored tally show: its groups, then all others, the total minus those.

    Raises ``ValueError`` for a tally whose parts do not have the rubric's items.
    """
    groups = groups_of(tally, rubric)
    everybody = _sums(tally.total, rubric)
    for code, shown in groups.items():
        profile = tally.profiles[code]
        if shown and profile.others:
            rest = _minus(everybody, profile.groups.values())
            groups[code] = (*shown, _scored(GROUPS_GATHERED(), rest, rubric))
    return groups


def _minus(everybody: GroupSums, shown: Iterable[GroupSums]) -> GroupSums:
    """Return the sums of those who are in none of these groups."""
    for group in shown:
        given = zip(everybody.given, group.given, strict=True)
        sums = zip(everybody.sums, group.sums, strict=True)
        everybody = GroupSums(
            everybody.respondents - group.respondents,
            tuple(whole - part for whole, part in given),
            tuple(whole - part for whole, part in sums),
        )
    return everybody


def _scored(name: str | Message, sums: GroupSums, rubric: SurveyRubric) -> GroupResult:
    totals = zip(rubric.items, sums.sums, sums.given, strict=True)
    means = {item.code: mean(total, given, reason=NO_ANSWER) for item, total, given in totals}
    return score_group(name, sums.respondents, means, rubric)
