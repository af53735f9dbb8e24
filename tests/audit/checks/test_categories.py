"""Categories, values outside the scale, predicates."""

import pytest

from ipak_cli.audit.finding import Certainty
from makers.audit_claims import claim, look, possible, said

SKM = "skm-14-2017"
OLDER = "Keputusan Menpan Nomor KEP/25/M.PAN/2/2004"


def category(word, value, kind="converted", subject="IKM", **more):
    row = {"table": "Tabel 3.2", "row": 2, "words": f"{value} | {word}", **more}
    return [claim(kind, subject, value, **row), claim("category", subject, word=word, **row)]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("A", "88,31"), ("Sangat Baik", "91,48"), ("B (Baik)", "88,30"), ("Baik", "76,61"), ("C", "65,00"),
        ("D", "64,99"),
        ("B", "88,3"), ("A", "88,3"), ("Memuaskan", "88"), ("Kurang Baik", "70"),
    ],
)  # fmt: skip
def test_right_categories(word, value):
    assert look(category(word, value), rubric=SKM) == {}


@pytest.mark.parametrize(
    ("word", "value", "right"),
    [
        ("A", "88,30", "B (Baik)"), ("Baik", "88,31", "A (Sangat Baik)"),
        ("B (Sangat Baik)", "80,00", "B (Baik)"),
        ("Sangat Baik", "81,30", "B (Baik)"), ("C", "64,99", "D (Tidak Baik)"),
    ],
)  # fmt: skip
def test_categories_that_the_value_does_not_have(word, value, right):
    found = look(category(word, value), rubric=SKM)
    assert found.keys() == {"A129"}
    assert possible(found["A129"]) == [f"yang mungkin: {right}"]


def test_the_bands_of_an_older_regulation_count_where_the_report_names_it():
    assert look(category("Sangat Baik", "81,30"), rubric=SKM, asides=[OLDER]) == {}
    found = look(category("Sangat Baik", "81,20"), rubric=SKM, asides=[OLDER])
    assert possible(found["A129"]) == ["yang mungkin: B (Baik)"]


def test_an_item_has_the_bands_of_its_index():
    assert look(category("B", "3,50", "item_mean", "U2"), rubric=SKM) == {}
    assert "U2 3,55" in said(look(category("B", "3,55", "item_mean", "U2"), rubric=SKM)["A129"])


def test_a_category_in_a_sentence_is_that_of_the_index_elsewhere():
    word = claim("category", "IKM", word="Baik", words="mutu pelayanan Baik")
    assert look(claim("converted", "IKM", "80,00", line=7), word, rubric=SKM) == {}
    assert "A129" in look(claim("converted", "IKM", "90,00", line=7), word, rubric=SKM)


def test_an_index_without_bands_has_no_category():
    assert look(category("Cukup", "50,00", "percent", "IPAK")) == {}


@pytest.mark.parametrize(
    ("kind", "subject", "number"),
    [
        ("item_mean", "I1", "4,01"), ("item_mean", "I1", "0,99"), ("index", "IPAK", "4,2"),
        ("percent", "IPKP", "100,1"),
        ("share", "4", "101"), ("percent", "IPKP", "24,9"), ("response_rate", None, "120"),
    ],
)  # fmt: skip
def test_values_outside_the_scale(kind, subject, number):
    found = look(claim(kind, subject, number))["A130"]
    assert found.certainty is Certainty.IMPOSSIBLE
    assert number in said(found)


def test_points_above_their_maximum():
    assert "A130" in look(claim("component", "IPAK", "22,6", of="22,5"))
    assert look(claim("component", "IPAK", "22,5", of="22,5")) == {}


@pytest.mark.parametrize(
    ("kind", "subject", "number"),
    [("item_mean", "I1", "4,00"), ("index", "IPAK", "1"), ("percent", "IPAK", "25"), ("share", "4", "100")],
)
def test_the_ends_of_the_scale(kind, subject, number):
    assert look(claim(kind, subject, number)) == {}


def test_one_finding_a_table():
    made = [claim("item_mean", f"I{n}", "4,50", table="Tabel 3", row=n) for n in (2, 3)]
    assert "I2 4,50; I3 4,50" in said(look(made)["A130"])


def condition(value, word, minimum="18,25"):
    row = {"table": "Tabel 3.4", "row": 2}
    return [
        claim("component", "IPAK", value, of="22,5", **row), claim("minimum", "BERSIH", minimum, **row),
        claim("predicate", "Birokrasi yang bersih", word=word, **row),
    ]  # fmt: skip


def test_a_condition_is_met_from_its_minimum_on():
    for right in (condition("18,25", "terpenuhi"), condition("18,24", "belum terpenuhi")):
        assert look(right) == {}
    found = look(condition("18,24", "terpenuhi"))["A131"]
    assert found.arithmetic == ("18,24 < 18,25",)
    assert "A131" in look(condition("18,26", "belum memenuhi"))


def test_a_predicate_needs_all_its_conditions():
    met = claim("predicate", "WBBM", word="terpenuhi", line=9)
    assert look(claim("component", "IPAK", "20,88", of="22,5"), met) == {}
    found = look(claim("component", "IPAK", "19,40", of="22,5"), met)
    assert "WBBM" in said(found["A131"])
    assert (
        look(claim("component", "IPAK", "19,40", of="22,5"), claim("predicate", "WBK", word="terpenuhi"))
        == {}
    )
    below = claim("points", "IPKP", "15,50", of="17,5")
    assert "A131" in look(below, met)
