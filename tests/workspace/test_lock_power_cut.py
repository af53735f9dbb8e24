"""A power cut at any moment of taking or giving back the lock keeps nobody out for good."""

import os
import pickle
import socket
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ipak_cli.workspace.lock import BusyError, hold
from ipak_cli.workspace.lock_owner import UNSIGNED_AGE, Holder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="folders are flushed on POSIX systems alone")
TESTS = Path(__file__).parents[1]
# A process for each cut, so that its number is a dead one's afterwards.
CUTS = """
import os, pickle, socket, sys
from pathlib import Path
import pytest
from ipak_cli.workspace import lock
from makers.power import Disk, PowerCutError

def work(root):
    me = lock.Holder(host=socket.gethostname(), pid=os.getpid(), started="2025-01-01T02:00:00Z",
                     version="0.1.0", run="malam-1")
    with lock.hold(root, me):
        pass

def cut(root, calls):
    (root / "ipak.yaml").write_bytes(b"")
    disk = Disk(root, calls)
    patched, done = pytest.MonkeyPatch(), True
    disk.plug_in(patched)
    try:
        work(root)
    except PowerCutError:
        done = False
    patched.undo()
    root.with_suffix(".left").write_bytes(pickle.dumps((done, list(disk.states()))))

folder = Path(sys.argv[1])
for calls in range(100):
    root = folder / str(calls)
    root.mkdir()
    child = os.fork()
    if not child:
        cut(root, calls)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    if pickle.loads(root.with_suffix(".left").read_bytes())[0]:
        break
else:
    raise SystemExit("the work never ends")
"""


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    """Return what may be left after each cut, and after no cut at all."""
    folder = tmp_path_factory.mktemp("cuts")
    command = [sys.executable, "-c", CUTS, str(folder)]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(TESTS)}, timeout=120)
    found = [pickle.loads(path.read_bytes()) for path in folder.glob("*.left")]  # noqa: S301 (our own)
    cuts = [state for done, states in found if not done for state in states]
    whole = [state for done, states in found if done for state in states]
    return [dict(pairs) for pairs in {tuple(state.items()) for state in cuts}], whole


def after(state, root):
    """Lay a workspace out as a cut left it; a file whose bytes were lost is empty."""
    for path, data in state.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data or b"")
    return root


def next_run():
    started = datetime(2025, 1, 2, 2, 0, tzinfo=UTC)
    return Holder(host=socket.gethostname(), pid=os.getpid(), started=started, version="0.1.0", run="malam-2")


def test_the_lock_is_cut_with_and_without_a_marker_and_a_signature(left):
    cuts, _ = left
    seen = {(".ipak/lock" in state, ".ipak/holder.json" in state) for state in cuts}
    assert seen >= {(False, False), (True, False), (True, True)}


def test_a_signature_is_not_there_or_whole(left):
    cuts, whole = left
    for state in (*cuts, *whole):
        if ".ipak/holder.json" in state:
            assert Holder.model_validate_json(state[".ipak/holder.json"]).run == "malam-1"


def test_the_next_run_takes_over_at_once_or_when_the_marker_is_old(left, tmp_path):
    cuts, _ = left
    for number, state in enumerate(cuts):
        root = after(state, tmp_path / str(number))
        taken = []
        with suppress(BusyError), hold(root, next_run()) as held:
            taken.append(held)
        if not taken:
            marker = root / ".ipak" / "lock"
            assert ".ipak/holder.json" not in state, "whoever signed is known to be dead"
            made = marker.stat().st_mtime - UNSIGNED_AGE - 1
            os.utime(marker, (made, made))
            with hold(root, next_run()) as held:
                taken.append(held)
        codes = [note.code for note in taken[0].notes]
        assert codes == (["D603"] if ".ipak/holder.json" in state else codes)
        assert codes in ([], ["D603"], ["D607"])


def test_after_the_lock_is_given_back_nothing_keeps_the_next_run_waiting(left, tmp_path):
    _, whole = left
    for number, state in enumerate(whole):
        root = after(state, tmp_path / str(number))
        with hold(root, next_run()) as held:
            assert [note.code for note in held.notes] in ([], ["D603"])
