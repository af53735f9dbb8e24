"""Rows to tallies: what must make no difference makes none."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.period import Period
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.catalogue.survey import OUTSIDE_SCALE
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.period import BY_QUARTER
from ipak_cli.survey.reading import repeats
from ipak_cli.survey.reading.summary_rows import Skip
from ipak_cli.survey.tally import Tally
from makers.exports import table
from makers.sheets import collected

RUBRIC = load_rubric("ipak-ipkp").rubric
THIRD = BY_QUARTER.ordinal(Period.quarter(2024, 3))
surveys = st.lists(st.lists(st.integers(1, 4), min_size=14, max_size=14), min_size=1, max_size=12)


def tallied(rows, **how):
    found = collected(rows, RUBRIC, **how)
    assert found.problems(None) == []
    return found.tallies


@settings(deadline=None, max_examples=30)
@given(surveys, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_makes_no_difference(answers, chance):
    header, *body = table(RUBRIC, answers)
    order = list(range(len(header)))
    chance.shuffle(order)
    shuffled = body[:]
    chance.shuffle(shuffled)

    turned = [[row[n] for n in order] for row in [header, *shuffled]]

    assert tallied(turned) == tallied([header, *body])


@settings(deadline=None, max_examples=30)
@given(surveys, st.integers(1, 5))
def test_the_size_of_the_pieces_makes_no_difference(answers, size):
    rows = table(RUBRIC, answers)

    assert tallied(rows, size=size) == tallied(rows)


@settings(deadline=None, max_examples=30)
@given(surveys, st.data())
def test_blank_rows_make_no_difference(answers, data):
    header, *body = table(RUBRIC, answers)
    blank = [None] * len(header)
    spread = [row for entry in body for row in (*[blank] * data.draw(st.integers(0, 2)), entry)]

    assert tallied([header, *spread, blank, ["  "]]) == tallied([header, *body])


@settings(deadline=None, max_examples=30)
@given(surveys, surveys)
def test_tallies_of_two_files_add_up_to_that_of_both(first, second):
    header, *body = table(RUBRIC, first)
    _, *more = table(RUBRIC, second)

    apart = [tallied([header, *body])[THIRD], tallied([header, *more])[THIRD]]

    assert Tally.joined(apart) == tallied([header, *body, *more])[THIRD]


def test_faults_name_their_cells_and_their_period():
    rows = table(RUBRIC, [[4] * 14, [4] * 13 + [5]])

    found = collected(rows, RUBRIC)

    (problem,) = found.problems(THIRD)
    assert str(problem.where) == "uji.xlsx!Lembar:O3"
    assert problem.code == "J301"
    assert found.problems(THIRD - 1) == []


@pytest.mark.parametrize("size", [1, 2, 50_000])
def test_a_blank_answer_is_a_fault_whatever_the_pieces(size):
    rows = table(RUBRIC, [[4] * 14, [4] * 13 + [None], [None] + [4] * 13])

    found = collected(rows, RUBRIC, size=size)

    assert [problem.where.cell for problem in found.problems(THIRD)] == ["O3", "B4"]


def test_a_blank_time_is_a_fault_of_no_period():
    rows = table(RUBRIC, [[4] * 14])
    rows[1][0] = None

    (problem,) = collected(rows, RUBRIC).problems(THIRD)

    assert (problem.code, problem.where.cell) == ("W407", "A2")


def test_summary_rows_and_notes_are_no_responses():
    rows = table(RUBRIC, [[4] * 14, [3] * 14])
    rows += [["Rata-rata", *[3.5] * 14], ["Jumlah", *[7] * 14], [], ["Mengetahui,"]]
    rows += [[*[None] * 12, "Kepala Unit"], [*[None] * 12, "Sari Dewi"], [*[None] * 12, "NIP 19800101"]]

    found = collected(rows, RUBRIC)

    assert found.problems(None) == []
    assert found.responses == {THIRD: 2}
    assert found.skipped_rows(Skip.SUMMARY).spans() == [(4, 5)]
    assert found.skipped_rows(Skip.NO_ANSWER).spans() == [(7, 10)]


def test_booleans_are_not_ones():
    rows = table(RUBRIC, [[1] * 14, [True] + [1] * 13])

    (problem,) = collected(rows, RUBRIC).problems(THIRD)

    assert (problem.code, problem.where.cell) == ("J303", "B3")


def test_the_same_fault_of_a_column_is_told_once_with_its_cells():
    rows = table(RUBRIC, [[5] * 14 for _ in range(100)])

    found = collected(rows, RUBRIC, size=7).problems(THIRD)

    assert [problem.where.cell for problem in found] == [f"{letter}2" for letter in "BCDEFGHIJKLMNO"]
    assert message_of(found[0]).endswith("(100 sel: B2:B101)")


def test_scattered_cells_are_named_as_far_as_a_line_is_short():
    rows = table(RUBRIC, [[5 if n % 2 else 4] + [4] * 13 for n in range(40)])

    (problem,) = collected(rows, RUBRIC).problems(THIRD)

    assert message_of(problem).endswith("(20 sel: B3, B5, B7, B9, B11, B13, B15, B17, …)")


def test_many_different_wrong_values_of_a_column_are_told_together_after_the_first_five():
    rows = table(RUBRIC, [[n + 100] + [4] * 13 for n in range(40)])

    *listed, others = collected(rows, RUBRIC).problems(THIRD)

    assert [problem.where.cell for problem in listed] == ["B2", "B3", "B4", "B5", "B6"]
    assert others.code == "J317"
    assert "35 sel lain di kolom ini dengan kode J301: B7:B41" in message_of(others)


def test_beyond_a_thousand_kinds_of_a_code_cells_are_only_counted():
    rows = table(RUBRIC, [[n + 100] + [4] * 13 for n in range(1100)])

    assert collected(rows, RUBRIC).faults.unlisted == {OUTSIDE_SCALE: 100}


def test_the_same_response_again_is_marked_wherever_its_columns_stand():
    rows = table(RUBRIC, [[4, 3] * 7] * 2)
    rows[2] = rows[1][:]
    order = list(range(15))
    random.Random(3).shuffle(order)  # noqa: S311 (a fixed order, not a secret)

    (straight,) = collected(rows, RUBRIC).rows[THIRD].prints
    (turned,) = collected([[row[n] for n in order] for row in rows], RUBRIC).rows[THIRD].prints

    assert straight[0] == straight[1]
    assert sorted(straight) == sorted(turned)


PRINTS = st.lists(st.sampled_from([0, 1, 2, 3, 2**63, 2**64 - 1]), max_size=12)


@given(st.lists(PRINTS), st.integers(1, 4))
def test_repeated_fingerprints_are_found_whatever_the_parts_and_the_shares(parts, compared):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repeats, "_COMPARED", compared)
        found = repeats.repeated([np.array(part, np.uint64) for part in parts])

    prints = [value for part in parts for value in part]
    assert found.tolist() == [at for at, value in enumerate(prints) if value and value in prints[:at]]


def test_many_labels_are_one_group_whatever_the_pieces():
    rows = table(RUBRIC, [[4] * 14] * 70)
    rows[0].append("Jenis kelamin")
    for number, row in enumerate(rows[1:]):
        row.append(f"isian {number}")

    assert tallied(rows, size=7) == tallied(rows)
