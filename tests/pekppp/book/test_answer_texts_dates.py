from datetime import date

import pytest

from ipak_cli.pekppp.book.answer_texts import Unread, day_of


@pytest.mark.parametrize(
    "text",
    [
        "15 Juli 2024", "15 July 2024", "15 Jul 2024", "15-Juli-2024", "15-Jul-2024", "15/Jul/2024",
        "15.Juli.2024",
        "15 JULI 2024", "15  juli,  2024", "July 15, 2024", "Jul 15 2024", "2024 Juli 15", "2024-07-15",
        "2024/07/15", "2024.7.15", "15/07/2024", "15-7-2024", "15.07.2024", "Senin, 15 Juli 2024",
        "Monday 15 July 2024", "Jum'at, 15 Juli 2024", "tgl. 15 Juli 2024", "Tanggal 15-07-2024",
    ],
)  # fmt: skip
def test_a_text_that_can_only_be_one_day_is_that_day(text):
    assert day_of(text) == date(2024, 7, 15)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("1 Agt 2024", 8), ("1 Ags 2024", 8), ("1 August 2024", 8), ("1 Okt 2024", 10), ("1 Oct 2024", 10),
        ("1 Des 2024", 12), ("1 Dec 2024", 12), ("1 Mei 2024", 5), ("1 May 2024", 5), ("1 Nop 2024", 11),
        ("1 Pebruari 2024", 2), ("1 March 2024", 3), ("1 Sept. 2024", 9),
    ],
)  # fmt: skip
def test_months_have_indonesian_english_and_short_names(text, month):
    assert day_of(text) == date(2024, month, 1)


@pytest.mark.parametrize("text", ["05/12/2024", "5-12-2024", "5.12.2024", "12/05/2024", "Kamis, 05/12/2024"])
def test_two_numbers_of_which_either_may_be_the_month_are_asked_about(text):
    fault = day_of(text)
    assert fault.code == "E146"
    assert {fault.values["first"], fault.values["second"]} == {"5 Desember 2024", "12 Mei 2024"}


def test_a_day_that_equals_its_month_is_one_day_only():
    assert day_of("05/05/2024") == date(2024, 5, 5)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Juli 2024", "E130"), ("15 Juli", "E130"), ("15 Juli 24", "E130"), ("15/07/24", "E130"),
        ("15-16 Juli 2024", "E130"), ("awal Juli 2024", "E130"), ("15 Quintilis 2024", "E130"),
        ("150 Juli 2024", "E130"), ("", "E130"), ("Senin", "E130"), ("31 Juni 2024", "E132"),
        ("29 Februari 2023", "E132"), ("07/15/2024", "E132"), ("15 Juli 1999", "E132"),
        ("2024-13-01", "E132"),
    ],
)  # fmt: skip
def test_what_is_not_one_day_is_refused(text, code):
    fault = day_of(text)
    assert isinstance(fault, Unread)
    assert fault.code == code
