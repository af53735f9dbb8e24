"""The door of a workspace: nothing below its folder is reached through a link, and nothing makes us wait."""

import os
import socket
import stat
from pathlib import Path, PurePath

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.workspace import files
from ipak_cli.workspace.atomic import (
    ensure_folder,
    make_folder,
    remove_file,
    sweep_folder,
    write_file,
    write_for_people,
    write_whole,
)
from ipak_cli.workspace.files import is_file, look_at, open_file, open_to_append, read
from ipak_cli.workspace.listing import DEEPEST, EntryType, list_folder, walk

pytestmark = pytest.mark.skipif(os.name != "posix", reason="makes links, pipes and sockets")
NAME = PurePath("hasil/IV-2024/survey.json")
SECRET = b"rahasia"


@pytest.fixture(params=["seen from the folder", "looked at first"])
def office(tmp_path, request, monkeypatch):
    """A workspace with one result, beside a folder that is no part of it; with the calls and without."""
    monkeypatch.setattr(files, "_SEEN_FROM_FOLDER", request.param == "seen from the folder")
    (tmp_path / "kantor" / "hasil" / "IV-2024").mkdir(parents=True)
    (tmp_path / "kantor" / NAME).write_bytes(b"hasil")
    (tmp_path / "luar" / "IV-2024").mkdir(parents=True)
    (tmp_path / "luar" / "rahasia").write_bytes(SECRET)
    (tmp_path / "luar" / "IV-2024" / "survey.json").write_bytes(SECRET)
    return tmp_path / "kantor"


def codes(work, *arguments):
    with pytest.raises(ProblemsFoundError) as refused:
        work(*arguments)
    return [(problem.code, problem.where.file) for problem in refused.value.problems]


def link_file(office):
    (office / NAME).unlink()
    (office / NAME).symlink_to(office.parent / "luar" / "rahasia")
    return office / NAME


def link_folder(office):
    (office / NAME).unlink()
    (office / NAME.parent).rmdir()
    (office / NAME.parent).symlink_to(office.parent / "luar" / "IV-2024")
    return office / NAME.parent


def link_top(office):
    (office / "hasil").rename(office / "semula")
    (office / "hasil").symlink_to(office.parent / "luar")
    return office / "hasil"


def circle(office):
    (office / NAME).unlink()
    (office / NAME).symlink_to(office / NAME)
    return office / NAME


def pipe(office):
    (office / NAME).unlink()
    os.mkfifo(office / NAME)
    return office / NAME


def plug(office):
    (office / NAME).unlink()
    with socket.socket(socket.AF_UNIX) as one:
        # The address of a socket may not be long.
        before = Path.cwd()
        os.chdir(office / NAME.parent)
        one.bind(NAME.name)
        os.chdir(before)
    return office / NAME


def device(office):
    (office / NAME).unlink()
    try:
        os.mknod(office / NAME, stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("the system makes no devices for us")
    return office / NAME


ATTACKS = pytest.mark.parametrize(
    ("attack", "code"),
    [
        (link_file, "D660"), (link_folder, "D660"), (link_top, "D660"), (circle, "D660"),
        (pipe, "D661"), (plug, "D661"), (device, "D661"),
    ],
)  # fmt: skip


def outside(office):
    return {path: path.read_bytes() for path in sorted((office.parent / "luar").rglob("*")) if path.is_file()}


@ATTACKS
def test_what_is_no_file_of_the_workspace_is_not_read(office, attack, code):
    told = [(code, str(attack(office)))]
    assert codes(read, office, NAME, 100) == told
    assert codes(open_file, office, NAME) == told
    assert codes(look_at, office, NAME) == told
    assert not is_file(office, NAME)


@ATTACKS
def test_what_is_no_file_of_the_workspace_is_not_written(office, attack, code):
    told, before = [(code, str(attack(office)))], outside(office)
    assert codes(write_file, office, NAME, b"baru") == told
    assert codes(write_for_people, office, NAME, b"baru") == told
    assert codes(open_to_append, office, NAME) == told
    assert outside(office) == before


@pytest.mark.parametrize("attack", [link_folder, link_top])
def test_no_folder_is_made_listed_or_cleared_through_a_link(office, attack):
    told = [("D660", str(attack(office)))]
    leftover = office.parent / "luar" / "IV-2024" / ".ipak-0123456789abcdef.tmp"
    leftover.write_bytes(b"")
    os.utime(leftover, (0, 0))
    before = outside(office)
    assert codes(ensure_folder, office, NAME.parent / "lama") == told
    assert codes(list_folder, office, NAME.parent) == told
    assert codes(remove_file, office, NAME) == told
    sweep_folder(office, NAME.parent, 1e9)
    assert outside(office) == before


def test_a_link_in_the_place_of_a_folder_is_not_taken_for_it(office):
    (office / "laporan").symlink_to(office.parent / "luar")
    assert codes(ensure_folder, office, PurePath("laporan")) == [("D660", str(office / "laporan"))]


def test_a_folder_that_becomes_a_link_after_it_was_opened_is_still_the_same_folder(office, monkeypatch):
    """Somebody swaps a folder for a link while a file is written into it."""
    if not files._SEEN_FROM_FOLDER:
        pytest.skip("the moment between two calls remains here, as the module says")
    real = os.fsync

    def swap(descriptor):
        monkeypatch.setattr(os, "fsync", real)
        (office / "hasil").rename(office / "semula")
        (office / "hasil").symlink_to(office.parent / "luar")
        real(descriptor)

    before = outside(office)
    monkeypatch.setattr(os, "fsync", swap)
    write_file(office, NAME, b"baru")
    assert (office / "semula" / "IV-2024" / "survey.json").read_bytes() == b"baru"
    assert outside(office) == before


def test_the_workspace_itself_may_be_reached_through_a_link(office):
    (office.parent / "pintas").symlink_to(office)
    office = office.parent / "pintas"
    write_file(office, NAME, b"baru")
    assert read(office, NAME, 100) == b"baru"
    assert [each.name.name for each in list_folder(office, NAME.parent)] == ["survey.json"]


@pytest.mark.parametrize("name", ["..", "../luar/rahasia", "hasil/../../luar/rahasia", "/luar/rahasia"])
def test_a_name_that_leads_outside_is_refused(office, name):
    told = [("D663", str(office))]
    assert codes(read, office, PurePath(name), 100) == told
    assert codes(write_file, office, PurePath(name), b"") == told
    assert not is_file(office, PurePath(name))


def test_a_name_with_a_sign_that_no_name_can_have_is_not_there(office):
    with pytest.raises(FileNotFoundError):
        read(office, PurePath("hasil\0"), 100)
    assert not is_file(office, PurePath("hasil\0"))


def test_a_file_may_be_as_large_as_its_limit_and_no_larger(office):
    (office / NAME).write_bytes(b"x" * 2048)
    assert len(read(office, NAME, 2048)) == 2048
    assert codes(read, office, NAME, 2047) == [("D662", str(office / NAME))]


def test_what_is_not_there_or_a_folder_is_told_as_the_system_tells_it(office):
    with pytest.raises(FileNotFoundError):
        read(office, PurePath("hasil/I-2024/survey.json"), 100)
    with pytest.raises(IsADirectoryError):
        read(office, PurePath("hasil"), 100)
    with pytest.raises(NotADirectoryError):
        read(office, NAME / "x", 100)


def test_a_second_name_of_a_file_keeps_its_bytes_when_the_first_is_written(office):
    (office.parent / "luar" / "kedua").hardlink_to(office / NAME)
    write_file(office, NAME, b"baru")
    assert (office.parent / "luar" / "kedua").read_bytes() == b"hasil"
    assert read(office, NAME, 100) == b"baru"


def test_nothing_is_appended_to_a_file_that_has_a_second_name(office):
    (office / NAME).unlink()
    (office / NAME).hardlink_to(office.parent / "luar" / "rahasia")
    assert codes(open_to_append, office, NAME) == [("D660", str(office / NAME))]
    assert outside(office)[office.parent / "luar" / "rahasia"] == SECRET


def test_lines_are_appended_and_a_missing_file_is_made(office):
    for line in (b"satu\n", b"dua\n"):
        with open_to_append(office, PurePath("hasil/log")) as log:
            log.write(line)
    assert read(office, PurePath("hasil/log"), 100) == b"satu\ndua\n"


def test_a_copy_is_no_more_open_than_what_it_was_made_from(office, monkeypatch):
    modes = []
    real = os.open

    def note(path, flags, mode=0o777, **folder):
        descriptor = real(path, flags, mode, **folder)
        if flags & os.O_CREAT:
            modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return descriptor

    (office / NAME).chmod(0o600)
    monkeypatch.setattr(os, "open", note)
    write_file(office, PurePath("hasil/salinan"), b"hasil", like=NAME)
    write_file(office, NAME, b"baru")
    assert stat.S_IMODE((office / "hasil" / "salinan").stat().st_mode) == 0o600
    assert stat.S_IMODE((office / NAME).stat().st_mode) == 0o600
    assert modes == [0o600, 0o600]


def test_a_listing_tells_what_each_entry_is(office):
    folder = office / "masuk"
    folder.mkdir()
    (folder / "a.csv").write_bytes(b"isi")
    (folder / "b").mkdir()
    (folder / "c").symlink_to(office)
    os.mkfifo(folder / "d")
    listed = list_folder(office, PurePath("masuk"))
    assert [(each.name.name, each.type) for each in listed] == [
        ("a.csv", EntryType.FILE), ("b", EntryType.FOLDER), ("c", EntryType.LINK), ("d", EntryType.OTHER),
    ]  # fmt: skip
    assert listed[0].look == look_at(office, PurePath("masuk/a.csv"))


def test_a_walk_goes_through_folders_and_past_what_is_skipped(office):
    for name in ("2024/tw1.csv", "2024/.lama/tw0.csv", "tw2.csv"):
        (office / "masuk" / name).parent.mkdir(parents=True, exist_ok=True)
        (office / "masuk" / name).write_bytes(b"")
    found = walk(office, PurePath("masuk"), lambda name: name.startswith("."))
    assert [str(each.name) for each in found] == ["2024/tw1.csv", "tw2.csv"]


def test_a_walk_stops_where_folders_lie_too_deep_and_the_others_go_on(office):
    deep = PurePath("masuk", *["d"] * (DEEPEST + 1))
    (office / deep).mkdir(parents=True)
    (office / deep.parent.parent / "terdalam.csv").write_bytes(b"")
    (office / deep.parent / "terlalu-dalam.csv").write_bytes(b"")
    (office / "masuk" / "tw1.csv").write_bytes(b"")
    found = [(each.name.name, each.type, each.fault is None) for each in walk(office, PurePath("masuk"))]
    assert found == [
        ("d", EntryType.FOLDER, False), ("terdalam.csv", EntryType.FILE, True),
        ("tw1.csv", EntryType.FILE, True),
    ]  # fmt: skip


def test_a_folder_that_the_user_named_may_be_a_link_and_a_file_in_it_may_not(office):
    (office.parent / "pintas").symlink_to(office.parent / "luar")
    make_folder(office.parent / "pintas")
    write_whole(office.parent / "pintas" / "baru.json", b"baru")
    assert (office.parent / "luar" / "baru.json").read_bytes() == b"baru"
    (office.parent / "pintas.json").symlink_to(office.parent / "luar" / "rahasia")
    told = [("D660", str(office.parent / "pintas.json"))]
    assert codes(write_whole, office.parent / "pintas.json", b"baru") == told
    assert (office.parent / "luar" / "rahasia").read_bytes() == SECRET


def test_no_descriptor_stays_open(office):
    lists = Path("/proc/self/fd")
    if not lists.is_dir():
        pytest.skip("the system does not list them")
    before = len(list(lists.iterdir()))
    for _ in range(3):
        read(office, NAME, 100)
        list(walk(office, PurePath()))
        codes(read, office, NAME, 1)
        codes(read, office, PurePath("../x"), 1)
    link_file(office)
    codes(read, office, NAME, 100)
    assert len(list(lists.iterdir())) == before
