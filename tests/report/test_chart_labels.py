"""Labels are cleaned, wrapped and shortened."""

from __future__ import annotations

from ipak_cli.report.charts.values import clean, wrap


def ten(text):
    return len(text) <= 10


def test_a_label_stands_on_one_line_without_what_cannot_be_seen():
    assert clean(" Unit\nLayanan\t\x00 Ter\u00adpadu \u202ex\u202c\ufeff ") == "Unit Layanan Terpadu x"


def test_words_fill_lines():
    assert wrap("satu dua tiga empat lima", ten, lines=9) == ["satu dua", "tiga empat", "lima"]


def test_what_does_not_fit_becomes_an_ellipsis():
    assert wrap("satu dua tiga empat lima", ten, lines=2) == ["satu dua", "tiga empa…"]


def test_a_word_that_is_longer_than_a_line_is_cut():
    assert wrap("a " + "b" * 23, ten, lines=9) == ["a", "b" * 10, "b" * 10, "bbb"]


def test_nothing_takes_no_line():
    assert wrap(" \n", ten, lines=3) == []


def test_a_width_for_no_letter_still_ends():
    assert wrap("abc", lambda _: False, lines=2) == ["a", "…"]
