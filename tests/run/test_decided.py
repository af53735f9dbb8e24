"""What the office decided is repeated: files scored together, lenient, a period, and `sources:`."""

import io
import json
import os
import shlex
import shutil
from fractions import Fraction

import pytest
from openpyxl import load_workbook
from rich.console import Console

from ipak_cli.base.period import parse_period
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import hint_of
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.run.values import Outcome
from ipak_cli.terminal.run import run_view
from ipak_cli.workspace.layout import Destination
from makers.exports import example_rows, item_columns, write_csv, write_xlsx
from makers.nights import word
from makers.runs import EXAMPLES, PLAIN, VERSION, arrive, run, snapshot, workspace

TOOL = Tool("ipak", VERSION)
Q3, Q4 = "III-2024", "IV-2024"
PEKPPP = "pekppp-2024.xlsx"
SETTINGS = f"{PLAIN}periods:\n  III-2024: {{population: 63}}\n"


@pytest.fixture
def office(tmp_path):
    folder = workspace(tmp_path / "unit")
    (folder / "ipak.yaml").write_text(SETTINGS)
    return folder


def part(tmp_path, first, last, *, period=3, spoilt=False):
    """Return an export of some of the example's respondents, with an answer off the scale in the first."""
    head, *rows = example_rows(period)
    rows = [list(row) for row in rows[first:last]]
    if spoilt:
        rows[0][item_columns(head)[0]] = 9
    return write_xlsx(tmp_path / "bagian.xlsx", [head, *rows]).read_bytes()


def three_points(folder, tmp_path, night=0):
    """Put three service points' exports into the inbox, one with a bad answer; return their paths."""
    parts = [(0, 13, True), (13, 26, False), (26, 39, False)]
    return [
        arrive(
            folder,
            f"loket-{n}.xlsx",
            part(tmp_path, first, last, spoilt=spoilt),
            1_700_000_000 + night,
        )
        for n, (first, last, spoilt) in enumerate(parts, start=1)
    ]


def score(folder, *paths, **asked):
    return score_files(ScoreRequest(tuple(paths), **asked), None, Destination(folder), TOOL)


def stored(folder, period=Q3):
    return json.loads((folder / "hasil" / period / "survey.json").read_bytes())


def problems(done):
    return [fault for each in done.workspaces for fault in each.problems]


def codes(done):
    return [fault.code for fault in problems(done)]


def settings(folder, text):
    (folder / "ipak.yaml").write_text(text)


def run_text(done):
    screen = Console(width=80, file=io.StringIO(), highlight=False, markup=False, emoji=False)
    screen.print(run_view(done))
    return screen.file.getvalue()


def rate(document):
    return Fraction(document["sample"]["response_rate"]["exact"])


def test_files_scored_together_and_leniently_are_so_again_when_the_population_changes(office, tmp_path):
    score(office, *three_points(office, tmp_path), lenient=True)
    assert run(office).outcome is Outcome.DONE
    before = stored(office)
    assert (before["respondents"], before["missing"], rate(before)) == (39, 1, Fraction(3900, 63))
    settings(office, SETTINGS.replace("63", "78"))
    done = run(office, nights=1)
    after = stored(office)
    assert (done.outcome, codes(done)) == (Outcome.DONE, [])
    assert (after["respondents"], after["missing"], rate(after)) == (39, 1, 50)
    assert after["decisions"] == before["decisions"]
    assert [step.action for step in run(office, nights=2).workspaces[0].steps] == []


def test_the_result_says_which_files_it_was_made_from_and_how(office, tmp_path):
    paths = three_points(office, tmp_path)
    score(office, *paths, lenient=True, period=parse_period(Q3))
    decided = stored(office)["decisions"]
    assert [file["name"] for file in decided["files"]] == [f"masuk/{path.name}" for path in paths]
    assert (decided["period"], decided["lenient"], decided["sheet"]) == (Q3, True, None)


def test_a_file_that_is_gone_is_named_and_nothing_is_changed(office, tmp_path):
    paths = three_points(office, tmp_path)
    score(office, *paths, lenient=True)
    run(office)
    before = snapshot(office / "hasil")
    reports = snapshot(office / "laporan")
    paths[1].unlink()
    settings(office, SETTINGS.replace("63", "78"))
    for night in (1, 2):
        done = run(office, nights=night)
        assert (done.workspaces[0].steps, snapshot(office / "laporan")) == ((), reports)
        (told,) = problems(done)
        assert (done.outcome, told.code) == (Outcome.FAILED, "D690")
        assert told.values["names"] == ("masuk/loket-2.xlsx",)
        assert '`ipak score "masuk/loket-1.xlsx" "masuk/loket-3.xlsx" --lenient`' in hint_of(told)
        assert snapshot(office / "hasil") == before
    assert "D690" in [each.code for each in word(office)[0].problems]
    assert word(office)[0].outdated == ()
    three_points(office, tmp_path, night=3)
    done = run(office, nights=3)
    assert (done.outcome, rate(stored(office))) == (Outcome.DONE, 50)


def test_a_report_that_is_gone_is_made_of_the_result_that_stays_too(office, tmp_path):
    paths = three_points(office, tmp_path)
    score(office, *paths, lenient=True)
    run(office)
    paths[1].unlink()
    shutil.rmtree(office / "laporan")
    done = run(office, nights=1)
    assert ([step.action for step in done.workspaces[0].steps], codes(done)) == (["report"], ["D690"])


def test_files_that_all_go_at_once_are_told_once_and_the_result_stays(office, tmp_path):
    paths = three_points(office, tmp_path)
    score(office, *paths, lenient=True)
    run(office)
    before = snapshot(office / "hasil")
    for path in paths:
        path.unlink()
    done = run(office, nights=1)
    (told,) = problems(done)
    assert (done.outcome, told.code, told.values["period"]) == (Outcome.DONE, "D695", Q3)
    assert told.values["names"] == tuple(f"masuk/{path.name}" for path in paths)
    assert codes(run(office, nights=2)) == []
    assert snapshot(office / "hasil") == before


def test_a_file_that_another_of_its_period_takes_the_place_of_is_not_missed(office, tmp_path):
    one = arrive(office, "satu.xlsx", part(tmp_path, 0, 20))
    run(office)
    one.unlink()
    arrive(office, "dua.xlsx", part(tmp_path, 0, 30))
    assert (codes(run(office, nights=1)), stored(office)["respondents"]) == ([], 30)


def test_a_file_that_holds_something_else_is_scored_in_the_same_way_and_told(office, tmp_path):
    score(office, *three_points(office, tmp_path), lenient=True)
    run(office)
    arrive(office, "loket-3.xlsx", part(tmp_path, 26, 41), 1_700_000_100)
    done = run(office, nights=1)
    assert (done.outcome, codes(done)) == (Outcome.DONE, ["D691"])
    assert stored(office)["respondents"] == 41
    assert codes(run(office, nights=2)) == []


def test_a_file_under_another_name_is_the_same_file(office, tmp_path):
    paths = three_points(office, tmp_path)
    score(office, *paths, lenient=True)
    run(office)
    paths[2].rename(paths[2].with_name("loket-tiga.xlsx"))
    done = run(office, nights=1)
    assert (done.outcome, stored(office)["respondents"]) == (Outcome.DONE, 39)


def test_a_lost_memory_forgets_no_decision(office, tmp_path):
    score(office, *three_points(office, tmp_path), lenient=True)
    run(office)
    settings(office, SETTINGS.replace("63", "78"))
    (office / ".ipak" / "memory.json").unlink()
    done = run(office, nights=1)
    assert (done.outcome, stored(office)["respondents"], rate(stored(office))) == (Outcome.DONE, 39, 50)


def test_a_bad_answer_that_arrives_later_stops_all_files_of_a_strict_decision(office, tmp_path):
    spoilt, *paths = three_points(office, tmp_path)
    spoilt.unlink()
    score(office, *paths)
    run(office)
    before = (office / "hasil" / Q3 / "survey.json").read_bytes()
    arrive(office, "loket-3.xlsx", part(tmp_path, 26, 39, spoilt=True), 1_700_000_100)
    done = run(office, nights=1)
    found = {each.code: each.where.file for each in problems(done) if each.severity == "error"}
    assert found == {"J301": "loket-3.xlsx", "D694": "masuk/loket-2.xlsx"}
    assert (office / "hasil" / Q3 / "survey.json").read_bytes() == before
    assert word(office)[0].failed == ("loket-2.xlsx", "loket-3.xlsx")


def test_each_period_of_a_file_is_made_again(office, tmp_path):
    rows = [*example_rows(3), *example_rows(4)[1:]]
    path = arrive(office, "setahun.xlsx", write_xlsx(tmp_path / "a.xlsx", rows).read_bytes())
    for period in (Q3, Q4):
        score(office, path, period=parse_period(period))
    run(office)
    settings(office, f"{PLAIN}periods:\n  III-2024: {{population: 82}}\n  IV-2024: {{population: 96}}\n")
    done = run(office, nights=1)
    assert done.outcome is Outcome.DONE
    assert [stored(office, period)["population"] for period in (Q3, Q4)] == [82, 96]
    assert rate(stored(office)) == 50


def test_the_next_periods_export_under_the_old_name_is_scored_for_its_own_period(office, tmp_path):
    path = arrive(office, "jawaban.xlsx", part(tmp_path, 0, 20))
    score(office, path, period=parse_period(Q3))
    run(office)
    before = (office / "hasil" / Q3 / "survey.json").read_bytes()
    arrive(office, "jawaban.xlsx", part(tmp_path, 0, 20, period=4), 1_700_000_100)
    done = run(office, nights=1)
    assert done.outcome is Outcome.DONE
    assert stored(office, Q4)["respondents"] == 20
    assert (office / "hasil" / Q3 / "survey.json").read_bytes() == before
    assert run(office, nights=2).workspaces[0].steps == ()


def test_the_next_periods_files_wait_until_all_of_those_that_are_one_survey_are_there(office, tmp_path):
    paths = three_points(office, tmp_path)
    score(office, *paths, lenient=True)
    run(office)
    before = (office / "hasil" / Q3 / "survey.json").read_bytes()
    paths[2].unlink()
    for n, (first, last) in enumerate([(0, 8), (8, 16)], start=1):
        arrive(office, f"loket-{n}.xlsx", part(tmp_path, first, last, period=4), 1_700_000_100)
    for night in (1, 2):
        done = run(office, nights=night)
        assert (done.outcome, codes(done)) == (Outcome.FAILED, ["D690"])
        assert not (office / "hasil" / Q4).exists()
    arrive(office, "loket-3.xlsx", part(tmp_path, 16, 24, period=4), 1_700_000_100)
    done = run(office, nights=3)
    assert done.outcome is Outcome.DONE
    assert (stored(office, Q4)["respondents"], stored(office, Q4)["decisions"]["lenient"]) == (24, True)
    assert (office / "hasil" / Q3 / "survey.json").read_bytes() == before
    assert run(office, nights=4).workspaces[0].steps == ()


def test_new_content_beside_a_file_from_elsewhere_is_not_passed_over(office, tmp_path):
    inside = arrive(office, "a.xlsx", part(tmp_path, 0, 10))
    outside = tmp_path / "b.xlsx"
    outside.write_bytes(part(tmp_path, 10, 20))
    score(office, inside, outside)
    assert codes(run(office)) == []
    arrive(office, "a.xlsx", part(tmp_path, 0, 9), 1_700_000_100)
    done = run(office, nights=1)
    assert (done.outcome, codes(done)) == (Outcome.FAILED, ["D690"])
    arrive(office, "b.xlsx", outside.read_bytes())
    done = run(office, nights=2)
    assert (done.outcome, stored(office)["respondents"]) == (Outcome.DONE, 19)


def test_a_period_that_was_only_said_is_not_said_again_of_other_content(office, tmp_path):
    untimed = [row[1:] for row in example_rows(3)]
    path = arrive(office, "jawaban.csv", write_csv(tmp_path / "a.csv", untimed[:20]).read_bytes())
    score(office, path, period=parse_period(Q3))
    run(office)
    before = snapshot(office / "hasil")
    arrive(office, "jawaban.csv", write_csv(tmp_path / "a.csv", untimed[:30]).read_bytes(), 1_700_000_100)
    done = run(office, nights=1)
    assert (done.outcome, "D693" in codes(done)) == (Outcome.FAILED, True)
    assert (office / "hasil" / Q3 / "survey.json").read_bytes() == before[f"{Q3}/survey.json"][0]


def test_a_result_of_files_elsewhere_stays_and_is_told_when_the_settings_differ(office, tmp_path):
    outside = tmp_path / "unduhan.xlsx"
    outside.write_bytes(part(tmp_path, 0, 20))
    score(office, outside)
    assert stored(office)["decisions"]["files"][0]["name"] == "unduhan.xlsx"
    assert codes(run(office)) == []
    before = snapshot(office / "hasil")
    settings(office, SETTINGS.replace("63", "78"))
    done = run(office, nights=1)
    assert (done.outcome, codes(done)) == (Outcome.DONE, ["D692"])
    assert snapshot(office / "hasil") == before


def test_a_figure_that_was_given_by_an_option_stays(office, tmp_path):
    settings(office, PLAIN)
    score(office, *three_points(office, tmp_path), lenient=True, population=50, unit="Loket")
    run(office)
    assert (stored(office)["population"], stored(office)["unit"]) == (50, "Loket")
    settings(office, f"{PLAIN}unit: {{name: Balai Contoh}}\n")
    done = run(office, nights=1)
    assert (codes(done), stored(office)["population"], stored(office)["unit"]) == (
        ["D655"],
        50,
        "Balai Contoh",
    )


TOGETHER = SETTINGS + 'sources:\n  - files: ["loket-*.xlsx"]\n    together: true\n    lenient: true\n'


def test_sources_say_which_files_are_one_survey(office, tmp_path):
    settings(office, TOGETHER)
    three_points(office, tmp_path)
    done = run(office)
    assert (done.outcome, codes(done)) == (Outcome.DONE, [])
    assert (stored(office)["respondents"], stored(office)["decisions"]["lenient"]) == (39, True)
    settings(office, TOGETHER.replace("63", "78"))
    assert run(office, nights=1).outcome is Outcome.DONE
    assert rate(stored(office)) == 50
    arrive(office, "loket-4.xlsx", part(tmp_path, 39, 41))
    assert (run(office, nights=2).outcome, stored(office)["respondents"]) == (Outcome.DONE, 41)
    assert run(office, nights=3).workspaces[0].steps == ()


def test_sources_without_a_period_give_each_period_its_files(office, tmp_path):
    settings(office, TOGETHER)
    three_points(office, tmp_path)
    run(office)
    before = (office / "hasil" / Q3 / "survey.json").read_bytes()
    arrive(office, "loket-1-akhir.xlsx", part(tmp_path, 0, 10, period=4))
    arrive(office, "loket-2-akhir.xlsx", part(tmp_path, 10, 24, period=4))
    done = run(office, nights=1)
    assert (done.outcome, codes(done)) == (Outcome.DONE, [])
    assert (office / "hasil" / Q3 / "survey.json").read_bytes() == before
    assert stored(office, Q4)["respondents"] == 24
    assert run(office, nights=2).workspaces[0].steps == ()
    arrive(office, "lain.xlsx", part(tmp_path, 0, 5, period=4))
    assert {each.values["period"] for each in problems(run(office, nights=3)) if each.code == "D643"} == {Q4}


def test_another_file_for_their_period_meets_files_that_are_one_survey(office, tmp_path):
    settings(office, TOGETHER)
    three_points(office, tmp_path)
    run(office)
    arrive(office, "lain.xlsx", part(tmp_path, 0, 5))
    done = run(office, nights=1)
    assert done.outcome is Outcome.FAILED
    assert sorted(each.where.file for each in problems(done) if each.code == "D643") == [
        "masuk/lain.xlsx",
        "masuk/loket-1.xlsx",
        "masuk/loket-2.xlsx",
        "masuk/loket-3.xlsx",
    ]


def test_a_file_that_comes_after_others_is_told_with_the_command_for_all_of_them(office, tmp_path):
    paths = three_points(office, tmp_path)
    score(office, *paths[:2], lenient=True)
    (told,) = problems(run(office))
    assert (told.code, told.where.file) == ("D643", "masuk/loket-3.xlsx")
    assert told.values["others"] == ("loket-1.xlsx", "loket-2.xlsx")
    command = 'ipak score "masuk/loket-1.xlsx" "masuk/loket-2.xlsx" "masuk/loket-3.xlsx" --lenient'
    assert f"`{command}`" in hint_of(told)
    names = [word.removeprefix("masuk/") for word in shlex.split(command)[2:-1]]
    score(office, *(office / "masuk" / name for name in names), lenient=True)
    assert (codes(run(office, nights=1)), stored(office)["respondents"]) == ([], 39)


def test_the_command_for_all_names_files_from_elsewhere_too_and_equal_ones_once(office, tmp_path):
    outside = tmp_path / "unduhan.xlsx"
    outside.write_bytes(part(tmp_path, 0, 13))
    content = part(tmp_path, 13, 26)
    one = arrive(office, "satu.xlsx", content)
    score(office, outside, one, period=parse_period(Q3))
    arrive(office, "salinan.xlsx", content)
    arrive(office, "dua.xlsx", part(tmp_path, 26, 39))
    advice = [hint_of(each) for each in problems(run(office)) if each.code == "D643"]
    assert advice
    command = '`ipak score "masuk/dua.xlsx" "masuk/satu.xlsx" "unduhan.xlsx" --period III-2024`'
    assert all(command in each for each in advice), advice


def test_self_assessments_that_meet_are_not_told_to_be_scored_as_a_survey(tmp_path):
    folder = workspace(tmp_path / "unit", PEKPPP)
    other = load_workbook(folder / "masuk" / PEKPPP)
    other.save(folder / "masuk" / "lain.xlsx")
    os.utime(folder / "masuk" / "lain.xlsx", (1_700_000_000, 1_700_000_000))
    told = [each for each in problems(run(folder)) if each.code == "D643"]
    assert len(told) == 2
    assert not any("ipak score" in hint_of(each) for each in told)


def test_a_file_of_a_pattern_that_is_gone_is_named_too(office, tmp_path):
    settings(office, TOGETHER)
    paths = three_points(office, tmp_path)
    run(office)
    before = snapshot(office / "hasil")
    paths[0].unlink()
    done = run(office, nights=1)
    assert (done.outcome, codes(done)) == (Outcome.FAILED, ["D690"])
    assert snapshot(office / "hasil") == before


def test_sources_choose_the_period_of_a_file_of_several(office, tmp_path):
    settings(office, f"{PLAIN}sources:\n  - {{files: [setahun.xlsx], period: IV-2024}}\n")
    rows = [*example_rows(3), *example_rows(4)[1:]]
    arrive(office, "setahun.xlsx", write_xlsx(tmp_path / "a.xlsx", rows).read_bytes())
    assert run(office).outcome is Outcome.DONE
    assert stored(office, Q4)["respondents"] == len(example_rows(4)) - 1
    assert not (office / "hasil" / Q3).exists()


def test_sources_that_speak_twice_of_a_file_or_of_none_are_told(office, tmp_path):
    settings(office, "version: 1\nsources:\n- files: [a*.xlsx]\n- files: ['*.xlsx']\n- files: [b.csv]\n")
    arrive(office, "a.xlsx", part(tmp_path, 0, 20))
    done = run(office)
    assert [(each.code, each.where.line) for each in problems(done)] == [("G492", 4), ("G491", 5)]
    assert done.outcome is Outcome.FAILED
    assert not (office / "hasil" / Q3).exists()
    assert [each.code for each in word(office)[0].problems] == ["D650", "G492", "G491"]


def test_a_result_by_sources_goes_back_to_plain_when_they_go(office, tmp_path):
    settings(office, f"{PLAIN}sources:\n  - {{files: ['*.xlsx'], lenient: true}}\n")
    arrive(office, "a.xlsx", part(tmp_path, 0, 20, spoilt=True))
    assert run(office).outcome is Outcome.DONE
    settings(office, PLAIN)
    assert "J301" in codes(run(office, nights=1))


def test_a_copy_that_holds_the_same_waits_for_nothing(office, tmp_path):
    arrive(office, "a.xlsx", part(tmp_path, 0, 20))
    copy = arrive(office, "a (1).xlsx", part(tmp_path, 0, 20))
    copy.write_bytes((office / "masuk" / "a.xlsx").read_bytes())
    run(office)
    assert word(office)[0].waiting == ()
    (office / "masuk" / "a.xlsx").unlink()
    assert word(office)[0].waiting == ("a (1).xlsx",)
    arrive(office, "a.xlsx", copy.read_bytes())
    run(office, nights=1)
    copy.unlink()
    assert (word(office)[0].waiting, word(office)[0].problems) == ((), ())


def test_an_equal_file_under_a_name_of_its_own_may_go_or_take_the_place(office, tmp_path):
    paths = three_points(office, tmp_path)
    score(office, *paths, lenient=True)
    arrive(office, "cadangan.xlsx", paths[2].read_bytes())
    assert run(office).outcome is Outcome.DONE
    before = (office / "hasil" / Q3 / "survey.json").read_bytes()
    paths[2].unlink()
    assert run(office, nights=1).outcome is Outcome.DONE
    assert word(office)[0].problems == ()
    after = stored(office)
    assert after["respondents"] == json.loads(before)["respondents"] == 39


def test_placeholders_left_in_the_settings_are_told_and_leave_no_line_each_night(office):
    settings(office, "version: 1\nunit:\n  name: Balai Contoh\n  city: GANTI Kota Contoh\n")
    done = run(office)
    assert [(each.code, each.where.line) for each in done.workspaces[0].warnings] == [("G411", 4)]
    assert (done.outcome, codes(done)) == (Outcome.DONE, [])
    assert "G411" in run_text(done)
    assert not (office / ".ipak" / "ipak.log").exists()


def test_a_dry_run_foresees_what_is_repeated_and_writes_nothing(office, tmp_path):
    score(office, *three_points(office, tmp_path), lenient=True)
    run(office)
    settings(office, SETTINGS.replace("63", "78"))
    before = snapshot(office)
    done = run(office, nights=1, dry=True)
    found = [(step.action, step.period) for step in done.workspaces[0].steps]
    assert found == [*[("survey", Q3)] * 3, ("report", Q3)]
    assert snapshot(office) == before


def test_a_pattern_of_all_files_leaves_a_self_assessment_what_it_is(office, tmp_path):
    settings(office, f"{PLAIN}sources:\n  - {{files: ['*'], lenient: true}}\n")
    arrive(office, "pekppp.xlsx", (EXAMPLES / "masuk" / "pekppp-2024.xlsx").read_bytes())
    arrive(office, "a.xlsx", part(tmp_path, 0, 20, spoilt=True))
    done = run(office)
    assert done.outcome is Outcome.DONE
    assert [step.action for step in done.workspaces[0].steps][:2] == ["survey", "pekppp"]


def test_children_repeat_a_decision_as_the_run_itself_does(office, tmp_path):
    score(office, *three_points(office, tmp_path), lenient=True)
    run(office)
    settings(office, SETTINGS.replace("63", "78"))
    done = run(office, nights=1, apart=True)
    assert (done.outcome, rate(stored(office))) == (Outcome.DONE, 50)
