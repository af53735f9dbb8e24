"""Addresses and runs of rows at their limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.tables.cell import (
    LAST_COLUMN,
    LAST_ROW,
    address,
    column_letters,
    column_number,
    row_ranges,
    spans,
)


@pytest.mark.parametrize(
    ("column", "letters"),
    [
        (1, "A"), (25, "Y"), (26, "Z"), (27, "AA"), (28, "AB"), (52, "AZ"), (53, "BA"), (702, "ZZ"),
        (703, "AAA"), (16_384, "XFD"),
    ],
)  # fmt: skip
def test_columns_gain_a_letter_after_z(column, letters):
    assert column_letters(column) == letters
    assert column_number(letters) == column


@given(st.integers(1, LAST_COLUMN))
def test_letters_and_numbers_of_columns_undo_each_other(column):
    assert column_number(column_letters(column)) == column


def test_the_last_cell_of_a_sheet():
    assert address(LAST_ROW, LAST_COLUMN) == "XFD1048576"
    assert address(17, 8) == "H17"


@pytest.mark.parametrize(
    ("rows", "runs", "text"),
    [
        ([], [], ""),
        ([5], [(5, 5)], "5"),
        ([5, 6], [(5, 6)], "5–6"),
        ([5, 7], [(5, 5), (7, 7)], "5, 7"),
        ([5, 9, 10, 11], [(5, 5), (9, 11)], "5, 9–11"),
        ([1, 2, 3, 5, 6, 8], [(1, 3), (5, 6), (8, 8)], "1–3, 5–6, 8"),
        ([5, 5], [(5, 5), (5, 5)], "5, 5"),
    ],
)
def test_the_next_row_joins_a_run_and_the_one_after_begins_another(rows, runs, text):
    assert spans(rows) == runs
    assert row_ranges(rows) == text
