"""``ipak pekppp assess --xlsx``: the workpaper of a self-assessment."""

import pytest

from ipak_cli.cli.app import run
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
