"""Both sides of the limits by which a row's looks tell numbers, headers and legends from answers."""

from fractions import Fraction

import pytest

from ipak_cli.survey.reading.row_looks import RowLook, _may_label, number_of
from ipak_cli.survey.reading.row_pattern import RowPattern


def look(*values, valid=0, cells=None):
    """Look at a row with these cells where the answers stand."""
    given = dict(enumerate(values, start=1)) if cells is None else cells
    return RowLook(7, given, values, valid, "", 0, gap=False)


def test_cells_of_white_space_are_not_filled():
    row = look(3, None, " ", "", 0)

    assert (row.filled, row.given) == (2, [3, 0])


@pytest.mark.parametrize(("valid", "odd"), [(0, True), (1, True), (2, False), (4, False)])
def test_a_row_is_odd_where_fewer_than_half_of_its_cells_are_answers(valid, odd):
    assert look(1, 2, 3, 4, None, valid=valid).odd is odd


@pytest.mark.parametrize(("values", "valid"), [((1, 2, 3), 1), ((1, 2), 1), ((1,), 0)])
def test_half_of_few_cells_is_counted_exactly(values, valid):
    assert look(*values, valid=valid).odd is (len(values) != 2)


@pytest.mark.parametrize(
    ("values", "valid", "impossible"),
    [
        ((8, 8, 8), 0, False),
        ((8, 8, 9), 0, True),
        ((8, 8, 8.5), 0, True),
        ((5, 5, 2.5), 0, True),
        ((9, 9, 9), 2, False),
        ((9, 9, 9), 1, True),
        ((9, 9, "baik"), 0, False),
        ((9, 9, None), 0, True),
        ((9, 9, True), 0, False),
    ],
)
def test_numbers_are_impossible_from_twice_the_scale_or_with_a_fraction(values, valid, impossible):
    assert look(*values, valid=valid).impossible(4) is impossible


def test_blank_cells_are_neither_numbers_nor_fractions():
    row = look(3, None, " ")

    assert row.is_numeric
    assert not row.has_fraction
    assert look(3, 3.5, None).has_fraction
    assert not look(3, "baik").is_numeric


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (3, (3, 0)),
        ("3", (3, 0)),
        ("-3", (-3, 0)),
        ("3,25", (Fraction(13, 4), 2)),
        ("3.5", (Fraction(7, 2), 1)),
        ("1" * 25, (int("1" * 25), 0)),
        ("1" * 26, None),
        ("3.", None),
        ("3 orang", None),
        (True, None),
        (None, None),
    ],
)
def test_a_number_is_read_as_it_is_written_up_to_25_letters(value, number):
    assert number_of(value) == number


HEADERS = {1: "No", 2: "U1", 3: "U2", 4: "U3", 5: "U4"}


@pytest.mark.parametrize(
    ("cells", "repeats"),
    [
        ({1: "No", 2: "U1"}, False),
        ({1: "No", 2: "U1", 3: "U2"}, True),
        ({1: "no", 2: "u1", 3: "4"}, True),
        ({1: "No", 2: "3", 3: "4"}, False),
        ({1: "No", 2: "U1", 3: "3", 4: "4"}, False),
        ({1: "No", 2: "U1", 3: "U2", 4: "4"}, True),
        ({1: "No", 2: "U1", 3: "U2", 4: "3", 5: "4"}, True),
        ({6: "No", 7: "U1", 8: "U2"}, False),
        ({1: "No", 2: "U1", 3: "U2", 4: " ", 5: None}, True),
    ],
)
def test_a_header_again_has_three_cells_and_more_than_half_as_above(cells, repeats):
    assert look(cells=cells).repeats_header(HEADERS) is repeats


@pytest.mark.parametrize(
    ("cells", "repeats"),
    [
        (["1", "2", "3", "4", "5"], True),
        (["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], True),
        (["[1]", "2.", "3", "4", "5"], True),
        ([1, 2, 3, 4], False),
        ([1, 2, 3, 4, 6], False),
        ([5, 4, 3, 2, 1], False),
        ([2, 3, 4, 5, 6], True),
        ([1, 2, 3, 4, 5, "U"], False),
        ([f"{10**23 + n}" for n in range(5)], True),
        ([f"{10**24 + n}" for n in range(5)], False),
        ([3, 3, 3, 3, 3], False),
    ],
)
def test_five_numbers_that_count_on_are_the_numbers_of_columns(cells, repeats):
    assert look(cells=dict(enumerate(cells, start=11))).repeats_header(HEADERS) is repeats


FRAME = RowPattern(running=1, numeric=frozenset({2}), common=frozenset({(3, "SMA")}))


@pytest.mark.parametrize(
    ("column", "text", "may"),
    [
        (3, "Sari", True),
        (3, "SMA", False),
        (4, "SMA", True),
        (3, "", False),
        (3, "---", False),
        (3, "∑", True),
        (3, "12", False),
        (3, "2024", True),
        (2, "2024", False),
        (1, "2024", False),
        (3, "20245", False),
        (1, "R-07", False),
        (2, "R-07", False),
        (3, "R-07", True),
        (1, "Rata2", True),
        (2, "Rata2", True),
    ],
)
def test_a_label_is_no_code_no_common_word_and_a_year_only_where_no_numbers_are(column, text, may):
    assert _may_label(column, text, FRAME) is may
