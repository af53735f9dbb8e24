"""One bad entry of the inbox stops no other, and each is told in a note of its own."""

import json
import os
import shutil
from contextlib import contextmanager

import pytest

from ipak_cli.base.provenance import Tool
from ipak_cli.run.notes import LONGEST_NAME, note_name
from ipak_cli.run.status import Asked, status_below
from ipak_cli.run.tree import workspaces_below
from ipak_cli.terminal.run import run_view
from makers.exports import example_rows, write_csv
from makers.runs import BROKEN, EXAMPLES, NIGHT, PLAIN, VERSION, arrive, in_memory, run, workspace

posix = pytest.mark.skipif(os.name != "posix", reason="makes links, and folders seen from open ones")


@pytest.fixture
def office():
    with in_memory() as root:
        folder = workspace(root / "unit")
        (folder / "ipak.yaml").write_text(PLAIN)
        arrive(folder, "tw3.csv", write_csv(root / "e.csv", example_rows(3)[:12]).read_bytes())
        yield folder


def codes(done):
    return [each.code for each in done.workspaces[0].problems]


def is_scored(folder):
    return json.loads((folder / "hasil" / "III-2024" / "survey.json").read_bytes())["respondents"] == 11


@posix
@pytest.mark.parametrize("target", ["diri.csv", "..", "tidak-ada"])
def test_a_link_in_a_circle_or_to_nothing_stops_no_other(office, target):
    (office / "masuk" / "diri.csv").symlink_to(target)
    done = run(office)
    assert is_scored(office)
    assert len(codes(done)) <= 1


@contextmanager
def nested(top, marker=None):
    """Make 1,200 folders in one another, the last with a marker; shutil could not clean away so many."""
    here = os.open(top, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("a", dir_fd=here)
        below = os.open("a", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    if marker is not None:
        os.close(os.open(marker, os.O_WRONLY | os.O_CREAT, dir_fd=here))
    os.close(here)
    try:
        yield
    finally:
        for _ in range(1199):
            (top / "a" / "a").rename(top / "b")
            (top / "a").rmdir()
            (top / "b").rename(top / "a")


@posix
def test_twelve_hundred_nested_folders_stop_no_other(office):
    with nested(office / "masuk"):
        done = run(office)
    assert is_scored(office)
    assert codes(done) == ["D631"]


@posix
def test_a_workspace_below_twelve_hundred_folders_is_found(tmp_path):
    with nested(tmp_path, "ipak.yaml"):
        (found,), unread = workspaces_below(tmp_path)
    assert (len(found.relative_to(tmp_path).parts), unread) == (1200, ())


def test_a_name_that_leaves_no_room_for_its_note_and_two_that_would_share_one_get_notes_of_their_own(office):
    names = [f"{'n' * 250}.csv", "lain/rusak.xlsx", "lain__rusak.xlsx", "a_/b.xlsx", "a/_b.xlsx"]
    for name in names:
        arrive(office, name, BROKEN)
    done = run(office)
    assert is_scored(office)
    notes = {path.name: path.read_text("utf-8") for path in (office / "hasil").glob("*.masalah.txt")}
    assert len(notes) == len(names) == codes(done).count("F108")
    for name in names:
        assert name.rpartition("/")[2][:60] in notes[note_name(name)]
        assert len(note_name(name).encode()) <= LONGEST_NAME
    for name in names:
        (office / "masuk" / name).unlink()
    run(office, nights=1)
    assert list((office / "hasil").glob("*.masalah.txt")) == []


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("a.xlsx", "a.xlsx.masalah.txt"),
        ("lain/a.xlsx", "lain__a.xlsx.masalah.txt"),
        ("é" * 118, "é" * 114 + ".masalah.txt"),
    ],
)
def test_a_note_is_called_after_its_input(name, note):
    assert note_name(name)[:90] == note[:90]
    assert len({note_name(name), note_name(name.replace("/", "__"))}) == (2 if "/" in name else 1)


def test_a_note_that_cannot_be_written_keeps_no_other(office):
    for name in ("a.xlsx", "b.xlsx"):
        arrive(office, name, BROKEN)
    (office / "hasil" / note_name("a.xlsx")).mkdir(parents=True)
    done = run(office)
    assert "U942" in codes(done)
    assert (office / "hasil" / note_name("b.xlsx")).is_file()
    assert is_scored(office)
    assert json.loads((office / ".ipak" / "memory.json").read_bytes())["inputs"].keys() == {"tw3.csv"}


@pytest.mark.parametrize("answer", ["4", "5"])
def test_columns_that_are_only_numbered_are_held_since_they_may_be_another_survey(office, answer):
    header, *rows = example_rows(3)[:12]
    rows[0][8] = answer
    numbered = [title if at not in range(8, 22) else f"P{at - 7}" for at, title in enumerate(header)]
    arrive(office, "f03.csv", write_csv(office.parent / "f.csv", [numbered, *rows]).read_bytes())
    (office / "masuk" / "tw3.csv").unlink()
    assert codes(run(office)) == ["D649"]
    assert not (office / "hasil" / "III-2024").exists()


def test_placeholders_of_the_settings_are_told_once_a_kind_where_somebody_looks(office):
    (office / "ipak.yaml").write_text(f"{PLAIN}unit: {{name: GANTI NAMA, city: GANTI KOTA}}\n")
    done = run(office)
    told = {each.code for each in done.workspaces[0].warnings}
    assert told
    lines = [str(part) for part in run_view(done).renderables]
    for code in told:
        assert sum(code in line for line in lines) == 1
    log = (office / ".ipak" / "ipak.log").read_text("utf-8")
    assert "survei tw3.csv: selesai" in log
    assert "laporan III-2024: selesai" in log


@posix
def test_a_rubric_that_is_a_link_is_told_as_what_it_is(office, tmp_path):
    outside = tmp_path / "rubrik.yaml"
    outside.write_bytes((EXAMPLES.parent / "rubrics" / "ipak-ipkp.yaml").read_bytes())
    (office / "rubrik.yaml").symlink_to(outside)
    (office / "ipak.yaml").write_text(f"{PLAIN}rubrics: {{survey: rubrik.yaml}}\n")
    assert codes(run(office)) == ["D660"]


@posix
def test_a_status_takes_what_is_behind_a_link_for_nothing(office, tmp_path):
    run(office)
    shutil.move(office / "laporan", tmp_path / "laporan")
    (office / "laporan").symlink_to(tmp_path / "laporan")
    (told,) = status_below(office, Asked(Tool("ipak", VERSION), NIGHT)).workspaces[0].periods
    assert (told.survey, told.report) == (True, False)
