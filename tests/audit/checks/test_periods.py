"""Headings, captions and sentences of another quarter, and trends that leave the reported one out."""

import pytest

from ipak_cli.audit.claim import REPORT
from makers.audit_claims import look, period, said, table

OWN = period("IV-2024", "Laporan Survei Triwulan IV 2024", "heading")


def test_captions_and_sentences_of_another_quarter_are_one_finding():
    found = look(
        OWN,
        period("III-2024", "Tabel 2.1 Butir Pertanyaan Triwulan III Tahun 2024", line=2),
        period("III-2024", "Laporan Triwulan III ini bertujuan", "body", REPORT, line=3),
    )
    assert found.keys() == {"A123"}
    assert "di 2 tempat" in said(found["A123"])
    assert [each.place.line for each in found["A123"].claims] == [2, 3]


@pytest.mark.parametrize(
    "right",
    [
        period("IV-2024", "Tabel 2.1 Butir Pertanyaan Triwulan IV Tahun 2024"),
        period("2024", "Gambar 3 Hasil Tahun 2024"),
        period("2024-11", "Tabel 4 Jawaban November 2024"),
        period("III-2024", "Tabel 5.1 Tindak lanjut Triwulan III Tahun 2024"),
        period("III-2024", "Tabel 3.4 Perbandingan dengan Triwulan III Tahun 2024"),
        period("III-2024", "Nilai ini naik dari Triwulan III 2024", "body"),
        period("III-2024", "Dibandingkan survei Triwulan III 2024", "body", REPORT),
        period("2017", "Peraturan Menteri Nomor 14 Tahun 2017", "heading"),
    ],
)
def test_what_may_name_another_period(right):
    assert look(OWN, right) == {}


def test_the_same_table_for_two_quarters_is_a_series():
    own = period("IV-2024", "Tabel 3.1 Nilai Unsur Triwulan IV 2024", line=2)
    earlier = period("III-2024", "Tabel 3.2 Nilai Unsur Triwulan III 2024", line=3)
    assert look(OWN, own, earlier) == {}
    assert "A123" in look(OWN, period("III-2024", "Tabel 3.2 Nilai Unsur Triwulan III 2024", line=3))


def trend(*names, line=5):
    words = f"3.2 Trend Hasil Survei {', '.join(names)}"
    return [period(name, words, "heading", line=line) for name in names]


def test_a_trend_reaches_the_reported_quarter():
    found = look(OWN, trend("I-2024", "II-2024", "III-2024"))
    assert found.keys() == {"A124"}
    assert "triwulan IV 2024" in said(found["A124"])
    assert look(OWN, trend("I-2024", "II-2024", "III-2024", "IV-2024")) == {}
    assert look(OWN, trend("I-2024", "II-2024"), trend("III-2024", "IV-2024", line=6)) == {}


def test_a_table_of_the_quarter_before_has_figures_of_its_own():
    caption = period("III-2024", "Tabel 3.2 Rekapitulasi Triwulan III 2024", line=4)
    own = table("item_mean", {"I1": "3,95", "I2": "3,83"}, name="Tabel 3.3")
    before = table("item_mean", {"I1": "3,90", "I2": "3,80"}, name="Tabel 3.2", period="III-2024")
    copied = table("item_mean", {"I1": "3,95", "I2": "3,83"}, name="Tabel 3.2", period="III-2024")
    assert look(OWN, own, caption, before) == {}
    assert "A123" in look(OWN, own, caption, copied)


def test_a_month_in_a_sentence_of_a_quarters_report_is_that_of_a_plan():
    schedule = period("2024-01", "Penyebaran kuesioner bulan Januari 2024", "body", REPORT, line=4)
    assert look(OWN, schedule) == {}
