"""Random answers of an invented office in several periods, and what exactly follows from them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.period import Period


class Survey:
    """The answers of one period: ``answers`` of each item, one for each respondent."""

    def __init__(self, instrument: Instrument, period: Period, n: int, random: Random, good: float) -> None:
        self.instrument, self.period, self.n = instrument, period, n
        self.population = n + random.randint(0, 3 * n)
        self.answers: dict[str, list[int]] = {}
        for item in instrument.items:
            best = min(0.98, max(0.3, good + random.uniform(-0.15, 0.1)))
            weights = [(1 - best) / 8, (1 - best) / 4, (1 - best) * 5 / 8, best]
            self.answers[item] = random.choices([1, 2, 3, 4], weights, k=n)
        self.men = random.randint(1, n - 1)
        self.schooled = sorted(random.sample(range(1, n), 2))

    def total(self, item: str) -> int:
        return sum(self.answers[item])

    def mean(self, item: str) -> Fraction:
        return Fraction(self.total(item), self.n)

    def items_of(self, index: str) -> list[str]:
        return [item.code for item in self.instrument.indices[index].items]

    def weight(self, item: str) -> Fraction:
        index = self.instrument.indices[self.instrument.index_of(item)]
        return index.weights[[each.code for each in index.items].index(item)]

    def index(self, code: str) -> Fraction:
        return sum((self.mean(item) * self.weight(item) for item in self.items_of(code)), Fraction(0))

    @property
    def combined(self) -> Fraction:
        values = [self.index(code) for code in self.instrument.indices]
        return sum(values, Fraction(0)) / len(values)

    def stars(self, value: int, items: list[str] | None = None) -> int:
        return sum(self.answers[item].count(value) for item in items or self.answers)

    def lowest(self, count: int) -> list[str]:
        return sorted(self.answers, key=lambda item: (self.mean(item), item))[:count]
