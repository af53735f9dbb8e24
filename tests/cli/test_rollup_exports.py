"""``ipak rollup --exports``: what an office sees, writes, and gets as exit code."""

import csv
import json
from pathlib import Path

import pytest

from ipak_cli.cli.app import run
from makers.raw_exports import answers, csv_text, of_units, put


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    files = {
        f"{unit}-IV-2024.csv": csv_text(answers(n, people=8)) for n, unit in enumerate(("Loket A", "Loket B"))
    }
    return put(tmp_path / "ekspor", files)


def test_exports_are_rolled_up_as_documents_are(folder, capsys):
    assert run(["rollup", "--exports", str(folder), "--json"]) == 0

    made = json.loads(capsys.readouterr().out)
    assert [unit["unit"] for unit in made["units"]] == ["Loket A", "Loket B"]
    assert made["periods"] == ["IV-2024"]


def test_a_bad_export_is_told_in_a_table_and_a_file_and_is_exit_code_one(folder, capsys):
    rows = answers(5, people=8)
    rows[2][4] = "9"
    put(folder, {"Loket C-IV-2024.csv": csv_text(rows)})

    assert run(["rollup", "--exports", str(folder), "--problems", "masalah.csv"]) == 1

    told = capsys.readouterr()
    assert "Loket A" in told.out
    assert "Masalah ekspor yang tidak ikut dihitung" in told.err
    with Path("masalah.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["unit"], row["berkas"], row["sel"]) == ("Loket C", "Loket C-IV-2024.csv", "E4")
    assert row["tingkat"] == "galat"


def test_what_is_left_out_is_told_once_and_when_quiet_line_by_line(folder, capsys):
    put(folder, {"C-IV-2024.csv": "", "D/IV-2024/a.csv": csv_text(answers(1)), "D/IV-2024/b.csv": ""})

    assert run(["rollup", "--exports", str(folder), "--problems", "masalah.csv"]) == 1
    told = capsys.readouterr().err
    assert (told.count("C-IV-2024.csv"), "2 ekspor atau unit tidak ikut" in told, "B740" in told) == (
        1,
        True,
        False,
    )
    assert run(["rollup", "--exports", str(folder), "--quiet"]) == 1
    assert "B740 C-IV-2024.csv" in capsys.readouterr().err
    with Path("masalah.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [(row["kode"], row["berkas"]) for row in csv.DictReader(file)] == [
            ("F104", "C-IV-2024.csv"),
            ("B743", "D/IV-2024/a.csv"),
            ("B743", "D/IV-2024/b.csv"),
        ]


def test_one_file_of_many_units_is_divided_by_its_column(folder, capsys):
    parts = [(unit, row) for unit in ("Loket A", "Loket B") for row in answers(len(unit), people=8)]
    put(folder.parent, {"semua.csv": of_units(parts)})

    assert run(["rollup", "--exports", "semua.csv", "--unit-column", "Unit", "--json"]) == 0

    assert [unit["unit"] for unit in json.loads(capsys.readouterr().out)["units"]] == ["Loket A", "Loket B"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--exports", "ekspor", "--engine", "dask"],
        ["--exports", "ekspor", "--scheduler", "tcp://127.0.0.1:9"],
        ["--unit-column", "unit"],
        ["--exports", "ekspor", "--path-pattern", ""],
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(folder, arguments, capsys):
    assert folder.exists()
    assert run(["rollup", *arguments]) == 2
    assert capsys.readouterr().out == ""


def test_a_scheduler_that_does_not_answer_is_told_without_its_password(folder, capsys):
    pytest.importorskip("distributed", reason="the extra cluster is not installed")
    address = "tcp://dinas:rahasia@127.0.0.1:9"

    assert run(["rollup", "--exports", str(folder), "--engine", "dask", "--scheduler", address]) == 1

    told = capsys.readouterr().err
    assert "B757" in told
    assert "rahasia" not in told
