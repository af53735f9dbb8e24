"""Respondents counted by their own index, as the exact test of a change needs them."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import exact_text, parse_fraction

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    Own = Mapping[str, Mapping[Fraction, int]]
    """By index and value, how many respondents have it."""
    Group = tuple[str, str]
    """A profile question's code and an answer to it."""

MOST_OWN: Final = 1_000
"""Different values of an index, beyond which a value would tell what somebody answered to each item."""


def own_of_all(parts: Sequence[Own]) -> dict[str, dict[Fraction, int]]:
    """Add up by value the indices that every part tells of; of others the sum would lack respondents.

    One that has too many different values is left out, as each part of them leaves it out, so that it makes
    no difference how the respondents were parted. There must be a part.
    """
    told = [code for code in parts[0] if all(code in part for part in parts)]
    together: dict[str, dict[Fraction, int]] = {}
    for code in told:
        counts: Counter[Fraction] = Counter()
        for part in parts:
            counts.update(part[code])
        if len(counts) <= MOST_OWN:
            together[code] = dict(counts)
    return together


def own_of_groups(
    parts: Sequence[Mapping[Group, Own]], groups: Iterable[Group], indices: Iterable[str]
) -> dict[Group, dict[str, dict[Fraction, int]]]:
    """Add up by value what every part tells of these groups and indices; a part may lack a group.

    A group in which nobody answered every item of an index has no values of it.
    """
    together: dict[Group, dict[str, dict[Fraction, int]]] = {}
    told = [*indices]
    for group in groups if told else ():
        mine = [part[group] for part in parts if group in part]
        sums: dict[str, Counter[Fraction]] = {code: Counter() for code in told}
        for code, counts in chain.from_iterable(part.items() for part in mine):
            if code in sums:
                sums[code].update(counts)
        together[group] = {code: dict(counts) for code, counts in sums.items()}
    return together


def written_own(own: Own) -> dict[str, dict[str, int]]:
    """Return the counts as documents write them, the lowest value first."""
    return {
        code: {exact_text(value): counts[value] for value in sorted(counts)} for code, counts in own.items()
    }


def read_own(own: Mapping[str, Mapping[str, int]]) -> dict[str, dict[Fraction, int]]:
    """Read the counts of a document; raises ``ValueError`` for a value that is no number."""
    return {
        code: {parse_fraction(value): count for value, count in counts.items()}
        for code, counts in own.items()
    }
