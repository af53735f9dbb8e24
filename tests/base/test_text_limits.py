"""Names at the limits of being the same name."""

import pytest

from ipak_cli.base.text import nearest, normalise, spaced, visible, wording


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jenis  Layanan", "jenis-layanan"), (" U1. ", "u1"), ("ＵＳＩＡ", "usia"), ("STRASSE", "straße")],
)
def test_case_punctuation_and_spaces_make_no_other_name(one, other):
    assert normalise(one) == normalise(other)


def test_spaces_between_letters_do():
    assert normalise("U 1") != normalise("U1")
    assert normalise("a-b") == "a b"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("jenisPelayanan", "jenis Pelayanan"),
        ("jenis_pelayanan", "jenis pelayanan"),
        ("_usia_", "usia"),
        ("jenis PelayananUmum", "jenis PelayananUmum"),
        (" jenisPelayanan", "jenis Pelayanan"),
        ("", ""),
    ],
)
def test_the_name_of_one_word_is_taken_apart_and_that_of_two_is_not(name, words):
    assert spaced(name) == words


def test_what_nobody_sees_is_dropped():
    assert visible(" usia ") == "usia"
    assert visible("\u200bus\u00adia\ufeff \ufe0f") == "usia"
    assert visible("\u22125") == "-5"


@pytest.mark.parametrize(
    ("answer", "same"),
    [
        ("Sangat  Baik!", "sangat baik"), ("3 - 4", "3-4"), ("4,5", "4.5"), (":)", ":)"), ("★★", "★★"),
        ("Baik ★", "baik ★"), ("100 % puas", "100 % puas"), ("#1 baik", "#1 baik"),
    ],
)  # fmt: skip
def test_an_answer_keeps_its_stars_and_one_without_a_letter_all_its_signs(answer, same):
    assert wording(answer) == same


def test_a_name_as_alike_as_asked_is_found_and_one_that_is_less_so_is_not():
    # "usia" and "usian" share 8 of 9 letters: 88.9 percent.
    assert nearest("usian", ["usia", "unit"], 88) == "usia"
    assert nearest("usian", ["usia", "unit"], 89) is None
    assert nearest("usian", [], 0) is None
