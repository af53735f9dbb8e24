"""Row numbers as runs are the row numbers, and what is kept of rows are some of them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.row_notes import RowRuns
from ipak_cli.tables.cell import spans
from makers.exports import table
from makers.sheets import collected

IPAK = load_rubric("ipak-ipkp").rubric
ROWS = st.sets(st.integers(1, 60)).map(sorted)


def runs(rows):
    return RowRuns.of(np.array(rows, np.int64))


@given(ROWS)
def test_runs_are_the_rows(rows):
    assert len(runs(rows)) == len(rows)
    assert runs(rows).spans() == spans(rows)
    assert runs(rows).at(np.arange(len(rows))).tolist() == rows


@given(ROWS, st.integers(0, 60))
def test_parts_join_to_the_same_runs_whichever_comes_first(rows, cut):
    parts = [runs(rows[cut:]), runs(rows[:cut])]
    assert RowRuns.joined(parts).spans() == spans(rows)
    assert RowRuns.joined([]).spans() == []


@given(ROWS, ROWS)
def test_common_rows_are_found(rows, others):
    assert runs(rows).common(others) == sorted(set(rows) & set(others))


@given(ROWS, st.integers(1, 60), st.integers(0, 60))
def test_rows_between_two_are_noticed(rows, first, more):
    last = first + more
    assert runs(rows).meets(first, last) == any(first <= row <= last for row in rows)


def test_straight_lines_below_the_highest_answer_and_trials_are_kept_by_their_rows():
    header, *body = table(IPAK, [[1] * 14, [4] * 14, [3] * 14, [3] * 13 + [4], [3] * 13 + [2]])
    trials = [None, "tes", None, None, "coba"]
    rows = [["Kode", *header], *([trial, *row] for trial, row in zip(trials, body, strict=True))]

    (kept,) = collected(rows, IPAK).rows.values()

    assert kept.rows.spans() == [(2, 6)]
    assert kept.low_straight.spans() == [(2, 2), (4, 4)]
    assert kept.tests.spans() == [(3, 3), (6, 6)]
    assert kept.persons == ()
