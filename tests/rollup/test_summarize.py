"""Many units together: their states, the totals both ways, changes, and what is hidden."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.figures import NotScored
from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.rollup.result import CellState, ChangeWord
from makers.rubric_text import altered
from makers.unit_documents import answers, cell, codes, put, rolled

EXAMPLES = Path(__file__).parents[2] / "examples"


def total(made, period, group=None):
    (found,) = [each for each in made.totals if (each.period, each.group) == (period, group)]
    return found


def test_the_mean_of_units_and_the_pooled_mean_are_told_apart(tmp_path):
    put(tmp_path / "a", "A", "IV-2024", answers(fours=10))
    put(tmp_path / "b", "B", "IV-2024", answers(fours=0, threes=30))
    found = total(rolled(tmp_path), "IV-2024")
    bersih = found.indices["BERSIH"]
    assert (bersih.mean_of_units, bersih.pooled) == (Fraction(7, 2), Fraction(13, 4))
    assert (bersih.units, bersih.answers, found.respondents) == (2, 80, 40)
    assert (bersih.lowest, bersih.median, bersih.highest) == (3, Fraction(7, 2), 4)
    assert found.distribution == {"1": 0, "2": 0, "3": 120, "4": 40}
    assert found.units == {CellState.SCORED: 2}


def test_a_unit_of_the_list_without_a_document_is_missing_in_each_period_that_it_is_asked_for(tmp_path):
    put(tmp_path / "a", "A", "III-2024")
    put(tmp_path / "a", "A", "IV-2024")
    listed = tmp_path / "units.csv"
    listed.write_text("unit,sejak,sampai\nA,,\nB,,\nC,IV-2024,\nD,,III-2024\n", encoding="utf-8")
    made = rolled(tmp_path, units=listed, today="2024-12-31")
    states = {row.unit: [each.state for each in row.surveys] for row in made.units}
    assert made.periods == ("III-2024", "IV-2024")
    assert states == {
        "A": [CellState.SCORED, CellState.SCORED],
        "B": [CellState.MISSING, CellState.NOT_YET],
        "C": [CellState.NOT_ASKED, CellState.NOT_YET],
        "D": [CellState.MISSING, CellState.NOT_ASKED],
    }
    assert total(made, "III-2024").units == {
        CellState.SCORED: 1, CellState.MISSING: 2, CellState.NOT_ASKED: 1,
    }  # fmt: skip


def test_a_period_that_nobody_has_is_missing_too(tmp_path):
    for period in ("II-2024", "IV-2024"):
        put(tmp_path / "a", "A", period)
    made = rolled(tmp_path)
    assert made.periods == ("II-2024", "III-2024", "IV-2024")
    assert cell(made, "A", "III-2024").state is CellState.MISSING


def test_a_unit_that_the_list_does_not_name_is_told_and_counted(tmp_path):
    put(tmp_path / "a", "A", "IV-2024")
    put(tmp_path / "x", "X", "IV-2024")
    (tmp_path / "units.csv").write_text("unit\nA\n", encoding="utf-8")
    made = rolled(tmp_path, units=tmp_path / "units.csv")
    assert codes(made) == ["B708"]
    assert total(made, "IV-2024").indices["BERSIH"].units == 2


def test_two_different_results_of_one_unit_and_period_are_named_and_neither_counts(tmp_path):
    put(tmp_path / "a", "Sama", "IV-2024")
    put(tmp_path / "b", "Sama", "IV-2024", answers(fours=9))
    put(tmp_path / "c", "Lain", "IV-2024")
    made = rolled(tmp_path)
    (told,) = made.problems
    assert (told.code, Path(told.values["one"]).parts[-4], Path(told.values["other"]).parts[-4]) == (
        "B706", "a", "b",
    )  # fmt: skip
    assert total(made, "IV-2024").indices["BERSIH"].units == 1
    assert [row.unit for row in made.units] == ["Lain"] or cell(
        made, "Sama", "IV-2024"
    ).state is CellState.FAULTY


def test_one_result_in_two_folders_counts_once(tmp_path):
    put(tmp_path / "a", "Sama", "IV-2024")
    shutil.copytree(tmp_path / "a", tmp_path / "salinan")
    made = rolled(tmp_path)
    assert codes(made) == ["B707"]
    assert total(made, "IV-2024").respondents == 10


def test_a_damaged_document_is_told_with_its_path_and_the_rest_is_counted(tmp_path):
    put(tmp_path / "a", "A", "III-2024")
    put(tmp_path / "a", "A", "IV-2024").write_text("{", encoding="utf-8")
    put(tmp_path / "b", "B", "IV-2024")
    made = rolled(tmp_path)
    (told,) = made.problems
    assert (told.code, told.where.file) == ("G432", str(tmp_path / "a/hasil/IV-2024/survey.json"))
    assert cell(made, "A", "IV-2024").state is CellState.FAULTY
    assert total(made, "IV-2024").indices["BERSIH"].units == 1


def test_different_rubrics_are_never_joined(tmp_path):
    put(tmp_path / "a", "A", "IV-2024")
    put(tmp_path / "b", "B", "IV-2024", text=altered("text: Petugas ramah", "text: Petugas sopan"))
    made = rolled(tmp_path)
    assert codes(made) == ["B709"]
    assert [each.indices["BERSIH"].units for each in made.totals] == [1, 1]


def test_groups_by_an_attribute_add_up_to_all(tmp_path):
    for number in range(3):
        put(tmp_path / f"u{number}", f"U{number}", "IV-2024", answers(fours=10 + number, threes=number))
    (tmp_path / "units.csv").write_text("unit,wilayah\nU0,Timur\nU1,Barat\nU2,Timur\n", encoding="utf-8")
    made = rolled(tmp_path, units=tmp_path / "units.csv", by="wilayah")
    groups = [each for each in made.totals if each.group is not None]
    assert made.by == "region"
    assert [(each.group, each.respondents) for each in groups] == [("Barat", 12), ("Timur", 24)]
    assert (
        sum(each.indices["RAMAH"].answers for each in groups)
        == total(made, "IV-2024").indices["RAMAH"].answers
    )
    only = rolled(tmp_path, units=tmp_path / "units.csv", only=("region", "barat"))
    assert [row.unit for row in only.units] == ["U1"]
    assert total(only, "IV-2024").respondents == 12


def test_an_attribute_that_the_list_does_not_have_is_refused(tmp_path):
    put(tmp_path / "a", "A", "IV-2024")
    with pytest.raises(ProblemsFoundError) as found:
        rolled(tmp_path, by="warna")
    assert [each.code for each in found.value.problems] == ["B715"]


def test_a_change_is_what_the_units_own_report_says():
    made = rolled(EXAMPLES)
    unit = made.units[0].unit
    changes = cell(made, unit, "IV-2024").indices
    assert (changes["IPKP"].change.word, changes["IPAK"].change.word) == (
        ChangeWord.FALLEN,
        ChangeWord.UNSURE,
    )
    assert changes["IPAK"].change.size == Fraction(39, 10) - cell(made, unit, "III-2024").indices["IPAK"].mean
    assert cell(made, unit, "I-2024").indices["IPAK"].change is None
    assert total(made, "IV-2024").indices["IPKP"].fallen == 1
    assert cell(made, unit, "IV-2024").predicates == {"WBK": True, "WBBM": True}
    assert [(each.category, each.complete) for each in made.units[0].pekppp] == [("B", True)]
    assert made.pekppp[0].categories == {"B": 1}


def test_a_small_unit_is_in_the_sums_only_and_another_is_hidden_beside_it(tmp_path):
    put(tmp_path / "a", "A", "IV-2024", answers(fours=4))
    put(tmp_path / "b", "B", "IV-2024", answers(fours=5))
    put(tmp_path / "c", "C", "IV-2024", answers(fours=0, threes=20))
    made = rolled(tmp_path)
    states = {row.unit: row.surveys[0] for row in made.units}
    assert {unit: each.state for unit, each in states.items()} == {
        "A": CellState.SMALL, "B": CellState.SMALL, "C": CellState.SCORED,
    }  # fmt: skip
    assert [states[unit].reason.key for unit in "AB"] == ["small_unit", "hidden_beside_small"]
    assert (states["A"].respondents, states["A"].indices) == (None, {})
    found = total(made, "IV-2024")
    bersih = found.indices["BERSIH"]
    assert (found.respondents, bersih.answers, bersih.pooled) == (29, 58, 4 - Fraction(20, 29))
    assert (bersih.units, bersih.mean_of_units, bersih.lowest) == (1, 3, 3)


def test_two_small_units_follow_from_no_two_totals(tmp_path):
    """The mean of all units and the pooled one would be two equations with two unknowns."""
    for name, fours, threes in (("A", 1, 3), ("B", 3, 0), ("C", 0, 20)):
        put(tmp_path / name, name, "IV-2024", answers(fours=fours, threes=threes))
    bersih = total(rolled(tmp_path), "IV-2024").indices["BERSIH"]
    assert (bersih.units, bersih.mean_of_units, bersih.answers) == (1, 3, 54)


def test_the_units_that_are_not_shown_are_the_same_whatever_is_grouped_or_selected(tmp_path):
    """The next smallest of all is in the west; without that of the east, its total minus the others tells."""
    people = {"Kecil": 3, "Timur 1": 9, "Timur 2": 30, "Barat 1": 7, "Barat 2": 30}
    for name, count in people.items():
        put(tmp_path / name, name, "IV-2024", answers(fours=count))
    listed = tmp_path / "units.csv"
    regions = {name: "Barat" if "Barat" in name else "Timur" for name in people}
    lines = (f"{name},{region},{name[-1]}" for name, region in regions.items())
    listed.write_text("\n".join(["unit,wilayah,kelas", *lines]), encoding="utf-8")
    ways = ({}, {"by": "wilayah"}, {"by": "kelas"}, {"only": ("wilayah", "Timur")}, {"only": ("kelas", "1")})
    shown = [
        {
            row.unit: row.surveys[0].state is CellState.SCORED
            for row in rolled(tmp_path, units=listed, **asked).units
        }
        for asked in ways
    ]
    whole = shown[0]
    assert not whole["Kecil"]
    assert not whole["Timur 1"] or not whole["Timur 2"]
    assert all(each == {unit: whole[unit] for unit in each} for each in shown)


def test_an_attribute_that_no_unit_has_is_told_with_those_that_are_there(tmp_path):
    put(tmp_path / "a", "A", "IV-2024")
    listed = tmp_path / "units.csv"
    listed.write_text("unit,wilayah\nA,Timur\nB,Barat\n", encoding="utf-8")
    assert [row.unit for row in rolled(tmp_path, units=listed, only=("wilayah", "barat")).units] == ["B"]
    with pytest.raises(ProblemsFoundError, match="B767") as refused:
        rolled(tmp_path, units=listed, only=("wilayah", "Utara"))
    [told] = refused.value.problems
    assert "Barat, Timur" in message_of(told)


def test_a_lake_with_a_list_of_units_is_not_rolled_up_without_it(tmp_path):
    put(tmp_path / "a", "A", "IV-2024")
    listed, lake = tmp_path / "units.csv", tmp_path / "danau"
    listed.write_text("unit,wilayah\nA,Timur\n", encoding="utf-8")
    rolled(tmp_path, lake=lake)
    first = rolled(units=listed, lake=lake)
    with pytest.raises(ProblemsFoundError, match="B768"):
        rolled(lake=lake)
    assert rolled(units=listed, lake=lake) == first


def test_a_year_that_tells_of_a_small_quarter_is_not_shown(tmp_path):
    for period, count in (("I-2024", 12), ("II-2024", 13), ("IV-2024", 3), ("2024", 28)):
        put(tmp_path / "a", "A", period, answers(fours=count))
        put(tmp_path / "b", "B", period, answers(fours=count + 20))
        put(tmp_path / "c", "C", period, answers(fours=count + 40))
    made = rolled(tmp_path)
    small = {(row.unit, each.period) for row in made.units for each in row.surveys
             if each.state is CellState.SMALL}  # fmt: skip
    assert {("A", "2024"), ("A", "IV-2024")} <= small
    assert ("C", "2024") not in small


def test_the_total_of_one_small_unit_is_hidden(tmp_path):
    put(tmp_path / "a", "A", "IV-2024", answers(fours=4))
    found = total(rolled(tmp_path), "IV-2024")
    assert found.hidden.key == "total_hidden"
    assert isinstance(found.indices["BERSIH"].mean_of_units, NotScored)
    assert (found.respondents, found.distribution) == (0, {})


def test_the_periods_asked_for_are_the_only_ones(tmp_path):
    for period in ("I-2024", "II-2024", "III-2024"):
        put(tmp_path / "a", "A", period)
    made = rolled(tmp_path, first=parse_period("II-2024"), last=parse_period("II-2024"))
    assert (made.periods, [each.period for each in made.totals]) == (("II-2024",), ["II-2024"])


UNITS = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 12)), min_size=1, max_size=5)


@settings(max_examples=15, deadline=None)
@given(units=UNITS, parts=st.integers(1, 3))
def test_any_split_into_folders_and_calls_gives_the_same(tmp_path_factory, units, parts):
    place = tmp_path_factory.mktemp("unit")
    for number, (fours, threes) in enumerate(units):
        put(
            place / f"bagian-{number % parts}" / f"u{number}",
            f"U{number}",
            "IV-2024",
            answers(fours=fours, threes=threes),
        )
    folders = sorted(place.iterdir())
    whole = rolled(place)
    lake = tmp_path_factory.mktemp("danau")
    for folder in reversed(folders):
        in_parts = rolled(folder, lake=lake)
    assert (whole.units, whole.totals) == (in_parts.units, in_parts.totals)
    assert whole == rolled(*reversed(folders))
