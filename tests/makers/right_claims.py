"""The claims of right reports: every figure follows from random answers, rounded as an office may round."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from random import Random

from ipak_cli.base.figures import round_half_up
from ipak_cli.base.period import Period
from ipak_cli.base.printed import Printed
from makers.audit_claims import claim
from makers.instruments import instrument

_PERIODS = [Period.quarter(2024, number) for number in (1, 2, 3, 4)]


class Office:
    """One office's way of writing figures: its instrument, decimals and rounding, and its random answers."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 (tests repeat themselves)
        self.rubric = self.random.choice(["ipak-ipkp", "skm-14-2017"])
        self.instrument = instrument(self.rubric)
        self.places = self.random.choice([1, 2, 2, 2, 3])
        self.half_even = self.random.random() < 0.4
        self.periods = _PERIODS[-self.random.choice([1, 2, 3, 4]) :]
        self.n = {period: self.random.randint(5, 130) for period in self.periods}
        self.good = self.random.choice([0.5, 0.8, 0.95])
        self.answers = {period: self._answers(self.n[period]) for period in self.periods}

    def _answers(self, n: int) -> dict[str, list[int]]:
        weights = [(1 - self.good) / 6, (1 - self.good) / 3, (1 - self.good) / 2, self.good]
        return {item: self.random.choices([1, 2, 3, 4], weights, k=n) for item in self.instrument.items}

    def printed(self, value: Fraction, places: int | None = None) -> Printed:
        """Round as this office does."""
        places = self.places if places is None else places
        rounded = round_half_up(value, places)
        if self.half_even:
            rounded = Fraction(round(value * 10**places), 10**places)
        return Printed(rounded, places)

    def means(self, period: Period) -> dict[str, Fraction]:
        """The exact mean of every item."""
        return {item: Fraction(sum(given), len(given)) for item, given in self.answers[period].items()}

    def indices(self, period: Period) -> dict[str, Fraction]:
        """The exact value of every index."""
        means = self.means(period)
        return {
            index.code: sum(
                (means[item.code] * weight for item, weight in zip(index.items, index.weights, strict=True)),
                Fraction(0),
            )
            for index in self.instrument.rubric.indices
        }


def right_claims(seed):
    """Return a right report's claims, the id of its rubric, and the period that it is about."""
    office = Office(seed)
    reported = office.periods[-1]
    found = [*_people(office, reported)]
    for period in office.periods:
        found += _stars(office, period)
        found += _indices(office, period, "Tabel 3.9", period is reported)
    found += _items(office, reported)
    found += _changes(office)
    return found, office.rubric, reported


def _people(office, period):
    n = office.n[period]
    population = n + office.random.randint(0, 200)
    yield claim("respondents", None, str(n), period=period)
    yield claim("visitors", None, str(population), period=period)
    rate = office.printed(Fraction(100 * n, population))
    yield claim("response_rate", None, rate, period=period)
    yield claim("least_respondents", None, str(office.random.randint(1, n)), period=period)
    men = office.random.randint(0, n)
    for row, (group, count) in enumerate((("Laki-laki", men), ("Perempuan", n - men)), start=2):
        at = {"table": "Tabel 2.1", "row": row, "group": group, "period": period}
        share = office.printed(Fraction(100 * count, n))
        yield claim("share", None, share, count=str(count), of=str(n), **at)


def _stars(office, period):
    given = [value for answers in office.answers[period].values() for value in answers]
    for value in (1, 2, 3, 4):
        at = {"table": "Tabel 3.5", "row": value + 1, "period": period}
        yield claim("stars", str(value), str(given.count(value)), **at)
        yield claim("share", str(value), office.printed(Fraction(100 * given.count(value), len(given))), **at)


def _indices(office, period, table, reported):
    rubric = office.instrument.rubric
    highest = rubric.scale.highest
    shown = {}
    for row, (code, value) in enumerate(office.indices(period).items(), start=2):
        at = {"table": table, "row": row, "period": period}
        shown[code] = office.printed(value)
        yield claim("index", code, shown[code], **at)
        index = office.instrument.indices[code]
        # Some offices count on with the printed index: 3,91 is 97,75 %.
        basis = office.random.choice([value, shown[code].value])
        percent = office.printed(basis / highest * 100)
        yield claim("converted" if index.bands else "percent", code, percent, **at)
        if index.bands and basis == value:
            rounded = round_half_up(value / highest * 100)
            band = next(each for each in index.bands if rounded >= each.minimum)
            yield claim("category", code, word=office.random.choice([band.code, band.name]), **at)
        if rubric.zi is not None and reported:
            yield claim("points", code, office.printed(basis / highest * Fraction("17.5")), **at)
    if rubric.combined is not None:
        values = office.indices(period)
        mean = sum(values.values(), Fraction(0)) / len(values)
        yield claim("combined", "combined", office.printed(mean), table=table, row=9, period=period)


def _items(office, period):
    means = office.means(period)
    target = Printed(Fraction(office.random.choice(["3", "3.5", "4"])), 2)
    weights = {
        item.code: weight
        for index in office.instrument.rubric.indices
        for item, weight in zip(index.items, index.weights, strict=True)
    }
    for row, (item, mean) in enumerate(means.items(), start=2):
        at = {"table": "Tabel 3.2", "row": row, "period": period}
        shown = office.printed(mean)
        basis = office.random.choice([mean, shown.value])
        yield claim("sum", item, str(sum(office.answers[period][item])), **at)
        yield claim("item_mean", item, shown, **at)
        yield claim("weighted", item, office.printed(mean * weights[item], 3), **at)
        plan = {"table": "Tabel 4.1", "row": row, "period": period}
        yield claim("item_mean", item, shown, **plan)
        yield claim("target", item, target, **plan)
        yield claim("achievement", item, office.printed(basis / target.value * 100), **plan)
        yield claim("gap", item, office.printed(basis - target.value), **plan)


def _changes(office):
    for earlier, later in pairwise(office.periods):
        for code in office.instrument.indices:
            first, last = office.indices(earlier)[code], office.indices(later)[code]
            word = "naik" if last > first else "turun" if last < first else "tetap"
            size = office.printed(abs(last - first))
            yield claim(
                "change",
                code,
                size,
                word=word,
                unit="poin",
                period=later,
                series=[(earlier, None), (later, None)],
            )
            percent = office.printed(abs(last - first) / first * 100)
            yield claim(
                "change",
                code,
                percent,
                word=word,
                unit="persen",
                period=later,
                series=[(earlier, None), (later, None)],
            )
    for code in office.instrument.indices:
        values = [office.indices(period)[code] for period in office.periods]
        if len(values) > 2:
            steps = [(period, None) for period in office.periods]
            yield claim("trend_word", code, word=_word(values), series=steps, period=office.periods[-1])


def _word(values):
    rises = [b > a for a, b in pairwise(values)]
    falls = [b < a for a, b in pairwise(values)]
    if any(rises) and any(falls):
        return "fluktuatif"
    return "meningkat" if any(rises) else "menurun" if any(falls) else "tetap"
