"""`ipak audit` from the user's end: finished reports in, contradictions out."""

import json
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from ipak_cli.cli.app import DocumentKind, run, text_of
from makers.audits import CONTRADICTORY, SOUND

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "laporan.md"
    path.write_text(CONTRADICTORY, encoding="utf-8")
    return path


def audit(capsys, *arguments):
    code = run(["audit", *map(str, arguments)])
    return code, *capsys.readouterr()


def test_something_impossible_ends_with_3_and_is_told_with_its_place(report, capsys):
    code, out, err = audit(capsys, report)
    assert (code, err) == (3, "")
    assert "MUSTAHIL A101" in out
    assert "Tempat: Tabel 3.1, baris 2," in out
    assert out.rstrip().splitlines()[-1].startswith(("1 temuan", "2 temuan"))


def test_a_sound_report_ends_with_0_and_what_that_means(report, capsys):
    report.write_text(SOUND, encoding="utf-8")
    code, out, _ = audit(capsys, report)
    assert code == 0
    assert "Tidak ada temuan" in out


def test_what_cannot_be_read_ends_with_1(capsys):
    code, out, err = audit(capsys, "tidak-ada.docx")
    assert (code, out) == (1, "")
    assert "F101" in err


@pytest.mark.usefixtures("report")
@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["laporan.md", "--report", "audit.txt"],
        ["a.md", "b.md", "--report", "x.docx"],
        ["a.md", "--period", "?"],
    ],
)
def test_wrong_usage_ends_with_2(arguments, capsys):
    assert audit(capsys, *arguments)[0] == 2


def test_json_is_one_document_that_follows_its_schema(report, capsys):
    code, out, _ = audit(capsys, report, "--json")
    document = json.loads(out)
    jsonschema.validate(document, json.loads(text_of(DocumentKind.AUDIT)))
    assert (code, document["schema"]) == (3, "ipak/audit/1")
    (audited,) = document["reports"]
    assert audited["findings"][0]["certainty"] == "mustahil"
    assert audited["findings"][0]["problem"]["code"] == "A101"
    assert {"kind": "item_mean", "subject": "I1", "printed": "3,95"}.items() <= audited["claims"][
        [each["printed"] for each in audited["claims"]].index("3,95")
    ].items()


def test_json_of_what_cannot_be_read_is_one_document_too(capsys):
    code, out, _ = audit(capsys, "tidak-ada.docx", "--json")
    assert (code, json.loads(out)["schema"]) == (1, "ipak/problems/1")


@pytest.mark.parametrize("name", ["audit.docx", "audit.html"])
def test_the_audit_is_written_as_a_report_and_never_over_a_file_unasked(report, capsys, tmp_path, name):
    out = tmp_path / name
    code, _, err = audit(capsys, report, "--report", out)
    assert (code, f"Laporan audit ditulis: {out}" in err) == (3, True)
    assert out.stat().st_size > 10_000
    code, _, err = audit(capsys, report, "--report", out)
    assert (code, "A193" in err) == (1, True)
    assert audit(capsys, report, "--report", out, "--paksa")[0] == 3


def test_a_typed_table_is_written_filled_in_and_audited(capsys, tmp_path):
    path = tmp_path / "angka.xlsx"
    assert run(["template", "--audit", str(path)]) == 0
    assert "Tabel angka ditulis" in capsys.readouterr().err
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Angka"]
    sheet["B2"] = "IV-2024"
    rows = (
        ("jumlah responden", None, "24", None, "hal. 5"),
        ("nilai butir", "I1", "3,95", None, "Tabel 4.1"),
    )
    for number, row in enumerate(rows, start=5):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    workbook.save(path)
    code, out, _ = audit(capsys, path)
    assert code == 3
    assert "MUSTAHIL A101" in out
    assert "Tempat: lembar Angka, sel C6, Tabel 4.1." in out


def test_a_period_that_is_not_stored_is_told_on_standard_error(report, capsys, tmp_path):
    (tmp_path / "kerja").mkdir()
    assert run(["init", str(tmp_path / "kerja" / "unit")]) == 0
    capsys.readouterr()
    code, _, err = audit(capsys, report, "--workspace", tmp_path / "kerja" / "unit")
    assert (code, "A151" in err) == (3, True)


def test_help_is_indonesian(capsys):
    code, out, _ = audit(capsys, "--help")
    assert code == 0
    assert "Periksa angka laporan yang sudah jadi" in out
    assert "Usage" not in out


@pytest.mark.slow
@pytest.mark.parametrize("name", ["laporan.docx", "laporan.html", "laporan.md", "laporan.pdf"])
def test_our_own_report_passes_also_beside_its_stored_results(name, capsys):
    code, out, err = audit(capsys, EXAMPLES / "laporan" / "IV-2024" / name, "--workspace", EXAMPLES)
    assert (code, err, "Tidak ada temuan" in out) == (0, "", True)
    assert "yang tersimpan: I-2024, II-2024, III-2024, IV-2024." in " ".join(out.split())
