"""Categories against values, values against the scale, and predicates against their conditions."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.checks.common import (
    beside,
    by_table,
    is_in_table,
    joined,
    name_of,
    row_of,
    span_of,
    times,
    words_of,
)
from ipak_cli.audit.claim import Aside, Claim, ClaimKind, Claims
from ipak_cli.audit.document import Place
from ipak_cli.audit.finding import Finding
from ipak_cli.audit.instrument import COMBINED
from ipak_cli.base.figures import round_half_up, short
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.audit import (
    CATEGORY_NOT_OF_VALUE,
    OUTSIDE_SCALE,
    PREDICATE_NOT_OF_FIGURES,
    WOULD_BE,
)
from ipak_cli.rubric.survey import Band

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.audit.checks.common import Span
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.printed import Printed
    from ipak_cli.rubric.survey import Predicate

_OLDER: Final = re.compile(r"(?i)\bKEP[\s./]*25\b")
_OLDER_BANDS: Final = tuple(
    Band(code=code, name=name, minimum=minimum)
    for code, name, minimum in (
        ("A", "Sangat Baik", Fraction("81.26")), ("B", "Baik", Fraction("62.51")),
        ("C", "Kurang Baik", Fraction("43.76")), ("D", "Tidak Baik", Fraction(25)),
    )
)  # fmt: skip
"""The bands of KEP/25/M.PAN/2/2004, which a report may use that names it."""
_PLACES_OF_BANDS: Final = 2
_CONVERTED: Final = (ClaimKind.CONVERTED, ClaimKind.PERCENT)
_ON_SCALE: Final = (ClaimKind.ITEM_MEAN, ClaimKind.INDEX, ClaimKind.COMBINED)


def categories(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield categories that no value beside them, or of the same index elsewhere, has."""
    older = any(map(_OLDER.search, words_of(claims)))
    for claim in claims.of_kind(ClaimKind.CATEGORY):
        sets = _bands(claim, instrument)
        if not sets or claim.word is None:
            continue
        sets = (*sets, _OLDER_BANDS) if older else sets
        valued = _valued(claim, claims, instrument)
        if not valued or _named(claim.word, sets[0]) is None:
            continue
        if any(_has(claim.word, bands, low, high) for bands in sets for _, low, high in valued):
            continue
        value, low, _ = valued[0]
        right = dict.fromkeys(_words(band) for bands in sets if (band := _band(bands, low)))
        found = problem(
            CATEGORY_NOT_OF_VALUE,
            word=claim.word,
            what=name_of(claim.subject),
            value=InFull(str(value.number)),
        )
        yield Finding(found, (claim, value), (WOULD_BE(values=InFull(" atau ".join(right))),))


def older_bands_named(claims: Claims) -> tuple[Aside, ...]:
    """Return the words with which a report names the older bands, which count for its groups too."""
    named = (words for words in words_of(claims) if _OLDER.search(words))
    return tuple(Aside("", words, Place()) for words in sorted(named)[:1])


def _bands(claim: Claim, instrument: Instrument) -> tuple[Sequence[Band], ...]:
    """Return the bands that a subject's values have; an item has those of its index."""
    subject = claim.subject
    if subject is not None and subject in instrument.items:
        subject = instrument.index_of(subject)
    indices = instrument.rubric.indices
    index = instrument.indices.get(subject or "") or (
        indices[0] if subject is None and len(indices) == 1 else None
    )
    return (index.bands,) if index is not None and index.bands else ()


def _valued(claim: Claim, claims: Claims, instrument: Instrument) -> list[tuple[Claim, Fraction, Fraction]]:
    """Return the values of a category's subject in percent: those beside it, else those elsewhere."""
    near = beside(claim, claims, *_CONVERTED) or beside(claim, claims, *_ON_SCALE)
    if not near and claim.subject in instrument.indices:
        same = [
            each
            for each in claims.of_kind(*_CONVERTED, ClaimKind.INDEX)
            if (each.subject, each.period) == (claim.subject, claim.period) and each.number is not None
        ]
        near = tuple(each for each in same if each.kind in _CONVERTED) or tuple(same)
    factor = Fraction(100, instrument.rubric.scale.highest)
    return [
        (each, *times(_rounded(each.number) if each.kind in _CONVERTED else span_of(each.number), factor_of))
        for each in near
        if each.number is not None and (factor_of := 1 if each.kind in _CONVERTED else factor)
    ]


def _rounded(number: Printed) -> Span:
    """Return the values that a converted value can be, of which bands see two decimals alone."""
    return (number.value, number.value) if number.places >= _PLACES_OF_BANDS else span_of(number)


def _has(word: str, bands: Sequence[Band], low: Fraction, high: Fraction) -> bool:
    """Tell whether a value of an interval has the category that a word names, by its letter or name."""
    named = _named(word, bands)
    reached = {_band(bands, value) for value in (low, (low + high) / 2, high)}
    return named is not None and any(band is not None and band.code == named for band in reached)


def _band(bands: Sequence[Band], value: Fraction) -> Band | None:
    return max(
        (band for band in bands if round_half_up(value) >= band.minimum),
        key=lambda band: band.minimum,
        default=None,
    )


def _named(word: str, bands: Sequence[Band]) -> str | None:
    """Return the letter of the only band that a word names; letter and name of two bands are none."""
    plain = f" {normalise(word)} "
    by_name = sorted(bands, key=lambda band: -len(band.name))
    name = next((band.code for band in by_name if f" {normalise(band.name)} " in plain), None)
    letters = [band.code for band in bands if f" {normalise(band.code)} " in plain]
    if name is not None and letters and name not in letters:
        return ""
    return name or (letters[0] if len(letters) == 1 else None)


def _words(band: Band) -> str:
    return f"{band.code} ({band.name})"


def outside_scale(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield values that no answers on the scale can have: one finding a table, one a sentence."""
    wrong = [each for each in claims.of_kind(*ClaimKind) if _is_outside(each, instrument)]
    scale = instrument.rubric.scale
    tables = by_table(wrong)
    groups = [*tables.values(), *((each,) for each in wrong if not is_in_table(each))]
    for group in groups:
        low, high = _limits(group[0], instrument) or (Fraction(scale.lowest), Fraction(scale.highest))
        values = joined([f"{name_of(each.subject)} {each.number}" for each in group])
        found = problem(
            OUTSIDE_SCALE, values=InFull(values), lowest=InFull(short(low)), highest=InFull(short(high))
        )
        yield Finding(found, tuple(group))


def _is_outside(claim: Claim, instrument: Instrument) -> bool:
    limits = _limits(claim, instrument)
    return (
        limits is not None
        and claim.number is not None
        and (claim.number.high < limits[0] or claim.number.low > limits[1])
    )


def _limits(claim: Claim, instrument: Instrument) -> tuple[Fraction, Fraction] | None:
    """Return the least and the most that a claim's kind can be."""
    scale = instrument.rubric.scale
    lowest, highest = Fraction(scale.lowest), Fraction(scale.highest)
    percent = (100 * lowest / highest, Fraction(100))
    subject = claim.subject
    known = subject in instrument.items or subject in instrument.indices or subject == COMBINED
    if claim.kind in _ON_SCALE:
        return (lowest, highest) if known else None
    if claim.kind in _CONVERTED:
        return percent if known else None
    if claim.kind in {ClaimKind.SHARE, ClaimKind.RESPONSE_RATE}:
        return Fraction(0), Fraction(100)
    if claim.kind in {ClaimKind.POINTS, ClaimKind.COMPONENT} and claim.of is not None:
        return Fraction(0), claim.of.value
    return None


def predicates(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield conditions and predicates that are called met, or not met, against the claimed figures."""
    for claim in claims.of_kind(ClaimKind.PREDICATE):
        met = _is_met(claim.word)
        if met is None:
            continue
        beside_it = _condition_beside(claim, claims)
        if beside_it is not None:
            value, least = beside_it
            if _contradicts(
                met=met, value=value, minimum=least.number.value if least.number else Fraction(0)
            ):
                name = claim.subject or name_of(value.subject)
                yield _unmet(claim, name, value, least.number.value if least.number else Fraction(0), least)
            continue
        zi = instrument.rubric.zi
        predicate = next((each for each in zi.predicates if each.code == claim.subject), None) if zi else None
        if predicate is not None and met:
            yield from _of_predicate(claim, predicate, claims, instrument)


def _is_met(word: str | None) -> bool | None:
    plain = normalise(word or "")
    if re.search(r"\b(?:belum|tidak|gagal)\b", plain):
        return False
    return True if re.search(r"\b(?:terpenuhi|memenuhi|lulus|tercapai|layak|ya)\b", plain) else None


def _condition_beside(claim: Claim, claims: Claims) -> tuple[Claim, Claim] | None:
    """Return the value and the minimum in a condition's row, where it has just one of each."""
    if not is_in_table(claim):
        return None
    row = [each for each in claims.claims if row_of(each) == row_of(claim) and each.number is not None]
    least = [each for each in row if each.kind is ClaimKind.MINIMUM]
    values = [each for each in row if each.kind in {ClaimKind.POINTS, ClaimKind.COMPONENT, ClaimKind.INDEX}]
    return (values[0], least[0]) if len(least) == 1 and len(values) == 1 else None


def _contradicts(*, met: bool, value: Claim, minimum: Fraction) -> bool:
    if value.number is None:
        return False
    return value.number.high < minimum if met else value.number.low > minimum


def _unmet(claim: Claim, name: str, value: Claim, minimum: Fraction, *others: Claim) -> Finding:
    found = problem(
        PREDICATE_NOT_OF_FIGURES, name=name, word=claim.word, value=InFull(str(value.number)),
        minimum=InFull(short(minimum)),
    )  # fmt: skip
    sign = "<" if value.number is not None and value.number.value < minimum else ">="
    return Finding(found, (claim, value, *others), (), (f"{value.number} {sign} {short(minimum)}",))


def _of_predicate(
    claim: Claim, predicate: Predicate, claims: Claims, instrument: Instrument
) -> Iterator[Finding]:
    """Yield the first condition of a predicate that is called met which the claimed points do not meet."""
    zi = instrument.rubric.zi
    for condition in predicate.conditions:
        for component in zi.components if zi else ():
            whole = condition.of == component.code
            part = next((each for each in component.parts if condition.of == each.code), None)
            if not whole and part is None:
                continue
            codes = {getattr(each, "index", "performance") for each in ((part,) if part else component.parts)}
            most = part.points if part else component.points
            for value in claims.of_kind(ClaimKind.COMPONENT, ClaimKind.POINTS):
                same = value.subject in codes and value.period == claim.period
                if not same or value.of is None or value.of.value != most:
                    continue
                if _contradicts(met=True, value=value, minimum=condition.minimum):
                    yield _unmet(claim, f"{predicate.code}: {condition.name}", value, condition.minimum)
                    return
