"""Breakdowns: which groups of respondents are shown, in which order, and the others gathered in one row.

A group is not shown where it has too few people, or where all of its members gave the lowest answer to every
item of an index, since that tells what each of them answered. Others are hidden with it until neither the row
that gathers them nor any sum or difference of what is shown, over all profile questions, is of a few people.
"""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from ipak_cli.catalogue import survey as p
from ipak_cli.survey.differences import giving_away
from ipak_cli.survey.group_order import in_order
from ipak_cli.survey.result import Breakdown
from ipak_cli.survey.scores import group_means, score_group
from ipak_cli.survey.tally import UNGROUPED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.rubric.respondents import Profile
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.tally import Counts, Membership

    Crossed = Mapping[Membership, int]


def break_down(
    groups: Mapping[tuple[str, str], Counts], crossed: Crossed | None, rubric: SurveyRubric
) -> tuple[Breakdown, ...]:
    """Score the indices for each group of each profile question that the export has.

    ``crossed`` counts the respondents by their answers to all profile questions together. Where it is not
    known, groups of one question alone are shown: those of another could be subtracted from them.
    """
    by_profile: dict[str, dict[str, Counts]] = {}
    for (code, label), counts in groups.items():
        by_profile.setdefault(code, {})[label] = counts
    asked = [profile for profile in rubric.profiles if profile.code in by_profile]
    choices = {
        profile.code: _Choice(by_profile[profile.code], rubric)
        for profile in asked
        if UNGROUPED not in by_profile[profile.code]
    }
    alone = [*choices][:1] if crossed is None else [*choices]
    _hide_differences([choices[code] for code in alone], alone, crossed, rubric.smallest_group)
    return tuple(
        _breakdown(profile, choices[profile.code], rubric)
        if profile.code in alone
        else _without_groups(profile, many_answers=profile.code not in choices)
        for profile in asked
    )


class _Choice:
    """Which groups of one profile question are shown, the largest first, and which are hidden."""

    def __init__(self, groups: Mapping[str, Counts], rubric: SurveyRubric) -> None:
        self.groups, self._rubric = groups, rubric
        by_size = sorted(groups, key=lambda label: (-groups[label].respondents, label))
        self.hidden = [label for label in reversed(by_size) if not self._may_be_shown(groups[label])]
        self.shown = [label for label in by_size if label not in self.hidden]
        self._hide_until_safe()

    def hide(self, label: str) -> None:
        """Hide a group, and with it as many as are needed so that it cannot be computed."""
        self.shown.remove(label)
        self.hidden.append(label)
        self._hide_until_safe()

    def hide_all(self) -> None:
        """Hide every group."""
        self.hidden += reversed(self.shown)
        self.shown = []

    @property
    def gathered(self) -> Counts:
        """The counts of all hidden groups together; there must be one."""
        return reduce(add, (self.groups[label] for label in self.hidden))

    def _hide_until_safe(self) -> None:
        # One hidden group alone is what is left when a reader subtracts the others from the total.
        while self.hidden and self.shown and (len(self.hidden) < 2 or not self._may_be_shown(self.gathered)):
            self.hidden.append(self.shown.pop())

    def _may_be_shown(self, counts: Counts) -> bool:
        lowest = self._rubric.scale.lowest
        return counts.respondents >= self._rubric.smallest_group and not any(
            figure == lowest for figure in group_means(counts, self._rubric).values()
        )


def _hide_differences(
    choices: Sequence[_Choice], codes: Sequence[str], crossed: Crossed | None, smallest: int
) -> None:
    """Hide groups until nothing that is shown, added or subtracted over all questions, is of a few people.

    Of the groups that give a few people away together the smallest is hidden, and of such as are of one size
    that of the later question.
    """
    by_code = dict(zip(codes, choices, strict=True))
    while crossed is not None:
        shown = [(code, label) for code, choice in by_code.items() for label in choice.shown]
        found = giving_away(crossed, shown, smallest)
        if found is None:
            return
        if not found:
            for choice in choices:
                choice.hide_all()
            return
        code, label = min(
            found,
            key=lambda each: (by_code[each[0]].groups[each[1]].respondents, -codes.index(each[0]), each[1]),
        )
        by_code[code].hide(label)


def _breakdown(profile: Profile, choice: _Choice, rubric: SurveyRubric) -> Breakdown:
    groups, hidden = choice.groups, choice.hidden
    small = sum(groups[label].respondents < rubric.smallest_group for label in hidden)
    shown = in_order({label: groups[label] for label in choice.shown}, profile.order)
    return Breakdown(
        code=profile.code,
        name=profile.name,
        groups=tuple(score_group(label, groups[label], rubric) for label in shown),
        gathered=score_group(p.GROUPS_GATHERED(), choice.gathered, rubric) if shown and hidden else None,
        hidden_groups=len(hidden),
        small_groups=small,
        hidden_respondents=sum(groups[label].respondents for label in hidden),
        reason=_why(small, len(hidden) - small, rubric.smallest_group, some=bool(shown)) if hidden else None,
    )


def _without_groups(profile: Profile, *, many_answers: bool) -> Breakdown:
    reason = p.TOO_MANY_GROUPS() if many_answers else p.TOO_MANY_COMBINATIONS()
    return Breakdown(profile.code, profile.name, (), None, 0, 0, 0, reason)


def _why(small: int, others: int, smallest: int, *, some: bool) -> Message:
    """Say why groups are gathered in one row, or why none is shown."""
    if some:
        row = p.GROUPS_GATHERED()
        if not small:
            return p.OTHERS_GATHERED(others=others, row=row)
        if not others:
            return p.SMALL_GATHERED(small=small, smallest=smallest, row=row)
        return p.SMALL_GATHERED_WITH_OTHERS(small=small, smallest=smallest, others=others, row=row)
    if not small:
        return p.ALL_GROUPS_HIDDEN()
    if not others:
        return p.ALL_GROUPS_SMALL(smallest=smallest)
    return p.SMALL_GROUPS_AND_OTHERS(small=small, smallest=smallest, others=others)
