"""Small groups stay unknown: what a breakdown shows, their joint row too, tells nothing of one of them."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from itertools import chain, combinations, product
from operator import add

from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.survey import GROUPS_GATHERED
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.groups import break_down
from ipak_cli.survey.scores import score_index, score_items
from ipak_cli.survey.tally import Counts
from makers.rubric_text import altered

TWO = altered("target: 4", "  - code: asal\n    name: Asal\n    headers: [Asal]\ntarget: 4")
RUBRIC = parse_as_survey(read_document(TWO.encode(), "x.yaml")).rubric
LEAST = RUBRIC.smallest_group
ANSWER = st.tuples(*[st.integers(0, 3)] * len(RUBRIC.items))
CELLS = st.dictionaries(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("vwxyz")),
    st.lists(ANSWER, min_size=1, max_size=6),
    min_size=1,
)
"""The respondents by their answers to both profile questions: the places of their stars on the scale."""


def counts_of(people):
    given = [[0] * 4 for _ in RUBRIC.items]
    for answers in people:
        for item, place in enumerate(answers):
            given[item][place] += 1
    return Counts(len(people), tuple(map(tuple, given)))


def groups_of(cells, axis):
    labels = sorted({cell[axis] for cell in cells})
    return {
        label: counts_of([one for cell, people in cells.items() if cell[axis] == label for one in people])
        for label in labels
    }


def broken_down(cells):
    both = {"usia": groups_of(cells, 0), "asal": groups_of(cells, 1)}
    return {
        found.code: (found, both[found.code])
        for found in break_down(
            {(code, label): counts for code, groups in both.items() for label, counts in groups.items()},
            RUBRIC,
        )
    }


def rank(rows):
    """Return how many of some rows of fractions say something that the others do not."""
    rows, found = [[*map(Fraction, row)] for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in rows[found:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        for row in rows[found + 1 :]:
            factor = row[column] / pivot[column]
            row[:] = [value - factor * other for value, other in zip(row, pivot, strict=True)]
        found += 1
    return found


def told(cells, grid, *, joint):
    """Return what a reader is told, as sums over the cells of the grid: the total, each group, joint rows."""
    yield [1] * len(grid)
    for axis, (found, groups) in enumerate(broken_down(cells).values()):
        shown = {group.name for group in found.groups}
        yield from ([int(cell[axis] == label) for cell in grid] for label in shown)
        if joint and found.gathered:
            yield [int(cell[axis] in groups.keys() - shown) for cell in grid]


@settings(deadline=None)
@given(CELLS)
def test_no_few_respondents_can_be_computed_from_all_breakdowns_together(cells):
    # A reader does not know which answers came together: every cell of both questions is possible.
    grid = [*product(sorted({cell[0] for cell in cells}), sorted({cell[1] for cell in cells}))]
    known = [*told(cells, grid, joint=True)]
    assert rank(known) == rank([*told(cells, grid, joint=False)])
    for axis, (found, groups) in enumerate(broken_down(cells).values()):
        hidden = groups.keys() - {group.name for group in found.groups}
        parts = chain.from_iterable(combinations(sorted(hidden), n) for n in range(1, len(hidden) + 1))
        for part in parts:
            if sum(groups[label].respondents for label in part) < LEAST:
                wanted = [int(cell[axis] in part) for cell in grid]
                # Unless nobody else answered at all: then the total itself is of fewer than that.
                assert rank([*known, wanted]) > rank(known) or set(part) == groups.keys()


@settings(deadline=None)
@given(CELLS)
def test_the_joint_row_is_the_total_minus_what_is_shown(cells):
    for found, groups in broken_down(cells).values():
        shown = [groups[group.name] for group in found.groups]
        if not found.gathered:
            assert not shown or len(shown) == len(groups)
            continue
        total = reduce(add, groups.values())
        rest = [
            tuple(whole - sum(part) for whole, *part in zip(*rows, strict=True))
            for rows in zip(total.answers, *(each.answers for each in shown), strict=True)
        ]
        people = total.respondents - sum(each.respondents for each in shown)
        items = {item.code: item for item in score_items(Counts(people, tuple(rest)), RUBRIC)}
        assert found.gathered.respondents == people == found.hidden_respondents >= LEAST
        assert found.gathered.indices == {
            index.code: score_index(index, items, RUBRIC).mean for index in RUBRIC.indices
        }


def test_a_real_group_called_others_is_not_the_joint_row():
    person = (3,) * 4
    cells = {("a", "Lainnya"): [person] * 6, ("a", "Kota"): [person] * 9}
    cells |= {("a", "Desa"): [person] * 3, ("a", "Pulau"): [person] * 2}
    found, _ = broken_down(cells)["asal"]
    assert [(say(row.name), row.respondents) for row in found.rows] == [
        ("Kota", 9), ("Lainnya", 6), (say(GROUPS_GATHERED()), 5)
    ]  # fmt: skip
    assert say(GROUPS_GATHERED()) == "Kelompok lain (digabung)"
    assert say(found.reason) == (
        "sebanyak 2 kelompok dengan kurang dari 5 responden digabungkan dalam baris "
        "“Kelompok lain (digabung)” supaya jawaban seseorang tidak dapat dikenali"
    )


def test_two_groups_of_one_respondent_have_no_row_of_their_own():
    person = (3,) * 4
    found, _ = broken_down({("a", "v"): [person], ("b", "v"): [person]})["usia"]
    assert (found.rows, found.hidden_groups) == ((), 2)
    found, _ = broken_down({("a", "v"): [person], ("b", "v"): [person], ("c", "v"): [person] * 7})["usia"]
    assert (found.rows, found.hidden_groups) == ((), 3)
