from datetime import date, datetime, time

import pytest

from ipak_cli.catalogue.indonesian import CATALOGUE
from ipak_cli.catalogue.pekppp import (
    CELL_FORMULA_WITHOUT_VALUE,
    FORMULA_WITHOUT_VALUE,
    NOT_A_CHOICE,
    NOTHING_WRITTEN,
    PERIOD_UNREADABLE,
    UNEXPECTED_DATE,
    UNEXPECTED_TRUE_OR_FALSE,
)
from ipak_cli.pekppp.book.cell_values import (
    Unread,
    read_answer,
    read_claim,
    read_cost,
    read_date,
    read_evidence,
    read_period,
    read_text,
    read_whole,
    shown,
    told,
)
from ipak_cli.rubric.pekppp import Fact
from ipak_cli.tables.cell import ErrorCell, PercentCell, UncachedFormula

YES_NO = Fact(id="F01-01", text="SP tersedia", type="yes_no")
CHOICE = Fact(id="F01-02", text="Media", type="choice", options=("tidak ada", "1", "dua, atau lebih"))
DAY = datetime(2024, 12, 5)  # noqa: DTZ001  spreadsheets hold times without a zone


@pytest.mark.parametrize("cell", [None, "", "  ", "\n"])
def test_a_blank_cell_has_no_value_and_is_never_0(cell):
    readers = (read_claim, read_whole, read_cost, read_date, read_period, read_text)
    assert [read(cell) for read in readers] == [None] * len(readers)
    assert read_answer(cell, YES_NO) is None
    assert read_answer(cell, CHOICE) is None
    assert read_evidence(cell) == ()


@pytest.mark.parametrize(("cell", "level"), [(0, 0), (5, 5), (3.0, 3), ("3", 3), (" 4 ", 4)])
def test_a_claim_is_a_whole_number_from_0_to_5(cell, level):
    assert read_claim(cell) == level


@pytest.mark.parametrize(
    ("cell", "code", "value"),
    [
        (7, "E121", 7),
        ("6", "E121", 6),
        (-1, "E122", "-1"),
        (3.5, "E122", "3,5"),
        ("3,5", "E122", "3,5"),
        ("lima", "E123", "lima"),
        ("3-4", "E123", "3-4"),
        ("-", "E123", "-"),
        ("³", "E123", "³"),
        (DAY, "E124", "5 Desember 2024"),
        (time(9, 30), "E124", "09:30:00"),
        (True, "E125", "TRUE"),
        (PercentCell(0.07), "E126", "7"),
        (PercentCell(3.0), "E126", "300"),
        (ErrorCell("#REF!"), "E127", "#REF!"),
        (float("inf"), "E122", "inf"),
    ],
)
def test_anything_else_in_a_claim_is_named_for_what_it_is(cell, code, value):
    assert read_claim(cell) == Unread(CATALOGUE[code].entry, {"value": value})


def test_a_formula_without_a_value_is_not_calculated():
    assert read_claim(UncachedFormula()) == Unread(CELL_FORMULA_WITHOUT_VALUE)


@pytest.mark.parametrize(("cell", "number"), [(0, 0), (1200, 1200), (12.0, 12), ("12", 12)])
def test_a_number_is_0_or_more(cell, number):
    assert read_whole(cell) == number


@pytest.mark.parametrize(
    ("cell", "code"),
    [(2.5, "E122"), (-1, "E122"), ("-1", "E122"), ("1.000", "E123"), ("lima", "E123"), (DAY, "E124")],
)
def test_a_number_is_neither_rounded_nor_guessed(cell, code):
    assert read_whole(cell).code == code


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("ya", "ya"), ("YA", "ya"), (" Ya. ", "ya"), ("Tidak", "tidak"),
        (True, "ya"), (False, "tidak"), ("TRUE", "ya"), ("false", "tidak"),
    ],
)  # fmt: skip
def test_yes_and_no_are_read_in_any_case_and_as_true_and_false(cell, answer):
    assert read_answer(cell, YES_NO) == answer


@pytest.mark.parametrize(
    ("cell", "code"),
    [("mungkin", "E129"), (1, "E145"), (DAY, "E124"), (ErrorCell("#N/A"), "E127")],
)
def test_other_words_are_no_yes_and_no_no(cell, code):
    assert read_answer(cell, YES_NO).code == code


@pytest.mark.parametrize(
    ("cell", "option"),
    [("Tidak  ada", "tidak ada"), ("dua atau lebih", "dua, atau lebih"), (1, "1"), (1.0, "1"), ("1", "1")],
)
def test_a_choice_is_compared_as_people_read_it(cell, option):
    assert read_answer(cell, CHOICE) == option


def test_another_choice_is_named_with_the_choices_there_are():
    fault = read_answer("tiga", CHOICE)
    assert fault == Unread(NOT_A_CHOICE, {"value": "tiga", "choices": "tidak ada; 1; dua, atau lebih"})
    assert read_answer(True, CHOICE) == Unread(UNEXPECTED_TRUE_OR_FALSE, {"value": "TRUE"})  # noqa: FBT003  a cell's value


@pytest.mark.parametrize("cell", [DAY, DAY.replace(hour=9), DAY.date(), "2024-12-05", "5 Desember 2024"])
def test_a_date_is_read_from_a_date_cell_or_text(cell):
    assert read_date(cell) == date(2024, 12, 5)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (45_631, "E131"),
        (2024, "E131"),
        (45_631.5, "E131"),
        ("31/02/2024", "E132"),
        ("12/31/2024", "E132"),
        ("05/12/1999", "E132"),
        (datetime(2101, 1, 1), "E132"),  # noqa: DTZ001  as above
        ("05/12/24", "E130"),
        ("Desember 2024", "E130"),
        ("kemarin", "E130"),
        (False, "E125"),
        (time(9, 30), "E124"),
        (PercentCell(1.0), "E126"),
        (ErrorCell("#VALUE!"), "E127"),
        (UncachedFormula(), "E128"),
    ],
)
def test_what_is_no_date_is_refused(cell, code):
    assert read_date(cell).code == code


@pytest.mark.parametrize(
    ("cell", "day"), [("1/1/2000", date(2000, 1, 1)), ("31/12/2100", date(2100, 12, 31))]
)
def test_the_first_and_last_day_are_within_the_years(cell, day):
    assert read_date(cell) == day


@pytest.mark.parametrize(
    ("cell", "cost"), [(0, 0), (250, 250), ("250", 250), ("tetap", "tetap"), ("Tetap ", "tetap")]
)
def test_a_cost_is_a_whole_number_or_the_word_for_a_fixed_level(cell, cost):
    assert read_cost(cell) == cost


@pytest.mark.parametrize(
    ("cell", "code"), [("mahal", "E133"), ("1.000", "E133"), (2.5, "E122"), (DAY, "E124")]
)
def test_another_cost_is_refused(cell, code):
    assert read_cost(cell).code == code


@pytest.mark.parametrize("cell", ["IV-2024", "4-2024", "2024-Q4", "TW IV 2024"])
def test_a_period_gets_its_canonical_name(cell):
    assert read_period(cell) == "IV-2024"


def test_a_year_may_be_a_number():
    assert (read_period(2024), read_period("Tahun 2024")) == ("2024", "2024")


@pytest.mark.parametrize(("cell", "value"), [("V-2024", "V-2024"), (24, "24"), (DAY, "5 Desember 2024")])
def test_another_period_is_refused(cell, value):
    assert read_period(cell) == Unread(PERIOD_UNREADABLE, {"value": value})


def test_evidence_is_parted_at_semicolons_and_line_breaks_in_order_and_once():
    assert read_evidence(" sp.pdf ;foto/a b.jpg\r\nhttps://contoh.go.id/?a=1,2\n;sp.pdf;") == (
        "sp.pdf", "foto/a b.jpg", "https://contoh.go.id/?a=1,2",
    )  # fmt: skip


def test_evidence_that_is_only_a_number_is_a_name_and_a_date_is_none():
    assert read_evidence(12) == ("12",)
    assert read_evidence(DAY) == Unread(UNEXPECTED_DATE, {"value": "5 Desember 2024"})


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        (None, NOTHING_WRITTEN()),
        (UncachedFormula(), FORMULA_WITHOUT_VALUE()),
        (" F01-01 ", "F01-01"),
        (4.0, "4"),
    ],
)
def test_a_message_names_a_cell_as_its_reader_sees_it(cell, named):
    assert told(shown(cell)) == named
