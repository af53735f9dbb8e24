"""Whole files or none."""

import errno
import os
import stat
from pathlib import Path, PurePath

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.workspace.atomic import (
    LEFTOVER_AGE,
    RETRY_DELAYS,
    Written,
    ensure_folders,
    make_folder,
    sweep_folder,
    write_for_people,
    write_whole,
)


def write_or_beside(path, data, delays=RETRY_DELAYS):
    return write_for_people(path.parent, PurePath(path.name), data, delays=delays)


def refusals(write, *arguments):
    with pytest.raises(ProblemsFoundError) as refused:
        write(*arguments)
    return [(problem.code, message_of(problem)) for problem in refused.value.problems]


def codes(write, *arguments):
    return [code for code, _ in refusals(write, *arguments)]


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def replace_refused(monkeypatch):
    """Return a function that lets the next replacements of a name fail, as Windows and shares do."""
    real = os.replace

    def refuse(name, error, times=1000):
        left = [times]

        def replace(source, target, **folders):
            if Path(target).name == name and left[0]:
                left[0] -= 1
                raise OSError(error, os.strerror(error))
            return real(source, target, **folders)

        monkeypatch.setattr(os, "replace", replace)

    return refuse


def test_a_file_is_written_and_nothing_else_is_left(tmp_path):
    write_whole(tmp_path / "a.json", b"satu")
    write_whole(tmp_path / "a.json", b"dua")

    assert files(tmp_path) == {"a.json": b"dua"}


def test_the_same_bytes_are_not_written_again(tmp_path):
    target = tmp_path / "a.json"
    write_whole(target, b"satu")
    before = target.stat()

    write_whole(target, b"satu")
    assert write_or_beside(target, b"satu") == Written(target)

    assert (target.stat().st_ino, target.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_other_bytes_of_the_same_length_are_written(tmp_path):
    write_whole(tmp_path / "a.json", b"satu")
    write_whole(tmp_path / "a.json", b"enam")
    assert files(tmp_path) == {"a.json": b"enam"}


def test_a_missing_folder_is_not_made_in_passing(tmp_path):
    assert codes(write_whole, tmp_path / "salah" / "a.json", b"satu") == ["U941"]
    assert codes(write_or_beside, tmp_path / "salah" / "a.json", b"satu") == ["U941"]
    assert codes(make_folder, tmp_path / "salah" / "ketik") == ["U941"]


def test_folders_on_the_way_to_one_are_made_below_a_root_that_is_there(tmp_path):
    ensure_folders(tmp_path, PurePath("laporan", "IV-2024"))
    ensure_folders(tmp_path, PurePath("laporan", "III-2024"))
    assert sorted(path.name for path in (tmp_path / "laporan").iterdir()) == ["III-2024", "IV-2024"]
    assert codes(ensure_folders, tmp_path / "salah", PurePath("laporan", "IV-2024")) == ["U941"]


def test_a_folder_in_the_place_of_the_file_stays(tmp_path):
    (tmp_path / "a.json").mkdir()

    found = [("U942", "berkas tidak dapat ditulis: nama itu sudah dipakai sebuah folder")]
    assert refusals(write_whole, tmp_path / "a.json", b"satu") == found
    assert refusals(write_or_beside, tmp_path / "a.json", b"satu") == found
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_file_in_the_place_of_a_folder_stays(tmp_path):
    (tmp_path / "hasil").write_bytes(b"berkas")
    assert codes(make_folder, tmp_path / "hasil") == ["U942"]
    assert codes(write_whole, tmp_path / "hasil" / "a.json", b"satu") == ["U941"]


def test_a_name_that_is_too_long_is_refused_at_once(tmp_path):
    for name in ("n" * 300, f"{'f' * 300}/a.json"):
        found = refusals(write_whole, tmp_path / name, b"satu")
        assert found == [("U942", "berkas tidak dapat ditulis: nama berkas terlalu panjang")]
    assert files(tmp_path) == {}


def test_the_permissions_of_an_existing_file_are_kept(tmp_path):
    target = tmp_path / "a.json"
    target.write_bytes(b"satu")
    target.chmod(0o640)

    write_whole(target, b"dua")

    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_that_any_new_file_has(tmp_path):
    (tmp_path / "biasa").write_bytes(b"")
    write_whole(tmp_path / "a.json", b"satu")
    assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "biasa").stat().st_mode


def test_a_target_that_is_open_for_a_moment_is_tried_again(tmp_path, replace_refused):
    replace_refused("a.json", errno.EACCES, times=3)
    write_whole(tmp_path / "a.json", b"satu", delays=(0, 0, 0))
    assert files(tmp_path) == {"a.json": b"satu"}


def test_a_target_that_stays_open_is_left_alone(tmp_path, replace_refused):
    (tmp_path / "a.json").write_bytes(b"lama")
    replace_refused("a.json", errno.EBUSY)

    found = refusals(write_whole, tmp_path / "a.json", b"satu", (0, 0))

    assert found == [("U942", "berkas tidak dapat ditulis: berkasnya sedang dibuka program lain")]
    assert files(tmp_path) == {"a.json": b"lama"}


@pytest.mark.parametrize("error", [errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY])
def test_a_file_for_people_is_written_beside_one_that_stays_open(tmp_path, replace_refused, error):
    target = tmp_path / "laporan.html"
    target.write_bytes(b"lama")
    replace_refused("laporan.html", error)

    written = write_or_beside(target, b"baru", delays=(0,))

    assert written.path == tmp_path / "laporan (baru).html"
    assert written.problem.code == "D610"
    assert "“laporan (baru).html”" in message_of(written.problem)
    assert files(tmp_path) == {"laporan.html": b"lama", "laporan (baru).html": b"baru"}


def test_the_file_beside_is_replaced_by_a_newer_one_and_not_written_twice(tmp_path, replace_refused):
    target, beside = tmp_path / "laporan.html", tmp_path / "laporan (baru).html"
    replace_refused("laporan.html", errno.EACCES)
    write_or_beside(target, b"satu", delays=())
    write_or_beside(target, b"dua", delays=())
    assert files(tmp_path) == {"laporan (baru).html": b"dua"}

    before = beside.stat().st_mtime_ns, beside.stat().st_ino
    write_or_beside(target, b"dua", delays=())
    assert (beside.stat().st_mtime_ns, beside.stat().st_ino) == before


def test_what_is_not_an_open_file_is_neither_tried_again_nor_written_beside(tmp_path, replace_refused):
    replace_refused("laporan.html", errno.ENOSPC)
    found = refusals(write_or_beside, tmp_path / "laporan.html", b"baru", (60,))
    assert found == [("U942", "berkas tidak dapat ditulis: tempat penyimpanan penuh")]
    assert files(tmp_path) == {}


def test_the_tries_end_after_about_two_seconds():
    assert len(RETRY_DELAYS) == 10
    assert sum(RETRY_DELAYS) == pytest.approx(2)


def test_leftovers_of_killed_runs_are_swept_when_they_are_old(tmp_path):
    old, young = tmp_path / ".ipak-0123456789abcdef.tmp", tmp_path / ".ipak-fedcba9876543210.tmp"
    foreign = tmp_path / ".ipak-catatan.tmp"
    for path in (old, young, foreign):
        path.write_bytes(b"setengah")
    now = young.stat().st_mtime
    for path in (old, foreign):
        os.utime(path, (now - LEFTOVER_AGE - 1,) * 2)

    sweep_folder(tmp_path, PurePath(), now)

    assert set(files(tmp_path)) == {young.name, foreign.name}


def test_a_folder_that_is_not_there_needs_no_sweeping(tmp_path):
    sweep_folder(tmp_path, PurePath("hasil"), 1e9)
    assert files(tmp_path) == {}
