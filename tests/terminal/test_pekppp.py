"""Self-assessments in the terminal: complete, within 80 columns, no meaning in colour alone."""

import io
from dataclasses import replace
from fractions import Fraction

import pytest
from rich.console import Console

from ipak_cli.base.figures import NotScored
from ipak_cli.base.provenance import RubricRef
from ipak_cli.catalogue.pekppp import NEED_ALL_OF, NEED_SOME_OF
from ipak_cli.pekppp.answers import IndicatorAnswers
from ipak_cli.pekppp.plan import Candidate, Climb, Option, Plan
from ipak_cli.terminal.console import numbers
from ipak_cli.terminal.pekppp import bar, pekppp_view, plan_view
from ipak_cli.terminal.pekppp_compare import compare_view
from makers.pekppp_results import GAPS, filled, found, result_of, rows, users


def shown(view):
    """Return what a terminal of 80 columns shows; no line may be longer."""
    console = Console(width=80, record=True, file=io.StringIO(), highlight=False, markup=False, emoji=False)
    console.print(view)
    text = console.export_text()
    assert max(map(len, text.splitlines())) <= 80
    return text


def flat(text):
    """Return a text in one line, so that a wrapped sentence can be found."""
    return " ".join(text.split())


def line_with(text, words):
    (line,) = [line for line in text.splitlines() if words in line]
    return " ".join(line.split())


def test_the_head_says_whose_figures_these_are_and_that_they_are_an_estimate():
    text = shown(pekppp_view(result_of(rows(GAPS)), detail=True))

    assert text.splitlines()[:3] == [
        "Kantor Layanan Contoh",
        "Penilaian mandiri PEKPPP, triwulan IV 2024 (1 Oktober 2024 – 31 Desember 2024)",
        "Rubrik pekppp-2025 versi 1.1",
    ]
    assert "F-02 ini perkiraan dari penilaian mandiri" in text
    assert "IPP belum dihitung: nilai F-03" in flat(text)


def test_everything_at_its_best_is_5_00_and_the_best_category():
    text = shown(pekppp_view(result_of(), detail=True))

    assert "Perkiraan F-02 5,00 dari 5" in flat(text)
    assert "Kategori A (Pelayanan Prima) menurut F-02" in flat(text)
    assert "Langkah yang paling menaikkan" not in text


def test_with_f03_the_index_of_both_stands_beside_the_estimate():
    text = flat(shown(pekppp_view(result_of(f03=Fraction(3)), detail=True)))

    assert "Perkiraan F-02 5,00 dari 5 F-03 3,00 dari 5 IPP 4,50 dari 5" in text
    assert "Kategori A- (Sangat Baik) menurut IPP" in text


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (users(), "14 pertanyaan formulir A, 12 responden, 168 jawaban"),
        (users(11, 1_000), "11 pertanyaan formulir B, 1.000 responden, 11.000 jawaban"),
        (users(3, 4), "3 pertanyaan, 4 responden, 12 jawaban"),
    ],
)
def test_what_f03_was_counted_from_stands_below_it(given, told):
    text = flat(shown(pekppp_view(replace(result_of(f03=Fraction(3)), users=given))))
    assert f"F-03 3,00 dari 5 dari {told} (f03.csv) IPP" in text


def test_a_blank_indicator_makes_it_incomplete_and_is_no_zero():
    indicators = rows(GAPS)
    del indicators[4]

    text = shown(pekppp_view(result_of(indicators), detail=True))

    assert "Perkiraan F-02 belum lengkap: 29 dari 30 indikator sudah dinilai" in flat(text)
    assert "• Belum dinilai: indikator 4" in text
    assert line_with(text, "Kebijakan Pelayanan  ") == "a Kebijakan Pelayanan 24 % – belum lengkap"
    assert line_with(text, " 4   –") == "4 – Telah dilakukan peninjauan ulang secara berkala atas Standar Pe…"
    assert "Kategori" not in text


def test_a_bare_claim_has_its_mark_and_its_reason():
    text = shown(pekppp_view(result_of(rows() | {26: IndicatorAnswers(claimed=3)}), detail=True))

    assert "• Nilai mandiri tanpa fakta: indikator 26" in text
    assert "26   3* ●●●○○" in text
    assert "Nilai mandiri, tanpa fakta." in text


def test_a_claim_that_the_facts_deny_stands_beside_the_level_that_counts():
    text = shown(pekppp_view(result_of(rows(GAPS, {2: 5, 13: 4})), detail=True))

    assert "• Nilai mandiri lebih tinggi daripada faktanya: indikator 2" in text
    assert "• Nilai mandiri lebih rendah daripada faktanya: indikator 13" in text
    assert " 2   3  ●●●○○" in text
    assert "≠ Nilai mandiri 5; yang dihitung adalah faktanya." in text


def test_a_claim_beside_facts_that_are_not_complete_does_not_count():
    half = filled({"F07-01": "ya"}, claimed=4)

    text = shown(pekppp_view(result_of(rows() | {7: half}), detail=True))

    assert " 7   –" in text
    assert "≠ Nilai mandiri 4; tidak dihitung." in text


def test_the_reading_that_was_used_stands_with_its_indicator():
    text = shown(pekppp_view(result_of(), detail=True))

    assert "• Instrumennya mendua: indikator" in text
    assert "! Instrumen mendua: " in text


def test_the_first_steps_are_those_that_gain_most():
    text = shown(pekppp_view(result_of(rows(GAPS)), detail=True))

    steps = text.partition("paling menaikkan F-02")[2].partition("Prinsip")[0]
    gains = [word for word in steps.split() if word.startswith("+")]
    assert len(gains) == 5
    assert gains == sorted(gains, reverse=True)
    assert "14   4 → 5     +0,075   Tersedia pelaksana yang menerapkan budaya pelayanan" in steps
    assert "Nilai-nilai budaya layanan diterapkan" in steps


def test_the_evidence_is_counted_and_what_is_missing_is_named():
    evidence = {
        1: found("bukti/01/sp.pdf", links=("https://contoh.example/sp",)),
        6: found("bukti/06/laporan.pdf", missing=("bukti/06/foto.jpg",)),
        7: found(empty=("bukti/07/kosong.jpg",), refused=("D:\\a.pdf", "../b.pdf")),
    }

    text = shown(pekppp_view(result_of(evidence=evidence), detail=True))

    counted = "7 disebut, 2 ditemukan, 1 kosong, 2 ditolak, 1 tidak ditemukan, 1 tautan (tidak dibuka)"
    assert counted in flat(text)
    assert "✗ Kosong, indikator 7: bukti/07/kosong.jpg" in text
    assert "✗ Ditolak, indikator 7: ../b.pdf" in text
    assert "• Bukti ditolak: indikator 7" in text
    assert "✗ Tidak ditemukan, indikator 6: bukti/06/foto.jpg" in text
    assert "• Bukti tidak ditemukan: indikator 6" in text
    assert "tanpa menyebut bukti: indikator 2–5 dan 8–30" in flat(text)


def test_evidence_that_nobody_looked_for_is_neither_there_nor_missing():
    named = filled(rows()[6].answers, evidence=("bukti/06/laporan.pdf",))

    assert "1 disebut, 1 belum diperiksa" in shown(pekppp_view(result_of(rows() | {6: named}), detail=True))


def test_no_evidence_at_all_is_said():
    assert "Tidak ada yang disebut" in shown(pekppp_view(result_of(), detail=True))


def test_no_unit_and_no_period_are_said():
    text = shown(pekppp_view(result_of(unit=None, period=None), detail=True))

    assert text.startswith("Unit tidak disebut\nPenilaian mandiri PEKPPP, periode tidak disebut\n")


@pytest.mark.parametrize(("index", "filled"), [("0", 0), ("0.124", 0), ("0.125", 1), ("4.9", 20), ("5", 20)])
def test_a_bar_is_rounded_to_whole_blocks(index, filled):
    assert bar(Fraction(index)) == "█" * filled + "░" * (20 - filled)


@pytest.mark.parametrize(("values", "text"), [([4], "4"), ([1, 4], "1 dan 4"), ([1, 4, 28], "1, 4 dan 28")])
def test_numbers_are_listed_as_in_a_sentence(values, text):
    assert numbers(values) == text


FACTS = "Ada kantin; Ada ruang ibadah; Ada CCTV"
NEEDS = (NEED_ALL_OF(facts="Maklumat ditetapkan"), NEED_SOME_OF(count=2, facts=FACTS))
OPTION = Option(4, 1200, NEEDS)
CANDIDATE = Candidate(5, "a.K", "Pemenuhan siklus Maklumat Pelayanan", 2, Fraction("0.024"), (OPTION,))
CLIMB = Climb(CANDIDATE, OPTION, Fraction("0.048"))
PLAN = Plan(
    target=Fraction("4.005"),
    today=Fraction("3.96"),
    reached=Fraction("4.008"),
    cost=1200,
    reachable=True,
    highest=Fraction("4.008"),
    climbs=(CLIMB,),
)


def test_a_plan_says_where_it_starts_and_ends_and_each_step_on_the_way():
    text = shown(plan_view(PLAN))

    assert "hari ini 3,96 Sasaran 4,01 Tertinggi yang dapat dicapai 4,01" in flat(text)
    assert "Jalan termurah menaikkan 1 indikator dengan biaya 1.200; F-02 menjadi 4,01." in flat(text)
    assert line_with(text, "2 → 4") == "5 2 → 4 +0,048 1.200 Pemenuhan siklus Maklumat Pelayanan"
    assert "• Maklumat ditetapkan" in text
    assert "• 2 dari: Ada kantin;" in text


def test_a_target_that_is_met_needs_nothing():
    text = shown(plan_view(replace(PLAN, today=Fraction(5), reached=Fraction(5), cost=0, climbs=())))

    assert "Sasaran sudah tercapai; tidak ada langkah yang diperlukan." in text
    assert "Biaya" not in text


def test_a_target_out_of_reach_shows_the_way_to_the_highest():
    text = flat(shown(plan_view(replace(PLAN, target=Fraction("4.505"), reachable=False))))

    assert "Sasaran 4,51 Tertinggi yang dapat dicapai 4,01" in text
    assert (
        "Sasaran tidak dapat dicapai. Jalan termurah ke F-02 tertinggi, 4,01, menaikkan 1 indikator" in text
    )


def test_a_target_out_of_reach_may_leave_nothing_to_raise():
    stuck = replace(PLAN, target=Fraction(5), reachable=False, climbs=(), highest=PLAN.today, cost=0)

    assert "Sasaran tidak dapat dicapai, dan tidak ada langkah yang menaikkan F-02." in shown(
        plan_view(stuck)
    )


def test_two_years_stand_side_by_side_with_the_change():
    text = shown(compare_view([result_of(rows(GAPS), period="IV-2023"), result_of(period="IV-2024")]))

    assert "\nKantor Layanan Contoh\n" in text
    assert "IV-2023   IV-2024   Selisih" in text
    assert line_with(text, "Profesionalisme SDM") == "b Profesionalisme SDM 4,00 5,00 +1,00"
    assert line_with(text, "Kategori") == "Kategori A- A ≠"
    assert line_with(text, "Jumlah media publikasi untuk").endswith("… 2 5 +3")
    assert line_with(text, "SKM yang dilaksanakan").endswith("… 5 5")
    assert "kosong bila sama" in text


def test_a_level_that_fell_has_a_minus():
    text = shown(compare_view([result_of(period="IV-2023"), result_of(rows({3: 2}), period="IV-2024")]))

    assert line_with(text, "Jumlah media publikasi untuk").endswith("… 5 2 −3")


def test_units_with_long_names_get_a_number_each():
    names = [f"Kantor Pelayanan Perizinan Terpadu Kota Contoh {n}" for n in range(1, 7)]
    units = [result_of(rows({17: 5 * (n % 2)}), unit=name) for n, name in enumerate(names)]

    text = shown(compare_view(units))

    assert f"(6) {names[5]}" in text
    assert "(1) (2) (3) (4) (5) (6) Rentang" in flat(text)
    assert line_with(text, "Tersedia sarana toilet").endswith("… 5 1 5 1 5 1 4")
    assert "\nIV-2024\n" in text


def test_units_and_years_that_both_differ_are_both_named():
    text = shown(compare_view([result_of(unit="Kantor A", period="IV-2023"), result_of(unit="Kantor B")]))

    assert "Kantor A, IV-2023" in text
    assert "Kantor B, IV-2024" in text


def test_results_of_one_unit_and_period_are_named_by_their_files():
    first = result_of()
    second = replace(first, sources=(replace(first.sources[0], name="kedua.xlsx"),))

    text = shown(compare_view([first, second]))

    assert "kedua.xlsx" in text
    assert "penilaian.xlsx" in text


def test_a_level_that_is_missing_on_one_side_is_a_difference_and_no_number():
    without = {no: row for no, row in rows().items() if no != 8}

    text = shown(compare_view([result_of(), result_of(without, period="I-2025")]))

    assert line_with(text, "Persentase tindak lanjut").endswith("… 5 – –")
    assert line_with(text, "Perkiraan F-02") == "Perkiraan F-02 5,00 – –"
    assert line_with(text, "Belum dinilai ") == "Belum dinilai 0 1"


def test_categories_of_different_indices_are_told_apart():
    both = [result_of(), result_of(period="I-2025", f03=Fraction(3))]

    text = shown(compare_view(both))

    assert line_with(text, "menurut") == "Kategori itu menurut F-02 IPP ≠"
    assert line_with(text, "F-03") == "F-03 – 3,00 –"
    assert isinstance(both[0].ipp, NotScored)


def test_different_rubrics_are_named_with_a_warning():
    new = result_of(period="I-2025")
    old = replace(result_of(), rubric=RubricRef("pekppp-2023", "1.2", "sha256:0123456789"))

    text = shown(compare_view([old, new]))

    assert "Rubriknya berbeda, sehingga angkanya tidak dapat dibandingkan begitu saja:" in text
    assert "pekppp-2023 versi 1.2, isi 01234567" in text
    assert "pekppp-2025 versi 1.1, isi " in text
