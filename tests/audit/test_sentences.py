"""What sentences claim, in the words of many offices."""

from __future__ import annotations

from typing import Final

import pytest
from makers.claims_as_text import document, instrument, lines_of

from ipak_cli.audit.extract import extract
from ipak_cli.base.period import parse_period

SKM: Final = (
    ("Survei ini memperoleh indeks kepuasan sebesar 3,45 dengan nilai konversi 86,25.",
     "index IKM 3,45 @IV-2024; converted IKM 86,25 @IV-2024"),
    ("Nilai SKM 86.25 berada pada kategori B (Baik).",
     "category IKM B Baik @IV-2024; converted IKM 86,25 @IV-2024"),
    ("Nilai Indeks Kepuasan Masyarakat (IKM) Dinas X adalah 86,25 (mutu pelayanan B / kinerja Baik).",
     "category IKM B Baik @IV-2024; converted IKM 86,25 @IV-2024"),
    ("Skor akhir survei 3.45 (86.25).", "index IKM 3,45 @IV-2024; converted IKM 86,25 @IV-2024"),
    ("Jumlah responden yang terkumpul sebanyak 120 orang dari target 150 orang.",
     "respondents - 120 @IV-2024; least_respondents - 150 target @IV-2024"),
    ("Jumlah sampel 120 responden dari populasi 350.", "respondents - 120 @IV-2024; visitors - 350 @IV-2024"),
    ("Dari 350 pengguna layanan, 120 orang mengisi survei (tingkat respon 34%).",
     "visitors - 350 @IV-2024; respondents - 120 @IV-2024; response_rate - 34 @IV-2024"),
    ("Survei diikuti 120 responden, terdiri dari 70 laki-laki (58,33%) dan 50 perempuan (41,67%).",
     "respondents - 120 @IV-2024; respondents - 70 @IV-2024 [laki-laki]; share - 58,33 count 70 @IV-2024 [laki-laki]; "
     "respondents - 50 @IV-2024 [perempuan]; share - 41,67 count 50 @IV-2024 [perempuan]"),
    ("Sebanyak 1.234 pengunjung dilayani.", "visitors - 1234 @IV-2024"),
    ("IKM naik 0,05 poin dari 3,40 menjadi 3,45.",
     "change IKM 0,05 poin naik @IV-2024 <None 3,40 -> IV-2024 3,45>; index IKM 3,45 @IV-2024; "
     "trend_word IKM naik @IV-2024 <None 3,40 -> IV-2024 3,45>"),
    ("IKM meningkat 2,5% dari 3,40 pada Triwulan III menjadi 3,45.",
     "change IKM 2,5 persen meningkat @IV-2024 <III-2024 3,40 -> IV-2024 3,45>; index IKM 3,40 @III-2024; "
     "index IKM 3,45 @IV-2024; trend_word IKM meningkat @IV-2024 <III-2024 3,40 -> IV-2024 3,45>"),
    ("IKM mengalami kenaikan sebesar 1,25 poin dibandingkan tahun 2023 yaitu dari 85,00 menjadi 86,25.",
     "change IKM 1,25 poin kenaikan @IV-2024 <2023 85,00 -> IV-2024 86,25>; converted IKM 85,00 @2023; "
     "converted IKM 86,25 @IV-2024; trend_word IKM kenaikan @IV-2024 <2023 85,00 -> IV-2024 86,25>"),
    ("Unsur tertinggi adalah Perilaku pelaksana dengan nilai 3,81 dan unsur terendah Sarana dan prasarana dengan nilai 3,10.",
     "item_mean U7 3,81 @IV-2024; item_mean U9 3,10 @IV-2024"),
    ("Target IKM tahun 2024 sebesar 88,00 dan realisasinya 86,25 sehingga capaiannya 98,01%.",
     "target IKM 88,00 @2024; converted IKM 86,25 @2024; achievement IKM 98,01 @2024"),
    ("Bobot masing-masing unsur adalah 1/9 = 0,111.", "weight - 0,111 @IV-2024"),
    ("Pada semester II tahun 2023 nilai IKM sebesar 84,00 dan pada semester I tahun 2024 sebesar 85,10.",
     "converted IKM 84,00 @II-2023S; converted IKM 85,10 @I-2024S"),
    ("Nilai IKM tahun 2022, 2023, dan 2024 berturut-turut 81,00, 83,00, dan 86,25.",
     "converted IKM 81,00 @2022; converted IKM 83,00 @2023; converted IKM 86,25 @2024"),
    ("Layanan KTP memperoleh IKM 86,40, sedangkan layanan KK memperoleh IKM 88,00.",
     "converted IKM 86,40 @IV-2024 [Layanan KTP]; converted IKM 88,00 @IV-2024 [layanan KK]"),
    ("Margin of error 5% dan tingkat kepercayaan 95% menghasilkan sampel minimal 92 orang.",
     "least_respondents - 92 of 5 @IV-2024"),
    ("Sampel minimum menurut Krejcie-Morgan untuk populasi 350 adalah 183.",
     "visitors - 350 @IV-2024; least_respondents - 183 Krejcie @IV-2024"),
    ("Kuesioner terdiri dari 9 unsur dengan 4 pilihan jawaban pada skala 1 sampai 4.", ""),
    ("Jumlah penduduk 12.500 jiwa.", "? 12.500"),
    ("Sebanyak 85% responden menyatakan puas.", "? 85"),
    ("Nilai IKM Triwulan I, II, dan III di atas 3,50.", "? 3,50"),
)  # fmt: skip
IPAK: Final = (
    ("Nilai IPAK dan IPKP sebesar 3,90 dan 3,73.", "index IPAK 3,90 @IV-2024; index IPKP 3,73 @IV-2024"),
    ("Rata-rata IPAK dan IPKP masing-masing 3,90 dan 3,73.", "index IPAK 3,90 @IV-2024; index IPKP 3,73 @IV-2024"),
    ("Rata-rata dari IPAK dan IPKP adalah 3,82.", "combined combined 3,82 @IV-2024"),
    ("Nilai gabungan IPAK dan IPKP 3,82.", "combined combined 3,82 @IV-2024"),
    ("IPAK mencapai 3,90 (97,5%) dan IPKP mencapai 3,73 (93,29%).",
     "index IPAK 3,90 @IV-2024; percent IPAK 97,5 @IV-2024; index IPKP 3,73 @IV-2024; percent IPKP 93,29 @IV-2024"),
    ("Indeks Persepsi Anti Korupsi tercatat 3,90 pada Triwulan IV dan 3,94 pada Triwulan III.",
     "index IPAK 3,90 @IV-2024; index IPAK 3,94 @III-2024"),
    ("IPAK turun 0,04, dari 3,94 menjadi 3,90, dibandingkan Triwulan III Tahun 2024.",
     "change IPAK 0,04 turun @IV-2024 <III-2024 3,94 -> IV-2024 3,90>; index IPAK 3,94 @III-2024; index IPAK 3,90 @IV-2024; "
     "trend_word IPAK turun @IV-2024 <III-2024 3,94 -> IV-2024 3,90>"),
    ("IPAK Triwulan I, II, III, dan IV berturut-turut 3,86, 3,95, 3,94, dan 3,90.",
     "index IPAK 3,86 @I-2024; index IPAK 3,95 @II-2024; index IPAK 3,94 @III-2024; index IPAK 3,90 @IV-2024"),
    ("IPAK 20,88 dari nilai maksimum 22,5.", "component IPAK 20,88 of 22,5 @IV-2024"),
    ("Nilai SPAK 3,90 melampaui syarat WBK 3,60.", "index IPAK 3,90 @IV-2024; ? 3,60"),
    ("Syarat WBK telah terpenuhi, tetapi syarat WBBM belum terpenuhi.",
     "predicate WBK terpenuhi @IV-2024; predicate WBBM belum terpenuhi @IV-2024"),
    ("Unit ini berupaya memenuhi syarat WBBM.", ""),
    ("Bintang 4 sebanyak 271 jawaban (80,65%).", "stars 4 271 @IV-2024; share 4 80,65 count 271 @IV-2024"),
    ("Terjadi fluktuatif penilaian Bintang 1 dari 8 responden di Triwulan I, 0 responden di Triwulan II, menjadi 1 responden "
     "di Triwulan III.",
     "stars 1 8 @I-2024; stars 1 0 @II-2024; stars 1 1 @III-2024; "
     "trend_word 1 fluktuatif @IV-2024 <I-2024 8 -> II-2024 0 -> III-2024 1>"),
    ("Terjadi fluktuatif nilai survei IPAK dan peningkatan nilai survei IPKP ataupun gabungan survei IPAK dan IPKP.",
     "trend_word IPAK fluktuatif @IV-2024; trend_word IPKP peningkatan @IV-2024; trend_word combined peningkatan @IV-2024"),
    ("Terjadi peningkatan kualitas pelayanan.", ""),
    ("Nilai tertinggi, 3,92, dicapai butir I1, I3, dan I4.",
     "item_mean I1 3,92 @IV-2024; item_mean I3 3,92 @IV-2024; item_mean I4 3,92 @IV-2024"),
    ("Responden Triwulan III sebanyak 41 orang, Triwulan IV sebanyak 24 orang.",
     "respondents - 41 @III-2024; respondents - 24 @IV-2024"),
    ("Dari 24 responden diperoleh 120 jawaban IPAK dan 216 jawaban IPKP.",
     "respondents - 24 @IV-2024; answers IPAK 120 @IV-2024; answers IPKP 216 @IV-2024"),
    ("Perkiraan F-02 adalah 3,74 dari 5.", "aspect F-02 3,74 of 5 @IV-2024"),
    ("Survei dilaksanakan 1 Oktober s.d. 30 Desember 2024.",
     "date first_day 1 Oktober 2024-10-01; date last_day 30 Desember 2024 2024-12-30"),
    ("Bengkulu, Kamis, 2 Januari 2025", "date signature Kamis, 2 Januari 2025 2025-01-02"),
    ("Rapat diadakan pada 31 November 2024.", "date - 31 November 2024"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SKM)
def test_sentences_about_an_skm(text: str, said: str) -> None:
    assert claimed(text, "skm-14-2017") == said


@pytest.mark.parametrize(("text", "said"), IPAK)
def test_sentences_about_ipak_and_ipkp(text: str, said: str) -> None:
    assert claimed(text, "ipak-ipkp") == said


def claimed(text: str, rubric: str) -> str:
    """Return what a sentence claims, of the fourth quarter of 2024 where it does not say."""
    found = extract(document(text), instrument(rubric), parse_period("IV-2024"))
    return "; ".join(line.partition(": ")[2] for line in lines_of(found))
