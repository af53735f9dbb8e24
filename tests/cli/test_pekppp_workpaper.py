"""``ipak pekppp assess --xlsx``: the workpaper of a self-assessment."""

import json
import shutil
import zipfile

import openpyxl
import pytest

from ipak_cli.cli.app import run
from ipak_cli.forms.pekppp_filled import AGAINST, LEVEL
from makers.engines import stored
from makers.exports import EXAMPLES

FILE = str(EXAMPLES / "pekppp-2024.xlsx")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_it_is_written_and_told(tmp_path, capsys):
    assert run(["pekppp", "assess", FILE, "--xlsx", "kertas.xlsx"]) == 0
    assert "Kertas kerja ditulis: kertas.xlsx" in capsys.readouterr().err
    sheets = stored((tmp_path / "kertas.xlsx").read_bytes())
    assert [*sheets] == ["Baca dulu", "Fakta", "Parameter", "Hitung", "Hasil", "Cek"]


def test_it_is_of_one_workbook(tmp_path, capsys):
    assert run(["pekppp", "assess", FILE, FILE, "--xlsx", "kertas.xlsx"]) == 2
    assert "sebutkan satu berkas saja" in " ".join(capsys.readouterr().err.split())
    assert [*tmp_path.iterdir()] == []


def test_one_that_stands_is_never_replaced(tmp_path, capsys):
    (tmp_path / "kertas.xlsx").touch()
    assert run(["pekppp", "assess", FILE, "--xlsx", "kertas.xlsx"]) == 1
    assert " L590 kertas.xlsx:" in capsys.readouterr().err


def test_the_workbook_comes_back_with_levels_and_reasons_beside_the_claims(capsys):
    before = (EXAMPLES / "pekppp-2024.xlsx").read_bytes()
    assert run(["pekppp", "assess", FILE, "--filled", "kembali.xlsx", "--xlsx", "kertas.xlsx"]) == 0
    said = capsys.readouterr().err
    assert "Buku kerja dengan tingkatnya ditulis: kembali.xlsx" in said
    assert (EXAMPLES / "pekppp-2024.xlsx").read_bytes() == before
    back, own = (openpyxl.load_workbook(path) for path in ("kembali.xlsx", FILE))
    assert back.sheetnames == own.sheetnames
    for sheet in own:
        for row in sheet.iter_rows():
            for cell in row:
                same = back[sheet.title][cell.coordinate]
                assert (same.value, same.data_type, same.number_format) == (
                    cell.value, cell.data_type, cell.number_format,
                )  # fmt: skip
    result = json.loads(assessed("kembali.xlsx", capsys))
    assert result["f02"] == json.loads(assessed(FILE, capsys))["f02"]
    sheet = back["Penilaian"]
    [header] = [row for row in sheet.iter_rows() if row[0].value == "No"]
    heads = {cell.value: cell.column - 1 for cell in header}
    found = {}
    for row in sheet.iter_rows(min_row=header[0].row + 1):
        found[row[0].value] = [row[heads[name]].value for name in (LEVEL, AGAINST)]
    wanted = {}
    for each in result["indicators"]:
        claimed, derived = each["claimed"], each["derived"]
        gap = None if None in (claimed, derived) else derived - claimed
        words = "nilai mandiri kosong" if claimed is None else "sama"
        if gap:
            words = f"lebih {'tinggi' if gap > 0 else 'rendah'} {abs(gap)}"
        wanted[each["no"]] = ["–" if derived is None else derived, words if derived is not None else NO_LEVEL]
    assert found == wanted
    assert {words for _, words in found.values()} > {"sama"}


NO_LEVEL = "tidak dapat dibandingkan"


def assessed(file, capsys):
    capsys.readouterr()
    run(["pekppp", "assess", file, "--json", "--evidence-root", str(EXAMPLES.parent / "bukti")])
    return capsys.readouterr().out


def test_no_file_is_replaced_by_the_one_that_comes_back(tmp_path, capsys):
    mine = tmp_path / "penilaian.xlsx"
    shutil.copy(FILE, mine)
    before = mine.read_bytes()
    assert run(["pekppp", "assess", str(mine), "--terisi", str(mine)]) == 1
    assert " L590 " in capsys.readouterr().err
    assert mine.read_bytes() == before
    assert run(["pekppp", "assess", str(mine), "--filled", "kembali.ods"]) == 1
    assert "U943" in capsys.readouterr().err
    assert run(["pekppp", "assess", str(mine), "--filled", "tidak/ada.xlsx"]) == 1
    assert "U941" in capsys.readouterr().err
    assert run(["pekppp", "assess", str(mine), str(mine), "--filled", "kembali.xlsx"]) == 2


def test_only_a_workbook_of_excel_can_come_back(tmp_path, capsys):
    mine = tmp_path / "penilaian.ods"
    shutil.copy(FILE, mine)
    assert run(["pekppp", "assess", str(mine), "--filled", "kembali.xlsx"]) == 1
    assert " L597 " in capsys.readouterr().err
    assert not (tmp_path / "kembali.xlsx").exists()


def test_what_does_not_come_back_is_told(tmp_path, capsys):
    mine = tmp_path / "penilaian.xlsx"
    with zipfile.ZipFile(FILE) as source, zipfile.ZipFile(mine, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        target.writestr("xl/media/image1.png", b"gambar")
    assert run(["pekppp", "assess", str(mine), "--filled", "kembali.xlsx"]) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert "L598 kembali.xlsx: tidak ikut ditulis: gambar" in said
