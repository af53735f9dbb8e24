"""`ipak run`: all that is new, nothing twice, and one bad input never stops the others."""

import json
import shutil
from fractions import Fraction

import openpyxl
import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import hint_of
from ipak_cli.jobs.assess import AssessRequest, assess_files
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.run.values import Outcome
from ipak_cli.workspace.layout import Destination
from ipak_cli.workspace.state import read_state
from ipak_cli.workspace.superseded import without_answers
from makers.exports import example_rows, item_columns, write_xlsx
from makers.runs import (
    ALL,
    EXAMPLES,
    LONG_AGO,
    NIGHT,
    VERSION,
    arrive,
    remember_figures,
    run,
    snapshot,
    workspace,
)

TW3, TW4, PEKPPP = "ipak-ipkp-2024-tw3.xlsx", "ipak-ipkp-2024-tw4.xlsx", "pekppp-2024.xlsx"
TOOL = Tool("ipak", VERSION)


@pytest.fixture(autouse=True, scope="module")
def _quick():
    with pytest.MonkeyPatch.context() as patched:
        remember_figures(patched.setattr)
        yield


@pytest.fixture
def office(tmp_path):
    return workspace(tmp_path / "unit", TW3)


def steps(done):
    return [
        (step.action, step.period, step.why, step.outcome.value)
        for each in done.workspaces
        for step in each.steps
    ]


def problems_of(done):
    return [fault for each in done.workspaces for fault in each.problems]


def codes(done):
    return [fault.code for fault in problems_of(done)]


def stored(folder, period, kind="survey"):
    return json.loads((folder / "hasil" / period / f"{kind}.json").read_bytes())


def change_config(folder, old, new):
    path = folder / "ipak.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def second_export(tmp_path, period=3, drop=1):
    """Return another export of a period: the example's, without its last rows."""
    return write_xlsx(tmp_path / "lain.xlsx", example_rows(period)[:-drop]).read_bytes()


def test_a_year_is_scored_assessed_and_reported(tmp_path):
    folder = workspace(tmp_path / "unit", TW3, TW4, PEKPPP, formats=ALL)
    done = run(folder)
    assert (done.outcome, codes(done)) == (Outcome.DONE, [])
    assert steps(done) == [
        ("survey", "III-2024", ("new",), "done"),
        ("survey", "IV-2024", ("new",), "done"),
        ("pekppp", "IV-2024", ("new",), "done"),
        ("report", "III-2024", ("new",), "done"),
        ("report", "IV-2024", ("new",), "done"),
    ]
    assert stored(folder, "III-2024")["indices"]["IPAK"]["mean"]["rounded"] == "3.94"
    assert (stored(folder, "III-2024")["population"], stored(folder, "IV-2024", "pekppp")["answered"]) == (
        63,
        30,
    )
    assert (folder / "laporan" / "IV-2024" / "laporan.html").is_file()


def test_a_second_run_writes_nothing_but_when_it_succeeded(tmp_path):
    office = workspace(tmp_path / "unit", TW3, formats=ALL)
    run(office)
    before = snapshot(office)
    done = run(office, nights=1)
    assert (steps(done), done.outcome) == ([], Outcome.DONE)
    assert snapshot(office) == before
    success = read_state(office, VERSION).last_success
    assert (success.run, (success.finished - NIGHT).days) == ("malam-1", 1)


def test_a_dry_run_says_what_and_why_and_writes_nothing(office):
    before = snapshot(office)
    done = run(office, dry=True)
    assert steps(done) == [
        ("survey", "III-2024", ("new",), "planned"),
        ("report", "III-2024", ("new",), "planned"),
    ]
    assert snapshot(office) == before
    assert not (office / ".ipak").exists()


def test_a_dry_run_foresees_the_reports_of_later_periods(tmp_path):
    folder = workspace(tmp_path / "unit", TW4)
    run(folder)
    arrive(folder, TW3, (EXAMPLES / "masuk" / TW3).read_bytes())
    foreseen, done = run(folder, dry=True), run(folder)
    assert [step[:3] for step in steps(foreseen)] == [
        ("survey", "III-2024", ("new",)),
        ("report", "III-2024", ("new",)),
        ("report", "IV-2024", ("results",)),
    ]  # fmt: skip
    assert [step[:3] for step in steps(done)] == [step[:3] for step in steps(foreseen)]


def test_the_report_of_a_semester_is_made_again_when_a_quarter_in_it_gets_a_result(tmp_path):
    folder = workspace(tmp_path / "unit", TW3)
    files = tuple(EXAMPLES / "masuk" / name for name in (TW3, TW4))
    score_files(ScoreRequest(files, period=parse_period("II-2024S")), None, Destination(folder), TOOL)
    run(folder)
    arrive(folder, TW4, (EXAMPLES / "masuk" / TW4).read_bytes())
    foreseen, done = run(folder, dry=True), run(folder)
    assert ("report", "II-2024S", ("results",)) in [step[:3] for step in steps(foreseen)]
    assert ("report", "II-2024S", ("results",), "done") in steps(done)


def test_a_changed_export_is_scored_again_and_the_old_result_kept(office, tmp_path):
    run(office)
    arrive(office, TW3, second_export(tmp_path))
    done = run(office)
    assert steps(done) == [
        ("survey", "III-2024", ("input",), "done"), ("report", "III-2024", ("results",), "done"),
    ]  # fmt: skip
    assert stored(office, "III-2024")["respondents"] == 40
    assert len(list((office / "hasil" / "III-2024" / "lama").iterdir())) == 1


def test_a_file_touched_but_not_changed_is_not_scored_again(office):
    run(office)
    arrive(office, TW3, (office / "masuk" / TW3).read_bytes(), written=1_700_000_999)
    assert steps(run(office)) == []


def test_changed_settings_reach_the_result_and_the_report(office):
    run(office)
    change_config(office, "III-2024: {population: 63", "III-2024: {population: 70")
    done = run(office)
    assert [step[:3] for step in steps(done)] == [
        ("survey", "III-2024", ("config",)), ("report", "III-2024", ("config", "results")),
    ]  # fmt: skip
    assert stored(office, "III-2024")["population"] == 70


@pytest.mark.parametrize("by_hand", [False, True])
def test_another_zone_of_the_office_makes_the_score_due(office, by_hand):
    if by_hand:
        score_files(ScoreRequest((office / "masuk" / TW3,)), None, Destination(office), TOOL)
    else:
        run(office)
    change_config(office, "version: 1\n", "version: 1\ntimezone: WIT\n")

    run(office)

    assert stored(office, "III-2024")["timezone"] == "Asia/Jayapura"


def test_another_version_of_the_program_does_all_again(office):
    run(office)
    assert [step[2] for step in steps(run(office, version="1.3"))] == [("tool",), ("tool", "results")]


def test_a_report_or_result_that_is_gone_is_made_again(office):
    run(office)
    shutil.rmtree(office / "laporan")
    assert steps(run(office)) == [("report", "III-2024", ("result",), "done")]
    (office / "hasil" / "III-2024" / "survey.json").unlink()
    assert steps(run(office))[0] == ("survey", "III-2024", ("result",), "done")


def test_new_evidence_makes_the_assessment_due(tmp_path):
    folder = workspace(tmp_path / "unit", PEKPPP)
    run(folder)
    (folder / "bukti" / "30" / "tambahan.txt").write_text("bukti", encoding="utf-8")
    assert steps(run(folder)) == [("pekppp", "IV-2024", ("evidence",), "done")]


def test_an_own_template_touches_the_reports(office):
    run(office)
    (office / "templat" / "naskah").mkdir(parents=True)
    (office / "templat" / "naskah" / "kata_pengantar.txt.j2").write_text("Kata kami.", encoding="utf-8")
    assert steps(run(office)) == [("report", "III-2024", ("templates",), "done")]


def test_a_bad_input_is_told_in_a_file_and_the_others_go_on(office):
    arrive(office, "rusak.xlsx", b"PK\x03\x04 bukan arsip")
    done = run(office)
    assert done.outcome is Outcome.FAILED
    assert ("survey", "III-2024", ("new",), "done") in steps(done)
    note = (office / "hasil" / "rusak.xlsx.masalah.txt").read_text(encoding="utf-8").splitlines()
    assert len(note) == 1
    assert note[0].startswith("GALAT F")
    state = read_state(office, VERSION)
    assert state.last_success is None
    assert [*(fault.code for fault in state.last_failure.problems), "D658"] == codes(done)
    [told] = [each for each in problems_of(done) if each.code == "D658"]
    assert (told.values["names"], told.values["periods"]) == (("rusak.xlsx",), ("III-2024",))
    assert {name: each.outcome for name, each in state.inputs.items()} == {
        TW3: "done",
        "rusak.xlsx": "failed",
    }


@pytest.mark.parametrize("mended", [True, False])
def test_the_file_goes_when_the_input_is_good_again_or_gone(office, mended):
    path = arrive(office, TW4, b"PK\x03\x04 bukan arsip")
    run(office)
    if mended:
        arrive(office, TW4, (EXAMPLES / "masuk" / TW4).read_bytes())
    else:
        path.unlink()
    assert run(office).outcome is Outcome.DONE
    assert list((office / "hasil").glob("*.masalah.txt")) == []


def test_a_failure_that_stays_is_told_each_night_and_rewrites_no_file(office):
    arrive(office, "rusak.xlsx", b"PK\x03\x04 bukan arsip")
    first = run(office)
    before = {name: seen for name, seen in snapshot(office).items() if not name.endswith(".log")}
    second = run(office, nights=1)
    # That the result was new then is said once.
    assert [*codes(second), "D658"] == codes(first)
    assert {name: seen for name, seen in snapshot(office).items() if not name.endswith(".log")} == before


def test_a_file_of_no_known_kind_is_named(office):
    write_xlsx(office / "masuk" / "menu.xlsx", [["Menu", "Harga"], ["Nasi", 5]])
    done = run(office)
    assert (done.outcome, codes(done)) == (Outcome.FAILED, ["D640", "D658"])
    told = hint_of(problems_of(done)[0])
    assert '`ipak rubric new "masuk/menu.xlsx"`' in told


def test_a_file_that_lacks_an_item_is_told_with_the_path_to_type(office, tmp_path):
    first = item_columns(example_rows(3)[0])[0]
    rows = [[*row[:first], *row[first + 1 :]] for row in example_rows(3)]
    arrive(office, "kurang.xlsx", write_xlsx(tmp_path / "kurang.xlsx", rows).read_bytes())
    [told] = [each for each in problems_of(run(office)) if each.code == "K202"]
    assert '`ipak rubric new "masuk/kurang.xlsx"`' in hint_of(told)


def test_two_new_files_for_one_period_are_both_refused(office, tmp_path):
    arrive(office, "lain.xlsx", second_export(tmp_path))
    done = run(office)
    assert codes(done) == ["D643", "D643"]
    assert not (office / "hasil" / "III-2024").exists()
    note = (office / "hasil" / "lain.xlsx.masalah.txt").read_text(encoding="utf-8")
    assert (TW3 in note, "III-2024" in note) == (True, True)


def test_a_second_file_for_a_period_takes_back_what_the_first_gave_until_one_is_left(office, tmp_path):
    run(office)
    before = snapshot(office / "hasil") | snapshot(office / "laporan")
    arrive(office, "lain.xlsx", second_export(tmp_path))
    done = run(office)
    assert codes(done) == ["D643", "D643"]
    assert [step[0] for step in steps(done)] == ["survey", "survey"]
    assert not [path for path in (office / "laporan").rglob("*") if path.is_file()]
    (kept,) = (office / "hasil" / "III-2024").rglob("*.json")
    assert kept.parent.name == "lama"
    assert kept.read_bytes() == without_answers(before["III-2024/survey.json"][0])
    assert codes(run(office)) == ["D643", "D643"]
    (office / "masuk" / "lain.xlsx").unlink()
    run(office)
    after = snapshot(office / "hasil") | snapshot(office / "laporan")
    assert {name: after[name][0] for name in before} == {name: seen[0] for name, seen in before.items()}


def test_what_the_office_scored_itself_stays_when_a_second_file_comes(office, tmp_path):
    score_files(ScoreRequest((office / "masuk" / TW3,)), None, Destination(office), TOOL)
    run(office)
    before = (office / "hasil" / "III-2024" / "survey.json").read_bytes()
    arrive(office, "lain.xlsx", second_export(tmp_path))
    assert codes(run(office)) == ["D643"]
    assert (office / "hasil" / "III-2024" / "survey.json").read_bytes() == before


def two_points(tmp_path):
    """Return the third quarter's export in two parts, and the first one with an answer off the scale."""
    head, *rows = example_rows(3)
    spoilt = [list(row) for row in rows[:20]]
    spoilt[0][item_columns(head)[0]] = 9
    parts = (rows[:20], rows[20:], spoilt)
    return [write_xlsx(tmp_path / "bagian.xlsx", [head, *part]).read_bytes() for part in parts]


def test_what_is_left_of_a_period_whose_other_files_fail_is_not_taken_for_all_of_it(tmp_path):
    folder = workspace(tmp_path / "unit")
    first, second, spoilt = two_points(tmp_path)
    arrive(folder, "loket-1.xlsx", spoilt)
    arrive(folder, "loket-2.xlsx", second)
    for _ in range(2):
        done = run(folder)
        assert done.outcome is Outcome.FAILED
        assert {each.code for each in problems_of(done)} == {"J301", "D656"}
        assert not (folder / "hasil" / "III-2024").exists()
    [told] = [each for each in problems_of(done) if each.code == "D656"]
    assert (str(told.where), told.values["other"]) == ("masuk/loket-2.xlsx", "loket-1.xlsx")
    assert read_state(folder, VERSION).inputs["loket-2.xlsx"].outcome == Outcome.FAILED
    assert "D656" in (folder / ".ipak" / "ipak.log").read_text(encoding="utf-8")
    arrive(folder, "loket-1.xlsx", first, LONG_AGO + 60)
    assert codes(run(folder)) == ["D643", "D643"]
    (folder / "masuk" / "loket-1.xlsx").unlink()
    assert run(folder).outcome is Outcome.DONE
    assert stored(folder, "III-2024")["respondents"] == 21


def test_a_result_that_stands_without_a_faulty_file_of_its_period_says_so(tmp_path):
    folder = workspace(tmp_path / "unit")
    _, second, spoilt = two_points(tmp_path)
    arrive(folder, "loket-2.xlsx", second)
    run(folder)
    before = (folder / "hasil" / "III-2024" / "survey.json").read_bytes()
    arrive(folder, "loket-1.xlsx", spoilt)
    change_config(folder, "version: 1", "version: 1\nlegal_basis: []")
    for _ in range(2):
        done = run(folder)
        [told] = [each for each in problems_of(done) if each.code == "D657"]
        assert (str(told.where), told.values["other"]) == ("masuk/loket-1.xlsx", "loket-2.xlsx")
        assert (folder / "hasil" / "III-2024" / "survey.json").read_bytes() == before


def test_a_file_of_another_period_is_counted_beside_a_faulty_one(tmp_path):
    folder = workspace(tmp_path / "unit", TW4)
    arrive(folder, "loket-1.xlsx", two_points(tmp_path)[2])
    assert set(codes(run(folder))) == {"J301"}
    assert (folder / "hasil" / "IV-2024" / "survey.json").is_file()


def test_what_the_office_scored_stays_when_its_file_fails_and_another_comes(tmp_path):
    folder = workspace(tmp_path / "unit")
    first, second, spoilt = two_points(tmp_path)
    path = arrive(folder, "loket-1.xlsx", first)
    score_files(ScoreRequest((path,), lenient=False), None, Destination(folder), TOOL)
    run(folder)
    before = (folder / "hasil" / "III-2024" / "survey.json").read_bytes()
    arrive(folder, "loket-1.xlsx", spoilt, LONG_AGO + 60)
    arrive(folder, "loket-2.xlsx", second)
    assert "D656" in codes(run(folder))
    assert (folder / "hasil" / "III-2024" / "survey.json").read_bytes() == before


def test_the_same_content_under_two_names_counts_once(office):
    arrive(office, "unduhan.xlsx", (office / "masuk" / TW3).read_bytes())
    done = run(office)
    assert (done.outcome, codes(done)) == (Outcome.DONE, ["D638"])
    assert [source["name"] for source in stored(office, "III-2024")["sources"]] == [TW3]
    assert steps(run(office)) == []


def test_a_file_of_several_periods_is_left_to_the_office_and_then_taken_as_done(office, tmp_path):
    rows = [*example_rows(3), *example_rows(4)[1:]]
    (office / "masuk" / TW3).unlink()
    path = arrive(office, "setahun.xlsx", write_xlsx(tmp_path / "setahun.xlsx", rows).read_bytes())
    done = run(office)
    assert {"W420", "D641"} <= set(codes(done))
    [advice] = [hint_of(each) for each in problems_of(done) if each.code == "D641"]
    assert "--period III-2024`" in advice
    assert "IV-2024 (24 responden)" in advice
    for period in ("III-2024", "IV-2024"):
        score_files(ScoreRequest((path,), parse_period(period)), None, Destination(office), TOOL)
    done = run(office)
    assert (done.outcome, steps(done)[0][:2]) == (Outcome.DONE, ("survey", "III-2024, IV-2024"))
    assert [step[0] for step in steps(done)[1:]] == ["report", "report"]


def test_what_the_office_scored_from_two_files_together_is_not_undone(office, tmp_path):
    rows = example_rows(3)
    one = arrive(office, TW3, write_xlsx(tmp_path / "a.xlsx", rows[:20]).read_bytes())
    two = arrive(office, "lain.xlsx", write_xlsx(tmp_path / "b.xlsx", [rows[0], *rows[20:]]).read_bytes())
    assert codes(run(office)) == ["D643", "D643"]
    score_files(ScoreRequest((one, two)), None, Destination(office), TOOL)
    assert run(office).outcome is Outcome.DONE
    assert stored(office, "III-2024")["respondents"] == 41


def test_f03_that_the_office_gave_before_stays(tmp_path):
    folder = workspace(tmp_path / "unit", PEKPPP)
    assess_files(
        AssessRequest((folder / "masuk" / PEKPPP,), f03=Fraction(21, 5)),
        load_pekppp("pekppp-2025"),
        Destination(folder),
        TOOL,
    )
    before = (folder / "hasil" / "IV-2024" / "pekppp.json").read_bytes()
    assert codes(run(folder)) == ["D644"]
    assert (folder / "hasil" / "IV-2024" / "pekppp.json").read_bytes() == before


def test_what_f03_was_counted_from_stays_too(tmp_path):
    folder = workspace(tmp_path / "unit", PEKPPP)
    answers = tmp_path / "f03.csv"
    answers.write_text("No,P1,P2\n1,5,4\n2,5,5\n", encoding="utf-8")
    request = AssessRequest((folder / "masuk" / PEKPPP,), f03=answers)
    assess_files(request, load_pekppp("pekppp-2025"), Destination(folder), TOOL)
    run(folder)
    kept = json.loads((folder / "hasil" / "IV-2024" / "pekppp.json").read_text(encoding="utf-8"))
    assert kept["f03"]["exact"] == "19/4"
    assert (kept["users"]["respondents"], kept["users"]["answers"]) == (2, 4)


def test_a_workbook_without_a_period_is_not_guessed(tmp_path):
    folder = workspace(tmp_path / "unit")
    book = openpyxl.load_workbook(EXAMPLES / "masuk" / PEKPPP)
    cell = next(c for row in book["Penilaian"].iter_rows() for c in row if c.value == "Triwulan")
    book["Penilaian"].cell(cell.row, cell.column + 1).value = None
    book.save(folder / "masuk" / PEKPPP)
    change_config(folder, "version: 1", "version: 1\nperiod_kind: semester")
    done = run(folder)
    assert codes(done) == ["D642"]
    assert "misalnya II-2024S" in hint_of(problems_of(done)[0])


def test_a_result_of_a_newer_program_is_not_replaced(office):
    run(office, version="2.0")
    (office / ".ipak" / "state.json").unlink()
    before = snapshot(office)["hasil/III-2024/survey.json"]
    done = run(office, version="1.2")
    assert "D611" in codes(done)
    assert snapshot(office)["hasil/III-2024/survey.json"] == before


def test_a_state_of_a_newer_program_is_refused(office):
    run(office, version="2.0")
    before = snapshot(office)
    done = run(office, version="1.2")
    assert (done.outcome, codes(done)) == (Outcome.FAILED, ["D611"])
    assert snapshot(office) == before


def test_faults_of_the_settings_stop_a_workspace_and_are_remembered(office):
    change_config(office, "version: 1", "version: satu")
    done = run(office)
    assert (done.outcome, codes(done)) == (Outcome.FAILED, ["G402"])
    assert read_state(office, VERSION).last_failure.run == "malam-0"


def test_a_lost_memory_costs_work_and_changes_no_result(office):
    run(office)
    before = snapshot(office)
    (office / ".ipak" / "memory.json").write_text("{", encoding="utf-8")
    assert run(office).outcome is Outcome.DONE
    results = [name for name in before if name.startswith(("hasil", "laporan"))]
    after = snapshot(office)
    assert {name: after[name] for name in results} == {name: before[name] for name in results}


def test_every_workspace_of_a_tree_is_run_and_a_failure_stops_none(tmp_path):
    for name in ("b", "a", "daerah/c"):
        workspace(tmp_path / name, TW3)
    change_config(tmp_path / "a", "version: 1", "version: satu")
    done = run(tmp_path)
    outcomes = {each.workspace.removeprefix(f"{tmp_path}/"): each.outcome for each in done.workspaces}
    assert list(outcomes.items()) == [("a", "failed"), ("b", "done"), ("daerah/c", "done")]
    assert done.outcome is Outcome.FAILED


def test_an_empty_mount_point_is_an_error_and_nothing_is_made(tmp_path):
    with pytest.raises(ProblemsFoundError, match="D646"):
        run(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_format_that_is_no_longer_wanted_stays_and_is_told_when_the_report_is_made_again(tmp_path):
    office = workspace(tmp_path / "unit", TW3, formats=ALL)
    assert not any(each.code == "L543" for each in run(office).workspaces[0].warnings)
    before = (office / "laporan/III-2024/laporan.pdf").read_bytes()
    path = office / "ipak.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nformats: [html]\n", encoding="utf-8")
    done = run(office, nights=1)
    [told] = [each for each in done.workspaces[0].warnings if each.code == "L543"]
    assert {"laporan.docx", "laporan.md", "laporan.pdf"} < {*told.values["files"]}
    assert (done.outcome, (office / "laporan/III-2024/laporan.pdf").read_bytes()) == (Outcome.DONE, before)
    assert run(office, nights=2).workspaces[0].warnings == ()
