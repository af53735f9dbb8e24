"""Counting at its limits: answers not given, straight lines, the sixtieth label, profiles together."""

import numpy as np
import pandas as pd
import pytest

from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.period import NO_PERIOD
from ipak_cli.survey.reading import count_groups
from ipak_cli.survey.reading.responses import (
    Responses,
    answer_table,
    group_labels,
    straight_lines,
    tally,
)
from ipak_cli.survey.tally import UNGROUPED, Counts, Products
from ipak_cli.tables.column import Column, objects
from makers.rubric_text import SMALL

RUBRIC = parse_as_survey(read_document(SMALL.encode(), "x.yaml")).rubric


def responses(*answers, minutes=None, periods=None, persons=None, rubric=RUBRIC, **groups):
    """Return responses to the four items of the small rubric; ``groups`` are a profile's cells."""
    rows = np.arange(2, len(answers) + 2)
    places = np.array(answers, np.int8).reshape(len(answers), 4)
    marks = {"period": NO_PERIOD, "minute": -1, "straight": straight_lines(places, rubric), "trial": False}
    marks |= {"period": periods} if periods else {}
    marks |= {"minute": minutes} if minutes else {}
    marks |= {"person": persons} if persons else {}
    labels = {code: group_labels(Column.of(objects(cells))) for code, cells in groups.items()}
    return Responses(
        answers=answer_table(places, rows, rubric),
        groups=pd.DataFrame(labels, index=rows),
        marks=pd.DataFrame(marks, index=rows),
    )


def test_each_answer_is_counted_at_its_value_and_one_not_given_nowhere():
    found = tally(responses((1, 4, 2, 0), (1, 3, 0, 0)), RUBRIC)
    assert found.total == Counts(2, ((2, 0, 0, 0), (0, 0, 1, 1), (0, 1, 0, 0), (0, 0, 0, 0)))
    assert found.groups == {}


def test_a_line_is_straight_when_every_item_has_the_same_answer():
    lines = [(1, 1, 1, 1), (4, 4, 4, 4), (4, 4, 4, 4), (4, 4, 4, 3), (3, 4, 4, 4), (0, 0, 0, 0), (4, 4, 4, 0)]
    given = responses(*lines)
    assert given.marks["straight"].fillna(1).tolist() == [1, 4, 4, 1, 1, 1, 1]
    assert given.marks["straight"].isna().tolist() == [False, False, False, True, True, True, True]
    assert tally(given, RUBRIC).straight == (1, 0, 0, 2)


def test_minutes_are_counted_from_the_first_on_and_unknown_ones_are_not():
    found = tally(responses(*[(4, 4, 4, 4)] * 5, minutes=[-1, 0, 0, 1, -1]), RUBRIC)
    assert found.minutes == {0: 2, 1: 1}


def test_products_are_of_complete_responses_after_polarity():
    found = tally(responses((1, 2, 3, 4), (4, 3, 2, 1), (4, 0, 1, 1), (2, 2, 0, 3)), RUBRIC).products
    assert found["BERSIH"] == Products(3, (7, 7), ((1 + 16 + 4, 2 + 12 + 4), (2 + 12 + 4, 4 + 9 + 4)))
    # The second item of RAMAH is negative: 4, 1, 1 count as 1, 4, 4.
    assert found["RAMAH"] == Products(3, (6, 9), ((9 + 4 + 1, 3 + 8 + 4), (3 + 8 + 4, 1 + 16 + 16)))


def test_a_scale_that_begins_at_0_counts_its_values_from_there():
    scale = RUBRIC.scale.model_copy(update={"lowest": 0, "highest": 3})
    rubric = RUBRIC.model_copy(update={"scale": scale})
    found = tally(responses((1, 4, 1, 4), rubric=rubric), rubric).products
    assert found["BERSIH"] == Products(1, (0, 3), ((0, 0), (0, 9)))
    assert found["RAMAH"] == Products(1, (0, 0), ((0, 0), (0, 0)))


def test_each_label_of_each_profile_has_its_own_answers_and_a_blank_is_one_of_them():
    given = responses(
        (1, 1, 1, 1), (2, 2, 2, 2), (3, 3, 3, 0), usia=["tua", "muda", "tua"], kelamin=["L", None, "L"]
    )
    found = tally(given, RUBRIC)

    assert {key: counts.respondents for key, counts in found.groups.items()} == {
        ("usia", "tua"): 2,
        ("usia", "muda"): 1,
        ("kelamin", "L"): 2,
        ("kelamin", ""): 1,
    }
    assert found.groups["usia", "tua"].answers == ((1, 0, 1, 0),) * 3 + ((1, 0, 0, 0),)
    assert found.groups["kelamin", ""].answers == ((0, 1, 0, 0),) * 4
    assert found.total.respondents == 3


@pytest.mark.parametrize(
    ("labels", "blank", "groups"), [(59, True, 60), (60, False, 60), (60, True, 1), (61, False, 1)]
)
def test_sixty_labels_the_blank_one_included_are_groups_and_more_are_free_text(labels, blank, groups):
    cells = [str(n) for n in range(labels)] + [None] * blank
    found = tally(responses(*[(4, 4, 4, 4)] * len(cells), usia=cells), RUBRIC).groups

    assert len(found) == groups
    assert (("usia", UNGROUPED) in found) is (groups == 1)
    assert sum(each.respondents for each in found.values()) == len(cells)


@pytest.mark.parametrize(("most", "batches"), [(5, [1, 1]), (6, [2]), (7, [2])])
def test_profiles_are_counted_together_up_to_so_many_combinations(monkeypatch, most, batches):
    given = responses(
        *[(1, 2, 3, 4), (2, 2, 2, 2), (4, 4, 4, 4)], usia=["a", "b", "a"], kerja=["x", "y", "z"]
    )
    whole = tally(given, RUBRIC)
    monkeypatch.setattr(count_groups, "_MOST_CELLS", most)
    profiles = [count_groups.labelled(code, column) for code, column in given.groups.items()]

    assert [len(batch) for batch in count_groups._batches(profiles, most)] == batches
    assert tally(given, RUBRIC) == whole


def test_responses_are_parted_by_period_the_earliest_first():
    given = responses(*[(1, 1, 1, 1), (2, 2, 2, 2), (3, 3, 3, 3)], periods=[8099, 8096, 8099])

    parts = [(ordinal, part.marks.index.tolist()) for ordinal, part in given.by_period()]

    assert parts == [(8096, [3]), (8099, [2, 4])]
    alone = given.only(np.array([0, 2]))
    assert [(ordinal, part is alone) for ordinal, part in alone.by_period()] == [(8099, True)]
    assert list(given.only(np.array([], np.intp)).by_period()) == []


def test_some_of_the_responses_keep_all_that_belongs_to_them():
    given = responses((1, 1, 1, 1), (2, 2, 2, 2), minutes=[5, 6], persons=[7, 8], usia=["a", "b"])
    second = given.only(np.array([1]))

    assert second.answers.index.tolist() == second.groups.index.tolist() == [3]
    assert second.marks[["minute", "person"]].to_dict("index") == {3: {"minute": 6, "person": 8}}
    assert second.answers.to_numpy().tolist() == [[2, 2, 2, 2]]
    assert second.groups["usia"].tolist() == ["b"]
    assert "person" not in responses((1, 1, 1, 1)).only(np.array([0])).marks


def test_every_value_has_its_place_among_the_straight_lines_even_if_nobody_gave_it():
    assert tally(responses((1, 1, 1, 1)), RUBRIC).straight == (1, 0, 0, 0)
    assert tally(responses((1, 2, 1, 1)), RUBRIC).straight == (0, 0, 0, 0)
