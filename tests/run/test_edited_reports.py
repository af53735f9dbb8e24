"""What people edited in a report stays through the nights, and no night makes the report again for it."""

import re

import pytest

from ipak_cli.run.values import Outcome
from makers import nights
from makers.runs import EXAMPLES, LONG_AGO, arrive, remember_figures, run, snapshot, workspace

TW3 = "ipak-ipkp-2024-tw3.xlsx"
FOLDER = "laporan/III-2024"
PAGE, BESIDE = "laporan.html", "laporan (baru).html"
pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True, scope="module")
def _quick():
    with pytest.MonkeyPatch.context() as patched:
        remember_figures(patched.setattr)
        yield


@pytest.fixture
def office(tmp_path):
    folder = workspace(tmp_path / "unit", TW3)
    assert night(folder, 0) == []
    return folder


def night(folder, number):
    """Let a night pass; return what it tells, with the files."""
    [done] = run(folder, nights=number).workspaces
    assert done.outcome is Outcome.DONE
    return [
        (each.code, each.values["files"]) for each in done.warnings if each.code in {"L543", "L545", "L546"}
    ]


def edit(folder, name=PAGE):
    path = folder / FOLDER / name
    edited = path.read_bytes() + b"<!-- suntingan kantor -->"
    path.write_bytes(edited)
    return edited


def change(folder, position):
    """Give the signatory another position, which the pages name."""
    path = folder / "ipak.yaml"
    text, times = re.subn("(?m)^  position: .*$", f"  position: {position}", path.read_text(encoding="utf-8"))
    assert times == 1
    path.write_text(text, encoding="utf-8")


def content(folder, name):
    return (folder / FOLDER / name).read_bytes()


def quiet(folder, number):
    """See that a night changes nothing and tells nothing."""
    before = snapshot(folder)
    done = run(folder, nights=number)
    assert [each.steps for each in done.workspaces] == [()]
    assert [each.warnings for each in done.workspaces] == [()]
    assert snapshot(folder) == before


def test_an_edited_page_stays_and_only_a_new_report_tells_so(office):
    edited = edit(office)
    quiet(office, 1)
    change(office, "Kepala Dinas")
    assert night(office, 2) == [("L545", (PAGE,))]
    assert content(office, PAGE) == edited
    assert b"suntingan kantor" not in content(office, BESIDE)
    quiet(office, 3)
    quiet(office, 4)
    change(office, "Kepala Bidang")
    assert night(office, 5) == [("L545", (PAGE,))]
    assert (content(office, PAGE), len([*(office / FOLDER).glob("*(baru*")])) == (edited, 1)
    quiet(office, 6)


def test_who_does_as_told_hears_no_more_of_it(office):
    edited = edit(office)
    change(office, "Kepala Dinas")
    night(office, 1)
    taken_over = edit(office, BESIDE)
    (office / FOLDER / BESIDE).replace(office / FOLDER / PAGE)
    quiet(office, 2)
    assert content(office, PAGE) == taken_over != edited
    (office / FOLDER / PAGE).unlink()
    assert night(office, 3) == []
    assert b"suntingan kantor" not in content(office, PAGE)
    quiet(office, 4)


def test_who_does_without_the_new_file_is_not_given_it_every_night(office):
    edited = edit(office)
    change(office, "Kepala Dinas")
    night(office, 1)
    (office / FOLDER / BESIDE).unlink()
    quiet(office, 2)
    assert content(office, PAGE) == edited


def test_a_run_knows_the_files_of_versions_that_remembered_them_elsewhere(office):
    (office / ".ipak/written.json").unlink()
    edited = edit(office)
    change(office, "Kepala Dinas")
    assert night(office, 1) == [("L545", (PAGE,))]
    assert content(office, PAGE) == edited
    assert not [*(office / FOLDER).glob("*(lama*")]


def test_without_any_memory_files_are_copied_once_before_they_are_replaced(office):
    edited = edit(office)
    for name in ("written", "memory"):
        (office / f".ipak/{name}.json").write_text("{", encoding="utf-8")
    assert night(office, 1) == [("L546", (PAGE,))]
    assert content(office, "laporan (lama).html") == edited
    assert b"suntingan kantor" not in content(office, PAGE)
    quiet(office, 2)


def test_an_earlier_report_that_is_put_back_is_still_made_again(office):
    earlier = content(office, PAGE)
    arrive(office, "ipak-ipkp-2024-tw2.xlsx", (EXAMPLES / "masuk/ipak-ipkp-2024-tw2.xlsx").read_bytes())
    night(office, 1)
    newer = content(office, PAGE)
    assert newer != earlier
    (office / FOLDER / PAGE).write_bytes(earlier)
    assert night(office, 2) == []
    assert content(office, PAGE) == newer


def test_the_report_of_a_result_that_is_withdrawn_goes_but_for_what_was_edited(tmp_path):
    folder = nights.office(tmp_path / "unit")
    arrive(folder, "a.csv", nights.AGAIN, LONG_AGO)
    run(folder)
    page = folder / "laporan/IV-2024" / PAGE
    page.write_bytes(b"suntingan kantor")
    arrive(folder, "a.csv", nights.EXPORTS[3, 12], LONG_AGO + 1)
    [done] = run(folder, nights=1).workspaces
    told = [(each.code, each.values["files"]) for each in done.warnings if each.code == "L547"]
    assert told == [("L547", (f"laporan/IV-2024/{PAGE}",))]
    assert [path.name for path in page.parent.iterdir()] == [PAGE]
    assert page.read_bytes() == b"suntingan kantor"
