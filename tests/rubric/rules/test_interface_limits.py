"""One indicator's facts: what is best, in part, unmet, blank, or of another type."""

from datetime import date

import pytest

from ipak_cli.rubric.rules.interface import BlankFactError, Facts
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
