"""Indices against items, percentages, points, components and answers."""

import pytest

from makers.audit_claims import claim, look, possible, said, table

IPAK = {"I1": "3,95", "I2": "3,93", "I3": "3,95", "I4": "3,93", "I5": "3,95"}
PEOPLE = claim("respondents", None, "41")


def test_an_index_is_the_mean_of_its_items():
    for right in ("3,94", "3,95", "3,9", "3,942"):
        assert look(table("item_mean", IPAK), claim("index", "IPAK", right)) == {}
    found = look(
        table("item_mean", IPAK), claim("index", "IPAK", "3,91"), claim("index", "IPAK", "3,91", line=2)
    )
    assert found.keys() == {"A103"}
    assert said(found["A103"]).endswith(": IPAK 3,91")
    assert possible(found["A103"]) == ["yang mungkin: IPAK 3,94 s.d. 3,95"]


def test_an_index_that_was_cut_off():
    sums = table("sum", {"I1": "162", "I2": "161", "I3": "162", "I4": "161", "I5": "162"})  # 808/205 = 3,9415
    known = [PEOPLE, *table("item_mean", IPAK), *sums]
    for right in ("3,94", "3,9", "3,942"):  # the last from the printed means
        assert look(known, claim("index", "IPAK", right)) == {}
    higher = table(
        "sum", {"I1": "162", "I2": "161", "I3": "162", "I4": "161", "I5": "163"}
    )  # 809/205 = 3,9463
    known = [PEOPLE, *table("item_mean", {**IPAK, "I5": "3,98"}), *higher]
    found = look(known, claim("index", "IPAK", "3,94"))
    assert found.keys() == {"A137"}
    assert possible(found["A137"]) == ["yang mungkin: IPAK 3,95"]
    assert look(known, claim("index", "IPAK", "3,93")).keys() == {"A103"}


def test_item_means_that_no_answers_give():
    assert look(PEOPLE, table("item_mean", IPAK)) == {}
    found = look(claim("respondents", None, "24"), table("item_mean", IPAK))["A101"]
    assert "5 dari 5" in said(found)


def test_a_percentage_that_no_answers_give():
    people = claim("respondents", None, "24")
    for right in ("97,71", "97,92", "97,9"):
        assert look(people, claim("percent", "IPAK", right)) == {}
    found = look(people, claim("percent", "IPAK", "97,86"), claim("index", "IPAK", "3,90", line=2))["A102"]
    assert possible(found) == ["nilai terdekat yang mungkin: 97,71 % atau 97,92 %"]
    assert found.arithmetic == ("3,90 / 4 x 100 = 97,38 s.d. 97,63 %",)


def test_a_percentage_of_the_printed_index_is_right():
    row = {"table": "Tabel 3.2", "row": 2}
    assert (
        look(
            claim("respondents", None, "24"),
            claim("percent", "IPAK", "97,75"),
            claim("index", "IPAK", "3,91"),
        )
        == {}
    )
    assert look(claim("percent", "IPKP", "97,22", **row), claim("index", "IPKP", "3,89", **row)) == {}  # 35/9
    found = look(claim("percent", "IPKP", "97,22", **row), claim("index", "IPKP", "3,91", **row))
    assert found.keys() == {"A104"}


def test_percentages_and_points_in_columns_of_their_own_and_elsewhere():
    row = {"table": "Tabel 3.2", "row": 2}
    index = claim("index", "IPKP", "3,73", line=2, **row)
    assert (
        look(index, claim("percent", "IPKP", "93,25", **row), claim("points", "IPKP", "16,32", line=2, **row))
        == {}
    )
    found = look(
        index, claim("percent", "IPKP", "95,38", line=9), claim("points", "IPKP", "16,69", line=2, **row)
    )
    assert found.keys() == {"A104", "A105"}
    assert found["A105"].arithmetic == ("3,73 / 4 x 17,5 = 16,30 s.d. 16,34",)


@pytest.mark.parametrize(("points", "codes"), [("16,69", set()), ("16,32", {"A105"})])
def test_points_are_those_of_the_index(points, codes):
    row = {"table": "Tabel 3.2", "row": 2}
    found = look(claim("index", "IPKP", "3,82", **row), claim("component", "IPKP", points, of="17,5", **row))
    assert found.keys() == codes


@pytest.mark.parametrize(("whole", "codes"), [("20,88", set()), ("20,98", {"A106"})])
def test_a_component_is_the_sum_of_its_parts(whole, codes):
    def part(subject, number, most, row):
        return claim("component", subject, number, of=most, table="Tabel 3.2", row=row)

    parts = [part("IPAK", "17,13", "17,5", 3), part("performance", "3,75", "5", 4)]
    assert look(part("IPAK", whole, "22,5", 2), parts).keys() == codes


def test_the_combined_index_in_an_index_row_with_its_points():
    row = {"table": "Gambar 3.1", "row": 6}
    found = look(
        claim("index", "IPKP", "3,82", **row), claim("component", "IPKP", "16,69", of="17,5", **row),
        claim("index", "IPKP", "3,73", line=9), claim("combined", "combined", "3,82", line=9),
    )  # fmt: skip
    assert found.keys() == {"A107", "A108"}
    assert [str(each.number) for each in found["A107"].claims] == ["3,82", "16,69", "3,73", "3,82"]
    assert found["A107"].arithmetic == ("3,82 / 4 x 17,5 = 16,69 s.d. 16,73 poin, tertulis 16,69 poin",)


def test_one_figure_with_two_values():
    assert look(claim("visitors", None, "50"), claim("visitors", None, "50", line=2)) == {}
    assert look(claim("index", "IPAK", "3,9"), claim("index", "IPAK", "3,91", line=2)) == {}
    assert "3,90 dan 3,92" in said(
        look(claim("index", "IPAK", "3,90"), claim("index", "IPAK", "3,92", line=2))["A108"]
    )


def test_percentages_of_items_are_those_of_their_values():
    at = {"table": "Tabel 3.1", "row": 2}
    mean = claim("item_mean", "I2", "3,79", **at)
    assert look(mean, claim("percent", "I2", "94,74", **at)) == {}
    assert look(mean, claim("percent", "I2", "94,93", **at)).keys() == {"A104"}


def test_a_percentage_is_that_of_its_own_index_of_two_in_a_sentence():
    both = [claim("index", "IPAK", "3,63"), claim("index", "IPKP", "3,62")]
    assert look(both, claim("percent", "IPKP", "90,50")) == {}
    # 90,66 would be that of 3,63.
    assert look(both, claim("percent", "IPKP", "90,66")).keys() == {"A104"}


def test_counts_that_are_one_apart_are_two_values():
    found = look(claim("respondents", None, "107"), claim("respondents", None, "108", line=2))
    assert found.keys() == {"A108"}
