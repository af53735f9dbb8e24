"""What people edited is never lost: the new file stands beside it, or a copy of what nobody knows."""

import json
from pathlib import PurePath

import pytest

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.usage import FILE_NOT_WRITABLE
from ipak_cli.jobs.written import place_for_files, remove_unless_edited, write_files
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.written_before import written_before

FOLDER = PurePath("laporan")
WORD, NEW, NEWER = "laporan.docx", "laporan (baru).docx", "laporan (baru 2).docx"


@pytest.fixture
def office(tmp_path):
    return workspace(tmp_path / "unit")


def workspace(folder):
    (folder / "laporan").mkdir(parents=True)
    (folder / "ipak.yaml").write_text("version: 1\n", encoding="utf-8")
    return folder


def write(office, content, name=WORD, root=None):
    folder = FOLDER if root is None else PurePath()
    return write_files(office, root or office, folder, {name: content})


def standing(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def told(done):
    return [(each.code, each.values["files"], each.values["others"]) for each in done.problems]


def test_the_files_go_into_the_workspace_or_into_the_folder_that_the_user_named(tmp_path):
    office, other, folder = workspace(tmp_path / "unit"), tmp_path / "lain", PurePath("ekspor", "IV-2024")
    assert place_for_files(office, folder, None) == (office, folder)
    assert (office / folder).is_dir()
    assert place_for_files(office, PurePath("ekspor", "I-2025"), other) == (other, PurePath())
    assert other.is_dir()
    assert not (office / "ekspor" / "I-2025").exists()
    with pytest.raises(ProblemsFoundError) as refused:
        place_for_files(office, folder, tmp_path / "salah" / "ketik")
    assert [each.code for each in refused.value.problems] == ["U941"]


def test_a_file_that_nobody_edited_is_replaced(office):
    write(office, b"satu")
    done = write(office, b"dua")
    assert (done.problems, standing(office / FOLDER)) == ((), {WORD: b"dua"})


def test_an_edited_file_stays_and_the_new_one_stands_beside_it(office):
    write(office, b"satu")
    (office / FOLDER / WORD).write_bytes(b"suntingan")
    done = write(office, b"dua")
    assert told(done) == [("L545", (WORD,), (NEW,))]
    assert [each.path for each in done.files] == [str(office / FOLDER / NEW)]
    assert standing(office / FOLDER) == {WORD: b"suntingan", NEW: b"dua"}
    write(office, b"dua")
    write(office, b"tiga")
    assert standing(office / FOLDER) == {WORD: b"suntingan", NEW: b"tiga"}


def test_a_new_file_that_people_edited_too_stays(office):
    write(office, b"satu")
    (office / FOLDER / WORD).write_bytes(b"suntingan")
    write(office, b"dua")
    (office / FOLDER / NEW).write_bytes(b"suntingan lain")
    for content in (b"tiga", b"tiga", b"empat"):
        assert told(write(office, content)) == [("L545", (WORD,), (NEWER,))]
        assert standing(office / FOLDER) == {WORD: b"suntingan", NEW: b"suntingan lain", NEWER: content}


def test_a_new_file_that_was_renamed_as_advised_is_the_programs_own_again(office):
    write(office, b"satu")
    (office / FOLDER / WORD).write_bytes(b"suntingan")
    write(office, b"dua")
    (office / FOLDER / NEW).replace(office / FOLDER / WORD)
    done = write(office, b"tiga")
    assert (done.problems, standing(office / FOLDER)) == ((), {WORD: b"tiga"})


def test_an_earlier_file_that_was_put_back_is_the_programs_own(office):
    for content in (b"satu", b"dua"):
        write(office, content)
    (office / FOLDER / WORD).write_bytes(b"satu")
    done = write(office, b"tiga")
    assert (done.problems, standing(office / FOLDER)) == ((), {WORD: b"tiga"})


def test_a_file_of_which_nothing_is_known_is_copied_once(office):
    (office / FOLDER / WORD).write_bytes(b"dari dulu")
    done = write(office, b"satu")
    assert told(done) == [("L546", (WORD,), ("laporan (lama).docx",))]
    for content in (b"satu", b"dua"):
        assert write(office, content).problems == ()
        assert standing(office / FOLDER) == {WORD: content, "laporan (lama).docx": b"dari dulu"}


def test_a_file_of_which_nothing_is_known_but_that_is_what_would_be_written_is_the_programs_own(office):
    (office / FOLDER / WORD).write_bytes(b"satu")
    assert write(office, b"satu").problems == ()
    assert write(office, b"dua").problems == ()
    assert standing(office / FOLDER) == {WORD: b"dua"}


@pytest.mark.parametrize("damage", [b"{", b"[]", b'{"laporan/laporan.docx": 3}', b"\xff"])
def test_a_damaged_memory_loses_nothing_and_makes_no_copy_of_a_copy(office, damage):
    write(office, b"satu")
    (office / FOLDER / WORD).write_bytes(b"suntingan")
    (office / SHOWN.written).write_bytes(damage)
    assert [each.code for each in write(office, b"dua").problems] == ["L546"]
    (office / FOLDER / WORD).write_bytes(b"suntingan")
    (office / SHOWN.written).write_bytes(damage)
    write(office, b"dua")
    assert standing(office / FOLDER) == {WORD: b"dua", "laporan (lama).docx": b"suntingan"}
    (office / FOLDER / WORD).write_bytes(b"suntingan lain")
    (office / SHOWN.written).unlink()
    write(office, b"dua")
    assert standing(office / FOLDER)["laporan (lama 2).docx"] == b"suntingan lain"


def test_a_folder_elsewhere_is_remembered_too_and_two_workspaces_do_not_overwrite_each_other(
    office, tmp_path
):
    elsewhere, other = tmp_path / "lain", workspace(tmp_path / "unit-b")
    elsewhere.mkdir()
    write(office, b"satu", root=elsewhere)
    assert write(office, b"dua", root=elsewhere).problems == ()
    assert told(write(other, b"unit b", root=elsewhere)) == [("L546", (WORD,), ("laporan (lama).docx",))]
    assert told(write(office, b"dua", root=elsewhere)) == [("L545", (WORD,), (NEW,))]
    assert standing(elsewhere) == {WORD: b"unit b", "laporan (lama).docx": b"dua", NEW: b"dua"}
    assert [*written_before(other)] == [(elsewhere / WORD).as_posix()]


def test_a_workspace_that_moves_with_its_files_knows_them_still(office, tmp_path):
    write(office, b"satu")
    moved = office.rename(tmp_path / "pindah")
    assert write(moved, b"dua").problems == ()
    assert standing(moved / FOLDER) == {WORD: b"dua"}


@pytest.mark.parametrize("name", ["tindak-lanjut.xlsx", "kertas-kerja.xlsx"])
def test_workbooks_with_a_seal_of_their_own_are_not_remembered(office, name):
    write(office, b"satu", name)
    assert written_before(office) == {}


def test_the_memory_keeps_the_last_digests_of_a_place_and_is_the_same_for_the_same_files(office):
    for number in range(30):
        write(office, str(number).encode())
    before = (office / SHOWN.written).read_bytes()
    [(place, digests)] = json.loads(before).items()
    assert (place, len(digests), len({*digests})) == ("laporan/laporan.docx", 16, 16)
    write(office, b"29")
    assert (office / SHOWN.written).read_bytes() == before


def test_what_people_edited_is_not_removed_and_what_was_written_beside_it_is(office):
    write(office, b"satu")
    write(office, b"satu", "laporan.pdf")
    (office / FOLDER / WORD).write_bytes(b"suntingan")
    done = write(office, b"dua")
    files = {"laporan/laporan.docx": done.files[0].sha256, "laporan/laporan.pdf": "", "laporan/hilang.md": ""}
    [kept] = remove_unless_edited(office, files)
    assert (kept.code, kept.values["files"]) == ("L547", ("laporan/laporan.docx",))
    assert standing(office / FOLDER) == {WORD: b"suntingan"}


def test_a_file_that_is_too_large_to_look_at_stays(office, monkeypatch):
    (office / FOLDER / WORD).write_bytes(b"dari dulu")
    monkeypatch.setattr("ipak_cli.jobs.written.LARGEST_REPORT_FILE", 4)
    assert told(write(office, b"satu")) == [("L545", (WORD,), (NEW,))]
    assert standing(office / FOLDER) == {WORD: b"dari dulu", NEW: b"satu"}


def test_who_may_only_read_a_workspace_writes_elsewhere_without_a_memory(office, tmp_path, monkeypatch):
    def refuse(*_):
        raise ProblemsFoundError([problem(FILE_NOT_WRITABLE, reason="ditolak")])

    monkeypatch.setattr("ipak_cli.jobs.written.remember_written", refuse)
    assert len(write(office, b"satu", root=tmp_path).files) == 1
    with pytest.raises(ProblemsFoundError):
        write(office, b"satu")
    assert standing(office / FOLDER) == {}
