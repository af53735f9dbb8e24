"""What may be published of suggestions under each rule, and words that a person takes out of them."""

import pytest

from ipak_cli.survey.review import (
    Decision,
    NothingLeftError,
    Verdict,
    WordsNotThereError,
    may_publish,
    phrases_of,
    without_words,
    words_to_cut,
)
from ipak_cli.survey.suggestion_result import Suggestion, Suggestions, TextRule

GIVEN = Suggestions(
    given=9, shown=(Suggestion("antre lama", 4), Suggestion("si Anu galak", 3), Suggestion("bagus", 2))
)
PASSED, REFUSED = Decision(Verdict.PUBLISH), Decision(Verdict.WITHHOLD)
DECIDED = {"antre lama": PASSED, "si Anu galak": REFUSED}


def published(rule, decisions=DECIDED, given=GIVEN):
    shown, withheld = may_publish(given, rule, decisions)
    return [(each.text, each.count) for each in shown.shown], withheld


def test_reviewed_shows_what_somebody_let_pass_alone():
    texts, withheld = published(TextRule.REVIEWED)
    assert texts == [("antre lama", 4)]
    assert (withheld.waiting, withheld.refused, withheld.by_rule, withheld.total) == (2, 3, 0, 5)


def test_redacted_shows_all_but_what_somebody_refused():
    texts, withheld = published(TextRule.REDACTED)
    assert texts == [("antre lama", 4), ("bagus", 2)]
    assert (withheld.waiting, withheld.refused, withheld.by_rule) == (0, 3, 0)


def test_none_shows_no_text_whatever_was_decided():
    texts, withheld = published(TextRule.NONE)
    assert texts == []
    assert (withheld.waiting, withheld.refused, withheld.by_rule) == (0, 0, 9)


def test_redacted_without_decisions_shows_everything_as_before():
    texts, withheld = published(TextRule.REDACTED, {})
    assert texts == [(each.text, each.count) for each in GIVEN.shown]
    assert withheld.total == 0


def test_a_decision_is_of_the_very_text_alone():
    texts, _ = published(TextRule.REVIEWED, {"Antre lama": PASSED, "antre lama ": PASSED})
    assert texts == []


def test_the_counts_of_what_was_given_stay():
    shown, _ = may_publish(GIVEN, TextRule.REVIEWED, {})
    assert (shown.given, shown.shown) == (9, ())


@pytest.mark.parametrize("rule", [TextRule.REVIEWED, TextRule.REDACTED])
def test_words_that_were_taken_out_are_out_under_every_rule(rule):
    cut = {"si Anu galak": Decision(Verdict.PUBLISH, (0, 1))}
    texts, _ = published(rule, cut)
    assert ("[dihapus] galak", 3) in texts
    assert not any("Anu" in text for text, _ in texts)


def test_texts_that_are_equal_after_cutting_are_one():
    given = Suggestions(given=3, shown=(Suggestion("Ani galak", 2), Suggestion("Budi galak", 1)))
    cut = Decision(Verdict.PUBLISH, (0,))
    texts, _ = published(TextRule.REVIEWED, {"Ani galak": cut, "Budi galak": cut}, given)
    assert texts == [("[dihapus] galak", 3)]


def test_words_are_found_whatever_their_case_and_punctuation():
    text = "Loket 2, Bu Ani (tinggi), galak. ANI lagi"
    assert without_words(text, words_to_cut(text, "bu ani; lagi")) == (
        "Loket 2, [dihapus] (tinggi), galak. ANI [dihapus]"
    )
    assert (
        without_words(text, words_to_cut(text, "ani"))
        == "Loket 2, Bu [dihapus] (tinggi), galak. [dihapus] lagi"
    )


def test_words_taken_out_before_stay_out():
    assert words_to_cut("satu dua tiga", "tiga", (0,)) == (0, 2)


def test_what_is_taken_out_can_be_typed_again():
    text = "Loket 2, Bu Ani (tinggi), galak"
    cut = words_to_cut(text, "ani tinggi; loket")
    assert words_to_cut(text, phrases_of(text, cut)) == cut


@pytest.mark.parametrize("phrases", ["Budi", "Ani Loket", "An", "Ani baru"])
def test_words_that_the_text_does_not_have_are_refused(phrases):
    with pytest.raises(WordsNotThereError):
        words_to_cut("Loket 2 Ani", phrases)


@pytest.mark.parametrize("text", ["antre lama", "antre - lama!", "[dihapus] antre lama"])
def test_taking_every_word_out_is_refused(text):
    with pytest.raises(NothingLeftError):
        words_to_cut(text, "antre; lama")


def test_no_phrase_takes_nothing():
    assert words_to_cut("antre lama", " ; ") == ()
