"""Row numbers as runs at their limits: neighbours, gaps of one, nothing."""

import numpy as np
import pytest

from ipak_cli.survey.row_notes import RowRuns


def runs(*rows):
    return RowRuns.of(np.array(rows, np.int64))


@pytest.mark.parametrize(
    ("rows", "spans"),
    [
        ((), []),
        ((1,), [(1, 1)]),
        ((1, 2), [(1, 2)]),
        ((1, 3), [(1, 1), (3, 3)]),
        ((2, 3, 5, 6), [(2, 3), (5, 6)]),
    ],
)
def test_the_next_row_joins_a_run_and_the_one_after_begins_another(rows, spans):
    assert runs(*rows).spans() == spans
    assert len(runs(*rows)) == len(rows)


@pytest.mark.parametrize(
    ("parts", "spans"),
    [
        ([], []),
        ([()], []),
        ([(), ()], []),
        ([(1, 2), ()], [(1, 2)]),
        ([(1, 2), (3, 4)], [(1, 4)]),
        ([(3, 4), (1, 2)], [(1, 4)]),
        ([(1, 2), (4, 5)], [(1, 2), (4, 5)]),
        ([(1, 5), (2, 3, 4)], [(1, 5)]),
        ([(1,), (2,), (3,), (7,)], [(1, 3), (7, 7)]),
    ],
)
def test_parts_that_touch_are_one_run_and_a_gap_of_one_row_keeps_them_apart(parts, spans):
    found = RowRuns.joined([runs(*part) for part in parts])
    assert found.spans() == spans
    assert len(found) == sum(map(len, parts))


def test_places_are_counted_from_0_over_the_gaps():
    assert runs(2, 3, 7, 8, 9).at(np.arange(5)).tolist() == [2, 3, 7, 8, 9]


def test_rows_at_the_ends_of_runs_are_common_and_those_beside_them_are_not():
    assert runs(2, 3, 7).common([1, 2, 3, 4, 6, 7, 8]) == [2, 3, 7]
    assert runs(2, 3, 7).common([7, 2, 2]) == [2, 7]
    assert runs(2, 3, 7).common([]) == []
    assert runs().common([1]) == []


@pytest.mark.parametrize(
    ("first", "last", "meets"),
    [
        (1, 1, False),
        (1, 2, True),
        (2, 2, True),
        (3, 3, True),
        (4, 6, False),
        (4, 7, True),
        (8, 9, False),
        (1, 9, True),
    ],
)
def test_a_run_is_met_by_its_first_and_its_last_row(first, last, meets):
    assert runs(2, 3, 7).meets(first, last) is meets
