"""Pieces of a sheet at their limits: blank rows, lacking columns, rows left out, faults in their order."""

from dataclasses import replace

import numpy as np
import pytest

from ipak_cli.base.period import Period
from ipak_cli.catalogue.survey import ANSWER_EMPTY, ANSWER_NOT_GIVEN, SUGGESTION_UNREADABLE
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.survey import BlankRule
from ipak_cli.survey.period import BY_QUARTER
from ipak_cli.survey.reading.collect import (
    _below_header,
    _filled,
    _marks,
    _only,
    _person,
    read_piece,
)
from ipak_cli.survey.reading.date_column import Times
from ipak_cli.survey.reading.summary_rows import AnswersAbove, Skip
from ipak_cli.survey.reading.trials import is_trial
from ipak_cli.tables.cell import AS_IT_STANDS, ErrorCell
from ipak_cli.tables.column import Piece
from makers.exports import table
from makers.sheets import collected, pieces

IPAK = load_rubric("ipak-ipkp").rubric
THIRD = BY_QUARTER.ordinal(Period.quarter(2024, 3))
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


def test_a_fault_is_kept_with_its_cell_its_period_and_what_makes_it_the_same():
    found = collected(
        [ROWS[0], [ROWS[1][0], 9, *[4] * 13], ["kemarin", 9, *[4] * 13], [ROWS[2][0], 9, *[4] * 13]], IPAK
    )

    kinds = {
        (period, kind.fault.code): kind.cells(AS_IT_STANDS)
        for (period, _), kind in found.faults.kinds.items()
    }
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
    assert is_trial(text) is trial


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


def marked(headers, *cells, time=True):
    """Return the marks of rows of the same answers, with these cells beside them."""
    plain = ROWS[0][1 - time :]
    rows = [[*headers, *plain], *([*row, *ROWS[1][1 - time :]] for row in cells)]
    (kept,) = collected(rows, IPAK).rows.values()
    return kept.prints[0].tolist(), kept.tests.spans(), kept.persons


def test_a_minute_begins_with_its_first_second_and_an_unknown_time_has_none():
    moments = [
        "1970-01-01T00:00:00",
        "1970-01-01T00:00:59",
        "1970-01-01T00:01:00",
        "NaT",
        "1970-01-01T00:02:00",
    ]
    times = Times(np.array(moments, "datetime64[s]"), np.zeros(5, np.int64), {})
    marks = _marks(piece_of(*[ROWS[1]] * 5), times, np.ones((5, 14), np.int8), CONTEXT)

    assert marks["minute"].tolist() == [0, 0, 1, -1, 2]


def test_a_trial_in_any_column_beside_the_items_marks_its_row():
    assert marked(["Kode", "Loket"], ["tes", 1], ["a", 2], ["b", "coba"])[1] == [(2, 2), (4, 4)]


def test_rows_that_differ_in_a_cell_have_other_prints_and_a_running_number_is_no_such_cell():
    prints, _, _ = marked(["No", "Kode"], [1, "a"], [2, "a"], [3, "b"])

    assert prints[0] == prints[1] != prints[2]


def test_rows_without_a_time_have_prints_where_a_column_tells_persons_apart():
    named, _, persons = marked(["NIK"], ["3171234567890123"], ["3171234567890124"], time=False)
    assert 0 not in named
    assert len(set(persons[0].tolist())) == 2
    assert marked(["Kode"], ["a"], ["b"], time=False)[::2] == ([0, 0], ())


def test_an_error_cell_for_a_suggestion_is_a_fault_of_its_row():
    rows = [[*ROWS[0], "Saran"], [*ROWS[1], "bagus"], [*ROWS[2], ErrorCell("#REF!")]]
    kinds = collected(rows, IPAK).faults.kinds.values()

    assert [(kind.fault.entry, kind.cells(AS_IT_STANDS)) for kind in kinds] == [(SUGGESTION_UNREADABLE, "P3")]


def test_a_blank_answer_is_an_error_only_where_the_rubric_says_so():
    blank = [ROWS[1][0], None, *[4] * 13]
    lax = replace(CONTEXT, rubric=IPAK.model_copy(update={"blank": BlankRule.MISSING}))

    assert [fault.entry for _, _, fault in read(blank).faults] == [ANSWER_EMPTY]
    assert [fault.entry for _, _, fault in read(blank, context=lax).faults] == [ANSWER_NOT_GIVEN]
