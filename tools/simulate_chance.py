"""Try intervals and tests on invented populations: ``simulate_chance.py coverage``, ``... false-alarms``.

Each run invents everybody whom an office served, lets some of them answer, and looks whether the interval
holds the mean of all, or whether a test finds a difference where there is none. Seeded: the same figures
every time.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Final

from ipak_cli.survey.certainty.against_rest import GroupFinding, against_rest
from ipak_cli.survey.certainty.change import ChangeFinding, ChangeResult, change_of, changes_of
from ipak_cli.survey.certainty.distribution import Distribution
from ipak_cli.survey.certainty.first import ranked
from ipak_cli.survey.certainty.intervals import ConfidenceInterval, certainty_of
from ipak_cli.survey.certainty.quantiles import student

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Ends = tuple[Fraction | float, Fraction | float]
    Method = Callable[[Distribution, int, Random], Ends]

Answers = list[int]
LOWEST, HIGHEST = Fraction(1), Fraction(4)
SEED: Final = 90_2021
RESAMPLES: Final = 400


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of people: the share who give every item the highest answer, and how the others answer.

    Of the others each leans up or down for all items together, by ``lean``.
    """

    name: str
    content: float
    weights: tuple[float, float, float, float]
    lean: float


KINDS: Final = (
    Kind("most are content", 0.6, (0.02, 0.06, 0.22, 0.70), 2.0),
    Kind("nearly all are content", 0.75, (0.02, 0.08, 0.30, 0.60), 2.0),
    Kind("each answer alone", 0.0, (0.005, 0.015, 0.06, 0.92), 1.0),
    Kind("a few are very unhappy", 0.93, (0.60, 0.29, 0.10, 0.01), 1.5),
    Kind("threes and fours", 0.3, (0.01, 0.04, 0.45, 0.50), 3.0),
)
SIZES: Final = ((15, 40), (24, 60), (24, 200), (41, 120), (41, 1000))
"""How many answer, and how many were served."""
GROUPS: Final = (10, 12, 18)
"""How many are in each group."""


def person(kind: Kind, items: int, random: Random) -> Answers:
    """Invent one person's answers."""
    if random.random() < kind.content:
        return [4] * items
    lean = kind.lean ** random.uniform(-1, 1)
    weights = [weight * lean**place for place, weight in enumerate(kind.weights)]
    return random.choices((1, 2, 3, 4), weights, k=items)


def distribution(sums: Sequence[int], items: int = 1) -> Distribution:
    """Count what people gave so many items together, as their own index on the scale 1 to 4."""
    counts = {Fraction(total, items): count for total, count in Counter(sums).items()}
    return Distribution(lowest=LOWEST, highest=HIGHEST, counts=counts)


def coverage(
    kind: Kind, size: tuple[int, int], *, items: int, runs: int, ends: Method, seed: int = SEED
) -> float:
    """Return the share of runs whose interval holds the mean of all people served.

    ``size`` is how many answer and how many were served.
    """
    answering, population = size
    random = Random(seed)  # noqa: S311 (a simulation, no secret)
    held = 0
    for _ in range(runs):
        everybody = [sum(person(kind, items, random)) for _ in range(population)]
        mean = Fraction(sum(everybody), items * population)
        low, high = ends(distribution(everybody[:answering], items), population, random)
        held += low <= mean <= high
    return held / runs


def ours(given: Distribution, population: int, _: Random) -> Ends:
    """Return the ends of this program's interval."""
    interval = certainty_of(given.moments, population)
    if not isinstance(interval, ConfidenceInterval):
        raise TypeError("the simulation lets enough people answer, and not all")
    return interval.low, interval.high


def by_t(given: Distribution, population: int, _: Random) -> Ends:
    """Return the mean plus and minus t standard errors, corrected for the population."""
    moments, n = given.moments, given.answers
    unseen = 1 - n / population
    half = float(student(n - 1)) * (float(moments.variance) / n * unseen) ** 0.5
    return float(moments.value) - half, float(moments.value) + half


def by_bootstrap(given: Distribution, population: int, _: Random) -> Ends:
    """Return the middle 95 % of the means of resamples, drawn in as far as the population is seen.

    Its own source of random numbers keeps the people of all three methods the same.
    """
    n, mean, random = given.answers, float(given.value), Random(SEED)  # noqa: S311 (a simulation, no secret)
    values = [float(value) for value in given.counts]
    counts = list(given.counts.values())
    means = sorted(sum(random.choices(values, counts, k=n)) / n for _ in range(RESAMPLES))
    low, high = means[round(RESAMPLES * 0.025)], means[round(RESAMPLES * 0.975) - 1]
    unseen = (1 - n / population) ** 0.5
    return mean + (low - mean) * unseen, mean + (high - mean) * unseen


def false_changes(kind: Kind, sizes: tuple[int, int], *, items: int, runs: int, seed: int = SEED) -> float:
    """Return how often an index that did not change is called risen or fallen."""
    random = Random(seed)  # noqa: S311 (a simulation, no secret)
    found = 0
    for _ in range(runs):
        before, after = (
            distribution([sum(person(kind, items, random)) for _ in range(size)], items) for size in sizes
        )
        found += _is_found(change_of(before, after))
    return found / runs


def false_item_changes(
    kind: Kind, sizes: tuple[int, int], *, items: int, runs: int, seed: int = SEED
) -> float:
    """Return how often any item is called risen or fallen where none changed."""
    random = Random(seed)  # noqa: S311 (a simulation, no secret)
    found = 0
    for _ in range(runs):
        before, after = (by_item([person(kind, items, random) for _ in range(size)]) for size in sizes)
        found += any(map(_is_found, changes_of(before, after).values()))
    return found / runs


def false_first_items(kind: Kind, size: int, *, items: int, runs: int, seed: int = SEED) -> float:
    """Return how often any item is called lower than the others where all are alike."""
    random = Random(seed)  # noqa: S311 (a simulation, no secret)
    found = 0
    for _ in range(runs):
        people = [person(kind, items, random) for _ in range(size)]
        found += any(rank.lower for rank in ranked(by_item(people), {}))
    return found / runs


def false_groups(kind: Kind, sizes: Sequence[int], *, items: int, runs: int, seed: int = SEED) -> float:
    """Return how often any group is called higher or lower than the rest where all are alike."""
    random = Random(seed)  # noqa: S311 (a simulation, no secret)
    found = 0
    for _ in range(runs):
        groups = [[sum(person(kind, items, random)) for _ in range(size)] for size in sizes]
        rests = [[total for each in groups if each is not mine for total in each] for mine in groups]
        pairs = {
            str(place): (distribution(mine, items), distribution(rest, items))
            for place, (mine, rest) in enumerate(zip(groups, rests, strict=True))
        }
        told = set(against_rest(pairs).values())
        found += bool(told & {GroupFinding.HIGHER, GroupFinding.LOWER})
    return found / runs


def by_item(people: Sequence[Answers]) -> dict[str, Distribution]:
    """Return how often each item has each answer."""
    return {f"I{place}": distribution(given) for place, given in enumerate(zip(*people, strict=True), 1)}


def _is_found(change: object) -> bool:
    return isinstance(change, ChangeResult) and change.finding is not ChangeFinding.UNSURE


def show_coverage(runs: int) -> None:
    """Print how often intervals hold, by the kind of people, the size and the items of an index."""
    print("percent of runs in which the interval of 95 % holds the mean of all: ours, t, bootstrap")
    for kind in KINDS:
        for size in SIZES:
            for items in (1, 5, 9):
                rates = [
                    100 * coverage(kind, size, items=items, runs=runs, ends=ends)
                    for ends in (ours, by_t, by_bootstrap)
                ]
                print(
                    f"{kind.name:24} {size[0]:4} of {size[1]:4}, {items} items",
                    *(f"{rate:6.1f}" for rate in rates),
                )


def show_false_alarms(runs: int) -> None:
    """Print how often a test finds something where there is nothing, by the kind of people."""
    print("percent of runs with a false alarm: index and items changed, item lower, group differs")
    for kind in KINDS:
        rates = [
            100 * false_changes(kind, (24, 41), items=9, runs=runs),
            100 * false_item_changes(kind, (24, 41), items=14, runs=runs),
            100 * false_first_items(kind, 24, items=14, runs=runs),
            100 * false_groups(kind, GROUPS, items=9, runs=runs),
        ]
        print(f"{kind.name:24}", *(f"{rate:6.1f}" for rate in rates))


SHOWN: Final = {"coverage": show_coverage, "false-alarms": show_false_alarms}


def main() -> None:
    """Print the tables that are asked for, or both."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("what", nargs="?", choices=tuple(SHOWN))
    parser.add_argument("--runs", type=int, default=2000)
    asked = parser.parse_args()
    for name, show in SHOWN.items():
        if asked.what in (None, name):
            show(asked.runs)


if __name__ == "__main__":
    main()
