"""PEKPPP: the index of F-02 against its aspects, weighted aspects, IPP, and their categories."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.checks.common import beside, by_subject, fits, joined, shown, span_of, times, total_of
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.base.figures import decimal, round_half_up, short
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.audit import (
    ASPECTS_NOT_INDEX,
    CATEGORY_NOT_OF_VALUE,
    OUTSIDE_SCALE,
    WEIGHTED_NOT_OF_ITEM,
    WOULD_BE,
)
from ipak_cli.rubric.types import HIGHEST_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.audit.checks.common import Span
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.rubric.pekppp import Aspect, PekpppRubric

F02: Final = "F-02"
F03: Final = "F-03"
IPP: Final = "IPP"
_TOTALS: Final = (
    (F02, re.compile(r"(?i)\bF-?0?2\b")), (F03, re.compile(r"(?i)\bF-?0?3\b")),
    (IPP, re.compile(r"(?i)\bIPP\b|\bindeks pelayanan publik\b")),
)  # fmt: skip


def _subject(claim: Claim, rubric: PekpppRubric) -> str | None:
    """Return the letter of the aspect, or the total, that a claim is about."""
    plain = normalise(claim.subject or "")
    aspect = next((each.code for each in rubric.aspects if plain in {normalise(each.name), each.code}), None)
    return aspect or next((code for code, pattern in _TOTALS if pattern.search(claim.subject or "")), None)


def _figures(claims: Claims, rubric: PekpppRubric) -> Mapping[str, tuple[Claim, ...]]:
    found: dict[str, tuple[Claim, ...]] = {}
    for claim in claims.of_kind(ClaimKind.ASPECT):
        subject = _subject(claim, rubric)
        if subject is not None and claim.number is not None:
            found[subject] = (*found.get(subject, ()), claim)
    return found


def aspects(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield an F-02 that is not the weighted sum of its aspects, and an IPP not that of F-02 and F-03."""
    rubric = instrument.pekppp
    if rubric is None:
        return
    figures = _figures(claims, rubric)
    yield from _total(F02, figures, [(each.code, each.weight / 100) for each in rubric.aspects])
    yield from _total(IPP, figures, [(F02, rubric.ipp.f02), (F03, rubric.ipp.f03)])
    wrong = [
        each for name in figures.values() for each in name if each.number and each.number.low > HIGHEST_LEVEL
    ]
    if wrong:
        values = InFull(joined([f"{each.subject} {each.number}" for each in wrong]))
        found = problem(OUTSIDE_SCALE, values=values, lowest=InFull("0"), highest=InFull(str(HIGHEST_LEVEL)))
        yield Finding(found, tuple(wrong))


def _total(
    name: str, figures: Mapping[str, tuple[Claim, ...]], parts: Sequence[tuple[str, Fraction]]
) -> Iterator[Finding]:
    """Yield the first total that is no weighted sum of any values that the report gives its parts."""
    if any(code not in figures for code, _ in parts):
        return
    known = [figures[code][0] for code, _ in parts]
    weights = [weight for _, weight in parts]
    low, high = total_of(
        [_widest(figures[code]) for code, _ in parts], weights
    )  # a part may be printed with other decimals elsewhere
    for total in figures.get(name, ()):
        if total.number is None or fits(total.number, (low, high)):
            continue
        right = shown((low, high), max(total.number.places, 2))
        found = problem(ASPECTS_NOT_INDEX, what=name, value=InFull(str(total.number)), aspects=len(parts))
        added = " + ".join(f"{short(w)} x {c.number}" for c, w in zip(known, weights, strict=True))
        yield Finding(found, (total, *known), (WOULD_BE(values=InFull(right)),), (f"{added} = {right}",))
        return


def _widest(claims: Sequence[Claim]) -> Span:
    spans = [span_of(each.number) for each in claims if each.number is not None]
    return min(span[0] for span in spans), max(span[1] for span in spans)


def weighted_aspects(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, as one finding, weighted values of aspects that are not the aspect's index times its weight."""
    rubric = instrument.pekppp
    if rubric is None:
        return
    known = {each.code: each for each in rubric.aspects}
    wrong: list[tuple[Claim, Claim, Aspect]] = []
    for claim in claims.of_kind(ClaimKind.WEIGHTED):
        aspect = known.get(_subject(claim, rubric) or "")
        value = by_subject(beside(claim, claims, ClaimKind.ASPECT)).get(claim.subject or "")
        if aspect is None or value is None or value.number is None or claim.number is None:
            continue
        if not any(
            fits(claim.number, times(span_of(value.number), w)) for w in (aspect.weight, aspect.weight / 100)
        ):
            wrong.append((claim, value, aspect))
    if wrong:
        values = InFull(joined([f"{c.subject} {c.number} (dari {v.number})" for c, v, _ in wrong]))
        steps = tuple(
            f"{c.subject}: {v.number} x {short(a.weight)} % = {decimal(v.number.value * a.weight / 100)}"
            for c, v, a in wrong
            if v.number is not None
        )
        found = problem(WEIGHTED_NOT_OF_ITEM, count=len(wrong), values=values)
        yield Finding(found, tuple(each for c, v, _ in wrong for each in (c, v)), (), steps)


def categories(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield categories of F-02, of IPP or of an aspect that the claimed value does not have."""
    rubric = instrument.pekppp
    if rubric is None:
        return
    figures = _figures(claims, rubric)
    for claim in claims.of_kind(ClaimKind.CATEGORY):
        subject = _subject(claim, rubric)
        values = beside(claim, claims, ClaimKind.ASPECT) or figures.get(subject or "", ())
        named = _named(claim.word or "", rubric)
        if subject is None or named is None or not values:
            continue
        reached = [
            _category(rubric, bound)
            for each in values
            if each.number
            for bound in (*span_of(each.number), each.number.value)
        ]
        if named in reached:
            continue
        found = problem(
            CATEGORY_NOT_OF_VALUE, word=claim.word, what=subject, value=InFull(str(values[0].number))
        )
        right = values[0].number.value if values[0].number else Fraction(0)
        best = next(each for each in rubric.categories if each.code == _category(rubric, right))
        shown_ = InFull(f"{best.code} ({best.name})")
        yield Finding(found, (claim, values[0]), (WOULD_BE(values=shown_),))


def _category(rubric: PekpppRubric, value: Fraction) -> str:
    """Return the letter of the category of an index, rounded half up to two places."""
    rounded = round_half_up(value)
    reached = (each.code for each in rubric.categories if rounded >= each.minimum)
    return next(reached, rubric.categories[-1].code)


def _named(word: str, rubric: PekpppRubric) -> str | None:
    """Return the letter of the category that a word names, by its name or by the letter before it."""
    letter = re.match(r"\s*([A-F]-?)(?!\w)", word)
    codes = {each.code for each in rubric.categories}
    if letter and letter[1] in codes:
        return letter[1]
    plain = f" {normalise(word)} "
    by_name = sorted(rubric.categories, key=lambda each: -len(each.name))
    return next((each.code for each in by_name if f" {normalise(each.name)} " in plain), None)
