"""The power fails before any call of a run that changes the disk: nothing is called good that is not."""

import os
import pickle

import pytest

from ipak_cli.base.provenance import Tool
from ipak_cli.run.status import Asked, status_below
from makers.exports import example_rows, write_csv
from makers.power import Disk, PowerCutError
from makers.runs import (
    LONG_AGO,
    NIGHT,
    SLOW,
    VERSION,
    arrive,
    child,
    ended,
    in_memory,
    outputs,
    remember_figures,
    run,
)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="cuts the power of a child")
STEP = 1 if SLOW else 29
"""Every so-manieth call has its power cut; all of them when there is time."""


def export(root, period, rows):
    return write_csv(root / "ekspor.csv", example_rows(period)[:rows]).read_bytes()


def office(root, new_period):
    """Make a workspace that had a good night, and to which an export has come since."""
    folder = root / "unit"
    (folder / "masuk").mkdir(parents=True)
    (folder / "ipak.yaml").write_text("version: 1\n")
    arrive(folder, "tw3.csv", export(root, 3, 12))
    run(folder)
    if new_period:
        arrive(folder, "tw4.csv", export(root, 4, 12))
    else:
        arrive(folder, "tw3.csv", export(root, 3, 11), LONG_AGO + 9)
    return folder


def results(folder):
    """Return what a run makes for people; what a cut left unfinished is cleared away after ten minutes."""
    made = outputs(folder)
    return {n: data for n, data in made.items() if n[0] != "." and "/lama/" not in n and n[-4:] != ".tmp"}


def laid_out(state, root):
    """Lay a workspace out as a cut left it; a file whose bytes were lost is empty."""
    for name, data in state.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data or b"")
        if name.startswith("masuk/"):
            os.utime(root / name, (LONG_AGO, LONG_AGO))
    return root


def cut(ready, calls, left):
    """Run as a child whose power fails before a call; leave what may be on the disk then."""
    disk, patched = Disk(ready, calls), pytest.MonkeyPatch()
    disk.plug_in(patched)
    try:
        run(ready, nights=1)
        done = True
    except PowerCutError:
        done = False
    patched.undo()
    states = list(disk.states())
    some = [states[0], states[-1], *states[1 : -1 : max(1, len(states) // 3)]]
    left.write_bytes(pickle.dumps((done, some)))


def is_good(folder):
    found = status_below(folder, Asked(Tool("ipak", VERSION), NIGHT)).workspaces[0]
    return found.sound and not (found.waiting or found.outdated or found.failed or found.overdue)


def see(state, root, wanted):
    """See that what is called good is so, and that the next run does what is left."""
    folder = laid_out(state, root)
    assert not is_good(folder) or results(folder) == wanted
    if run(folder, nights=2).outcome == "busy":
        # Nobody signed: it takes five minutes until the lock is surely nobody's.
        os.utime(folder / ".ipak" / "lock", (LONG_AGO, LONG_AGO))
        run(folder, nights=2)
    assert results(folder) == wanted
    assert is_good(folder)


@pytest.mark.parametrize("new_period", [True, False], ids=["new period", "changed period"])
def test_after_a_power_cut_at_any_call_nothing_is_called_good_that_is_not_and_the_next_run_does_the_rest(
    new_period,
):
    with in_memory() as root, pytest.MonkeyPatch.context() as patched:
        remember_figures(patched.setattr)
        ready = office(root / "ready", new_period)
        start = {
            path.relative_to(ready).as_posix(): path.read_bytes()
            for path in ready.rglob("*.*")
            if path.is_file()
        }
        whole = laid_out(start, root / "whole")
        run(whole, nights=1)
        wanted, done, number, calls = results(whole), False, 0, 0
        while not done:
            calls += STEP
            left = root / "left"
            at = laid_out(start, root / "cuts" / str(calls))
            assert ended(child(lambda at=at, calls=calls, left=left: cut(at, calls, left))) == 0
            done, states = pickle.loads(left.read_bytes())  # noqa: S301 (our own)
            for state in states:
                number += 1
                see(state, root / "states" / str(number), wanted)
        assert number > 8
