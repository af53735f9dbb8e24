"""What is counted: the values of answers, and tallies of them that add up over files, pieces and machines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from ipak_cli.base.figures import NotScored, exact_text, weighted_sum
from ipak_cli.base.provenance import ADDED_LATER
from ipak_cli.rubric.survey import MOST_TOGETHER, Polarity
from ipak_cli.survey.own_index import own_of_all, own_of_groups, read_own, written_own
from ipak_cli.survey.result import AnswerShare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.rubric.survey import Item, Scale

Number = int | Fraction
"""A sum of answers: whole, or a fraction where an item is the mean of several columns."""
K = TypeVar("K")
V = TypeVar("V", int, "Counts", "Products")
MOST_GROUPS: Final = 60
"""Different answers from which a profile column is free text, not groups."""
MOST_CROSSED: Final = 50_000
"""Different answers to all profile questions together, beyond which they are not counted."""
UNGROUPED: Final = "\0"
"""Stands for all the groups of a column that turned out to be free text."""

BETWEEN: Final = "between"
"""Stands for all values between those of the scale."""

Matrix = tuple[tuple[int, ...], ...]
Membership = tuple[tuple[str, str], ...]
"""What somebody answered to the profile questions: pairs of a question's code and the answer, in order."""
Numbers = tuple[tuple[Number, ...], ...]
Values = tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many respondents gave each answer: ``answers[item][value]`` in the rubric's order.

    An item of several columns has values between the scale's too.
    """

    respondents: int
    answers: Matrix

    def __add__(self, other: Counts) -> Counts:
        """Count both."""
        return Counts(self.respondents + other.respondents, _add(self.answers, other.answers))


@dataclass(frozen=True, slots=True)
class Products:
    """Sums over the respondents who answered every item of an index, for its reliability.

    ``sums[i]`` is the sum of the scored answers to item i, ``cross[i][j]`` of the products of i and j.
    """

    respondents: int
    sums: tuple[Number, ...]
    cross: Numbers

    def __add__(self, other: Products) -> Products:
        """Sum both."""
        (sums,) = _add_numbers((self.sums,), (other.sums,))
        cross = _add_numbers(self.cross, other.cross)
        return Products(self.respondents + other.respondents, sums, cross)


@dataclass(frozen=True, slots=True)
class Tally:
    """What scoring needs of a set of responses, and nothing about any one of them.

    ``straight[value]`` counts respondents who gave every item that answer; ``minutes`` counts responses a
    minute (minutes since 1970); ``groups`` has counts by profile and answer. ``not_given`` counts the cells
    of an item that hold a word for "not given", ``partial`` the means of an item that lack a column,
    ``unreadable`` the responses without an answer to an item in which something else was given.
    ``own`` counts respondents by their own index (see :class:`StoredTally`); an index of which there would
    be more than ``MOST_OWN`` values has none. ``own_by_group`` is the same by profile and answer, of the
    indices in ``own`` and of the profiles that are not free text. ``crossed`` counts respondents by what they
    answered to all profile questions together; ``None`` where that would be more than ``MOST_CROSSED``
    combinations.
    """

    total: Counts
    groups: Mapping[tuple[str, str], Counts]
    products: Mapping[str, Products]
    straight: tuple[int, ...]
    minutes: Mapping[int, int]
    not_given: Mapping[tuple[str, str], int] = field(default_factory=dict)
    partial: Mapping[str, int] = field(default_factory=dict)
    unreadable: Mapping[str, int] = field(default_factory=dict)
    own: Mapping[str, Mapping[Fraction, int]] = field(default_factory=dict)
    crossed: Mapping[Membership, int] | None = None
    own_by_group: Mapping[tuple[str, str], Mapping[str, Mapping[Fraction, int]]] = field(default_factory=dict)

    @classmethod
    def joined(cls, tallies: Sequence[Tally]) -> Tally:
        """Tally everything together, in any order and however it was parted; at least one."""
        first, *others = tallies
        total, straight = first.total, first.straight
        groups, products, minutes = dict(first.groups), dict(first.products), dict(first.minutes)
        not_given, partial = dict(first.not_given), dict(first.partial)
        unreadable = dict(first.unreadable)
        for other in others:
            total += other.total
            straight = tuple(a + b for a, b in zip(straight, other.straight, strict=True))
            _add_to(groups, other.groups)
            _add_to(products, other.products)
            _add_to(minutes, other.minutes)
            _add_to(not_given, other.not_given)
            _add_to(partial, other.partial)
            _add_to(unreadable, other.unreadable)
        own = own_of_all([each.own for each in tallies])
        return cls(
            total,
            grouped := _grouped(groups),
            products,
            straight,
            minutes,
            not_given,
            partial,
            unreadable,
            own,
            crossed=_crossed([each.crossed for each in tallies], _free(grouped)),
            own_by_group=own_of_groups([each.own_by_group for each in tallies], _named(grouped), own),
        )


@dataclass(frozen=True, slots=True)
class StoredTally:
    """What a result document keeps of a tally, so that documents add up without the exports.

    It has nothing of groups: their sums would tell more of them than the breakdowns do.
    ``own`` counts respondents by their own index: the exact weighted mean of the scored answers of one who
    answered every item of it (``{"IPAK": {"4": 19, "19/5": 3}}``), never by group. It is not told of an index
    of fewer respondents than a group must have to be shown, or with too many different values.
    """

    total: Counts
    products: Mapping[str, Products]
    own: Mapping[str, Mapping[str, int]] | None = field(default=None, metadata=ADDED_LATER)

    def __add__(self, other: StoredTally) -> StoredTally:
        """Tally both together; both are of the same rubric."""
        products = dict(self.products)
        _add_to(products, other.products)
        own = None
        if self.own is not None and other.own is not None:
            own = written_own(own_of_all([read_own(self.own), read_own(other.own)]))
        return StoredTally(self.total + other.total, products, own)


def _grouped(groups: Mapping[tuple[str, str], Counts]) -> dict[tuple[str, str], Counts]:
    """Make one group of a profile that has too many of them to be groups."""
    labels = Counter(profile for profile, _ in groups)
    free = {profile for profile, label in groups if label == UNGROUPED or labels[profile] > MOST_GROUPS}
    found = {key: counts for key, counts in groups.items() if key[0] not in free}
    for (profile, _), counts in groups.items():
        if profile in free:
            _add_to(found, {(profile, UNGROUPED): counts})
    return found


def _named(groups: Mapping[tuple[str, str], Counts]) -> list[tuple[str, str]]:
    """Return the groups that are known one by one."""
    return [(profile, label) for profile, label in groups if label != UNGROUPED]


def _free(groups: Mapping[tuple[str, str], Counts]) -> frozenset[str]:
    """Return the profiles that are free text, whose groups are one."""
    return frozenset(profile for profile, label in groups if label == UNGROUPED)


def _crossed(
    parts: Sequence[Mapping[Membership, int] | None], free: frozenset[str]
) -> Mapping[Membership, int] | None:
    """Add up the combinations of answers; too many of them are not told, however they were parted."""
    together: Counter[Membership] = Counter()
    for part in parts:
        if part is None:
            return None
        for answers, people in part.items():
            told = answers
            if free:
                told = tuple((code, UNGROUPED if code in free else label) for code, label in answers)
            together[told] += people
    return dict(together) if len(together) <= MOST_CROSSED else None


def _add(a: Matrix, b: Matrix) -> Matrix:
    return tuple(tuple(x + y for x, y in zip(p, q, strict=True)) for p, q in zip(a, b, strict=True))


def _add_numbers(a: Numbers, b: Numbers) -> Numbers:
    return tuple(tuple(whole(x + y) for x, y in zip(p, q, strict=True)) for p, q in zip(a, b, strict=True))


def whole(value: Number) -> Number:
    """Return a fraction that is whole as a whole number, so that a sum is the same however it was made."""
    return value if isinstance(value, int) or value.denominator > 1 else value.numerator


def _add_to(sums: dict[K, V], others: Mapping[K, V]) -> None:
    for key, value in others.items():
        sums[key] = sums[key] + value if key in sums else value


def values_of(item: Item, scale: Scale) -> Values:
    """Return every value that one response can give an item, lowest first."""
    return _values(scale.lowest, scale.highest, max(len(item.mean_of), 1))


def values_counted(number: int, scale: Scale) -> Values:
    """Return the values of an item of which so many are counted: more columns together have more of them.

    Raises ``ValueError`` where no number of columns has so many.
    """
    for together in range(1, MOST_TOGETHER + 1):
        if len(found := _values(scale.lowest, scale.highest, together)) == number:
            return found
    raise ValueError(f"no item has {number} values from {scale.lowest} to {scale.highest}")


@cache
def _values(lowest: int, highest: int, together: int) -> Values:
    """Return the means of up to so many answers; the values of fewer columns are among those of more."""
    if together == 1:
        return tuple(range(lowest, highest + 1))
    means = {
        Fraction(total, given)
        for given in range(1, together + 1)
        for total in range(given * lowest, given * highest + 1)
    }
    return tuple(map(whole, sorted(means)))


def sum_of_values(given: tuple[int, ...], item: Item, scale: Scale) -> Number:
    """Return the sum of an item's answers, after polarity."""
    upright = sum(value * count for value, count in valued(given, scale))
    turned = (scale.lowest + scale.highest) * sum(given) - upright
    return whole(upright if item.polarity is Polarity.POSITIVE else turned)


def valued(given: tuple[int, ...], scale: Scale) -> Iterator[tuple[Number, int]]:
    """Yield each value that an item's answers can have, with how often it was given."""
    return zip(values_counted(len(given), scale), given, strict=True)


def key_of(value: Number) -> str:
    """Return how documents write a value: ``4``, ``7/2``."""
    return exact_text(Fraction(value))


def is_between(key: str) -> bool:
    """Tell a value between those of the scale, as documents write it: the mean of several columns."""
    return "/" in key


def gathered(distribution: Mapping[str, AnswerShare]) -> dict[str, AnswerShare]:
    """Return the shares of the scale's values, and last those of all values between them together, if any."""
    shares = {key: share for key, share in distribution.items() if not is_between(key)}
    between = [share for key, share in distribution.items() if is_between(key)]
    if between:
        figure = weighted_sum((share.share, Fraction(1)) for share in between)
        # Answers alone lie between two values, so that they are counted; a recap has none of them.
        counts = [share.count for share in between if not isinstance(share.count, NotScored)]
        shares[BETWEEN] = AnswerShare(sum(counts), figure)
    return shares
