"""A power cut between files and their memory: nothing edited is lost, nothing else is taken for edited."""

import os
from pathlib import PurePath

import pytest

from ipak_cli.jobs.written import write_files
from makers.power import Disk, PowerCutError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="folders are flushed on POSIX systems alone")
FIRST = {"laporan.docx": b"satu", "laporan.md": b"teks satu"}
SECOND = {"laporan.docx": b"dua", "laporan.md": b"teks dua"}
THIRD = {"laporan.docx": b"tiga", "laporan.md": b"teks tiga"}


def write(root, files):
    return write_files(root, root, PurePath("laporan"), files)


def office(folder, edited):
    (folder / "laporan").mkdir(parents=True)
    (folder / "ipak.yaml").write_text("version: 1\n", encoding="utf-8")
    write(folder, FIRST)
    if edited:
        (folder / "laporan/laporan.docx").write_bytes(b"suntingan")
    return folder


def laid_out(state, root):
    for name, data in state.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data or b"")
    return root


def reports(root):
    return {path.name: path.read_bytes() for path in (root / "laporan").iterdir() if path.suffix != ".tmp"}


@pytest.mark.parametrize("edited", [False, True])
def test_after_a_cut_before_any_call_the_next_report_takes_its_place_and_what_was_edited_stays(
    tmp_path, monkeypatch, edited
):
    wanted = {"laporan.docx": b"suntingan", "laporan (baru).docx": b"tiga"} if edited else THIRD
    seen = 0
    for calls in range(100):
        root = office(tmp_path / str(calls), edited)
        disk, done = Disk(root, calls), True
        with monkeypatch.context() as patched:
            disk.plug_in(patched)
            try:
                write(root, SECOND)
            except PowerCutError:
                done = False
        states = [*disk.states()]
        disk.unplug()
        for number, state in enumerate(states):
            seen += 1
            left = laid_out(state, tmp_path / f"{calls}-{number}")
            told = write(left, THIRD)
            assert [each.code for each in told.problems] == (["L545"] if edited else [])
            assert reports(left) == {**THIRD, **wanted}
        if done:
            break
    assert done
    assert seen > 30
