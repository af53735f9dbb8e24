"""Converted values against the items, where no index is printed between them."""

from makers.audit_claims import claim, look, possible, said, table

SKM = "skm-14-2017"
MEANS = table("item_mean", {f"U{n}": "3,40" for n in range(1, 10)})
"""Nine means of 3,40 are an index of 3,40, and 85,00 converted."""


def test_a_converted_value_is_that_of_its_items():
    assert look(MEANS, claim("converted", "IKM", "85,00"), rubric=SKM) == {}
    found = look(MEANS, claim("converted", "IKM", "88,00"), rubric=SKM)
    assert found.keys() == {"A103"}
    assert "IKM 88,00" in said(found["A103"])
    assert possible(found["A103"]) == ["yang mungkin: 84,88 s.d. 85,13"]


def test_both_ends_of_what_the_printed_means_allow():
    assert look(MEANS, claim("converted", "IKM", "85,12"), rubric=SKM) == {}
    assert look(MEANS, claim("converted", "IKM", "84,88"), rubric=SKM) == {}
    assert look(MEANS, claim("converted", "IKM", "85,14"), rubric=SKM).keys() == {"A103"}
    assert look(MEANS, claim("converted", "IKM", "84,50"), rubric=SKM).keys() == {"A103"}


def test_the_index_may_be_rounded_to_two_or_three_decimals_before_it_is_converted():
    # The index is 3,4036667, which is 85,09 converted; 3,404 is 85,10, and 3,40 is 85,00.
    means = table("item_mean", {f"U{n}": "3,4036667" for n in range(1, 10)})
    for right in ("85,09", "85,10", "85,00"):
        assert look(means, claim("converted", "IKM", right), rubric=SKM) == {}
    for wrong in ("85,11", "85,05", "85,25"):
        assert look(means, claim("converted", "IKM", wrong), rubric=SKM).keys() == {"A103"}


def test_items_of_which_one_is_missing_and_those_of_another_period_prove_nothing():
    assert look(MEANS[1:], claim("converted", "IKM", "88,00"), rubric=SKM) == {}
    assert look(MEANS, claim("converted", "IKM", "88,00", period="III-2024"), rubric=SKM) == {}


def test_a_printed_index_stands_between_them():
    found = look(MEANS, claim("index", "IKM", "3,40"), claim("converted", "IKM", "88,00"), rubric=SKM)
    assert found.keys() == {"A133"}


def test_one_of_several_tables_is_enough():
    other = table("item_mean", {f"U{n}": "3,52" for n in range(1, 10)}, name="Tabel 3.2")
    found = look(MEANS, other, claim("converted", "IKM", "88,00"), rubric=SKM)
    assert "A103" not in found


def test_a_group_in_a_row_of_its_own_is_checked_too():
    of_group = [
        claim("item_mean", f"U{n}", "3,40", table="Tabel 1", row=5, group="Poli Gigi") for n in range(1, 10)
    ]
    value = claim("converted", "IKM", "88,00", table="Tabel 1", row=5, group="Poli Gigi")
    assert look(of_group, value, rubric=SKM).keys() == {"A103"}
