"""Problems and their catalogue."""

import string

import pytest

from ipak_cli.base.problem import Severity, Where, has_errors, problem
from ipak_cli.catalogue.indonesian import CATALOGUE, message_of
from ipak_cli.catalogue.survey import (
    ITEM_WITHOUT_COLUMN,
    NO_RESPONDENTS,
    OUTSIDE_SCALE,
    PERIOD_UNKNOWN,
    ROWS_WITHOUT_ANSWERS,
    WORD_UNKNOWN,
)


@pytest.mark.parametrize(
    ("where", "text"),
    [
        (Where("responses.xlsx", "Form Responses 1", "H17"), "responses.xlsx!Form Responses 1:H17"),
        (Where("rubrics/x.yaml", line=41), "rubrics/x.yaml:41"),
        (Where("data.csv", cell="B2"), "data.csv:B2"),
        (Where("data.csv"), "data.csv"),
        (Where(), ""),
    ],
)
def test_places_are_written_as_their_reader_finds_them(where, text):
    assert str(where) == text


def test_a_problem_is_one_line_whatever_is_in_the_cell():
    values = {"value": "dua\nbaris\x00\u202e" + "x" * 500, "item": "U1", "known": ("1 = Buruk", "4 = Baik")}
    found = problem(WORD_UNKNOWN, Where("a.xlsx", "S", "B2"), **values)

    assert "\n" not in message_of(found)
    assert message_of(found).isprintable()
    assert len(message_of(found)) < 200


def test_a_value_that_a_sentence_misses_is_a_bug():
    with pytest.raises(KeyError):
        message_of(problem(OUTSIDE_SCALE, value=5))


def test_warnings_are_no_errors():
    assert not has_errors([problem(PERIOD_UNKNOWN)])
    assert has_errors([problem(PERIOD_UNKNOWN), problem(NO_RESPONDENTS)])


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.code)
def test_every_entry_is_complete_and_on_one_line(entry):
    for sentence in (entry.title, entry.message, entry.hint, entry.meaning):
        assert sentence.strip() == sentence != ""
        assert "\n" not in sentence
    assert not entry.message.endswith("."), "a message is followed by its advice"
    assert entry.hint.endswith("."), "an advice is a sentence"
    assert entry.entry.severity in Severity


def test_codes_are_unique_and_their_letter_names_the_area():
    codes = list(CATALOGUE)

    assert len(codes) == len(set(codes))
    assert {code[0] for code in codes} <= set("FKJWERGLDUAB")
    assert all(len(code) == 4 and set(code[1:]) <= set(string.digits) for code in codes)


def test_a_list_of_numbers_is_not_cut_inside_one():
    rows = ", ".join(str(n) for n in range(1000, 1100))

    message = message_of(problem(ROWS_WITHOUT_ANSWERS, count=100, rows=rows))

    assert message.endswith("…")
    assert all(len(number) == 4 for number in message.rpartition("baris ")[2].removesuffix("…").split(", "))


def test_the_parts_of_a_tuple_stay_whole_and_their_number_is_told():
    parts = tuple(f"kolom yang judulnya agak panjang nomor {n}" for n in range(20))

    message = message_of(problem(ITEM_WITHOUT_COLUMN, items=("U1 “Syarat”",), left_over=parts))

    assert message.endswith("nomor 11; dan 8 lagi")


FIGURES = {
    "F112", "K206", "K209", "K210", "K212", "K233", "J311", "J312", "J317", "W409", "W422", "W423",
    "W424", "W425", "W426", "W428", "U903",
}  # fmt: skip
NO_FIGURES = {
    "F111",
    "F152",
    "F158",
    "J316",
    "E207",
    "E214",
    "G411",
    "D603",
    "D605",
    "D610",
    "D634",
    "R631",
}


@pytest.mark.parametrize("code", sorted(FIGURES))
def test_what_may_change_a_figure_is_told_although_quiet(code):
    assert CATALOGUE[code].entry.told_when_quiet


def test_a_log_that_cannot_be_written_is_told_although_quiet_since_nobody_would_hear_of_it_later():
    assert CATALOGUE["D613"].entry.told_when_quiet


@pytest.mark.parametrize("code", sorted(NO_FIGURES))
def test_what_changes_no_figure_keeps_quiet(code):
    assert not CATALOGUE[code].entry.told_when_quiet


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.code)
def test_an_error_is_always_told_and_a_warning_unless_it_says_that_no_figure_changes(entry):
    match entry.entry.severity:
        case Severity.ERROR:
            assert entry.entry.told_when_quiet
        case Severity.WARNING:
            assert entry.entry.told_when_quiet is not (entry.entry.changes_figure is False)
        case Severity.NOTE:
            assert entry.entry.told_when_quiet is (entry.entry.changes_figure is True)
