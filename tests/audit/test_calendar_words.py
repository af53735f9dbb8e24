"""Dates, spans and periods as reports write them."""

from __future__ import annotations

from datetime import date

import pytest

from ipak_cli.audit.calendar_words import day_of, periods_in, span_of, weekday_of
from ipak_cli.audit.names import NameKind, names_in


@pytest.mark.parametrize(
    ("word", "day", "weekday"),
    [
        ("Kamis, 2 Januari 2025", date(2025, 1, 2), 3),
        ("hari Jum'at, 28 Juni 2024", date(2024, 6, 28), 4),
        ("Ahad, 5 Mei 2024", date(2024, 5, 5), 6),
        ("2 Januari 2025", date(2025, 1, 2), None),
        ("02-01-2025", date(2025, 1, 2), None),
        ("2025-01-02", date(2025, 1, 2), None),
        ("31 November 2024", None, None),
        ("30/02/2024", None, None),
    ],
)
def test_a_date_means_a_day_and_may_name_its_weekday(
    word: str, day: date | None, weekday: int | None
) -> None:
    assert day_of(word) == day
    assert weekday_of(word) == weekday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1 Oktober s.d. 30 Desember 2024", date(2024, 10, 1), date(2024, 12, 30)),
        ("1 sampai dengan 31 Oktober 2024", date(2024, 10, 1), date(2024, 10, 31)),
        ("15 Desember – 15 Januari 2025", date(2024, 12, 15), date(2025, 1, 15)),
        ("1 Oktober 2024 hingga 31 Desember 2024", date(2024, 10, 1), date(2024, 12, 31)),
        ("Senin, 1 April 2024 sampai dengan Jumat, 28 Juni 2024", date(2024, 4, 1), date(2024, 6, 28)),
        ("1 September s.d. 31 September 2024", date(2024, 9, 1), None),
    ],
)
def test_a_span_has_two_days_and_the_first_takes_its_year_from_the_last(
    text: str, first: date, last: date | None
) -> None:
    [name] = names_in(f"Survei dilaksanakan {text}.")
    assert name.kind is NameKind.SPAN
    assert [day for _, day in span_of(name)] == [first, last]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Triwulan IV Tahun 2024", ["IV-2024"]),
        ("Triwulan I, Triwulan II, dan Triwulan III Tahun 2023", ["I-2023", "II-2023", "III-2023"]),
        ("Triwulan I, II, dan III Tahun 2023", ["I-2023", "II-2023", "III-2023"]),
        ("TW.III-2024 dibandingkan Triwulan II", ["III-2024", "II-2022"]),
        ("Semester II 2023 dan tahun 2024", ["II-2023S", "2024"]),
        ("tahun 2022, 2023, dan 2024", ["2022", "2023", "2024"]),
        ("Bulan Oktober s.d. Desember 2024", ["IV-2024"]),
        ("Oktober 2024", ["2024-10"]),
        ("Peraturan Menteri PANRB Nomor 14 Tahun 2017", []),
        ("2 Januari 2025", []),
    ],
)
def test_the_periods_of_a_text_are_named_in_its_order(text: str, periods: list[str]) -> None:
    assert [str(period) for _, period in periods_in(text, names_in(text), 2022)] == periods


def test_a_quarter_without_a_year_is_unknown_where_nothing_tells_the_year() -> None:
    text = "Triwulan II"
    assert periods_in(text, names_in(text), None) == ()
