"""Weights of a ninth that were rounded, weighted and converted values, sums, means of sums."""

from fractions import Fraction

from ipak_cli.base.figures import half_up
from makers.audit_claims import claim, look, possible, said, table

SKM = "skm-14-2017"
TOTALS = (105, 101, 100, 116, 102, 105, 106, 105, 115)
"""The sums of nine elements for 29 respondents: 91.48 with weights of a ninth, 90.57 with 0.11."""
CODES = [f"U{n}" for n in range(1, 10)]


def shown(values, places=2):
    return {code: half_up(Fraction(value), places) for code, value in zip(CODES, values, strict=True)}


MEANS = table("item_mean", shown([Fraction(total, 29) for total in TOTALS]))


def test_the_exact_weights_give_the_converted_value():
    assert look(MEANS, claim("converted", "IKM", "91,48"), claim("index", "IKM", "3,66"), rubric=SKM) == {}
    weights = table("weight", dict.fromkeys(CODES, "0,11"))
    assert look(MEANS, weights, claim("converted", "IKM", "91,48"), rubric=SKM) == {}


def test_weights_of_0_11_and_0_111():
    found = look(MEANS, claim("converted", "IKM", "90,56"), rubric=SKM)
    assert found.keys() == {"A132"}
    assert "0,11 " in said(found["A132"])
    assert "1/9" in said(found["A132"])
    assert possible(found["A132"]) == ["yang mungkin: 91,38 s.d. 91,63"]
    assert "9 x 0,11 = 0,99" in found["A132"].arithmetic


def test_a_converted_value_of_another_index():
    index = claim("index", "IKM", "3,66")
    assert look(index, claim("converted", "IKM", "91,48", line=2), rubric=SKM) == {}
    found = look(index, claim("converted", "IKM", "92,48", line=2), rubric=SKM)
    assert possible(found["A133"]) == ["yang mungkin: 91,38 s.d. 91,63"]
    other = claim("converted", "IKM", "80,00", period="III-2024")
    assert look(index, other, rubric=SKM) == {}


def test_a_weighted_value_is_the_mean_times_the_weight():
    weighted = table("weighted", shown([Fraction(total, 29) / 9 for total in TOTALS], 3))
    rounded = table("weighted", shown([Fraction(total, 29) * Fraction("0.11") for total in TOTALS], 3))
    assert look(MEANS, weighted, rubric=SKM) == look(MEANS, rounded, rubric=SKM) == {}
    wrong = [*weighted[:8], claim("weighted", "U9", "0,541", table="Tabel 3.1", row=10)]
    found = look(MEANS, wrong, rubric=SKM)
    assert found.keys() == {"A134"}
    assert "U9 0,541" in said(found["A134"])


def test_a_total_is_the_sum_of_its_rows():
    sums = table("sum", dict(zip(CODES, map(str, TOTALS), strict=True)))
    for right in ("IKM", None):
        assert look(sums, claim("sum", right, "955", table="Tabel 3.1", row=11), rubric=SKM) == {}
    found = look(sums, claim("sum", "IKM", "956", table="Tabel 3.1", row=11), rubric=SKM)
    assert found["A135"].arithmetic == ("105 + 101 + 100 + 116 + 102 + 105 + 106 + 105 + 115 = 955",)


def test_a_total_of_rounded_rows_may_be_their_sum_before_rounding():
    weighted = table("weighted", dict.fromkeys(CODES, "0,33"))
    assert look(weighted, claim("weighted", "IKM", "3,00", table="Tabel 3.1", row=11), rubric=SKM) == {}
    assert "A135" in look(weighted, claim("weighted", "IKM", "3,10", table="Tabel 3.1", row=11), rubric=SKM)


def test_a_mean_is_its_sum_by_the_respondents():
    people = claim("respondents", None, "29")
    sums = table("sum", dict(zip(CODES, map(str, TOTALS), strict=True)))
    assert look(people, sums, MEANS, rubric=SKM) == {}
    wrong = [claim("item_mean", "U1", "3,55", table="Tabel 3.1", row=2), *MEANS[1:]]
    found = look(people, sums, wrong, rubric=SKM)
    assert found.keys() == {"A136"}
    assert found["A136"].arithmetic == ("U1: 105 / 29 = 3,62",)


def test_means_that_were_cut_off():
    people = claim("respondents", None, "29")
    sums = table("sum", dict(zip(CODES, map(str, TOTALS), strict=True)))
    cut = {code: half_up(Fraction(100 * total // 29, 100)) for code, total in zip(CODES, TOTALS, strict=True)}
    found = look(people, sums, table("item_mean", cut), rubric=SKM)
    assert "A137" in found
    assert "A136" not in found
    assert "U3 3,44" in said(found["A137"])


def test_a_column_of_how_many_answered_is_no_sum():
    assert (
        look(claim("respondents", None, "29"), MEANS, table("sum", dict.fromkeys(CODES, "29")), rubric=SKM)
        == {}
    )


def test_a_converted_value_of_an_index_with_two_decimals_that_is_not_printed():
    # The exact index is 3.7556; offices that round it to 3,76 first convert it to 94,00 instead of 93,89.
    means = table("item_mean", dict.fromkeys(CODES, "3,75") | {"U9": "3,80"})
    assert look(means, claim("converted", "IKM", "94,00"), rubric=SKM) == {}
    assert look(means, claim("converted", "IKM", "92,95"), rubric=SKM).keys() == {"A132"}
