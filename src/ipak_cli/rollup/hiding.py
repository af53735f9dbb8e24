"""Which units are not shown: those of few respondents, and as many beside them as keep these from being told.

Who knows a total and all units but one knows that one too. So the units that are not shown are two at the
least, and have at least ``SMALLEST`` respondents together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

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
    if not found:
        return frozenset()
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
