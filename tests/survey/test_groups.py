"""Small groups stay unknown: what a breakdown shows, their joint row too, tells nothing of one of them."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from itertools import chain, combinations, product
from operator import add

from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.figures import rounded
from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.survey import GROUPS_GATHERED
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.survey import Polarity
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


LOWEST = tuple(0 if item.polarity is Polarity.POSITIVE else 3 for item in RUBRIC.items)
HIGHEST = tuple(3 - place for place in LOWEST)


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
            {(("usia", usia), ("asal", asal)): len(people) for (usia, asal), people in cells.items()},
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
            index.code: rounded(score_index(index, items, RUBRIC).percent) for index in RUBRIC.indices
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
        "dua kelompok kecil (masing-masing kurang dari 5 responden) digabungkan dalam baris "
        "“Kelompok lain (digabung)” supaya jawaban seseorang tidak dapat dikenali"
    )


def test_two_groups_of_one_respondent_have_no_row_of_their_own():
    person = (3,) * 4
    found, _ = broken_down({("a", "v"): [person], ("b", "v"): [person]})["usia"]
    assert (found.rows, found.hidden_groups) == ((), 2)
    found, _ = broken_down({("a", "v"): [person], ("b", "v"): [person], ("c", "v"): [person] * 7})["usia"]
    assert (found.rows, found.hidden_groups) == ((), 3)


def test_a_service_inside_a_job_is_hidden_where_one_person_is_the_difference():
    """Fifteen of the sixteen of job v used service a: the sixteenth's answers were the difference."""
    cells = {("a", "v"): [(3,) * 4] * 15, ("b", "v"): [(1, 2, 3, 3)], ("b", "w"): [(2,) * 4] * 8}
    found = broken_down(cells)
    (usia, _), (asal, _) = found["usia"], found["asal"]
    assert [(say(row.name), row.respondents) for row in asal.rows] == [("v", 16), ("w", 8)]
    assert (usia.rows, usia.hidden_groups, usia.small_groups) == ((), 2, 0)
    assert say(usia.reason) == (
        "semua kelompok disembunyikan supaya jawaban beberapa orang saja tidak dapat dikenali, juga tidak "
        "dari selisihnya dengan rincian lain"
    )
    # Where five are the difference, nobody of them is told alone.
    cells["b", "v"] *= 5
    found = broken_down(cells)
    assert [len(each.rows) for each, _ in found.values()] == [2, 2]


def test_hidden_for_a_difference_groups_are_gathered_in_one_row():
    cells = {("a", "v"): [(3,) * 4] * 15, ("b", "v"): [(3,) * 4], ("b", "w"): [(2,) * 4] * 8}
    cells |= {("c", "w"): [(1,) * 4] * 7}
    found, _ = broken_down(cells)["usia"]
    assert [(say(row.name), row.respondents) for row in found.rows] == [
        ("b", 9),
        (say(GROUPS_GATHERED()), 22),
    ]
    assert say(found.reason) == (
        "dua kelompok digabungkan dalam baris “Kelompok lain (digabung)” supaya jawaban beberapa orang saja "
        "tidak dapat dikenali, juga tidak dari selisihnya dengan rincian lain"
    )


def test_a_group_whose_members_all_gave_the_lowest_answer_is_not_shown():
    """Its figure would tell what each of them answered; one who gave the best answers needs no hiding."""
    cells = {("a", "v"): [LOWEST] * 9, ("b", "v"): [(3,) * 4] * 12, ("c", "v"): [HIGHEST] * 20}
    found, _ = broken_down(cells)["usia"]
    assert [(say(row.name), row.respondents) for row in found.rows] == [
        ("c", 20),
        (say(GROUPS_GATHERED()), 21),
    ]
    assert (found.hidden_groups, found.small_groups) == (2, 0)
    assert say(found.reason).startswith(
        "dua kelompok digabungkan dalam baris “Kelompok lain (digabung)” supaya"
    )


def test_lowest_answers_to_the_items_of_one_index_are_enough_to_hide_a_group():
    first = RUBRIC.indices[0]
    places = tuple((LOWEST if item in first.items else HIGHEST)[n] for n, item in enumerate(RUBRIC.items))
    found, _ = broken_down({("a", "v"): [places] * 9, ("b", "v"): [(3,) * 4] * 30})["usia"]
    assert found.rows == ()


def test_without_who_answered_what_together_one_question_alone_is_detailed():
    cells = {("a", "v"): [(3,) * 4] * 15, ("b", "w"): [(3,) * 4] * 8}
    both = {"usia": groups_of(cells, 0), "asal": groups_of(cells, 1)}
    groups = {(code, label): counts for code, each in both.items() for label, counts in each.items()}
    first, second = break_down(groups, None, RUBRIC)
    assert [len(each.rows) for each in (first, second)] == [2, 0]
    assert say(second.reason).startswith("gabungan isian semua pertanyaan profil terlalu beragam")
