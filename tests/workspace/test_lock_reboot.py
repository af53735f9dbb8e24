"""After a reboot, or in a container, a stranger has the number of the lock's owner: nobody waits for it."""

import os
import socket
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of, say
from ipak_cli.workspace.layout import Paths
from ipak_cli.workspace.lock import BusyError, break_lock, hold
from ipak_cli.workspace.lock_owner import Life, life_of, this_holder

pytestmark = pytest.mark.skipif(not Path("/proc/self/ns/pid").exists(), reason="asks Linux about processes")
HERE = socket.gethostname()
BOOT = Path("/proc/sys/kernel/random/boot_id").read_text().strip() if Path("/proc/sys").exists() else ""
NOBODY = 2**22
"""A number beyond those that Linux gives to processes."""
OTHER_BOOT = "00000000-1111-2222-3333-444444444444"
ME = this_holder(datetime(2025, 1, 2, 2, 0, tzinfo=UTC), "0.1.0", "malam-2")
BEFORE_BOOT = time.time() - 60 - float(Path("/proc/uptime").read_text().split()[0])


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "ipak.yaml").write_text("")
    (tmp_path / ".ipak").mkdir()
    return tmp_path


def locked(workspace, marker="", made=None, **signed):
    """Leave a lock whose file says so much, and that was signed so."""
    path = Paths(workspace).lock
    path.write_text(marker)
    made = time.time() if made is None else made
    os.utime(path, (made, made))
    if signed:
        Paths(workspace).lock_holder.write_text(ME.model_copy(update=signed).model_dump_json())


def token(boot, born):
    return (int(boot.replace("-", ""), 16) << 64) | born


def outcome(workspace):
    """Try the lock; return the codes of what is told."""
    try:
        with hold(workspace, ME) as held:
            return "held", [note.code for note in held.notes]
    except BusyError as busy:
        return "busy", [found.code for found in busy.problems]


def test_a_holder_tells_boot_start_and_space_of_its_process(workspace):
    with hold(workspace, ME):
        assert (ME.boot, ME.space) == (BOOT, Path("/proc/self/ns/pid").stat().st_ino)
        assert ME.born > 0
        assert life_of(workspace, HERE) is Life.RUNS
        assert outcome(workspace) == ("busy", ["D601"])


@pytest.mark.parametrize(
    "marker", ["", f"{os.getpid()}\n{HERE}\n"], ids=["empty after a power cut", "marked"]
)
def test_a_number_that_a_stranger_has_since_this_boot_is_taken_over(workspace, marker):
    locked(workspace, marker, boot=BOOT, born=ME.born - 1)
    assert outcome(workspace) == ("held", ["D603"])


def test_a_number_that_a_stranger_has_after_a_reboot_is_taken_over(workspace):
    locked(workspace, made=BEFORE_BOOT, boot=OTHER_BOOT, born=ME.born)
    assert outcome(workspace) == ("held", ["D603"])


def test_a_lock_of_before_the_boot_is_dead_though_nobody_signed_how_it_began(workspace):
    locked(workspace, f"{os.getpid()}\n{HERE}\n", BEFORE_BOOT, boot=None, born=None)
    assert outcome(workspace) == ("held", ["D603"])


@pytest.mark.parametrize("marker", ["", f"{NOBODY}\n{HERE}\n{(1 << 64) | 5}\n"], ids=["signed", "marked"])
def test_another_computer_of_the_same_name_is_never_taken_over(workspace, marker):
    locked(workspace, marker, boot=OTHER_BOOT, born=ME.born)
    assert life_of(workspace, HERE) is Life.ELSEWHERE
    assert outcome(workspace) == ("busy", ["D601"])


def test_another_computer_of_the_same_name_that_started_before_this_one_is_seen_to_live(workspace):
    locked(workspace, made=BEFORE_BOOT, boot=OTHER_BOOT, born=ME.born)
    with FileLock(Paths(workspace).lock_alive):
        assert outcome(workspace) == ("busy", ["D601"])
    assert outcome(workspace) == ("held", ["D603"])


def test_the_first_process_of_a_container_that_has_ended_is_dead_though_there_is_one_here(workspace):
    locked(workspace, f"1\n{HERE}?pidns-f00000aa\n{token(BOOT, 5)}\n")
    assert outcome(workspace) == ("held", ["D607"])


def test_a_container_s_living_process_is_seen_by_the_lock_of_the_system_and_not_named(workspace):
    locked(workspace, f"1\n{HERE}?pidns-f00000aa\n{token(BOOT, 5)}\n")
    with FileLock(Paths(workspace).lock_alive):
        assert outcome(workspace) == ("busy", ["D608"])
    assert outcome(workspace) == ("held", ["D607"])


def test_of_an_owner_that_nothing_tells_of_the_advice_names_no_process(workspace):
    locked(workspace, f"{os.getpid()}\n{HERE}\n")
    with pytest.raises(BusyError) as busy, hold(workspace, ME):
        pass
    with pytest.raises(ProblemsFoundError) as refused:
        break_lock(workspace, ME, "coba", say)
    for (told,) in (busy.value.problems, refused.value.problems):
        assert told.code == "D608"
        assert str(os.getpid()) not in message_of(told) + hint_of(told)


@pytest.mark.parametrize("runs", [True, False], ids=["runs", "nobody can tell"])
def test_force_breaks_a_lock_of_this_host_and_logs_why(workspace, runs):
    born = {"boot": BOOT, "born": ME.born} if runs else {"boot": None, "born": None}
    locked(workspace, f"{os.getpid()}\n{HERE}\n", **born)
    with pytest.raises(ProblemsFoundError) as refused:
        break_lock(workspace, ME, "coba", say)
    assert [found.code for found in refused.value.problems] == ["D606" if runs else "D608"]
    break_lock(workspace, ME, "proses macet (sari)", say, force=True)
    assert outcome(workspace) == ("held", [])
    assert "proses macet (sari)" in Paths(workspace).log.read_text("utf-8")
