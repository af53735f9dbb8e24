"""Known words and what is meant to be one: the same as a comparison with each, and far less work."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from ipak_cli.survey.reading.words import ALIKE, KnownWords
from makers.work import calls_of

WORDS = st.text("ab", min_size=1, max_size=14)


@given(word=WORDS, known=st.lists(WORDS, max_size=4))
def test_a_word_is_known_where_a_comparison_finds_one_that_is_alike_enough(word: str, known: list[str]):
    assert KnownWords.of(known).has(word) == any(fuzz.ratio(word, each) >= ALIKE for each in known)


def test_one_letter_more_or_less_is_a_misspelling_of_a_word_of_six_letters_and_not_of_a_shorter_one():
    known = KnownWords.of(["sangat", "puas"])

    assert all(map(known.has, ("sangat", "sangt", "sanggat", "puas")))
    assert not any(map(known.has, ("sangut", "puass", "pua", "budi")))


def test_a_short_strange_word_costs_the_same_however_many_words_are_known():
    few, many = (KnownWords.of(f"kata{n}kata"[:8] for n in range(count)) for count in (10, 1000))

    assert calls_of(lambda: many.has("strange")) == calls_of(lambda: few.has("strange"))
