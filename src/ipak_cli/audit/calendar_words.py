"""The days and periods that the names in a text mean."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.names import TO, Name, NameKind
from ipak_cli.base.period import MONTH_NUMBERS, ROMAN, Period, PeriodKind
from ipak_cli.base.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WEEKDAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
"""The names of the days of the week, Monday first."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_ORDER: Final = re.compile(r"(?i)\b(iv|i{1,3}|[1-4])\b")
_GLUE: Final = re.compile(rf"(?i)[\s,]*(?:dan|&|ke|{TO})?[\s,]*")
_TO: Final = re.compile(rf"(?i)\s*{TO}\s*")
_BY_NUMBERS: Final = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def weekday_of(word: str) -> int | None:
    """Return the weekday that a date is printed with, 0 for Monday, or ``None`` where it has none."""
    plain = normalise(word).replace("jum at", "jumat").replace("ahad", "minggu")
    return next((n for n, name in enumerate(WEEKDAYS) if re.search(rf"\b{name.lower()}\b", plain)), None)


def day_of(word: str) -> date | None:
    """Return the day of ``Senin, 2 Januari 2025`` or ``02-01-2025``; ``None`` where no calendar has it."""
    if found := _BY_NUMBERS.search(word):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _ISO.search(word):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    year, month = _YEAR.search(word), _month_in(word)
    number = re.search(r"\b\d{1,2}\b", word)
    if year is None or month is None or number is None:
        return None
    return _day(int(year[0]), month, int(number[0]))


def span_of(name: Name) -> tuple[tuple[str, date | None], tuple[str, date | None]]:
    """Return the first and the last day of a span, each as it is printed and as it is meant."""
    glue = next(match for match in _TO.finditer(name.text) if match.start() and match.end() < len(name.text))
    first, last = name.text[: glue.start()], name.text[glue.end() :]
    end = day_of(last)
    number = re.search(r"\b\d{1,2}\b", first)
    year, last_year = _YEAR.search(first), _YEAR.search(last)
    month, last_month = _month_in(first), _month_in(last)
    start = None
    if last_year is not None and last_month is not None and number is not None:
        in_month = month or last_month
        in_year = int(year[0]) if year else int(last_year[0]) - (in_month > last_month)
        start = _day(in_year, in_month, int(number[0]))
    return (first, start), (last, end)


def periods_in(text: str, names: Sequence[Name], year: int | None) -> tuple[tuple[Name, Period], ...]:
    """Return the periods that a text names, in order; ``year`` completes those that print none.

    One in a list takes the year of the list's end: ``Triwulan I, Triwulan II, dan Triwulan III 2024``.
    """
    spoken = [name for name in names if name.kind in (NameKind.PERIOD, NameKind.MONTHS)]
    found: list[tuple[Name, Period]] = []
    following: tuple[int, int] | None = None  # where the name behind begins, and its year
    for name in reversed(spoken):
        own = _YEAR.search(name.text)
        listed = following is not None and _GLUE.fullmatch(text[name.end : following[0]]) is not None
        its_year = int(own[0]) if own else following[1] if listed and following else year
        if its_year is None:
            continue
        following = (name.start, its_year)
        found += [(name, period) for period in reversed([*_periods(name, its_year)])]
    return tuple(reversed(found))


def _periods(name: Name, year: int) -> Iterator[Period]:
    if name.kind is NameKind.MONTHS:
        first, last = _TO.split(re.sub(r"(?i)^bulan\s+", "", name.text), maxsplit=1)
        start, end, of_start = _month_in(first), _month_in(last), _YEAR.search(first)
        if start is not None and end is not None:
            began = date(int(of_start[0]) if of_start else year - (start > end), start, 1)
            finished = Period.of(date(year, end, 1), PeriodKind.MONTH).end
            if began <= finished:
                yield Period(began, finished)
        return
    if (month := _month_in(name.text)) is not None:
        yield Period.of(date(year, month, 1), PeriodKind.MONTH)
        return
    bare = _YEAR.sub("", name.text.replace("Q", "triwulan "))
    plain = normalise(bare)
    kind = PeriodKind.SEMESTER if plain.startswith(("semester", "smt")) else PeriodKind.QUARTER
    orders = [*_ORDER.finditer(bare)]
    if not orders:
        years = _YEAR.findall(name.text) or [str(year)]
        yield from (Period.of(date(int(each), 1, 1), PeriodKind.YEAR) for each in years)
    for order in orders:
        number = ROMAN.index(order[1].upper()) + 1 if not order[1].isdigit() else int(order[1])
        if number * kind.months <= 12:
            yield Period.of(date(year, (number - 1) * kind.months + 1, 1), kind)


def _month_in(text: str) -> int | None:
    words = re.findall(r"[A-Za-z]+", text)
    return next((MONTH_NUMBERS[word.lower()] for word in words if word.lower() in MONTH_NUMBERS), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
