"""Whose a lock is: what its file and its signature say, and on which host a process is asked for."""

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import say
from ipak_cli.workspace.layout import Paths
from ipak_cli.workspace.lock import break_lock, hold
from ipak_cli.workspace.lock_owner import Holder, holder_of, is_abandoned, is_locked, is_running, owner_of

HERE = socket.gethostname()
posix = pytest.mark.skipif(os.name != "posix", reason="asks POSIX about processes")


def holder(host=HERE, pid=None):
    started = datetime(2025, 1, 2, 2, 0, tzinfo=UTC)
    return Holder(host=host, pid=pid or os.getpid(), started=started, version="0.1.0", run="malam-2")


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "ipak.yaml").write_text("")
    (tmp_path / ".ipak").mkdir()
    return tmp_path


@pytest.fixture(scope="module")
def dead():
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_lock_is_seen_with_its_holder_while_it_is_held_and_looking_makes_nothing(tmp_path):
    (tmp_path / "ipak.yaml").write_text("")
    assert (is_locked(tmp_path), holder_of(tmp_path)) == (False, None)
    assert not (tmp_path / ".ipak").exists()
    with hold(tmp_path, holder()):
        assert (is_locked(tmp_path), holder_of(tmp_path)) == (True, holder())
    assert (is_locked(tmp_path), holder_of(tmp_path)) == (False, None)


@pytest.mark.parametrize("signature", ["", "{}", "bukan", '{"host": "a", "pid": 1}'])
def test_a_signature_of_an_unknown_form_names_nobody(workspace, signature):
    Paths(workspace).lock_holder.write_text(signature)
    assert holder_of(workspace) is None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("4321\nserver\n", (4321, "server")),
        ("9999999999\nserver\n", (9_999_999_999, "server")),
        ("99999999999\nserver\n", None),
        ("\nserver\n", None),
        ("4321\n\n", None),
        ("4321\nserver", None),
        ("x4321\nserver\n", None),
        ("4321\nserver\nlebih\n", (4321, "server")),
        ("4321\nserver?pidns-f00000aa\n", (4321, "server")),
        ("", None),
    ],
)
def test_a_lock_s_file_names_a_process_of_one_to_ten_digits_and_a_whole_line_of_host(workspace, text, owner):
    Paths(workspace).lock.write_text(text)
    found = owner_of(workspace)
    assert (found and (found.pid, found.host)) == owner


@posix
@pytest.mark.parametrize("host", [HERE + "x", HERE[:-1], HERE.upper() + "!", f"{HERE}?wadah"])
def test_a_host_of_another_name_is_another_host_however_alike(workspace, dead, host):
    Paths(workspace).lock.write_text(f"{dead}\n{host}\n")
    assert is_abandoned(workspace, HERE, workspace / "none") is False


@posix
def test_what_the_lock_s_file_says_comes_before_the_signature(workspace, dead):
    paths = Paths(workspace)
    paths.lock_holder.write_text(holder(pid=dead).model_dump_json())
    paths.lock.write_text(f"{os.getpid()}\n{HERE}\n")
    assert is_abandoned(workspace, HERE, workspace / "none") is False
    paths.lock_holder.write_text(holder().model_dump_json())
    paths.lock.write_text(f"{dead}\n{HERE}\n")
    assert is_abandoned(workspace, HERE, workspace / "none") is True


@posix
def test_unlocking_asks_for_the_process_on_its_own_host_alone(workspace, dead):
    lock = Paths(workspace).lock
    lock.write_text(f"{os.getpid()}\n{HERE}\n")
    with pytest.raises(ProblemsFoundError) as refused:
        break_lock(workspace, holder(), "coba", say)
    (told,) = refused.value.problems
    assert (told.code, told.values) == ("D608", {})
    for text in (f"{os.getpid()}\n{HERE}x\n", f"{os.getpid()}\nx{HERE}\n", f"{dead}\n{HERE}\n"):
        lock.write_text(text)
        assert break_lock(workspace, holder(), "coba", say) is None
        assert not is_locked(workspace)


@posix
def test_a_process_that_has_ended_is_dead_though_its_parent_has_not_asked_how():
    process = os.fork()
    if not process:
        os._exit(0)
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    assert is_running(process) is False
    os.waitpid(process, 0)


def test_a_holder_says_since_when_in_its_own_time():
    assert holder().since == "02-01-2025 pukul 02.00"


def test_where_processes_cannot_be_asked_every_owner_counts_as_running(monkeypatch, dead):
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(os, "name", "nt")
        running = is_running(dead)
    assert running is True


def put_link(lock):
    lock.symlink_to("tidak-ada")


def put_link_without_end(lock):
    lock.symlink_to("/dev/zero")


def put_holes(lock):
    lock.touch()
    os.truncate(lock, 1 << 40)


@posix
@pytest.mark.parametrize(
    ("put", "code"),
    [(os.mkfifo, "D661"), (put_link, "D660"), (put_link_without_end, "D660"), (put_holes, "D662")],
)
def test_what_no_process_made_to_lock_is_named_and_unlock_removes_it(workspace, put, code):
    lock = Paths(workspace).lock
    put(lock)
    with pytest.raises(ProblemsFoundError) as refused, hold(workspace, holder()):
        pass
    assert [(each.code, each.where.file) for each in refused.value.problems] == [(code, str(lock))]
    assert is_locked(workspace)
    assert break_lock(workspace, holder(), "bukan kunci", say) is None
    assert not is_locked(workspace)
    with hold(workspace, holder()):
        pass


@posix
def test_a_folder_in_the_lock_s_place_is_named_and_stays(workspace):
    lock = Paths(workspace).lock
    lock.mkdir()
    for work in (
        lambda: hold(workspace, holder()).__enter__(),
        lambda: break_lock(workspace, holder(), "x", say),
    ):
        with pytest.raises(ProblemsFoundError) as refused:
            work()
        assert [(each.code, each.where.file) for each in refused.value.problems] == [("D604", str(lock))]
    assert lock.is_dir()
