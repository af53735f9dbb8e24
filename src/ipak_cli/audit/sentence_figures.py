"""What one number of a sentence claims, by its unit and by what is named before it in its clause."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from ipak_cli.audit.cell import NOWHERE, PERFORMANCE
from ipak_cli.audit.claim import Claim, ClaimKind
from ipak_cli.audit.instrument import COMBINED
from ipak_cli.audit.no_value import GAP, is_no_value
from ipak_cli.audit.people_words import THINGS, counted, group_of, star_of
from ipak_cli.audit.topic import Topic, pekppp_total_before

if TYPE_CHECKING:
    from ipak_cli.audit.clause import Clause
    from ipak_cli.audit.number_words import Number
    from ipak_cli.base.period import Period

ASIDE: Final = "aside"
Figures: TypeAlias = "tuple[Claim, ...] | Literal['aside']"
"""A number's claims, one for each subject; ``ASIDE`` where it is no figure of the survey; none: unclear."""
_RATE: Final = re.compile(
    r"(?i)\b(?:tingkat\s+(?:respons?|partisipasi|pengembalian|pengisian)|response\s+rate)\b"
)
_ERROR: Final = re.compile(
    r"(?i)\b(?:kesalahan|galat|error|kepercayaan|signifikansi|toleransi|presisi)\b|\be\s*=\s*$"
    r"|\u03b1"
)
_ACHIEVED: Final = re.compile(r"(?i)\b(?:capaian|ketercapaian|tercapai|pencapaian)\w*[^.;,]*$")
_WEIGHT: Final = re.compile(r"(?i)\b(?:bobot|penimbang)\b[^.;,]*$")
_TARGET: Final = re.compile(r"(?i)\btarget\w*\b(?:\W+(?!dan\b)[a-z]+){0,5}\W*$")
_FACTOR: Final = re.compile(
    r"(?i)\b(?:dikalikan|dikali|dibagi|pembagi|konstanta|kali)\b[^.;,]{0,30}$|[x×*]\s*$"
)
_SCALE: Final = re.compile(
    r"(?i)\b(?:skala|rentang|maksim\w+|tertinggi,? yaitu|nilai tertinggi|interval"
    r"|antara)\b[^.;),]{0,40}$"
)
_JOINED: Final = re.compile(
    r"(?i)[\"”“'’)\s]*(?:\([^)]*\)?)?[\"”“'’)\s]*(?:,|:|=|-|–|sebesar|yaitu|yakni|dengan|nilai"
    r"|rata-rata|nrr|memperoleh|mendapat(?:kan)?|skor|adalah"
    r"|mencapai|bernilai|indeks|unsur|terendah|tertinggi|\(|pada|senilai|menjadi|sangat|baik|\s)*"
)
_ITEM_BEHIND: Final = re.compile(r"(?i)\W*(?:\w+\W+){0,5}?(?:butir|unsur|pertanyaan|item|aspek)?\W*")
_EXTREME: Final = re.compile(r"(?i)\b(?:tertinggi|terendah)\b[^.;]*$")
_CHANGE: Final = re.compile(
    r"(?i)\b(naik|meningkat|peningkatan|kenaikan|turun|menurun|penurunan|selisih|bertambah|berkurang)\b"
    r"(?:(?:(?!\bmenjadi\b|\bdari\s+\d)[^,.;\d])*\b(?:sebesar|sebanyak|yaitu))?\W*$"
)
_OR: Final = re.compile(
    r"(?i)\s*(?:poin|persen|%)?\s*,?\s*\(?\s*(?:atau|setara|yaitu|yakni|dengan|sebesar|sekitar|naik|turun|\s)*\s*"
)
"""What stands between the two sizes of one change."""
_TIMES: Final = frozenset(("menit", "jam", "hari", "minggu", "bulan", "detik"))
_MOST: Final = 100


def figure_of(number: Number, clause: Clause) -> Figures:
    """Return the claims that a number makes, ``ASIDE`` where it is none of the survey's, or nothing."""
    if clause.topic is Topic.QUALITY:
        return ()
    if _is_of_condition(number, clause):
        return ASIDE
    named, period = clause.period_of(number)
    base = Claim(ClaimKind.SHARE, NOWHERE, "", number=number.readings[0], period=period)
    if clause.topic is Topic.PEKPPP:
        return _of_pekppp(number, clause, base)
    if named and period is None:
        return ()
    if (earlier := _earlier(number, clause, named=named)) is not None:
        if earlier == ASIDE:
            return ASIDE
        base = replace(base, period=earlier)
    by_unit = _of_unit(number, clause, base)
    return _of_words(number, clause, base) if by_unit is None else by_unit


def _is_of_condition(number: Number, clause: Clause) -> bool:
    """Tell whether a number is part of the name of a predicate's condition: ``... (indeks 3,60)``."""
    zi = clause.instrument.rubric.zi
    names = (
        {condition.name for predicate in zi.predicates for condition in predicate.conditions} if zi else ()
    )
    starts = [(clause.text.lower().find(name.lower()), len(name)) for name in names]
    return any(start >= 0 and start <= number.start < start + length for start, length in starts)


def _earlier(number: Number, clause: Clause, *, named: bool) -> Period | Literal["aside"] | None:
    """Return the period of A in ``dari A menjadi B``: the one with which B is compared, if it is named."""
    first = re.search(r"(?i)\bdari\s+(?:nilai\s+|semula\s+|sebesar\s+)*$", number.before)
    if named or first is None or not re.search(r"(?i)\bmenjadi\b|\bke\b", number.after):
        return None
    known = [period for period in clause.compared if period is not None]
    return known[0] if known else ASIDE


def _of_unit(number: Number, clause: Clause, base: Claim) -> Figures | None:
    """Return what a number is by the word behind it: people, answers, a percentage, things; else ``None``."""
    if not number.percent and number.is_whole and (people := counted(number, clause, base)) is not None:
        return people
    if (word := _change_word(number, clause)) is not None:
        unit = "persen" if number.percent else "poin" if number.unit == "poin" else None
        items = [code for _, end, code in clause.items if end <= number.start]
        subject = subject_before(clause, number) or (items[-1] if items else None)
        return (replace(base, kind=ClaimKind.CHANGE, subject=subject, unit=unit, word=word),)
    if number.percent:
        return _percent(number, clause, base)
    things = number.unit in THINGS and not number.readings[0].places
    return ASIDE if things or number.unit in _TIMES else None


def _change_word(number: Number, clause: Clause) -> str | None:
    """Return the verb whose size a number is, also told a second time: ``naik 0,34 poin atau 9,71 %``."""
    if found := [*_CHANGE.finditer(clause.text[: number.start])]:
        return found[-1][1].lower()
    earlier = [each for each in clause.numbers if each.end <= number.start]
    if not earlier or not _OR.fullmatch(clause.text[earlier[-1].end : number.start]):
        return None
    return _change_word(earlier[-1], clause)


def _percent(number: Number, clause: Clause, base: Claim) -> Figures:
    before = clause.masked[: number.start]
    if _RATE.search(before):
        return (replace(base, kind=ClaimKind.RESPONSE_RATE),)
    if _ERROR.search(before) or _ERROR.search(number.after):
        return ASIDE
    if _TARGET.search(before):
        return (replace(base, kind=ClaimKind.TARGET, subject=subject_before(clause, number), unit="persen"),)
    if re.search(r"(?i)\btarget\b", before):
        achieved = re.search(r"(?i)\brealisasi|capai", before) is not None
        subject = subject_before(clause, number)
        return (replace(base, kind=ClaimKind.ACHIEVEMENT, subject=subject),) if achieved else ()
    for pattern, kind in ((_ACHIEVED, ClaimKind.ACHIEVEMENT), (_WEIGHT, ClaimKind.WEIGHT)):
        if pattern.search(before):
            return (replace(base, kind=kind, subject=subject_before(clause, number)),)
    if (star := star_of(clause, number)) is not None:
        return (replace(base, subject=star),)
    group = group_of(clause, number)
    if group is not None and (not subject_before(clause, number) or clause.topic is Topic.PROFILE):
        return (replace(base, group=group),)
    subject = subject_before(clause, number)
    if subject is None or subject == COMBINED or GAP.search(number.before):
        return ()
    return (replace(base, kind=ClaimKind.PERCENT, subject=subject, group=group),)


def subject_before(clause: Clause, number: Number) -> str | None:
    """Return the index or item of which a number is said: of a list in turn, else the last before it."""
    listed = clause.in_list(number, [(start, end) for start, end, _ in clause.indices])
    if listed is not None:
        return clause.indices[listed][2]
    items = [(end, code) for _, end, code in clause.items if end <= number.start]
    for end, code in reversed(items):
        if _JOINED.fullmatch(clause.text[end : number.start]):
            return code
    before = [code for start, _, code in clause.indices if start < number.start]
    return before[-1] if before else None


def _of_words(number: Number, clause: Clause, base: Claim) -> Figures:
    """Return what a number without a telling unit is: a target, a value of an item or an index, points."""
    before = clause.masked[: number.start]
    if _FACTOR.search(number.before) or (
        _SCALE.search(before[-len(number.before) :]) and not _EXTREME.search(before)
    ):
        return ASIDE
    if number.percent or (number.is_whole and number.value and abs(number.value.value) > _MOST):
        return ()
    subject = subject_before(clause, number)
    if _TARGET.search(before):
        return (replace(base, kind=ClaimKind.TARGET, subject=subject),)
    if _WEIGHT.search(before):
        return (replace(base, kind=ClaimKind.WEIGHT, subject=subject),)
    own = subject in clause.instrument.items
    if not own and _EXTREME.search(before) and (behind := _items_behind(number, clause)):
        return tuple(replace(base, kind=ClaimKind.ITEM_MEAN, subject=code) for code in behind)
    component = clause.instrument.component_named(before)
    if component is not None and subject is None:
        index = clause.instrument.index_of_component(component)
        return (replace(base, kind=ClaimKind.COMPONENT, subject=index),) if index else ()
    if re.search(r"(?i)\bcapaian\s+kinerja\b", before) and clause.instrument.rubric.zi is not None:
        return (replace(base, kind=ClaimKind.COMPONENT, subject=PERFORMANCE),)
    subject = subject or _only_index(before, clause)
    if _is_one_of_several(number, clause):
        return ()
    if subject is None or is_no_value(number, clause, subject):
        return ()
    return _value(number, subject, base, clause)


def _is_one_of_several(number: Number, clause: Clause) -> bool:
    """Tell whether several values are listed for one subject and one period: they cannot all be its."""
    highest = clause.instrument.rubric.scale.highest
    said = (subject_before(clause, number), clause.period_of(number))
    return any(
        other is not number
        and other.percent == number.percent
        and (other.readings[0].value > highest) == (number.readings[0].value > highest)
        and (subject_before(clause, other), clause.period_of(other)) == said
        for other in clause.run_of(number)
    )


def _only_index(before: str, clause: Clause) -> str | None:
    """Return the instrument's only index where a value is called just that: ``indeks``, ``skor akhir``."""
    codes = [*clause.instrument.indices]
    called = re.search(
        r"(?i)\b(?:indeks|skor|nilai\s+(?:akhir|indeks|interval|konversi)|konversi"
        r"|rata-rata\s+tertimbang(?:nya)?)\b",
        before,
    )
    return codes[0] if len(codes) == 1 and called and not GAP.search(before) else None


def _items_behind(number: Number, clause: Clause) -> tuple[str, ...]:
    """Return the items to which the highest or lowest value is said to belong, right behind it."""
    found: list[str] = []
    end = number.end
    for start, stop, code in clause.items:
        gap = clause.text[end:start] if start >= end else None
        if gap is not None and (
            _ITEM_BEHIND.fullmatch(gap) if not found else re.fullmatch(r"(?:,|\s|dan|serta)*", gap)
        ):
            found.append(code)
            end = stop
    return tuple(found)


def _value(number: Number, subject: str, base: Claim, clause: Clause) -> Figures:
    """Return what a value is of an index or item: itself, points, or that converted."""
    rubric, value = clause.instrument.rubric, number.readings[0].value
    base = replace(base, subject=subject, group=group_of(clause, number))
    if number.unit == "poin":
        return (replace(base, kind=ClaimKind.POINTS),)
    if rubric.scale.lowest <= value <= rubric.scale.highest:
        if subject in clause.instrument.items:
            return (replace(base, kind=ClaimKind.ITEM_MEAN),)
        return (replace(base, kind=ClaimKind.COMBINED if subject == COMBINED else ClaimKind.INDEX),)
    if (
        value < rubric.scale.lowest
        or value > _MOST
        or (not number.readings[0].places and value <= rubric.scale.highest + 1)
    ):
        return ()
    near = value <= rubric.scale.highest + 1
    item = subject in clause.instrument.items
    if rubric.zi is not None and not item and (not near or subject == COMBINED):
        if not number.readings[0].places:
            return ()
        parts = [part for whole in rubric.zi.components for part in whole.parts if part.kind == "survey"]
        most = max((part.points for part in parts if part.index == subject), default=_MOST)
        if value > sum(whole.points for whole in rubric.zi.components):
            return (replace(base, kind=ClaimKind.CONVERTED),)  # more than all components together can be
        return (replace(base, kind=ClaimKind.POINTS if value <= most else ClaimKind.COMPONENT),)
    if not near and value < clause.instrument.lowest_converted:
        return ()
    return (
        replace(
            base, kind=(ClaimKind.ITEM_MEAN if item else ClaimKind.INDEX) if near else ClaimKind.CONVERTED
        ),
    )


def _of_pekppp(number: Number, clause: Clause, base: Claim) -> Figures:
    """Return the index of PEKPPP that a sentence gives; its other figures stay unread."""
    total = pekppp_total_before(clause.text, number.start)
    if (number.unit in THINGS and number.is_whole and not number.percent) or _FACTOR.search(number.before):
        return ASIDE
    if total is None or number.percent or not 0 <= number.readings[0].value <= 5:
        return ()
    return (replace(base, kind=ClaimKind.ASPECT, subject=total),)
