"""Sentences about the periods: rises and falls are stated where the figures have them, gaps are named."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.base.figures import NotScored
from ipak_cli.base.period import Period
from ipak_cli.catalogue.survey import NO_ANSWERS
from ipak_cli.report.courses import Line, index_lines, respondents_differ, share_lines, told
from ipak_cli.report.narrative import gaps
from makers.report_material import ALL_BEST, material, survey, with_people

UNKNOWN = NotScored(NO_ANSWERS())
LOWER = ((0, 0, 3, 27), *ALL_BEST[1:])


def line(text, unit=""):
    values = tuple(UNKNOWN if part == "?" else Fraction(part) for part in text.split())
    return Line("IPAK", tuple(Period.quarter(2024, n) for n in range(1, len(values) + 1)), values, unit)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ("3.9", "IPAK 3,90 (TW I 2024); belum ada triwulan lain yang dapat dibandingkan."),
        ("3.8 3.9", "IPAK: 3,80 (TW I 2024) dan 3,90 (TW II 2024)."),
        ("3.9 3.8", "IPAK: 3,90 (TW I 2024) dan 3,80 (TW II 2024)."),
        ("3.9 3.9", "IPAK tetap 3,90 pada TW I 2024 dan TW II 2024."),
        ("3.9 ? 3.8", "IPAK: 3,90 (TW I 2024) dan 3,80 (TW III 2024)."),
        ("3.7 3.8 3.9", "IPAK: 3,70 (TW I 2024), 3,80 (TW II 2024), dan 3,90 (TW III 2024)."),
        (
            "3.8 3.9 3.7",
            "IPAK: 3,80 (TW I 2024), 3,90 (TW II 2024), dan 3,70 (TW III 2024).",
        ),
        ("3.9 3.8 ?", "IPAK pada TW III 2024 belum dinilai: tidak ada jawaban."),
        ("3.941 3.944", "IPAK: 3,941 (TW I 2024) dan 3,944 (TW II 2024)."),
    ],
)
def test_the_figures_decide_what_is_said(values, sentence):
    assert told(line(values)) == sentence


@given(st.lists(st.fractions(1, 4, max_denominator=9), min_size=2, max_size=6))
def test_without_a_test_no_word_says_where_figures_went(values):
    periods = tuple(Period.quarter(2020 + n // 4, n % 4 + 1) for n in range(len(values)))
    text = told(Line("IPAK", periods, tuple(values)))
    assert set(re.findall(r"naik|turun|tetap|berfluktuasi", text)) == (
        {"tetap"} if len({*values}) == 1 else set()
    )


def test_the_last_change_of_an_index_is_called_what_the_exact_test_says():
    """Of 30 people 27 gave all 4 before and 3 a 3 to one item; then 10 of them gave it a 1, or 1 more a 3."""
    before = with_people(survey(LOWER, "III-2024"))
    lower, alike = (with_people(survey((row, *ALL_BEST[1:]))) for row in ((10, 0, 0, 20), (0, 0, 4, 26)))
    assert told(index_lines(material(before, lower))[0]) == (
        "IPAK: 3,98 (TW III 2024) dan 3,80 (TW IV 2024); perubahan terakhir: turun 0,18."
    )
    assert told(index_lines(material(before, alike))[0]) == (
        "IPAK: 3,98 (TW III 2024) dan 3,97 (TW IV 2024); perubahan terakhir: belum dapat dibedakan "
        "(selisih −0,01)."
    )


def test_every_index_and_the_mean_of_both_have_a_line_that_ends_with_the_reports_period():
    lines = index_lines(material(survey(LOWER, "III-2024"), survey(ALL_BEST, "IV-2024")))
    assert [each.name for each in lines] == ["IPAK", "IPKP", "Gabungan"]
    assert [each.values[-1] for each in lines] == [4, 4, 4]


def test_a_period_without_a_result_is_a_gap_in_every_line():
    found = material(survey(LOWER, "II-2024"), survey(ALL_BEST, "IV-2024"))
    assert all(isinstance(each.values[1], NotScored) for each in (*index_lines(found), *share_lines(found)))
    assert [*gaps(found)] == [
        "Triwulan III Tahun 2024 tidak mempunyai hasil tersimpan, sehingga tidak ikut dibandingkan."
    ]


def test_periods_without_a_gap_need_no_sentence_about_it():
    assert [*gaps(material(survey(LOWER, "III-2024"), survey(ALL_BEST, "IV-2024")))] == []


def test_shares_are_followed_where_the_counts_would_mislead():
    """The seed's case: fewer four-star answers, but a larger share of them."""
    first = survey(((0, 0, 4, 30), *((0, 0, 3, 31),) * 13), "I-2024")
    second = survey(((0, 0, 2, 29), *((0, 0, 2, 29),) * 13), "II-2024")
    assert second.distribution["4"].count < first.distribution["4"].count
    best, *_ = share_lines(material(first, second))
    assert told(best) == "Bagian jawaban bintang 4: 90,97 % (TW I 2024) dan 93,55 % (TW II 2024)."


def test_different_numbers_of_answers_are_the_reason_to_compare_shares():
    more = survey(((0, 0, 0, 40),) * 14, "III-2024")
    (text,) = respondents_differ(material(more, survey(ALL_BEST)))
    assert text.startswith("Jumlah jawaban antartriwulan berbeda (560 dan 420)")


def test_equal_numbers_of_answers_are_no_reason():
    assert [*respondents_differ(material(survey(LOWER, "III-2024"), survey(ALL_BEST)))] == []


def test_periods_before_the_eight_that_are_compared_are_counted():
    years = [f"{quarter}-{year}" for year in (2022, 2023, 2024) for quarter in ("I", "II", "III", "IV")]
    assert [*gaps(material(*(survey(ALL_BEST, name) for name in years[:8])))] == []
    [told_of] = gaps(material(*(survey(ALL_BEST, name) for name in years[:9])))
    assert told_of == (
        "Hasil 1 triwulan sebelum Triwulan II Tahun 2022 juga tersimpan, tetapi tidak ditampilkan: laporan "
        "ini membandingkan paling banyak 8 triwulan."
    )
    [told_of] = gaps(material(*(survey(ALL_BEST, name) for name in years)))
    assert told_of.startswith("Hasil 4 triwulan sebelum Triwulan I Tahun 2023 ")
