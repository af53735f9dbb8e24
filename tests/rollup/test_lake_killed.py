"""A call that is killed at any step leaves the lake of before or after, and the next one completes it."""

import os
import subprocess
import sys

import pytest

from makers.unit_documents import answers, put

FIRST = """
import sys
from pathlib import Path
from ipak_cli.rollup import gather
from makers.unit_documents import rolled

gather.BATCH = int(sys.argv[3])
rolled(Path(sys.argv[1]), lake=Path(sys.argv[2]))
"""
# Each case is a child of one process of its own, which forks faster than Python starts. The system ends the
# child at its n-th change of the lake's folder.
CHILDREN = """
import os, pickle, shutil, signal, sys
from pathlib import Path
from ipak_cli.rollup import lake as lakes
from ipak_cli.rollup.lake import open_to_read
from ipak_cli.rollup.manifest import read_manifest
from ipak_cli.rollup.store import rows
from makers.unit_documents import rolled

tree, before, lake = map(Path, sys.argv[1:4])
lakes.MOST_FILES = int(sys.argv[4])

def is_change(event, given):
    if event == "open":
        return isinstance(given[2], int) and given[2] & os.O_CREAT and str(given[0]).startswith(".ipak-")
    return event in ("os.rename", "os.mkdir", "os.remove")

def killed_at(step):
    left = [step]
    def each(event, given):
        if is_change(event, given):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(each)
    rolled(tree, lake=lake)

def total():
    return int(rows(open_to_read(lake).db, "SELECT sum(answers) FROM totals")[0][0])

def complete(_):
    print(total(), end=" ")
    assert rolled(tree, lake=lake) == pickle.loads(expected.read_bytes())
    folders = [Path(name).parent for files in read_manifest(lake).tables.values() for name in files]
    assert max(map(folders.count, folders)) <= lakes.MOST_FILES
    print(total(), flush=True)

def child(work, step=0):
    pid = os.fork()
    if not pid:
        try:
            work(step)
        except BaseException as fault:
            print("child:", repr(fault), flush=True)
            os._exit(1)
        os._exit(0)
    return os.waitpid(pid, 0)[1]

expected = before.with_suffix(".pickle")
assert child(lambda _: expected.write_bytes(pickle.dumps(rolled(tree)))) == 0
for step in range(1, 200):
    shutil.copytree(before, lake)
    status = child(killed_at, step)
    assert child(complete) == 0
    shutil.rmtree(lake)
    if status != signal.SIGKILL:
        break
assert status == 0, status
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills with POSIX signals")
def test_a_killed_call_leaves_the_lake_of_before_or_after(tmp_path):
    tree, before = tmp_path / "unit", tmp_path / "sebelum"
    put(tree / "a", "A", "III-2024", answers(fours=10))
    put(tree / "b", "B", "IV-2024", answers(fours=10))
    run(FIRST, tree, before, 100)
    put(tree / "b", "B", "IV-2024", answers(fours=20))
    put(tree / "c", "C", "IV-2024", answers(fours=10))

    seen = killed(tree, before, tmp_path / "danau", 24)
    assert len(seen) > 20
    # What is in force changes in one step, though its documents were there before.
    assert [found for found, _ in seen] == sorted(found for found, _ in seen)
    assert {found for found, _ in seen} == {80, 160}
    assert {completed for _, completed in seen} == {160}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills with POSIX signals")
def test_a_call_killed_while_it_makes_one_file_of_many_loses_no_row_and_has_none_twice(tmp_path):
    tree, before = tmp_path / "unit", tmp_path / "sebelum"
    put(tree / "a", "A", "IV-2024", answers(fours=10))
    put(tree / "b", "B", "IV-2024", answers(fours=10))
    run(FIRST, tree, before, 1)

    seen = killed(tree, before, tmp_path / "danau", 1)
    assert len(seen) > 15
    assert set(seen) == {(80, 80)}


def killed(tree, before, lake, most):
    """Return the answers in the lake after each kill, and after the next call."""
    return [tuple(map(int, line.split())) for line in run(CHILDREN, tree, before, lake, most).splitlines()]


def run(script, *given):
    command = [sys.executable, "-c", script, *map(str, given)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600, env=environment)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout[-300:] + done.stderr[-2000:]
    return done.stdout
