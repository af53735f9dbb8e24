"""Problems and their catalogue."""

import string

import pytest

from ipak_cli.catalogue import CATALOGUE, Severity
from ipak_cli.problems import Where, has_errors, problem


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
    found = problem("J302", Where("a.xlsx", "S", "B2"), value="dua\nbaris\x00\u202e" + "x" * 500)

    assert "\n" not in found.message
    assert found.message.isprintable()
    assert len(found.message) < 200


def test_an_unknown_code_or_a_missing_value_is_a_bug():
    with pytest.raises(KeyError):
        problem("Z999")
    with pytest.raises(KeyError):
        problem("J301", value=5)


def test_warnings_are_no_errors():
    assert not has_errors([problem("W422")])
    assert has_errors([problem("W422"), problem("K211")])


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.code)
def test_every_entry_is_complete_and_on_one_line(entry):
    for sentence in (entry.title, entry.message, entry.hint, entry.meaning):
        assert sentence.strip() == sentence != ""
        assert "\n" not in sentence
    assert not entry.message.endswith("."), "a message is followed by its advice"
    assert entry.hint.endswith("."), "an advice is a sentence"
    assert entry.severity in Severity


def test_codes_are_unique_and_their_letter_names_the_area():
    codes = list(CATALOGUE)

    assert len(codes) == len(set(codes))
    assert {code[0] for code in codes} <= set("FKJWERGLDU")
    assert all(len(code) == 4 and set(code[1:]) <= set(string.digits) for code in codes)
