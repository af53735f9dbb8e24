"""Both sides of each limit of whole files: how often is tried, when a leftover is old, what is refused."""

import errno
import os
import time
from pathlib import Path, PurePath

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.workspace.atomic import (
    LEFTOVER_AGE,
    RETRY_DELAYS,
    Written,
    make_folder,
    sweep_folder,
    write_for_people,
    write_whole,
)
from ipak_cli.workspace.refusals import refusal


@pytest.fixture
def refuse(monkeypatch):
    """Return a function that lets the next replacements fail, and gives the sleeps between the tries."""

    def set_up(times, error=errno.EBUSY):
        slept, real = [], os.replace
        left = [times]

        def replace(source, target, **folders):
            if left[0]:
                left[0] -= 1
                raise OSError(error, os.strerror(error))
            return real(source, target, **folders)

        monkeypatch.setattr(os, "replace", replace)
        monkeypatch.setattr(time, "sleep", slept.append)
        return slept

    return set_up


def test_an_open_file_is_tried_again_up_to_the_last_delay(tmp_path, refuse):
    slept = refuse(2)
    write_whole(tmp_path / "a", b"baru", delays=(0.1, 0.2))
    assert ((tmp_path / "a").read_bytes(), slept) == (b"baru", [0.1, 0.2])


def test_after_the_last_delay_it_is_refused(tmp_path, refuse):
    slept = refuse(3)
    with pytest.raises(ProblemsFoundError):
        write_whole(tmp_path / "a", b"baru", delays=(0.1, 0.2))
    assert (list(tmp_path.iterdir()), slept) == ([], [0.1, 0.2])


def test_a_file_that_is_free_is_written_without_waiting(tmp_path, refuse):
    slept = refuse(0)
    write_whole(tmp_path / "a", b"baru")
    assert slept == []


def test_the_tries_take_two_seconds_and_begin_with_short_ones(tmp_path, refuse):
    slept = refuse(10)
    write_whole(tmp_path / "a", b"baru")
    assert slept == list(RETRY_DELAYS) == [0.05, 0.05, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.3, 0.4]


def test_what_is_no_open_file_is_not_tried_again(tmp_path, refuse):
    slept = refuse(1, errno.EIO)
    with pytest.raises(ProblemsFoundError):
        write_whole(tmp_path / "a", b"baru")
    assert slept == []


def test_where_not_even_the_file_beside_can_be_written_it_is_refused(tmp_path, refuse):
    refuse(2)
    with pytest.raises(ProblemsFoundError) as refused:
        write_for_people(tmp_path, PurePath("a"), b"baru", delays=())
    assert [problem.code for problem in refused.value.problems] == ["U942"]


@pytest.mark.parametrize(("age", "left"), [(599, True), (600, True), (601, False)])
def test_a_leftover_is_swept_when_it_is_older_than_ten_minutes(tmp_path, age, left):
    leftover = tmp_path / ".ipak-0123456789abcdef.tmp"
    leftover.write_bytes(b"")
    os.utime(leftover, (1_000_000, 1_000_000))

    sweep_folder(tmp_path, PurePath(), 1_000_000.0 + age)

    assert leftover.exists() is left
    assert LEFTOVER_AGE == 600


@pytest.mark.parametrize(
    "name",
    [
        ".ipak-0123456789abcde.tmp", ".ipak-0123456789abcdef0.tmp", ".ipak-0123456789ABCDEF.tmp",
        "x.ipak-0123456789abcdef.tmp", ".ipak-0123456789abcdef.tmp.bak",
    ],
)  # fmt: skip
def test_a_name_that_is_not_quite_a_leftover_s_is_never_swept(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    os.utime(tmp_path / name, (0, 0))
    sweep_folder(tmp_path, PurePath(), 1e9)
    assert (tmp_path / name).exists()


def test_one_leftover_that_cannot_be_swept_keeps_no_other(tmp_path, monkeypatch):
    first, second = (tmp_path / f".ipak-{n * 16}.tmp" for n in "ab")
    for path in (first, second):
        path.write_bytes(b"")
        os.utime(path, (0, 0))
    real = os.unlink

    def unlink(name, **folder):
        if name == first.name:
            raise PermissionError(errno.EACCES, "busy")
        return real(name, **folder)

    monkeypatch.setattr(os, "unlink", unlink)
    sweep_folder(tmp_path, PurePath(), 1e9)
    assert list(tmp_path.iterdir()) == [first]


def test_a_folder_may_be_there_already(tmp_path):
    make_folder(tmp_path / "hasil")
    make_folder(tmp_path / "hasil")
    assert (tmp_path / "hasil").is_dir()


def test_an_error_without_a_number_and_one_of_another_number_are_refusals_all_the_same():
    assert refusal(OSError()) == refusal(OSError(-1, "?"))
    assert refusal(OSError(errno.ENOSPC, "")) != refusal(OSError())
    assert refusal(OSError(errno.ENOENT, "")) == refusal(OSError(errno.ESTALE, ""))


def test_all_the_permissions_of_an_existing_file_are_kept(tmp_path):
    target = tmp_path / "a"
    target.write_bytes(b"lama")
    target.chmod(0o4751)
    write_whole(target, b"baru")
    assert target.stat().st_mode & 0o7777 == 0o4751


def test_a_file_of_the_same_length_is_read_and_one_of_another_is_not(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"lama")
    read = []
    real = os.fdopen
    monkeypatch.setattr(os, "fdopen", lambda *how: read.append(how) or real(*how))

    write_whole(tmp_path / "a", b"lama!")
    assert len(read) == 0
    write_whole(tmp_path / "a", b"baru!")
    assert len(read) == 1


def test_no_descriptor_stays_open(tmp_path):
    lists = Path("/proc/self/fd")
    if not lists.is_dir():
        pytest.skip("the system does not list them")
    before = len(list(lists.iterdir()))
    for n in range(5):
        write_whole(tmp_path / "a", b"%d" % n)
    assert len(list(lists.iterdir())) == before


def test_a_file_that_could_be_written_stands_where_it_was_asked_for(tmp_path, refuse):
    refuse(0)
    assert write_for_people(tmp_path, PurePath("a"), b"baru") == Written(tmp_path / "a")


def test_what_a_killed_run_leaves_is_what_is_swept(tmp_path, monkeypatch):
    """A run is killed while it replaces the file: not even the unfinished one is removed."""

    def killed(*_, **_folders):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", killed)
        patched.setattr(os, "unlink", killed)
        with pytest.raises(KeyboardInterrupt):
            write_whole(tmp_path / "a", b"baru")
    (unfinished,) = tmp_path.iterdir()
    os.utime(unfinished, (0, 0))

    sweep_folder(tmp_path, PurePath(), 1e9)

    assert list(tmp_path.iterdir()) == []
