"""Recaps as offices keep them: without a number of respondents, period beside period, with blanks counted."""

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.survey import BlankRule
from ipak_cli.survey.reading.recap_read import find_recap
from ipak_cli.tables.open import open_any
from makers.exports import example_rows, item_columns, write_csv, write_xlsx

IPAK = load_rubric("ipak-ipkp").rubric
SKM = load_rubric("skm-14-2017").rubric
TEXTS = [item.text for item in IPAK.items]
N = 41
STARS = ["Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4"]


def counted():
    """Return the counts of the example's Triwulan III, item by item, straight from its rows."""
    header, *rows = example_rows(3)
    return [
        [sum(row[place] == value for row in rows) for value in (1, 2, 3, 4)] for place in item_columns(header)
    ]


COUNTS = counted()


def found(tmp_path, rows, rubric=IPAK, *, name="rekap.xlsx", **asked):
    path = (write_csv if name.endswith("csv") else write_xlsx)(tmp_path / name, rows)
    return find_recap(open_any(path), rubric, **asked)


def refused(tmp_path, rows, rubric=IPAK, **asked):
    with pytest.raises(ProblemsFoundError) as error:
        found(tmp_path, rows, rubric, **asked)
    for each in error.value.problems:
        assert message_of(each)
        assert hint_of(each)
    return error.value.problems


def counted_items(heads, counts=COUNTS):
    """Return a table of counts with a line an item, and nothing around it."""
    return [["Pertanyaan", *heads], *([text, *each] for text, each in zip(TEXTS, counts, strict=True))]


def with_blanks(*more, head="Tidak menjawab"):
    """Return counts of which two answers to I6 and one to I13 were not given, besides those who answered."""
    counts, skipped = [list(each) for each in COUNTS], [0] * len(COUNTS)
    for place, blank in ((5, 2), (12, 1)):
        counts[place][3] -= blank
        skipped[place] = blank
    rows = [[*each, blank, *more[1:]] for each, blank in zip(counts, skipped, strict=True)]
    return counted_items([*STARS, head, *more[:1]], rows)


HEADS_OF_BLANKS = [
    "Tidak menjawab",
    "Kosong",
    "Tidak diisi",
    "Tidak Mengisi",
    "Tanpa jawaban",
    "Jumlah yang tidak menjawab",
]


@pytest.mark.parametrize("head", HEADS_OF_BLANKS)
@pytest.mark.parametrize("more", [(), ("Jumlah responden", N), ("n", N)])
def test_a_column_of_answers_not_given_counts_people_and_no_answers(tmp_path, more, head):
    read = found(tmp_path, with_blanks(*more, head=head), lenient=True)
    items = read.recap.items
    assert read.recap.respondents in ({None, N} if more[:1] == ("n",) else {N})
    assert [items[code].n for code in ("I1", "I6", "I13")] == [41, 39, 40]
    assert dict(items["I6"].counts) == {1: 0, 2: 2, 3: 3, 4: 34}
    (told,) = read.problems
    assert (told.code, told.severity.value, told.where.cell, told.cells.cells) == (
        "K258",
        "warning",
        "F7",
        "F7, F14",
    )


def test_answers_not_given_are_an_error_where_the_rubric_wants_them(tmp_path):
    (told,) = refused(tmp_path, with_blanks("Jumlah responden", N))
    assert (told.code, told.severity.value, told.cells.cells) == ("K258", "error", "F7, F14")
    assert "--lenient" in hint_of(told)


def test_answers_not_given_are_no_problem_where_the_rubric_allows_them(tmp_path):
    may_skip = IPAK.model_copy(update={"blank": BlankRule.MISSING})
    read = found(tmp_path, with_blanks("Jumlah responden", N), may_skip)
    assert (read.recap.respondents, read.recap.items["I6"].n, read.problems) == (N, 39, ())


def test_answers_and_those_not_given_are_all_respondents(tmp_path):
    rows = with_blanks("Jumlah responden", N)
    rows[6][5] = 1
    assert [(each.code, each.where.cell) for each in refused(tmp_path, rows, lenient=True)] == [
        ("K242", "F7"),
        ("K242", "G7"),
    ]
