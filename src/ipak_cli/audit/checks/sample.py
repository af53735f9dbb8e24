"""Respondents against visitors, the report's own minimum, and the size that a named rule gives."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.checks.common import counts_of, fits, shown, whole, words_of
from ipak_cli.audit.checks.stars import star_sets
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.audit.people_words import SOME
from ipak_cli.base.message import InFull
from ipak_cli.base.period import period_words
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit import (
    ANSWERS_AS_RESPONDENTS,
    BELOW_MINIMUM,
    BELOW_MINIMUM_CENSUS,
    RATE_NOT_OF_COUNTS,
    RESPONDENTS_ABOVE_VISITORS,
    SIZE_NOT_OF_RULE,
    WOULD_BE,
)
from ipak_cli.survey.sample import krejcie_morgan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.period import Period

_RULE: Final = re.compile(r"(?i)\b(krejcie|morgan|slovin)\b")
_TOLD: Final = re.compile(
    r"(?i)(?=.*\b(?:responden|sampel|pengunjung|pengguna|populasi)\b)"
    r".*\b(?:sensus|(?:belum|tidak) (?:cukup|tercapai|terpenuhi|mencapai|memenuhi)"
    r"|kurang dari (?:batas|jumlah|ketentuan|minim\w+|\d+)|di bawah (?:batas|jumlah|ketentuan|minim\w+|\d+)"
    r"|(?:seluruh|semua)\s+(?:\d+\s+|\w+\s+)?(?:pengunjung|pengguna|populasi|penerima))\b"
)
"""Words with which a report says itself that a minimum was not reached, or why it need not be."""
_ERROR: Final = re.compile(
    r"(?i)(?:\be\b\s*=?|error|galat|kesalahan|toleransi|presisi|eror)\D{0,25}?(\d+(?:[.,]\d+)?)\s*(%|persen)?"
)
_PEOPLE: Final = re.compile(r"(?i)\bresponden\b")
_TABLE: Final = (
    *range(10, 100, 5), *range(100, 300, 10), *range(300, 500, 20), *range(500, 1000, 50),
    *range(1000, 2000, 100), *range(2000, 3000, 200), *range(3000, 5001, 500), *range(6000, 10001, 1000),
    15000, 20000, 30000, 40000, 50000, 75000, 1000000,
)  # fmt: skip
"""The populations of the table of Krejcie and Morgan (1970), in which offices look a size up."""


def minimum(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield fewer respondents than the report itself calls the fewest, where it does not say so."""
    del instrument
    respondents = counts_of(claims, ClaimKind.RESPONDENTS).get(claims.period, ())
    visitors = counts_of(claims, ClaimKind.VISITORS).get(claims.period, ())
    fewest = [each for each in claims.of_kind(ClaimKind.LEAST_RESPONDENTS) if whole(each) is not None]
    if not respondents or not fewest or any(map(_TOLD.search, words_of(claims))):
        return
    said = max(respondents, key=lambda each: whole(each) or 0)
    count = whole(said) or 0
    least = max(fewest, key=lambda each: whole(each) or 0)
    if count >= (whole(least) or 0):
        return
    everybody = next((each for each in visitors if whole(each) == count), None)
    if everybody is not None:
        found = problem(BELOW_MINIMUM_CENSUS, respondents=count, minimum=whole(least), visitors=count)
        yield Finding(found, (said, least, everybody), (), (f"{count} < {least.number}",))
    else:
        found = problem(BELOW_MINIMUM, respondents=count, minimum=whole(least))
        yield Finding(found, (said, least), (), (f"{count} < {least.number}",))


def visitors(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield more respondents than visitors, and response rates that are not those of the two."""
    del instrument
    people = counts_of(claims, ClaimKind.VISITORS)
    for period, respondents in counts_of(claims, ClaimKind.RESPONDENTS).items():
        present = people.get(period, ())
        if not present or period is None:
            continue
        fewest = min(respondents, key=lambda each: whole(each) or 0)
        most = max(present, key=lambda each: whole(each) or 0)
        if (whole(fewest) or 0) > (whole(most) or 0):
            found = problem(
                RESPONDENTS_ABOVE_VISITORS, respondents=whole(fewest), visitors=whole(most),
                period=InFull(period_words(period)),
            )  # fmt: skip
            yield Finding(found, (fewest, most), (), (f"{fewest.number} > {most.number}",))
        for rate in claims.of_kind(ClaimKind.RESPONSE_RATE):
            if rate.period != period or rate.number is None:
                continue
            pairs = [(r, v) for r in respondents for v in present if whole(v)]
            rates = [Fraction(100 * (whole(r) or 0), whole(v) or 1) for r, v in pairs]
            if not rates or any(fits(rate.number, (each, each)) for each in rates):
                continue
            said, there = pairs[0]
            found = problem(
                RATE_NOT_OF_COUNTS,
                value=InFull(str(rate.number)),
                respondents=whole(said),
                visitors=whole(there),
            )
            right = shown((rates[0], rates[0]), max(rate.number.places, 2))
            yield Finding(
                found, (rate, said, there), (WOULD_BE(values=InFull(f"{right} %")),),
                (f"{said.number} / {there.number} x 100 = {right}",),
            )  # fmt: skip


def size_of_rule(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield sample sizes that the rule that they name does not give for the claimed population."""
    del instrument
    for claim in claims.of_kind(ClaimKind.LEAST_RESPONDENTS):
        rule = _RULE.search(claim.word or "") or _RULE.search(claim.words)
        populations = [
            whole(each) or 0
            for each in claims.of_kind(ClaimKind.VISITORS)
            if each.period == claim.period and whole(each)
        ]
        size = whole(claim)
        if rule is None or size is None or not populations:
            continue
        slovin = rule[1].lower() == "slovin"
        error = _error(claim, claims) if slovin else None
        if slovin and error is None:
            continue
        allowed = [_slovin(n, error) if error is not None else _krejcie_morgan(n) for n in populations]
        if any(size in each for each in allowed):
            continue
        n, right = populations[0], allowed[0]
        name = f"rumus Slovin (e = {error})" if slovin else "rumus Krejcie dan Morgan"
        found = problem(SIZE_NOT_OF_RULE, value=size, rule=InFull(name), population=n)
        steps = (f"n = {n} / (1 + {n} x ({error})^2) = {_fraction(n, error)}",) if error is not None else ()
        values = InFull(" atau ".join(map(str, sorted(right))))
        yield Finding(found, (claim,), (WOULD_BE(values=values),), steps)


def _error(claim: Claim, claims: Claims) -> Fraction | None:
    """Return the error that the sentence, or the only other one about Slovin's rule, asks for."""
    texts = dict.fromkeys(
        [claim.words, *(each.words for each in claims.claims if "slovin" in each.words.lower())]
    )
    for text in texts:
        if found := _ERROR.search(text):
            value = Fraction(found[1].replace(",", "."))
            return value / 100 if found[2] or value >= 1 else value
    return None


def _slovin(population: int, error: Fraction) -> set[int]:
    exact = Fraction(population) / (1 + population * error**2)
    return {int(exact // 1), int(-(-exact // 1))}


def _fraction(population: int, error: Fraction) -> str:
    exact = Fraction(population) / (1 + population * error**2)
    return shown((exact, exact), 2)


def _krejcie_morgan(population: int) -> set[int]:
    """Return the sizes that are right: rounded either way, or that of the table's next rows."""
    rows = [max((n for n in _TABLE if n <= population), default=population),
            min((n for n in _TABLE if n >= population), default=population)]  # fmt: skip
    sizes = {krejcie_morgan(n) for n in (population, *rows)}
    return {size + more for size in sizes for more in (-1, 0, 1)}


def answers_as_respondents(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield numbers of answers that a report calls respondents."""
    items = len(instrument.items)
    respondents = counts_of(claims, ClaimKind.RESPONDENTS)
    for period, said in respondents.items():
        for most in said:
            fewer = next(
                (each for each in said if (whole(each) or 0) * items == whole(most) and whole(each)), None
            )
            if fewer is not None and fewer is not most and items > 1 and period is not None:
                why = f"{most.number} = {fewer.number} responden x {items} butir"
                yield Finding(problem(ANSWERS_AS_RESPONDENTS, why=InFull(why)), (most, fewer), (), (why,))
                break
    yield from _more_than_all(claims, respondents)
    called = [
        stars
        for stars in star_sets(claims, instrument)
        if stars.subject is None and all(_PEOPLE.search(each.words) for each in stars.claims)
        and all(each.place.row is None for each in stars.claims)
    ]  # fmt: skip
    if not called or items == 1 or any(stars.answers % items for stars in called):
        return
    why = "; ".join(
        f"{stars.answers} jawaban = {stars.answers // items} responden x {items} butir" for stars in called
    )
    found = problem(ANSWERS_AS_RESPONDENTS, why=InFull(why))
    yield Finding(found, tuple(claim for stars in called for claim in stars.claims), (),
                  tuple(stars.added for stars in called))  # fmt: skip


def _more_than_all(claims: Claims, respondents: Mapping[Period | None, Sequence[Claim]]) -> Iterator[Finding]:
    """Yield numbers of some respondents that are more than all respondents of their period."""
    for some in claims.claims:
        everybody = respondents.get(some.period, ())
        if some.word != SOME or not everybody:
            continue
        most = max(everybody, key=lambda each: whole(each) or 0)
        if (whole(some) or 0) > (whole(most) or 0):
            why = f"{some.number} di antara {most.number} responden"
            yield Finding(problem(ANSWERS_AS_RESPONDENTS, why=InFull(why)), (some, most), (), (why,))
