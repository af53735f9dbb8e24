"""One indicator's facts: what is best, in part, unmet, blank, or of another type."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from ipak_cli.catalogue.pekppp import FACT_ANSWERED, NEED_ALL_OF, NEED_SOME_OF
from ipak_cli.rubric.rules.interface import (
    BlankFactError,
    FactIds,
    Facts,
    Level,
    Need,
    change,
    changed,
    cost,
    improve,
)
from makers.one_indicator import choices, ids, indicator

ONE = indicator(
    [
        *choices(3, "tidak", "sedikit", "banyak", "semua"),
        {"id": "F01-04", "text": "Banyaknya", "type": "number"},
        {"id": "F01-05", "text": "Tanggal", "type": "date"},
    ],
    rule="count", of=ids(1, 3), thresholds=["1", "2", "3", "3", "3"],
)  # fmt: skip


def facts(*words, number=None, day=None):
    given = dict(zip(ids(1, 3), words, strict=False)) | {"F01-04": number, "F01-05": day}
    return Facts(ONE, {fact: answer for fact, answer in given.items() if answer is not None})


@pytest.mark.parametrize(
    ("word", "rank", "met", "partly"),
    [
        ("tidak", 0, False, False),
        ("sedikit", 1, False, True),
        ("banyak", 2, False, True),
        ("semua", 3, True, False),
    ],
)
def test_only_the_last_word_is_met_and_those_between_are_in_part(word, rank, met, partly):
    one = facts(word)
    assert (one.rank("F01-01"), one.met("F01-01"), one.partly("F01-01")) == (rank, met, partly)


def test_a_blank_fact_is_not_in_part_and_cannot_be_asked():
    blank = facts()
    assert not blank.partly("F01-01")
    assert not facts(number=1).partly("F01-04")
    for ask in (blank.answer, blank.met, blank.rank, blank.number, blank.day):
        with pytest.raises(BlankFactError):
            ask("F01-01")


def test_met_facts_are_counted_and_unmet_ones_named_blank_ones_included():
    one = facts("semua", "banyak")
    assert one.count(ids(1, 2)) == 1
    assert one.unmet(ids(1, 3)) == ("F01-02", "F01-03")
    assert one.count([]) == 0
    with pytest.raises(BlankFactError):
        one.count(ids(1, 3))


def test_a_number_is_no_date_and_a_date_no_number():
    one = facts("semua", number=0, day=date(2025, 1, 2))
    assert (one.number("F01-04"), one.day("F01-05")) == (0, date(2025, 1, 2))
    for ask, fact in (
        (one.number, "F01-05"),
        (one.day, "F01-04"),
        (one.number, "F01-01"),
        (one.day, "F01-01"),
    ):
        with pytest.raises(TypeError, match=fact):
            ask(fact)


@pytest.mark.parametrize(("level", "sound"), [("-1", False), ("0", True), ("5", True), ("6", False)])
def test_a_level_is_0_to_5(level, sound):
    if sound:
        assert TypeAdapter(Level).validate_python(level) == int(level)
    else:
        with pytest.raises(ValidationError):
            TypeAdapter(Level).validate_python(level)


def test_a_rule_names_one_fact_or_more():
    assert TypeAdapter(FactIds).validate_python(("F01-01",)) == ("F01-01",)
    with pytest.raises(ValidationError):
        TypeAdapter(FactIds).validate_python(())


@pytest.mark.parametrize("choose", [-1, 0, 3, 4])
def test_none_or_more_than_are_left_cannot_be_asked_for(choose):
    assert improve(facts("semua", "banyak"), ids(1, 3), choose) == ()


def test_nothing_is_asked_for_where_all_is_met():
    assert improve(facts("semua", "semua", "semua"), ids(1, 3)) == ()


def test_one_of_two_is_some_of_them_and_two_are_all():
    one = facts("semua", "banyak")
    best = (("F01-02", "semua"), ("F01-03", "semua"))
    names = "; ".join(one.text(fact) for fact in ids(2, 3))
    assert improve(one, ids(1, 3), 1) == (Need(NEED_SOME_OF(count=1, facts=names), best, 1),)
    assert improve(one, ids(1, 3), 2) == (Need(NEED_ALL_OF(facts=names), best, 2),)
    assert improve(one, ids(1, 3)) == improve(one, ids(1, 3), 2)


def test_a_change_is_one_answer_and_none_where_it_is_given_already():
    one = facts("sedikit")
    assert change(one, "F01-01", "sedikit") == ()
    (need,) = change(one, "F01-01", "banyak")
    assert (need.changes, need.choose) == ((("F01-01", "banyak"),), 1)
    assert need.text == FACT_ANSWERED(fact=one.text("F01-01"), answer="banyak")
    (blank,) = change(one, "F01-02", "banyak", NEED_ALL_OF(facts="x"))
    assert blank.text == NEED_ALL_OF(facts="x")


def test_needs_cost_what_has_to_change_and_the_first_changes_are_enough():
    needs = (*improve(facts("semua"), ids(1, 3), 1), *change(facts("semua"), "F01-01", "tidak"))
    assert cost(needs) == 2
    assert cost(()) == 0
    given = {"F01-01": "semua", "F01-03": "sedikit"}
    assert changed(given, needs) == {"F01-01": "tidak", "F01-02": "semua", "F01-03": "sedikit"}
    assert given == {"F01-01": "semua", "F01-03": "sedikit"}


def test_a_fact_is_said_with_its_statement_and_its_answer():
    assert facts("banyak").said("F01-01") == FACT_ANSWERED(fact=ONE.fact("F01-01").text, answer="banyak")


def test_a_rule_leaves_open_and_lowers_no_more_than_it_says():
    rule = ONE.rule
    assert rule.possible_doubts() == rule.doubts
    assert rule.may_lower() == frozenset()
