"""The report in the terms of its instrument: the survey of satisfaction, PermenPANRB 14/2017."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from pypdf import PdfReader

from ipak_cli.report.build import build, prose_variables
from ipak_cli.report.formats import FORMATS
from ipak_cli.report.narrative import published_weight
from ipak_cli.report.outline import Figure, Paragraph, ReportTable
from ipak_cli.report.prose import with_prose
from ipak_cli.report.templates import OwnTemplates
from ipak_cli.workspace.config import Config
from makers.report_files import pdf_text, words_of
from makers.report_material import ALL_BEST, material, rows_of, survey
from makers.reports import markdown_of

TOTALS = (105, 101, 100, 116, 102, 105, 106, 105, 115)
"""Of 29 respondents: the worked case, 91.48 by weights of 1/9 and 90.56 by weights of 0.11."""


def counts(totals):
    return tuple((0, 0, 4 * 29 - total, total - 3 * 29) for total in totals)


EARLIER = survey(counts([87 + 8] * 9), "III-2024", rubric="skm-14-2017")
NOW = survey(counts(TOTALS), "IV-2024", rubric="skm-14-2017")
FOUND = material(
    EARLIER, NOW, settings={"report": {"published_weight": "0.11"}, "targets": {"default": "3.6"}}
)


def parts(report, kind):
    return [
        block
        for chapter in report.chapters
        for section in chapter.sections
        for block in section.blocks
        if isinstance(block, kind)
    ]


def table(key, found=FOUND):
    (one,) = [each for each in parts(build(found), ReportTable) if each.key == key]
    return one


def heads(given):
    return [column.title for column in given.columns]


def test_the_title_is_the_surveys_own_name():
    assert build(FOUND).cover.title == "Laporan Survei Kepuasan Masyarakat"
    assert build(material(survey(ALL_BEST))).cover.title == "Laporan Survei Mandiri IPAK dan IPKP"


def test_the_index_is_told_on_25_to_100_with_its_band_and_without_points():
    given = table("tabel-indeks")
    assert heads(given)[2:] == [
        "Rata-rata tertimbang (1 s.d. 4)",
        "Nilai (25 s.d. 100)",
        "Selang kepastian",
        "Mutu",
    ]
    assert rows_of(given, 2, 3, 5) == [("3,66", "91,48", "A (Sangat Baik)")]


def test_each_element_has_its_weighted_mean_its_value_and_its_band():
    given = table("tabel-mutu-IKM")
    assert heads(given)[2:] == ["NRR tertimbang", "Nilai (25 s.d. 100)", "Mutu"]
    assert rows_of(given, 0, 2, 3, 4)[:2] == [
        ("U1", "0,402", "90,52", "A (Sangat Baik)"),
        ("U2", "0,387", "87,07", "B (Baik)"),
    ]
    assert rows_of(given, 0, 2, 3, 4)[-1] == ("IKM", "3,659", "91,48", "A (Sangat Baik)")
    assert "yaitu 1/9; jumlahnya dikalikan 25 menjadi IKM." in given.note
    assert "A mulai 88,31, B mulai 76,61, C mulai 65,00, dan D mulai 25,00." in given.note


def test_without_the_rubric_weights_and_bands_are_left_out_and_a_sentence_says_so():
    found = replace(FOUND, rubric=None)
    assert heads(table("tabel-nilai-konversi", found)) == ["Kode", "Unsur pelayanan", "Nilai (25 s.d. 100)"]
    texts = [str(block.text) for block in parts(build(found), Paragraph)]
    assert [text for text in texts if text.startswith("NRR tertimbang, mutu setiap unsur, dan batas mutu")]


def test_the_trend_tells_converted_values_and_bands_in_table_and_chart():
    given = table("tabel-tren")
    assert heads(given)[2:] == ["IKM (25 s.d. 100)", "Selang kepastian IKM", "Mutu IKM"]
    assert rows_of(given, 2, 4) == [("81,90", "B (Baik)"), ("91,48", "A (Sangat Baik)")]
    chart = next(each.chart for each in parts(build(FOUND), Figure) if each.key == "gambar-tren")
    assert chart.table.rows == (
        ("TW III 2024, mutu B", "81,90", "tanpa selang"),
        ("TW IV 2024, mutu A", "91,48", "tanpa selang"),
    )
    assert "skala 25 sampai 100" in chart.wide.svg


def test_a_published_weight_gives_the_figure_of_earlier_reports():
    assert [*published_weight(FOUND)] == [
        "Sebagai pembanding, IKM dengan bobot 0,11 seperti pada laporan terdahulu: 90,56."
    ]
    assert [*published_weight(material(NOW))] == []


@pytest.mark.parametrize("weight", ["0", "1.01", "-0.11"])
def test_a_weight_that_is_none_is_refused(weight):
    with pytest.raises(ValueError, match="published_weight"):
        Config.model_validate({"report": {"published_weight": weight}})


def test_summary_and_conclusion_tell_the_value_and_its_band():
    text, _ = markdown_of(build(FOUND), prose_variables(FOUND), {})
    assert "IKM bernilai 91,48 pada skala 25\xa0s.d.\xa0100, dengan mutu A (Sangat Baik)" in text
    assert "IKM 91,48 dengan mutu A (Sangat Baik) dari nilai tertinggi 100" in text
    assert "IKM 91,48, dan 81,90 pada Triwulan III Tahun 2024; perubahannya tidak diuji: " in text


def test_a_survey_of_elements_is_told_in_its_own_terms_in_every_format():
    given = material(
        survey(((1, 2, 3, 24),) * 9, "III-2024", rubric="skm-14-2017"),
        survey(((0, 2, 3, 25),) * 9, rubric="skm-14-2017"),
    )
    numbered = with_prose(build(given), prose_variables(given), {})
    page = FORMATS["html"].render(numbered, OwnTemplates())["laporan.html"].decode()
    texts = {
        "md": FORMATS["md"].render(numbered, OwnTemplates())["laporan.md"].decode(),
        "html": re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL),
        "docx": " ".join(
            words_of(each)
            for each in docx.Document(
                BytesIO(FORMATS["docx"].render(numbered, OwnTemplates())["laporan.docx"])
            ).element.body
        ),
        "pdf": pdf_text(PdfReader(BytesIO(FORMATS["pdf"].render(numbered, OwnTemplates())["laporan.pdf"]))),
    }
    for name, text in texts.items():
        plain = re.sub(r"(tabel|gambar|nilai)-butir\S*|butir-\S*", "", text)
        assert "NRR" in plain
        assert "Nomor 14 Tahun 2017" in " ".join(plain.split())
        assert re.findall(r"(?i)\b(?:butir\w*|bintang|poin|ZI|WBK)\b|\[U\]", plain) == [], name
