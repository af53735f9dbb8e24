"""Rows with times at their limits: a quarter's last second, no time at all, another zone's clock."""

from dataclasses import replace

import numpy as np

from ipak_cli.base.quarter import Quarter
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.context import SheetContext
from ipak_cli.survey.reading.date import DateOrder
from ipak_cli.survey.reading.responses import NO_PERIOD
from ipak_cli.survey.reading.sheet_layout import match_layout
from ipak_cli.survey.reading.taken import Shifted, Taken, take_apart
from ipak_cli.tables.column import Column, Piece, objects
from makers.exports import table
from makers.sheets import WHERE, pieces

HOUR = 3600
IPAK = load_rubric("ipak-ipkp").rubric
THIRD, FOURTH = Quarter(2024, 3).ordinal, Quarter(2024, 4).ordinal


def taken(times, shifts=None, faults=None):
    rows = np.arange(11, 11 + len(times))
    moments = np.array(times, "datetime64[s]")
    shifted = np.array(shifts or [0] * len(times), np.int64)
    return Taken(rows, {1: Column.of(objects(range(len(times))))}, moments, shifted, faults or {})


WITHOUT_TIMES = Taken(np.arange(2, 5), {}, None, np.zeros(3, np.int64), {})


def test_a_quarter_ends_with_its_last_second():
    found = taken(
        ["2024-09-30T23:59:59", "2024-10-01T00:00:00", "2024-12-31T23:59:59", "2025-01-01T00:00:00"]
    )
    assert found.quarters.tolist() == [THIRD, FOURTH, FOURTH, FOURTH + 1]


def test_a_time_before_1970_has_its_quarter_too():
    assert taken(["1969-12-31T23:59:59"]).quarters.tolist() == [Quarter(1969, 4).ordinal]


def test_where_no_time_is_known_there_is_no_quarter_and_no_second():
    found = taken(["NaT", "1970-01-01T00:00:07"])
    assert found.quarters.tolist() == [NO_PERIOD, Quarter(1970, 1).ordinal]
    assert found.seconds.tolist() == [-1, 7]
    assert NO_PERIOD == -1
    assert WITHOUT_TIMES.quarters.tolist() == [NO_PERIOD] * 3
    assert WITHOUT_TIMES.seconds.tolist() == [-1] * 3


def test_a_time_of_another_zone_is_counted_and_its_row_told_where_the_quarter_changes():
    # 01.00 on 1 October at the office is 23.00 on 30 September an hour or two further west.
    found = taken(
        ["2024-10-01T01:00:00", "2024-10-01T02:00:00", "2024-10-01T02:00:00"], [2 * HOUR, 2 * HOUR, 0]
    )
    assert found.shifted == Shifted(2, (11,))


def test_without_shifts_or_without_times_nothing_is_told():
    assert taken(["2024-10-01T01:00:00"]).shifted == Shifted(0, ())
    assert WITHOUT_TIMES.shifted == Shifted(0, ())
    assert Shifted(1, (5,)) + Shifted(2, (7,)) == Shifted(3, (5, 7))


def test_rows_left_out_take_their_faults_with_them():
    found = taken(["2024-10-01", "NaT", "2024-10-03"], [1, 2, 3], {1: "fault"})

    last_two = found.only(np.array([False, True, True]))

    assert (last_two.rows.tolist(), last_two.shifts.tolist()) == ([12, 13], [2, 3])
    assert last_two.columns[1].cells().tolist() == [1, 2]
    assert last_two.time_faults == {0: "fault"}
    assert found.only(np.array([True, False, True])).time_faults == {}
    assert found.only(np.array([True] * 3)) is found
    assert WITHOUT_TIMES.only(np.array([True, False, True])).times is None


def test_the_rows_below_the_header_are_taken_and_a_column_that_a_piece_lacks_is_empty():
    rows = table(IPAK, [[4] * 14, [3] * 14])
    match = match_layout(rows, IPAK, WHERE)
    context = SheetContext(
        where=WHERE, rubric=IPAK, layout=match.layout, words=(), order=DateOrder.DMY, epoch_1904=False,
        lenient=False,
    )  # fmt: skip
    (piece,) = pieces(rows)
    time, item = context.layout.time, max(context.layout.columns)
    lacking = Piece(
        piece.rows, {number: column for number, column in piece.columns.items() if number != item}
    )
    timeless = replace(context, layout=replace(context.layout, time=None))

    found = take_apart(lacking, context)

    assert found.rows.tolist() == [2, 3]
    assert found.times.shape == (2,)
    assert found.columns[item].cells().tolist() == [None, None]
    assert found.columns[time].cells().tolist() == [row[time - 1] for row in rows[1:]]
    assert take_apart(piece, timeless).times is None
    assert take_apart(piece, timeless).shifts.tolist() == [0, 0]
