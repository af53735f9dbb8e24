"""The fields about a form: filled in beforehand only where that is certain, and what they come to."""

from __future__ import annotations

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rubric.load import list_shipped
from ipak_cli.rubric.survey import SurveyRubric
from ipak_cli.survey.form.columns import read_form
from ipak_cli.survey.form.picked import picked
from ipak_cli.survey.form.picks import NOT_GIVEN, Earlier, Picks
from ipak_cli.survey.form.questions import Known, next_question
from ipak_cli.survey.form.said import OWN, Topic
from ipak_cli.tables.open import open_any
from makers.exports import write_xlsx
from makers.unknown_forms import APP_HEADS, five_point_form, form, times, turns

KNOWN = Known(
    tuple(each.rubric for each in list_shipped() if isinstance(each.rubric, SurveyRubric)), "ekspor"
)
CODES = [f"U{n}" for n in range(1, 10)]
CERTAIN = ("Tidak Baik", "Kurang Baik", "Baik", "Sangat Baik")
COUNT = 12


@pytest.fixture
def read(tmp_path):
    def of(rows):
        (sheet,) = open_any(write_xlsx(tmp_path / "ekspor.xlsx", rows)).sheets
        return read_form(sheet, KNOWN.rubrics[0])

    return of


def skm(heads=CODES, words=(2, 3, 4)):
    return form(["Waktu", *heads], [times(COUNT), *(turns(words, COUNT, n) for n in range(len(heads)))])


def columns(found):
    return [each.columns for each in found.items]


def values(found):
    return {each.word: each.value for each in found.words}


def faults(found):
    return {(fault.field, fault.problem.code) for fault in found.faults}


def test_heads_that_name_their_items_leave_nothing_to_ask(read):
    rubric = next(rubric for rubric in KNOWN.rubrics if rubric.id == "ipak-ipkp")
    shape = read(skm([item.text for item in rubric.items]))
    found = picked(shape, Picks(), KNOWN, Earlier())
    assert (found.like, columns(found)) == ("ipak-ipkp", [*"BCDEFGHIJKLMNO"])
    assert all(each.sure for each in found.items)
    assert found.said.one(Topic.ITEMS) == ", ".join("BCDEFGHIJKLMNO")
    assert next_question(shape, found.said, KNOWN) is None


@pytest.mark.parametrize("heads", [APP_HEADS, CODES])
def test_heads_like_items_or_that_only_count_are_proposed_and_not_sure(read, heads):
    found = picked(read(skm(heads)), Picks(), KNOWN, Earlier())
    assert columns(found) == [*"BCDEFGHIJ"]
    assert not any(each.sure for each in found.items)


def test_words_of_one_certain_order_have_their_values_and_others_none(read):
    own = ("Lumayan", "Memadai", "Prima", "Hebat")
    assert set(values(picked(read(skm(words=own)), Picks(), KNOWN, Earlier())).values()) == {""}
    words = ("Sangat tidak ramah", "Tidak ramah", "Ramah", "Sangat ramah")
    found = picked(read(skm(words=words)), Picks(), KNOWN, Earlier())
    assert values(found) == {word: str(value) for value, word in enumerate(words, 1)}
    assert faults(found) == set()


@pytest.mark.parametrize("words", [("1 - Sangat Baik", "2 - Baik", "3 - Kurang Baik", "4 - Tidak Baik")])
def test_a_number_beside_a_word_tells_no_value(read, words):
    found = picked(read(skm(words=words)), Picks(), KNOWN, Earlier())
    assert set(values(found).values()) == {""}
    assert {code for _, code in faults(found)} == {"R719"}


def test_a_word_that_the_rubric_declares_is_filled_in_beside_those_that_wait(read):
    found = picked(
        read(skm(words=("Baik", "Sangat Baik", "Istimewa", "Tidak tahu"))), Picks(), KNOWN, Earlier()
    )
    assert values(found) == {"Baik": "3", "Sangat Baik": "4", "Istimewa": "", "Tidak tahu": NOT_GIVEN}


def test_what_the_settings_say_comes_before_what_the_heads_say(read):
    earlier = Earlier("skm-14-2017", {"u1": "U2", "u2": "U1"}, {"baik": "2"})
    found = picked(read(skm(words=CERTAIN)), Picks(), KNOWN, earlier)
    assert columns(found)[:2] == ["C", "B"]
    assert values(found)["Baik"] == "2"


def test_an_item_without_a_column_and_a_column_of_two_items_are_told_at_their_fields(read):
    picks = Picks("skm-14-2017", items={"U1": "", "U2": "D"})
    found = picked(read(skm()), picks, KNOWN, Earlier())
    assert faults(found) == {("item:U1", "R717"), ("item:U2", "R718"), ("item:U3", "R718")}
    assert found.said is None


def test_several_columns_of_dates_are_asked_for_the_time(read):
    rows = [[row[0], *row] for row in skm()]
    rows[0][:2] = ["Kapan A", "Kapan B"]
    shape = read(rows)
    found = picked(shape, Picks(), KNOWN, Earlier())
    assert faults(found) == {(Topic.TIME, "R721")}
    found = picked(shape, Picks(texts={Topic.TIME: "B"}), KNOWN, Earlier())
    assert found.said.one(Topic.TIME) == "B"


def test_an_order_that_turns_the_rubrics_words_is_told_at_those_words(read):
    turned = dict(zip(["baik", "sangat baik", "istimewa"], "431", strict=True))
    found = picked(
        read(skm(words=("Baik", "Sangat Baik", "Istimewa"))), Picks(words=turned), KNOWN, Earlier()
    )
    assert faults(found) == {("word:baik", "R714"), ("word:sangat baik", "R714")}


def test_numbers_of_another_scale_are_told_at_the_instrument(read):
    found = picked(read(skm(words=(3, 4, 5))), Picks(), KNOWN, Earlier())
    assert faults(found) == {(Topic.LIKE, "R716")}


def test_a_form_of_its_own_is_never_taken_for_granted(read):
    shape = read(five_point_form())
    assert picked(shape, Picks(), KNOWN, Earlier()).like is None
    found = picked(shape, Picks(OWN), KNOWN, Earlier())
    assert found.texts == {Topic.INDEX: "Indeks survei", Topic.SCALE: "1-5", Topic.NAME: "ekspor"}
    assert next_question(shape, found.said, KNOWN) is None


def test_columns_of_one_code_are_one_item_unless_that_is_unticked(read):
    rows = form(
        ["Waktu", "U1a Jelas", "U1b Mudah", "U2 Alur"], [times(8), [4] * 4 + [2] * 4, [1, 2] * 4, [2, 3] * 4]
    )
    shape = read(rows)
    assert picked(shape, Picks(OWN), KNOWN, Earlier()).groups == {"B+C": True}
    apart = picked(shape, Picks(OWN, joined=frozenset(), texts={Topic.SCALE: "1-4"}), KNOWN, Earlier())
    assert apart.said.one(Topic.ITEMS) == "B-D"
    joined = picked(shape, Picks(OWN, texts={Topic.SCALE: "1-4"}), KNOWN, Earlier())
    assert joined.said.one(Topic.ITEMS) == "B+C, D"


def test_an_instrument_that_is_none_is_refused(read):
    with pytest.raises(ProblemsFoundError):
        picked(read(skm()), Picks("tidak-ada"), KNOWN, Earlier())
