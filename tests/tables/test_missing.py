from __future__ import annotations

from pathlib import Path

import pytest

from ipak_cli.catalogue.indonesian import say
from ipak_cli.tables.missing import advice_on_missing


@pytest.fixture
def here(tmp_path, monkeypatch):
    (tmp_path / "Rekap SKM 2024.xlsx").touch()
    (tmp_path / "respons.xlsx").touch()
    (tmp_path / "Data Survei").mkdir()
    (tmp_path / "Data Survei" / "hasil akhir.csv").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Rekap", '"Rekap SKM 2024.xlsx"'),
        ("SKM", '"Rekap SKM 2024.xlsx"'),
        ("2024.xlsx", '"Rekap SKM 2024.xlsx"'),
        ("“Rekap", '"Rekap SKM 2024.xlsx"'),
        ("2024.xlsx”", '"Rekap SKM 2024.xlsx"'),
        ("Data", '"Data Survei"'),
        ("hasil", "nama yang berspasi diapit tanda kutip"),
        ("Data Survei/hasil", f'"{Path("Data Survei/hasil akhir.csv")}"'),
        ("“respons.xlsx”", '"respons.xlsx"'),
        ("'Rekap SKM 2024.xlsx'", '"Rekap SKM 2024.xlsx"'),
        (" respons.xlsx ", '"respons.xlsx"'),
        ("Rekap\\ SKM\\ 2024.xlsx", '"Rekap SKM 2024.xlsx"'),
        ("respons.xls", 'Mungkin maksudnya "respons.xlsx"'),
        ("RESPONS.XLSX", 'Mungkin maksudnya "respons.xlsx"'),
        ("rekap_skm_2024.xlsx", 'Mungkin maksudnya "Rekap SKM 2024.xlsx"'),
        ("lain.xlsx", "nama yang berspasi diapit tanda kutip"),
        ("tidak/ada/lain.xlsx", "nama yang berspasi diapit tanda kutip"),
    ],
)
@pytest.mark.usefixtures("here")
def test_the_name_that_was_meant_is_shown_in_quotes(typed, meant):
    assert say(advice_on_missing(Path(typed))).endswith(meant)


def test_an_address_of_a_file_and_the_home_folder_are_understood(here):
    assert say(advice_on_missing(Path("~/respons.xlsx"))).endswith(f'"{here / "respons.xlsx"}"')
    address = Path(f"file://{here}/Rekap%20SKM%202024.xlsx")
    assert say(advice_on_missing(address)).endswith(f'"{here / "Rekap SKM 2024.xlsx"}"')


@pytest.mark.parametrize("typed", [".", "/", "“”", "\0", "x" * 5_000, ""])
@pytest.mark.usefixtures("here")
def test_odd_names_do_no_harm(typed):
    assert say(advice_on_missing(Path(typed)))
