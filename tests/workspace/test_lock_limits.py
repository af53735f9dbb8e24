"""Both sides of the lock's limits: how long is waited, when an owner counts as dead, who may pass."""

import os
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest
from filelock import FileLock

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import say
from ipak_cli.workspace import lock, lock_owner
from ipak_cli.workspace.atomic import LEFTOVER_AGE
from ipak_cli.workspace.lock import BusyError, break_lock, hold
from ipak_cli.workspace.lock_files import Marker
from ipak_cli.workspace.lock_owner import Holder, is_abandoned, is_running, server_time

HERE = socket.gethostname()
MADE = 1_700_000_000.0
posix = pytest.mark.skipif(os.name != "posix", reason="asks POSIX about processes")


def holder(run="malam-2", host=HERE, pid=None):
    started = datetime(2025, 1, 2, 2, 0, tzinfo=UTC)
    return Holder(host=host, pid=pid or os.getpid(), started=started, version="0.1.0", run=run)


def workspace_in(folder):
    folder.mkdir(exist_ok=True)
    (folder / "ipak.yaml").write_text("")
    (folder / ".ipak").mkdir()
    return folder


@pytest.fixture
def workspace(tmp_path):
    return workspace_in(tmp_path / "unit")


@pytest.fixture(scope="module")
def dead():
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def own(workspace):
    return sorted(path.name for path in (workspace / ".ipak").iterdir())


def marker(workspace, text="", made=MADE):
    """Leave a marker that was made at some second."""
    path = workspace / ".ipak" / "lock"
    path.write_text(text)
    os.utime(path, (made, made))


def asked(workspace, when, host=HERE):
    """Leave the note that a host asked for the lock at some second."""
    path = lock._files(workspace, host).asked
    path.write_bytes(b".")
    os.utime(path, (when, when))


def busy(workspace, **how):
    """Tell whether the lock is somebody's; if so, return the code and the holder."""
    try:
        with hold(workspace, holder(), **how):
            return None
    except BusyError as found:
        (told,) = found.problems
        return told.code, found.holder


@pytest.fixture
def slept(monkeypatch):
    """Return the sleeps that nobody has to wait for."""
    sleeps = []
    monkeypatch.setattr(time, "sleep", sleeps.append)
    return sleeps


@pytest.mark.parametrize(("wait", "times"), [(0, 0), (0.49, 0), (0.5, 1), (0.99, 1), (1, 2)])
def test_a_held_lock_is_tried_once_more_for_each_half_second_of_waiting(workspace, slept, wait, times):
    marker(workspace, "4321\nkomputer-lain\n")
    assert busy(workspace, wait=wait) == ("D602", None)
    assert slept == [0.5] * times


def test_a_lock_that_becomes_free_is_taken_at_the_next_try(workspace, monkeypatch):
    marker(workspace, "4321\nkomputer-lain\n")
    sleeps = []

    def sleep(seconds):
        sleeps.append(seconds)
        (workspace / ".ipak" / "lock").unlink()

    monkeypatch.setattr(time, "sleep", sleep)
    assert busy(workspace, wait=60) is None
    assert sleeps == [0.5]


@posix
@pytest.mark.parametrize(("age", "taken"), [(299.9, False), (300, False), (300.1, True)])
def test_a_marker_that_nobody_signed_is_abandoned_after_five_minutes(workspace, monkeypatch, age, taken):
    marker(workspace)
    monkeypatch.setattr(lock_owner, "server_time", lambda _: MADE + age)
    assert is_abandoned(workspace, HERE, lock._files(workspace, HERE).asked) is taken
    assert busy(workspace) == (None if taken else ("D602", None))


@posix
@pytest.mark.parametrize(("later", "taken"), [(-2, False), (-1.9, True), (1.9, True), (2, False)])
def test_a_marker_made_within_two_seconds_of_this_hosts_question_is_its_own(
    workspace, monkeypatch, later, taken
):
    marker(workspace)
    asked(workspace, MADE + later)
    monkeypatch.setattr(lock_owner, "server_time", lambda _: MADE + 10)
    assert is_abandoned(workspace, HERE, lock._files(workspace, HERE).asked) is taken


@posix
def test_another_hosts_question_says_nothing_of_a_marker(workspace, monkeypatch):
    marker(workspace)
    asked(workspace, MADE, "komputer-lain")
    monkeypatch.setattr(lock_owner, "server_time", lambda _: MADE + 10)
    assert busy(workspace) == ("D602", None)


@posix
def test_a_marker_is_abandoned_by_a_dead_process_of_this_host_alone(workspace, dead):
    files = lock._files(workspace, HERE)
    for pid, host, abandoned in [
        (dead, HERE, True),
        (os.getpid(), HERE, False),
        (dead, "komputer-lain", False),
    ]:
        marker(workspace, f"{pid}\n{host}\n", time.time())
        assert is_abandoned(workspace, HERE, files.asked) is abandoned
        marker(workspace, made=time.time())
        files.paths.lock_holder.write_text(holder(host=host, pid=pid).model_dump_json())
        assert is_abandoned(workspace, HERE, files.asked) is abandoned
        files.paths.lock_holder.unlink()


def test_a_marker_that_is_gone_is_nobodys_to_take_over(workspace):
    assert is_abandoned(workspace, HERE, lock._files(workspace, HERE).asked) is False


def test_the_server_s_time_is_that_of_a_new_file(workspace):
    before = time.time()
    assert server_time(workspace) == pytest.approx(before, abs=30)
    assert own(workspace) == []


@posix
def test_a_process_that_cannot_be_asked_about_counts_as_running(monkeypatch, dead):
    assert is_running(os.getpid()) is True
    assert is_running(dead) is False
    assert is_running(9_999_999_999) is True

    def kill(pid, sign):
        raise PermissionError(pid, sign)

    monkeypatch.setattr(os, "kill", kill)
    assert is_running(dead) is True


def test_the_gate_is_everybody_s_and_waited_for_five_seconds(workspace):
    files = lock._files(workspace, HERE)
    assert (files.gate.timeout, files.gate.poll_interval, files.marker.timeout) == (5, 0.01, 0)
    assert busy(workspace) is None
    if os.name == "posix":
        assert (workspace / ".ipak" / "gate").stat().st_mode & 0o777 == 0o666


def test_a_gate_that_stays_shut_is_a_busy_lock(workspace, monkeypatch):
    monkeypatch.setattr(lock, "_GATE_WAIT", 0.02)
    (workspace / ".ipak" / "holder.json").write_text(holder("lain").model_dump_json())
    with FileLock(workspace / ".ipak" / "gate"):
        assert busy(workspace) == ("D601", holder("lain"))


@posix
def test_where_no_gate_can_be_a_free_lock_is_taken_but_nobody_is_taken_over(workspace):
    (workspace / ".ipak" / "gate").mkdir()
    assert busy(workspace) is None
    marker(workspace)
    assert busy(workspace) == ("D602", None)


@pytest.mark.parametrize(
    ("host", "name"), [("komputer-1", "asked-69df0f9327b3"), ("komputer-2", "asked-496225d83f0e")]
)
def test_each_host_asks_in_a_file_of_its_own(workspace, host, name):
    assert lock._files(workspace, host).asked.name == name


def test_nothing_but_the_lock_and_its_signature_is_there_while_it_is_held(workspace):
    with hold(workspace, holder()):
        assert own(workspace) == ["alive", "gate", "holder.json", "lock"]
    assert own(workspace) == ["gate"]


@posix
def test_who_comes_second_leaves_no_question_behind(workspace, monkeypatch):
    made = Marker.acquire

    def slower(marker, *arguments, **named):
        # Not there when it is asked for, but when it is made.
        (workspace / ".ipak" / "lock").write_text("4321\nkomputer-lain\n")
        return made(marker, *arguments, **named)

    monkeypatch.setattr(Marker, "acquire", slower)
    assert busy(workspace) == ("D602", None)
    assert own(workspace) == ["gate", "lock"]


def test_leftovers_are_swept_by_the_server_s_clock_when_the_lock_is_taken(workspace):
    names = [".ipak-0123456789abcdef.tmp", ".ipak-fedcba9876543210.tmp"]
    for name, age in zip(names, (LEFTOVER_AGE + 60, LEFTOVER_AGE - 60), strict=True):
        (workspace / ".ipak" / name).write_bytes(b"setengah")
        os.utime(workspace / ".ipak" / name, (time.time() - age,) * 2)
    assert busy(workspace) is None
    assert own(workspace) == [names[1], "gate"]


@posix
def test_a_lock_whose_folder_is_lost_is_not_made_anew(workspace):
    with hold(workspace, holder()):
        (workspace / ".ipak").rename(workspace / "jauh")
    assert not (workspace / ".ipak").exists()


def test_unlocking_a_marker_without_an_owner_breaks_it(workspace):
    marker(workspace, made=time.time())
    assert break_lock(workspace, holder("unlock-1"), "komputer mati", say) is None
    assert own(workspace) == ["gate", "ipak.log"]


@posix
def test_unlocking_takes_a_dead_process_of_this_host_and_one_in_a_container_for_what_they_are(
    workspace, dead
):
    marker(workspace, f"{dead}\n{HERE}?pidns-f00000aa\n", time.time())
    with pytest.raises(ProblemsFoundError) as refused:
        break_lock(workspace, holder("unlock-1"), "coba", say)
    assert [problem.code for problem in refused.value.problems] == ["D608"]
    assert own(workspace) == ["gate", "lock"]

    marker(workspace, f"{dead}\n{HERE}\n", time.time())
    break_lock(workspace, holder("unlock-1"), "coba", say)
    assert own(workspace) == ["gate", "ipak.log"]


def test_a_question_is_noted_before_the_marker_is_made(workspace, monkeypatch):
    seen, real = [], lock.Marker.acquire

    def acquire(marker):
        seen.append(own(workspace))
        return real(marker)

    monkeypatch.setattr(lock.Marker, "acquire", acquire)
    assert busy(workspace) is None
    assert seen == [sorted([lock._files(workspace, HERE).asked.name, "gate"])]
