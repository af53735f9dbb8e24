"""Both sides of what a sheet's first rows tell of the columns beside the answers."""

from dataclasses import replace

import numpy as np
import pytest

from ipak_cli.base.problem import Where
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.date_order import DateOrder
from ipak_cli.survey.reading.row_looks import is_numbered
from ipak_cli.survey.reading.row_pattern import LEARNT, RowPattern, _ColumnTexts, _is_recap, _tail
from ipak_cli.survey.reading.sheet_layout import SheetContext, SheetLayout
from ipak_cli.survey.reading.words import words_of
from ipak_cli.tables.column import Piece
from makers.sheets import column_of

SKM = load_rubric("skm-14-2017").rubric
INDEX = SKM.indices[0]
TWO = SKM.model_copy(update={"indices": (INDEX.model_copy(update={"items": INDEX.items[:2]}),)})
LAYOUT = SheetLayout(
    header_rows=(1, 1),
    items={item.code: place for place, item in enumerate(TWO.items, start=3)},
    time=None,
    profiles={},
    persons={},
    others={"Nama": 2},
    headers={1: "No", 2: "Nama", 3: "U1", 4: "U2", 5: "Jumlah"},
)
CONTEXT = SheetContext(
    where=Where("uji.xlsx", "Lembar"),
    rubric=TWO,
    layout=LAYOUT,
    words=tuple(words_of(TWO.scale, item) for item in TWO.items),
    order=DateOrder.DMY,
    epoch_1904=False,
    lenient=False,
)


def told(*cells):
    return _ColumnTexts.of(column_of(cells))


def frame(rows, layout=LAYOUT):
    """Learn from rows whose first one is the header."""
    wide = max(map(len, rows))
    cells = [cell for row in rows for cell in (*row, *[None] * (wide - len(row)))]
    piece = Piece.of(range(1, len(rows) + 1), range(1, wide + 1), cells)
    return RowPattern.of(piece, replace(CONTEXT, layout=layout))


def body(count, first=1):
    return [[n, f"Nama {chr(64 + n)}", 3, 4] for n in range(first, first + count)]


@pytest.mark.parametrize(
    ("text", "number"), [("12", True), ("R-07", True), ("Rata2", False), ("Sari", False)]
)
def test_a_code_with_a_number_is_one_and_a_label_with_a_number_is_none(text, number):
    assert is_numbered(text) is number


@pytest.mark.parametrize(
    ("cells", "texts"),
    [
        ((1, 2, None, "Sari"), ("1", "2")),
        ((1, "Sari", "Budi"), ("1",)),
        ((1, 2, 3, *"abcdefghi"), ("1", "2", "3")),
        ((1, 2, 3, *"abcdefghij"), ("1", "2", "3", *"abcdefghij")),
        (("Sari", 2, "Budi"), ("Sari", "2", "Budi")),
        (("Sari", 2, 3, "Budi"), ("Sari", "2", "3")),
        (("Sari", None, None), ("Sari",)),
        ((None, None), ()),
    ],
)
def test_what_stands_below_the_last_number_is_left_out_of_a_column_of_numbers(cells, texts):
    assert told(*cells).texts == texts


def test_nearly_all_rows_are_four_of_five():
    assert told(1, 2, "Sari", 4, 5).is_numeric
    assert not told(1, "Sari", 3, 4).is_numeric
    assert not told().is_numeric
    assert told(1, None, 3, 4, 5).covered == 0.8
    assert told().covered == 0


def test_numbers_are_plain_where_more_than_half_are():
    assert told(1, 2, "R-3").is_counted
    assert not told(1, "R-2").is_counted


def test_numbers_are_low_below_half_of_1900_years_aside():
    assert told(1, 949).is_low
    assert not told(1, 950).is_low
    assert told(1, 2024).is_low
    assert not told(2024).is_low
    assert not told("R-1").is_low


def test_a_value_in_two_rows_is_repeated_or_common_by_whether_it_is_like_a_label():
    column = told("SMA", "SMA", "SMP", "Target", "Target", "Nilai")

    assert (column.common, column.repeated) == (["SMA"], ["Target"])
    assert not column.is_distinct
    assert told("SMA", "SMP").is_distinct


@pytest.mark.parametrize(
    ("header", "cells", "runs"),
    [
        (None, (1, 2, 3), True),
        (None, (1, 2), False),
        ("No", (1, 2), True),
        ("No", (1,), True),
        ("Usia", (1, 2, 3, 4, 5, 7), True),
        ("Usia", (1, 2, 3, 4, 6), False),
        ("No", (1, 2, 3, 4, 6), True),
        ("No", (1, 2, 3, 4, 5, 5), True),
        ("No", (1, 2, 3, 4, 4), False),
        ("No HP", (1, 3, 5, 9), False),
        ("Umur", (3, 2, 1), False),
        ("No", (1, None, 3, 4, 5), True),
        ("No", (1, None, 3, 4), False),
        ("No", ("R-1", "Sari", "R-3"), True),
        ("No", ("Sari", "R-1"), False),
        ("No", ("Sari", 2, "Budi", 4), False),
        (None, ("A-1/7", "A-1/8", "A-1/9"), True),
    ],
)
def test_running_numbers_rise_under_their_name_and_else_go_up_by_one(header, cells, runs):
    assert told(*cells).runs(header) is runs


@pytest.mark.parametrize(
    ("rows", "tail"),
    [
        ([*range(2, 12), 13], 13),
        ([*range(2, 12), 13, 14, 15], 13),
        ([*range(2, 12), 13, 14, 15, 16], 0),
        ([*range(2, 11), 13, 14, 15], 0),
        ([*range(2, 6), 7], 7),
        ([*range(2, 5), 7], 0),
        ([*range(2, 12)], 0),
        ([2, 4, *range(6, 12), 14], 14),
        ([], 0),
    ],
)
def test_a_tail_is_at_most_three_rows_below_a_gap_and_less_than_a_third_of_those_above(rows, tail):
    assert _tail(np.array(rows, np.int64)) == tail


def test_numbers_behind_the_items_are_a_recap_and_those_before_them_are_none():
    numbers = told(1, 2, 3)

    assert _is_recap(6, numbers, LAYOUT)
    assert not _is_recap(6, told("Sari"), LAYOUT)
    assert not _is_recap(2, numbers, LAYOUT)
    assert _is_recap(5, told("Sari"), LAYOUT)
    last = replace(LAYOUT, items={"U1": 3, "U2": 6})
    assert not _is_recap(6, numbers, last)


@pytest.mark.parametrize(
    ("text", "plain", "low", "any_code"),
    [
        ("12", True, True, True),
        ("3a", True, True, True),
        ("R-07", True, True, True),
        ("abc1", False, True, True),
        ("12 orang", False, True, True),
        ("2024", True, False, True),
        ("Rata2", False, False, False),
        ("", False, False, False),
    ],
)
def test_among_plain_numbers_words_are_none_and_among_low_ones_a_year_is_none(text, plain, low, any_code):
    found = [RowPattern(counted=counted, low=low_ones).has_number(text) for counted, low_ones in
             [(True, False), (False, True), (False, False)]]  # fmt: skip
    assert found == [plain, low, any_code]


def test_the_first_rows_tell_the_columns_beside_the_answers():
    found = frame([["No", "Nama", "U1", "U2"], *body(5)])

    assert found == RowPattern(
        running=1,
        counted=True,
        low=True,
        numeric=frozenset({1}),
        usual=frozenset({2}),
        always=frozenset({2}),
        names=frozenset({2}),
        labels=(1, 2),
        scored=True,
        last=6,
    )


def test_a_column_is_usual_from_four_of_five_rows_and_always_only_with_all():
    rows = [["No", "Nama", "U1", "U2"], *body(5)]
    rows[2][1] = None
    assert (frame(rows).usual, frame(rows).always) == ({2}, frozenset())
    rows[3][1] = None
    assert frame(rows).usual == frozenset()


def test_a_thousand_rows_below_the_header_are_learnt_from():
    assert LEARNT == 1000
    whole = [["No", "Nama", "U1", "U2"], *body(998)]
    tail = [[], [1500, "Sari", 3, 4]]
    assert (frame([*whole, *tail]).last, frame([*whole, *tail]).tail) == (1001, 0)
    assert frame([*whole[:-1], *tail]).tail == 1000
    assert (frame([*whole, [], *tail]).last, frame([*whole, [], *tail]).tail) == (999, 0)


def test_numbers_are_low_only_where_the_sheet_ends_among_the_first_rows():
    rows = [["No", "Nama", "U1", "U2"], *([n % 900, "Sari", 3, 4] for n in range(1000))]
    assert frame(rows[:-1]).low
    assert not frame(rows).low


@pytest.mark.parametrize(("answered", "scored"), [(3, True), (2, False)])
def test_rows_are_scored_where_more_than_half_hold_an_answer(answered, scored):
    rows = [["No", "Nama", "U1", "U2"], *body(4)]
    for row in rows[1 + answered :]:
        row[2:] = [77, 88]
    assert frame(rows).scored is scored


def test_one_answer_makes_a_row_one_with_answers():
    rows = [["No", "Nama", "U1", "U2"], *body(3)]
    for row in rows[1:3]:
        row[3] = 99
    assert frame(rows).scored


def test_a_header_of_two_lines_is_passed_over():
    layout = replace(LAYOUT, header_rows=(1, 2))
    found = frame([["No"], ["(1)", "(2)", "(3)", "(4)"], *body(3)], layout)

    assert (found.running, found.last, found.names) == (1, 5, {2})
