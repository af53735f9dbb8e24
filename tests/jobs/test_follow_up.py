"""The form of a period's follow-up: beside the report, filled in, and read back into ``ipak.yaml``."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from ipak_cli.base.archive import is_untouched
from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.jobs.follow_up import open_elsewhere
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.report import make_report
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.jobs.settings import keep_settings, plan_settings, read_settings
from ipak_cli.workspace.config_file import load_config
from ipak_cli.workspace.layout import SHOWN, Destination

EXAMPLES = Path(__file__).parents[2] / "examples" / "masuk"
PERIOD = parse_period("IV-2024")
SETTINGS = """\
# Catatan kantor: jangan dihapus.
unit: {name: Balai Contoh}
quarters:
  IV-2024:
    population: 24  # menurut buku tamu
follow_up:
  I11:
    actions: [Menambah petugas pada jam sibuk.]
    pic: Loket
    deadline: 2025-03-31
"""
FIRST, SECOND, LOKET = 5, 6, 15
"""Rows of I1, I2 and I11 in the form of the example, in which every item is below its target."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a workspace with a result and its report, to be copied."""
    folder = tmp_path_factory.mktemp("kerja")
    (folder / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    request = ScoreRequest((EXAMPLES / "ipak-ipkp-2024-tw4.xlsx",))
    score_files(request, None, Destination(folder), Tool("ipak", "0"))
    report(folder)
    return folder


@pytest.fixture
def office(made, tmp_path):
    return Path(shutil.copytree(made, tmp_path / "kantor"))


def report(folder):
    return make_report(OpenWorkspace(folder), PERIOD, formats=("md",))


def form_of(folder):
    return folder / "laporan" / "IV-2024" / "tindak-lanjut.xlsx"


def fill(folder, entries):
    """Put values into cells of the sheet that people fill in."""
    book = openpyxl.load_workbook(form_of(folder))
    for place, value in entries.items():
        book["Rencana"][place] = value
    book.save(form_of(folder))
    return folder


def plan(folder, form=None):
    return plan_settings(read_settings(folder), form or form_of(folder), folder)


def changes(folder):
    return [(each.where.cell, each.old, each.new) for each in plan(folder).changes]


def faults(folder, form=None):
    with pytest.raises(ProblemsFoundError) as refused:
        plan(folder, form)
    return sorted((each.code, each.where.cell or "") for each in refused.value.problems)


def read_in(folder):
    keep_settings(folder, plan(folder))
    return (folder / "ipak.yaml").read_text(encoding="utf-8")


def rows(folder):
    sheet = openpyxl.load_workbook(form_of(folder))["Rencana"]
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]


def planned(folder, code):
    return load_config(folder).config.follow_up_of(code, PERIOD)


def test_the_form_says_from_which_figures_the_gap_is_taken(office):
    sheet = openpyxl.load_workbook(form_of(office))["Rencana"]
    assert sheet["A2"].value.endswith("Selisih dihitung dari angka yang belum dibulatkan.")


def test_the_form_has_a_row_for_each_item_below_target_with_what_is_planned(office):
    head, *items = rows(office)
    assert head == [
        "Kode", "Butir", "Target", "Hasil", "Selisih", "Tindakan 1", "Tindakan 2", "Tindakan 3",
        "Penanggung jawab", "Batas waktu", "Status",
    ]  # fmt: skip
    assert [row[0] for row in items] == [f"I{n}" for n in range(1, 15)]
    assert items[0][2:] == ["4", "3,92", "−0,08", None, None, None, None, None, None]
    assert items[10][2:] == [
        "4", "3,50", "−0,50", "Menambah petugas pada jam sibuk.", None, None, "Loket", "2025-03-31", None,
    ]  # fmt: skip


def test_an_item_at_its_target_is_not_asked_about_and_without_any_below_there_is_no_form(office):
    text = SETTINGS + "targets: {default: 3.7, items: {I2: 4}}\n"
    (office / "ipak.yaml").write_text(text, encoding="utf-8")
    report(office)
    assert [row[0] for row in rows(office)[1:]] == ["I2", "I6", "I7", "I11", "I13"]
    (office / "ipak.yaml").write_text(text.replace("3.7, items: {I2: 4}", "1"), encoding="utf-8")
    made = report(office)
    assert not form_of(office).exists()
    assert not any(file.path.endswith(".xlsx") for file in made.files)


def test_the_form_is_open_where_people_fill_in_and_offers_the_statuses(office):
    book = openpyxl.load_workbook(form_of(office))
    assert (book.sheetnames, book["_ipak"].sheet_state) == (["Baca dulu", "Rencana", "_ipak"], "hidden")
    sheet = book["Rencana"]
    assert [cell.protection.locked for cell in sheet[FIRST]] == [True] * 5 + [False] * 6
    assert (sheet.protection.sheet, sheet.protection.password) == (True, None)
    lists = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert lists["K5:K18"] == '"belum,berjalan,selesai"'
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$4:$4", "C5")


def test_the_same_inputs_give_the_same_bytes_and_the_report_names_the_form(office):
    before = form_of(office).read_bytes()
    files = {Path(file.path).name: file.sha256 for file in report(office).files}
    assert form_of(office).read_bytes() == before
    assert files["tindak-lanjut.xlsx"] == hashlib.sha256(before).hexdigest()


def test_a_form_that_nobody_filled_in_changes_nothing(office):
    assert (plan(office).changes, plan(office).problems) == ((), ())
    assert read_in(office) == SETTINGS


def test_what_is_filled_in_goes_to_the_period_and_all_else_keeps_its_bytes(office):
    fill(
        office,
        {
            "F6": "Memasang spanduk", "H6": "Melatih petugas\nMenutup loket gelap", "I6": "Kepala TU",
            "J6": dt.datetime(2025, 1, 31), "K6": "Sedang berjalan",  # noqa: DTZ001
        },
    )  # fmt: skip
    text = read_in(office)
    assert text == SETTINGS.replace(
        "  # menurut buku tamu\n",
        """  # menurut buku tamu
    follow_up:
      I2:
        actions:
          - Memasang spanduk
          - Melatih petugas
          - Menutup loket gelap
        pic: Kepala TU
        deadline: 31 Januari 2025
        status: berjalan
""",
    )
    assert planned(office, "I2").actions == ("Memasang spanduk", "Melatih petugas", "Menutup loket gelap")
    report(office)
    written = (office / "laporan/IV-2024/laporan.md").read_text(encoding="utf-8")
    assert "Melatih petugas" in written
    assert "Tindak lanjut butir I1, I3" in written


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 Januari 2025", "31 Januari 2025"),
        ("31/01/2025", "31 Januari 2025"),
        ("31-1-2025", "31 Januari 2025"),
        (dt.date(2025, 1, 31), "31 Januari 2025"),
        ("setiap bulan", "setiap bulan"),
        ("Triwulan I 2025", "Triwulan I 2025"),
    ],
)
def test_a_deadline_may_be_typed_in_any_way_that_a_letter_may_have_it(office, typed, said):
    fill(office, {"F6": "Memasang spanduk", "J6": typed})
    read_in(office)
    assert planned(office, "I2").deadline == said


def test_a_change_of_a_general_plan_makes_the_whole_plan_the_periods_own(office):
    fill(office, {f"K{LOKET}": "selesai"})
    assert changes(office) == [(f"K{LOKET}", "", "selesai")]
    read_in(office)
    assert planned(office, "I11").model_dump() == {
        "actions": ("Menambah petugas pada jam sibuk.",), "pic": "Loket", "deadline": "31 Maret 2025",
        "status": "selesai",
    }  # fmt: skip
    general = load_config(office).config.follow_up["I11"]
    assert general.status == "belum"


def test_a_form_that_was_read_may_be_filled_in_further(office):
    fill(office, {"F6": "Memasang spanduk"})
    read_in(office)
    fill(office, {"K6": "selesai", "F7": "Melatih petugas"})
    assert changes(office) == [("K6", "", "selesai"), ("F7", "", "Melatih petugas")]
    read_in(office)
    fill(office, {"F6": None, "K6": None})
    read_in(office)
    assert (planned(office, "I2"), planned(office, "I3").actions) == (None, ("Melatih petugas",))


def test_newer_settings_are_not_overwritten_and_both_values_are_named(office):
    fill(office, {f"I{LOKET}": "Bendahara", "F6": "Memasang spanduk"})
    newer = SETTINGS.replace("pic: Loket", "pic: Sekretaris")
    (office / "ipak.yaml").write_text(newer, encoding="utf-8")
    with pytest.raises(ProblemsFoundError) as refused:
        plan(office)
    (told,) = refused.value.problems
    assert (told.code, told.where.cell, told.values["form"], told.values["now"]) == (
        "D675", f"I{LOKET}", "Bendahara", "Sekretaris",
    )  # fmt: skip
    assert "Penanggung jawab I11" in message_of(told)
    fill(office, {f"I{LOKET}": "Sekretaris"})
    assert changes(office) == [("F6", "", "Memasang spanduk")]


def test_a_cell_that_nobody_touched_brings_nothing_old_back_and_that_is_said(office):
    fill(office, {"F6": "Memasang spanduk"})
    newer = SETTINGS.replace("pic: Loket", "pic: Sekretaris")
    (office / "ipak.yaml").write_text(newer, encoding="utf-8")
    made = plan(office)
    assert [(each.code, each.values["labels"]) for each in made.problems] == [
        ("D676", ("Penanggung jawab I11",))
    ]
    read_in(office)
    assert planned(office, "I11").pic == "Sekretaris"


def test_an_emptied_plan_goes_but_not_where_a_general_one_would_take_its_place(office):
    fill(office, {f"{column}{LOKET}": None for column in "FIJ"})
    assert faults(office) == [("D677", f"F{LOKET}")]
    (office / "ipak.yaml").write_text(SETTINGS.partition("follow_up:")[0], encoding="utf-8")
    assert changes(office) == []


def test_every_fault_is_told_with_its_cell_in_one_pass(office):
    fill(
        office,
        {
            "I5": "Petugas", "F6": "Melatih", "K6": "proses", "F7": "Melatih", "J7": "31 Februari 2025",
            "F8": "Melatih", "J8": 45000, "A9": "I99", "A10": "I1", "F11": "=1/0", "I12": True,
            "F13": "#REF!",
        },
    )  # fmt: skip
    book = openpyxl.load_workbook(form_of(office))
    book["Rencana"]["F13"].data_type = "e"
    book.save(form_of(office))
    assert faults(office) == [
        ("D674", "A9"), ("E125", "I12"), ("E127", "F13"), ("E128", "F11"), ("E129", "K6"), ("G412", "J7"),
        ("G412", "J8"), ("G473", "F5"), ("G474", "A10"),
    ]  # fmt: skip
    assert read_settings(office) == SETTINGS.encode()


def test_a_text_that_begins_like_a_formula_stays_a_text(office):
    fill(office, {"F6": "spanduk", "F7": "+62 nomor layanan dipasang", "I7": "@petugas"})
    sheet = openpyxl.load_workbook(form_of(office))
    for place in ("F6", "F8"):
        sheet["Rencana"][place].value = "=HYPERLINK(1)"
        sheet["Rencana"][place].data_type = "s"
    sheet.save(form_of(office))
    read_in(office)
    assert planned(office, "I2").actions == ("=HYPERLINK(1)",)
    assert (planned(office, "I3").actions, planned(office, "I3").pic) == (
        ("+62 nomor layanan dipasang",), "@petugas",
    )  # fmt: skip
    form_of(office).unlink()
    report(office)
    book = openpyxl.load_workbook(form_of(office))
    cell = book["Rencana"]["F6"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=HYPERLINK(1)", "s", True)
    assert plan(office).changes == ()


def test_a_form_that_somebody_saved_is_kept_and_one_that_nobody_touched_is_written_anew(office):
    (office / "ipak.yaml").write_text(SETTINGS + "  I2: {actions: [Baru]}\n", encoding="utf-8")
    assert report(office).problems == ()
    assert rows(office)[2][5] == "Baru"
    fill(office, {"F7": "Diisi"})
    before = form_of(office).read_bytes()
    (office / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    made = report(office)
    assert form_of(office).read_bytes() == before
    assert [each.code for each in made.problems] == ["D678"]
    assert not any(file.path.endswith(".xlsx") for file in made.files)
    form_of(office).unlink()
    report(office)
    assert rows(office)[2][5] is None


@pytest.mark.parametrize("mark", ["~$tindak-lanjut.xlsx", ".~lock.tindak-lanjut.xlsx#"])
def test_a_form_that_is_open_is_kept_and_reading_it_warns(office, mark):
    form_of(office).with_name(mark).touch()
    (office / "ipak.yaml").write_text(SETTINGS + "  I2: {actions: [Baru]}\n", encoding="utf-8")
    assert [each.code for each in report(office).problems] == ["D678"]
    assert [each.code for each in open_elsewhere(form_of(office))] == ["D682"]
    form_of(office).with_name(mark).unlink()
    assert open_elsewhere(form_of(office)) == ()


def test_the_seal_breaks_with_any_change_and_what_is_no_workbook_has_none(office):
    content = form_of(office).read_bytes()
    assert is_untouched(content)
    book = openpyxl.load_workbook(io.BytesIO(content))
    resaved = io.BytesIO()
    book.save(resaved)
    assert not is_untouched(resaved.getvalue())
    assert not is_untouched(content.replace(b"Balai Contoh", b"Balai Contoj"))
    assert not is_untouched(b"bukan arsip")


def test_a_form_of_elsewhere_is_refused(office, tmp_path):
    form = form_of(office)
    moved = tmp_path / "lain.xlsx"
    shutil.copy(form, moved)
    (office / "ipak.yaml").write_text(SETTINGS.replace("Balai Contoh", "Dinas Lain"), encoding="utf-8")
    assert faults(office, moved) == [("D672", "")]
    (office / "ipak.yaml").write_text(SETTINGS.replace("Balai Contoh", "GANTI Nama"), encoding="utf-8")
    assert plan(office, moved).changes == ()
    record = openpyxl.load_workbook(moved)
    for row in record["_ipak"].iter_rows(max_row=5):
        if row[0].value == "rubric":
            row[1].value = "skm-14-2017"
    record.save(moved)
    assert faults(office, moved) == [("D671", "")]
    shutil.rmtree(office / "hasil")
    assert faults(office, moved) == [("D673", "")]


def test_a_form_without_its_record_or_of_a_newer_version_is_refused(office, tmp_path):
    book = openpyxl.load_workbook(form_of(office))
    book["_ipak"]["B2"] = "2"
    book.save(tmp_path / "baru.xlsx")
    assert faults(office, tmp_path / "baru.xlsx") == [("D681", "")]
    del book["_ipak"]
    book.save(tmp_path / "hilang.xlsx")
    assert faults(office, tmp_path / "hilang.xlsx") == [("D670", "")]


def test_a_form_of_another_period_goes_to_its_own_period(office):
    folder = SHOWN.report(PERIOD)
    fill(office, {"F6": "Memasang spanduk"})
    other = office / "laporan" / "III-2024"
    shutil.move(office / folder, other)
    keep_settings(office, plan(office, other / "tindak-lanjut.xlsx"))
    config = load_config(office).config
    assert config.follow_up_of("I2", PERIOD).actions == ("Memasang spanduk",)
    assert config.follow_up_of("I2", parse_period("III-2024")) is None


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_gives_back_what_was_filled_in(office, tmp_path):
    fill(office, {"F6": "Memasang spanduk\nMelatih", "J6": "31/01/2025", "K6": "selesai", "G7": "=1+1"})
    book = openpyxl.load_workbook(form_of(office))
    book["Rencana"]["G7"].data_type = "s"
    book.save(form_of(office))
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "xlsx",
         "--outdir", tmp_path / "keluar", form_of(office)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    shutil.move(tmp_path / "keluar" / "tindak-lanjut.xlsx", form_of(office))
    assert changes(office) == [
        ("F6", "", "Memasang spanduk\nMelatih"), ("J6", "", "31/01/2025"), ("K6", "", "selesai"),
        ("F7", "", "=1+1"),
    ]  # fmt: skip
