"""A call that is killed at any step leaves the lake of before or after, and the next one completes it."""

import os
import subprocess
import sys

import pytest

from makers.unit_documents import answers, put

# Each case is a child of one process of its own, which forks faster than Python starts. The system ends the
# child at its n-th change of the lake's folder.
CHILDREN = """
import os, shutil, signal, sys
from pathlib import Path
from ipak_cli.rollup.lake import open_to_read
from ipak_cli.rollup.store import rows
from makers.unit_documents import rolled

tree, before, lake = map(Path, sys.argv[1:])

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
    assert rolled(tree, lake=lake) == rolled(tree)
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
    first = "import sys; from pathlib import Path; from makers.unit_documents import rolled; "
    run(f"{first}rolled(Path(sys.argv[1]), lake=Path(sys.argv[2]))", tree, before)
    put(tree / "b", "B", "IV-2024", answers(fours=20))
    put(tree / "c", "C", "IV-2024", answers(fours=10))

    told = run(CHILDREN, tree, before, tmp_path / "danau")
    seen = [tuple(map(int, line.split())) for line in told.splitlines()]
    assert len(seen) > 20
    # What is in force changes in one step, though its documents were there before.
    assert [found for found, _ in seen] == sorted(found for found, _ in seen)
    assert {found for found, _ in seen} == {80, 160}
    assert {completed for _, completed in seen} == {160}


def run(script, *given):
    command = [sys.executable, "-c", script, *map(str, given)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600, env=environment)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout[-300:] + done.stderr[-2000:]
    return done.stdout
