"""Traps that `ipak score` once fell into, one test each."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from ipak_cli.cli.app import run
from makers.exports import EXAMPLES, example_rows, write_csv, write_xlsx

TW3 = EXAMPLES / "ipak-ipkp-2024-tw3.xlsx"
CLOSING = [
    "IPAK 3,94 · IPKP 3,91 · gabungan 3,92 · 41 responden",
    "TIDAK disimpan karena ini bukan ruang kerja; buat satu dengan `ipak init`, atau pakai --out.",
]
IPAK = [sys.executable, "-m", "ipak_cli"]


@pytest.fixture
def document(capsys):
    """Run `ipak score --json` and return exit code and document."""

    def call(*arguments):
        code = run(["score", *map(str, arguments), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return call


def codes(found):
    return [problem["code"] for problem in found["problems"]]


def test_a_period_that_no_time_column_can_confirm_is_said(document, tmp_path):
    rows = [row[1:] for row in example_rows(3)]

    code, found = document(write_xlsx(tmp_path / "a.xlsx", rows), "--quarter", "III-2024")

    assert code == 0
    assert codes(found) == ["W426"]


def merged(path, *ranges, rows=()):
    workbook = openpyxl.load_workbook(TW3)
    sheet = workbook.worksheets[0]
    for row in rows:
        sheet.append(row)
    for area in ranges:
        sheet.merge_cells(area)
    workbook.save(path)
    return path


def test_merged_cells_among_the_responses_are_an_error_wherever_they_are(document, tmp_path):
    code, found = document(merged(tmp_path / "a.xlsx", "C5:C6"))

    assert code == 1
    assert [(p["code"], p["where"]["cell"]) for p in found["problems"]] == [("K205", "C5")]


def test_a_merged_signature_below_the_table_does_no_harm(document, tmp_path):
    signature = [[None] * 15 + ["Mengetahui, Kepala Unit"]]

    code, found = document(merged(tmp_path / "a.xlsx", "P43:V43", rows=signature))

    assert code == 0
    assert codes(found) == ["K212"]


def test_a_second_sheet_with_a_header_alone_does_not_compete(document, tmp_path):
    workbook = openpyxl.load_workbook(TW3)
    workbook.create_sheet("Kosong").append([cell.value for cell in workbook.worksheets[0][1]])
    workbook.save(tmp_path / "a.xlsx")

    code, found = document(tmp_path / "a.xlsx")

    assert code == 0
    assert found["sources"][0]["sheet"] == "Form Responses 1"


def test_blank_lines_without_number_at_the_end_of_a_text_file_cost_little(document, tmp_path):
    path = write_csv(tmp_path / "a.csv", example_rows(3))
    path.write_bytes(path.read_bytes() + b"\n" * 300_000)

    code, found = document(path)

    assert code == 0
    assert found["respondents"] == 41


def test_a_header_that_holds_an_address_is_not_shown(document, tmp_path):
    rows = example_rows(3)
    rows[0][8] = "Embun Mandala embun@contoh.example"

    code, found = document(write_xlsx(tmp_path / "a.xlsx", rows))

    assert code == 1
    assert "embun" not in json.dumps(found)


def test_a_file_name_with_escape_codes_is_printed_without_them(capsys, tmp_path):
    run(["score", str(tmp_path / "\x1b[31mmerah.xlsx")])

    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_the_output_is_a_plain_sentence():
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(
            [*IPAK, "score", TW3], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert ended.returncode == 1
    assert "U904" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("output", [">&-", "| head -n 1"])
def test_an_output_that_is_closed_is_no_problem(output):
    command = f'"{sys.executable}" -m ipak_cli score "{TW3}" {output}'

    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)

    assert ended.returncode == 0
    assert ended.stderr.splitlines() == CLOSING


def test_without_locale_terminal_or_home_it_works_from_anywhere(tmp_path):
    ended = subprocess.run(
        [*IPAK, "score", TW3], cwd=tmp_path, env={"LANG": "C"}, capture_output=True, check=False
    )

    assert ended.returncode == 0
    assert "3,94" in ended.stdout.decode("utf-8")
    assert ended.stderr.decode("utf-8").splitlines() == CLOSING
