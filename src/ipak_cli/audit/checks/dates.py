"""Days that no calendar has, weekdays, the days of the survey against its period, and the day of signing."""

from __future__ import annotations

import itertools
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.calendar_words import WEEKDAYS, weekday_of
from ipak_cli.audit.claim import FIRST_DAY, LAST_DAY, SIGNATURE, Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.base.message import InFull
from ipak_cli.base.period import MONTH_NAME, indonesian_date, period_words
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit import (
    DAYS_OUTSIDE_PERIOD,
    DAYS_SHORT_OF_PERIOD,
    NO_SUCH_DAY,
    SIGNED_TOO_EARLY,
    WEEKDAY_NOT_OF_DAY,
    WOULD_BE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.period import Period
    from ipak_cli.base.problem import Entry

_FULL: Final = re.compile(
    rf"\b\d{{1,2}}\s+{MONTH_NAME}\s+\d{{4}}\b|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b",
    re.IGNORECASE,
)
_COLLECTING: Final = re.compile(
    r"(?i)pengumpulan|pengisian|pelaksanaan|dilaksanakan|periode|survei|kuesioner|kuisioner"
)
_FEW_DAYS: Final = 3
"""So many days off the edge of a period are a slip of the pen, if one is a working day; more may be meant."""
_SATURDAY: Final = 5


def days_that_are_not(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield dates that no calendar has, and dates with the weekday of another day."""
    del instrument
    for claim in claims.of_kind(ClaimKind.DATE):
        word = claim.word or ""
        if claim.day is None:
            if _FULL.search(word):
                yield Finding(problem(NO_SUCH_DAY, word=word), (claim,))
            continue
        named = weekday_of(word)
        if named is not None and named != claim.day.weekday():
            right = WEEKDAYS[claim.day.weekday()]
            found = problem(WEEKDAY_NOT_OF_DAY, word=word, weekday=right)
            shown = InFull(f"{right}, {indonesian_date(claim.day)}")
            yield Finding(found, (claim,), (WOULD_BE(values=shown),))


def spans(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield spans of days of the survey that do not keep to the report's period."""
    del instrument
    period = claims.period
    told: set[tuple[date, date]] = set()
    for first, last in _pairs(claims) if period is not None else ():
        if period is None or first.day is None or last.day is None or (first.day, last.day) in told:
            continue
        told.add((first.day, last.day))
        entry = _fault(first, last, period)
        if entry is None:
            continue
        found = problem(
            entry, first=first.word, last=last.word, period=InFull(period_words(period)),
            start=indonesian_date(period.start), end=indonesian_date(period.end),
        )  # fmt: skip
        doubted = (last, first) if last.day != period.end else (first, last)
        right = InFull(f"{indonesian_date(period.start)} s.d. {indonesian_date(period.end)}")
        yield Finding(found, doubted, (WOULD_BE(values=right),))


def _pairs(claims: Claims) -> Iterator[tuple[Claim, Claim]]:
    dates = claims.of_kind(ClaimKind.DATE)
    for one, other in itertools.pairwise(dates):
        if (one.subject, other.subject) == (FIRST_DAY, LAST_DAY) and one.place == other.place:
            yield one, other


def _fault(first: Claim, last: Claim, period: Period) -> Entry | None:
    """Return what is wrong with a span of the period, ``None`` for a right one and one of something else."""
    start, end = first.day, last.day
    if start is None or end is None or not _COLLECTING.search(first.words):
        return None
    if end < start:
        return DAYS_OUTSIDE_PERIOD
    meets = start <= period.end and period.start <= end
    if not meets or (start == period.start and end == period.end):
        return None
    if start > period.start and end < period.end:
        return None  # a survey within its period
    if period.start <= start and end <= period.end:
        left_out = [day for day in _days(period) if not start <= day <= end]
        short = len(left_out) <= _FEW_DAYS and any(day.weekday() < _SATURDAY for day in left_out)
        return DAYS_SHORT_OF_PERIOD if short else None
    if start <= period.start and end >= period.end:
        return None if _holds_more(start, end, period) else DAYS_OUTSIDE_PERIOD
    return DAYS_OUTSIDE_PERIOD


def _days(period: Period) -> Iterator[date]:
    """Yield every day of a period."""
    return (period.start + timedelta(days=n) for n in range(period.days))


def _holds_more(start: date, end: date, period: Period) -> bool:
    """Tell a span that holds the period among others, such as the year of a quarter."""
    return (end - start).days >= 2 * period.days - _FEW_DAYS


def signed(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield days of signing before the reported period has ended."""
    del instrument
    period = claims.period
    for claim in claims.of_kind(ClaimKind.DATE):
        if period is None or claim.subject != SIGNATURE or claim.day is None or claim.day >= period.end:
            continue
        found = problem(
            SIGNED_TOO_EARLY, word=claim.word, period=InFull(period_words(period)),
            end=indonesian_date(period.end),
        )  # fmt: skip
        yield Finding(found, (claim,), (), (f"{indonesian_date(claim.day)} < {indonesian_date(period.end)}",))
        return
