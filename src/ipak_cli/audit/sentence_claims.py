"""The claims of running text: a number by the words right around it, in its clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.claim import Claim, ClaimKind, Unread
from ipak_cli.audit.document import TextKind
from ipak_cli.audit.instrument import COMBINED
from ipak_cli.audit.number_words import numbers_in
from ipak_cli.audit.table_roles import period_named
from ipak_cli.base.period import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.document import Passage
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.audit.number_words import Number
    from ipak_cli.audit.table_claims import Context
    from ipak_cli.base.period import Period

_CLAUSE_END: Final = re.compile(
    r"(?<=[.;:!?])\s+(?=[^\d\s])|\s+(?:sedangkan|sementara|adapun)\s+", re.IGNORECASE
)
_FEWEST: Final = re.compile(r"(?i)(?:minimal|minimum|paling sedikit|sekurang-kurangnya)\W*(?:\w+\W+){0,2}$")
_PEOPLE: Final = re.compile(
    r"(?i)\s*(?:orang\s+)?(?P<who>responden|orang|pengunjung|pengguna layanan|pemohon)\b"
)
_VISITORS: Final = re.compile(r"(?i)\b(?:pengunjung|populasi|pengguna layanan|penerima layanan)\b")
_RESPONDENTS: Final = re.compile(r"(?i)\b(?:responden|sampel)\b")
_STAR: Final = re.compile(r"(?i)\bbintang\s+([1-9])\b")
_CHANGE: Final = re.compile(
    r"(?i)\b(?:naik|meningkat|peningkatan|kenaikan|turun|menurun|penurunan|selisih|bertambah|berkurang)\b"
    r"(?:\s+(?:sebesar|sebanyak|yaitu|hingga))*\W*$"
)
_MONTH: Final = "|".join(MONTHS)
_DATE: Final = re.compile(
    rf"(?i)\b\d{{1,2}}(?=\s+(?:{_MONTH}|s\.?d\.?|sampai|hingga|-|–)\b)|\b\d{{1,2}}\s+(?:{_MONTH})(?:\s+\d{{4}})?\b"
    rf"|\b(?:{_MONTH})\s+\d{{4}}\b|\b\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{4}}\b"
)
_PERIOD: Final = re.compile(
    r"(?i)\b(?:triwulan|tw\.?|kuartal|semester)\s+(?:iv|i{1,3}|[1-4])\b(?:\s+(?:tahun\s+)?\d{4})?"
)
_GROUP: Final = re.compile(r"(?i)\bkelompok\b.*|\bmenurut\s+(?:jenis|usia|umur|pendidikan|pekerjaan)\b.*")
_MAXIMUM: Final = re.compile(r"(?i)\bskala\b|\brentang\b|\bmaksim\w+\b|\btertinggi\b")
_UNREAD_UNITS: Final = frozenset(
    {"bulan", "hari", "tahun", "menit", "jam", "butir", "unsur", "pertanyaan", "poin"}
)


def claims_of(passage: Passage, context: Context) -> tuple[tuple[Claim, ...], tuple[Unread, ...]]:
    """Return a paragraph's claims, and its numbers that nobody can tell the meaning of."""
    if passage.kind is not TextKind.BODY:
        return (), ()
    claims: list[Claim] = []
    unread: list[Unread] = []
    for clause in _CLAUSE_END.split(passage.text):
        for found in _of_clause(clause, passage, context):
            (claims if isinstance(found, Claim) else unread).append(found)  # type: ignore[arg-type]
    return tuple(claims), tuple(unread)


def _of_clause(clause: str, passage: Passage, context: Context) -> Iterator[Claim | Unread]:
    dates = [match.span() for match in _DATE.finditer(clause)]
    numbers = [
        each
        for each in numbers_in(clause)
        if not each.is_named and not any(start <= each.start < end for start, end in dates)
    ]
    for n, number in enumerate(numbers):
        of = numbers[n + 1] if n + 1 < len(numbers) and numbers[n + 1].is_maximum else None
        if number.is_maximum and n:
            continue  # said with the number before it
        made = _claim(number, clause, passage, context)
        if made is None:
            if not _is_plainly_other(number):
                yield Unread(number.text, clause, passage.place)
        elif of is not None and of.value is not None and made.kind in (ClaimKind.INDEX, ClaimKind.POINTS):
            kind = (
                ClaimKind.INDEX
                if of.value.value == context.instrument.rubric.scale.highest
                else ClaimKind.COMPONENT
            )
            yield Claim(kind, made.place, made.words, made.subject, made.number, of.value, period=made.period)
        else:
            yield made


def _claim(number: Number, clause: str, passage: Passage, context: Context) -> Claim | None:
    if number.value is None:
        return None
    before, after = clause[: number.start], clause[number.end :]
    period = _period_near(before, after, context.period)
    kind, subject = _kind_of(number, before, after, context.instrument)
    if kind is None:
        return None
    group = _GROUP.search(before)
    return Claim(
        kind, passage.place, clause, subject, number.value, period=period, group=group and group[0].strip()
    )


def _kind_of(
    number: Number, before: str, after: str, instrument: Instrument
) -> tuple[ClaimKind | None, str | None]:
    """Return what a number is by its unit and by what is named before it, and of what."""
    star = [*_STAR.finditer(before)]
    people = _PEOPLE.match(after)
    if people is not None and not number.percent and number.is_whole:
        if star:
            return ClaimKind.STARS, star[-1][1]
        return _people_kind(before, people["who"].lower()), None
    if star and number.percent:
        return ClaimKind.SHARE, star[-1][1]
    subject = _index_before(before, instrument)
    if _CHANGE.search(before):
        return ClaimKind.CHANGE, subject
    if subject is None or _MAXIMUM.search(number.before):
        return None, None
    return _of_index(number, subject, instrument), subject


def _of_index(number: Number, subject: str, instrument: Instrument) -> ClaimKind | None:
    """Return what a number is of an index: percent, points, the index itself, or that converted."""
    scale, value = instrument.rubric.scale, number.readings[0].value
    if number.percent:
        return ClaimKind.PERCENT
    if number.unit == "poin":
        return ClaimKind.POINTS
    if scale.lowest <= value <= scale.highest:
        return ClaimKind.COMBINED if subject == COMBINED else ClaimKind.INDEX
    return _above(instrument) if value <= _MOST and number.readings[0].places else None


_MOST: Final = 100


def _above(instrument: Instrument) -> ClaimKind:
    return ClaimKind.POINTS if instrument.rubric.zi is not None else ClaimKind.CONVERTED


def _people_kind(before: str, who: str) -> ClaimKind:
    """Return whether so many people are visitors, respondents, or the fewest that are asked for."""
    if _FEWEST.search(before):
        return ClaimKind.LEAST_RESPONDENTS
    if who in {"pengunjung", "pengguna layanan", "pemohon"}:
        return ClaimKind.VISITORS
    visitors = [match.end() for match in _VISITORS.finditer(before)]
    respondents = [match.end() for match in _RESPONDENTS.finditer(before)]
    if who == "orang" and max(visitors, default=0) > max(respondents, default=0):
        return ClaimKind.VISITORS
    return ClaimKind.RESPONDENTS


def _index_before(before: str, instrument: Instrument) -> str | None:
    """Return the index that is named last before a number."""
    named = instrument.indices_named(before)
    return named[-1][1] if named else None


def _period_near(before: str, after: str, period: Period | None) -> Period | None:
    """Return the period that is named right behind a number, else last before it, else the document's."""
    year = period.start.year if period else None
    behind = re.match(r"\W*(?:\w+\W+){0,3}?(?=(?:triwulan|tw|kuartal|semester)\b)", after, re.IGNORECASE)
    if behind and (found := _PERIOD.match(after[behind.end() :])):
        return period_named(found[0], year) or period
    named = [*_PERIOD.finditer(before)]
    return (period_named(named[-1][0], year) if named else None) or period


def _is_plainly_other(number: Number) -> bool:
    """Tell a number that is no figure of a survey: a year, days, how many items there are."""
    value = number.value
    year = value is not None and value.places == 0 and 1945 <= value.value <= 2100
    return year or number.unit in _UNREAD_UNITS
