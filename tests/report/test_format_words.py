"""How the report writes lists, periods and figures."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.base.figures import NotScored
from ipak_cli.base.period import parse_period
from ipak_cli.catalogue.survey import NO_ANSWERS
from ipak_cli.report.format_words import (
    against,
    apart,
    gap,
    listed,
    long_period,
    said,
    short_period,
    shortened,
    target,
)

FIGURES = st.fractions(min_value=1, max_value=4, max_denominator=500)


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_words_are_listed_as_a_sentence_lists_them(words, text):
    assert listed(words) == text


def test_a_period_has_a_long_and_a_short_name():
    period = parse_period("II-2024")
    assert long_period(period) == "Triwulan II Tahun 2024"
    assert short_period(period) == "TW II 2024"


def test_a_figure_that_is_not_scored_gives_its_reason():
    assert said(NotScored(NO_ANSWERS())) == "belum dinilai (tidak ada jawaban)"


def test_figures_have_two_decimals_where_that_tells_them_apart():
    assert apart([Fraction(808, 205), Fraction(157, 40)]) == ["3,94", "3,93"]


def test_figures_have_more_decimals_where_two_would_make_them_look_the_same():
    assert apart([Fraction("3.941"), Fraction("3.944")]) == ["3,941", "3,944"]


@given(FIGURES, FIGURES)
def test_only_equal_figures_look_the_same(one, other):
    shown = apart([one, other])
    assert (shown[0] == shown[1]) == (one == other)


def test_a_mean_just_below_its_target_never_looks_like_the_target():
    assert against(Fraction(1199, 300), Fraction(4)) == "3,997"


def test_a_gap_has_its_sign():
    assert gap(Fraction("3.9"), Fraction(4)) == "−0,10"
    assert gap(Fraction(4), Fraction("3.9")) == "+0,10"
    assert gap(Fraction(4), Fraction(4)) == "0,00"


def test_a_small_gap_never_looks_like_none():
    assert gap(Fraction(1199, 300), Fraction(4)) == "−0,003"


def test_a_target_has_the_decimals_that_it_was_given():
    assert [target(Fraction(text)) for text in ("4", "3.9", "3.995")] == ["4", "3,9", "3,995"]


def test_a_target_that_nobody_set_says_so():
    assert target(None) == "belum ditetapkan"


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("Melatih petugas.", 16, "Melatih petugas."),
        ("Melatih petugas.", 15, "Melatih…"),
        ("Melatih, petugas.", 12, "Melatih…"),
        ("Melatihpetugas", 8, "Melatih…"),
    ],
)
def test_a_text_is_cut_behind_a_word_and_only_where_it_is_too_long(text, most, shown):
    assert shortened(text, most) == shown
