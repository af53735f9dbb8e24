"""Where a number begins to be what the answers above add up to."""

from fractions import Fraction

import numpy as np
import pytest

from ipak_cli.rubric.survey import Scale
from ipak_cli.survey.reading.summary_rows import AnswersAbove

FOUR = Scale(lowest=1, highest=4)
FIVE = Scale(lowest=0, highest=5)


def above(*rows, scale=FOUR):
    """Stand below some responses; an answer is its place on the scale, from 1, or 0 for none."""
    found = AnswersAbove(scale, 1)
    found.take(np.array(rows, np.int8))
    return found


def written(*texts):
    """Give numbers as they are written, with their decimals; an empty text is no number."""
    return [(Fraction(text), len(text.partition(".")[2])) if text else None for text in texts]


def told(found, *texts):
    return found.told_by(written(*texts))


def test_two_responses_can_be_summed_up_and_one_cannot():
    assert not told(above([2, 3]), "2", "3")
    assert told(above([2, 3], [2, 3]), "2", "3")


def test_an_item_that_two_answered_is_enough():
    assert told(above([2, 3], [2, 0]), "4", "3")
    assert not told(above([2, 0], [0, 3]), "2", "3")


def test_two_numbers_sum_up_several_items_and_one_does_not():
    rows = [1, 2, 4], [1, 4, 4]

    assert told(above(*rows), "2", "6", "")
    assert not told(above(*rows), "2", "", "")
    assert told(above([1], [3]), "4")
    assert not told(above([1], [3]), "")


def test_a_number_below_an_item_without_answers_sums_up_nothing():
    assert not told(above([2, 2, 0], [2, 2, 0]), "4", "4", "0")
    assert told(above([2, 2, 0], [2, 2, 0]), "4", "4", "")


@pytest.mark.parametrize(
    ("figure", "numbers"),
    [
        ("sum", ("7", "9")),
        ("mean", ("2.33", "3")),
        ("percent", ("58.33", "75")),
        ("count", ("3", "3")),
        ("lowest", ("1", "2")),
        ("highest", ("4", "4")),
    ],
)
def test_all_numbers_are_the_same_figure_of_their_items(figure, numbers):
    rows = [1, 2], [2, 3], [4, 4]

    assert told(above(*rows), *numbers), figure
    assert not told(above(*rows), numbers[0], "9.5")
    assert not told(above(*rows), "9.5", numbers[1])


def test_figures_are_not_mixed_within_a_row():
    assert not told(above([1, 2], [2, 3], [4, 4]), "7", "2")


@pytest.mark.parametrize(
    "numbers", [("4", "11"), ("1.33", "3.67"), ("26.67", "73.33"), ("3", "3"), ("0", "2"), ("3", "5")]
)
def test_on_a_scale_from_0_the_first_place_is_0(numbers):
    assert told(above([1, 3], [2, 6], [4, 5], scale=FIVE), *numbers)


def test_blank_answers_are_neither_the_lowest_nor_the_highest():
    rows = [0, 2], [2, 3], [3, 4]

    assert told(above(*rows), "2", "2")
    assert told(above(*rows), "3", "4")
    assert not told(above(*rows), "0", "2")


@pytest.mark.parametrize(
    ("number", "is_mean"),
    [
        ("2.3", False),
        ("2.4", True),
        ("2.5", True),
        ("2.6", False),
        ("2.45", True),
        ("2.44", False),
        ("2.4500004", True),
        ("2.4500006", False),
    ],
)
def test_a_mean_of_2_45_is_written_to_half_of_its_last_decimal_at_the_most_six(number, is_mean):
    rows = [[2, 2]] * 11 + [[3, 3]] * 9

    assert told(above(*rows), number, number) is is_mean


def test_a_whole_number_is_exact():
    assert told(above([3, 3], [3, 3]), "3", "3")
    assert not told(above([3, 3], [3, 3], [4, 4]), "3.4", "4")


def test_an_end_of_a_block_lets_the_next_response_begin_another():
    found = above([1, 2], [2, 4])
    assert found.begun
    found.close()
    found.take(np.zeros((0, 2), np.int8))
    assert told(found, "3", "6")

    found.take(np.array([[3, 1], [4, 1]], np.int8))
    assert told(found, "7", "2"), "the block"
    assert told(found, "10", "8"), "all"

    found.take(np.array([[1, 1]], np.int8))
    assert told(found, "8", "3"), "the block goes on"
    assert not told(found, "1", "1.01")


def test_rows_without_an_answer_begin_nothing():
    assert not above([0, 0]).begun
    assert not told(above([0, 0]), "0", "0")
    found = above([1, 2], [2, 4])
    found.close()
    found.take(np.zeros((3, 2), np.int8))
    found.take(np.array([[0, 0]], np.int8))
    assert told(found, "3", "6")
    assert not above([0, 0], [0, 0]).told_by([])
