"""Response exports as tests need them: tables of rows, written as xlsx or csv."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl

EXAMPLES = Path(__file__).parents[2] / "examples" / "masuk"
TIME = "2024/08/{day:02d} 9:12:{second:02d} AM GMT+7"
FIRST_ITEM = 8


def example_rows(period):
    """Return the example's rows of a period (1 to 4), header first."""
    sheet = openpyxl.load_workbook(EXAMPLES / f"ipak-ipkp-2024-tw{period}.xlsx").worksheets[0]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def item_columns(header):
    """Return the places of the example's item columns: those whose header is numbered."""
    return [place for place, text in enumerate(header) if text[:1].isdigit()]


def table(rubric, answers, *, times=True):
    """Return a plain export: a time column and the items' sentences, one list of answers a respondent."""
    header = [item.text for item in rubric.items]
    rows = [list(row) for row in answers]
    if times:
        header = ["Timestamp", *header]
        rows = [[TIME.format(day=n % 28 + 1, second=n % 60), *row] for n, row in enumerate(rows)]
    return [header, *rows]


def write_xlsx(path, rows, *, title="Form Responses 1"):
    """Write rows as the only sheet of a workbook."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    workbook.save(path)
    return path


def write_csv(path, rows, *, delimiter=",", encoding="utf-8"):
    """Write rows as delimited text."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([["" if c is None else c for c in row] for row in rows])
    path.write_bytes(text.getvalue().encode(encoding))
    return path
