"""Sentences about a period: they say what the exact figures say, and no more."""

from ipak_cli.report import narrative
from makers.report_material import ALL_BEST, material, survey

ALMOST = (0, 0, 1, 29)
NONE = (0, 0, 0, 0)
UNSURE = "belum dapat dibedakan butir mana yang paling rendah."


def test_the_answers_and_respondents_are_counted():
    given = ((0, 0, 0, 29), *ALL_BEST[1:])
    text = narrative.answers_given(material(survey(given)))
    assert text == (
        "Pada Triwulan IV Tahun 2024, 30 responden memberikan 419 jawaban atas 14 butir; "
        "1 jawaban tidak diberikan."
    )


def test_an_index_is_told_on_the_scale_in_percent_and_in_points():
    low = ((0, 0, 30, 0),) * 5 + ALL_BEST[5:]
    assert [*narrative.index_values(material(survey(low)))] == [
        "IPAK bernilai 3,00 dari 4 (75,00 %), setara dengan 13,13 poin.",
        "IPKP bernilai 4,00 dari 4 (100,00 %), setara dengan 17,50 poin.",
    ]


def test_an_index_without_a_value_gives_its_reason():
    given = (NONE, *ALL_BEST[1:])
    first, _ = narrative.index_values(material(survey(given)))
    assert first == "IPAK belum dinilai (I1: tidak ada jawaban)."


def test_combined_figures_are_told_by_their_own_names():
    low = ((0, 0, 30, 0),) * 5 + ALL_BEST[5:]
    assert [*narrative.combined_values(survey(low))] == [
        "Rata-rata dari IPAK dan IPKP adalah 3,50.",
        "Rata-rata seluruh jawaban, tanpa membedakan indeks, adalah 3,64.",
        "Angka gabungan disajikan tersendiri dan tidak dipakai sebagai nilai IPAK ataupun IPKP.",
    ]


def test_a_survey_with_one_index_has_no_combined_figures_to_tell():
    assert [*narrative.combined_values(survey(((0, 0, 0, 30),) * 9, rubric="skm-14-2017"))] == []


def test_items_that_chance_alone_may_order_are_not_said_to_be_the_highest_or_lowest():
    given = (ALMOST, (0, 1, 0, 29), *ALL_BEST[2:13], (0, 1, 0, 29))
    assert [*narrative.extremes(material(survey(given)))] == [
        f"Nilai setiap butir terletak antara 3,93 dan 4,00; {UNSURE}",
        "Menurut jarak ke targetnya, yang didahulukan adalah butir I2, I14, dan I1.",
    ]


def test_an_item_that_is_lower_than_the_others_is_named_with_its_sentence_and_what_comes_next():
    first, second = narrative.extremes(material(survey(((0, 5, 10, 15), ALMOST, *ALL_BEST[2:]))))
    assert first == (
        "Butir I1 (“Tidak ada diskriminasi pelayanan pada unit kerja ini”) lebih rendah daripada butir lain, "
        "yaitu 3,33."
    )
    assert second == "Menurut jarak ke targetnya, yang berikutnya didahulukan adalah butir I2."


def test_many_items_that_lack_as_much_are_not_named_as_the_next():
    [only] = narrative.extremes(material(survey(((0, 0, 1, 29),) * 7 + ALL_BEST[7:])))
    assert only.endswith(UNSURE)


def test_items_that_are_all_alike_have_no_highest_and_no_lowest():
    assert [*narrative.extremes(material(survey(ALL_BEST)))] == [
        "Semua butir yang dinilai bernilai sama, yaitu 4,00."
    ]


def test_an_item_without_an_answer_is_named_and_never_the_lowest():
    told = [*narrative.extremes(material(survey((NONE, NONE, *ALL_BEST[2:]))))]
    assert told == [
        "Butir I1 dan I2 belum mempunyai nilai, sebab tidak ada jawabannya.",
        "Semua butir yang dinilai bernilai sama, yaitu 4,00.",
    ]


def test_items_below_their_target_are_counted_and_named():
    told = [*narrative.targets(material(survey((ALMOST, ALMOST, *ALL_BEST[2:]))))]
    assert told[0] == "Dari 14 butir yang mempunyai nilai dan target, 2 belum mencapainya: butir I1 dan I2."
    assert told[1].startswith("Yang sudah mencapai target adalah butir I3, I4, ")


def test_an_item_that_only_rounds_to_its_target_misses_it():
    nearly = ((0, 0, 1, 999), *((0, 0, 0, 1000),) * 13)
    first, _ = narrative.targets(material(survey(nearly)))
    assert "1 belum mencapainya: butir I1 " in first


def test_the_settings_target_goes_before_the_rubrics():
    lower = {"targets": {"default": "3.9", "items": {"I1": "4"}}}
    told = [*narrative.targets(material(survey((ALMOST, ALMOST, *ALL_BEST[2:])), settings=lower))]
    assert "1 belum mencapainya: butir I1 " in told[0]


def test_all_items_at_their_target_are_told_in_one_sentence():
    assert [*narrative.targets(material(survey(ALL_BEST)))] == [
        "Semua 14 butir yang mempunyai nilai dan target sudah mencapai targetnya."
    ]


def test_items_without_a_target_are_neither_above_nor_below_it():
    result = survey(((0, 0, 0, 30),) * 9, rubric="skm-14-2017")
    (told,) = narrative.targets(material(result))
    assert told == (
        "Target nilai unsur untuk Triwulan IV Tahun 2024 belum ditetapkan, "
        "sehingga pencapaian target belum dapat dinilai."
    )


def test_a_component_without_the_performance_answer_gives_the_reason():
    first, second = narrative.component_values(survey(ALL_BEST).zi)
    assert first == (
        "Komponen Birokrasi yang bersih dan akuntabel belum dapat dijumlahkan: "
        "jawaban pertanyaan capaian kinerja (A–E) tidak diberikan."
    )
    assert second == "Komponen Pelayanan publik yang prima memperoleh 17,50 dari 17,5 poin."


def test_the_performance_answer_is_named_with_its_points():
    told = [*narrative.component_values(survey(ALL_BEST, performance="B").zi)]
    assert told[0] == "Komponen Birokrasi yang bersih dan akuntabel memperoleh 21,25 dari 22,5 poin."
    assert told[-1].endswith("berasal dari jawaban B yang diberikan unit.")


def test_a_predicate_is_never_said_to_be_given():
    zi = survey(ALL_BEST, performance="A").zi
    assert narrative.verdict("WBK", zi.predicates["WBK"]) == (
        "Syarat WBK (Wilayah Bebas dari Korupsi) yang dapat dinilai dari survei dan capaian kinerja "
        "terpenuhi. Yang belum dinilai di sini: Nilai total; Nilai komponen pengungkit."
    )


def test_an_unmet_condition_is_named():
    zi = survey(ALL_BEST, performance="E").zi
    assert narrative.verdict("WBBM", zi.predicates["WBBM"]).startswith(
        "Syarat hasil untuk WBBM (Wilayah Birokrasi Bersih dan Melayani) belum terpenuhi: "
        "Birokrasi yang bersih dan akuntabel; Capaian kinerja."
    )


def test_what_is_not_known_is_not_concluded():
    zi = survey(ALL_BEST).zi
    assert "belum dapat disimpulkan" in narrative.verdict("WBK", zi.predicates["WBK"])
