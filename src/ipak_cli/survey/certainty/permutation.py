"""How often chance alone parts people into groups so far apart: counted exactly where that is feasible."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, comb, gcd, lcm
from typing import TYPE_CHECKING, Final

from ipak_cli.survey.certainty.quantiles import normal_tail

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.survey.certainty.distribution import Distribution

LEVEL: Final = Fraction(5, 100)
"""How often a test may find something where there is nothing."""
P_PLACES: Final = 6
"""Decimals of a stored p, rounded up: it is at most the level exactly when the p itself is."""
MOST_WORK: Final = 2 * 10**10
"""Bits moved by an exact count, about half a second; beyond it the normal approximation is used."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How often chance alone does as much, and whether it was counted exactly."""

    p: Fraction
    exact: bool


@dataclass(frozen=True, slots=True)
class _Draw:
    """Everybody's distances from one end of the scale in whole steps, and of whom so many are drawn.

    ``total`` is the sum of all distances, ``seen`` that of those who are drawn.
    """

    distances: Mapping[int, int]
    people: int
    drawn: int
    total: int
    seen: int


def chance_either_way(one: Distribution, other: Distribution, *, most_work: int = MOST_WORK) -> Chance:
    """Return how often a random parting of all respondents puts the means as far apart, either way.

    It is counted exactly where that moves at most ``most_work`` bits.
    """
    draw = _draw(one, other, from_top=None)
    if not draw.total:
        return Chance(Fraction(1), exact=True)
    expected = draw.drawn * draw.total
    apart = abs(draw.people * draw.seen - expected)
    if _work(draw) > most_work:
        return Chance(min(Fraction(1), 2 * _approximate(draw, Fraction(apart, draw.people))), exact=False)
    ways = _ways(draw)
    as_far = sum(count for s, count in enumerate(ways) if abs(draw.people * s - expected) >= apart)
    return Chance(Fraction(as_far, comb(draw.people, draw.drawn)), exact=True)


def chance_as_low(one: Distribution, rest: Distribution) -> Chance:
    """Return how often a random draw from all values is as low as those of ``one``.

    Where ``rest`` is the smaller, it is drawn, as high: the same count.
    """
    swapped = one.answers > rest.answers
    draw = _draw(one, rest, from_top=not swapped)
    if not draw.total:
        return Chance(Fraction(1), exact=True)
    # Distances from the top of a low draw, or from the bottom of a high one, are large.
    if _work(draw) > MOST_WORK:
        beyond = Fraction(draw.seen) - Fraction(draw.drawn * draw.total, draw.people)
        return Chance(_approximate(draw, beyond), exact=False)
    return Chance(Fraction(sum(_ways(draw)[draw.seen :]), comb(draw.people, draw.drawn)), exact=True)


def holm(chances: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Return each p as it counts among all of them (Holm, 1979): the smallest times their number, and so on.

    Where these are at most the level, the chance of any false finding among all is at most the level.
    """
    adjusted: dict[str, Fraction] = {}
    highest = Fraction(0)
    for place, name in enumerate(sorted(chances, key=lambda name: chances[name])):
        highest = max(highest, min(Fraction(1), (len(chances) - place) * chances[name]))
        adjusted[name] = highest
    return {name: adjusted[name] for name in chances}


def rounded_up(p: Fraction) -> Fraction:
    """Return a p with six decimals, never smaller than it is."""
    return Fraction(ceil(p * 10**P_PLACES), 10**P_PLACES)


def _draw(one: Distribution, other: Distribution, *, from_top: bool | None) -> _Draw:
    """Put all people together and draw the smaller group; without an end the one nearer to most is taken."""
    if (one.lowest, one.highest) != (other.lowest, other.highest):
        raise ValueError("values of two scales cannot be put together")
    smaller, larger = (one, other) if one.answers <= other.answers else (other, one)
    everybody = Counter(smaller.counts) + Counter(larger.counts)
    if from_top is None:
        middle = Fraction(one.lowest + one.highest, 2) * everybody.total()
        from_top = one.total + other.total >= middle
    end = max(everybody, default=one.highest) if from_top else min(everybody, default=one.lowest)
    step = _step(abs(end - value) for value in everybody)
    distances = {int(abs(end - value) / step): count for value, count in everybody.items()}
    return _Draw(
        distances,
        people=everybody.total(),
        drawn=smaller.answers,
        total=sum(distance * count for distance, count in distances.items()),
        seen=int(sum(abs(end - value) * count for value, count in smaller.counts.items()) / step),
    )


def _step(distances: Iterator[Fraction]) -> Fraction:
    """Return the largest step of which all distances are whole multiples."""
    given = [distance for distance in distances if distance]
    below = lcm(*(distance.denominator for distance in given))
    return Fraction(gcd(*(int(distance * below) for distance in given)) or 1, below)


def _movers(draw: _Draw) -> int:
    return draw.people - draw.distances.get(0, 0)


def _work(draw: _Draw) -> int:
    """Return no less than the bits that an exact count moves, without counting the draws themselves."""
    moved = _movers(draw)
    bits = min(draw.people, draw.drawn * draw.people.bit_length())
    return moved * min(draw.drawn, moved) * bits * (draw.total + 1)


def _ways(draw: _Draw) -> list[int]:
    """Return how many draws have the sum 0, 1, 2 ... up to the total.

    Person after person, for each number of people drawn so far; all sums of one number stand side by side
    in one whole number, each in as many bits as the largest count can have, so that drawing a person is one
    shift and one addition. People at distance 0 change no sum and are counted in at the end.
    """
    bits = comb(draw.people, draw.drawn).bit_length()
    most = min(draw.drawn, _movers(draw))
    packed = [1] + [0] * most
    met = 0
    for distance, count in sorted(draw.distances.items()):
        for _ in range(count if distance else 0):
            met += 1
            for taken in range(min(met, most), 0, -1):
                packed[taken] += packed[taken - 1] << (distance * bits)
    still = draw.distances.get(0, 0)
    together = sum(each * comb(still, draw.drawn - taken) for taken, each in enumerate(packed))
    mask = (1 << bits) - 1
    return [together >> (place * bits) & mask for place in range(draw.total + 1)]


def _approximate(draw: _Draw, beyond: Fraction) -> Fraction:
    """Return the chance of a sum so far beyond the expected one, by the normal curve of the same variance.

    Half a step is taken off, since sums are whole (continuity correction).
    """
    n, k = draw.people, draw.drawn
    squares = sum(distance**2 * count for distance, count in draw.distances.items())
    variance = Fraction(k * (n - k), n * (n - 1)) * (squares - Fraction(draw.total**2, n))
    corrected = beyond - Fraction(1, 2)
    if not variance:
        return Fraction(1)
    tail = normal_tail(corrected**2 / variance)
    return tail if corrected >= 0 else 1 - tail
