"""A whole report that was copied from the quarter before: what contradicts is found, and nothing else."""

from pathlib import Path

import pytest

from ipak_cli.audit.checks import check
from ipak_cli.audit.document import Document
from ipak_cli.audit.extract import extract
from ipak_cli.audit.readers.text import parts_of_text
from ipak_cli.catalogue.indonesian import say
from makers.audit_claims import REPORTED, said
from makers.instruments import instrument

REPORT = Path(__file__).with_name("laporan_tercampur.txt")


@pytest.fixture(scope="module")
def findings():
    parts = parts_of_text(REPORT.read_text("utf-8"))
    claims = extract(Document(REPORT.name, "0" * 64, parts), instrument())
    assert claims.period == REPORTED
    return check(claims, instrument())


def only(findings, code):
    [found] = [each for each in findings if each.problem.code == code]
    return found


def test_nothing_else_is_found(findings):
    assert sorted(each.problem.code for each in findings) == [
        "A101", "A102", "A102", "A103", "A107", "A108", "A111", "A113", "A117", "A121", "A123", "A124",
        "A125", "A128", "A141", "A146",
    ]  # fmt: skip


def test_each_finding_has_its_place(findings):
    for finding in findings:
        assert all(claim.place.line for claim in finding.claims)


def test_the_combined_index_and_its_points_in_the_row_of_ipkp(findings):
    found = only(findings, "A107")
    assert [str(each.number) for each in found.claims] == ["3,82", "16,69", "95,38", "3,73", "3,82"]
    assert {(each.place.table, each.place.row) for each in found.claims[:3]} == {("Gambar 3.1", 6)}
    assert "di tempat lain IPKP adalah 3,73" in said(found)


def test_a_percentage_that_no_24_x_5_answers_give_against_the_total(findings):
    found = next(each for each in findings if said(each).startswith("IPAK 97,86 %"))
    assert "24 responden x 5 butir (120 jawaban)" in said(found)
    assert [say(each) for each in found.possible] == ["nilai terdekat yang mungkin: 97,71 % atau 97,92 %"]
    assert [str(each.number) for each in found.claims] == ["97,86", "24", "3,91", "3,9"]


def test_eleven_of_fourteen_means_are_impossible_and_all_possible_for_41(findings):
    found = only(findings, "A101")
    assert said(found).startswith("11 dari 14 nilai butir")
    assert "41" in say(found.possible[1])
    assert len([each for each in found.claims if each.place.table == "Tabel 4.1"]) == 11


def test_the_table_equals_the_stars_of_the_third_quarter(findings):
    assert "triwulan III 2024: semua nilainya mungkin untuk n = 41" in said(only(findings, "A111"))
    assert "2249" in said(only(findings, "A111"))


def test_follow_up_for_an_item_at_its_target(findings):
    assert said(only(findings, "A141")).startswith("I9 (4,00 dari target 4)")


def test_respondents_under_the_minimum_of_the_report_itself(findings):
    assert said(only(findings, "A113")).startswith("24 responden kurang dari 30")


def test_a_trend_without_the_current_quarter(findings):
    assert "tidak memuat triwulan IV 2024" in said(only(findings, "A124"))


def test_fluctuating_against_rising_shares(findings):
    assert "88,66 % → 92,40 % → 93,38 %" in said(only(findings, "A146"))


def test_quarters_that_were_mixed_up(findings):
    found = only(findings, "A123")
    assert "triwulan III 2024 di 5 tempat" in said(found)
    assert len(found.claims) == 5


def test_numbers_of_figures_in_the_list_and_in_the_text(findings):
    assert "Gambar 3.17 adalah Gambar 3.2; Gambar 3.18 adalah Gambar 3.3" in said(only(findings, "A125"))
    assert "Gambar 3.18" in said(only(findings, "A128"))


def test_a_period_that_ends_on_the_thirtieth(findings):
    found = only(findings, "A121")
    assert found.claims[0].day.day == 30
