import pytest

from ipak_cli.pekppp.book.answer_texts import one_of, yes_or_no
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.pekppp import FactType

FACTS = [fact for each in load_pekppp("pekppp-2025").rubric.indicators for fact in each.facts]
STATEMENT = "Ada tempat parkir"
DENYING = "Pelayanan berjalan tanpa jeda istirahat"
COVERAGE = ("tidak ada", "sebagian layanan", "semua layanan")


@pytest.mark.parametrize(
    "text", ["ya", "Ya.", "YA", "iya", "y", "Y", "yes", "v", "V", "✓", "✔", "✔️", "☑", "√", "ada", "Ada.",
             "sudah", "Sudah ada", "Ya, ada", "benar", "TRUE"],
)  # fmt: skip
def test_what_clearly_says_yes_is_yes(text):
    assert yes_or_no(text, STATEMENT) == "ya"


@pytest.mark.parametrize(
    "text",
    ["tidak", "Tidak.", "tdk", "n", "no", "belum", "Blm", "tidak ada", "Tidak Ada", "belum ada", "FALSE"],
)
def test_what_clearly_says_no_is_no(text):
    assert yes_or_no(text, STATEMENT) == "tidak"


@pytest.mark.parametrize(
    "text", ["x", "X", "-", "–", "✗", "✘", "☐", "☒", "o", "t", "?", "0", "1", "+", "*", "x."]
)
def test_a_mark_that_is_used_for_either_is_asked_about(text):
    assert yes_or_no(text, STATEMENT).code == "E145"


@pytest.mark.parametrize(
    "text", ["mungkin", "sebagian", "dalam proses", "nihil", "rencana 2025", "ya/tidak", "n/a"]
)
def test_other_words_are_not_guessed(text):
    assert yes_or_no(text, STATEMENT).code == "E129"


@pytest.mark.parametrize("text", ["ada", "tidak ada", "belum ada"])
def test_being_there_says_nothing_of_a_statement_that_denies(text):
    assert yes_or_no(text, DENYING).code == "E145"
    assert yes_or_no(text, "Ada sistem informasi elektronik yang tidak online") in {"ya", "tidak"}


@pytest.mark.parametrize("text", ["sudah", "belum", "ya", "tidak", "✓"])
def test_a_statement_that_denies_has_answers_all_the_same(text):
    assert yes_or_no(text, DENYING) in {"ya", "tidak"}


def test_only_two_statements_of_the_instrument_deny_something():
    asked = [fact for fact in FACTS if fact.type is FactType.YES_NO and yes_or_no("ada", fact.text) != "ya"]
    assert [fact.id for fact in asked] == ["F10-02", "F13-07"]


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("semua", COVERAGE[2]),
        ("Sebagian", COVERAGE[1]),
        ("tidak", COVERAGE[0]),
        ("Semua layanan.", COVERAGE[2]),
    ],
)
def test_a_choice_is_known_by_its_first_words(text, option):
    assert one_of(text, COVERAGE) == option


@pytest.mark.parametrize("text", ["layanan", "s", "semu", "-", "ada"])
def test_parts_of_words_and_other_words_choose_nothing(text):
    assert one_of(text, COVERAGE).code == "E129"


def test_first_words_of_two_options_choose_neither():
    often = next(fact.options for fact in FACTS if fact.id == "F24-01")
    assert one_of("tidak", often).code == "E129"
    assert one_of("bulanan", often) == "bulanan"


def test_the_options_are_named_in_full():
    often = next(fact.options for fact in FACTS if fact.id == "F24-01")
    assert one_of("sering", often).values["choices"] == "; ".join(often)
