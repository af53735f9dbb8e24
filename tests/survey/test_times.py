"""Times as cells hold them: exports.md, "Time"."""

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from ipak_cli.cells import ErrorCell, PercentCell, UncachedFormula
from ipak_cli.problems import problem
from ipak_cli.survey.faults import Fault
from ipak_cli.survey.times import DateOrder, find_order, read_time, read_times

MOMENT = datetime(2024, 12, 5, 9, 12, 33)  # noqa: DTZ001 (local time as printed)


@pytest.mark.parametrize(
    "cell",
    [
        MOMENT,
        "2024/12/05 9:12:33 AM GMT+7",
        "2024/12/05 09.12.33",
        "2024-12-05T09:12:33Z",
        "2024-12-05 09:12:33.250+07:00",
        "5/12/2024 9:12:33",
        "05/12/2024 09.12.33",
        "05-12-2024 9:12:33 WIB",
        "05.12.2024 09:12:33",
        "5 Desember 2024 09.12.33",
        "Kamis, 5 Des 2024 pukul 09.12.33",
        "December 5, 2024 9:12:33 AM",
        45631.383715277778,
        "45631,383715277778",
    ],
)
def test_usual_times_are_read(cell):
    assert read_time(cell, DateOrder.DMY) == MOMENT


def test_afternoon_and_midnight_by_the_half_day_clock():
    assert read_time("2024/12/05 12:05:00 AM", None).hour == 0
    assert read_time("2024/12/05 1:05:00 PM", None).hour == 13


def test_month_first_where_it_is_said():
    assert read_time("12/5/2024 9:12:33", DateOrder.MDY) == MOMENT


def test_serials_of_1904():
    assert read_time(44169.0, None, epoch_1904=True) == datetime(2024, 12, 5)  # noqa: DTZ001 (as above)


def test_a_date_alone_is_its_midnight():
    assert read_time(date(2024, 12, 5), None) == datetime(2024, 12, 5)  # noqa: DTZ001 (as above)


@pytest.mark.parametrize("cell", [None, "", "  "])
def test_blank_is_blank(cell):
    assert read_time(cell, None) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("kemarin", "W401"),
        (True, "W401"),
        (PercentCell(0.5), "W401"),
        (-3, "W401"),
        ("31/02/2024", "W402"),
        ("2024-13-05", "W402"),
        ("2024/12/05 25:00:00", "W402"),
        ("2024/12/05 13:00:00 PM", "W402"),
        ("05/12/24", "W403"),
        ("13/12/1899", "W404"),
        (12, "W404"),
        ("5/6/2024", "W405"),
        (ErrorCell("#N/A"), "J306"),
        (UncachedFormula(), "J307"),
    ],
)
def test_what_is_no_time_has_a_code(cell, code):
    fault = read_time(cell, None)

    assert isinstance(fault, Fault)
    assert fault.code == code
    assert problem(fault.code, None, **fault.values).message


@pytest.mark.parametrize(
    ("column", "outcome"),
    [
        (["5/12/2024", "26/06/2026 14:30:05"], DateOrder.DMY),
        (["5/12/2024", "6/26/2026"], DateOrder.MDY),
        (["2024/12/05", MOMENT, 45631.4, None], None),
        (["5/5/2024"], None),
    ],
)
def test_a_column_decides_by_the_values_that_can(column, outcome):
    assert find_order(column) == outcome


def test_a_column_that_cannot_decide_is_a_fault():
    assert find_order(["5/12/2024", "6/7/2024"]).code == "W405"


def test_a_column_that_decides_both_ways_is_a_fault():
    assert find_order(["26/06/2024", "06/26/2024"]).code == "W406"


def test_a_whole_column_is_read_as_its_cells_are():
    cells = ["05/12/2024 09.12.33", None, "kemarin", MOMENT, "kemarin"]

    times, faults = read_times(pd.Series(cells, dtype=object), DateOrder.DMY)

    assert times[0] == times[3] == np.datetime64(MOMENT, "s")
    assert np.isnat(times[[1, 2, 4]]).all()
    assert [(row, fault.code) for row, fault in faults] == [(2, "W401"), (4, "W401")]
