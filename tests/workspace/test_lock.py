"""One writer at a time, on one host and on several."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of, say
from ipak_cli.workspace.lock import BusyError, break_lock, hold
from ipak_cli.workspace.lock_owner import UNSIGNED_AGE, Holder

STARTED = datetime(2025, 1, 2, 2, 0, tzinfo=UTC)
HERE = socket.gethostname()
posix = pytest.mark.skipif(os.name != "posix", reason="kills with POSIX signals")


def holder(run="malam-2", host=HERE, pid=None):
    return Holder(host=host, pid=pid or os.getpid(), started=STARTED, version="0.1.0", run=run)


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "ipak.yaml").write_text("")
    return tmp_path


def own(workspace):
    return sorted(path.name for path in (workspace / ".ipak").iterdir())


def foreign_lock(workspace, marker="4321\nkomputer-lain\n", host="komputer-lain"):
    """Leave the lock of a process that works on another computer."""
    folder = workspace / ".ipak"
    folder.mkdir()
    (folder / "lock").write_text(marker)
    (folder / "holder.json").write_text(holder("jauh", host, 4321).model_dump_json())


KILLED = """
import os, signal, socket, sys
from pathlib import Path
from ipak_cli.workspace import lock
from ipak_cli.workspace.atomic import write_whole

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[2] == "unsigned":
    lock.Marker._write_lock_info = die
me = lock.Holder(host=socket.gethostname(), pid=os.getpid(), started="2025-01-01T02:00:00Z", version="0.1.0",
                 run="malam-1")
with lock.hold(Path(sys.argv[1]), me):
    die()
"""


def dead_lock(workspace, moment="held"):
    """Leave the lock of a process of this computer that was killed; return its number."""
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(workspace), moment])
    assert process.wait() == -signal.SIGKILL
    return process.pid


def test_the_lock_is_signed_while_it_is_held_and_gone_after(workspace):
    with hold(workspace, holder()) as held:
        assert Holder.model_validate_json((workspace / ".ipak" / "holder.json").read_text()) == holder()
        assert held.notes == ()
        assert held.server_time == (workspace / ".ipak" / "holder.json").stat().st_mtime
    assert own(workspace) == ["gate"]


def test_the_lock_is_released_when_the_work_fails(workspace):
    with pytest.raises(ZeroDivisionError), hold(workspace, holder()):
        raise ZeroDivisionError
    with hold(workspace, holder("malam-3")) as held:
        assert held.notes == ()


def test_a_held_lock_names_its_holder(workspace):
    with hold(workspace, holder()), pytest.raises(BusyError) as busy, hold(workspace, holder("lain")):
        pass
    assert busy.value.holder == holder()
    (found,) = busy.value.problems
    assert found.code == "D601"
    assert f"ipak 0.1.0 di komputer {HERE} (proses {os.getpid()}) sejak 02-01-2025 pukul 02.00" in message_of(
        found
    )


def test_a_folder_without_the_marker_is_left_empty(tmp_path):
    with pytest.raises(ProblemsFoundError) as refused, hold(tmp_path, holder()):
        pass
    assert [problem.code for problem in refused.value.problems] == ["U950"]
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_of_the_system_is_told(workspace):
    (workspace / ".ipak").mkdir()
    (workspace / ".ipak" / "lock").mkdir()
    with pytest.raises(ProblemsFoundError) as refused, hold(workspace, holder()):
        pass
    assert [problem.code for problem in refused.value.problems] == ["D604"]


def test_a_signature_that_cannot_be_written_leaves_no_lock(workspace):
    (workspace / ".ipak" / "holder.json").mkdir(parents=True)
    with pytest.raises(ProblemsFoundError) as refused, hold(workspace, holder()):
        pass
    assert [problem.code for problem in refused.value.problems] == ["U942"]
    assert own(workspace) == ["gate", "holder.json"]


@posix
def test_the_lock_of_a_dead_process_is_taken_over_with_a_note(workspace):
    pid = dead_lock(workspace)
    with hold(workspace, holder()) as held:
        (note,) = held.notes
        assert note.code == "D603"
        assert f"proses {pid} di komputer {HERE}, mulai 01-01-2025 pukul 02.00" in message_of(note)
        with pytest.raises(BusyError), hold(workspace, holder("lain")):
            pass
    assert own(workspace) == ["gate"]


@posix
def test_an_empty_marker_after_a_power_cut_is_the_signer_s(workspace):
    dead_lock(workspace)
    (workspace / ".ipak" / "lock").write_bytes(b"")
    with hold(workspace, holder()) as held:
        assert [note.code for note in held.notes] == ["D603"]


@posix
def test_a_marker_that_nobody_signed_is_taken_over_when_it_is_old(workspace):
    (workspace / ".ipak").mkdir()
    marker = workspace / ".ipak" / "lock"
    marker.write_bytes(b"")
    with pytest.raises(BusyError) as busy, hold(workspace, holder()):
        pass
    assert [problem.code for problem in busy.value.problems] == ["D602"]

    written = marker.stat().st_mtime
    os.utime(marker, (written - UNSIGNED_AGE - 1,) * 2)
    with hold(workspace, holder()) as held:
        assert [note.code for note in held.notes] == ["D607"]


@posix
def test_a_process_that_died_while_it_made_its_marker_blocks_nobody(workspace):
    dead_lock(workspace, "unsigned")
    assert (workspace / ".ipak" / "lock").read_bytes() == b""
    with hold(workspace, holder()) as held:
        assert [note.code for note in held.notes] == ["D607"]
    assert own(workspace) == ["gate"]


@pytest.mark.parametrize("marker", ["4321\nkomputer-lain\n", ""], ids=["marked", "not-yet-flushed"])
def test_the_lock_of_another_host_is_never_taken_over(workspace, marker):
    foreign_lock(workspace, marker)
    os.utime(workspace / ".ipak" / "lock", (0, 0))
    with pytest.raises(BusyError) as busy, hold(workspace, holder(), wait=0.6):
        pass
    assert busy.value.holder == holder("jauh", "komputer-lain", 4321)
    assert (workspace / ".ipak" / "lock").read_text() == marker


def test_unlocking_breaks_another_host_s_lock_and_logs_why(workspace):
    foreign_lock(workspace)
    assert (
        break_lock(workspace, holder("unlock-1"), "komputer lama dijual (sari)", say).host == "komputer-lain"
    )
    assert own(workspace) == ["gate", "ipak.log"]
    logged = (workspace / ".ipak" / "ipak.log").read_text()
    assert "[unlock-1] PERINGATAN kunci milik proses 4321 di komputer-lain dibuka paksa: " in logged
    assert "komputer lama dijual (sari)" in logged
    with hold(workspace, holder()) as held:
        assert held.notes == ()


def test_unlocking_leaves_a_process_of_this_host_alone(workspace):
    with hold(workspace, holder()):
        with pytest.raises(ProblemsFoundError) as refused:
            break_lock(workspace, holder("unlock-1"), "tidak sabar", say)
        assert [problem.code for problem in refused.value.problems] == ["D606"]
        assert own(workspace) == ["alive", "gate", "holder.json", "lock"]


def test_unlocking_what_is_not_locked_only_says_so(workspace):
    with pytest.raises(ProblemsFoundError) as found:
        break_lock(workspace, holder("unlock-1"), "coba", say)
    assert [problem.code for problem in found.value.problems] == ["D605"]
    assert own(workspace) == ["gate"]


def test_an_owner_whose_lock_was_broken_does_not_remove_its_successor_s(workspace):
    with hold(workspace, holder("lama")):
        (workspace / ".ipak" / "lock").unlink()
        successor = holder("pengganti", "komputer-lain", 4321)
        (workspace / ".ipak" / "lock").write_text("4321\nkomputer-lain\n")
        (workspace / ".ipak" / "holder.json").write_text(successor.model_dump_json())
    with pytest.raises(BusyError) as busy, hold(workspace, holder()):
        pass
    assert busy.value.holder == successor


# Each worker notes itself in a file, and must not find the note of one that lives.
WORKERS = """
import os, random, signal, socket, sys, time
from datetime import UTC, datetime
from pathlib import Path
from ipak_cli.workspace import lock
from ipak_cli.workspace.atomic import write_whole
from ipak_cli.workspace.lock_owner import is_running

workspace, kills = Path(sys.argv[1]), int(sys.argv[2])
lock.POLL = 0.01
os.fsync = lambda _: None  # the disk's speed is not what this is about
inside, total, taken, faults = (workspace / name for name in ("inside", "total", "taken", "faults"))
ROUNDS = 25

def noted():
    try:
        return int(inside.read_text())
    except (FileNotFoundError, ValueError):
        return 0

def work(rounds):
    pid = os.getpid()
    for number in range(rounds):
        me = lock.Holder(host=socket.gethostname(), pid=pid, started=datetime.now(UTC), version="0",
                         run=f"{pid}-{number}")
        with lock.hold(workspace, me, wait=60) as held:
            if (other := noted()) and is_running(other):
                faults.write_text(f"{pid} met {other}")
            inside.write_text(str(pid))
            with taken.open("a") as file:
                file.write("x" * len(held.notes))
            before = int(total.read_text())
            time.sleep(0.002)
            write_whole(total, str(before + 1).encode())
            if noted() != pid:
                faults.write_text(f"{pid} was joined by {noted()}")
            inside.unlink()

def start(rounds):
    pid = os.fork()
    if not pid:
        try:
            work(rounds)
        except BaseException as fault:
            faults.write_text(repr(fault))
            os._exit(1)
        os._exit(0)
    return pid

def kill(pid):
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)

total.write_text("0")
chance = random.Random(5)
workers = [start(1_000_000 if kills else ROUNDS) for _ in range(8)]
for number in range(kills):
    time.sleep(chance.uniform(0, 0.05))
    while number % 2 and noted() not in workers:  # every other time the one that has the lock
        time.sleep(0.001)
    victim = noted() if number % 2 else 0
    victim = victim if victim in workers else chance.choice(workers)
    kill(victim)
    workers[workers.index(victim)] = start(1_000_000)
for worker in workers:
    kill(worker) if kills else os.waitpid(worker, 0)
print(faults.read_text() if faults.exists() else "", kills or total.read_text() == str(8 * ROUNDS), end="")
"""


def run_workers(workspace, kills):
    command = [sys.executable, "-c", WORKERS, str(workspace), str(kills)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    try:
        return process.communicate(timeout=120)[0]
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


@posix
def test_eight_processes_never_meet_and_lose_no_update(workspace):
    assert run_workers(workspace, 0) == " True"


@posix
def test_of_eight_processes_that_see_a_dead_owner_one_takes_over(workspace):
    assert run_workers(workspace, 60) == " 60"
    assert len((workspace / "taken").read_text()) > 10
