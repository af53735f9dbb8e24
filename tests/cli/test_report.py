"""`ipak report` from the user's end: stored results in, files and what they lack out."""

import json

import pytest

from ipak_cli.cli.app import run
from makers.exports import EXAMPLES

SETTINGS = "unit:\n  name: Balai Contoh\n"


@pytest.fixture
def workspace(tmp_path, capsys):
    (tmp_path / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    export = EXAMPLES / "ipak-ipkp-2024-tw4.xlsx"
    assert run(["score", str(export), "--workspace", str(tmp_path), "--quiet"]) == 0
    capsys.readouterr()
    return tmp_path


def report(capsys, *arguments):
    code = run(["report", *map(str, arguments)])
    return code, *capsys.readouterr()


def test_the_files_are_named_on_standard_output_and_the_gaps_beside_it(workspace, capsys):
    code, out, err = report(capsys, "--quarter", "IV-2024", "--workspace", workspace)
    assert code == 0
    assert out.splitlines()[0] == str(workspace / "laporan" / "IV-2024" / "laporan.md")
    assert "Yang belum ada dalam laporan ini:\n- " in err


def test_json_is_one_document_on_standard_output(workspace, capsys):
    code, out, _ = report(capsys, "--quarter", "2024-Q4", "--workspace", workspace, "--json")
    assert code == 0
    assert json.loads(out)["period"] == "IV-2024"


def test_quiet_says_nothing(workspace, capsys):
    assert report(capsys, "--quarter", "IV-2024", "--workspace", workspace, "--quiet") == (0, "", "")
    assert (workspace / "laporan" / "IV-2024" / "laporan.html").is_file()


def test_a_period_without_a_result_ends_with_1_and_names_those_that_have_one(workspace, capsys):
    code, out, err = report(capsys, "--quarter", "I-2025", "--workspace", workspace)
    assert (code, out) == (1, "")
    assert "L501" in err
    assert "yang ada: IV-2024" in err


def test_without_a_period_the_newest_is_reported(workspace, capsys):
    code, out, _ = report(capsys, "--workspace", workspace)
    assert code == 0
    assert "IV-2024" in out


def test_outside_a_workspace_nothing_can_be_reported(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = report(capsys, "--quarter", "IV-2024")
    assert code == 1
    assert "G423" in err


def test_the_summary_alone_is_listed_as_json(workspace, capsys):
    code, out, _ = report(capsys, "--ringkas", "--format", "md,html", "--workspace", workspace, "--json")
    assert code == 0
    folder = workspace / "laporan" / "IV-2024"
    assert [each["path"] for each in json.loads(out)["files"]] == [
        str(folder / "ringkasan.md"), str(folder / "ringkasan.html")
    ]  # fmt: skip
    assert sorted(each.name for each in folder.iterdir()) == ["ringkasan.html", "ringkasan.md"]
