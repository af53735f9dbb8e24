"""The summary and the conclusion: the same figures as the tables, the lowest items, changes and plans."""

from ipak_cli.report.build import build
from ipak_cli.report.outline import Listing, Paragraph, ReportTable
from ipak_cli.report.summary import _by_code, _first_few, lowest, summary
from makers.report_material import ALL_BEST, material, survey, with_people

LOWER = ((0, 0, 3, 27), (0, 0, 6, 24), (0, 3, 0, 27), (0, 0, 1, 29), *ALL_BEST[4:])
PLAN = {"I2": {"actions": ["Melatih petugas."], "pic": "Kepala Loket", "deadline": "31 Maret 2025"}}


def lines(blocks):
    found = (block.items if isinstance(block, Listing) else (block.text,) for block in blocks)
    return [str(text) for texts in found for text in texts]


def test_it_tells_figures_changes_lowest_items_and_plans_in_this_order():
    before, now = with_people(survey(ALL_BEST, "III-2024")), with_people(survey(LOWER))
    given = material(before, now, settings={"follow_up": PLAN})
    told = lines(summary(given))
    wanted = (
        "Pada Triwulan IV Tahun 2024, 30 responden memberikan 420 jawaban atas 14 butir.",
        "Nilai indeks:",
        "IPAK bernilai 3,89 dari 4 (97,33 %), setara dengan 17,03 poin.",
        "Perubahan dari periode sebelumnya:",
        "IPAK turun 0,11, dari 4,00 menjadi 3,89, dibandingkan Triwulan III Tahun 2024.",
        "IPKP tetap, dibandingkan Triwulan III Tahun 2024.",
        "Butir yang didahulukan:",
        "Yang akan dilakukan:",
        "I2: Melatih petugas (Kepala Loket; tenggat 31 Maret 2025).",
        "Tindak lanjut butir I1, I3, dan I4 belum ditetapkan.",
    )
    assert [line for line in told if line in wanted] == [*wanted]


def test_the_lowest_items_are_three_with_all_that_tie_with_the_third():
    assert [item.code for item in lowest(survey(LOWER))] == ["I2", "I3", "I1"]
    tied = ((0, 0, 3, 27), (0, 0, 3, 27), (0, 0, 3, 27), (0, 0, 3, 27), *ALL_BEST[4:])
    assert [item.code for item in lowest(survey(tied))] == ["I1", "I2", "I3", "I4"]
    assert lowest(survey(ALL_BEST)) == ()


def test_a_first_period_tells_no_change_and_an_item_without_answers_is_no_lowest():
    unanswered = ((0, 0, 0, 0), *LOWER[1:])
    told = lines(summary(material(survey(unanswered))))
    assert "Perubahan dari periode sebelumnya:" not in told
    assert not any(line.startswith("I1 ") for line in told)


def test_the_conclusion_says_what_the_figures_come_to():
    report = build(material(survey(ALL_BEST, "III-2024"), survey(LOWER), settings={"follow_up": PLAN}))
    [section] = report.chapters[-1].sections
    told = lines(section.blocks)
    assert told[0] == "Pengguna layanan menilai IPAK 3,89 dan IPKP 4,00 dari nilai tertinggi 4."
    assert any(line.startswith("Sebanyak 4 dari 14 butir belum mencapai target;") for line in told)
    assert isinstance(section.blocks[-1], Paragraph)


def test_a_report_is_a_draft_as_long_as_nobody_signs_it():
    assert build(material(survey(ALL_BEST))).draft == (
        "Penanda tangan belum ditulis (signatory di ipak.yaml).",
    )
    signed = {"signatory": {"name": "Sekar Ayu", "position": "Kepala"}}
    assert build(material(survey(ALL_BEST), settings=signed)).draft == ()


def test_three_plans_are_told_in_short_and_the_others_by_their_codes():
    plan = {"actions": ["Melatih petugas loket " * 20], "pic": "Kepala Loket"}
    rows = tuple((n, 0, 0, 30 - n) for n in range(14))
    given = material(survey(rows), settings={"follow_up": {f"I{n}": plan for n in range(1, 15) if n != 5}})
    told = lines(summary(given))
    told = told[told.index("Yang akan dilakukan:") + 1 :]
    assert [line.split(":")[0] for line in told[:3]] == ["I14", "I13", "I12"]
    for line in told[:3]:
        assert line.endswith("petugas… (Kepala Loket; tenggat belum ditetapkan).")
        assert len(line) <= 210
    assert told[3:5] == [
        "Rencana untuk butir I2, I3, I4, I6, I7, I8, I9, I10, dan I11 disajikan dalam laporan lengkap.",
        "Tindak lanjut butir I5 belum ditetapkan.",
    ]


def test_items_that_tie_with_the_third_are_named_by_their_codes_and_counted_when_there_are_many():
    tied = survey(((0, 0, 3, 27),) * 5 + ALL_BEST[5:])
    assert "Nilai yang sama dengan I3: butir I4 dan I5." in lines(summary(material(tied)))
    assert _by_code(material(tied), tied.items) == (
        "butir I1, I2, I3, I4, I5, I6, I7, I8, I9, I10, I11, I12, I13, dan I14"
    )
    assert _by_code(material(tied), (*tied.items, tied.items[0])) == "15 butir"


def test_more_than_four_lines_an_index_are_counted():
    assert _first_few("abcd") == ("a", "b", "c", "d")
    assert _first_few("abcdef") == (
        "a", "b", "c", "d", "Sebanyak 2 indeks lainnya disajikan dalam laporan lengkap."
    )  # fmt: skip


def test_the_actions_of_a_plan_are_told_apart_and_one_that_is_done_says_so():
    plans = {
        "I2": {
            "actions": ["Menambah petugas.", "Menjawab pesan;", "Evaluasi mingguan"],
            "pic": "Kepala Loket",
        },
        "I3": {"actions": ["Mencetak brosur.", "Memasang papan."], "status": "selesai", "pic": "Sekretaris"},
        "I1": {"actions": ["Melatih petugas.", "Memperbarui laman"]},
    }
    told = lines(summary(material(survey(LOWER), settings={"follow_up": plans})))
    assert told[told.index("Yang akan dilakukan:") + 1 :][:3] == [
        "I2: Menambah petugas; Menjawab pesan; Evaluasi mingguan (Kepala Loket; tenggat belum ditetapkan).",
        "I3: Mencetak brosur; Memasang papan (Sekretaris; sudah selesai).",
        "I1: Melatih petugas; Memperbarui laman.",
    ]


def test_too_few_respondents_are_told_with_both_numbers_wherever_the_result_is_judged():
    few = material(survey(ALL_BEST, population=60, performance="A"))
    told = (
        "Jumlah responden belum mencukupi (30 dari 52 yang diperlukan), "
        "sehingga hasilnya perlu dibaca dengan hati-hati."
    )
    assert lines(summary(few))[0].endswith(f"jawaban atas 14 butir. {told}")
    sections = {section.key: section for chapter in build(few).chapters for section in chapter.sections}
    assert told in lines(b for b in sections["kesimpulan"].blocks if not isinstance(b, ReportTable))
    assert lines([sections["syarat-predikat"].blocks[-1]]) == [told]
    enough = build(material(survey(ALL_BEST, population=30, performance="A")))
    assert "belum mencukupi" not in str(enough)


def changes(then, now):
    found = material(with_people(survey(then, "III-2024")), with_people(survey(now)))
    return [line for line in lines(summary(found)) if line.startswith("IPAK") and "III Tahun" in line]


def test_a_difference_that_does_not_look_like_that_of_its_figures_says_why():
    then, now = ((0, 0, 2, 28), *ALL_BEST[1:]), ((0, 0, 4, 26), *ALL_BEST[1:])
    [line] = changes(then, now)
    assert line == (
        "IPAK 3,97, dan 3,99 pada Triwulan III Tahun 2024: belum dapat dibedakan (selisih −0,01); "
        "selisih dihitung dari angka yang belum dibulatkan."
    )
    then, now = ((0, 0, 3, 27), *ALL_BEST[1:]), ((0, 0, 6, 24), *ALL_BEST[1:])
    assert changes(then, now) == [
        "IPAK 3,96, dan 3,98 pada Triwulan III Tahun 2024: belum dapat dibedakan (selisih −0,02)."
    ]


def test_a_change_that_cannot_be_tested_is_not_called_a_rise_or_fall():
    found = material(survey(ALL_BEST, "III-2024"), survey(LOWER))
    [told] = [line for line in lines(summary(found)) if line.startswith("IPAK 3,89, ")]
    assert told.startswith("IPAK 3,89, dan 4,00 pada Triwulan III Tahun 2024; perubahannya tidak diuji: ")
    assert not any("turun" in line for line in lines(summary(found)))


def test_without_any_target_every_place_says_that_none_is_set():
    given = material(survey(((0, 2, 3, 25),) * 9, rubric="skm-14-2017"))
    unset = (
        "Target nilai unsur untuk Triwulan IV Tahun 2024 belum ditetapkan, "
        "sehingga pencapaian target belum dapat dinilai."
    )
    assert unset in lines(summary(given))
    chapters = {chapter.key: chapter for chapter in build(given).chapters}
    [below] = chapters["tindak-lanjut"].sections
    assert lines(below.blocks) == [f"{unset} Rencana tindak lanjut disusun setelah target ditetapkan."]
    [section] = chapters["penutup"].sections
    assert unset in lines(section.blocks)
    assert "Tidak ada unsur" not in str(build(given))
