"""What can be computed from the groups that are shown: whether any sum or difference is of a few people.

Everything that is shown is a sum over people: all of them, and each group. A reader who knows which groups
each person is in can add and subtract these sums across all profile questions. What that gives away is a
combination of them in which only a few people are left, as ``job Guru - service A`` is, where fifteen of the
sixteen teachers used service A.

People who are in the same groups are counted everywhere together: they are one column of a matrix that has a
row for each shown sum. A few people are given away exactly when some combination of the rows is zero in all
columns but theirs. Columns of many people must be zero in it, so these are eliminated first; for a large
survey nothing is left then. In what is left, the rows of the reduced echelon form are the combinations with
few columns; which ones appear depends on the order of the columns, so several orders are tried, always the
same ones (information-set decoding, as the search for light words of a linear code is called).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy.typing as npt

    from ipak_cli.survey.tally import Membership

    Matrix = npt.NDArray[np.int64]
    Places = npt.NDArray[np.intp]

Group = tuple[str, str]
"""A profile question's code and an answer to it."""
_PRIME: Final = 2_147_483_647
"""Fractions are calculated modulo a large prime, so that they stay whole; its square fits into 64 bits."""
_ORDERS: Final = 60
"""Orders of the columns that are tried: a combination of few people appears in about a third of them."""
_MIXER: Final = 1_103_515_245
"""Multiplied with it, numbers in a row are spread over all remainders of the prime."""


def giving_away(
    crossed: Mapping[Membership, int], shown: Sequence[Group], smallest: int
) -> list[Group] | None:
    """Return the groups whose sums together give away fewer than ``smallest`` people; ``None`` if none do.

    ``crossed`` counts people by all that they answered. The total of all is taken as known: where it gives
    away few people on its own, the list is empty.
    """
    people = np.array([*crossed.values()], np.int64)
    sums = _sums(crossed, shown)
    few = people < smallest
    many, sizes = int((~few).sum()), people[few]
    # A unit matrix beside the sums tells of each combination which rows it is made of.
    rows = np.hstack([sums[:, ~few], sums[:, few], np.eye(len(sums), dtype=np.int64)])
    left = _reduced(rows, np.arange(many))[1][:, many:]
    left = left[left[:, : len(sizes)].any(axis=1)]
    for order in _orders(len(sizes)) if len(left) else ():
        found = _reduced(left, order)[0]
        touched = ((found[:, : len(sizes)] != 0) * sizes).sum(axis=1)
        for row in np.flatnonzero((touched > 0) & (touched < smallest)).tolist():
            made_of = np.flatnonzero(found[row, len(sizes) :])
            return [shown[number - 1] for number in made_of.tolist() if number]
    return None


def _sums(crossed: Mapping[Membership, int], shown: Sequence[Group]) -> Matrix:
    """Return who is counted in what is shown: a row for the total and each group, a column a combination."""
    row_of = {group: number for number, group in enumerate(shown, 1)}
    sums = np.zeros((len(shown) + 1, len(crossed)), np.int64)
    sums[0] = 1
    for column, answers in enumerate(crossed):
        for answer in answers:
            if (row := row_of.get(answer)) is not None:
                sums[row, column] = 1
    return sums


def _orders(columns: int) -> Iterator[Places]:
    numbers = np.arange(1, columns + 1)
    for order in range(1, _ORDERS + 1):
        yield np.argsort(numbers * order % _PRIME * _MIXER % _PRIME, kind="stable")


def _reduced(rows: Matrix, columns: Places) -> tuple[Matrix, Matrix]:
    """Reduce rows on some columns in turn; return those with a pivot there, and those that are zero there."""
    left, done = rows.copy(), np.zeros(len(rows), np.bool_)
    while (filled := left[np.ix_(~done, columns)].any(axis=0)).any():
        column = columns[int(filled.argmax())]
        pivot = int(np.flatnonzero((left[:, column] != 0) & ~done)[0])
        done[pivot] = True
        left[pivot] = left[pivot] * pow(int(left[pivot, column]), -1, _PRIME) % _PRIME
        factors = left[:, column].copy()
        factors[pivot] = 0
        others = np.flatnonzero(factors)
        left[others] = (left[others] - factors[others, None] * left[pivot]) % _PRIME
    return left[done], left[~done]
