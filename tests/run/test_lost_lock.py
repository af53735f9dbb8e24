"""A run that stands still while its lock is broken: it goes on, sees that, and writes nothing more."""

import os

import pytest

from ipak_cli.catalogue.indonesian import say
from ipak_cli.workspace.lock import break_lock
from ipak_cli.workspace.lock_owner import this_holder
from makers.exports import example_rows, write_csv
from makers.runs import NIGHT, VERSION, arrive, child, ended, run, workspace

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
STEPS = 4
"""Two surveys, and a report of each."""


def office(root):
    folder = workspace(root / "unit")
    (folder / "ipak.yaml").write_text("version: 1\n")
    for period in (2, 3):
        export = write_csv(root / "ekspor.csv", example_rows(period)[:12])
        arrive(folder, f"tw{period}.csv", export.read_bytes())
    return folder


def everything(folder):
    """Return every file's bytes and time; the gate is passed without a word."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and path.name != "gate"
    }


class Broken:
    """Let another process do something with the workspace before a step, and remember how it left it."""

    workspaces = workspace = steps = staticmethod(lambda *_: None)

    def __init__(self, folder, at, then):
        self.folder, self.left, self.then, self.seen = folder, at, then, {}

    def step(self, _):
        self.left -= 1
        if not self.left:
            assert ended(child(lambda: self.then(self.folder))) == 0
            self.seen = everything(self.folder)


def unlocked(folder):
    break_lock(folder, this_holder(NIGHT, VERSION, "unlock-1"), "macet", say, force=True)


def unlocked_and_run(folder):
    unlocked(folder)
    assert run(folder, nights=1).outcome == "done"


def unlocked_and_locked_elsewhere(folder):
    unlocked(folder)
    holder = this_holder(NIGHT, VERSION, "jauh").model_copy(update={"host": "komputer-lain", "pid": 4321})
    (folder / ".ipak" / "lock").write_text("4321\nkomputer-lain\n")
    (folder / ".ipak" / "holder.json").write_text(holder.model_dump_json())


def locked_by_hand_alone(folder):
    """Let another have made the lock, and not signed it yet."""
    (folder / ".ipak" / "lock").unlink()
    (folder / ".ipak" / "lock").write_text("4321\nkomputer-lain\n")


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("at", range(1, STEPS + 1))
@pytest.mark.parametrize(
    "then", [unlocked, unlocked_and_run, unlocked_and_locked_elsewhere, locked_by_hand_alone]
)
def test_a_run_whose_lock_was_broken_stops_at_once_and_leaves_all_as_its_successor_did(
    tmp_path, then, at, apart
):
    folder = office(tmp_path)
    watcher = Broken(folder, at, then)
    done = run(folder, watcher=watcher, apart=apart)
    assert watcher.left <= 0
    assert (done.outcome, [each.code for each in done.workspaces[0].problems]) == ("busy", ["D609"])
    assert everything(folder) == watcher.seen


def test_a_run_whose_lock_stays_its_own_takes_these_steps(tmp_path):
    folder = office(tmp_path)
    watcher = Broken(folder, STEPS, lambda _: None)
    assert run(folder, watcher=watcher).outcome == "done"
    assert watcher.left == 0
