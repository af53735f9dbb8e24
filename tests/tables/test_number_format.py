from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue import files as phrases
from ipak_cli.tables.cell import PercentCell
from ipak_cli.tables.number_format import LONGEST_CODE, Display, number_cell, shown_as


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", Display.NUMBER),
        ("0.00", Display.NUMBER),
        ('0 "hari"', Display.NUMBER),
        (r"0\d", Display.NUMBER),
        ("[Red]0.0", Display.NUMBER),
        ("0.0%", Display.PERCENT),
        ('0"%"', Display.NUMBER),
        ("dd/mm/yyyy hh:mm:ss", Display.MOMENT),
        ("[$-421]dd mmmm yyyy;@", Display.MOMENT),
        ("[h]:mm:ss", Display.SPAN),
        ("[[Red]dd/mm", Display.MOMENT),
    ],
)
def test_a_format_code_says_what_its_numbers_are(code, shown):
    assert shown_as(170, code, file="a.xlsx") is shown


@pytest.mark.parametrize("code", ["[" * LONGEST_CODE, "[h" * (LONGEST_CODE // 2), '"' * LONGEST_CODE])
def test_a_format_code_that_opens_and_never_closes_is_read(code):
    assert shown_as(170, code, file="a.xlsx") in {Display.NUMBER, Display.MOMENT}


def test_what_a_format_shows_that_no_program_writes_so_long_is_not_guessed():
    with pytest.raises(ProblemsFoundError) as refused:
        shown_as(170, "[" * LONGEST_CODE + "%", file="a.xlsx")
    (problem,) = refused.value.problems
    assert problem.code == "F109"
    assert problem.values["what"] == phrases.LENGTH_OF_NUMBER_FORMAT()


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, Display.NUMBER),
        (9, Display.PERCENT),
        (14, Display.MOMENT),
        (22, Display.MOMENT),
        (46, Display.SPAN),
    ],
)
def test_built_in_formats_have_no_code(number, shown):
    assert shown_as(number, None, file="a.xlsx") is shown


@pytest.mark.parametrize(
    ("serial", "cell"),
    [
        (45631.38371527778, datetime(2024, 12, 5, 9, 12, 33)),  # noqa: DTZ001 (cells have no zone)
        (45000.0, date(2023, 3, 15)),
        (0.25, time(6)),
        (1.0, date(1900, 1, 1)),
        (59.0, date(1900, 2, 28)),
        (61.0, date(1900, 3, 1)),
        (-1.0, -1.0),
        (3_000_000.0, 3_000_000.0),
    ],
)
def test_days_count_from_1900_and_what_is_no_day_stays_a_number(serial, cell):
    assert number_cell(serial, Display.MOMENT, epoch_1904=False) == cell


def test_days_may_count_from_1904():
    assert number_cell(0.0 + 1, Display.MOMENT, epoch_1904=True) == date(1904, 1, 2)
    assert number_cell(2_958_465.0, Display.MOMENT, epoch_1904=True) == 2_958_465.0


def test_percentages_and_spans_of_time_are_not_plain_numbers():
    assert number_cell(1.0, Display.PERCENT, epoch_1904=False) == PercentCell(1.0)
    assert number_cell(1.5, Display.SPAN, epoch_1904=False) == timedelta(hours=36)
