"""A run that is killed at any moment: old bytes or new ones, and the next run finishes the work."""

import json
import os
import signal
from pathlib import Path

import pytest

from ipak_cli.run import engine as job
from ipak_cli.run import work as run_work
from ipak_cli.run.values import read_memory
from makers.exports import example_rows, write_csv
from makers.runs import BROKEN, arrive, child, ended, in_memory, outputs, run, start_script, workspace

SCRIPT = Path(__file__).with_name("child_killed.py")
MEMORY = ".ipak/memory.json"
WRITTEN = ".ipak/written.json"
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills with POSIX signals")


def test_a_run_killed_at_every_write_leaves_whole_files_and_is_finished_by_the_next():
    with in_memory() as folder:
        found = json.loads(start_script(SCRIPT, folder, "write"))
    assert found["kills"] > 100
    assert found["states"] > 8


def test_a_run_killed_at_any_moment_leaves_whole_files_and_is_finished_by_the_next():
    with in_memory() as folder:
        found = json.loads(start_script(SCRIPT, folder, "moment"))
    assert found["kills"] >= 25
    assert found["states"] > 1


class KilledError(BaseException):
    """Ends a run where a kill would, but for what the lock cleans up."""


def killed(*_, **__):
    raise KilledError


def survey(folder, rows):
    arrive(folder, "survei.csv", write_csv(folder.parent / "survei.csv", example_rows(3)[:rows]).read_bytes())


@pytest.mark.parametrize("last_done", ["results", "reports"])
def test_what_a_killed_run_made_is_not_taken_for_what_an_earlier_input_gave(tmp_path, monkeypatch, last_done):
    folder = workspace(tmp_path / "unit")
    survey(folder, 12)
    run(folder)
    before = outputs(folder)
    survey(folder, 11)
    with monkeypatch.context() as patched:
        room, name = (run_work, "make_reports") if last_done == "results" else (job, "write_memory")
        patched.setattr(room, name, killed)
        with pytest.raises(KilledError):
            run(folder)
    assert outputs(folder) != before
    survey(folder, 12)
    run(folder)
    after = outputs(folder)
    made = [name for name in before if name not in (MEMORY, WRITTEN)]  # both know what the killed run wrote
    assert {name: after[name] for name in made} == {name: before[name] for name in made}
    # What the killed run's report was is remembered as older.
    same = [json.loads(each[MEMORY]) | {"replaced": []} for each in (before, after)]
    assert same[0] == same[1]


def test_what_a_killed_run_stored_is_not_taken_for_what_the_office_made(tmp_path, monkeypatch):
    folder = workspace(tmp_path / "unit")
    survey(folder, 12)
    with monkeypatch.context() as patched:
        patched.setattr(run_work, "make_reports", killed)
        with pytest.raises(KilledError):
            run(folder)
    run(folder)
    assert not read_memory(folder).inputs["survei.csv"].by_hand
    assert read_memory(folder).begun == ()


def test_what_a_killed_run_told_of_an_input_goes_with_the_input(tmp_path, monkeypatch):
    folder = workspace(tmp_path / "unit")
    bad = arrive(folder, "rusak.xlsx", BROKEN)
    with monkeypatch.context() as patched:
        patched.setattr(job, "write_state", killed)
        with pytest.raises(KilledError):
            run(folder)
    assert (folder / "hasil" / "rusak.xlsx.masalah.txt").exists()
    bad.unlink()
    run(folder)
    assert list((folder / "hasil").iterdir()) == []


def test_the_lock_of_a_killed_run_is_taken_over_with_a_note(tmp_path):
    folder = workspace(tmp_path / "unit")
    survey(folder, 12)

    class Die:
        """A watcher that kills the run it watches."""

        workspaces = workspace = step = staticmethod(lambda *_: None)

        def steps(self, _):
            os.kill(os.getpid(), signal.SIGKILL)

    assert ended(child(lambda: run(folder, watcher=Die()) and None)) == -signal.SIGKILL
    done = run(folder)
    assert (done.outcome, [each.code for each in done.workspaces[0].problems]) == ("done", ["D603"])
