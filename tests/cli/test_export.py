"""`ipak export` from the user's end: stored results in, data for other programs out."""

import hashlib
import json
from pathlib import Path

import jsonschema
import pytest

from ipak_cli.cli.app import DocumentKind, run, text_of
from ipak_cli.workspace import atomic
from makers.exported import example_workspace


@pytest.fixture
def workspace(tmp_path):
    return example_workspace(tmp_path / "kerja")


def export(capsys, *arguments):
    code = run(["export", *map(str, arguments)])
    return code, *capsys.readouterr()


def test_the_newest_period_is_exported_as_text_and_its_files_are_named(workspace, capsys):
    code, out, err = export(capsys, "--workspace", workspace)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == str(workspace / "ekspor" / "IV-2024" / "periods.csv")
    assert out.splitlines()[-1] == str(workspace / "ekspor" / "IV-2024" / "datapackage.json")


def test_json_names_every_file_with_its_digest(workspace, capsys, tmp_path):
    out = tmp_path / "data"
    code, said, _ = export(
        capsys,
        "--workspace",
        workspace,
        "--triwulan",
        "III-2024",
        "--format",
        "CSV, xlsx",
        "--out",
        out,
        "--json",
    )
    document = json.loads(said)
    jsonschema.validate(document, json.loads(text_of(DocumentKind.EXPORT)))
    assert (code, document["schema"], document["periods"]) == (0, "ipak/export/1", ["III-2024"])
    assert {Path(file["path"]) for file in document["files"]} == {*out.iterdir()}
    for file in document["files"]:
        assert hashlib.sha256(Path(file["path"]).read_bytes()).hexdigest() == file["sha256"]


def test_all_periods_are_exported_together_and_warnings_are_told(workspace, capsys):
    code, out, err = export(capsys, "--workspace", workspace, "--semua")
    assert (code, "L507" in err) == (0, True)
    assert str(workspace / "ekspor" / "semua" / "items.csv") in out.splitlines()


def test_quiet_says_nothing(workspace, capsys):
    assert export(capsys, "--workspace", workspace, "--quiet") == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "sav"], "“sav” bukan bentuk ekspor; yang ada: csv, parquet, xlsx"),
        (["--all", "--period", "IV-2024"], "pilih salah satu: --period atau --all"),
        (["--period", "besok"], "bukan periode"),
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_2(workspace, capsys, arguments, said):
    code, out, err = export(capsys, "--workspace", workspace, *arguments)
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())


def test_a_period_without_a_result_ends_with_1(workspace, capsys):
    code, out, err = export(capsys, "--workspace", workspace, "--period", "I-2025")
    assert (code, out, "L501" in err) == (1, "", True)
    code, out, _ = export(capsys, "--workspace", workspace, "--period", "I-2025", "--json")
    assert json.loads(out)["problems"][0]["code"] == "L501"


def test_a_spreadsheet_that_somebody_has_open_is_not_lost(workspace, capsys, monkeypatch):
    put = atomic._put

    def refused(folder, unfinished, name, delays):
        if name == "data-survei.xlsx":
            raise PermissionError(13, "in use")
        return put(folder, unfinished, name, delays)

    monkeypatch.setattr(atomic, "_put", refused)
    code, out, err = export(capsys, "--workspace", workspace, "--format", "xlsx")
    assert code == 0
    assert "data-survei (baru).xlsx" in out
    assert "data-survei (baru).xlsx" in err
