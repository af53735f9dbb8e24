"""An item of several columns: the exact mean per response, in every figure that is made of it."""

import tempfile
from collections import Counter
from fractions import Fraction
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ipak_cli.base.provenance import Tool
from ipak_cli.documents.read import read_survey
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.report.recount import survey_differences
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.own_settings import OwnAnswers, Together, own_form
from ipak_cli.rubric.survey import MOST_TOGETHER, Polarity
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.add_up import add_up
from ipak_cli.survey.reading.collect import collect
from ipak_cli.survey.reading.sheet_layout import SheetContext, match_layout
from ipak_cli.survey.reading.words import words_of
from ipak_cli.survey.tally import BETWEEN, gathered, values_counted
from makers.exports import write_csv
from makers.rubric_text import SMALL
from makers.sheets import WHERE, pieces

LOADED = parse_as_survey(read_document(SMALL.encode(), "x.yaml"))
RUBRIC = LOADED.rubric
ITEMS = len(RUBRIC.items)
LAST = RUBRIC.items[-1]
TOOL = Tool("ipak", "0")


def form_of(columns):
    """Say that items are asked in so many columns: of item n the heads "n-1", "n-2" and so on."""
    several = {
        item.code: Together(mean=tuple((f"{item.code} bagian {k}",) for k in range(1, many + 1)))
        for item, many in zip(RUBRIC.items, columns, strict=True)
        if many > 1
    }
    return own_form(RUBRIC, several, OwnAnswers())


def header_of(columns):
    return [
        item.text if many == 1 else f"{item.code} bagian {k}"
        for item, many in zip(RUBRIC.items, columns, strict=True)
        for k in range(1, many + 1)
    ]


def scored(columns, rows, *, lenient=True):
    """Score rows of (group, answers by item and column)."""
    table = [["Usia", *header_of(columns)]]
    table += [[group, *(cell for item in answers for cell in item)] for group, answers in rows]
    with tempfile.TemporaryDirectory() as folder:
        file = write_csv(Path(folder) / "a.csv", table)
        return score(ScoreRequest((file,), lenient=lenient), LOADED, TOOL, form=form_of(columns))


def sound(survey):
    """Score a drawn survey; one with a row that may be a summary is refused, and drawn again."""
    result = scored(*survey)
    assume(not any(each.code == "K214" for each in result.problems))
    return result


def means(answers, item):
    """Return one response's answer to an item, after polarity, by the plain definition."""
    found = [Fraction(cell) for cell in answers if cell is not None]
    turned = [5 - cell for cell in found] if item.polarity is Polarity.NEGATIVE else found
    return mean(turned) if turned else None


COLUMNS = st.lists(st.sampled_from([1, 1, 2, 3]), min_size=ITEMS, max_size=ITEMS)
CELL = st.sampled_from([1, 2, 3, 4, 4, None])


@st.composite
def surveys(draw):
    columns = draw(COLUMNS)
    answers = st.tuples(*(st.lists(CELL, min_size=many, max_size=many) for many in columns))
    rows = draw(st.lists(st.tuples(st.sampled_from(["17-30", "31-50"]), answers), max_size=20))
    full = [[4] * many for many in columns]
    return columns, [*rows, *[("17-30", full)] * 5]


@settings(max_examples=60, deadline=None)
@given(surveys())
def test_every_figure_is_the_one_of_the_exact_means(survey):
    _, rows = survey
    result = sound(survey)
    rows = [(group, answers) for group, answers in rows if any(cell for item in answers for cell in item)]
    given_means = [
        [found for _, answers in rows if (found := means(answers[n], item)) is not None]
        for n, item in enumerate(RUBRIC.items)
    ]

    assert [item.mean for item in result.items] == [mean(found) for found in given_means]
    assert [item.n for item in result.items] == [len(found) for found in given_means]
    assert [item.sum for item in result.items] == [sum(found) for found in given_means]
    assert result.answers == sum(map(len, given_means))
    assert result.missing == len(rows) * ITEMS - result.answers
    assert sum(share.count for share in result.distribution.values()) == result.answers
    assert sum(share.share for share in result.distribution.values()) == 100

    raw = Counter(
        Fraction(sum(cells), len(cells))
        for _, answers in rows
        for item in answers
        if (cells := [cell for cell in item if cell])
    )
    assert {
        Fraction(value): share.count for value, share in result.distribution.items() if share.count
    } == raw
    assert sum(share.count for share in gathered(result.distribution).values()) == result.answers


@settings(max_examples=40, deadline=None)
@given(surveys())
def test_the_document_of_a_result_reads_as_the_result_and_agrees_with_itself(survey):
    result = sound(survey)
    assert read_survey(to_json(result).encode(), "survey.json") == result
    assert list(survey_differences(result, RUBRIC)) == []


@settings(max_examples=40, deadline=None)
@given(surveys())
def test_reliability_is_that_of_the_means(survey):
    _, rows = survey
    result = sound(survey)
    for index in RUBRIC.indices:
        numbers = [n for n, item in enumerate(RUBRIC.items) if item in index.items]
        table = [[means(answers[n], RUBRIC.items[n]) for n in numbers] for _, answers in rows]
        whole = [row for row in table if None not in row]
        found = next(look for look in result.quality if look.code == f"alpha_{index.code}")
        totals = [sum(row) for row in whole]
        if len(numbers) < 2 or len(whole) < 2 or len(set(totals)) == 1:
            continue

        def variance(values):
            middle = mean(values)
            return sum((value - middle) ** 2 for value in values)

        parts = sum(variance(column) for column in zip(*whole, strict=True))
        many = len(numbers)
        assert found.value == Fraction(many, many - 1) * (1 - parts / variance(totals))


def test_two_columns_of_3_and_4_are_seven_halves():
    columns = [2, *[1] * (ITEMS - 1)]
    result = scored(columns, [("17-30", [[3, 4], *[[4]] * (ITEMS - 1)])])
    first = result.items[0]
    assert (first.mean, first.sum, first.n) == (Fraction(7, 2), Fraction(7, 2), 1)
    assert first.counts == {"1": 0, "3/2": 0, "2": 0, "5/2": 0, "3": 0, "7/2": 1, "4": 0}
    assert '"exact": "7/2"' in to_json(result)


def test_a_mean_that_lacks_a_column_is_that_of_the_others_and_told_with_its_count():
    columns = [3, *[1] * (ITEMS - 1)]
    rest = [[4]] * (ITEMS - 1)
    rows = [("17-30", [[3, None, 4], *rest]), ("17-30", [[1, 2, 3], *rest]), ("17-30", [[None] * 3, *rest])]
    result = scored(columns, rows)
    told = [each for each in result.problems if each.code == "J360"]
    assert [dict(each.values) for each in told] == [{"item": RUBRIC.items[0].code, "count": 1}]
    assert result.items[0].mean == (Fraction(7, 2) + 2) / 2
    assert result.items[0].missing == 1


def test_a_blank_in_one_of_the_columns_is_asked_about_where_blanks_are():
    columns = [2, *[1] * (ITEMS - 1)]
    rows = [("17-30", [[3, None], *[[4]] * (ITEMS - 1)])]
    result = scored(columns, rows, lenient=False)
    (fault,) = [each for each in result.problems if each.code == "J310"]
    assert fault.where.cell == "C2"
    assert result.respondents is None


@pytest.mark.parametrize("many", range(1, MOST_TOGETHER + 1))
def test_up_to_so_many_columns_have_values_whose_number_tells_them(many):
    values = {Fraction(total, n) for n in range(1, many + 1) for total in range(n, 4 * n + 1)}
    found = values_counted(len(values), RUBRIC.scale)
    assert list(found) == sorted(values)
    assert all(isinstance(value, int) == (value == int(value)) for value in found)


def test_no_item_has_another_number_of_values():
    with pytest.raises(ValueError, match="no item has 5 values"):
        values_counted(5, RUBRIC.scale)


@pytest.mark.parametrize("many", [2, MOST_TOGETHER])
def test_as_many_columns_as_are_allowed_are_counted_exactly(many):
    columns = [many, *[1] * (ITEMS - 1)]
    cells = [1 + n * n % 4 for n in range(many)]
    result = scored(columns, [("17-30", [cells, *[[4]] * (ITEMS - 1)])])
    assert result.items[0].mean == Fraction(sum(cells), many)


def test_results_of_forms_with_more_and_with_fewer_columns_add_up():
    columns = [2, *[1] * (ITEMS - 1)]
    rest = [[4]] * (ITEMS - 1)
    several = scored(columns, [("17-30", [[3, 4], *rest]), ("17-30", [[4, 4], *rest])])
    plain = scored([1] * ITEMS, [("17-30", [[1], *rest])])
    found = add_up([several, plain], RUBRIC, LOADED.digest)
    assert found.scores.items[0].mean == (Fraction(7, 2) + 4 + 1) / 3
    assert found.scores.items[0].counts["7/2"] == 1
    assert {
        key: share.count for key, share in gathered(found.scores.distribution).items() if key == BETWEEN
    } == {BETWEEN: 1}


def test_the_same_answer_in_every_column_is_a_straight_line():
    columns = [2, *[1] * (ITEMS - 1)]
    result = scored(
        columns, [("17-30", [[4, 4], *[[4]] * (ITEMS - 1)]), ("17-30", [[3, 4], *[[4]] * (ITEMS - 1)])]
    )
    counts = {look.code: look.count for look in result.quality}
    assert counts["straight_highest"] == 1


@settings(max_examples=40, deadline=None)
@given(surveys(), st.integers(1, 9))
def test_the_size_of_the_pieces_makes_no_difference(survey, size):
    columns, rows = survey
    form = form_of(columns)
    told = form.rubric.scale.model_copy(update={"missing": ("TT",)})
    asked, counted = (each.model_copy(update={"scale": told}) for each in (form.asked, form.rubric))
    cells = [[group, *(cell or "TT" for item in answers for cell in item)] for group, answers in rows]
    table = [["Usia", *header_of(columns)], *cells]
    layout = match_layout(table, asked, WHERE, form.heads).layout
    words = tuple(words_of(told, item) for item in asked.items)
    context = SheetContext(
        WHERE, asked, layout, words, None, epoch_1904=False, lenient=False, together=counted
    )

    whole, parted = (collect(pieces(table, many), context).tallies for many in (50_000, size))

    assert whole == parted
    (tally,) = whole.values()
    given_rows = [answers for _, answers in rows if any(cell for item in answers for cell in item)]
    blanks = sum(cell is None for answers in given_rows for item in answers for cell in item)
    assert sum(tally.not_given.values()) == blanks
    partial = sum(any(item) and None in item for answers in given_rows for item in answers)
    assert sum(tally.partial.values()) == partial
