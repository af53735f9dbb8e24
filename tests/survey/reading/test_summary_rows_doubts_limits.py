"""Both sides of the limits by which rows below the answers are told from responses."""

import pytest

from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.summary_rows import RowDoubt, Skip
from makers.sheets import collected

SKM = load_rubric("skm-14-2017").rubric
INDEX = SKM.indices[0]
TWO, FOUR = (
    SKM.model_copy(update={"indices": (INDEX.model_copy(update={"items": INDEX.items[:size]}),)})
    for size in (2, 4)
)
CODES = [item.code for item in SKM.items]
ANSWERS = [[1 + (person * 3 + item * item) % 4 for item in range(9)] for person in range(6)]
NAMES = ["Sari", "Budi", "Wati", "Joko", "Rina", "Hadi"]


def named(*footers, rubric=SKM, beside=()):
    """Give six responses with names, and rows below them."""
    wide = len(rubric.items)
    body = [[name, *beside, *row[:wide]] for name, row in zip(NAMES, ANSWERS, strict=True)]
    return [["Nama", *["L/P"] * len(beside), *CODES[:wide]], *body, *footers]


def numbered(*footers):
    """Give six responses with running numbers, and rows below them."""
    return [["No", *CODES], *([n, *row] for n, row in enumerate(ANSWERS, start=1)), *footers]


def bare(*footers):
    """Give six responses that are answers alone, and rows below them."""
    return [CODES, *ANSWERS, *footers]


def outcome(rows, rubric=SKM):
    """Return the number of responses, and the reason of each row that is none."""
    found = collected(rows, rubric, lenient=True)
    return sum(found.responses.values()), [(skipped.row, skipped.why) for skipped in found.skipped]


def test_a_row_of_two_cells_is_asked_about_and_one_of_three_is_a_response():
    assert outcome(named(["Tono", 4])) == (6, [(8, RowDoubt.LEGEND)])
    assert outcome(named(["Tono", 4, 3])) == (7, [])


def test_in_a_survey_of_two_items_a_row_of_two_cells_may_be_a_response():
    assert outcome(named(["Tono", 4], rubric=TWO), TWO) == (7, [])


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Jumlah " + "per " * 7 + "unsur", "Jumlah " + "per " * 7 + "unsur"),
        ("Jumlah " + "per " * 7 + "setiap", "Jumlah " + "per " * 7 + "seti…"),
        ("Jumlah\n per  unsur", "Jumlah per unsur"),
    ],
)
def test_forty_letters_of_a_summarys_label_are_shown(label, shown):
    found = collected(numbered([label, *[3] * 9]), SKM)

    assert [(skipped.why, skipped.label) for skipped in found.skipped] == [(Skip.SUMMARY, shown)]
    assert len(shown) <= 40


def test_a_label_that_may_hold_a_name_is_not_shown():
    found = collected(numbered(["Jumlah menurut Sari Dewi", *[3.21] * 9]), SKM)

    assert [(skipped.why, skipped.label) for skipped in found.skipped] == [(Skip.SUMMARY, "")]


def test_an_answer_that_does_not_fit_is_a_fault_of_a_response():
    assert outcome(named(["Tono", 9, *[4] * 8])) == (7, [])


def test_numbers_of_columns_that_could_be_answers_are_known_right_below_the_header_alone():
    header, *body = [row[:5] for row in numbered()]
    columns = [1, 2, 3, 4, 5]

    assert outcome([header, columns, *body], FOUR) == (6, [(2, Skip.HEADER)])
    assert outcome([header, *body, columns], FOUR) == (7, [])
