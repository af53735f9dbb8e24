"""Pieces of a sheet at their limits: blank rows, lacking columns, rows left out, faults in their order."""

from dataclasses import replace

import numpy as np
import pytest

from ipak_cli.base.quarter import Quarter
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.collect import _below_header, _filled, _is_trial, _only, _person, read_piece
from ipak_cli.survey.reading.date_column import Times
from ipak_cli.survey.reading.summary_rows import AnswersAbove, Skip
from ipak_cli.tables.column import Piece
from makers.exports import table
from makers.sheets import collected, pieces

IPAK = load_rubric("ipak-ipkp").rubric
THIRD = Quarter(2024, 3).ordinal
ROWS = table(IPAK, [[4] * 14, [3] * 14])
CONTEXT = collected(ROWS, IPAK).context
ITEM = max(CONTEXT.layout.columns)


def piece_of(*rows, first=1):
    """Give rows as one piece."""
    (piece,) = pieces(rows)
    return Piece(piece.rows + first - 1, piece.columns)


def read(*rows, context=CONTEXT):
    piece = piece_of(ROWS[0], *rows)
    return read_piece(piece, context, AnswersAbove(IPAK.scale, 1))


def test_the_rows_below_the_header_are_read_and_a_column_that_a_piece_lacks_is_empty():
    whole = piece_of(*ROWS)
    lacking = Piece(whole.rows, {n: column for n, column in whole.columns.items() if n != ITEM})

    below = _below_header(lacking, CONTEXT)

    assert below.rows.tolist() == [2, 3]
    assert below.columns[ITEM].cells().tolist() == [None, None]
    assert below.columns[1].cells().tolist() == [row[0] for row in ROWS[1:]]
    assert _below_header(piece_of(*ROWS[1:], first=2), CONTEXT).rows.tolist() == [2, 3]
    tall = replace(CONTEXT, layout=replace(CONTEXT.layout, header_rows=(1, 2)))
    assert _below_header(whole, tall).rows.tolist() == [3]


def test_a_row_is_filled_by_any_cell():
    piece = piece_of([None, " "], [None, 0], ["", "x"], [None, None])

    assert _filled(piece).rows.tolist() == [2, 3]
    assert _filled(Piece(piece.rows[1:3], {2: piece.columns[2].only(slice(1, 3))})).rows.tolist() == [2, 3]


def test_what_is_left_out_is_left_out_of_cells_times_and_answers():
    piece, answers = piece_of(["a"], ["b"], ["c"]), np.array([[1], [2], [3]], np.int8)
    times = Times(
        np.array(["2024-01-01", "NaT", "2024-01-03"], "datetime64[s]"), np.array([1, 2, 3]), {1: "x"}
    )

    kept, kept_times, kept_answers = _only(np.array([False, True, True]), piece, times, answers)

    assert kept.columns[1].cells().tolist() == ["b", "c"]
    assert (kept_times.shifts.tolist(), kept_times.faults) == ([2, 3], {0: "x"})
    assert kept_answers.tolist() == [[2], [3]]
    assert _only(np.array([True] * 3), piece, times, answers) == (piece, times, answers)


def test_a_row_whose_answers_are_all_faulty_keeps_its_faults_and_is_no_response():
    found = read([ROWS[1][0], *[9] * 14], ROWS[1])

    assert found.rows.tolist() == [2, 3]
    assert found.responses.marks.index.tolist() == [3]
    assert [(skipped.row, skipped.why) for skipped in found.skipped] == [(2, Skip.NO_ANSWER)]
    assert {(place, fault.code) for place, _, fault in found.faults} == {(0, "J301")}


def test_a_row_of_lowest_answers_is_a_response():
    assert read([ROWS[1][0], *[1] * 14]).responses.marks.index.tolist() == [2]


def test_a_fault_is_kept_with_its_cell_its_quarter_and_what_makes_it_the_same():
    found = collected(
        [ROWS[0], [ROWS[1][0], 9, *[4] * 13], ["kemarin", 9, *[4] * 13], [ROWS[2][0], 9, *[4] * 13]], IPAK
    )

    kinds = {(quarter, kind.fault.code): kind.cells for (quarter, _), kind in found.faults.kinds.items()}
    assert kinds == {(THIRD, "J301"): "B2, B4", (None, "J301"): "B3", (None, "W401"): "A3"}


def test_faults_are_in_the_order_of_their_rows():
    found = read(["kemarin", *[4] * 13, 9], ["lusa", 9, *[4] * 13], [ROWS[1][0], *[4] * 12, None, 4])

    assert [place for place, _, _ in found.faults] == [0, 0, 1, 1, 2]


def test_a_lowest_answer_and_a_blank_one_are_told_apart():
    found = read([ROWS[1][0], 1, None, *[4] * 12])

    codes = found.responses.answers.iloc[0]
    assert codes.iloc[0] == 1
    assert codes.isna().tolist() == [False, True, *[False] * 12]


def test_where_no_column_tells_the_time_no_row_has_one_and_none_is_a_fault():
    timeless = replace(CONTEXT, layout=replace(CONTEXT.layout, time=None))
    found = read(*ROWS[1:], context=timeless)

    assert not found.times.known.any()
    assert found.faults == []
    assert found.responses.marks["print"].tolist() == [0, 0]


@pytest.mark.parametrize(
    ("text", "trial"),
    [
        ("tes", True),
        ("TES!", True),
        ("tesis", False),
        (3, False),
        (" " * 36 + "tes", True),
        (" " * 37 + "tes", False),
    ],
)
def test_a_trial_is_told_by_a_whole_text_of_under_40_letters(text, trial):
    assert _is_trial(text) is trial


@pytest.mark.parametrize(
    ("headers", "best"),
    [
        (["Nama", "NIK"], "NIK"),
        (["NIK", "Email"], "Email"),
        (["Nama", "Name"], "Nama"),
        (["nama lengkap"], "nama lengkap"),
    ],
)
def test_a_number_or_an_address_tells_a_person_better_than_a_name(headers, best):
    assert _person({header: place for place, header in enumerate(headers, start=1)}) == best
