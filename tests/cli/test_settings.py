"""``ipak settings`` and ``ipak init``: forms, options and questions, and what is written only at the end."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from ipak_cli.cli.app import run
from ipak_cli.workspace.config_file import load_config
from makers.terminal import typed

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def office(tmp_path, monkeypatch, capsys):
    assert run(["init", "kantor", "--unit", "Balai Uji"]) == 0
    monkeypatch.chdir(tmp_path / "kantor")
    assert run(["settings", "isian.xlsx"]) == 0
    capsys.readouterr()
    return tmp_path / "kantor"


def fill(form, entries):
    book = openpyxl.load_workbook(form)
    for place, value in entries.items():
        sheet, _, cell = place.partition("!")
        book[sheet][cell] = value
    book.save(form)


def test_a_form_is_written_where_there_is_none_and_read_where_there_is_one(office, capsys):
    before = (office / "isian.xlsx").read_bytes()
    assert run(["settings", "isian.xlsx"]) == 0
    assert "Tidak ada yang berubah" in capsys.readouterr().err
    assert (office / "isian.xlsx").read_bytes() == before
    fill("isian.xlsx", {"Satuan kerja!B10": "Siti Aminah, S.E.", "Tindak lanjut!D5": "Melatih petugas"})
    assert run(["settings", "isian.xlsx", "--coba"]) == 0
    told = capsys.readouterr().err
    assert "B10 Nama penanda tangan: GANTI Nama Penanda Tangan → Siti Aminah, S.E." in told
    assert load_config(office).config.signatory.name.startswith("GANTI")
    assert run(["settings", "isian.xlsx"]) == 0
    told = capsys.readouterr().err
    assert "ipak.yaml diperbarui; yang lama disimpan sebagai ipak.yaml.lama." in told
    assert "Masih berisi contoh (GANTI): " in told
    assert load_config(office).config.follow_up["I1"].actions == ("Melatih petugas",)
    assert "GANTI Nama Penanda Tangan" in (office / "ipak.yaml.lama").read_text()


@pytest.mark.usefixtures("office")
def test_a_form_that_exists_is_written_anew_only_when_asked(capsys):
    fill("isian.xlsx", {"Satuan kerja!B5": "Diisi"})
    assert run(["settings", "isian.xlsx", "--paksa"]) == 0
    assert "Formulir ditulis: isian.xlsx" in capsys.readouterr().err
    assert openpyxl.load_workbook("isian.xlsx")["Satuan kerja"]["B5"].value == "Balai Uji"


def test_a_fault_in_a_cell_writes_nothing(office, capsys):
    before = (office / "ipak.yaml").read_bytes()
    fill(
        "isian.xlsx", {"Satuan kerja!B5": "Dinas", "Periode!A5": "IV-2024", "Periode!D5": "31 Februari 2025"}
    )
    assert run(["settings", "isian.xlsx"]) == 1
    assert "G412 isian.xlsx!Periode:D5: “31 Februari 2025”" in capsys.readouterr().err
    assert (office / "ipak.yaml").read_bytes() == before


def test_what_only_a_person_can_change_is_shown_and_nothing_is_written(office, capsys):
    text = "directors: [Ani,  # ketua\n  Budi]\n"
    (office / "ipak.yaml").write_text(text)
    assert run(["settings", "isian.xlsx", "--force"]) == 0
    fill("isian.xlsx", {"Daftar!A6": None})
    assert run(["settings", "isian.xlsx"]) == 1
    told = capsys.readouterr().err
    assert "Pengarah: Ani; Budi → Ani" in told
    assert "G475" in told
    assert (office / "ipak.yaml").read_text() == text


@pytest.mark.parametrize(("name", "code"), [("isian.txt", "U943"), ("tidak-ada/isian.xlsx", "U941")])
@pytest.mark.usefixtures("office")
def test_a_form_that_cannot_be_written_is_told(capsys, name, code):
    assert run(["settings", name]) == 1
    assert code in capsys.readouterr().err


@pytest.mark.usefixtures("office")
def test_another_file_is_no_form_and_gets_no_advice_to_rename_it(capsys):
    assert run(["settings", "ipak.yaml"]) == 1
    told = capsys.readouterr().err
    assert "G470" in told
    assert ".csv" not in told


def test_settings_need_a_workspace(capsys):
    assert run(["settings", "isian.xlsx"]) == 1
    assert "G423" in capsys.readouterr().err
    assert not Path("isian.xlsx").exists()


@pytest.mark.slow
def test_at_a_terminal_the_changes_are_agreed_to_first(office):
    fill("isian.xlsx", {"Satuan kerja!B5": "Dinas Uji"})
    shown, code = typed([b"t\r"], "settings", "isian.xlsx")
    assert (code, load_config(office).config.unit.name) == (130, "Balai Uji"), shown
    shown, code = typed([b"\r"], "settings", "isian.xlsx")
    assert (code, load_config(office).config.unit.name) == (0, "Dinas Uji"), shown


@pytest.mark.usefixtures("office")
def test_a_workspace_is_made_from_a_filled_form(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    form = "kantor/isian.xlsx"
    fill(form, {"Satuan kerja!B5": "Dinas Baru", "Periode!A5": "IV-2024", "Periode!B5": 120})
    assert run(["init", "baru", "--formulir", form]) == 0
    assert "Ruang kerja dibuat: baru" in capsys.readouterr().err
    config = load_config(tmp_path / "baru").config
    assert (config.unit.name, config.periods["IV-2024"].population) == ("Dinas Baru", 120)
    fill(form, {"Periode!B5": "banyak"})
    assert run(["init", "lain", "--form", form]) == 1
    assert "isian.xlsx!Periode:B5" in capsys.readouterr().err
    assert not Path("lain").exists()


def test_a_form_that_is_not_there_yet_is_written_with_the_workspace(capsys):
    assert run(["init", "kantor", "--form", "kantor/isian.xlsx", "--kota", "Palu"]) == 0
    assert "Formulir ditulis: kantor/isian.xlsx" in capsys.readouterr().err
    assert openpyxl.load_workbook("kantor/isian.xlsx")["Satuan kerja"]["B9"].value == "Palu"
    assert run(["init", "lain", "--form", "isian.doc"]) == 1
    assert "U943" in capsys.readouterr().err
    assert not Path("lain").exists()


def test_options_answer_and_a_doubtful_nip_is_told(capsys):
    names = ["--penanda-tangan", "Siti", "--jabatan", "Kepala", "--nip", "12", "--rubrik", "skm-14-2017"]
    assert run(["init", "kantor", "--unit", "Dinas", *names]) == 0
    assert "G408" in capsys.readouterr().err
    config = load_config(Path("kantor")).config
    assert (config.signatory.name, config.signatory.position, config.signatory.nip) == (
        "Siti",
        "Kepala",
        "12",
    )
    assert config.rubrics.survey == "skm-14-2017"


@pytest.mark.slow
def test_init_asks_at_a_terminal_and_enter_leaves_the_example():
    keys = [b"---\r", b"Dinas Uji\r", b"2\r", b"\r", b"\r", b"\r", b"Palu\r"]
    shown, code = typed(keys, "init", "kantor")
    assert code == 0, shown
    assert "G402" in shown
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= 80
    config = load_config(Path("kantor")).config
    assert (config.unit.name, config.unit.city) == ("Dinas Uji", "Palu")
    assert config.rubrics.survey == "skm-14-2017"
    assert config.signatory.name.startswith("GANTI")
    assert "Masih berisi contoh (GANTI): " in shown


@pytest.mark.slow
def test_init_writes_nothing_when_it_is_stopped_and_asks_nothing_when_told_so():
    shown, code = typed([b"Dinas Uji\r", b"\x03"], "init", "kantor")
    assert (code, Path("kantor").exists()) == (130, False), shown
    shown, code = typed([b"\x03"], "init", "kantor", "--yes")
    assert (code, Path("kantor/ipak.yaml").exists()) == (0, True), shown
    shown, code = typed([b"\x03"], "init", "kantor")
    assert code == 1, shown
    assert "G420" in shown


def test_a_new_workspace_takes_all_of_a_filled_form_which_may_then_be_filled_in_further(office, capsys):
    fill("isian.xlsx", {"Satuan kerja!B10": "Siti Aminah, S.E."})
    assert run(["settings", "isian.xlsx", "--yes"]) == 0
    Path("lain.xlsx").write_bytes((office / "isian.xlsx").read_bytes())
    assert run(["init", "../cabang", "--form", "lain.xlsx"]) == 0
    assert load_config(office.parent / "cabang").config.signatory.name == "Siti Aminah, S.E."
    fill("lain.xlsx", {"Satuan kerja!B10": "Budi Santosa"})
    assert run(["settings", "lain.xlsx", "--yes", "--workspace", "../cabang"]) == 0
    assert load_config(office.parent / "cabang").config.signatory.name == "Budi Santosa"
    capsys.readouterr()


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "arguments", [["settings", "Tindak-Lanjut.xlsx"], ["init", "../cabang", "--form", "tindak-lanjut.xlsx"]]
)
def test_the_follow_up_forms_name_is_not_given_to_a_form_of_all_settings(arguments, capsys):
    assert run(arguments) == 1
    assert " D680 " in capsys.readouterr().err
    assert not Path(arguments[-1]).exists()


def test_the_form_beside_a_report_is_read_by_the_same_command(office, capsys):
    shutil.copytree(EXAMPLES / "hasil", office / "hasil", dirs_exist_ok=True)
    assert run(["report", "--period", "IV-2024", "--format", "md"]) == 0
    told = capsys.readouterr()
    assert "laporan/IV-2024/tindak-lanjut.xlsx" in told.out
    assert "isi tindak-lanjut.xlsx di folder laporan, lalu baca dengan ipak settings" in told.err
    form = "laporan/IV-2024/tindak-lanjut.xlsx"
    assert run(["settings", form]) == 0
    assert "Tidak ada yang berubah" in capsys.readouterr().err
    fill(form, {"Rencana!F5": "Memasang spanduk", "Rencana!J5": "31/01/2025"})
    Path("laporan/IV-2024/~$tindak-lanjut.xlsx").touch()
    assert run(["settings", form, "--yes"]) == 0
    told = capsys.readouterr().err
    assert "F5 Tindakan I1: Memasang spanduk" in told
    assert " D682 " in told
    plan = load_config(office).config.periods["IV-2024"].follow_up["I1"]
    assert (plan.actions, plan.deadline) == (("Memasang spanduk",), "31 Januari 2025")
