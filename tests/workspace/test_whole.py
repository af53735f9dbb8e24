"""Whole files or none."""

import pytest

from ipak_cli.problems import ProblemsFoundError
from ipak_cli.workspace.whole import make_folder, write_whole


def codes(refused):
    return [problem.code for problem in refused.value.problems]


def test_a_file_is_written_and_nothing_else_is_left(tmp_path):
    write_whole(tmp_path / "a.json", b"satu")
    write_whole(tmp_path / "a.json", b"dua")

    assert (tmp_path / "a.json").read_bytes() == b"dua"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_the_same_bytes_are_not_written_again(tmp_path):
    target = tmp_path / "a.json"
    write_whole(target, b"satu")
    before = target.stat()

    write_whole(target, b"satu")

    assert (target.stat().st_ino, target.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_missing_folder_is_not_made_in_passing(tmp_path):
    with pytest.raises(ProblemsFoundError) as refused:
        write_whole(tmp_path / "salah" / "a.json", b"satu")
    assert codes(refused) == ["U941"]

    with pytest.raises(ProblemsFoundError) as refused:
        make_folder(tmp_path / "salah" / "ketik")
    assert codes(refused) == ["U941"]


def test_what_the_system_refuses_leaves_the_old_file(tmp_path):
    (tmp_path / "a.json").mkdir()

    with pytest.raises(ProblemsFoundError) as refused:
        write_whole(tmp_path / "a.json", b"satu")

    assert codes(refused) == ["U942"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
