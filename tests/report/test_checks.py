"""Cross-checks: documents that contradict themselves or the period stop the report, the rest is told."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import Severity, Where, has_errors, problem
from ipak_cli.base.provenance import AnswerDays
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.catalogue.survey import NO_RESPONDENTS
from ipak_cli.report.checks import check_pekppp, check_survey
from ipak_cli.rubric.load import LoadedRubric
from ipak_cli.survey.result import AnswerShare
from ipak_cli.survey.tally import Counts
from makers.pekppp_results import DIGEST, GAPS, RUBRIC, result_of, rows
from makers.report_material import ALL_BEST, PERIOD, loaded, material, survey

LOWER = ((0, 0, 3, 27), *ALL_BEST[1:])
MIXED = tuple((n % 3, n % 2, 5, 22) for n in range(14))
WHERE = Where("hasil/IV-2024/survey.json")
PEKPPP = LoadedRubric(RUBRIC, DIGEST, "rubrics/pekppp-2025.yaml")


def found(*results, config=None):
    return check_survey(material(*results, settings=config), loaded(), WHERE)


def codes(problems):
    return [each.code for each in problems]


def test_a_sound_result_has_nothing_to_tell():
    assert found(survey(MIXED, population=30, performance="B")) == ()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 9)] * 4), min_size=14, max_size=14))
def test_whatever_was_counted_counts_to_the_same_again(rows_):
    result = survey(((1, 0, 0, 36), *rows_[1:]))
    assert "L505" not in codes(found(result))


def test_a_result_of_another_period_stops_the_report():
    other = replace(material(survey(ALL_BEST)), survey=survey(ALL_BEST, "III-2024"))
    (stop,) = check_survey(other, loaded(), WHERE)
    assert stop.code == "L502"
    assert "periode III-2024" in message_of(stop)
    assert stop.where == WHERE


def test_a_result_without_a_period_stops_the_report():
    result = survey(ALL_BEST)
    undated = replace(result, period=replace(result.period, name=None))
    assert codes(check_survey(replace(material(result), survey=undated), loaded(), WHERE)) == ["L502"]


def test_a_result_of_faulty_input_stops_the_report():
    faulty = replace(survey(ALL_BEST), problems=(problem(NO_RESPONDENTS),))
    assert codes(found(faulty)) == ["L503"]


def test_the_combined_index_in_the_row_of_ipkp_is_noticed():
    result = survey(LOWER)
    forged = replace(result.indices["IPKP"], mean=result.combined.mean_of_indices)
    (stop,) = found(replace(result, indices=dict(result.indices) | {"IPKP": forged}))
    assert message_of(stop).startswith("nilai indeks pada dokumen hasil tidak sesuai dengan jawaban")
    assert stop.severity is Severity.ERROR


def test_another_periods_item_table_under_this_periods_figures_is_noticed():
    result, other = survey(LOWER), survey(MIXED, "III-2024")
    assert set(codes(found(replace(result, items=other.items)))) == {"L505"}


def test_a_share_that_the_answers_do_not_give_is_noticed():
    result = survey(LOWER)
    forged = dict(result.distribution) | {"4": AnswerShare(417, Fraction("97.86"))}
    (stop,) = found(replace(result, distribution=forged))
    assert message_of(stop).startswith("sebaran jawaban")


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"respondents": 31}, "jumlah responden"),
        ({"answers": 421}, "jumlah jawaban"),
        ({"missing": 1}, "jumlah jawaban yang tidak diberikan"),
        ({"zi": None}, "komponen Zona Integritas"),
        ({"population": 500}, "kecukupan responden"),
    ],
)
def test_any_changed_part_is_named(change, what):
    told = found(replace(survey(ALL_BEST), **change))
    assert has_errors(told)
    assert any(message_of(each).startswith(f"{what} pada dokumen hasil") for each in told)


def test_profile_groups_that_are_not_all_respondents_are_noticed():
    result = survey(ALL_BEST)
    (gender, service) = result.breakdowns
    fewer = replace(gender, groups=(replace(gender.groups[0], respondents=29),))
    (stop,) = found(replace(result, breakdowns=(fewer, service)))
    assert message_of(stop).startswith("rincian menurut jenis kelamin")


GROUPED = survey(
    ALL_BEST,
    groups={
        ("usia", label): Counts(size, ((0, 0, 0, size),) * 14)
        for label, size in {"> 50": 9, "17-30": 15, "< 17": 4, "Lainnya": 2}.items()
    },
)


def test_sound_groups_and_their_joint_row_are_no_trouble():
    (found_groups,) = GROUPED.breakdowns
    assert [row.respondents for row in found_groups.rows] == [15, 9, 6]
    assert found(GROUPED) == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda _: {"gathered": None},
        lambda given: {"gathered": replace(given.gathered, respondents=5)},
        lambda given: {
            "gathered": replace(given.gathered, indices=dict.fromkeys(given.gathered.indices, Fraction(5)))
        },
        lambda given: {
            "groups": (replace(given.groups[0], respondents=20), replace(given.groups[1], respondents=4))
        },
    ],
)
def test_rows_that_are_not_all_respondents_or_too_few_or_of_no_possible_value_are_noticed(change):
    (given,) = GROUPED.breakdowns
    (stop,) = found(replace(GROUPED, breakdowns=(replace(given, **change(given)),)))
    assert message_of(stop).startswith("rincian menurut usia")


def test_counts_of_other_answers_than_the_scale_has_are_noticed():
    result = survey(ALL_BEST)
    first = replace(result.items[0], counts={"4": 30})
    (stop,) = found(replace(result, items=(first, *result.items[1:])))
    assert message_of(stop).startswith("banyaknya jawaban setiap butir")


def test_thirteen_of_fourteen_items_stop_the_report():
    result = survey(ALL_BEST)
    (stop,) = found(replace(result, items=result.items[:-1]))
    assert (stop.code, message_of(stop)) == (
        "L504",
        "butir pada hasil tidak sama dengan rubrik ipak-ipkp: I14 tidak ada",
    )


def test_an_item_twice_stops_the_report():
    result = survey(ALL_BEST)
    (stop,) = found(replace(result, items=(*result.items, result.items[0])))
    assert message_of(stop).endswith("urutan atau banyaknya berbeda")


def test_an_item_without_an_answer_is_told():
    (told,) = found(survey(((0, 0, 0, 0), *ALL_BEST[1:])))
    assert message_of(told) == "13 dari 14 butir mempunyai nilai; yang belum: I1"


def test_another_version_of_the_rubric_cannot_be_counted_again_and_is_told():
    result = survey(ALL_BEST)
    older = replace(result.rubric, version="0.9", digest="sha256:" + "b2" * 32)
    (told,) = found(replace(result, rubric=older))
    assert told.code == "L506"
    assert "versi 0.9 (sidik b2b2b2b2)" in message_of(told)


def test_too_few_respondents_are_told():
    (told,) = found(survey(((0, 0, 0, 12),) * 14))
    assert told.code == "L507"
    assert "12 responden kurang dari batas minimal 30" in message_of(told)


def test_the_same_item_table_as_an_earlier_periods_is_told():
    (told,) = found(survey(MIXED, "II-2024"), survey(MIXED, "IV-2024"))
    assert (told.code, message_of(told)) == (
        "L508", "banyaknya jawaban setiap butir sama persis dengan periode II-2024",
    )  # fmt: skip


def test_settings_that_changed_since_the_scoring_are_told():
    now = {"periods": {"IV-2024": {"population": "50", "performance": "A"}}}
    population, performance = found(survey(MIXED, population=30), config=now)
    assert message_of(population).endswith("sekarang 50, tetapi hasilnya dihitung dengan 30")
    assert hint_of(population).startswith(f"Pastikan {population.values['names'][0]} ada di folder masuk")
    assert message_of(performance).endswith("sekarang A, tetapi hasilnya dihitung tanpa keterangan itu")


def test_a_zone_that_changed_since_the_scoring_is_told():
    (zone,) = found(survey(MIXED), config={"timezone": "WITA"})
    assert (
        message_of(zone)
        == "zona waktu di ipak.yaml sekarang Asia/Makassar, tetapi hasilnya dihitung dengan Asia/Jakarta"
    )


def test_settings_that_say_nothing_differ_in_nothing():
    assert found(survey(MIXED, population=30, performance="A")) == ()


def test_a_sound_self_assessment_has_nothing_to_tell():
    assert check_pekppp(result_of(rows(GAPS)), PERIOD, PEKPPP, WHERE) == ()


def test_a_self_assessment_of_another_period_stops_the_report():
    told = check_pekppp(result_of(), parse_period("III-2024"), PEKPPP, WHERE)
    assert codes(told) == ["L502"]
    assert told[0].where == WHERE


def test_twenty_nine_of_thirty_indicators_stop_the_report():
    result = result_of()
    (stop,) = check_pekppp(replace(result, indicators=result.indicators[1:]), PERIOD, PEKPPP, WHERE)
    assert message_of(stop) == "indikator pada hasil tidak sama dengan rubrik pekppp-2025: 1 tidak ada"


def test_an_indicator_that_is_not_assessed_is_told():
    lacking = rows()
    del lacking[7]
    (told,) = check_pekppp(result_of(lacking), PERIOD, PEKPPP, WHERE)
    assert (told.code, message_of(told)) == ("L512", "29 dari 30 indikator sudah dinilai")


def test_a_changed_f02_is_noticed():
    result = result_of(rows(GAPS))
    told = check_pekppp(replace(result, f02=Fraction(5)), PERIOD, PEKPPP, WHERE)
    assert [message_of(each).partition(" pada ")[0] for each in told] == ["F-02"]


def test_another_version_of_the_instrument_is_told():
    other = LoadedRubric(RUBRIC, "sha256:" + "c3" * 32, "x.yaml")
    assert codes(check_pekppp(result_of(), PERIOD, other, WHERE)) == ["L506"]


@pytest.mark.parametrize(
    ("first", "last", "stops"),
    [
        ("2024-10-01", "2024-12-31", False),
        ("2024-09-30", "2024-12-31", True),
        ("2024-10-01", "2025-01-01", True),
        ("2024-11-02", "2024-11-01", True),
    ],
)
def test_days_of_answers_outside_the_period_or_out_of_order_stop_the_report(first, last, stops):
    result = replace(survey(MIXED, population=30, performance="B"), answer_days=AnswerDays(first, last))
    assert codes(found(result)) == (["L505"] if stops else [])
