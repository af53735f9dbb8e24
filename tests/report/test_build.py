"""The report as a whole: every part is there, adapts to what is known, and can be numbered and laid out."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.report.build import build, prose_variables
from ipak_cli.report.numbering import number
from ipak_cli.report.outline import Figure, Paragraph, Prose, ReportTable, sections_of
from ipak_cli.report.templates import templates_folder
from makers.pekppp_results import GAPS, result_of, rows, users
from makers.report_material import ALL_BEST, material, rows_of, survey
from makers.reports import html_of, markdown_of

LOWER = ((0, 0, 3, 27), *ALL_BEST[1:])
SETTINGS = {
    "unit": {
        "name": "Balai Contoh",
        "parent": "Kementerian Contoh",
        "address": "Jalan 1",
        "city": "Kota Contoh",
        "services": ["Konsultasi"],
    },
    "signatory": {"name": "Sekar Ayu", "position": "Kepala", "nip": "198001012005012001"},
    "directors": ["Rahayu Wibawa"],
    "editors": ["Bima Prasetya"],
    "follow_up": {
        "I1": {"actions": ["Memasang papan.", "Melatih petugas."], "pic": "Loket", "status": "berjalan"}
    },
}
SKM = survey(((0, 0, 2, 28),) * 9, rubric="skm-14-2017")


def full():
    earlier = survey(ALL_BEST, "III-2024")
    self_assessment = result_of(rows(GAPS, {3: 5}))
    mine = survey(LOWER, population=40, performance="B")
    return material(earlier, mine, settings=SETTINGS, pekppp=self_assessment)


def bare():
    return material(survey(ALL_BEST))


@cache
def full_report():
    return build(full())


@cache
def bare_report():
    return build(bare())


def blocks(report, kind=object):
    found = (block for section in sections_of(report) for block in section.blocks)
    return [block for block in found if isinstance(block, kind)]


def table(report, key):
    (found,) = [each for each in blocks(report, ReportTable) if each.key == key]
    return found


def texts(report):
    return " ".join(block.text for block in blocks(report, Paragraph))


def test_the_chapters_stand_in_the_order_of_the_office():
    assert [chapter.title for chapter in full_report().chapters] == [
        "Pendahuluan",
        "Metodologi Survei",
        "Hasil Survei dan Pembahasan",
        "Penilaian Mandiri PEKPPP",
        "Tindak Lanjut",
        "Penutup",
    ]


def test_without_a_self_assessment_there_is_no_chapter_on_it_and_that_is_said():
    report = bare_report()
    assert [chapter.key for chapter in report.chapters] == [
        "pendahuluan",
        "metodologi",
        "hasil",
        "tindak-lanjut",
        "penutup",
    ]
    assert "Belum ada hasil penilaian mandiri PEKPPP untuk triwulan ini." in report.missing


def test_the_cover_names_survey_period_and_unit():
    cover = full_report().cover
    assert cover.title == "Laporan Survei Mandiri IPAK dan IPKP"
    assert (cover.period, cover.unit, cover.parent) == (
        "Triwulan IV Tahun 2024", "Balai Contoh", "Kementerian Contoh",
    )  # fmt: skip


def test_without_settings_the_unit_is_the_results_own():
    assert bare_report().cover.unit == "Kantor Contoh"


def test_the_date_is_left_to_be_written_by_hand():
    assert full_report().signature.place_and_date == "Kota Contoh, ………………………………"
    assert bare_report().signature.person is None


@pytest.mark.parametrize("made", [full, bare, lambda: material(SKM)], ids=["full", "bare", "skm"])
def test_every_part_can_be_numbered_and_laid_out(made):
    found = made()
    report, variables = build(found), prose_variables(found)
    assert len(number(report).labels) > 30
    page = html_of(report, variables, {})
    text, _ = markdown_of(report, variables, {})
    assert "None" not in text
    assert "Fraction(" not in page


def test_every_shipped_prose_is_used_and_every_used_prose_is_shipped():
    shipped = {file.name.removesuffix(".txt.j2") for file in (templates_folder() / "naskah").iterdir()}
    report = full_report()
    used = {block.name for block in (*report.preface, *blocks(report, Prose))}
    assert used == shipped


def test_the_report_of_the_same_material_is_the_same():
    assert build(full()) == build(full())


def test_every_item_of_the_questionnaire_is_listed_with_its_index():
    listed = rows_of(table(bare_report(), "tabel-kuesioner"), 0, 1, 3)
    assert len(listed) == 14
    assert listed[0] == ("1", "I1", "IPAK")
    assert listed[-1] == ("14", "I14", "IPKP")


def test_elements_are_listed_and_items_without_one_are_named():
    assert "Butir I6 dan I11 tidak dikaitkan dengan unsur tertentu dalam instrumen survei." in texts(
        bare_report()
    )


@pytest.mark.parametrize(
    ("population", "rate", "verdict"),
    [
        (None, "belum dinilai (jumlah pengunjung (populasi) tidak diberikan)", "Cukup"),
        (30, "100,00 %", "Cukup"),
        (1000, "3,00 %", "Belum cukup"),
    ],
)
def test_the_sample_is_judged_as_far_as_it_is_known(population, rate, verdict):
    report = build(material(survey(ALL_BEST, population=population)))
    shown = dict(rows_of(table(report, "tabel-responden")))
    assert shown["Tingkat respons"] == rate
    assert shown["Kesimpulan"].startswith(f"{verdict} – ")


def test_without_the_performance_answer_the_component_gives_the_reason():
    report = bare_report()
    component, survey_part, performance, *_ = rows_of(table(report, "tabel-komponen"), 1, 3)
    assert component[1] == "belum dinilai (jawaban pertanyaan capaian kinerja (A–E) tidak diberikan)"
    assert survey_part == ("– Survei persepsi anti korupsi", "17,50")
    assert performance[1].startswith("belum dinilai")
    assert any("capaian kinerja (A sampai E) belum ada" in sentence for sentence in report.missing)


def test_conditions_outside_the_survey_are_not_assessed():
    shown = rows_of(table(full_report(), "tabel-syarat-WBK"))
    assert ("Nilai total", "75,00", "–", "Belum dinilai: di luar survei ini") in shown
    assert ("Capaian kinerja", "2,50", "3,75", "Terpenuhi") in shown


def test_one_period_alone_has_a_table_and_no_picture_of_its_trend():
    report = bare_report()
    assert rows_of(table(report, "tabel-tren")) == [("TW IV 2024", "30", "4,00", "4,00", "4,00", "–", "–")]
    assert [figure.key for figure in blocks(report, Figure)] == ["gambar-butir", "gambar-sebaran"]
    assert "Belum ada hasil triwulan lain yang dapat dibandingkan." in report.missing


def test_the_trend_ends_with_the_reports_own_period_and_names_a_gap():
    report = build(material(survey(LOWER, "II-2024"), survey(ALL_BEST, "IV-2024")))
    assert rows_of(table(report, "tabel-tren"), 0, 1, 2) == [
        ("TW II 2024", "30", "3,98"),
        ("TW III 2024", "tidak ada hasil", "–"),
        ("TW IV 2024", "30", "4,00"),
    ]
    assert "Tidak ada hasil yang dapat dibandingkan untuk Triwulan III Tahun 2024." in report.missing


def test_periods_of_more_than_two_years_ago_are_left_to_the_trend_command():
    years = [survey(LOWER, f"IV-{year}") for year in (2020, 2023, 2024)]
    assert rows_of(table(build(material(*years)), "tabel-tren"), 0)[0] == ("TW IV 2023",)


def test_an_item_below_its_target_has_its_plan():
    (planned,) = rows_of(table(full_report(), "tabel-tindak-lanjut-IPAK"))
    assert planned == (
        "I1", "Tidak ada diskriminasi pelayanan pada unit kerja ini", "4", "3,90",
        "Memasang papan. / Melatih petugas.", "Loket", "belum ditetapkan", "Sedang berjalan",
    )  # fmt: skip


def test_items_at_their_target_need_no_action():
    text = texts(full_report())
    assert "dan I14 sudah mencapai target dan tidak memerlukan tindak lanjut." in text


def test_an_item_below_its_target_without_a_plan_says_so():
    report = build(material(survey(LOWER)))
    assert rows_of(table(report, "tabel-tindak-lanjut-IPAK"), 4, 5, 6, 7) == [
        ("belum ditetapkan", "–", "–", "–")
    ]
    assert (
        "Tindak lanjut butir I1 (“Tidak ada diskriminasi pelayanan pada unit kerja ini”) belum ditetapkan."
        in (texts(report))
    )


def test_a_periods_own_plan_goes_before_the_general_one():
    own = {"periods": {"IV-2024": {"follow_up": {"I1": {"actions": ["Khusus."]}}}}}
    report = build(material(survey(LOWER), settings=SETTINGS | own))
    assert rows_of(table(report, "tabel-tindak-lanjut-IPAK"), 4) == [("Khusus.",)]


def test_where_every_item_reaches_its_target_there_is_no_plan_to_make():
    report = bare_report()
    assert "Tidak ada butir yang bernilai di bawah targetnya." in texts(report)
    assert not [each for each in blocks(report, ReportTable) if each.key.startswith("tabel-tindak-lanjut")]


def test_services_have_a_section_of_their_own():
    assert rows_of(table(bare_report(), "tabel-profil-layanan")) == [
        ("Konsultasi", "30", "100,00 %", "4,00", "4,00")
    ]


def test_the_settings_legal_basis_goes_before_the_usual_one():
    named = build(material(survey(ALL_BEST), settings={"legal_basis": ["Peraturan Contoh Nomor 1"]}))
    usual = bare_report()
    law = [[block.items for block in report.chapters[0].sections[2].blocks[1:]] for report in (named, usual)]
    assert law[0] == [("Peraturan Contoh Nomor 1",)]
    assert "Nomor 90 Tahun 2021" in law[1][0][-1]


def test_a_rubric_without_zi_names_no_zi_and_no_points():
    report = build(material(SKM))
    assert not [
        each for each in blocks(report, ReportTable) if each.key in {"tabel-komponen", "tabel-gabungan"}
    ]
    assert prose_variables(material(SKM))["regulation"] is None
    index = table(report, "tabel-indeks")
    assert "Poin" not in [column.title for column in index.columns]
    assert rows_of(index)[0][-1] == "A (Sangat Baik)"


def test_an_incomplete_self_assessment_has_no_f02_and_says_why():
    lacking = rows(GAPS)
    del lacking[4]
    report = build(material(survey(ALL_BEST), pekppp=result_of(lacking)))
    shown = dict(rows_of(table(report, "tabel-pekppp")))
    assert shown["Perkiraan F-02 (penilaian mandiri)"].startswith("belum dinilai")
    assert shown["Indikator yang sudah dinilai"] == "29 dari 30"
    assert "baru 29 dari 30 indikator yang dinilai" in texts(report)
    assert rows_of(table(report, "tabel-indikator"), 0, 4, 5)[3] == ("4", "–", "belum dinilai")


def test_what_f03_was_counted_from_is_told():
    result = replace(result_of(f03=Fraction(4)), users=users())
    report = build(material(survey(ALL_BEST), pekppp=result))
    told = "14 pertanyaan formulir A, 12 responden, 168 jawaban"

    shown = dict(rows_of(table(report, "tabel-pekppp")))
    assert (shown["F-03 (penilaian pengguna layanan)"], shown["Dasar F-03"]) == ("4,00", told)
    assert dict(report.annexes[-1].blocks[0].pairs)["Masukan F-03"] == f"f03.csv: {told}, SHA-256 {'d4' * 32}"
    typed = build(material(survey(ALL_BEST), pekppp=result_of(f03=Fraction(4))))
    assert "Dasar F-03" not in dict(rows_of(table(typed, "tabel-pekppp")))


def test_all_thirty_indicators_are_listed():
    assert len(rows_of(table(full_report(), "tabel-indikator"))) == 30


def test_the_steps_that_gain_most_come_first():
    gains = [text for (text,) in rows_of(table(full_report(), "tabel-peluang"), 3)]
    assert len(gains) == 5
    assert gains == sorted(gains, reverse=True)


def test_the_provenance_names_rubrics_inputs_and_program():
    names = dict(full_report().annexes[-1].blocks[0].pairs)
    assert (
        names["Masukan survei"] == f"jawaban-IV-2024.xlsx, lembar Lembar 1: 30 jawaban, SHA-256 {'a1' * 32}"
    )
    assert re.fullmatch(r"ipak-ipkp versi 1\.1, SHA-256 [0-9a-f]{64}", names["Rubrik survei"])
    assert "Hasil TW III 2024" in names
    assert "Rubrik PEKPPP" in names


def test_a_figure_that_is_not_scored_gives_its_reason_in_its_place():
    found = survey(((0, 0, 0, 0), *ALL_BEST[1:]))
    assert isinstance(found.indices["IPAK"].mean, NotScored)
    report = build(material(found))
    assert rows_of(table(report, "tabel-indeks"), 0, 2)[0] == (
        "IPAK", "belum dinilai (I1: tidak ada jawaban)",
    )  # fmt: skip
    assert any("tidak mempunyai jawaban" in sentence for sentence in report.missing)
