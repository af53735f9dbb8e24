"""What of a cell may be shown: the limits of length and of digits, each on both its sides."""

import pytest

from ipak_cli.catalogue.indonesian import say
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.shown_cells import (
    NOT_SHOWN,
    is_like_name,
    short_header,
    shortened,
    shown,
    shown_number,
    shown_repeated,
    shown_time,
)
from ipak_cli.survey.reading.words import words_of

RUBRIC = load_rubric("ipak-ipkp").rubric
WORDS = words_of(RUBRIC.scale, RUBRIC.items[0])


def test_what_is_not_shown_is_a_phrase_that_the_table_of_sentences_words():
    assert say(NOT_SHOWN) == "(tidak ditampilkan)"


def test_a_header_of_48_letters_is_whole_and_one_of_49_is_cut():
    assert short_header("a" * 48) == "a" * 48
    assert short_header("a" * 49) == "a" * 47 + "…"
    assert shortened("satu  dua\ntiga", 9) == "satu dua…"


@pytest.mark.parametrize("header", ["Umur 12345", "Tanggal  1/2/202"])
def test_a_header_with_five_digits_is_shown(header):
    assert short_header(header) == " ".join(header.split())


@pytest.mark.parametrize("header", ["Umur 123456", "a@b", "Rina Wati", "Ibu Rina"])
def test_a_header_with_six_digits_an_address_or_a_name_is_not_shown(header):
    assert short_header(header) == NOT_SHOWN


def test_an_answer_of_30_letters_is_shown_and_one_of_31_is_not():
    text = "sangat baik sangat baik sangat"

    assert (len(text), shown(text, WORDS)) == (30, text)
    assert shown(f"{text}x", WORDS) == NOT_SHOWN


@pytest.mark.parametrize("text", ["STS", "x", "sangt baik"])
def test_a_word_of_three_letters_and_a_misspelt_one_are_shown(text):
    assert shown(text, WORDS) == text


@pytest.mark.parametrize("text", ["Budi", "sangat Budi", "baik a@b", "baik 123456"])
def test_a_strange_word_an_address_and_six_digits_are_not_shown(text):
    assert shown(text, WORDS) == NOT_SHOWN


def test_a_choice_of_60_letters_is_shown_and_one_of_61_is_not():
    assert shown_repeated("a" * 60) == "a" * 60
    assert shown_repeated("a" * 61) == NOT_SHOWN
    assert shown_repeated("Pak Budi") == NOT_SHOWN
    assert shown_repeated("rina wati") == NOT_SHOWN


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("Budi", False),
        ("Budi Santoso", True),
        ("Budi santoso", False),
        ("Sangat Budi", False),
        ("A B C D E", True),
        ("A B C D E F", False),
    ],
)
def test_two_to_five_words_with_capitals_are_like_a_name(text, like):
    assert is_like_name(text) is like


@pytest.mark.parametrize("text", ["12345", "12.3456789", "-99,123456", "+12.123456"])
def test_a_number_of_five_digits_or_with_two_ahead_of_the_sign_is_shown(text):
    assert shown_number(text) == text


@pytest.mark.parametrize("text", ["123456", "123.456789", "08.1234567", ""])
def test_a_longer_number_and_one_like_a_telephones_are_not_shown(text):
    assert shown_number(text) == NOT_SHOWN


@pytest.mark.parametrize("text", ["1234", "20241231", "12/13/2024", "12:30", "5 Mei 2024", "20:15 WIB"])
def test_dates_times_and_short_numbers_are_shown(text):
    assert shown_time(text) == text


@pytest.mark.parametrize("text", ["12345", "20241332", "Budi", "17/08/1985 Budi", "12:30 Budi"])
def test_of_other_texts_nothing_is_shown_where_a_time_stands(text):
    assert shown_time(text) == NOT_SHOWN


def test_of_a_date_with_something_behind_it_the_date_is_shown():
    assert shown_time("1/2/2025 oleh Budi") == "1/2/2025 …"


def test_a_time_of_30_letters_is_whole_and_of_one_of_31_the_date_is_shown():
    text = "1/2/2025 wib wib wib wib wib z"

    assert (len(text), shown_time(text)) == (30, text)
    assert shown_time(f"{text}z") == "1/2/2025 …"
