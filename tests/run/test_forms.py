"""Follow-up forms in ``masuk/``: read before the inputs of the same run, once, and never as an input."""

from __future__ import annotations

import shutil
import subprocess

import openpyxl
import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.run.values import Outcome
from ipak_cli.workspace.config_file import load_config
from makers.runs import arrive, run, workspace

INPUT = "ipak-ipkp-2024-tw4.xlsx"
PERIOD = parse_period("IV-2024")
FORM = "tindak-lanjut.xlsx"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = workspace(tmp_path_factory.mktemp("kantor") / "unit", INPUT)
    assert run(folder).outcome is Outcome.DONE
    return folder


@pytest.fixture
def office(made, tmp_path):
    return shutil.copytree(made, tmp_path / "unit")


def filled(folder, entries, name=FORM):
    """Fill the form in the report's folder in, and hand it in."""
    path = folder / "laporan" / "IV-2024" / FORM
    book = openpyxl.load_workbook(path)
    for place, value in entries.items():
        book["Rencana"][place] = value
    book.save(path)
    return arrive(folder, name, path.read_bytes())


def steps(done):
    return [(step.action, step.input, step.period, step.outcome) for step in done.workspaces[0].steps]


def codes(done):
    return [each.code for each in done.workspaces[0].problems]


def test_a_run_writes_the_form_beside_the_report_and_leaves_what_somebody_filled_in(office):
    path = office / "laporan" / "IV-2024" / FORM
    book = openpyxl.load_workbook(path)
    book["Rencana"]["F6"] = "Memasang spanduk"
    book.save(path)
    before = path.read_bytes()
    with (office / "ipak.yaml").open("a", encoding="utf-8") as settings:
        settings.write("# berubah\n")
    assert ("report", None, "IV-2024", Outcome.DONE) in steps(run(office, nights=1))
    assert path.read_bytes() == before
    assert steps(run(office, nights=2)) == []
    (office / "masuk" / INPUT).write_bytes(b"PK\x03\x04 bukan arsip")
    run(office, nights=3)
    assert path.read_bytes() == before


def test_a_form_is_read_before_the_report_is_made_and_only_once(office):
    filled(office, {"F6": "Memasang spanduk", "I6": "Kepala TU", "K6": "berjalan"})
    before = (office / "ipak.yaml").read_text(encoding="utf-8")
    done = run(office, nights=1, apart=True)
    assert steps(done)[0] == ("form", FORM, "IV-2024", Outcome.DONE)
    assert ("report", None, "IV-2024", Outcome.DONE) in steps(done)
    assert codes(done) == ["D679"]
    plan = load_config(office).config.follow_up_of("I2", PERIOD)
    assert (plan.actions, plan.pic, plan.status) == (("Memasang spanduk",), "Kepala TU", "berjalan")
    assert "Memasang spanduk" in (office / "laporan/IV-2024/laporan.md").read_text(encoding="utf-8")
    assert (office / "ipak.yaml.lama").read_text(encoding="utf-8") == before
    assert steps(run(office, nights=2)) == []


def test_a_form_that_is_handed_in_again_with_more_in_it_is_read_again(office):
    filled(office, {"F6": "Memasang spanduk"})
    run(office, nights=1)
    filled(office, {"K6": "selesai"})
    assert steps(run(office, nights=2))[0] == ("form", FORM, "IV-2024", Outcome.DONE)
    assert load_config(office).config.follow_up_of("I2", PERIOD).status == "selesai"


def test_a_faulty_form_is_told_beside_it_and_stops_nothing_else(office):
    filled(office, {"I6": "Kepala TU"})
    shutil.rmtree(office / "hasil" / "IV-2024" / "lama", ignore_errors=True)
    before = (office / "ipak.yaml").read_bytes()
    done = run(office, nights=1)
    assert (done.outcome, codes(done)) == (Outcome.FAILED, ["G473"])
    assert steps(done) == [("form", FORM, None, Outcome.FAILED)]
    assert (office / "ipak.yaml").read_bytes() == before
    note = office / "hasil" / f"{FORM}.masalah.txt"
    assert "G473" in note.read_text(encoding="utf-8")
    assert codes(run(office, nights=2)) == ["G473"]
    filled(office, {"F6": "Memasang spanduk"})
    assert run(office, nights=3).outcome is Outcome.DONE
    assert not note.exists()


def test_two_forms_that_say_different_things_of_an_item_are_not_both_written(office):
    first = filled(office, {"F6": "Memasang spanduk"}, "a.xlsx").read_bytes()
    filled(office, {"F6": "Melatih petugas"}, "b.xlsx")
    assert (office / "masuk" / "a.xlsx").read_bytes() == first
    done = run(office, nights=1)
    assert codes(done) == ["D675", "D679"]
    assert load_config(office).config.follow_up_of("I2", PERIOD).actions == ("Memasang spanduk",)


def test_a_dry_run_tells_that_the_form_would_be_read_and_writes_nothing(office):
    filled(office, {"F6": "Memasang spanduk"})
    before = (office / "ipak.yaml").read_bytes()
    assert steps(run(office, nights=1, dry=True)) == [("form", FORM, "IV-2024", Outcome.PLANNED)]
    assert (office / "ipak.yaml").read_bytes() == before


def test_a_form_in_which_nothing_is_filled_is_done_with(office):
    filled(office, {})
    done = run(office, nights=1)
    assert (done.outcome, codes(done)) == (Outcome.DONE, [])
    assert steps(done) == [("form", FORM, "IV-2024", Outcome.DONE)]
    assert steps(run(office, nights=2)) == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_form_that_libreoffice_saved_in_its_own_format_is_read_too(office, tmp_path):
    form = filled(office, {"F6": "Memasang spanduk"})
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "ods",
         "--outdir", tmp_path, form],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    form.unlink()
    arrive(office, "tindak-lanjut.ods", (tmp_path / "tindak-lanjut.ods").read_bytes())
    assert steps(run(office, nights=1))[0] == ("form", "tindak-lanjut.ods", "IV-2024", Outcome.DONE)
    assert load_config(office).config.follow_up_of("I2", PERIOD).actions == ("Memasang spanduk",)


def test_an_input_that_is_damaged_or_only_named_like_a_form_is_no_form(office):
    arrive(office, FORM, b"PK\x03\x04 bukan arsip")
    arrive(office, "lain.xlsx", (office / "masuk" / INPUT).read_bytes())
    done = run(office, nights=1)
    assert not [step for step in steps(done) if step[0] == "form"]
    assert codes(done)[0].startswith("F1")
