"""The attack on small groups: what a colleague can compute from all that circulates, and of how few people.

It stands on the reader's side and shares nothing with the program. It takes sets of people of whom a sum is
told (everybody of a period, each group that is shown, the row that gathers the others) and asks whether any
combination of these sums is left with fewer than five people in it. The reader knows who is in which group,
as a colleague may, and takes every figure for exact, however it was rounded: with five items and fifteen
people a mean of two decimals has one sum that fits.

Two searches are made, each of them blind where the other sees:

- for every two profile questions the least cut of a graph, which finds all there is between two of them. The
  groups are its nodes and the people its edges, each between the two groups that they are in; a set of groups
  of one question less a set of the other are the people whose edges leave the set;
- for all questions and periods together the reduced echelon form of the sums, over many orders of the people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

from makers.subtraction import Group, Rest

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

    from makers.subtraction import Person

    People = frozenset[int]

_PRIME = 1_000_003
ROUNDS = 25


def groups_told(who: Sequence[Person], told: Iterable[Group | Rest]) -> list[People]:
    """Return the people of each group of which outputs tell."""
    found = []
    for group in told:
        answers = [person.profile.get(group.question) for person in who]
        inside = (
            {answer for answer in answers if answer not in group.named}
            if isinstance(group, Rest)
            else {group.answer}
        )
        found.append(
            frozenset(
                number
                for number, person in enumerate(who)
                if group.period in person.periods and answers[number] in inside
            )
        )
    return found


def questions_told(who: Sequence[Person], told: Collection[Group | Rest]) -> list[list[People]]:
    """Return for each profile question the groups of which outputs tell, and everybody else as the last."""
    everybody = frozenset(range(len(who)))
    by_question: dict[str, list[Group | Rest]] = {}
    for group in told:
        if isinstance(group, Group):
            by_question.setdefault(group.question, []).append(group)
    parted = [groups_told(who, groups) for groups in by_question.values()]
    return [[*groups, everybody - frozenset().union(*groups)] for groups in parted]


def few_known(told: Collection[People], smallest: int, seed: int = 0, rounds: int = ROUNDS) -> People | None:
    """Return fewer than ``smallest`` people of whom a combination of sums tells; ``None`` if none is."""
    cells: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    sums = [members for members in dict.fromkeys(told) if members]
    for person in sorted(frozenset().union(*sums)):
        cells[tuple(number for number, members in enumerate(sums) if person in members)].append(person)
    rows = [
        {cell: 1 for cell, numbers in enumerate(cells) if number in numbers} for number in range(len(sums))
    ]
    people = [*cells.values()]
    random = Random(seed)  # noqa: S311 (no secret)
    for _ in range(rounds):
        order = [*range(len(people))]
        random.shuffle(order)
        rows = _reduced(rows, order)
        for row in rows:
            if sum(len(people[cell]) for cell in row) < smallest:
                return frozenset(person for cell in row for person in people[cell])
    return None


def _reduced(rows: Iterable[Mapping[int, int]], order: Sequence[int]) -> list[dict[int, int]]:
    """Return the reduced echelon form of rows modulo a prime, columns taken in this order."""
    left, done = [dict(row) for row in rows if row], list[dict[int, int]]()
    for column in order:
        pivot = next((row for row in left if column in row), None)
        if pivot is None:
            continue
        left.remove(pivot)
        inverse = pow(pivot[column], -1, _PRIME)
        pivot = {cell: value * inverse % _PRIME for cell, value in pivot.items()}
        for row in (*left, *done):
            if factor := row.get(column):
                _subtract(row, pivot, factor)
        done.append(pivot)
        left = [row for row in left if row]
    return done


def _subtract(row: dict[int, int], other: Mapping[int, int], factor: int) -> None:
    for cell, value in other.items():
        changed = (row.get(cell, 0) - factor * value) % _PRIME
        if changed:
            row[cell] = changed
        else:
            row.pop(cell, None)


def least_cut(questions: Sequence[Sequence[People]]) -> int | None:
    """Return how many people the least difference of any two questions is of; ``None`` for no difference.

    Of each question the groups, with who is in none of them as the last, part all people.
    """
    found = [
        cut
        for one, other in combinations(questions, 2)
        for cut in _least_cuts(
            Counter(
                (("a", a), ("b", b))
                for a, mine in enumerate(one)
                for b, theirs in enumerate(other)
                for _ in mine & theirs
            )
        )
    ]
    return min(found, default=None)


def _least_cuts(edges: Mapping[tuple[Hashable, Hashable], int]) -> Iterable[int]:
    """Yield the least cut of each connected part of a graph, as Stoer and Wagner find it."""
    graph: dict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    for (one, other), weight in edges.items():
        graph[one][other] += weight
        graph[other][one] += weight
    while graph:
        part, waiting = set(), [next(iter(graph))]
        while waiting:
            node = waiting.pop()
            if node not in part:
                part.add(node)
                waiting += graph[node]
        yield _stoer_wagner({node: Counter(graph.pop(node)) for node in part})


def _stoer_wagner(graph: dict[Hashable, Counter[Hashable]]) -> int:
    least = sum(sum(edges.values()) for edges in graph.values())
    while len(graph) > 1:
        start = next(iter(graph))
        weights, order = Counter({node: graph[start][node] for node in graph if node != start}), [start]
        while weights:
            tightest = max(weights, key=weights.__getitem__)
            last = weights.pop(tightest)
            order.append(tightest)
            for node in weights:
                weights[node] += graph[tightest][node]
        least = min(least, last)
        kept, merged = order[-2:]
        for node, weight in graph.pop(merged).items():
            del graph[node][merged]
            if node != kept:
                graph[kept][node] += weight
                graph[node][kept] += weight
    return least
