"""Figures in another's row, and items and surveys of the other index."""

from makers.audit_claims import claim, look, said, table
from makers.instruments import instrument


def test_two_rows_that_were_swapped():
    right = table("item_mean", {"I1": "3,95", "I2": "3,83", "I3": "3,90"})
    swapped = table("item_mean", {"I1": "3,83", "I2": "3,95", "I3": "3,90"}, name="Tabel 4.1")
    found = look(right, swapped)
    assert {"A147", "A108"} == found.keys()
    assert "I1" in said(found["A147"])
    assert "I2" in said(found["A147"])
    assert look(right, table("item_mean", {"I1": "3,95", "I2": "3,83"}, name="Tabel 4.1")) == {}


def test_a_figure_of_another_index():
    ipkp = [claim("index", "IPKP", "3,73", line=3), claim("index", "IPKP", "3,91", table="Tabel 1", row=3)]
    found = look(claim("index", "IPAK", "3,91", table="Tabel 1", row=2), ipkp)
    assert "IPKP ditulis 3,91, padahal itu angka IPAK" in said(found["A147"])


def test_two_values_of_which_none_is_anothers_are_no_swap():
    found = look(
        table("item_mean", {"I1": "3,95", "I2": "3,83"}), claim("item_mean", "I1", "3,70", table="T", row=2)
    )
    assert found.keys() == {"A108"}


def test_an_item_under_the_other_index():
    sentence = instrument().items["I7"].text
    at = {"table": "Tabel 4.1", "row": 2}
    right = claim("item_mean", "I7", "3,90", words=f"2 | IPKP | {sentence} | 4 | 3,90", **at)
    assert look(right) == {}
    wrong = claim("item_mean", "I7", "3,90", words=f"1 | IPAK | {sentence} | 4 | 3,90", **at)
    found = look(wrong)["A148"]
    assert said(found) == "I7 ditulis di bawah IPAK, padahal milik IPKP"


def test_a_component_with_the_survey_of_another_index():
    at = {"table": "Tabel 3.2", "row": 2, "of": "17,5"}
    right = claim("component", "IPKP", "16,32", words="Pelayanan publik yang prima | 16,32", **at)
    assert look(right) == {}
    wrong = claim("component", "IPAK", "16,32", words="Pelayanan publik yang prima (SPAK) | 16,32", **at)
    assert "A148" in look(wrong)


def test_a_component_with_the_survey_of_another_index_in_the_row_below():
    at = {"table": "Tabel 3.2", "of": "17,5"}
    whole = claim("component", "IPKP", "16,32", words="Pelayanan publik yang prima | 16,32", row=2, **at)
    right = claim("points", "IPKP", "16,32", words="a. Nilai SPKP | 16,32", row=3, **at)
    assert look(whole, right) == {}
    wrong = claim("points", "IPAK", "16,32", words="a. Nilai SPAK | 16,32", row=3, **at)
    assert "A148" in look(whole, wrong)
