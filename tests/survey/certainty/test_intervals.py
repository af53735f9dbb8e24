"""Intervals: closed cases by hand, and what holds of every interval."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ipak_cli.catalogue.certainty import (
    ALL_VISITORS_ANSWERED,
    MORE_ANSWERS_THAN_VISITORS,
    SOME_VISITORS_ANSWERED,
    TOO_FEW_ANSWERS,
    VISITORS_UNKNOWN,
)
from ipak_cli.catalogue.indonesian import say
from ipak_cli.survey.certainty.distribution import Distribution, read_counts
from ipak_cli.survey.certainty.intervals import Census, ConfidenceInterval, NoInterval, certainty_of
from ipak_cli.survey.certainty.quantiles import student


def ends(counts, population=None, scale=(1, 4)):
    interval = certainty_of(read_counts(counts, *scale).moments, population)
    return f"{float(interval.low):.4f}", f"{float(interval.high):.4f}"


def test_where_all_answers_are_the_highest_the_low_end_is_n_over_n_and_z_squared():
    # 24 / (24 + 3.841459) = 0.862024 of the way from 1 to 4
    assert ends({"4": 24}) == ("3.5860", "4.0000")


def test_where_half_of_the_people_answered_the_same_answers_count_twice():
    # 48 / (48 + 3.841459) = 0.925900
    assert ends({"4": 24}, 48) == ("3.7776", "4.0000")


def test_where_all_answers_are_the_lowest_the_interval_is_turned_round():
    assert ends({"1": 24}) == ("1.0000", "1.4140")


def test_where_all_answers_are_the_same_in_the_middle_it_is_wilsons_of_n():
    # Of half the scale: half width z / (2 sqrt(n + z^2)) = 0.979982 / sqrt(27.841459) = 0.185727, times 4
    assert ends({"2": 24}, scale=(0, 4)) == ("1.2570", "2.7430")


def test_where_half_say_the_highest_and_half_the_lowest_the_width_is_in_closed_form():
    # n_eff = 9 (z/t)^2, so that the half width is t / (2 sqrt(t^2 + 9)), with t = 2.262157:
    # 2.262157 / (2 * 3.757307) = 0.301034, times 3 = 0.903104 about 2.5
    assert ends({"1": 5, "4": 5}) == ("1.5968", "3.4032")


def test_one_three_among_fours_by_hand():
    # n = 24, p = 71/72, s^2 = 1/24, v = 1/24 / 9 / 24 = 1/5184, p (1-p) = 71/5184, so n_eff = 71 (z/t)^2
    # with t = 2.068658: 71 * 0.897659 = 63.7338; the weight 1 + z^2 / n_eff = 1.060274,
    # centre (0.986111 + 0.030137) / 1.060274 = 0.958476, root sqrt(0.00021489 + 0.00023643) = 0.0212444,
    # half 1.959964 * 0.0212444 / 1.060274 = 0.039271: 0.919205 and 0.997747 of the way
    assert ends({"3": 1, "4": 23}) == ("3.7576", "3.9933")


def test_the_population_is_named():
    known = certainty_of(read_counts({"4": 20, "3": 4}, 1, 4).moments, 60)
    assert known.reason == SOME_VISITORS_ANSWERED(answers=24, population=60)
    assert known.population == 60


def test_a_population_that_is_not_known_is_said_to_be_unknown_and_nothing_is_corrected():
    unknown = certainty_of(read_counts({"4": 20, "3": 4}, 1, 4).moments, None)
    assert unknown.reason == VISITORS_UNKNOWN(answers=24)
    assert unknown.population is None
    assert "tidak diketahui" in say(unknown.reason)


def test_fewer_visitors_than_answers_are_not_believed():
    moments = read_counts({"4": 20, "3": 4}, 1, 4).moments
    doubted, unknown = certainty_of(moments, 23), certainty_of(moments, None)
    assert doubted.reason == MORE_ANSWERS_THAN_VISITORS(answers=24, population=23)
    assert (doubted.low, doubted.high, doubted.population) == (unknown.low, unknown.high, None)


@pytest.mark.parametrize("answers", [1, 9, 24])
def test_a_census_has_no_sampling_error_and_says_so(answers):
    moments = read_counts({"4": answers}, 1, 4).moments
    assert certainty_of(moments, answers) == Census(answers, ALL_VISITORS_ANSWERED(population=answers))


@pytest.mark.parametrize(("answers", "population"), [(9, None), (9, 30), (1, 2), (0, None), (0, 0)])
def test_under_ten_answers_there_is_no_interval(answers, population):
    found = certainty_of(read_counts({"4": answers}, 1, 4).moments, population)
    assert found == NoInterval(TOO_FEW_ANSWERS(answers=answers, fewest=10))


def test_ten_answers_have_an_interval():
    assert ends({"4": 10}) == ("3.1674", "4.0000")  # 10 / 13.841459 = 0.722467


def test_the_interval_lies_about_the_published_figure_and_tells_who_was_left_out():
    moments = replace(read_counts({"4": 20, "3": 4}, 1, 4).moments, left_out=3, published=Fraction(38, 10))
    interval = certainty_of(moments, None)
    assert interval.low < Fraction(38, 10) < interval.high
    assert interval.left_out == 3
    assert interval != certainty_of(replace(moments, published=None), None)


def test_points_and_percent_have_the_same_interval_on_their_scale():
    interval = certainty_of(read_counts({"4": 24}, 1, 4).moments, None).times(25)
    assert (interval.low, interval.high) == (Fraction("89.65"), 100)


def test_a_shown_interval_is_rounded_outward_again():
    interval = certainty_of(read_counts({"3": 1, "4": 23}, 1, 4).moments, None)
    assert interval.shown() == (Fraction("3.75"), 4)
    assert interval.shown(3) == (Fraction("3.757"), Fraction("3.994"))


SCALES = st.sampled_from([(1, 4), (0, 5), (1, 10)])


@st.composite
def surveys(draw):
    lowest, highest = draw(SCALES)
    value = st.fractions(lowest, highest, max_denominator=9)
    counts = draw(st.dictionaries(value, st.integers(1, 30), min_size=1, max_size=6))
    assume(sum(counts.values()) >= 10)
    return Distribution(lowest=Fraction(lowest), highest=Fraction(highest), counts=counts)


@given(surveys(), st.none() | st.integers(1, 500))
def test_an_interval_lies_on_the_scale_about_the_mean_with_four_decimals(survey, more):
    interval = certainty_of(survey.moments, more and survey.answers + more)
    assert isinstance(interval, ConfidenceInterval)
    assert survey.lowest <= interval.low <= survey.value <= interval.high <= survey.highest
    assert 10_000 % interval.low.denominator == 10_000 % interval.high.denominator == 0
    assert interval.low < interval.high


@given(surveys())
def test_twice_as_many_respondents_who_answer_alike_make_the_interval_narrower(survey):
    twice = replace(survey, counts={value: 2 * count for value, count in survey.counts.items()})
    one, other = (certainty_of(each.moments, None) for each in (survey, twice))
    assert one.low <= other.low < other.high <= one.high
    assert one.high - one.low > other.high - other.low


@given(surveys(), st.integers(1, 300), st.integers(1, 300))
def test_a_smaller_population_makes_the_interval_narrower(survey, more, still_more):
    small, large, unknown = (
        certainty_of(survey.moments, population)
        for population in (survey.answers + more, survey.answers + more + still_more, None)
    )
    assert unknown.low <= large.low <= small.low < small.high <= large.high <= unknown.high


@given(surveys(), st.none() | st.integers(1, 300))
def test_turning_the_scale_round_turns_the_interval_round(survey, more):
    ends_together = survey.lowest + survey.highest
    turned = replace(survey, counts={ends_together - value: n for value, n in survey.counts.items()})
    one, other = (certainty_of(each.moments, more and each.answers + more) for each in (survey, turned))
    assert (other.low, other.high) == (ends_together - one.high, ends_together - one.low)


@given(surveys(), st.none() | st.integers(1, 300))
def test_the_ends_solve_wilsons_equation(survey, more):
    population = more and survey.answers + more
    interval = certainty_of(survey.moments, population)
    width = float(survey.highest - survey.lowest)
    mean = float(survey.value - survey.lowest) / width
    n = survey.answers
    unseen = 1 - n / population if population else 1
    values = [(float(value - survey.lowest) / width, count) for value, count in survey.counts.items()]
    variance = sum(count * (value - mean) ** 2 for value, count in values) / (n - 1)
    if len(survey.counts) == 1:
        size = n / unseen
    else:
        size = mean * (1 - mean) / (variance / n * unseen) * (1.959963985 / float(student(n - 1))) ** 2
    for end in (interval.low, interval.high):
        share = float(end - survey.lowest) / width
        step = 1.001e-4 / width
        distances = [abs(mean - share) - step, abs(mean - share) + step]
        shares = [max(share - step, 0), min(share + step, 1)]
        allowed = [1.959963985 * (each * (1 - each) / size) ** 0.5 for each in shares]
        assert distances[0] <= max(allowed) + 1e-9
        assert distances[1] >= min(allowed) - 1e-9
