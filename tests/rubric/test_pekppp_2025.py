"""The shipped PEKPPP 2025 instrument against what is known of it: weights, lists, titles, open questions."""

from __future__ import annotations

from fractions import Fraction
from itertools import chain
from pathlib import Path

import pytest
import yaml

from ipak_cli.rubric import rules
from ipak_cli.rubric.pekppp import Certainty, Fact, FactType, Indicator, PekpppRubric
from ipak_cli.rubric.rules.interface import Doubt
from ipak_cli.rubric.typed import validate
from ipak_cli.rubric.types import Model
from ipak_cli.rubric.yaml_lines import read_document

FILE = Path(__file__).parents[2] / "rubrics" / "pekppp-2025.yaml"

PRINTED = yaml.safe_load(Path(__file__).with_name("pekppp_2025_levels.yaml").read_text(encoding="utf-8"))

SHARES = (
    "4.08 3.36 1.68 3.36 2.40 4.08 1.68 1.68 1.68 2.5 5 5 5 7.5 2.70 4.14 3.60 3.60 1.98 1.98 "
    "3.3 2.2 2.2 3.3 2 2.5 2.5 3 6 6"
)
"""Percent of F-02, indicators 1 to 30."""

CODES = (
    "a.Ak a.P a.T a.K a.K a.B a.T a.Ak a.Ak b.As b.K b.Ak b.K b.K c.K c.As c.As c.K c.As c.B "
    "d.T d.B d.As d.T e.P e.P e.Ak e.Ak f.B f.B"
)

TITLES = {
    1: "Tersedia Standar Pelayanan (SP) sesuai dengan ketentuan peraturan perundang-undangan yang berlaku",
    5: "Pemenuhan siklus Maklumat Pelayanan (ketersediaan, penetapan, dan publikasi)",
    6: "SKM yang dilaksanakan sesuai dengan Peraturan Menteri PANRB",
    11: "Tersedia Kode Etik dan Kode Perilaku Pelaksana dan/atau Budaya Pelayanan di lingkungan instansi",
    20: "Sarana Front Office (FO) bagian Informasi di unit layanan",
    24: "Pemutakhiran data dan informasi kanal digital",
    26: "Tersedia sarana dan media konsultasi serta pengaduan yang bisa dimanfaatkan semua lapisan "
    "masyarakat",
    30: "Sumber daya yang mendukung keberlanjutan Inovasi Pelayanan Publik",
}

COMPONENTS = (
    "persyaratan",
    "sistem, mekanisme, dan prosedur",
    "jangka waktu",
    "biaya/tarif",
    "produk pelayanan",
    "penanganan pengaduan, saran, dan masukan",
    "dasar hukum",
    "sarana, prasarana, dan/atau fasilitas",
    "kompetensi pelaksana",
    "pengawasan internal",
    "jumlah pelaksana",
    "jaminan pelayanan",
    "jaminan keamanan dan keselamatan",
    "evaluasi kinerja pelaksana",
)

FACILITIES = (
    "kursi roda/tongkat/kruk",
    "pintu masuk",
    "ramp",
    "lift khusus",
    "selasar",
    "toilet khusus",
    "loket khusus",
    "ruang tunggu khusus",
    "guiding block",
    "parkir khusus",
    "tunanetra/tunarungu",
    "arena bermain anak",
    "ruang laktasi",
    "fasilitas lain",
)

DOUBTS = {
    1: {Doubt.HOLE, Doubt.DIFFERENT},
    3: {Doubt.NOT_A_MEDIUM, Doubt.ONE_PLACE},
    4: {Doubt.OVERLAP},
    5: {Doubt.HOLE},
    6: {Doubt.HOLE},
    8: {Doubt.EDGE, Doubt.EMPTY, Doubt.UNPROVEN},
    9: {Doubt.EDGE, Doubt.PARTIAL},
    10: {Doubt.NO_BASE},
    11: {Doubt.NO_BASE},
    13: {Doubt.TOP, Doubt.EMPTY},
    15: {Doubt.EMPTY, Doubt.NO_BASE},
    16: {Doubt.EMPTY, Doubt.NO_BASE},
    17: {Doubt.EMPTY, Doubt.NO_BASE, Doubt.STRAY},
    20: {Doubt.EMPTY, Doubt.NO_BASE},
    21: {Doubt.OUTSIDE},
    22: {Doubt.TOP},
    23: {Doubt.HOLE},
    24: {Doubt.OUTSIDE},
    26: {Doubt.OUTSIDE},
    27: {Doubt.HOLE},
    28: {Doubt.EDGE, Doubt.CHANNELS, Doubt.NO_CASE},
    29: {Doubt.OUTSIDE},
    30: {Doubt.NO_BASE},
}
"""Where the instrument is ambiguous; the other indicators are complete as written."""


@pytest.fixture(scope="module")
def rubric() -> PekpppRubric:
    document = read_document(FILE.read_bytes(), FILE.name)
    found, faults = validate(document, PekpppRubric)
    assert not document.problems
    assert not faults
    assert found is not None
    return found


def test_the_rubric_says_which_instrument_it_is(rubric):
    assert (rubric.kind, rubric.id, rubric.version) == ("pekppp", "pekppp-2025", "1.1")


def test_six_aspects_carry_the_weights_of_the_instrument(rubric):
    assert [(aspect.code, aspect.name, aspect.weight) for aspect in rubric.aspects] == [
        ("a", "Kebijakan Pelayanan", 24),
        ("b", "Profesionalisme SDM", 25),
        ("c", "Sarana Prasarana", 18),
        ("d", "SIPP", 11),
        ("e", "Konsultasi Pengaduan", 10),
        ("f", "Inovasi", 12),
    ]


def test_weights_sum_to_100_over_the_aspects_and_within_each(rubric):
    assert sum(aspect.weight for aspect in rubric.aspects) == 100
    sums = {aspect.code: sum(each.weight for each in aspect.indicators) for aspect in rubric.aspects}
    assert sums == dict.fromkeys("abcdef", 100)


def test_the_share_of_every_indicator_in_f02_is_the_known_one(rubric):
    shares = [rubric.share_of(indicator) * 100 for indicator in rubric.indicators]
    assert shares == [Fraction(share) for share in SHARES.split()]
    assert sum(shares) == 100


def test_thirty_indicators_are_numbered_in_order_with_the_codes_of_the_instrument(rubric):
    assert [indicator.no for indicator in rubric.indicators] == list(range(1, 31))
    assert [indicator.code for indicator in rubric.indicators] == CODES.split()


def test_a_code_is_made_of_the_letters_of_the_aspect_and_the_principle(rubric):
    known = {principle.code for principle in rubric.principles}
    assert known == {"Ak", "P", "T", "K", "B", "As"}
    for aspect in rubric.aspects:
        for indicator in aspect.indicators:
            assert indicator.code == f"{aspect.code}.{indicator.principle}"
            assert indicator.principle in known


def test_nine_categories_fall_from_4_51_to_0(rubric):
    found = [(category.code, category.minimum) for category in rubric.categories]
    assert found == [
        ("A", Fraction("4.51")),
        ("A-", Fraction("4.01")),
        ("B", Fraction("3.51")),
        ("B-", Fraction("3.01")),
        ("C", Fraction("2.51")),
        ("C-", Fraction("2.01")),
        ("D", Fraction("1.51")),
        ("E", Fraction("1.01")),
        ("F", 0),
    ]


def test_ipp_is_three_periods_f02_and_one_period_f03(rubric):
    assert (rubric.ipp.f02, rubric.ipp.f03) == (Fraction(3, 4), Fraction(1, 4))


def test_f03_has_14_questions_on_site_and_11_online_and_says_what_is_not_known(rubric):
    on_site, online = rubric.f03.forms
    codes = (
        "1.a.K1 2.a.K1 3.a.K1 4.a.K1 5.b.Ak 6.b.Ak 7.b.Ak 8.c.As 9.c.K 10.c.As 11.c.As 12.d.T 14.d.T 15.e.K"
    )

    assert (on_site.code, on_site.name, on_site.certainty) == ("A", "luring", Certainty.CONFIRMED)
    assert [each.code for each in on_site.questions] == codes.split()
    assert [each.no for each in on_site.questions] == list(range(1, 15))
    assert (online.code, online.name, online.certainty) == ("B", "daring", Certainty.ONE_SOURCE)
    assert [each.no for each in online.questions] == list(range(1, 12))
    assert rubric.f03.respondents == 10
    assert any(note.startswith("[U] Bunyi pertanyaan tidak diketahui") for note in rubric.f03.notes)


@pytest.mark.parametrize(("no", "title"), TITLES.items())
def test_titles_are_the_instruments_own(rubric, no, title):
    assert _indicator(rubric, no).title == title


@pytest.mark.parametrize("no", range(1, 29))
def test_the_levels_are_the_instruments_own_word_for_word(rubric, no):
    assert list(_indicator(rubric, no).levels) == PRINTED[no]


def test_the_levels_of_the_innovation_say_what_is_known_of_them(rubric):
    none, learning, young, older, entered, awarded = _indicator(rubric, 29).levels
    assert ("Tidak ada inovasi" in none, "belajar" in learning) == (True, True)
    assert "kurang dari 1 tahun" in young
    assert ("lebih dari 1 tahun" in older, "belum diikutkan kompetisi" in older) == (True, True)
    assert ("lebih dari 1 tahun" in entered, "tingkat apa pun" in entered) == (True, True)
    assert "penghargaan tingkat apa pun" in awarded


def test_every_level_is_also_said_in_words_of_our_own(rubric):
    for indicator in rubric.indicators:
        assert len(set(indicator.meanings)) == 6, indicator.no


def test_what_is_to_be_named_goes_where_it_is_not_taken_for_a_file(rubric):
    asked = [fact for fact in _facts(rubric) if "Sebutkan" in (fact.help or "")]
    assert len(asked) == 7
    assert {"kolom Catatan lembar Penilaian" in fact.help for fact in asked} == {True}


def test_help_says_how_complaints_beside_the_national_channel_follow_from_f01(rubric):
    received, settled = (_indicator(rubric, 28).fact(fact).help for fact in ("F28-03", "F28-04"))
    assert "selisih keduanya" in received
    assert "dikurangi yang selesai lewat SP4N-LAPOR!" in settled


def test_no_title_ends_with_a_period_or_holds_two_spaces(rubric):
    for indicator in rubric.indicators:
        assert not indicator.title.endswith(".")
        assert indicator.title == " ".join(indicator.title.split())


def test_the_six_level_texts_of_an_indicator_differ(rubric):
    for indicator in rubric.indicators:
        assert len(set(indicator.levels)) == 6, indicator.no


def test_fact_ids_carry_their_indicators_number_and_run_from_01(rubric):
    for indicator in rubric.indicators:
        wanted = [f"F{indicator.no:02}-{place:02}" for place in range(1, len(indicator.facts) + 1)]
        assert [fact.id for fact in indicator.facts] == wanted


def test_no_two_facts_of_the_instrument_have_the_same_text(rubric):
    texts = [fact.text for indicator in rubric.indicators for fact in indicator.facts]
    assert len(texts) == len(set(texts))


def test_every_fact_is_used_by_its_rule_and_no_other_is(rubric):
    for indicator in rubric.indicators:
        assert _facts_of(indicator.rule) == {fact.id for fact in indicator.facts}, indicator.no


def test_only_choices_have_options_and_these_differ(rubric):
    for fact in _facts(rubric):
        assert bool(fact.options) == (fact.type is FactType.CHOICE), fact.id
        assert len(set(fact.options)) == len(fact.options) != 1, fact.id


def test_no_option_holds_a_comma_which_would_split_it_in_a_drop_down(rubric):
    assert not [option for fact in _facts(rubric) for option in fact.options if "," in option]


def test_every_answer_that_a_case_names_is_one_of_its_facts(rubric):
    for indicator in rubric.indicators:
        if isinstance(indicator.rule, rules.Choice):
            for condition in chain.from_iterable(case.when for case in indicator.rule.cases):
                assert set(condition.answers) <= set(indicator.fact(condition.fact).answers)


def test_the_standard_has_its_14_components_and_the_second_step_asks_for_all(rubric):
    first = _indicator(rubric, 1)
    assert isinstance(first.rule, rules.Ladder)
    asked = [first.fact(fact).text for fact in first.rule.steps[1].all]
    assert [component in text for component, text in zip(COMPONENTS, asked, strict=True)] == [True] * 14


def test_the_14_facilities_for_vulnerable_groups_are_asked_in_the_instruments_order(rubric):
    asked = [fact.text.lower() for fact in _indicator(rubric, 18).facts]
    assert [facility in text for facility, text in zip(FACILITIES, asked, strict=True)] == [True] * 14


def test_every_known_ambiguity_has_a_text_and_no_other_has(rubric):
    found = {each.no: {doubtful.doubt for doubtful in each.doubts} for each in rubric.indicators}
    assert {no: doubts for no, doubts in found.items() if doubts} == DOUBTS


def test_a_doubt_says_when_it_arises_as_the_rest_of_a_sentence(rubric):
    for indicator in rubric.indicators:
        for doubtful in indicator.doubts:
            assert not doubtful.text.endswith("."), indicator.no
            assert doubtful.text.startswith("bila "), indicator.no


def test_whatever_a_rule_marks_as_doubtful_has_a_text(rubric):
    for indicator in rubric.indicators:
        assert _marked(indicator.rule) <= {doubtful.doubt for doubtful in indicator.doubts}, indicator.no


def test_only_the_innovation_levels_come_from_another_instrument(rubric):
    assert {each.certainty for each in rubric.indicators} == {Certainty.CONFIRMED}
    assert [each.no for each in rubric.indicators if each.source] == [29, 30]


def _indicator(rubric: PekpppRubric, no: int) -> Indicator:
    return next(indicator for indicator in rubric.indicators if indicator.no == no)


def _facts(rubric: PekpppRubric) -> tuple[Fact, ...]:
    return tuple(fact for indicator in rubric.indicators for fact in indicator.facts)


def _facts_of(value: object) -> set[str]:
    """Return every fact id that a dumped rule names, at whatever depth."""
    if isinstance(value, Model):
        value = value.model_dump()
    if isinstance(value, dict):
        return set().union(*(_facts_of(each) for each in value.values()))
    if isinstance(value, list | tuple):
        return set().union(*(_facts_of(each) for each in value))
    return {value} if isinstance(value, str) and value[:1] == "F" and value[1:3].isdigit() else set()


def _marked(rule: rules.Rule) -> set[Doubt]:
    """Return the doubts that a rule's own marks can raise."""
    match rule:
        case rules.Ladder() if any(step.doubtful for step in rule.steps):
            return {Doubt.HOLE}
        case rules.Choice() if any(case.doubtful for case in rule.cases):
            return {Doubt.OUTSIDE}
        case rules.Ratio() if any(share.doubtful for share in rule.shares):
            return {Doubt.EDGE}
        case rules.TwoChannelRatio():
            return {Doubt.EDGE}
        case _:
            return set()
