"""Totals of answers: against respondents, against item means, and those of another period."""

from fractions import Fraction

from ipak_cli.base.figures import half_up
from makers.audit_claims import claim, look, said, stars, table
from makers.instruments import instrument

ITEMS = [f"I{n}" for n in range(1, 15)]
THIRD = [162, 161, 162, 161, 162, 157, 160, 161, 164, 161, 158, 159, 161, 160]
"""The sums of Triwulan III's items for 41 respondents, 2249 together: 1, 7, 30 and 536 answers of 1 to 4."""


def means(sums, count, **more):
    shown = {item: half_up(Fraction(total, count)) for item, total in zip(ITEMS, sums, strict=True)}
    return table("item_mean", shown, **more)


def test_answers_are_the_respondents_times_the_items():
    right = [claim("respondents", None, "41"), *stars((1, 7, 30, 536))]
    assert look(right) == {}
    found = look(claim("respondents", None, "40"), stars((1, 7, 30, 536)))["A109"]
    assert "574" in said(found)
    assert found.arithmetic == ("1 + 7 + 30 + 536 = 574", "40 x 14 = 560")


def test_answers_that_the_report_counts_itself_may_be_fewer():
    assert look(claim("respondents", None, "41"), claim("answers", None, "572"), stars((1, 7, 30, 534))) == {}


def test_answers_of_one_index_or_item_are_counted_by_its_own_items():
    assert look(claim("respondents", None, "41"), stars((0, 1, 10, 194))) == {}
    assert look(claim("respondents", None, "41"), stars((0, 1, 10, 30), prefix="I6:")) == {}
    assert "I6" in said(look(claim("respondents", None, "41"), stars((0, 1, 10, 31), prefix="I6:"))["A109"])


def test_incomplete_totals_are_not_judged():
    assert look(claim("respondents", None, "41"), stars((1, 7, 30))) == {}


def test_the_sum_of_the_answers_is_that_of_the_item_means():
    people = claim("respondents", None, "41")
    assert look(people, stars((1, 7, 30, 536)), means(THIRD, 41)) == {}
    found = look(people, stars((1, 7, 33, 533)), means(THIRD, 41))
    assert "2246" in said(found["A110"])
    assert "2249" in said(found["A110"])


def test_a_table_of_another_period_names_that_period():
    own = claim("respondents", None, "24")
    earlier = stars((1, 7, 30, 536), period="III-2024")
    found = look(own, earlier, means(THIRD, 41))
    assert {"A101", "A111"} <= found.keys()
    assert "triwulan III 2024" in said(found["A111"])
    assert "n = 41" in said(found["A111"])
    assert "2249" in said(found["A111"])
    assert "A111" not in look(own, stars((1, 7, 31, 535), period="III-2024"), means(THIRD, 41))


def test_a_table_fits_the_respondents_of_another_period():
    own = claim("respondents", None, "24")
    found = look(own, claim("respondents", None, "41", period="II-2024"), means(THIRD, 41))
    assert "triwulan II 2024" in said(found["A111"])
    assert "A111" not in look(own, claim("respondents", None, "37", period="II-2024"), means(THIRD, 41))


def test_a_table_that_fits_its_own_period_is_right_whatever_the_others():
    people = [claim("respondents", None, "41"), claim("respondents", None, "41", period="III-2024")]
    assert look(people, means(THIRD, 41)) == {}


def test_a_table_that_equals_the_one_of_an_earlier_period():
    people = [claim("respondents", None, "41"), claim("respondents", None, "41", period="III-2024")]
    earlier = means(THIRD, 41, period="III-2024", name="Tabel 3.2")
    found = look(people, means(THIRD, 41), earlier)
    assert "semua nilainya sama" in said(found["A111"])
    other = means([*THIRD[:-1], THIRD[-1] + 1], 41, period="III-2024", name="Tabel 3.2")
    assert look(people, means(THIRD, 41), other) == {}
    assert len(instrument().items) == len(ITEMS)
