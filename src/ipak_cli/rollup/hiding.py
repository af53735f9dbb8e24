"""Which units are not shown: those of few respondents, and as many beside them as keep these from being told.

Who knows a total and all units but one knows that one too. So the units that are not shown are two at the
least, and have at least ``SMALLEST`` respondents together, in whatever group a roll-up may be asked for.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from ipak_cli.survey.differences import giving_away

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.survey.differences import Group

SMALLEST: Final = 5
"""Respondents of a unit that is shown: the rubrics' own smallest group."""
_FEWEST_HIDDEN: Final = 2


def hidden_units(people: Mapping[str, int], hidden: Collection[str] = ()) -> frozenset[str]:
    """Return the units that are not shown, of units whose total is; ``people`` are their respondents.

    ``hidden`` are those that are hidden for other reasons. Units are hidden beside small ones from the
    smallest on, by name where they are as large. All of them may be: then the total may tell of the only
    unit, see :func:`is_safe`.
    """
    found = {unit for unit, count in people.items() if count < SMALLEST or unit in hidden}
    if is_safe({each: people[each] for each in found}):  # before thousands of others are sorted
        return frozenset(found)
    for unit in sorted(people.keys() - found, key=lambda each: (people[each], each)):
        if is_safe({each: people[each] for each in found}):
            break
        found.add(unit)
    return frozenset(found)


def is_safe(hidden: Mapping[str, int]) -> bool:
    """Tell whether the sum of hidden units may be known: none are hidden, or enough of them together."""
    return not hidden or (len(hidden) >= _FEWEST_HIDDEN and sum(hidden.values()) >= SMALLEST)


def hidden_in_groups(
    groups: Mapping[str, Mapping[str, int]], hidden: Collection[str] = ()
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the units that are not shown beside totals of groups and of all, and the groups without total.

    A group whose hidden units are not safe even when all are hidden has no total. The total of all minus the
    other groups' would tell it: so the hidden units of all groups without total have to be safe together, and
    the smallest further groups lose their totals, with a unit each, until they are.
    """
    gone = {group: set(hidden_units(people, hidden)) for group, people in groups.items()}
    silent = {group for group, found in gone.items() if not is_safe({u: groups[group][u] for u in found})}
    size = {group: sum(people.values()) for group, people in groups.items()}
    for group in sorted(groups.keys() - silent, key=lambda each: (size[each], each)):
        together = {unit: groups[each][unit] for each in silent for unit in gone[each]}
        if is_safe(together):
            break
        silent.add(group)
        people = groups[group]
        gone[group].add(min(people, key=lambda each: (people[each], each)))
    return frozenset().union(*gone.values()), frozenset(silent)


def hidden_everywhere(
    people: Mapping[str, int], groupings: Sequence[Mapping[str, str]], hidden: Collection[str] = ()
) -> frozenset[str]:
    """Return the units that are not shown, whichever of the groupings (a unit's group by unit) is asked for.

    They are the same for all: of two roll-ups, one by region and one by parent, neither may name the units
    that the totals of the other leave to be computed. A unit that a grouping does not know is in ``""``.
    """
    found = hidden_units(people, hidden)
    parts = [parted(people, groups) for groups in groupings] if found else []
    while found and (more := _told_across(people, groupings, parts, found)):
        found |= more
    return found


def _told_across(
    people: Mapping[str, int],
    groupings: Sequence[Mapping[str, str]],
    parts: Sequence[Mapping[str, Mapping[str, int]]],
    hidden: frozenset[str],
) -> frozenset[str]:
    """Return which further units are not shown, so that no sum or difference of totals tells of a few people.

    That is looked for by grouping, and then across them: a region and a parent unit that share a unit.
    """
    found = hidden
    shown: list[Group] = []
    for number, groups in enumerate(groupings):
        found, silent = hidden_in_groups(parts[number], found)
        names = {groups.get(unit, "") for unit in found}
        shown += ((str(number), name) for name in sorted(names - silent))
    if found != hidden or not shown:
        return found - hidden
    crossed = {
        (*((str(number), groups.get(unit, "")) for number, groups in enumerate(groupings)), ("unit", unit)):
        people[unit] for unit in sorted(found) if people[unit]
    }  # fmt: skip
    told = giving_away(crossed, shown, SMALLEST)
    if not told:
        return frozenset()
    among = {unit for number, name in told for unit in parts[int(number)][name]} - found
    left = among or people.keys() - found
    return frozenset({min(left, key=lambda unit: (people[unit], unit))} if left else ())


def parted(people: Mapping[str, int], groups: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """Return the units and their respondents by group."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for unit, count in people.items():
        found[groups.get(unit, "")][unit] = count
    return dict(found)


def telling_periods(people: Mapping[Period, int]) -> frozenset[Period]:
    """Return the periods of one unit that are not shown, since the shorter ones in them tell of a few people.

    A year of 40 respondents beside three quarters of 12, 12 and 13 tells the answers of the three people of
    the fourth. Of the shorter ones each is tried alone, and as many together as do not overlap.
    """
    return frozenset(
        period
        for period, count in people.items()
        if any(told and 0 < count - told < SMALLEST for told in _told_within(period, people))
    )


def _told_within(period: Period, people: Mapping[Period, int]) -> list[int]:
    """Return how many respondents of a period are told by shorter ones that lie in it, in several ways."""
    inside = [
        each for each, count in people.items() if each != period and period.holds(each) and count >= SMALLEST
    ]
    found = [people[each] for each in inside]
    for longest_first in (True, False):
        taken: list[Period] = []
        for each in sorted(inside, key=lambda one: (-one.days if longest_first else one.days, one.start)):
            if all(each.end < other.start or other.end < each.start for other in taken):
                taken.append(each)
        found.append(sum(people[each] for each in taken))
    return found
