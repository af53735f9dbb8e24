"""Lines below the items of a recap, checked against them: totals, percentages, means."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import decimal, round_half_up
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.recap import RECAP_INDEX_OF_ROUNDED_WEIGHTS
from ipak_cli.survey.reading.recap_figures import Kind
from ipak_cli.survey.reading.recap_items import is_share
from ipak_cli.survey.reading.recap_terms import of_total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.recap_figures import RecapFigures, Said
    from ipak_cli.survey.reading.recap_items import ItemReader, Known

_HUNDRED: Final = 100
_WEIGHT_PLACES: Final = 2
"""Decimals of the weights that many offices take: 0,11 for 1/9."""
_PART_PLACES: Final = 3
"""Decimals to which a mean times its weight is rounded in their tables."""


@dataclass(frozen=True, slots=True)
class Footers:
    """Checks the footers of a recap whose items are ``known``."""

    figures: RecapFigures
    rubric: SurveyRubric
    reader: ItemReader
    known: Mapping[str, Known]

    def check(self) -> None:
        """Note every footer that is not what the items above it make."""
        for footer in self.figures.footers:
            above = [part for part in footer.above if part and all(code in self.known for code in part)]
            for said in footer.figures.said if above else ():
                if not any(self._agrees(footer.kind, said, part) for part in above):
                    cells = self._cells(above[0], said)
                    self.reader.contradicts(said, cells, self._expected(said, above[0]), of_total(""))

    def check_printed(self) -> None:
        """Note every printed index that the items do not make; one of rounded weights is told as such."""
        for code, said in self.figures.printed:
            index = next(each for each in self.rubric.indices if each.code == code)
            codes = [item.code for item in index.items]
            if any(each not in self.known or not self.known[each].n for each in codes):
                continue
            if self._agrees_mean(said, codes):
                continue
            factor = self._factor(said)
            exact = self._index_mean(codes) * factor
            weight = round_half_up(Fraction(1, len(codes)), _WEIGHT_PLACES)
            if len({*index.weights}) == 1 and self._is_of_weight(said, codes, weight):
                told = {"index": code, "value": said.number.text, "weight": decimal(weight, _WEIGHT_PLACES)}
                told |= {"items": str(len(codes)), "expected": decimal(exact, 2)}
                self.reader.problems.append(problem(RECAP_INDEX_OF_ROUNDED_WEIGHTS, said.where, **told))
            else:
                sources = [each for one in codes for each in self.figures.items[one].said]
                self.reader.contradicts(
                    said, sources, decimal(exact, max(2, said.number.places)), of_total(code)
                )

    def _factor(self, said: Said) -> Fraction:
        """Return by what a mean was multiplied: a number above the scale is converted to a hundred."""
        highest = self.rubric.scale.highest
        above = all(each.value > highest for each in said.printed)
        return Fraction(_HUNDRED, highest) if above else Fraction(1)

    def _index_mean(self, codes: Sequence[str]) -> Fraction:
        means = [Fraction(self.known[code].sums[0], self.known[code].n) for code in codes]
        return _weighted(means, [self._weights()[code] for code in codes])

    def _is_of_weight(self, said: Said, codes: Sequence[str], weight: Fraction) -> bool:
        """Tell an index whose parts, a mean times a rounded weight each, were rounded and added up."""
        slack = len(codes) * Fraction(1, 2 * 10**_PART_PLACES)
        factor = self._factor(said)
        low, high = (
            sum((Fraction(self.known[code].sums[end], self.known[code].n) * weight for code in codes), sign)
            for end, sign in ((0, -slack), (-1, slack))
        )
        return any(each.low <= high * factor and low * factor <= each.high for each in said.printed)

    def _agrees(self, kind: Kind, said: Said, codes: Sequence[str]) -> bool:
        if kind is Kind.SHARE:
            return self._agrees_share(said, codes)
        if said.meaning.kind is Kind.MEAN:
            return self._agrees_mean(said, codes)
        if kind is Kind.MEAN or said.meaning.kind in (Kind.SHARE, Kind.SKIPPED):
            return True  # what a mean of counts, or a sum of percentages, is called differs too much
        whole = said.whole
        allowed = set(self._sums(said, codes))
        return not allowed or whole in allowed

    def _agrees_share(self, said: Said, codes: Sequence[str]) -> bool:
        counts = self._counts(codes)
        value = said.meaning.value
        if counts is None or value is None or said.meaning.kind not in (Kind.COUNT, Kind.SHARE):
            return True
        total = sum(counts.values())
        return not total or is_share(said, Fraction(counts[value], total))

    def _sums(self, said: Said, codes: Sequence[str]) -> Iterator[int]:
        """Yield what the total of a column can be."""
        each = [self.known[code] for code in codes]
        match said.meaning.kind:
            case Kind.COUNT:
                counts = self._counts(codes)
                if counts is not None and said.meaning.value is not None:
                    yield counts[said.meaning.value]
            case Kind.N:
                people = [item.n + (item.skipped or 0) for item in each]
                answers = [item.n for item in each]
                yield from (sum(answers), max(answers), sum(people), max(people))
            case _ if all(len(item.sums) == 1 for item in each) and not self._turns(codes):
                yield sum(item.sums[0] for item in each)
                if said.meaning.kind is Kind.TOTAL:
                    yield from (sum(item.n for item in each), max(item.n for item in each))
            case _:
                pass

    def _agrees_mean(self, said: Said, codes: Sequence[str]) -> bool:
        """Tell whether a mean is that of the items' means, plain or weighted, or of all answers.

        Means that were rounded before are taken too: the ends of what they can be are as far apart.
        """
        if self._turns(codes):
            return True
        rounded = max((self._decimals(each) for code in codes for each in self._means(code)), default=2)
        slack = Fraction(1, 2 * 10**rounded)
        each = [self.known[code] for code in codes]
        weights = [self._weights()[code] for code in codes]
        low = [Fraction(item.sums[0], item.n) - slack for item in each if item.n]
        high = [Fraction(item.sums[-1], item.n) + slack for item in each if item.n]
        n = sum(item.n for item in each)
        if len(low) < len(each):
            return True
        ends = (
            (sum(low) / len(low), sum(high) / len(high)),
            (_weighted(low, weights), _weighted(high, weights)),
            (
                Fraction(sum(item.sums[0] for item in each), n) - slack,
                Fraction(sum(item.sums[-1] for item in each), n) + slack,
            ),
            (sum(low, Fraction(0)), sum(high, Fraction(0))),
        )
        factors = (Fraction(1), Fraction(_HUNDRED, self.rubric.scale.highest))
        return any(
            printed.low <= last * factor and first * factor <= printed.high
            for printed in said.printed
            for first, last in ends
            for factor in factors
        )

    def _decimals(self, said: Said) -> int:
        """Return the decimals of a mean: of "3,621", that may be thousands too, those of one on the scale."""
        scale = self.rubric.scale
        means = (each for each in said.number.readings if scale.lowest <= each.value <= scale.highest)
        return max(said.places, *(each.places for each in means), 0)

    def _means(self, code: str) -> Iterable[Said]:
        """Return the printed means of an item; one converted to a hundred says nothing of their decimals."""
        of_item = self.figures.items[code].of(Kind.MEAN) if code in self.figures.items else ()
        highest = self.rubric.scale.highest
        return [each for each in of_item if any(one.value <= highest for one in each.number.readings)]

    def _weights(self) -> dict[str, Fraction]:
        return {
            item.code: weight
            for index in self.rubric.indices
            for item, weight in zip(index.items, index.weights, strict=True)
        }

    def _turns(self, codes: Sequence[str]) -> bool:
        """Tell whether answers to one of the items are turned: its sum may be told either way."""
        return any(item.polarity.value == "negative" for item in self.rubric.items if item.code in codes)

    def _counts(self, codes: Sequence[str]) -> dict[int, int] | None:
        counts = [counts for code in codes if (counts := self.known[code].counts) is not None]
        if len(counts) < len(codes):
            return None
        return {value: sum(each[value] for each in counts) for value in self.rubric.scale.values}

    def _expected(self, said: Said, codes: Sequence[str]) -> str:
        counts = self._counts(codes)
        if said.meaning.kind is Kind.MEAN:
            means = [Fraction(self.known[code].sums[0], self.known[code].n) for code in codes]
            return decimal(sum(means, Fraction(0)) / len(means), max(2, said.places))
        if counts is not None and said.meaning.value is not None and self.reader is not None:
            count, total = counts[said.meaning.value], sum(counts.values())
            plain = said.number.whole is not None and not said.number.percent
            return str(count) if plain else f"{decimal(Fraction(count * _HUNDRED, total))} %"
        return str(next(self._sums(said, codes), ""))

    def _cells(self, codes: Sequence[str], said: Said) -> list[Said]:
        """Return the numbers that are added up."""
        kind = Kind.COUNT if said.meaning.kind is Kind.SHARE else said.meaning.kind
        return [
            each
            for code in codes
            for each in self.figures.items[code].of(kind)
            if each.meaning.value == said.meaning.value
        ]


def _weighted(means: Sequence[Fraction], weights: Sequence[Fraction]) -> Fraction:
    total = sum(weights, Fraction(0))
    return sum((mean * weight for mean, weight in zip(means, weights, strict=True)), Fraction(0)) / total
