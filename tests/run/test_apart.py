"""A step in a process of its own: what it finds comes back, and what hangs or dies keeps no other."""

import os
import signal
import time

import pytest

from ipak_cli.jobs import report
from ipak_cli.run import apart, inputs
from ipak_cli.run.apart import Ended, do_apart
from ipak_cli.workspace.config import RunSettings
from makers.exports import example_rows, write_csv
from makers.runs import arrive, outputs, run, workspace

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")


def office(root):
    folder = workspace(root / "unit")
    (folder / "ipak.yaml").write_text("version: 1\n")
    for period in (2, 3):
        export = write_csv(root / "ekspor.csv", example_rows(period)[:12])
        arrive(folder, f"tw{period}.csv", export.read_bytes())
    return folder


def codes(done):
    return [each.code for each in done.workspaces[0].problems]


def test_what_a_child_finds_comes_back_and_it_is_another_process():
    assert do_apart(os.getpid, 60) != os.getpid()
    assert do_apart(lambda: "x" * 1_000_000, 60) == "x" * 1_000_000


def test_a_child_that_takes_too_long_is_ended_and_one_that_dies_is_told():
    assert do_apart(lambda: time.sleep(600), 0.05) is Ended.TOO_LONG
    assert do_apart(lambda: os.kill(os.getpid(), signal.SIGKILL), 60) is Ended.DIED
    assert do_apart(lambda: 1 / 0, 60) is Ended.DIED


def test_a_child_may_not_take_all_memory(monkeypatch):
    monkeypatch.setattr(apart, "MOST_MEMORY", 1 << 29)

    def greedy():
        try:
            return len(bytearray(1 << 30))
        except MemoryError:
            return "refused"

    assert do_apart(greedy, 60) == "refused"


def test_no_child_is_left_behind_when_the_wait_is_broken_off(monkeypatch):
    started = []
    fork = os.fork

    def noted():
        started.append(fork())
        return started[-1]

    def broken_off(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fork", noted)
    monkeypatch.setattr(os, "fdopen", broken_off)
    with pytest.raises(KeyboardInterrupt):
        do_apart(lambda: time.sleep(600), 600)
    with pytest.raises(ProcessLookupError):
        os.kill(started[0], 0)


def test_results_and_reports_are_the_same_bytes_whether_made_apart_or_here(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    here, there = office(tmp_path / "a"), office(tmp_path / "b")
    run(here)
    run(there, apart=True)
    assert outputs(there) == outputs(here)


@pytest.mark.parametrize(("how", "code"), [("hangs", "D647"), ("dies", "D648")])
def test_an_input_that_hangs_or_kills_its_reader_is_told_and_the_others_are_done(
    tmp_path, monkeypatch, how, code
):
    folder, take = office(tmp_path), inputs.take

    def bad(due, context, stored):
        if due.arrived.name == "tw2.csv":
            os.kill(os.getpid(), signal.SIGALRM if how == "hangs" else signal.SIGKILL)
        return take(due, context, stored)

    monkeypatch.setattr(inputs, "take", bad)
    done = run(folder, apart=True)
    assert (done.outcome, codes(done)) == ("failed", [code, "D658"])
    assert (folder / "hasil" / "III-2024" / "survey.json").is_file()
    assert (folder / "laporan" / "III-2024" / "laporan.html").is_file()
    assert code in (folder / "hasil" / "tw2.csv.masalah.txt").read_text("utf-8")
    monkeypatch.undo()
    assert run(folder, apart=True).outcome == "done"
    assert (folder / "hasil" / "II-2024" / "survey.json").is_file()


def test_a_report_that_hangs_is_told_and_the_others_are_made(tmp_path, monkeypatch):
    folder, render = office(tmp_path), report.render_report

    def bad(opened, period):
        if str(period) == "II-2024":
            os.kill(os.getpid(), signal.SIGALRM)
        return render(opened, period)

    monkeypatch.setattr(report, "render_report", bad)
    done = run(folder, apart=True)
    assert (done.outcome, codes(done)) == ("failed", ["D647"])
    assert (folder / "laporan" / "III-2024" / "laporan.html").is_file()
    assert not (folder / "laporan" / "II-2024").exists()


@pytest.mark.parametrize(("fault", "code"), [(RuntimeError, "D645"), (MemoryError, "D648")])
def test_a_fault_of_the_program_in_a_report_is_told_as_one_and_no_want_of_memory(
    tmp_path, monkeypatch, fault, code
):
    folder = office(tmp_path)

    def bad(*_):
        raise fault

    monkeypatch.setattr(report, "render_report", bad)
    done = run(folder, apart=True)
    assert (done.outcome, codes(done)) == ("failed", [code, code])
    assert not (folder / "laporan").exists()


def test_the_deadline_is_ten_minutes_unless_the_settings_say_another():
    assert (RunSettings().deadline, RunSettings(deadline="30").deadline) == (10, 30)
