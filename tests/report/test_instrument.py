"""What the report tells of its instrument: elements with their purpose, the scale's ends, legal bases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ipak_cli.report.annexes import questions
from ipak_cli.report.build import build, prose_variables
from ipak_cli.report.instrument import elements, legal_basis, scales
from ipak_cli.report.outline import Listing, Paragraph
from ipak_cli.report.prose import with_prose
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document
from makers.report_material import ALL_BEST, loaded, material, rows_of, survey
from makers.rubric_text import SMALL, altered
from makers.survey_results import survey_result

IPAK = material(survey(ALL_BEST))
SKM = material(survey(((0, 0, 2, 28),) * 9, rubric="skm-14-2017"))


def silent(found):
    """Return the same material where the rubric is not at hand."""
    return replace(found, rubric=None)


def own(text):
    """Return the material of a survey with a rubric of its own, and that rubric at hand."""
    rubric = parse_as_survey(read_document(text.encode(), "x.yaml")).rubric
    result = survey_result("IV-2024", ((0, 1, 3, 6),) * 4, text)
    return replace(material(result), rubric=rubric)


def listed(found):
    (given,) = [block for block in elements(found) if isinstance(block, Listing)]
    return given.items


def told(found):
    return [block.text for block in elements(found) if isinstance(block, Paragraph)]


def prose(found, section):
    """Return the running text of a section."""
    report = with_prose(build(found), prose_variables(found), {}).report
    blocks = [s.blocks for chapter in report.chapters for s in chapter.sections if s.key == section]
    return " ".join(str(block.text) for block in blocks[0] if isinstance(block, Paragraph))


def test_an_element_is_told_with_the_items_that_measure_it_and_its_purpose():
    assert len(listed(IPAK)) == 14
    assert listed(IPAK)[4] == (
        "Pungutan Liar (butir I5): memastikan pengguna layanan tidak dimintai biaya di luar standar biaya "
        "resmi."
    )
    assert listed(IPAK)[5].startswith("Persyaratan (butir I10): menilai syarat teknis dan administratif ")


def test_elements_that_no_item_measures_are_listed_and_told_in_a_sentence():
    assert [each.partition(":")[0] for each in listed(IPAK)[9:11]] == [
        "Produk Spesifikasi Jenis Pelayanan (tidak diukur)",
        "Kompetensi Pelaksana (tidak diukur)",
    ]
    assert told(IPAK)[0] == (
        "Unsur Produk Spesifikasi Jenis Pelayanan dan Kompetensi Pelaksana termasuk dalam instrumen, tetapi "
        "tidak diukur oleh satu pun butir kuesioner, sehingga tidak mempunyai nilai dalam laporan ini."
    )


def test_without_the_rubric_elements_have_no_purpose_and_the_unmeasured_ones_are_not_known():
    assert listed(silent(IPAK))[0] == "Diskriminasi Pelayanan (butir I1)"
    assert len(listed(silent(IPAK))) == 12
    assert [each for each in told(silent(IPAK)) if "termasuk dalam instrumen" in each] == []


def test_an_element_that_is_an_item_of_its_own_is_told_with_its_code_alone():
    assert listed(SKM)[6] == "Perilaku pelaksana (U7): sikap petugas ketika memberikan pelayanan."
    assert told(SKM) == []


def test_an_element_of_several_items_names_them_and_one_that_is_not_listed_has_no_purpose():
    text = altered("text: Petugas jujur", "text: Petugas jujur\n        element: Watak")
    text = altered("text: Petugas terbuka", "text: Petugas terbuka\n        element: Watak", text)
    text = altered("text: Petugas ramah", "text: Petugas ramah\n        element: Sikap", text)
    found = own(text + "elements: [{name: Watak, purpose: menilai watak petugas.}]\n")
    assert listed(found) == ("Watak (butir B1 dan B2): menilai watak petugas.", "Sikap (butir R1)")
    assert told(found) == ["Butir R2 tidak dikaitkan dengan unsur tertentu dalam instrumen survei."]


def test_ends_that_are_the_same_for_all_items_stand_in_the_text_and_below_the_table():
    given = questions(IPAK)
    assert [column.title for column in given.columns][4:] == ["1", "2", "3", "4"]
    assert given.note == "Bintang 1 berarti belum tersedia dan bintang 4 berarti sudah tersedia."
    assert (
        "Setiap butir dijawab dengan bintang 1 sampai 4; bintang 1 berarti “belum tersedia” dan bintang 4 "
        "“sudah tersedia”." in prose(IPAK, "kuesioner")
    )


def test_ends_of_each_item_stand_in_its_row():
    given = questions(SKM)
    assert rows_of(given, 4)[3] == ("1\xa0(sangat mahal) s.d.\xa04\xa0(gratis)",)
    assert rows_of(given, 4)[8] == ("1\xa0(buruk) s.d.\xa04\xa0(sangat baik)",)
    assert given.note is None
    assert (
        "nilai 1 berarti “tidak baik” dan nilai 4 “sangat baik”, dengan kata-kata yang disesuaikan menurut "
        "unsurnya." in prose(SKM, "kuesioner")
    )


@pytest.mark.parametrize("found", [silent(IPAK), silent(SKM), own(SMALL)])
def test_where_the_ends_are_not_told_the_scale_is_its_numbers(found):
    scale, note = scales(found)
    assert ({*scale}, note) == ({"1\xa0s.d.\xa04"}, None)
    assert "dijawab dengan nilai 1 sampai 4; 1 adalah nilai terendah dan 4 nilai tertinggi." in prose(
        found, "kuesioner"
    )


def test_short_signs_stay_capital():
    found = own(altered("  highest: 4", "  highest: 4\n  ends: {lowest: STS, highest: SS}"))
    assert scales(found)[1] == "Nilai 1 berarti STS dan nilai 4 berarti SS."


def test_nothing_said_the_usual_legal_bases_of_the_rubric_are_named():
    assert [text.partition(" tentang")[0] for text in legal_basis(IPAK)] == [
        "Undang-Undang Nomor 25 Tahun 2009",
        "Peraturan Presiden Nomor 54 Tahun 2018",
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 90 Tahun 2021",
    ]
    assert [text[:45] for text in legal_basis(SKM)] == [
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pel",
        "Peraturan Pemerintah Nomor 96 Tahun 2012 tent",
        "Peraturan Menteri Pendayagunaan Aparatur Nega",
    ]


def test_a_legal_basis_by_its_short_name_is_told_with_its_text():
    said = {"legal_basis": ["se-menpanrb-4-2023", "Keputusan Kepala Nomor 1"]}
    found = material(survey(ALL_BEST), settings=said)
    known = {each.id: each.text for each in loaded().rubric.legal_basis}
    assert legal_basis(found) == (known["se-menpanrb-4-2023"], "Keputusan Kepala Nomor 1")


@pytest.mark.parametrize("found", [silent(IPAK), own(SMALL)])
def test_without_any_legal_basis_the_section_is_left_out_and_the_office_is_told(found):
    report = build(found)
    assert [section.key for section in report.chapters[0].sections] == [
        "latar-belakang",
        "tujuan",
        "ruang-lingkup",
    ]
    line = "Dasar hukum belum ditulis (legal_basis di ipak.yaml), sehingga bagiannya tidak dibuat."
    assert line in report.missing
    assert line not in build(IPAK).missing
