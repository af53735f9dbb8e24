"""What matters most of many units: gaps, falls beyond chance, lost conditions; and the groups of units."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue.rollup import RUBRIC_OF_BEFORE_DIFFERS
from ipak_cli.rollup.highlights import gaps, group_of, highlights
from ipak_cli.rollup.result import CellState, ChangeWord, IndexCell, IndexChange, SurveyCell
from makers.rollups import NEW, rollup_of

PERIODS = ("I-2024", "II-2024", "III-2024")
S, M, F = CellState.SCORED, CellState.MISSING, CellState.FAULTY
SMALL, NOT_YET, NOT_ASKED = CellState.SMALL, CellState.NOT_YET, CellState.NOT_ASKED


def cell(period, state, change=None, met=None):
    scored = state is S
    index = IndexCell(Fraction(3), Fraction(13), None, None, None, change)
    return SurveyCell(
        period, state, None, NEW if scored else None, 30 if scored else None, None,
        {"IPAK": index} if scored else {}, {"WBK": met} if scored else {},
    )  # fmt: skip


def with_cells(*rows):
    given = rollup_of(len(rows), periods=PERIODS)
    units = tuple(replace(unit, surveys=cells) for unit, cells in zip(given.units, rows, strict=True))
    return replace(given, units=units)


def row(*states):
    return tuple(cell(period, state) for period, state in zip(PERIODS, states, strict=True))


def test_the_units_with_most_gaps_come_first_and_complete_ones_are_not_named():
    found = highlights(with_cells(row(S, S, S), row(S, M, S), row(M, M, F), row(SMALL, NOT_ASKED, S)))
    assert [unit.unit for unit in found.incomplete] == ["unit-003", "unit-002"]
    assert [gaps(unit) for unit in found.incomplete] == [3, 1]


def test_the_latest_period_is_the_last_of_which_anything_was_expected():
    assert highlights(with_cells(row(S, S, NOT_YET), row(S, NOT_ASKED, NOT_YET))).latest == "II-2024"
    assert highlights(with_cells(row(S, M, NOT_YET))).latest == "II-2024"
    assert highlights(with_cells(row(NOT_YET, NOT_YET, NOT_YET))).latest is None


def changed(size, word):
    last = cell("III-2024", S, IndexChange(size, word))
    return (*row(S, S, S)[:2], last)


def test_only_falls_beyond_chance_are_named_the_deepest_first():
    found = highlights(
        with_cells(
            changed(Fraction(-1, 10), ChangeWord.FALLEN),
            changed(Fraction(-3, 10), ChangeWord.FALLEN),
            changed(Fraction(-9, 10), ChangeWord.UNSURE),
            changed(Fraction(2, 10), ChangeWord.RISEN),
            changed(NotScored(RUBRIC_OF_BEFORE_DIFFERS()), ChangeWord.NOT_COMPARED),
        )
    )
    assert [(fall.unit.unit, fall.by) for fall in found.fallen] == [
        ("unit-002", Fraction(3, 10)), ("unit-001", Fraction(1, 10)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("met", "lost"),
    [
        ((True, True, False), "II-2024"),
        ((True, None, False), "I-2024"),
        ((True, False, False), None),
        ((True, True, None), None),
        ((False, False, True), None),
        ((None, None, False), None),
    ],
)
def test_a_condition_is_lost_when_it_was_met_the_last_time_that_it_was_known(met, lost):
    cells = tuple(cell(period, S, met=each) for period, each in zip(PERIODS, met, strict=True))
    assert [each.before for each in highlights(with_cells(cells)).lost] == ([lost] if lost else [])


@pytest.mark.parametrize(
    ("by", "group"),
    [
        (None, None),
        ("parent", "Dinas Contoh 2"),
        ("region", "Provinsi Contoh Tengah"),
        ("tipe", "A"),
        ("lain", ""),
    ],
)
def test_a_unit_belongs_to_the_group_of_the_attribute_or_to_those_without(by, group):
    assert group_of(rollup_of(1).units[0], by) == group
