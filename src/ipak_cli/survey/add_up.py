"""Results of one rubric added up over units or periods, from the whole numbers that their documents hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from ipak_cli.base.figures import mean
from ipak_cli.catalogue.survey import GROUPS_GATHERED
from ipak_cli.survey.group_order import in_order
from ipak_cli.survey.groups import shown_and_hidden
from ipak_cli.survey.quality import cronbach_alpha
from ipak_cli.survey.scores import (
    NO_ANSWER,
    distribute,
    score_combined,
    score_group,
    score_index,
    score_items,
)
from ipak_cli.survey.tally import (
    UNGROUPED,
    Counts,
    GroupSums,
    ProfileSums,
    StoredTally,
    sum_of_values,
    valued,
    values_counted,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.base.figures import Figure
    from ipak_cli.base.message import Message
    from ipak_cli.rubric.respondents import Profile
    from ipak_cli.rubric.survey import Scale, SurveyRubric
    from ipak_cli.survey.result import (
        AnswerShare,
        CombinedResult,
        GroupResult,
        IndexResult,
        ItemResult,
        SurveyResult,
    )
    from ipak_cli.survey.tally import Tally


@dataclass(frozen=True, slots=True)
class AddedUp:
    """What several results say together: the figures of all their respondents, as if scored from one export.

    ``reliability`` is Cronbach's alpha by index. ``groups`` are, by profile, those that every document shows
    or knows to be empty; a group that is hidden in one of them has no figure here.
    """

    respondents: int
    items: tuple[ItemResult, ...]
    indices: Mapping[str, IndexResult]
    combined: CombinedResult
    distribution: Mapping[str, AnswerShare]
    reliability: Mapping[str, Figure]
    groups: Mapping[str, tuple[GroupResult, ...]]


def add_up(results: Sequence[SurveyResult], rubric: SurveyRubric, digest: str) -> AddedUp:
    """Score the respondents of several results together; ``digest`` is the rubric's, and theirs.

    Raises ``ValueError`` for no result, one of another rubric, one of bad input, which has no tally, and one
    whose tally is not that of its items.
    """
    tallies = [_tally_of(result, digest) for result in results]
    if not tallies:
        raise ValueError("no result to add up")
    together = reduce(add, _alike(tallies, rubric.scale))
    items = score_items(together.total, rubric)
    by_code = {item.code: item for item in items}
    indices = {index.code: score_index(index, by_code, rubric) for index in rubric.indices}
    return AddedUp(
        respondents=together.total.respondents,
        items=items,
        indices=indices,
        combined=score_combined(rubric, indices, items),
        distribution=distribute(together.total, rubric.scale),
        reliability={code: cronbach_alpha(products) for code, products in together.products.items()},
        groups=groups_of(together, rubric),
    )


def kept_of(tally: Tally, rubric: SurveyRubric) -> StoredTally:
    """Return what a document keeps of a tally: of groups, those that the breakdowns show."""
    profiles: dict[str, dict[str, Counts]] = {}
    for (profile, label), counts in tally.groups.items():
        profiles.setdefault(profile, {})[label] = counts
    kept = {
        profile.code: _kept_groups(profiles[profile.code], profile, rubric)
        for profile in rubric.profiles
        if profile.code in profiles
    }
    products = {index.code: tally.products[index.code] for index in rubric.indices}
    return StoredTally(tally.total, products, kept)


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


def _alike(tallies: Sequence[StoredTally], scale: Scale) -> Iterator[StoredTally]:
    """Yield tallies whose items have the same values, where some forms ask an item in several columns."""
    most = [max(map(len, rows)) for rows in zip(*(tally.total.answers for tally in tallies), strict=True)]
    for tally in tallies:
        rows = zip(tally.total.answers, most, strict=True)
        answers = tuple(row if len(row) == many else _widened(row, many, scale) for row, many in rows)
        yield replace(tally, total=Counts(tally.total.respondents, answers))


def _widened(given: tuple[int, ...], many: int, scale: Scale) -> tuple[int, ...]:
    counts = dict(valued(given, scale))
    return tuple(counts.get(value, 0) for value in values_counted(many, scale))


def _tally_of(result: SurveyResult, digest: str) -> StoredTally:
    if result.rubric.digest != digest:
        raise ValueError(f"a result of another rubric: {result.rubric.digest}")
    if result.tally is None:
        raise ValueError("a result of bad input has no tally")
    if [tuple(item.counts.values()) for item in result.items] != [*result.tally.total.answers]:
        raise ValueError("a tally that is not that of the items")
    return result.tally
