"""Random recaps: what was counted comes back, and a number that was changed never passes."""

from fractions import Fraction
from itertools import zip_longest

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ipak_cli.base.figures import decimal
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.recap_read import find_recap
from ipak_cli.survey.recap import RecapShape
from ipak_cli.tables.workbook import PieceSheet, Workbook
from makers.sheets import pieces

RUBRICS = {name: load_rubric(name).rubric for name in ("ipak-ipkp", "skm-14-2017")}
VALUES = (1, 2, 3, 4)
HEADS = st.sampled_from(
    [
        ["1", "2", "3", "4"],
        [1, 2, 3, 4],
        ["Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4"],
        ["Tidak Baik", "Kurang Baik", "Baik", "Sangat Baik"],
        ["★", "★★", "★★★", "★★★★"],
    ]
)


def read(rows, rubric, name="Rekap"):
    sheet = PieceSheet("rekap.xlsx", name, lambda size: pieces(rows, size))
    return find_recap(Workbook("rekap.xlsx", "0" * 64, (sheet,)), RUBRICS[rubric])


def outcome(rows, rubric):
    """Return what was read, and the problems of what was refused."""
    try:
        return read(rows, rubric), ()
    except ProblemsFoundError as refusal:
        return None, refusal.problems


@st.composite
def surveys(draw):
    """Draw a rubric and each item's counts, of so many respondents that they are no answers."""
    name = draw(st.sampled_from([*RUBRICS]))
    people = draw(st.integers(17, 3000))
    ends = st.lists(st.integers(0, people), min_size=3, max_size=3).map(sorted)
    cuts = [draw(ends) for _ in RUBRICS[name].items]
    return name, people, [[a, b - a, c - b, people - c] for a, b, c in cuts]


@st.composite
def tables(draw):
    """Draw a survey's recap with all that can be worked out of it."""
    name, people, counts = draw(surveys())
    heads = draw(HEADS)
    places = draw(st.integers(2, 4))
    sums = [sum(value * count for value, count in zip(VALUES, each, strict=True)) for each in counts]
    written = draw(st.booleans())

    def mean(total):
        return decimal(Fraction(total, people), places) if written else total / people

    items = RUBRICS[name].items
    rows = [
        ["Jumlah responden", people],
        ["Unsur", *heads, "Jumlah jawaban", "Jumlah nilai", "Rata-rata"],
        *(
            [item.text, *each, people, total, mean(total)]
            for item, each, total in zip(items, counts, sums, strict=True)
        ),
        ["Jumlah", *map(sum, zip(*counts, strict=True)), people * len(items), sum(sums), None],
    ]  # fmt: skip
    return name, people, counts, rows


def turned(rows):
    """Return a table with items across, below the line of respondents."""
    return [rows[0], *([*column] for column in zip_longest(*rows[1:]))]


@settings(max_examples=40, deadline=None)
@given(tables(), st.booleans())
def test_counts_come_back_whatever_the_shape(drawn, across):
    name, people, counts, rows = drawn
    assume(not across or rows[1][1] not in ("1", 1))  # below items, numbers need a word beside them
    found = read(turned(rows) if across else rows, name).recap
    assert (found.shape, found.respondents) == (RecapShape.COUNTS, people)
    assert [[each.counts[value] for value in VALUES] for each in found.items.values()] == counts


@settings(max_examples=40, deadline=None)
@given(tables(), st.data())
def test_a_number_that_was_changed_is_never_taken(drawn, data):
    name, _, _, rows = drawn
    row = data.draw(st.integers(2, len(rows) - 2))
    column = data.draw(st.integers(1, 6))
    rows[row][column] += data.draw(st.sampled_from([-1, 1, 10, 100]))
    with pytest.raises(ProblemsFoundError) as refusal:
        read(rows, name)
    assert {each.code for each in refusal.value.problems} <= {"K240", "K242", "K247"}


@settings(max_examples=40, deadline=None)
@given(tables(), st.booleans())
def test_sums_and_printed_means_hold_the_sum(drawn, by_mean):
    name, people, counts, rows = drawn
    kept = (0, 5, 7 if by_mean else 6)
    found = read([[row[place] for place in kept if place < len(row)] for row in rows[1:-1]], name).recap
    assert found.shape is (RecapShape.MEANS if by_mean else RecapShape.SUMS)
    for each, item in zip(counts, found.items.values(), strict=True):
        assert item.n == people
        assert sum(value * count for value, count in zip(VALUES, each, strict=True)) in item.sums


CELLS = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.floats(allow_nan=False),
    st.integers(-5, 5000),
    st.sampled_from(
        ["-", "%", "41 orang", "1.234", "Jumlah", "Bintang 4", "NRR", "IPAK", "n", "Triwulan III 2024", True]
    ),
)


@settings(max_examples=80, deadline=None)
@given(tables(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9), CELLS), max_size=6))
def test_whatever_stands_in_a_recap_it_is_read_refused_in_words_or_no_recap(drawn, changes):
    name, _, _, rows = drawn
    for row, column, cell in changes:
        line = rows[row % len(rows)]
        line[column % len(line)] = cell
    found, problems = outcome(rows, name)
    assert found is None or all(item.sums for item in found.recap.items.values())
    assert all(message_of(each) and hint_of(each) for each in problems)
