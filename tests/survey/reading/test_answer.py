"""Answers as cells hold them: exports.md, "Answers on a 1-4 scale"."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.base.problem import Fault, problem
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.answer import read_answer
from ipak_cli.survey.reading.shown_cells import NOT_SHOWN
from ipak_cli.survey.reading.words import words_of
from ipak_cli.tables.cell import ErrorCell, PercentCell, UncachedFormula

RUBRIC = load_rubric("ipak-ipkp").rubric
WORDS = words_of(RUBRIC.scale, RUBRIC.items[0])


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        (4, 4),
        (4.0, 4),
        ("4", 4),
        ("4 ", 4),
        ("4.0", 4),
        ("4,0", 4),
        ("4 - Sangat baik", 4),
        ("4. Sangat Setuju", 4),
        ("4 (Sangat Baik)", 4),
        ("3 = Setuju", 3),
        ("Bintang 4", 4),
        ("bintang 1", 1),
        ("4 bintang", 4),
        ("★★★★", 4),
        ("★★★☆", 3),
        ("⭐️⭐️", 2),
        ("Sangat Setuju", 4),
        ("  sangat\u00a0 setuju ", 4),
        ("Setuju", 3),
        ("Kurang Setuju", 2),
        ("Tidak Setuju", 1),
        ("Sangat Baik", 4),
        ("Sangat Puas", 4),
        ("Mudah", 3),
        ("Cepat", 3),
        ("Sopan dan ramah", 3),
        ("sopan, dan  RAMAH.", 3),
        ("4.", 4),
        ("(4)", 4),
        ("4,00", 4),
        ("4.000000", 4),
        ("\ufeff4", 4),
        ("4\ufe0f\u20e3", 4),
        ("4 ★", 4),
        ("★★★★ (4)", 4),
        ("★ ★ ★", 3),
        ("★★★☆ Setuju", 3),
        ("Sangat Baik (4)", 4),
        ("Bintang: 4", 4),
        ("Bintang 4 - Sangat Baik", 4),
        ("4 bintang (Sangat Baik)", 4),
    ],
)
def test_usual_answers_are_read(cell, answer):
    assert read_answer(cell, WORDS) == answer


@pytest.mark.parametrize("cell", [None, "", "   ", "\u00a0", "\u200b"])
def test_blank_is_blank(cell):
    assert read_answer(cell, WORDS) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (5, "J301"),
        (0, "J301"),
        (-1, "J301"),
        (4.5, "J301"),
        (float("inf"), "J301"),
        (float("nan"), "J301"),
        ("0", "J301"),
        ("-1", "J301"),
        ("3,91", "J301"),
        ("Bintang 5", "J301"),
        ("★★★★★", "J301"),
        ("9" * 400, "J301"),
        ("5 - Sangat baik", "J301"),
        ("lumayan", "J302"),
        ("4/5", "J313"),
        ("4 bulan saya menunggu", "J302"),
        ("4 - kata yang tidak dinyatakan", "J302"),
        ("4 dari 5", "J313"),
        ("3-4", "J313"),
        ("empat", "J302"),
        ("４", "J315"),
        ("٤", "J315"),
        ("4 ½", "J315"),
        ("−1", "J301"),
        ("4.000", "J301"),
        ("4.00000000000000001", "J301"),
        (10**400, "J301"),
        ("- 4", "J302"),
        (",4", "J302"),
        ("4+", "J302"),
        ("4th", "J302"),
        ("Jalan Mawar 4", "J302"),
        ("★★★☆☆", "J314"),
        ("☆★★★", "J314"),
        ("☆☆☆☆", "J301"),
        ("TRUE", "J303"),
        ("4 % baik", "J305"),
        ("#REF!", "J306"),
        (True, "J303"),
        (False, "J303"),
        (datetime(2024, 12, 5, 9, 12), "J304"),  # noqa: DTZ001 (a cell has no zone)
        (date(2024, 3, 4), "J304"),
        (time(9, 12), "J304"),
        (PercentCell(1.0), "J305"),
        ("100%", "J305"),
        (ErrorCell("#REF!"), "J306"),
        (UncachedFormula(), "J307"),
        ("-", "J308"),
        ("N/A", "J308"),
        ("None", "J308"),
        ("4 - Tidak Setuju", "J309"),
        ("4 (★★☆☆)", "J309"),
        ("★★☆☆ Sangat Baik", "J309"),
        ("4 bintang (Tidak Setuju)", "J309"),
        ("Kurang Baik (4)", "J309"),
    ],
)
def test_what_is_no_answer_has_a_code_of_its_own(cell, code):
    fault = read_answer(cell, WORDS)

    assert isinstance(fault, Fault)
    assert fault.code == code
    assert message_of(problem(fault.entry, None, **fault.values))


@pytest.mark.parametrize(
    "cell",
    [
        "budi@contoh.example",
        "081234567890",
        81234567890,
        "hubungi 0812345678 ya",
        "0812-3456-7890",
        "Budi Santoso",
        "Saya Budi",
        "Dian",
        "Bagas",
    ],
)
def test_what_may_be_personal_is_not_shown(cell):
    fault = read_answer(cell, WORDS)

    message = message_of(problem(fault.entry, None, **fault.values))
    assert "(tidak ditampilkan)" in message
    assert str(cell) not in message


@pytest.mark.parametrize(
    "cell", ["Sangt Setuju", "lumayan", "4/5", "cukup baik", "STS", "c", "III", "tidak pernah memakai"]
)
def test_what_looks_like_an_answer_is_shown(cell):
    fault = read_answer(cell, WORDS)

    assert cell in message_of(problem(fault.entry, None, **fault.values))


@given(st.one_of(st.text(), st.integers(), st.floats(), st.text(alphabet="0123456789★☆ -+.,/%()Bintangbaik")))
def test_whatever_a_cell_holds_there_is_an_outcome(cell):
    match read_answer(cell, WORDS):
        case Fault(entry, values):
            assert message_of(problem(entry, None, **values))
        case answer:
            assert answer in {1, 2, 3, 4, None}


@given(st.integers(-5, 9))
def test_a_number_and_its_text_are_the_same_answer(number):
    assert read_answer(number, WORDS) == read_answer(str(number), WORDS) == read_answer(float(number), WORDS)


def test_an_items_own_words_win_over_the_scales():
    skm = load_rubric("skm-14-2017").rubric
    cost = next(item for item in skm.items if "iaya" in item.text)

    assert read_answer("Gratis", words_of(skm.scale, cost)) == 4


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("a. Tidak ada", 1),
        ("d. Dikelola dengan baik", 4),
        ("B) ada tetapi tidak berfungsi", 2),
        ("D. Baik", 3),
    ],
)
def test_the_letter_of_a_choice_says_nothing_beside_its_declared_word(cell, answer):
    skm = load_rubric("skm-14-2017").rubric

    assert read_answer(cell, words_of(skm.scale, skm.items[7])) == answer


@pytest.mark.parametrize("cell", ["a. 4", "d", "d.", "f. Baik", "a. b. Baik", "a Baik"])
def test_a_letter_alone_or_beside_something_else_is_no_answer(cell):
    assert isinstance(read_answer(cell, WORDS), Fault)


@pytest.mark.parametrize("cell", [3.086956521739131, "3,086956521739131", 3.5, "-1,25", 12.345678])
def test_a_number_with_decimals_is_shown_as_it_stands(cell):
    fault = read_answer(cell, WORDS)

    assert fault.code == "J301"
    assert str(cell).replace(",", ".") in str(fault.values["value"]).replace(",", ".")


@pytest.mark.parametrize(
    "cell", [81234567890, "081234567890", 3201123456789012, "08.1234567890", "812.34567890"]
)
def test_a_number_as_long_as_a_telephones_is_not_shown(cell):
    assert read_answer(cell, WORDS).values["value"] == NOT_SHOWN
