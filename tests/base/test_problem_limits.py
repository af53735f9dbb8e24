"""Problems at their limits: how long a value is shown, how many parts of a list, in which order."""

import pytest

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import (
    ProblemsFoundError,
    Severity,
    Where,
    has_errors,
    problem,
    told_when_quiet,
    worst_first,
)
from ipak_cli.catalogue.drive import NOT_LOCKED
from ipak_cli.catalogue.indonesian import CATALOGUE, message_of
from ipak_cli.catalogue.survey import PERIOD_UNKNOWN
from ipak_cli.catalogue.usage import TARGET_FOLDER_MISSING


def shown(value):
    """Return a value as a message shows it."""
    before, after = "folder ", " tidak ada"
    return message_of(problem(TARGET_FOLDER_MISSING, folder=value)).removeprefix(before).removesuffix(after)


def test_the_message_of_the_code_quotes_its_value():
    assert shown("hasil") == "hasil"


@pytest.mark.parametrize(("letters", "whole"), [(119, True), (120, True), (121, False)])
def test_120_letters_are_shown_whole_and_one_more_is_cut(letters, whole):
    text = "ab " * 30 + "x" * (letters - 90)
    assert (shown(text) == text) is whole


def test_one_word_of_121_letters_is_cut_to_119_and_a_sign():
    assert shown("x" * 121) == "x" * 119 + "…"


def test_a_cut_is_made_between_words_where_59_letters_are_left_out():
    assert shown("a" * 60 + " " + "b" * 70) == "a" * 60 + "…"


def test_a_cut_is_made_within_a_word_where_60_letters_would_be_left_out():
    assert shown("a" * 59 + " " + "b" * 70) == "a" * 59 + " " + "b" * 59 + "…"


def test_a_cut_leaves_no_comma_at_its_end():
    assert shown("a" * 100 + ", ; " + "b" * 50) == "a" * 100 + "…"


def test_words_of_the_program_are_never_cut():
    assert shown(InFull("x" * 500)) == "x" * 500


@pytest.mark.parametrize(("parts", "named"), [(1, 1), (11, 11), (12, 12), (13, 12), (14, 12)])
def test_twelve_parts_of_a_list_are_named_and_the_others_counted(parts, named):
    names = tuple(f"kolom{n}" for n in range(parts))

    message = shown(names)

    assert message.count("kolom") == named
    assert [int(word) for word in message.split() if word.isdigit()] == ([parts - 12] if parts > 12 else [])
    assert message.count("; ") == named - (parts <= 12)


def test_a_place_of_a_sheet_is_its_cell_and_one_of_a_text_its_line():
    assert str(Where("a.xlsx", "S", "B2", 4)) == "a.xlsx!S:B2"
    assert str(Where("a.yaml", line=0)) == "a.yaml:0"
    assert str(Where(sheet="S")) == "!S"
    assert str(Where("a\x1b.csv")) == "a .csv"


def test_a_problem_without_a_place_has_an_empty_one():
    assert problem(TARGET_FOLDER_MISSING, folder="x").where == Where()
    assert problem(TARGET_FOLDER_MISSING, Where("a"), folder="x").where == Where("a")
    assert problem(TARGET_FOLDER_MISSING, folder="x").severity is CATALOGUE["U941"].entry.severity


def test_the_worst_come_first_then_the_lower_code_and_equal_ones_stay_as_they_were():
    first, second = problem(PERIOD_UNKNOWN, Where("a")), problem(PERIOD_UNKNOWN, Where("b"))
    note, error = problem(NOT_LOCKED), problem(TARGET_FOLDER_MISSING, folder="x")
    assert CATALOGUE["W422"].entry.severity is not Severity.NOTE

    assert worst_first([note, first, second, error]) == (error, first, second, note)
    assert worst_first([second, first]) == (second, first)


def test_one_error_among_warnings_is_an_error_and_none_is_none():
    assert has_errors([problem(PERIOD_UNKNOWN), problem(TARGET_FOLDER_MISSING, folder="x")])
    assert not has_errors([problem(PERIOD_UNKNOWN), problem(NOT_LOCKED)])
    assert not has_errors([])


def test_an_error_is_told_when_quiet_and_a_note_that_changes_no_figure_is_not():
    assert told_when_quiet(problem(TARGET_FOLDER_MISSING, folder="x"))
    assert not told_when_quiet(problem(NOT_LOCKED))


def test_an_exception_carries_every_problem_and_names_their_codes():
    found = ProblemsFoundError(each for each in (problem(NOT_LOCKED), problem(PERIOD_UNKNOWN)))
    assert [each.code for each in found.problems] == ["D605", "W422"]
    assert str(found) == "D605; W422"
