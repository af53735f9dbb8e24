"""From an item's numbers in a recap to what they say together; a contradiction is told, never settled."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import decimal, round_half_up
from ipak_cli.base.printed import nearest_means, sums_of
from ipak_cli.base.problem import Entry, Problem, problem
from ipak_cli.catalogue.recap import (
    RECAP_CELL_BLANK,
    RECAP_CONTRADICTS,
    RECAP_MEAN_IMPOSSIBLE,
    RECAP_MORE_THAN_RESPONDENTS,
    RECAP_N_UNKNOWN,
    RECAP_NUMBER_UNREADABLE,
    RECAP_OUT_OF_RANGE,
    RECAP_POLARITY_UNCLEAR,
)
from ipak_cli.catalogue.recap_forms import OR_NONE
from ipak_cli.rubric.survey import Polarity
from ipak_cli.survey.reading.recap_figures import Figures, Kind, Meaning, Said, cells_beside
from ipak_cli.survey.reading.recap_numbers import why_no_count
from ipak_cli.survey.reading.recap_terms import of_item, what_of
from ipak_cli.survey.reading.recap_told import span_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.base.printed import Printed
    from ipak_cli.rubric.survey import Item, Scale

_HUNDRED: Final = 100
_MEAN_PLACES: Final = 2
"""Decimals to which many offices round a mean before they convert it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an item's numbers say: answers, their possible sums, and how often each value was given.

    ``by_mean`` tells that nothing but a mean was given; ``skipped`` how many people did not answer, where the
    recap says so.
    """

    n: int
    sums: range
    counts: Mapping[int, int] | None = None
    by_mean: bool = False
    skipped: int | None = None


@dataclass(slots=True)
class ItemReader:
    """Reads the numbers of one item after the other, and keeps all that is wrong with them.

    ``respondents`` is the number of people where it is known, and ``people`` the cells that say it; ``usual``
    is what the items have that are filled in.
    """

    scale: Scale
    respondents: int | None
    people: Sequence[Said] = ()
    problems: list[Problem] = field(default_factory=list)
    usual: Kind | None = None

    def read(self, item: Item, figures: Figures) -> Known | None:
        """Return what the numbers of an item say; ``None`` where they are wrong or not enough."""
        if figures.unread:
            return None
        of = of_item(item.code)
        before = len(self.problems)
        counts = self.counts(figures, of)
        if counts is None and figures.of(Kind.COUNT):
            return None
        known = self._by_counts(item, figures, counts) if counts else self._by_sum(item, figures)
        if known is not None and self.respondents is not None and known.n > self.respondents:
            where = span_of([each.where for each in figures.of(Kind.N) or figures.of(Kind.COUNT)])
            told = {"value": known.n, "respondents": self.respondents}
            what = what_of(Meaning(Kind.N), of)
            self.problems.append(problem(RECAP_MORE_THAN_RESPONDENTS, where, what=what, **told))
        return known if len(self.problems) == before else None

    def counts(self, figures: Figures, of: Message) -> dict[int, int] | None:
        """Return how often each value was given; blank is 0 only where the others are all answers already."""
        said = figures.counts()
        if not said:
            return None
        counts = {
            value: whole for value, cells in said.items() if (whole := self._one(cells, of)) is not None
        }
        lacking = [value for value in self.scale.values if value not in said]
        complete = [self.respondents, *(each.whole for each in figures.of(Kind.N))]
        if lacking and sum(counts.values()) not in complete:
            for value in lacking:
                meaning = Meaning(Kind.COUNT, value)
                where = figures.blank.get(meaning, figures.label)
                told = {"what": what_of(meaning, of), "how": OR_NONE()}
                self.problems.append(problem(RECAP_CELL_BLANK, where, **told))
            return None
        counts |= dict.fromkeys(lacking, 0)
        return counts if len(counts) == len(self.scale.values) else None

    def shares(self, figures: Figures, counts: Mapping[int, int], of: Message) -> None:
        """Check percentages beside counts: of the answers, or of all respondents."""
        n = sum(counts.values())
        wholes = [n, self.respondents] if self.respondents else [n]
        for said in figures.of(Kind.SHARE):
            value = said.meaning.value
            count = counts.get(value) if value is not None else None
            if count is None or not n or any(is_share(said, Fraction(count, whole)) for whole in wholes):
                continue
            expected = f"{decimal(Fraction(count * _HUNDRED, n), 2)} %"
            self.contradicts(said, figures.of(Kind.COUNT), expected, of)

    def tell(self, entry: Entry, said: Said, of: Message, **values: object) -> None:
        """Note what is wrong with a number."""
        told = {"what": what_of(said.meaning, of), "value": said.number.text, **values}
        self.problems.append(problem(entry, said.where, **told))

    def contradicts(self, said: Said, others: Sequence[Said], expected: object, of: Message) -> None:
        """Note that a number is not what others make it; without any, what the user says makes it."""
        cells = cells_beside(said, others) or ("--respondents",)
        self.tell(RECAP_CONTRADICTS, said, of, cells=cells, expected=str(expected))

    def _one(self, said: Sequence[Said], of: Message) -> int | None:
        """Return the whole number that all of the cells say."""
        found: int | None = None
        for each in said:
            if each.whole is None:
                self.tell(RECAP_NUMBER_UNREADABLE, each, of, why=why_no_count(each.number))
            elif found is None:
                found = each.whole
            elif found != each.whole:
                self.contradicts(each, said, found, of)
        return found

    def _by_counts(self, item: Item, figures: Figures, counts: Mapping[int, int]) -> Known:
        of, cells = of_item(item.code), figures.of(Kind.COUNT)
        n = sum(counts.values())
        skipped = self._skipped(figures, n, of)
        people = n + (skipped or 0)
        upright = sum(value * count for value, count in counts.items())
        turned = (self.scale.lowest + self.scale.highest) * n - upright
        total = upright if item.polarity is Polarity.POSITIVE else turned
        for said in figures.of(Kind.N):
            if said.whole not in ({people} if said.meaning.people else {n, people}):
                self.contradicts(said, (*cells, *figures.of(Kind.SKIPPED)), people, of)
        for said in (*figures.of(Kind.SUM), *figures.of(Kind.TOTAL)):
            allowed = {total} if said.meaning.turned else {upright, total}
            allowed |= {n, people} if said.meaning.kind is Kind.TOTAL else set()
            if said.whole not in allowed:
                self.contradicts(said, cells, n if said.meaning.kind is Kind.TOTAL else total, of)
        for said in figures.of(Kind.MEAN):
            sums = (total,) if said.meaning.turned else (upright, total)
            if n and not any(self._fits(said, each, n) for each in sums):
                self.contradicts(said, cells, decimal(Fraction(total, n), max(2, said.places)), of)
        self.shares(figures, counts, of)
        return Known(n, range(total, total + 1), counts, skipped=skipped)

    def _skipped(self, figures: Figures, n: int, of: Message) -> int | None:
        """Return how many people did not answer, where a cell says so: they and those who did are all."""
        said = figures.of(Kind.SKIPPED)
        skipped = self._one(said, of) if said else None
        if skipped is not None and self.respondents is not None and n + skipped != self.respondents:
            others = (*figures.of(Kind.COUNT), *figures.of(Kind.N), *self.people)
            self.contradicts(said[0], others, max(0, self.respondents - n), of)
        return skipped

    def _by_sum(self, item: Item, figures: Figures) -> Known | None:
        """Read an item that has a sum or a mean."""
        of = of_item(item.code)
        given = [*figures.of(Kind.SUM), *figures.of(Kind.MEAN)]
        if not given:
            self.lacks(figures, of)
            return None
        unclear = [each for each in given if item.polarity is Polarity.NEGATIVE and not each.meaning.turned]
        for said in unclear:
            self.tell(RECAP_POLARITY_UNCLEAR, said, of)
        n = self._n(figures, given, of)
        if unclear or n is None:
            return None
        return self._sums(figures, n, of) if n else self._nobody(figures, given, of)

    def _nobody(self, figures: Figures, given: Sequence[Said], of: Message) -> Known:
        """Read an item that nobody answered: there is nothing to add up."""
        for said in given:
            if said.whole != 0:
                self.contradicts(said, figures.of(Kind.N), 0, of)
        return Known(0, range(1))

    def _n(self, figures: Figures, given: Sequence[Said], of: Message) -> int | None:
        said = figures.of(Kind.N)
        n = self._one(said, of) if said else self.respondents
        blank = figures.blank.get(Meaning(Kind.N))
        told = any(each.entry is RECAP_N_UNKNOWN for each in self.problems)
        if n is None and not said and (blank or not told):  # a column that is not there is told once
            where = blank or figures.label
            self.problems.append(problem(RECAP_N_UNKNOWN, where, what=what_of(given[0].meaning)))
        return n

    def _sums(self, figures: Figures, n: int, of: Message) -> Known | None:
        low, high = n * self.scale.lowest, n * self.scale.highest
        said, means = figures.of(Kind.SUM), figures.of(Kind.MEAN)
        if said:
            total = self._one(said, of)
            if total is None:
                return None
            if not low <= total <= high:
                self.tell(RECAP_OUT_OF_RANGE, said[0], of, low=low, high=high)
                return None
            for mean in means:
                if not self._fits(mean, total, n):
                    cells = (*said, *(figures.of(Kind.N) or self.people))
                    self.contradicts(mean, cells, decimal(Fraction(total, n), max(2, mean.places)), of)
            return Known(n, range(total, total + 1))
        return self._by_means(means, n, of)

    def _by_means(self, means: Sequence[Said], n: int, of: Message) -> Known | None:
        """Return the sums that all means of an item allow; converted ones only check them."""
        sums = range(n * self.scale.lowest, n * self.scale.highest + 1)
        first = [mean for mean in means if self._on_scale(mean)] or means
        for mean in first:
            found = self._sums_of(mean, n, of)
            if found is None:
                return None
            both = range(max(sums.start, found.start), min(sums.stop, found.stop))
            if not both:
                self.contradicts(mean, means, decimal(Fraction(sums[0], n), max(2, mean.places)), of)
                return None
            sums = both
        for mean in means:
            if mean not in first and not any(self._fits(mean, total, n) for total in sums):
                self.contradicts(mean, first, decimal(Fraction(sums[0], n), max(2, mean.places)), of)
        return Known(n, sums, by_mean=True)

    def _sums_of(self, said: Said, n: int, of: Message) -> range | None:
        """Return the sums that a printed mean of so many answers can have."""
        within = self._on_scale(said)
        if not within:
            self.tell(RECAP_OUT_OF_RANGE, said, of, low=self.scale.lowest, high=self.scale.highest)
            return None
        for printed in within:
            if sums := sums_of(printed, n):
                low, high = n * self.scale.lowest, n * self.scale.highest
                return range(max(low, sums.start), min(high + 1, sums.stop))
        nearest = tuple(decimal(each, max(2, within[0].places)) for each in nearest_means(within[0], n))
        self.tell(RECAP_MEAN_IMPOSSIBLE, said, of, n=n, nearest=nearest)
        return None

    def _on_scale(self, said: Said) -> list[Printed]:
        """Return what a number can be that is on the scale."""
        return [each for each in said.printed if self.scale.lowest <= each.value <= self.scale.highest]

    def _fits(self, said: Said, total: int, n: int) -> bool:
        """Tell whether a number is a mean as it is printed, also one converted to a hundred.

        What is headed "Nilai" may be the sum as well, or something that is no mean on any scale.
        """
        mean = Fraction(total, n)
        factor = Fraction(_HUNDRED, self.scale.highest)
        right = [mean, mean * factor]
        if said.meaning.weak:
            right.append(round_half_up(mean, _MEAN_PLACES) * factor)
        if any(each.rounds(exact) for each in said.printed for exact in right):
            return True
        other = all(not self.scale.lowest <= each.value <= _HUNDRED for each in said.printed)
        return said.meaning.weak and (said.whole == total or other)

    def lacks(self, figures: Figures, of: Message) -> None:
        """Say of an item or an index without a number that its cells are blank."""
        usual = [meaning for meaning in figures.blank if meaning.kind is self.usual]
        summed = (Kind.SUM, Kind.MEAN)
        blank = usual or [meaning for meaning in figures.blank if meaning.kind in summed][:1]
        blank = blank or [meaning for meaning in figures.blank if meaning.kind is Kind.COUNT]
        blank = blank or [*figures.blank][:1] or [Meaning(Kind.SUM)]
        for meaning in blank:
            where = figures.blank.get(meaning, figures.label)
            told = {"what": what_of(meaning, of), "how": ""}
            self.problems.append(problem(RECAP_CELL_BLANK, where, **told))


def is_share(said: Said, share: Fraction) -> bool:
    """Tell whether a number is a share as it is printed: in percent, or as a part of one."""
    for printed in said.printed:
        if printed.rounds(share * _HUNDRED):
            return True
        if not said.number.percent and printed.value <= 1 and printed.rounds(share):
            return True
    return False
