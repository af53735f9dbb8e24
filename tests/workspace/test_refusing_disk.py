"""What the system refuses of a file is told with the file's name, whatever it was asked; the rest goes on."""

import errno
from pathlib import Path, PurePath

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.workspace.atomic import ensure_folder, remove_file, write_file, write_for_people
from ipak_cli.workspace.files import look_at, read
from ipak_cli.workspace.listing import EntryType, list_folder, walk
from ipak_cli.workspace.refusals import refusal, unreadable
from makers.refusing_disk import refusing

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="the system does not tell what a descriptor stands for"
)
ERRORS = pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.EACCES, errno.ENOSPC])
NAME = PurePath("hasil/survey.json")


@pytest.fixture
def office(tmp_path):
    (tmp_path / "hasil").mkdir()
    (tmp_path / NAME).write_bytes(b"hasil")
    return tmp_path


@ERRORS
@pytest.mark.parametrize("call", ["stat", "open", "read"])
def test_what_is_refused_of_a_file_that_is_read_is_the_system_s_own_error(office, call, number):
    with refusing(call, office / NAME, number) as refused, pytest.raises(OSError) as told:  # noqa: PT011
        read(office, NAME, 100)
    assert refused
    assert told.value.errno == number
    assert read(office, NAME, 100) == b"hasil"


def problem_of(work, *arguments):
    try:
        return work(*arguments).problem
    except ProblemsFoundError as found:
        return found.problems[0]


@ERRORS
@pytest.mark.parametrize("call", ["create", "write", "fsync", "rename"])
@pytest.mark.parametrize("write", [write_file, write_for_people])
def test_a_file_that_is_refused_is_told_and_the_old_one_is_whole(office, monkeypatch, call, number, write):
    monkeypatch.setattr("time.sleep", lambda _: None)
    with refusing(call, office / NAME, number) as refused:
        told = problem_of(write, office, NAME, b"baru")
    assert refused
    beside = write is write_for_people and (call, number) == ("rename", errno.EACCES)
    assert (told.code, told.where.file) == ("D610" if beside else "U942", str(office / NAME))
    assert (office / NAME).read_bytes() == b"hasil"
    assert not list((office / "hasil").glob(".ipak-*"))


@ERRORS
def test_a_folder_that_cannot_be_made_is_told(office, number):
    with refusing("mkdir", office / "laporan", number) as refused, pytest.raises(ProblemsFoundError) as told:
        ensure_folder(office, PurePath("laporan"))
    assert refused
    assert [(each.code, each.where.file) for each in told.value.problems] == [
        ("U942", str(office / "laporan"))
    ]


@ERRORS
def test_a_file_that_cannot_be_removed_is_told(office, number):
    with refusing("unlink", office / NAME, number) as refused, pytest.raises(ProblemsFoundError) as told:
        remove_file(office, NAME)
    assert refused
    assert [(each.code, each.where.file) for each in told.value.problems] == [("U942", str(office / NAME))]


@ERRORS
def test_an_entry_that_the_system_does_not_tell_keeps_no_other(office, number):
    (office / "hasil" / "pekppp.json").write_bytes(b"hasil")
    with refusing("stat", office / NAME, number) as refused:
        listed = list_folder(office, PurePath("hasil"))
    assert refused
    assert [(each.name.name, each.type) for each in listed] == [
        ("pekppp.json", EntryType.FILE), ("survey.json", EntryType.UNREADABLE),
    ]  # fmt: skip
    assert listed[1].fault == unreadable(OSError(number, ""))


@ERRORS
def test_a_folder_that_cannot_be_listed_keeps_no_other(office, number):
    for folder in ("a", "b"):
        (office / "masuk" / folder).mkdir(parents=True)
        (office / "masuk" / folder / "tw1.csv").write_bytes(b"")
    with refusing("open", office / "masuk" / "a", number) as refused:
        found = list(walk(office, PurePath("masuk")))
    assert refused
    assert [(str(each.name), each.type) for each in found] == [
        ("a", EntryType.FOLDER), ("b/tw1.csv", EntryType.FILE),
    ]  # fmt: skip
    assert found[0].fault == unreadable(OSError(number, ""))


def test_an_entry_that_goes_while_it_is_listed_is_not_there(office):
    with refusing("stat", office / NAME, errno.ENOENT):
        assert list_folder(office, PurePath("hasil")) == ()
        with pytest.raises(FileNotFoundError):
            look_at(office, NAME)


def test_the_same_refusal_has_a_reason_for_readers_and_one_for_writers():
    for number in (errno.EACCES, errno.EPERM, errno.ENOENT):
        assert unreadable(OSError(number, "")) != refusal(OSError(number, ""))
    for number in (errno.EIO, errno.ESTALE, errno.ENOTCONN, -1):
        assert unreadable(OSError(number, "")) == refusal(OSError(number, ""))
    assert unreadable(OSError()) == refusal(OSError())
