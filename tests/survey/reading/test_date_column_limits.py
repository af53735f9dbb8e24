"""Rows with times at their limits: a period's last second, no time at all, another zone's clock."""

import numpy as np

from ipak_cli.base.period import Period
from ipak_cli.base.timezones import find_zone
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.period import BY_QUARTER, NO_PERIOD
from ipak_cli.survey.reading.date_column import Times
from ipak_cli.survey.row_notes import shift_notes
from makers.exports import table
from makers.sheets import collected

HOUR = 3600
IPAK = load_rubric("ipak-ipkp").rubric
THIRD, FOURTH = BY_QUARTER.ordinal(Period.quarter(2024, 3)), BY_QUARTER.ordinal(Period.quarter(2024, 4))


def times(moments, shifts=None, faults=None):
    shifted = np.array(shifts or [0] * len(moments), np.int64)
    return Times(np.array(moments, "datetime64[s]"), shifted, faults or {})


WITHOUT_TIMES = Times.unknown(3)


def test_a_period_ends_with_its_last_second():
    found = times(
        ["2024-09-30T23:59:59", "2024-10-01T00:00:00", "2024-12-31T23:59:59", "2025-01-01T00:00:00"]
    )
    assert found.periods.tolist() == [THIRD, FOURTH, FOURTH, FOURTH + 1]


def test_a_time_before_1970_has_its_period_too():
    assert times(["1969-12-31T23:59:59"]).periods.tolist() == [BY_QUARTER.ordinal(Period.quarter(1969, 4))]


def test_where_no_time_is_known_there_is_no_period_and_no_second():
    found = times(["NaT", "1970-01-01T00:00:07"])
    assert found.periods.tolist() == [NO_PERIOD, BY_QUARTER.ordinal(Period.quarter(1970, 1))]
    assert found.seconds.tolist() == [-1, 7]
    assert NO_PERIOD == -1
    assert WITHOUT_TIMES.periods.tolist() == [NO_PERIOD] * 3
    assert WITHOUT_TIMES.seconds.tolist() == [-1] * 3


def test_a_row_is_moved_where_the_offices_clock_puts_it_into_another_period():
    # 01.00 on 1 October at the office is 23.00 on 30 September an hour or two further west.
    found = times(
        ["2024-10-01T01:00:00", "2024-10-01T02:00:00", "2024-10-01T02:00:00"], [2 * HOUR, 2 * HOUR, 0]
    )
    assert found.moved.tolist() == [True, False, False]


def test_without_shifts_or_without_times_no_row_is_moved():
    assert times(["2024-10-01T01:00:00"]).moved.tolist() == [False]
    assert WITHOUT_TIMES.moved.tolist() == [False] * 3


def test_rows_left_out_take_their_faults_with_them():
    found = times(["2024-10-01", "NaT", "2024-10-03"], [1, 2, 3], {1: "fault"})

    last_two = found.only(np.array([1, 2]))

    assert last_two.known.tolist() == [False, True]
    assert last_two.shifts.tolist() == [2, 3]
    assert last_two.faults == {0: "fault"}
    assert found.only(np.array([0, 2])).faults == {}


def test_times_that_another_zone_told_are_counted_over_pieces_with_the_rows_that_change_their_period():
    header, *body = table(IPAK, [[4] * 14] * 3)
    time = header.index("Timestamp")
    for row, written in zip(
        body, ["30/09/2024 23:30 WIB", "30/09/2024 22:30 WIB", "01/10/2024 09:00"], strict=True
    ):
        row[time] = written

    found = collected([header, *body], IPAK, zone=find_zone("WITA"), size=2)

    assert (found.shifted, found.moved) == (2, [2])
    assert [(told.code, told.values["count"]) for told in shift_notes(found)] == [("W412", 2), ("W413", 1)]
