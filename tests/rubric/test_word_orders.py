from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.rubric.word_orders import ladders_of, order_text, read_order


@pytest.mark.parametrize(
    "order",
    [
        "Tidak Jelas, Kurang Jelas, Jelas, Sangat Jelas",
        "Kurang cakap, Cukup cakap, Cakap, Sangat cakap",
        "Sangat Tidak Setuju, Tidak Setuju, Netral, Setuju, Sangat Setuju",
        "STS, TS, S, SS",
        "Buruk, Kurang, Cukup, Baik, Sangat Baik",
        "Tidak pernah, Jarang, Kadang-kadang, Sering, Selalu",
    ],
)
def test_words_of_a_known_ladder_are_put_in_order_whichever_comes_first(order):
    words = [word for (word,) in read_order(order)]
    ladder = ladders_of(sorted(words))[0]
    assert order_text(ladder.steps) == order
    assert ladder.full


def test_words_that_fit_several_ladders_fill_none():
    ladders = ladders_of(["Setuju", "Sangat Setuju"])
    assert len(ladders) > 1
    assert not any(ladder.full for ladder in ladders)


def test_a_step_that_nobody_chose_has_the_ladders_word():
    (ladder,) = [each for each in ladders_of(["TS", "S", "SS", "N"]) if len(each.steps) == 5]
    assert order_text(ladder.steps) == "Sts, TS, N, S, SS"
    assert not ladder.full


@pytest.mark.parametrize("words", [["Mantap", "Oke"], ["Laki-laki", "Perempuan"], ["Baik", "Puas"], []])
def test_other_words_have_no_ladder(words):
    assert ladders_of(words) == ()


def test_an_order_may_hold_commas_words_of_one_value_and_unknown_words():
    assert read_order("Ada, tidak jalan < - < Baik = B") == (("Ada, tidak jalan",), (), ("Baik", "B"))
    assert read_order("Buruk, Baik") == (("Buruk",), ("Baik",))


WORDS = st.text('ab<=,"- 5', min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)


def test_a_word_with_a_sign_that_parts_words_stands_between_quotes():
    steps = (("< 1 jam",), ("1 = 2", "-"), ('5" lebar, "luas"',))
    assert order_text(steps) == '"< 1 jam" < "1 = 2" = "-" < "5"" lebar, ""luas"""'
    assert read_order(order_text(steps)) == steps
    assert read_order('Kurang, 5" lebar') == (("Kurang",), ('5" lebar',))


@given(st.lists(st.lists(WORDS, max_size=2).map(tuple), min_size=2, max_size=6).map(tuple))
def test_an_order_is_read_back_as_it_was_written(steps):
    assert read_order(order_text(steps)) == steps
