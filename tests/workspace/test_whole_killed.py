"""A writer that is killed at any moment, or meets a full disk, leaves the old bytes or the new."""

import os
import shutil
import subprocess
import sys

import pytest

# Each case is a child of one process of its own, which forks faster than Python starts.
CHILDREN = """
import os, random, signal, sys, time
from pathlib import Path, PurePath
from ipak_cli.workspace import atomic as whole

folder = Path(sys.argv[1])
target = folder / "laporan.html"

def write_or_beside(path, data):
    whole.write_for_people(path.parent, PurePath(path.name), data)

OLD, NEW = b"lama" * 70_000, b"baru" * 90_000

def read():
    data = target.read_bytes()
    assert data in (OLD, NEW), (len(data), data[:8])
    return data

def left():
    return sorted(path.name for path in folder.iterdir() if path != target)

def child(work):
    pid = os.fork()
    if not pid:
        try:
            work()
        except BaseException as fault:
            print("child:", repr(fault), flush=True)
            os._exit(1)
        os._exit(0)
    return pid

def end(pid):
    return os.waitpid(pid, 0)[1]
"""

AT_ANY_MOMENT = """
def write_for_ever():
    while True:
        whole.write_whole(target, NEW)
        write_or_beside(target, OLD)

def read_for_ever():
    while True:
        read()

target.write_bytes(OLD)
reader = child(read_for_ever)
chance = random.Random(5)
seen, unfinished = set(), 0
for _ in range(60):
    writer = child(write_for_ever)
    time.sleep(chance.uniform(0, 0.03))
    os.kill(writer, signal.SIGKILL)
    end(writer)
    seen.add(read())
    unfinished += bool(left())
    for name in left():
        assert name.startswith(".ipak-") and name.endswith(".tmp"), name
        os.utime(folder / name, (0, 0))
    whole.sweep_folder(folder, PurePath(), time.time())
    assert left() == []
assert len(seen) == 2 and unfinished, "the kills missed the writing"
os.kill(reader, signal.SIGKILL)
assert end(reader) == signal.SIGKILL, "the reader met something else"
"""

AT_EVERY_LINE = """
def killed_at(step, write):
    left = [step]
    def each(frame, event, _):
        if frame.f_code.co_filename != whole.__file__:
            return None
        if event in ("line", "return"):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
        return each
    def work():
        sys.settrace(each)
        write(target, NEW)
    return end(child(work))

for write in (whole.write_whole, write_or_beside):
    states = []
    for step in range(1, 1000):
        target.write_bytes(OLD)
        status = killed_at(step, write)
        states.append(read())
        for name in left():
            os.unlink(folder / name)
        if status != signal.SIGKILL:
            break
        write(target, NEW)
        assert read() == NEW and left() == []
    assert status == 0 and len(states) > 20, (status, len(states))
    assert states == sorted(states, reverse=True), "old, old ... new, new"
"""

WITHOUT_SPACE = """
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of

def refused(data):
    try:
        whole.write_whole(target, data)
    except ProblemsFoundError as found:
        return message_of(found.problems[0])
    return "written"

os.system(f"mount -t tmpfs -o size=1m tmpfs {folder}") and os._exit(77)
target.write_bytes(OLD)
print(refused(OLD * 4))
assert read() == OLD and left() == []
os.system(f"mount -o remount,ro {folder}") and os._exit(77)
print(refused(NEW))
assert read() == OLD and left() == []
"""


def run(script, folder, *before):
    command = [*before, sys.executable, "-c", CHILDREN + script, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills with POSIX signals")
@pytest.mark.parametrize("script", [AT_ANY_MOMENT, AT_EVERY_LINE], ids=["any-moment", "every-line"])
def test_a_killed_writer_leaves_whole_bytes(tmp_path, script):
    done = run(script, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.skipif(not shutil.which("unshare"), reason="mounts a small disk in a namespace of its own")
def test_a_full_and_a_read_only_disk_keep_the_old_file(tmp_path):
    done = run(WITHOUT_SPACE, tmp_path, "unshare", "--mount", "--map-root-user")
    if done.returncode == 77 or done.stderr.startswith("unshare:"):
        pytest.skip("the system allows no mounts here")
    assert done.stdout.splitlines() == [
        "berkas tidak dapat ditulis: tempat penyimpanan penuh",
        "berkas tidak dapat ditulis: tempat itu hanya bisa dibaca",
    ], done.stderr
    assert done.returncode == 0
