"""Recaps scored as files: the figures of the answers, their period, their respondents, and refusals."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.base.period import AllDays, parse_period
from ipak_cli.base.problem import Severity
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.survey.recap import RecapShape
from ipak_cli.workspace.layout import Destination
from makers.exports import EXAMPLES, example_rows, write_csv
from makers.recap_files import THIRD, counts_form, counts_of, example_form, filled, write

TOOL = Tool("ipak", "0")
RAW = EXAMPLES / "ipak-ipkp-2024-tw3.xlsx"
PEOPLE = len(example_rows(3)) - 1


@pytest.fixture
def given(tmp_path):
    """Write forms by their names, and return their paths in this order."""
    return lambda **forms: [write(tmp_path / f"{name}.xlsx", content) for name, content in forms.items()]


def scored(*paths, rubric=None, **asked):
    return score_files(ScoreRequest(tuple(paths), **asked), rubric, Destination(), TOOL)


def codes(result):
    return [each.code for each in result.problems]


def one(result, code):
    (found,) = (each for each in result.problems if each.code == code)
    return found


def test_counts_give_the_figures_of_the_answers(given):
    raw, recap = scored(RAW), scored(*given(rekap=example_form()))
    assert codes(recap) == []
    assert recap.period == raw.period
    assert (recap.respondents, recap.answers, recap.missing) == (PEOPLE, raw.answers, raw.missing)
    assert recap.items == raw.items
    assert (recap.indices, recap.combined) == (raw.indices, raw.combined)
    assert (recap.distribution, recap.zi, recap.sample) == (raw.distribution, raw.zi, raw.sample)


def test_the_source_is_told_as_a_recap_with_its_shape(given):
    (source,) = scored(*given(rekap=example_form())).sources
    assert (source.name, source.sheet, source.recap) == ("rekap.xlsx", "Rekap", RecapShape.COUNTS)
    assert scored(RAW).sources[0].recap is None


def test_recaps_of_different_respondents_are_one_survey(given):
    parts = given(loket_1=example_form(last=20), loket_2=example_form(first=20))
    both, raw = scored(*parts), scored(RAW)
    assert codes(both) == []
    assert both.respondents == PEOPLE
    assert (both.items, both.distribution) == (raw.items, raw.distribution)
    assert [source.name for source in both.sources] == ["loket_1.xlsx", "loket_2.xlsx"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_recap_beside_answers_is_refused_whichever_comes_first(given, turned):
    (recap,) = given(rekap=example_form())
    result = scored(*([recap, RAW] if turned else [RAW, recap]))
    assert codes(result) == ["K290"]
    assert str(one(result, "K290").where) == "rekap.xlsx!Rekap"
    assert "ipak-ipkp-2024-tw3.xlsx berisi jawaban responden" in message_of(one(result, "K290"))
    assert result.respondents is None
    assert isinstance(result.indices["IPAK"].mean, NotScored)


def test_the_same_recap_twice_is_refused(given, tmp_path):
    (recap,) = given(rekap=example_form())
    assert codes(scored(recap, shutil.copy(recap, tmp_path / "salinan.xlsx"))) == ["K213"]


def test_the_same_figures_in_two_files_are_told_with_the_other_file(given):
    two = given(
        asli=example_form(last=20), salinan=filled(unit="Loket", counts=_first_twenty(), respondents=20)
    )
    result = scored(*two)
    assert codes(result) == ["K296"]
    assert str(one(result, "K296").where) == "salinan.xlsx!Rekap"
    assert "sama dengan asli.xlsx" in message_of(one(result, "K296"))
    assert result.items[0].n == 40


def _first_twenty():
    return counts_of(example_rows(3), 0, 20)


def test_a_recap_without_a_period_asks_for_one(given):
    (recap,) = given(rekap=example_form(period=None))
    assert codes(scored(recap)) == ["K291"]
    asked = scored(recap, period=parse_period(THIRD))
    assert (codes(asked), asked.period.name) == (["K292"], THIRD)


def test_a_period_that_the_recap_does_not_say_is_refused(given):
    (recap,) = given(rekap=example_form())
    result = scored(recap, period=parse_period("IV-2024"))
    assert codes(result) == ["W421"]
    assert f"yang ada: {THIRD} ({PEOPLE} responden)" in message_of(one(result, "W421"))
    assert codes(scored(recap, period=parse_period(THIRD))) == []


def test_recaps_of_several_periods_are_told_each_with_its_own(given):
    two = given(tiga=example_form(), empat=example_form(quarter=4, period="IV-2024", respondents=False))
    result = scored(*two)
    told = {str(each.where): message_of(each) for each in result.problems}
    assert told == {
        "tiga.xlsx!Rekap": f"berkas memuat jawaban dari {THIRD} ({PEOPLE} responden)",
        "empat.xlsx!Rekap": "berkas memuat jawaban dari IV-2024",
    }
    assert {hint_of(each) for each in result.problems} == {
        "Hitung rekap setiap periode dengan perintahnya sendiri, yang menyebut berkas periode itu saja."
    }
    assert [codes(scored(path)) for path in two] == [[], ["K297"]]  # as it is advised


def test_a_silent_recap_beside_one_of_a_period_is_asked_for_its_own(given):
    two = given(tiga=example_form(last=20), diam=example_form(first=20, period=None))
    result = scored(*two)
    assert [(each.code, str(each.where)) for each in result.problems] == [("K291", "diam.xlsx!Rekap")]


def test_all_days_of_a_recap_are_its_period(given):
    (recap,) = given(rekap=example_form())
    assert scored(recap, period=AllDays.ALL).period.name == THIRD


def test_respondents_follow_where_everybody_has_to_answer_and_all_items_say_as_many(given):
    (recap,) = given(rekap=example_form(respondents=False))
    result, raw = scored(recap), scored(RAW)
    assert (result.respondents, result.missing, result.sample) == (PEOPLE, raw.missing, raw.sample)
    assert result.items == raw.items
    assert str(one(result, "K297").where) == "rekap.xlsx!Rekap"
    assert f"{PEOPLE} responden" in message_of(one(result, "K297"))


def test_counts_of_a_hundred_in_every_item_may_be_percentages_and_no_respondents_follow(given):
    hundred = {f"I{n}": {1: 0, 2: 2, 3: 8, 4: 90} for n in range(1, 15)}
    (recap,) = given(rekap=counts_form(hundred))
    result = scored(recap)
    assert isinstance(result.respondents, NotScored)
    assert codes(result) == ["K298"]
    assert "--respondents 100" in hint_of(one(result, "K298"))
    asked = scored(recap, respondents=100)
    assert (asked.respondents, codes(asked)) == (100, [])


def test_respondents_of_several_recaps_follow_from_all_of_them(given):
    two = given(loket_1=example_form(last=20, respondents=False), loket_2=example_form(first=20))
    result = scored(*two)
    assert (result.respondents, codes(result)) == (PEOPLE, ["K297"])


def test_respondents_do_not_follow_where_items_may_be_left_out(given, tmp_path):
    (recap,) = given(rekap=example_form(respondents=False))
    text = Path("rubrics/ipak-ipkp.yaml").read_text(encoding="utf-8")
    (tmp_path / "boleh.yaml").write_text(text.replace("blank: error", "blank: missing"), encoding="utf-8")
    may_skip = scored(recap, rubric=str(tmp_path / "boleh.yaml"))
    assert [type(each.respondents) for each in (may_skip, scored(recap, lenient=True))] == [NotScored] * 2


def test_respondents_do_not_follow_from_items_of_unlike_numbers(given):
    counts = _first_twenty()
    (recap,) = given(rekap=filled(counts={**counts, "I1": {1: 0, 2: 0, 3: 0, 4: 19}}))
    result = scored(recap)
    assert (type(result.respondents), codes(result)) == (NotScored, [])


def test_respondents_are_given_where_the_recap_does_not_say_them(given):
    (recap,) = given(rekap=example_form(respondents=False))
    silent, asked = scored(recap, lenient=True), scored(recap, respondents=PEOPLE)
    assert isinstance(silent.respondents, NotScored)
    assert (asked.respondents, asked.missing) == (PEOPLE, scored(RAW).missing)
    assert (silent.decisions.respondents, asked.decisions.respondents) == (None, PEOPLE)
    assert silent.items[0].mean == asked.items[0].mean


def test_respondents_that_contradict_the_recap_are_refused(given):
    (recap,) = given(rekap=example_form())
    assert codes(scored(recap, respondents=PEOPLE + 1)) == ["K242"]
    two = given(loket_1=example_form(last=20), loket_2=example_form(first=20))
    assert codes(scored(*two, respondents=PEOPLE)) == []
    assert codes(scored(*two, respondents=PEOPLE + 1)) == ["K293"]


def test_fewer_respondents_than_answers_are_refused(given):
    two = given(
        loket_1=example_form(last=20, respondents=False), loket_2=example_form(first=20, respondents=False)
    )
    assert codes(scored(*two, respondents=PEOPLE)) == []
    result = scored(*two, respondents=PEOPLE - 1)
    assert set(codes(result)) == {"K294"}
    assert f"I1 mempunyai {PEOPLE} jawaban" in message_of(result.problems[0])


def test_more_respondents_than_the_answers_of_several_recaps_are_answers_not_given(given):
    two = given(
        loket_1=example_form(last=20, respondents=False), loket_2=example_form(first=20, respondents=False)
    )
    told = one(scored(*two, respondents=PEOPLE + 2), "K258")
    assert told.severity is Severity.ERROR
    assert f"28 jawaban dari {PEOPLE + 2} responden tidak diberikan, pada butir I1" in message_of(told)
    lenient = scored(*two, respondents=PEOPLE + 2, lenient=True)
    assert (one(lenient, "K258").severity, lenient.missing) == (Severity.WARNING, 28)


def test_more_respondents_than_the_stars_of_several_recaps_are_answers_not_given(given):
    stars = {"IPAK": {1: 0, 2: 2, 3: 8, 4: 195}, "IPKP": {1: 1, 2: 5, 3: 22, 4: 341}}
    two = given(
        loket_1=filled(totals=stars), loket_2=filled(totals={**stars, "IPAK": {1: 5, 2: 2, 3: 8, 4: 190}})
    )
    told = one(scored(*two, respondents=83), "K258")
    assert message_of(told) == "14 jawaban dari 83 responden tidak diberikan, pada IPAK dan IPKP"


def test_respondents_of_answers_are_counted_and_never_given():
    result = scored(RAW, respondents=PEOPLE)
    assert codes(result)[0] == "K295"
    assert "--population" in hint_of(one(result, "K295"))


def test_a_population_below_the_recap_s_respondents_is_told(given):
    (recap,) = given(rekap=example_form())
    assert codes(scored(recap, population=PEOPLE)) == []
    assert codes(scored(recap, population=PEOPLE - 1)) == ["U903"]


def test_faults_of_every_recap_are_told_at_once(given, tmp_path):
    counts = _first_twenty()
    bad = given(
        satu=filled(counts=counts, respondents=19),
        dua=filled(counts={**counts, "I1": {1: 3}}, respondents=20),
    )
    untimed = write_csv(tmp_path / "kosong.csv", [["catatan"]])
    files = {str(each.where).partition("!")[0] for each in scored(*bad, untimed).problems}
    assert files == {"satu.xlsx", "dua.xlsx", "kosong.csv"}


def test_the_unit_of_the_form_is_the_result_s_unless_another_is_given(given):
    (recap,) = given(rekap=filled(unit="Balai Contoh", counts=_first_twenty()))
    assert scored(recap).unit == "Balai Contoh"
    assert scored(recap, unit="Kantor Lain").unit == "Kantor Lain"
