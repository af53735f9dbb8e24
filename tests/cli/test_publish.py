"""`ipak publish` from the user's end: stored results in, files for the public out."""

import json

import pytest

from ipak_cli.cli.app import run
from makers.exports import EXAMPLES

SETTINGS = "unit: {name: Balai Contoh, city: Kota}\nsignatory: {name: Sekar Ayu, position: Kepala}\n"


@pytest.fixture
def workspace(tmp_path, capsys):
    (tmp_path / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    export = EXAMPLES / "ipak-ipkp-2024-tw4.xlsx"
    assert run(["score", str(export), "--workspace", str(tmp_path), "--quiet"]) == 0
    capsys.readouterr()
    return tmp_path


def publish(capsys, *arguments):
    code = run(["publish", *map(str, arguments)])
    return code, *capsys.readouterr()


def test_the_files_are_named_on_standard_output_and_what_is_missing_beside_it(workspace, capsys):
    code, out, err = publish(capsys, "--quarter", "IV-2024", "--workspace", workspace)
    assert code == 0
    assert out.splitlines()[0] == str(workspace / "laporan" / "IV-2024" / "publikasi-a4.pdf")
    assert len(out.splitlines()) == 7
    assert "Yang belum ada dalam publikasi ini:\n- Nama layanan belum ditulis (publication.service" in err


def test_json_is_one_document_with_files_and_digests(workspace, capsys):
    code, out, _ = publish(capsys, "--workspace", workspace, "--json", "--out", workspace / "papan")
    document = json.loads(out)
    assert (code, document["period"]) == (0, "IV-2024")
    assert all(len(file["sha256"]) == 64 for file in document["files"])


def test_quiet_says_nothing(workspace, capsys):
    assert publish(capsys, "--workspace", workspace, "--quiet") == (0, "", "")
    assert (workspace / "laporan" / "IV-2024" / "publikasi.txt").is_file()


def test_a_period_without_a_result_ends_with_1(workspace, capsys):
    code, out, err = publish(capsys, "--quarter", "I-2025", "--workspace", workspace)
    assert (code, out) == (1, "")
    assert "L501" in err


def test_the_published_page_is_no_format_of_the_report(workspace, capsys):
    assert run(["report", "--workspace", str(workspace), "--format", "poster"]) == 2
    assert "yang ada: md, html, docx, pdf" in capsys.readouterr().err


def test_its_help_is_indonesian(capsys):
    code, out, _ = publish(capsys, "--help")
    assert code == 0
    assert "Tulis lembar publikasi sebuah periode" in out
    assert "--folder" in out
