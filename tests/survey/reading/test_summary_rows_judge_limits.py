"""How one row is judged, by each thing that speaks for or against its being a response."""

from dataclasses import replace
from fractions import Fraction
from itertools import chain

import numpy as np
import pytest

from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.row_looks import RowLook
from ipak_cli.survey.reading.row_pattern import RowPattern
from ipak_cli.survey.reading.sheet_layout import SheetContext, SheetLayout
from ipak_cli.survey.reading.summary_rows import AnswersAbove, RowDoubt, Skip, _judge, _no_answer, sort_rows
from ipak_cli.survey.reading.words import words_of
from ipak_cli.tables.column import Piece
from makers.sheets import WHERE

SKM = load_rubric("skm-14-2017").rubric
INDEX = SKM.indices[0]
RUBRIC = SKM.model_copy(update={"indices": (INDEX.model_copy(update={"items": INDEX.items[:4]}),)})
ITEMS = {item.code: 11 + place for place, item in enumerate(RUBRIC.items)}
HEADERS = {1: "No", 2: "Nama", 3: "L/P", **{column: code for code, column in ITEMS.items()}}
NUMBERED = RowPattern(running=1, counted=True, usual=frozenset({3}), last=20)
NAMED = RowPattern(usual=frozenset({2, 3}), names=frozenset({2}))
BARE = RowPattern()


def row(*values, valid=4, label="", column=0, gap=False, number=9, **beside):
    """Look at a row with these answers; ``c1`` and so on are cells beside them."""
    cells = {int(name[1:]): cell for name, cell in beside.items()}
    cells |= {column: label} if column else {}
    cells |= dict(enumerate(values, start=11))
    return RowLook(number, cells, values, valid, label, column, gap=gap)


def reading(frame, time=None):
    layout = SheetLayout((1, 1), ITEMS, time, {}, {}, {}, headers=HEADERS)
    words = tuple(words_of(RUBRIC.scale, item) for item in RUBRIC.items)
    return SheetContext(WHERE, RUBRIC, layout, words, None, epoch_1904=False, lenient=False, frame=frame)


def judged(look, frame=BARE, *, time=None, above=((2, 3, 4, 4), (2, 3, 1, 2))):
    """Judge a row below two responses."""
    answers = AnswersAbove(RUBRIC.scale, 1)
    answers.take(np.array(above, np.int8).reshape(-1, 4))
    return _judge(look, reading(frame, time), answers)


SUMS = "4", "6", "5", "6"
"""What the two responses above add up to."""
NONE_ABOVE = ()


def test_a_row_with_nothing_that_speaks_against_it_is_a_response():
    for frame in (BARE, NAMED, NUMBERED):
        assert judged(row(1, 2, 3, 4, c1=8, c2="Sari", c3="P"), frame) is None


def test_a_header_again_comes_before_all_else():
    again = row("U1", "U2", "U3", "U4", valid=0, label="Jumlah", column=2)
    assert judged(again, NAMED) is Skip.HEADER


def test_a_row_without_answers_is_a_summary_by_its_label_alone():
    assert judged(row(None, None, None, None, valid=0, label="Jumlah", column=2), NAMED) is Skip.SUMMARY
    assert (
        judged(row(None, None, None, None, valid=0, label="Jumlah Sari", column=2), NAMED) is Skip.NO_ANSWER
    )
    wide = {"c1": 8, "c2": "Sari", "c3": "P", "c5": "x"}
    assert judged(row(None, None, None, None, valid=0, **wide), NAMED) is Skip.NO_ANSWER
    assert judged(row(None, None, None, None, valid=0, label="Max", column=2, c3="P"), NAMED) is Skip.SUMMARY
    assert _no_answer(row(None, None, " ", None, label="Jumlah", column=2)) is Skip.SUMMARY
    assert _no_answer(row(None, 3, None, None, label="Jumlah", column=2)) is None


@pytest.mark.parametrize(
    ("look", "why"),
    [
        (row(3, None, None, None, valid=1, c2="Sari"), RowDoubt.LEGEND),
        (row("x", None, None, None, valid=0, c2="Sari"), Skip.NO_ANSWER),
        (row(3, 4, None, None, valid=2), RowDoubt.LEGEND),
        (row(3, 4, None, None, valid=2, c2="Sari"), None),
        (row("x", "y", None, None, valid=0, c2="Sari"), None),
    ],
)
def test_two_cells_are_a_legend_or_text_and_three_may_be_a_response(look, why):
    assert judged(look) is why


@pytest.mark.parametrize(
    ("frame", "time", "why"),
    [
        (BARE, None, Skip.SUMMARY),
        (BARE, 5, Skip.SUMMARY),
        (NAMED, 5, Skip.SUMMARY),
        (NAMED, None, None),
        (NUMBERED, None, None),
        (RowPattern(running=1), None, Skip.SUMMARY),
        (RowPattern(scored=False), None, None),
        (RowPattern(scored=False), 5, None),
    ],
)
def test_numbers_that_sum_up_are_a_summary_in_a_row_that_nothing_holds_among_the_others(frame, time, why):
    beside = {"c2": "Sari", "c3": "P"} if frame is NAMED else {}
    assert judged(row(*SUMS, valid=1, **beside), frame, time=time) is why


@pytest.mark.parametrize(
    ("values", "valid", "why"),
    [
        (SUMS, 1, Skip.SUMMARY),
        (SUMS, 4, None),
        (("4", "6", "5", "7"), 2, None),
        (("4", "6", "5", "x"), 2, None),
        (("9", "9", "9", "9"), 0, Skip.SUMMARY),
        (("8", "8", "8", "8"), 0, None),
        (("9", "9", "3", "3"), 2, None),
    ],
)
def test_numbers_are_no_answers_where_they_sum_up_or_nobody_types_them(values, valid, why):
    assert judged(row(*values, valid=valid)) is why


def test_a_row_without_the_time_that_others_have_is_asked_about_by_its_cell():
    assert judged(row(1, 2, 3, 4, gap=True), time=5) is None
    assert judged(row(1, 2, 3, 4, label="Jumlah per Sari", column=2), time=5) is None


TAIL = RowPattern(usual=frozenset({3}), tail=9)


@pytest.mark.parametrize(
    ("frame", "gap", "why"),
    [
        (BARE, True, RowDoubt.GAP),
        (BARE, False, None),
        (TAIL, True, RowDoubt.GAP),
        (TAIL, False, None),
        (RowPattern(usual=frozenset({3}), tail=8), True, None),
        (RowPattern(usual=frozenset({3}), tail=10), True, None),
        (RowPattern(usual=frozenset({2, 3}), tail=9), True, None),
        (RowPattern(usual=frozenset({3}), tail=9, running=1, counted=True), True, None),
    ],
)
def test_a_row_below_a_gap_is_asked_about_where_little_tells_it_from_a_note(frame, gap, why):
    assert judged(row(1, 2, 3, 4, gap=gap, c1=8, c3="P"), frame) is why


def test_a_gap_above_the_first_response_says_nothing():
    assert judged(row(1, 2, 3, 4, gap=True), above=NONE_ABOVE) is None


MOSTLY = {"label": "Jumlah per Sari", "column": 2}


@pytest.mark.parametrize(
    ("frame", "beside", "why"),
    [
        (BARE, {}, RowDoubt.LABEL),
        (RowPattern(usual=frozenset({2})), {}, RowDoubt.LABEL),
        (NAMED, {"c3": "P"}, None),
        (NUMBERED, {"c1": 8}, None),
        (RowPattern(repeated=frozenset({(2, "Jumlah per Sari")})), {}, None),
        (RowPattern(repeated=frozenset({(3, "Jumlah per Sari")})), {}, RowDoubt.LABEL),
    ],
)
def test_a_label_that_is_mostly_a_summarys_is_asked_about_where_it_stands_alone(frame, beside, why):
    assert judged(row(1, 2, 3, 4, **MOSTLY, **beside), frame) is why


def test_a_label_of_which_a_word_is_a_summarys_is_a_name():
    assert judged(row(1, 2, 3, 4, label="Jumlah Sari", column=2), BARE) is None


@pytest.mark.parametrize(
    ("look", "why"),
    [
        (row(1, 2, 3, 4, c1=8, c3="P"), None),
        (row(1, 2, 3, 4, c1="R-07", c3="P"), None),
        (row(1, 2, 3, 4, c1="12 orang", c3="P"), RowDoubt.TEXT),
        (row(1, 2, 3, 4, c1="Sari", c3="P"), RowDoubt.TEXT),
        (row(1, 2, 3, 4, c3="P"), None),
        (row(1, 2, 3, 4, c1=" ", c3="P"), None),
        (row(1, 2, 3, 4), None),
        (row(1, 2, 3, 4, number=19), None),
        (row(1, 2, 3, 4, number=20), RowDoubt.NUMBER),
        (row(1, 2, 3, 4, gap=True), RowDoubt.NUMBER),
        (row(1, 2, 3, 3.5), RowDoubt.NUMBER),
        (row(1, 2, 3, 3.5, c3="P"), None),
        (row(1, 2, 3, 4, label="Sari", column=2), RowDoubt.NUMBER),
        (row(1, 2, 3, 4, label="Sari", column=2, c3="P"), None),
        (row(1, 2, 3, 4, label="Jumlah Sari", column=2, c3="P"), RowDoubt.NUMBER),
    ],
)
def test_where_rows_are_numbered_one_without_a_number_lacks_nothing_else_or_is_asked_about(look, why):
    assert judged(look, NUMBERED) is why


@pytest.mark.parametrize(
    ("look", "changes", "why"),
    [
        (row(1, 2, 3, 4), {}, None),
        (row(1, 2, 3, 4, gap=True), {}, RowDoubt.BARE),
        (row(1, 2, 3, 3.5), {}, RowDoubt.BARE),
        (row(1, 2, 3, 4, label="Jumlah Sari", column=2), {}, RowDoubt.BARE),
        (row(1, 2, 3, 4, label="Sari", column=2), {}, None),
        (row(1, 2, 3, 4, label="Sari", column=2), {"always": frozenset({3})}, RowDoubt.BARE),
        (row(1, 2, 3, 4, label="Sari", column=2), {"always": frozenset({2})}, None),
        (row(1, 2, 3, 4), {"always": frozenset({3})}, None),
        (row(1, 2, 3, 4, label="Sari", column=2), {"numeric": frozenset({2})}, RowDoubt.TEXT),
        (row(1, 2, 3, 4, label="Sari", column=2), {"numeric": frozenset({3})}, None),
        (row(1, 2, 3, 4, gap=True, c3="P"), {}, None),
        (row(1, 2, 3, 4, gap=True, label="Sari", column=2), {"usual": frozenset({2})}, None),
    ],
)
def test_where_others_have_a_name_or_a_profile_a_row_without_them_is_asked_about(look, changes, why):
    fields = {"usual": NAMED.usual, "names": NAMED.names} | changes
    assert judged(look, RowPattern(**fields)) is why


@pytest.mark.parametrize(
    ("look", "frame", "why"),
    [
        (row("x", "y", "z", 4, valid=1, label="Jumlah", column=2, c3="P"), NAMED, Skip.SUMMARY),
        (row("x", "y", 3, 4, valid=2, label="Jumlah", column=4, c2="Sari", c3="P"), NAMED, None),
        (row(1, 2, 3, 4, label="Jumlah", column=2), NAMED, Skip.SUMMARY),
        (row(1, 2, 3, 4, label="Jumlah", column=2, c3="P"), NAMED, RowDoubt.LABEL),
        (row(*SUMS, label="Jumlah", column=2, c3="P"), NAMED, Skip.SUMMARY),
        (row(1, 2, 3, 4, label="Jumlah", column=4, c2="Sari"), NAMED, None),
        (row(1, 2, 3, 4, label="Jumlah", column=2, c1=8), NUMBERED, None),
        (row(1, 2, 3, 4, label="Jumlah", column=2), NUMBERED, Skip.SUMMARY),
        (row(1, 2, 3, 4, label="Jumlah", column=4), BARE, RowDoubt.LABEL),
        (row(1, 2, 3, 4, label="Jumlah", column=2), RowPattern(names=frozenset({2})), Skip.SUMMARY),
        (row(1, 2, 3, 4, label="Max", column=2), RowPattern(names=frozenset({2})), RowDoubt.LABEL),
        (
            row(1, 2, 3, 4, label="Jumlah", column=2, c1=8),
            RowPattern(names=frozenset({2}), running=1),
            RowDoubt.LABEL,
        ),
        (
            row(1, 2, 3, 4, label="Jumlah", column=4),
            RowPattern(repeated=frozenset({(4, "Jumlah")})),
            None,
        ),
        (
            row(1, 2, 3, 4, label="Jumlah", column=4),
            RowPattern(repeated=frozenset({(3, "Jumlah")})),
            RowDoubt.LABEL,
        ),
        (
            row(1, 2, 3, 4, label="Jumlah", column=2),
            RowPattern(names=frozenset({2}), repeated=frozenset({(2, "Jumlah")})),
            Skip.SUMMARY,
        ),
    ],
)
def test_a_row_called_a_summary_may_still_be_a_service_or_initials(look, frame, why):
    assert judged(look, frame) is why


def test_a_row_called_a_summary_without_the_time_that_others_have_is_one():
    assert judged(row(1, 2, 3, 4, label="Jumlah", column=2, c3="P"), NAMED, time=5) is Skip.SUMMARY


TOTAL = ["Jumlah", None, 1, 1, 1, 1]
PIECE = [
    ["Sari", "P", 1, 2, 3, 4],
    ["Budi", "L", 4, 2, 3, 4],
    TOTAL,
    ["Wati", "P", 2, 2, 1, 1],
    ["Joko", "L", 2, 3, 1, 1],
    ["Rina", "P", 2, 4, 1, 2],
]


def sorted_into(above, *rows, first=5, timed=None):
    """Sort rows of names, profiles and answers."""
    piece = Piece.of(range(first, first + len(rows)), [2, 3, *ITEMS.values()], chain.from_iterable(rows))
    answers = np.array(
        [[cell if cell in (1, 2, 3, 4) else 0 for cell in row[2:]] for row in rows], np.int8
    ).reshape(-1, 4)
    known = np.zeros(len(rows), np.bool_) if timed is None else np.array(timed)
    keep, skipped = sort_rows(piece, known, answers, reading(replace(NAMED, labels=(2,))), above)
    return keep.tolist(), [(each.row, each.why, each.label) for each in skipped]


def sums_up(above, *numbers):
    return above.told_by([(Fraction(number), 0) for number in numbers])


def test_responses_are_added_up_from_a_summary_on_and_a_summary_is_not():
    above = AnswersAbove(RUBRIC.scale, 4)

    keep, skipped = sorted_into(above, *PIECE)

    assert keep == [True, True, False, True, True, True]
    assert skipped == [(7, Skip.SUMMARY, "Jumlah")]
    assert sums_up(above, 6, 9, 3, 4), "those below the summary"
    assert sums_up(above, 11, 13, 9, 12), "all"
    assert not sums_up(above, 4, 7, 2, 3)
    assert above.row == 10


def test_responses_above_a_summary_are_added_up_before_it_is_judged():
    above = AnswersAbove(RUBRIC.scale, 4)
    assert sorted_into(above, *PIECE[:2], ["Jumlah Sari", None, 5, 4, 6, 8])[1] == [(7, Skip.SUMMARY, "")]


def test_a_summary_at_the_end_of_a_piece_ends_the_block_for_the_next_one():
    above = AnswersAbove(RUBRIC.scale, 4)
    sorted_into(above, *PIECE[:3])
    sorted_into(above, *PIECE[3:], first=8)

    assert sums_up(above, 6, 9, 3, 4)
    assert sums_up(above, 11, 13, 9, 12)
    assert above.row == 10


def test_a_piece_without_rows_leaves_the_last_row_in_use():
    above = AnswersAbove(RUBRIC.scale, 4)
    assert sorted_into(above) == ([], [])
    assert above.row == 4


def test_a_row_with_a_time_and_an_answer_is_a_response_whatever_its_label():
    total = ["Jumlah", None, 0, 0, 0, 0]
    above = AnswersAbove(RUBRIC.scale, 4)

    assert sorted_into(above, TOTAL, timed=[True]) == ([True], [])
    assert sorted_into(above, TOTAL, timed=[False], first=6)[0] == [False]
    assert sorted_into(above, total, timed=[True], first=7)[0] == [True]
    assert sorted_into(above, [*TOTAL[:2], *[None] * 4], timed=[True], first=8)[1] == [
        (8, Skip.SUMMARY, "Jumlah")
    ]
