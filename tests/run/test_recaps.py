"""Recaps in a run: scored and reported, made again as the office decided, never joined with answers."""

import json
from datetime import timedelta

import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError, has_errors
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.run.status import Asked, status_below
from ipak_cli.run.values import Outcome
from ipak_cli.workspace.layout import Destination
from makers.exports import EXAMPLES, example_rows, write_xlsx
from makers.recap_files import counts_of, example_form, filled
from makers.runs import LONG_AGO, NIGHT, PLAIN, VERSION, arrive, run, workspace

TOOL = Tool("ipak", VERSION)
Q3, Q4 = "III-2024", "IV-2024"
RAW = "ipak-ipkp-2024-tw3.xlsx"
PEOPLE = len(example_rows(3)) - 1
SETTINGS = f"{PLAIN}periods:\n  III-2024: {{population: 63}}\n"


@pytest.fixture
def office(tmp_path):
    folder = workspace(tmp_path / "unit")
    (folder / "ipak.yaml").write_text(SETTINGS)
    return folder


def raw(folder, written=LONG_AGO):
    return arrive(folder, RAW, (EXAMPLES / RAW).read_bytes(), written)


def score(folder, *paths, **asked):
    return score_files(ScoreRequest(tuple(paths), **asked), None, Destination(folder), TOOL)


def stored(folder, period=Q3):
    return json.loads((folder / "hasil" / period / "survey.json").read_bytes())


def problems(done):
    return [fault for each in done.workspaces for fault in each.problems]


def codes(done):
    return [fault.code for fault in problems(done)]


def one(done, code):
    (found,) = (each for each in problems(done) if each.code == code)
    return found


def shapes(document):
    return [source.get("recap") for source in document["sources"]]


def test_a_recap_that_arrives_is_scored_and_reported(office):
    arrive(office, "rekap.xlsx", example_form())
    done = run(office)
    assert (done.outcome, codes(done)) == (Outcome.DONE, [])
    assert [step.action for step in done.workspaces[0].steps] == ["survey", "report"]
    assert (shapes(stored(office)), stored(office)["respondents"]) == (["counts"], PEOPLE)
    assert (office / "laporan" / Q3 / "laporan.md").is_file()
    assert run(office, nights=1).workspaces[0].steps == ()


def test_a_recap_without_a_period_waits_for_the_command_that_names_it(office):
    path = arrive(office, "rekap.xlsx", example_form(period=None))
    told = one(run(office), "D642")
    assert '`ipak score "masuk/rekap.xlsx" --period PERIODE`' in hint_of(told)
    score(office, path, period=parse_period(Q3))
    done = run(office, nights=1)
    assert (done.outcome, codes(done)) == (Outcome.DONE, [])


def test_period_and_respondents_that_the_office_gave_are_given_again(office):
    path = arrive(office, "rekap.xlsx", example_form(period=None, respondents=False))
    score(office, path, period=parse_period(Q3), respondents=PEOPLE)
    run(office)
    before = stored(office)
    (office / "ipak.yaml").write_text(SETTINGS.replace("63", "82"))
    done = run(office, nights=1)
    after = stored(office)
    assert (done.outcome, codes(done)) == (Outcome.DONE, [])
    assert (before["respondents"], after["respondents"]) == (PEOPLE, PEOPLE)
    assert (after["population"], after["sample"]["response_rate"]["exact"]) == (82, "50")
    assert after["decisions"] == before["decisions"]
    assert after["decisions"]["respondents"] == PEOPLE


def test_a_corrected_recap_replaces_what_it_gave(office):
    arrive(office, "rekap.xlsx", example_form(last=20))
    run(office)
    assert stored(office)["respondents"] == 20
    arrive(office, "rekap.xlsx", example_form(), LONG_AGO + 60)
    done = run(office, nights=1)
    assert (done.outcome, codes(done), stored(office)["respondents"]) == (Outcome.DONE, [], PEOPLE)
    assert len([*(office / "hasil" / Q3 / "lama").glob("survey-*.json")]) == 1


def test_a_corrected_recap_is_scored_as_the_office_decided_and_told(office):
    path = arrive(office, "rekap.xlsx", example_form(last=20, respondents=False))
    score(office, path, respondents=20)
    arrive(office, "rekap.xlsx", example_form(first=1, last=21, respondents=False), LONG_AGO + 60)
    done = run(office)
    assert (done.outcome, codes(done), stored(office)["respondents"]) == (Outcome.DONE, ["D691"], 20)
    assert "20 responden" in message_of(one(done, "D691"))


def test_the_respondents_of_one_recap_are_not_given_in_the_command_that_adds_another(office):
    path = arrive(office, "loket-1.xlsx", example_form(last=20, respondents=False))
    score(office, path, respondents=20)
    arrive(office, "loket-2.xlsx", example_form(first=20, respondents=False))
    assert '`ipak score "masuk/loket-1.xlsx" "masuk/loket-2.xlsx"`' in hint_of(one(run(office), "D643"))


def test_a_corrected_recap_of_a_period_that_only_the_office_named_is_asked_again(office):
    path = arrive(office, "rekap.xlsx", example_form(last=20, period=None))
    score(office, path, period=parse_period(Q3))
    before = stored(office)
    arrive(office, "rekap.xlsx", example_form(period=None), LONG_AGO + 60)
    assert codes(run(office)) == ["D693"]
    assert stored(office) == before


def test_the_same_recap_under_two_names_counts_once(office):
    arrive(office, "rekap.xlsx", example_form())
    arrive(office, "rekap-2.xlsx", example_form())
    done = run(office)
    assert (done.outcome, codes(done)) == (Outcome.DONE, ["D638"])
    assert stored(office)["respondents"] == PEOPLE


def test_two_recaps_of_a_quarter_are_a_conflict_until_the_office_adds_them(office):
    paths = [
        arrive(office, "loket-1.xlsx", example_form(last=20)),
        arrive(office, "loket-2.xlsx", example_form(first=20)),
    ]
    done = run(office)
    assert codes(done) == ["D643", "D643"]
    assert '`ipak score "masuk/loket-1.xlsx" "masuk/loket-2.xlsx"`' in hint_of(problems(done)[0])
    assert not (office / "hasil" / Q3).exists()
    score(office, *paths)
    done = run(office, nights=1)
    assert (done.outcome, stored(office)["respondents"]) == (Outcome.DONE, PEOPLE)


def test_a_recap_and_answers_of_a_quarter_are_a_conflict_that_no_command_joins(office):
    arrive(office, "rekap.xlsx", example_form())
    raw(office)
    done = run(office)
    assert codes(done) == ["D643", "D643"]
    for each in problems(done):
        assert "Yang satu rekap, yang lain jawaban responden" in hint_of(each)
        assert "ipak score" not in hint_of(each)
    assert not (office / "hasil" / Q3).exists()


@pytest.mark.parametrize("first", ["rekap", "answers"])
def test_what_one_of_them_gave_before_is_taken_back_when_the_other_comes(office, first):
    def come(kind, written):
        return (
            arrive(office, "rekap.xlsx", example_form(), written) if kind == "rekap" else raw(office, written)
        )

    second = {"rekap": "answers", "answers": "rekap"}[first]
    come(first, LONG_AGO)
    run(office)
    assert (office / "hasil" / Q3 / "survey.json").is_file()
    path = come(second, LONG_AGO + 60)
    done = run(office, nights=1)
    assert codes(done) == ["D643", "D643"]
    assert "ipak score" not in hint_of(problems(done)[0])
    assert not (office / "hasil" / Q3 / "survey.json").exists()
    path.unlink()
    assert run(office, nights=2).outcome is Outcome.DONE
    assert shapes(stored(office)) == (["counts"] if first == "rekap" else [None])


def test_a_recap_never_replaces_what_answers_from_elsewhere_gave(office, tmp_path):
    elsewhere = write_xlsx(tmp_path / "jawaban.xlsx", example_rows(3))
    score(office, elsewhere)
    before = stored(office)
    arrive(office, "rekap.xlsx", example_form())
    told = one(run(office), "G499")
    assert str(told.where) == "masuk/rekap.xlsx"
    assert "hasil/III-2024/survey.json ke hasil/III-2024/lama" in hint_of(told)
    assert stored(office) == before


def test_a_recap_never_replaces_what_a_richer_one_from_elsewhere_gave(office, tmp_path):
    elsewhere = tmp_path / "rekap.xlsx"
    elsewhere.write_bytes(example_form())
    score(office, elsewhere)
    before = stored(office)
    arrive(office, "jumlah.xlsx", filled(totals={"IPAK": {1: 0, 2: 2, 3: 8, 4: 195}}))
    told = one(run(office), "G478")
    assert str(told.where) == "masuk/jumlah.xlsx"
    assert "hasil/III-2024/survey.json ke hasil/III-2024/lama" in hint_of(told)
    assert stored(office) == before


def test_answers_never_replace_what_a_recap_from_elsewhere_gave(office, tmp_path):
    elsewhere = tmp_path / "rekap.xlsx"
    elsewhere.write_bytes(example_form())
    score(office, elsewhere)
    raw(office)
    assert codes(run(office)) == ["G489"]
    assert shapes(stored(office)) == ["counts"]


def test_a_recap_under_the_name_of_an_export_is_held(office):
    path = raw(office)
    run(office)
    before = stored(office)
    arrive(office, path.name, example_form(), LONG_AGO + 60)
    for night in (1, 2):
        assert "G499" in codes(run(office, nights=night))
        assert stored(office) == before
    aside = office / "hasil" / Q3 / "lama"
    aside.mkdir(exist_ok=True)
    (office / "hasil" / Q3 / "survey.json").rename(aside / "survey.json")
    assert run(office, nights=3).outcome is Outcome.DONE
    assert shapes(stored(office)) == ["counts"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_score_by_hand_is_refused_where_the_other_kind_is_stored(office, tmp_path, turned):
    recap = tmp_path / "rekap.xlsx"
    recap.write_bytes(example_form())
    answers = write_xlsx(tmp_path / "jawaban.xlsx", example_rows(3))
    first, second = (recap, answers) if turned else (answers, recap)
    score(office, first)
    before = stored(office)
    with pytest.raises(ProblemsFoundError) as refused:
        score(office, second)
    assert [each.code for each in refused.value.problems] == ["G489" if turned else "G499"]
    assert stored(office) == before


def test_a_faulty_recap_is_held_with_its_cells_while_the_others_are_done(office):
    counts = counts_of(example_rows(3))
    arrive(office, "rekap.xlsx", filled(counts={**counts, "I1": {1: 0, 2: 1}}, respondents=PEOPLE))
    arrive(office, "empat.xlsx", example_form(quarter=4, period=Q4))
    done = run(office)
    assert (done.outcome, shapes(stored(office, Q4))) == (Outcome.FAILED, ["counts"])
    faults = [each for each in problems(done) if each.where.cell and has_errors([each])]
    assert {each.where.cell for each in faults} >= {"F8", "G8"}
    (told,) = status_below(office, Asked(TOOL, NIGHT + timedelta(days=1))).workspaces
    assert (told.failed, told.sound) == (("rekap.xlsx",), False)
    assert {each.code for each in told.last_failure.problems} >= {each.code for each in faults}


def test_a_recap_beside_a_faulty_one_of_its_quarter_is_not_taken_for_all_of_it(office):
    counts = counts_of(example_rows(3), 0, 20)
    arrive(office, "loket-1.xlsx", filled(counts={**counts, "I1": {1: 0}}, respondents=20))
    arrive(office, "loket-2.xlsx", example_form(first=20))
    assert set(codes(run(office))) == {"K241", "D656"}
    assert not (office / "hasil" / Q3).exists()


def test_sources_never_join_a_recap_with_answers(office):
    (office / "ipak.yaml").write_text(f'{PLAIN}sources:\n  - {{files: ["*.xlsx"], together: true}}\n')
    arrive(office, "rekap.xlsx", example_form())
    raw(office)
    done = run(office)
    assert (done.outcome, "K290" in codes(done)) == (Outcome.FAILED, True)
    assert not (office / "hasil" / Q3).exists()


def test_sources_join_recaps_and_answers_each_of_its_own_quarter(office):
    (office / "ipak.yaml").write_text(f'{PLAIN}sources:\n  - {{files: ["*.xlsx"], together: true}}\n')
    arrive(office, "loket-1.xlsx", example_form(quarter=4, period=Q4, last=10))
    arrive(office, "loket-2.xlsx", example_form(quarter=4, period=Q4, first=10))
    raw(office)
    assert run(office).outcome is Outcome.DONE
    assert (shapes(stored(office, Q4)), shapes(stored(office))) == (["counts", "counts"], [None])


def test_sources_say_the_period_and_the_respondents_of_a_recap(office):
    rule = f"{{files: [rekap.xlsx], period: {Q3}, respondents: {PEOPLE}}}"
    (office / "ipak.yaml").write_text(f"{PLAIN}sources:\n  - {rule}\n")
    path = arrive(office, "rekap.xlsx", example_form(period=None, respondents=False))
    assert run(office).outcome is Outcome.DONE
    assert stored(office)["respondents"] == PEOPLE
    (told,) = (
        each
        for each in score(
            office, path, respondents=PEOPLE + 1, period=parse_period(Q3), lenient=True
        ).problems
        if each.code == "G494"
    )
    assert f"respondents: {PEOPLE + 1}" in hint_of(told)
