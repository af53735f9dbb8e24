"""A result is the same to the byte, whatever the size of the pieces in which a file is read."""

from __future__ import annotations

import csv
from io import BytesIO

import pytest
from openpyxl import Workbook

from ipak_cli.base.period import Period
from ipak_cli.base.provenance import Tool
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import load_rubric
from ipak_cli.tables import zip as archive
from ipak_cli.tables.csv import fast as delimited_rows
from ipak_cli.tables.csv import text_file
from ipak_cli.tables.xlsx import fast_rows as xlsx_scan
from makers.exports import table, write_csv

LOADED = load_rubric("ipak-ipkp")
ANSWERS = [[1 + (person * 7 + item * item) % 4 for item in range(14)] for person in range(90)]


def responses():
    """Rows with all that pieces may part: two days in a row, several periods, repeats, notes, words."""
    header, *body = table(LOADED.rubric, ANSWERS)
    header += ["Nama", "Jenis kelamin", "Usia", "Saran"]
    for number, row in enumerate(body):
        month = 4 if number % 9 == 4 else 7
        row[0] = f"2024/{month:02}/{1 + number // 4:02} {1 + number % 12}:{number % 60:02}:09 AM GMT+7"
        row += [f"Nama ke-{number % 40}", ("L", "P", "", " P")[number % 4], f"isian {number % 70}"]
        row.append(f"Antrean {'panjang' if number % 3 else 'terlalu lama'}, bagian {number % 5}")
    body[30:30] = [[None] * len(header), list(body[3])]
    body.insert(20, ["Libur bersama"])
    body.append(["Rata-rata", *[3] * 14])
    return [header, *body]


def as_csv():
    rows = [["" if cell is None else str(cell) for cell in row] for row in responses()]
    text = BytesIO()
    lines = [
        ",".join(f'"{cell}"' if n % 2 or "," in cell else cell for n, cell in enumerate(row)) for row in rows
    ]
    text.write("\r\n".join(lines).encode())
    assert list(csv.reader(text.getvalue().decode().splitlines())) == rows
    return text.getvalue()


def as_xlsx():
    book = Workbook()
    sheet = book.active
    for row in responses():
        sheet.append(row)
    for row in range(12, 60, 9):
        sheet.row_dimensions[row].hidden = True
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def scored(path):
    result = score(
        ScoreRequest((path,), period=Period.quarter(2024, 3), lenient=True), LOADED, Tool("ipak", "0")
    )
    assert result.respondents > 60
    return to_json(result)


def forget_size(patch, size):
    """Let every reader take so many bytes at a time, and so many rows."""
    patch.setattr(text_file, "BLOCK", size)
    patch.setattr(text_file, "_FIRST", size)
    patch.setattr(xlsx_scan, "_READ_TOGETHER", size)
    patch.setattr(archive, "CHUNK", size)


@pytest.mark.parametrize("size", [1, 150, 1000, 7919])
@pytest.mark.parametrize(("name", "make"), [("jawaban.csv", as_csv), ("jawaban.xlsx", as_xlsx)])
def test_the_size_of_the_pieces_makes_no_difference(tmp_path, monkeypatch, name, make, size):
    path = tmp_path / name
    path.write_bytes(make())
    expected = scored(path)

    forget_size(monkeypatch, size)

    assert scored(path) == expected


def without_times():
    """Rows with a running number, blocks with subtotals, and all kinds of footers."""
    header = ["No", "Jenis Layanan", *[item.code for item in LOADED.rubric.items]]
    rows = [header, [f"({n})" for n in range(1, 17)]]
    for number, answers in enumerate(ANSWERS, start=1):
        rows.append([number, ("KTP", "Nilai tanah")[number % 2], *answers])
        if number % 30 == 0:
            rows += [["Sub total", None, *map(sum, zip(*ANSWERS[number - 30 : number], strict=True))], []]
    return [*rows, ["Peringkat", None, *[2] * 14], ["Bobot", None, *[0.07] * 14], ["Mengetahui"]]


@pytest.mark.parametrize("size", [1, 150, 1000])
def test_the_size_of_the_pieces_makes_no_difference_to_what_is_left_out(tmp_path, monkeypatch, size):
    path = write_csv(tmp_path / "jawaban.csv", without_times())
    expected = scored(path)

    forget_size(monkeypatch, size)

    assert scored(path) == expected
    assert '"respondents": 90' in expected


def test_records_at_once_and_one_by_one_give_the_same_result(tmp_path, monkeypatch):
    path = tmp_path / "jawaban.csv"
    path.write_bytes(as_csv())
    expected = scored(path)

    monkeypatch.setattr(delimited_rows, "split", lambda *_: None)

    assert scored(path) == expected
