"""What is published: the result's own figures, in plain words, and nothing that tells of few people."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.base.figures import decimal
from ipak_cli.publication.compose import LONGEST_LINK, LONGEST_NAME, Said, compose, cut, lacking
from ipak_cli.publication.plain_words import PLAIN_WORDS
from ipak_cli.publication.sheet import Deed, GroupCount, Link, Profile
from makers.publications import LINK, OFFICE, published, with_groups
from makers.report_material import ALL_BEST, loaded, material, survey
from makers.rubric_text import SMALL, altered
from makers.survey_results import survey_result

IPAK = survey(tuple((0, 0, n, 30 - n) for n in range(14)), performance="B", population=40)
SKM = survey(tuple((0, 0, 10 + n, 20 - n) for n in range(9)), rubric="skm-14-2017", population=120)


def planned(**actions):
    return {**OFFICE, "targets": {"default": "4"}, "follow_up": actions}


def test_indices_are_told_as_the_result_has_them_each_by_its_own_name():
    first, second = published(IPAK).indices
    assert (first.code, first.name, first.figure) == ("IPAK", "Indeks Persepsi Anti Korupsi", "3,93")
    assert (second.code, second.figure) == ("IPKP", "3,70")
    assert {first.scale, second.scale} == {"dari nilai tertinggi 4"}
    assert [index.figure for index in published(IPAK).indices] == [
        decimal(index.mean) for index in IPAK.indices.values()
    ]
    assert (first.band, second.band) == (None, None)


def test_skm_is_told_in_its_own_terms():
    found = published(SKM)
    assert found.title == "Hasil Survei Kepuasan Masyarakat"
    [ikm] = found.indices
    # (20 - n + (10 + n) * 3/4) / 30 of 100, its mean over n = 0..8: 88.33 at n = 4
    assert (ikm.figure, ikm.scale, ikm.band) == ("88,33", "pada skala 25 s.d. 100", "Mutu A (Sangat Baik)")
    assert (found.respondents, found.respondents_word, found.served) == (
        "30", "responden", "dari 120 pengguna layanan"
    )  # fmt: skip
    assert found.predicates is None
    told = published(survey(((0, 0, 0, 30), *[(0, 0, 15, 15)] * 8), rubric="skm-14-2017"))
    assert [item.words for item in told.best.items] == ["Persyaratan"]


def test_an_index_that_is_not_scored_says_why_and_has_no_figure():
    counts = [(0, 0, 0, 30)] * 14
    counts[2] = (0, 0, 0, 0)
    first, second = published(survey(tuple(counts))).indices
    assert (first.figure, second.figure) == (None, "4,00")
    assert first.scale.startswith("I3: ")
    assert "0,00" not in str(published(survey(tuple(counts))))


def test_a_scale_of_five_is_told_with_its_own_ends():
    given = ((0, 0, 2, 2, 6), (0, 0, 0, 4, 6), (1, 1, 2, 3, 3), (0, 0, 0, 0, 10))
    text = altered("minimum: 25", "minimum: 20", altered("highest: 4", "highest: 5"))
    result = survey_result("IV-2024", given, text)
    found = published(result)
    assert [(index.figure, index.scale) for index in found.indices] == [
        ("90,00", "pada skala 20 s.d. 100"),  # (4.4 + 4.6) / 2 of 5
        ("37,33", "pada skala 20 s.d. 100"),  # (3.6 + 2 * 1) / 3, since the second item is negative
    ]
    assert [(item.code, item.figure, item.part) for item in found.best.items] == [
        ("B2", "4,60", Fraction(9, 10)), ("B1", "4,40", Fraction(17, 20)),
    ]  # fmt: skip


def test_an_index_without_bands_and_without_points_has_a_plain_scale():
    plain = SMALL.partition("    bands:")[0] + "combined:" + SMALL.partition("combined:")[2]
    assert {index.scale for index in published(survey_result("IV-2024", text=plain)).indices} == {
        "dari nilai tertinggi 4"
    }


def test_the_conditions_of_predicates_are_told_by_what_a_survey_can_say():
    assert published(IPAK).predicates == (
        "Syarat WBK dan WBBM yang dapat dinilai dari survei dan capaian kinerja terpenuhi."
    )
    mixed = published(survey(((0, 0, 15, 15),) * 14, performance="C"))
    assert mixed.predicates == (
        "Syarat WBK dan WBBM yang dapat dinilai dari survei dan capaian kinerja belum terpenuhi."
    )
    unknown = survey(ALL_BEST)  # without the answer on performance
    assert "belum dapat disimpulkan" in published(unknown).predicates


def test_every_sentence_of_the_shipped_questionnaire_has_plain_words():
    items = loaded("ipak-ipkp").rubric.items
    assert {*PLAIN_WORDS} == {item.text for item in items}
    assert max(len(words.split()) for words in PLAIN_WORDS.values()) <= 5


def test_an_offices_own_words_come_first_and_an_unknown_sentence_stands_word_for_word():
    found = published(IPAK, items={"I1": "Semua dilayani sama"})
    assert found.best.items[0].words == "Semua dilayani sama"
    own = survey_result("IV-2024", ((0, 0, 0, 30), (0, 0, 0, 30), (0, 0, 0, 30), (20, 10, 0, 0)))
    texts = {item.code: item.text for item in own.items}
    named = [item for ranking in published(own).rankings for item in ranking.items]
    assert named
    assert [item.words for item in named] == [texts[item.code] for item in named]


def test_that_sentences_are_shortened_is_told_where_they_are():
    assert any("disingkat" in note for note in published(IPAK).notes)
    assert not any("disingkat" in note for note in published(SKM).notes)


def test_the_lowest_items_with_a_plan_tell_what_is_done_and_until_when():
    plans = planned(
        I14={"actions": ["Mengumumkan biaya.", "Mencetak brosur."], "deadline": "31-01-2025"},
        I13={"actions": ["Mengganti kursi."], "deadline": "setiap bulan"},
        I12={"actions": ["Menyederhanakan alur."], "status": "selesai", "deadline": "31 Maret 2025"},
        I1={"actions": ["Melatih petugas."]},
    )
    assert published(IPAK, settings=plans).deeds == (
        Deed("Mengumumkan biaya.", "paling lambat 31 Januari 2025"),
        Deed("Mengganti kursi.", "setiap bulan"),
        Deed("Menyederhanakan alur.", "sudah selesai"),
    )


def test_without_a_plan_nothing_is_promised():
    assert published(IPAK, settings=planned()).no_deeds == "Rencana tindak lanjut belum ditetapkan."
    reached = published(survey(ALL_BEST), settings=planned())
    assert reached.no_deeds == "Semua butir yang dinilai sudah mencapai targetnya."
    assert published(IPAK).no_deeds == "Rencana tindak lanjut belum ditetapkan."


def test_only_groups_that_the_result_shows_are_counted_and_the_rest_stays_one():
    result = with_groups(
        {"jenis-kelamin": {"Perempuan": 20, "Laki-laki": 12}, "layanan": {"A": 25, "B": 4, "C": 3}}
    )
    assert published(result).profiles == (
        Profile("Jenis kelamin", (GroupCount("Perempuan", "20"), GroupCount("Laki-laki", "12"))),
        Profile("Jenis layanan", (GroupCount("A", "25"),), "lainnya tidak dirinci"),
    )
    assert any("tidak dirinci agar" in note for note in published(result).notes)


SIZES = st.lists(st.integers(0, 12), min_size=1, max_size=7)


@given(SIZES)
def test_nothing_that_is_published_tells_of_a_group_under_the_smallest(sizes):
    names = dict(zip("ABCDEFG", sizes, strict=False))
    people = sum(names.values())
    if not people:
        return
    result = with_groups({"layanan": names})
    smallest = loaded("skm-14-2017").rubric.smallest_group
    for profile in published(result).profiles:
        counts = [int(group.people) for group in profile.groups]
        assert all(
            count >= smallest and names[group.name] == count
            for group, count in zip(profile.groups, counts, strict=True)
        )
        left = people - sum(counts)
        assert left == 0 or left >= smallest or not counts


def test_more_groups_than_fit_are_told_to_be_more():
    [profile] = published(with_groups({"layanan": dict.fromkeys("ABCDEF", 9)})).profiles
    assert [group.name for group in profile.groups] == ["A", "B", "C", "D"]
    assert profile.rest == "lainnya tidak dirinci"


def test_the_code_leads_to_the_offices_own_link_else_to_the_survey():
    own = published(IPAK, link=LINK)
    assert own.link == Link(LINK, "balai.contoh.example/survei/2024-tw4", "Selengkapnya", has_code=True)
    asked = published(IPAK, settings={**OFFICE, "report": {"link": "https://a.example/"}})
    assert asked.link == Link("https://a.example/", "a.example", "Isi survei kami", has_code=True)
    assert published(IPAK).link is None


def test_a_link_that_is_too_long_for_a_code_is_printed_by_its_host():
    limit = "https://a.example/" + "x" * (LONGEST_LINK - 18)
    assert published(IPAK, link=limit).link.has_code
    found = published(IPAK, link=limit + "x").link
    assert (found.has_code, found.shown) == (False, "a.example/…")


def test_place_and_date_are_those_of_the_report_and_no_line_of_dots():
    assert published(IPAK).place_and_date == "Kota Contoh, 2 Januari 2025"
    assert published(IPAK, settings={"unit": {"name": "A", "city": "Kota"}}).place_and_date == "Kota"
    assert published(IPAK, settings={"unit": {"name": "A"}}).place_and_date is None


def test_a_publication_is_a_draft_as_long_as_its_report_is():
    assert published(IPAK).draft == ()
    [reason] = published(IPAK, settings={"unit": {"name": "A"}}).draft
    assert "signatory" in reason


def test_too_few_respondents_are_told_with_the_figures():
    few = survey(((0, 0, 0, 10),) * 14, population=500)
    assert "(10 dari 217 yang diperlukan), sehingga" in published(few).caution
    assert published(replace(few, sample=replace(few.sample, adequate=True))).caution is None


def test_a_population_that_is_no_more_than_unknown_is_left_out():
    assert published(survey(ALL_BEST)).served is None
    assert published(survey(ALL_BEST, population=7)).served is None


@pytest.mark.parametrize("most", [20, 60])
def test_a_long_text_is_cut_between_words_and_says_so(most):
    text = "Unit Pelaksana Teknis Daerah Pusat Pelayanan Terpadu Perlindungan"
    found = cut(text, most)
    assert len(found) <= most
    assert found.endswith("…")
    assert text.startswith(found[:-1])
    assert text[len(found) - 1] == " "
    assert cut("x" * 50, 20) == "x" * 19 + "…"
    assert cut("a\n b\u202e", 20) == "a b"


def test_a_very_long_unit_has_a_limit():
    assert len(published(IPAK, settings={"unit": {"name": "Balai " * 100}}).unit) <= LONGEST_NAME


def test_what_the_office_could_still_say_is_listed():
    bare = material(IPAK, settings={"targets": {"default": "4"}})
    found = " ".join(lacking(bare, Said()))
    for name in (
        "publication.service",
        "publication.link",
        "unit.city",
        "periods.IV-2024.signed",
        "follow_up",
    ):
        assert name in found
    full = material(IPAK, settings=planned(I14={"actions": ["Mengumumkan biaya."]}))
    assert [*lacking(full, Said(service="Semua", link=LINK))] == []


def test_the_same_material_gives_the_same_publication():
    assert compose(material(IPAK, settings=OFFICE), Said()) == published(IPAK)
