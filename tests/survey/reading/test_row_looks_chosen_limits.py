"""Which rows must be looked at one by one: those that are not like any response."""

from itertools import chain

import numpy as np
import pytest

from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.row_looks import looks
from ipak_cli.survey.reading.row_pattern import RowPattern
from ipak_cli.survey.reading.sheet_layout import SheetContext, SheetLayout
from ipak_cli.tables.column import Piece
from makers.sheets import WHERE

SKM = load_rubric("skm-14-2017").rubric
INDEX = SKM.indices[0]
RUBRIC = SKM.model_copy(update={"indices": (INDEX.model_copy(update={"items": INDEX.items[:4]}),)})
ITEMS = {item.code: 3 + place for place, item in enumerate(RUBRIC.items)}
LIKE_OTHERS = [8, "Sari", 1, 2, 3, 4]


def chosen(*rows, frame=None, numbers=None, places=None, last=4):
    """Return the looks at rows below others; a whole number from 1 to 4 is an answer."""
    layout = SheetLayout((1, 2), ITEMS, None, {}, {}, {}, headers={})
    frame = frame or RowPattern()
    context = SheetContext(WHERE, RUBRIC, layout, (), None, epoch_1904=False, lenient=False, frame=frame)
    piece = Piece.of(numbers or range(5, 5 + len(rows)), range(1, 7), chain.from_iterable(rows))
    answers = np.array([[cell if cell in (1, 2, 3, 4) else 0 for cell in row[2:]] for row in rows], np.int8)
    asked = np.arange(len(rows)) if places is None else np.array(places, np.intp)
    return list(looks(piece, answers, asked, context, last))


def is_chosen(row, frame=None, **how):
    return bool(chosen(row, frame=frame, **how))


def test_a_row_like_the_others_is_not_looked_at():
    assert chosen(LIKE_OTHERS, LIKE_OTHERS) == []


@pytest.mark.parametrize(
    ("answers", "is_looked_at"),
    [
        ([None, None, None, None], True),
        ([9, None, None, None], True),
        ([3, None, None, None], True),
        ([3, 4, None, None], False),
        ([3, 4, "x", None], True),
        ([3, 4, "x", "y"], True),
    ],
)
def test_a_row_with_one_answer_or_with_cells_that_are_none_is_looked_at(answers, is_looked_at):
    assert is_chosen([8, "Sari", *answers]) is is_looked_at


NUMBERED = RowPattern(running=1, counted=True, labels=(1, 2))


@pytest.mark.parametrize(
    ("row", "is_looked_at"),
    [
        (LIKE_OTHERS, False),
        ([None, *LIKE_OTHERS[1:]], True),
        (["12 orang", *LIKE_OTHERS[1:]], True),
        ([8, "Sari", 3, 4, "x", None], False),
        ([8, "Sari", 3, "z", "x", None], True),
        ([8, "Sari", 3, "x", None, None], False),
    ],
)
def test_where_rows_are_numbered_the_number_speaks_for_a_row_and_half_of_its_cells_do(row, is_looked_at):
    assert is_chosen(row, NUMBERED) is is_looked_at


def test_a_row_below_a_gap_is_looked_at_unless_it_is_numbered():
    below = {"numbers": [5, 7, 8]}
    assert [place for place, _ in chosen(*[LIKE_OTHERS] * 3, **below)] == [1]
    assert [look.gap for _, look in chosen(*[LIKE_OTHERS] * 3, **below)] == [True]
    assert chosen(*[LIKE_OTHERS] * 3, frame=NUMBERED, **below) == []
    assert [place for place, _ in chosen(LIKE_OTHERS, last=3)] == [0]


def test_the_row_below_the_header_is_looked_at():
    assert is_chosen(LIKE_OTHERS, numbers=[3], last=2)
    assert not is_chosen(LIKE_OTHERS, numbers=[4], last=3)
    assert not is_chosen(LIKE_OTHERS, numbers=[2], last=1)


@pytest.mark.parametrize(
    ("label", "is_looked_at"),
    [
        ("Sari", False),
        ("Jumlah", True),
        ("Jumlah Sari", True),
        ("12", False),
        ("Nilai", False),
        (None, False),
    ],
)
def test_a_row_with_a_summarys_word_that_others_do_not_have_is_looked_at(label, is_looked_at):
    frame = RowPattern(labels=(1, 2), repeated=frozenset({(2, "Nilai"), (1, "Jumlah")}))
    assert is_chosen([8, label, 1, 2, 3, 4], frame) is is_looked_at
    assert not is_chosen([8, label, 1, 2, 3, 4], RowPattern(labels=(1,)))


def test_a_row_without_what_all_others_have_is_looked_at():
    frame = RowPattern(always=frozenset({2, 9}))
    assert not is_chosen(LIKE_OTHERS, frame)
    assert is_chosen([8, " ", 1, 2, 3, 4], frame)
    assert not is_chosen([8, None, 1, 2, 3, 4], RowPattern(always=frozenset({1})))


def test_columns_that_a_piece_lacks_say_nothing():
    assert not is_chosen(LIKE_OTHERS, RowPattern(running=9, labels=(9,)))


def test_rows_that_are_not_asked_for_are_passed_over_and_the_others_keep_their_place():
    blank = [8, "Sari", None, None, "x", None]
    assert [place for place, _ in chosen(blank, blank, blank, places=[0, 2])] == [0, 2]
    assert chosen(blank, places=[]) == []


def test_a_look_has_the_rows_number_its_cells_its_answers_and_the_first_label_beside_them():
    frame = RowPattern(running=1, labels=(1, 2), common=frozenset({(2, "SMA")}))
    ((_, look),) = chosen([None, "Sari", 3, 4, "x", "y"], frame=frame)

    assert (look.row, look.valid, look.gap) == (5, 2, False)
    assert look.values == (3, 4, "x", "y")
    assert look.cells == {2: "Sari", 3: 3, 4: 4, 5: "x", 6: "y"}
    assert (look.column, look.label) == (2, "Sari")
    assert [(each.column, each.label) for _, each in chosen([None, "SMA", 3, 4, "x", "y"], frame=frame)] == [
        (0, "")
    ]
    assert [(each.column, each.label) for _, each in chosen(["A", "B", 3, 4, "x", "y"], frame=frame)] == [
        (1, "A")
    ]
