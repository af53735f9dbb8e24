"""A workpaper that a reviewer saved beside a report: it stays, and the new one stands beside it."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePath

import openpyxl
import pytest

from ipak_cli.base.archive import is_untouched
from ipak_cli.base.period import parse_period
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.cli.app import run as ipak
from ipak_cli.jobs.kept_workbooks import remove_unless_taken
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.report import make_report
from ipak_cli.run.values import Outcome
from makers import runs
from makers.exports import EXAMPLES

PERIOD = parse_period("IV-2024")
INPUT = "ipak-ipkp-2024-tw4.xlsx"
FILE = "kertas-kerja.xlsx"
NEW = "kertas-kerja (baru).xlsx"
NEWER = "kertas-kerja (baru 2).xlsx"
SETTINGS = "unit: {name: Balai Contoh}\nformats: [md, xlsx]\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a workspace with a result and its report, to be copied."""
    folder = tmp_path_factory.mktemp("kantor")
    (folder / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    assert ipak(["score", str(EXAMPLES / INPUT), "--workspace", str(folder), "--quiet"]) == 0
    report(folder)
    return folder


@pytest.fixture
def office(made, tmp_path):
    return Path(shutil.copytree(made, tmp_path / "unit"))


def report(folder, formats=("md", "xlsx")):
    """Make the report; return the codes of what is told and the names of the workpapers that were written."""
    done = make_report(OpenWorkspace(folder), PERIOD, formats=formats)
    written = [name for file in done.files if (name := Path(file.path).name).startswith("kertas")]
    return [each for each in done.problems if each.code in {"L543", "L596"}], written


def at(folder, name=FILE):
    return folder / "laporan" / "IV-2024" / name


def review(path, remark="Diperiksa: cocok"):
    """Save a workpaper with a remark in its room for one; return its bytes."""
    book = openpyxl.load_workbook(path)
    [row] = [cell.row for cell in book["Baca dulu"]["A"] if cell.value == "Catatan"]
    book["Baca dulu"].cell(row, 2).value = remark
    book.save(path)
    return path.read_bytes()


def rename(folder, unit):
    """Give the office another name, which its workpaper shows."""
    (folder / "ipak.yaml").write_text(SETTINGS.replace("Balai Contoh", unit), encoding="utf-8")


def test_one_that_nobody_touched_is_written_anew(office):
    assert is_untouched(at(office).read_bytes())
    before = at(office).read_bytes()
    rename(office, "Dinas Contoh")
    assert report(office) == ([], [FILE])
    assert is_untouched(at(office).read_bytes())
    assert not at(office, NEW).exists()
    rename(office, "Balai Contoh")
    report(office)
    assert at(office).read_bytes() == before


def test_one_that_a_reviewer_saved_stays_and_the_new_one_is_told_beside_it(office):
    reviewed = review(at(office))
    [told], written = report(office)
    assert (told.code, told.where.file, written) == ("L596", str(at(office)), [NEW])
    assert f"“{NEW}”" in message_of(told)
    assert at(office).read_bytes() == reviewed
    assert is_untouched(at(office, NEW).read_bytes())


def test_the_one_beside_is_written_anew_until_it_is_reviewed_too(office):
    first = review(at(office))
    report(office)
    assert report(office)[1] == [NEW]
    second = review(at(office, NEW), "Diperiksa lagi")
    [told], written = report(office)
    assert (told.code, told.where.file, written) == ("L596", str(at(office, NEW)), [NEWER])
    assert report(office)[1] == [NEWER]
    assert (at(office).read_bytes(), at(office, NEW).read_bytes()) == (first, second)


@pytest.mark.parametrize("mark", [f"~${FILE}", f".~lock.{FILE}#"])
def test_one_that_is_open_stays_too(office, mark):
    at(office, mark).touch()
    before = at(office).read_bytes()
    assert report(office)[1] == [NEW]
    assert at(office).read_bytes() == before


def test_what_is_no_workbook_of_ours_under_the_name_stays(office):
    at(office).write_bytes(b"bukan arsip")
    assert report(office)[1] == [NEW]
    assert at(office).read_bytes() == b"bukan arsip"


def test_after_the_reviewed_one_was_put_away_the_others_are_told_as_older(office):
    review(at(office))
    report(office)
    review(at(office, NEW))
    report(office)
    at(office).rename(office / "arsip.xlsx")
    [told], written = report(office)
    assert (told.code, told.values["files"], written) == ("L543", (NEWER, NEW), [FILE])


def test_a_report_without_a_workpaper_tells_of_all_that_stand_there(office):
    review(at(office))
    report(office)
    [told], written = report(office, ("md",))
    assert (told.code, told.values["files"], written) == ("L543", (NEW, FILE), [])


def test_with_its_report_only_a_workpaper_goes_that_nobody_saved(office):
    review(at(office))
    report(office)
    for name in (FILE, NEW, "laporan.md"):
        remove_unless_taken(office, PurePath("laporan/IV-2024") / name)
    assert [at(office, name).exists() for name in (FILE, NEW, "laporan.md")] == [True, False, False]


def steps(done):
    return [(step.action, step.outcome) for step in done.workspaces[0].steps]


def test_a_run_keeps_it_tells_it_once_and_has_nothing_to_do_afterwards(tmp_path):
    unit = runs.workspace(tmp_path / "unit", INPUT, formats=("md", "xlsx"))
    assert runs.run(unit).outcome is Outcome.DONE
    reviewed = review(at(unit))
    assert steps(runs.run(unit, nights=1)) == []
    with (unit / "ipak.yaml").open("a", encoding="utf-8") as settings:
        settings.write("# berubah\n")
    done = runs.run(unit, nights=2)
    assert ("report", Outcome.DONE) in steps(done)
    assert [each.code for each in done.workspaces[0].warnings].count("L596") == 1
    for night in (3, 4):
        assert steps(runs.run(unit, nights=night)) == []
    assert at(unit).read_bytes() == reviewed
    assert is_untouched(at(unit, NEW).read_bytes())
