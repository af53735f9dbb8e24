"""A report as a file of each kind that an audit reads."""

from __future__ import annotations

import csv
import html
import io
import re
from fractions import Fraction
from typing import TYPE_CHECKING

import docx
import openpyxl
import typst

from makers import ods as opendocument
from makers.whole_reports.parts import Caption, Heading, Line, Listed, Part, Report, Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_NUMBER = re.compile(r"(-?\d+(?:[.,]\d+)?)\s?(%?)")


def _text(report: Report, part: Part) -> str:
    return report.filled(part.text) if not isinstance(part, Table) else ""


def _rows(report: Report, table: Table) -> list[list[str]]:
    return [[report.filled(cell) for cell in row] for row in table.rows]


def markdown(report: Report, random: Random) -> bytes:
    del random
    lines: list[str] = []
    for part in report.parts:
        match part:
            case Table():
                head, *rows = _rows(report, part)
                lines += [_strokes(head), _strokes(["---"] * len(head)), *map(_strokes, rows)]
            case Heading():
                lines.append("#" * part.level + " " + _text(report, part))
            case Listed():
                lines.append(f"{_text(report, part)} {part.page}")
            case _:
                lines.append(_text(report, part))
        lines.append("")
    return "\n".join(lines).encode()


def _strokes(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def plain(report: Report, random: Random) -> bytes:
    """Write text whose tables are tabs, or columns in line."""
    aligned = random.random() < 0.4
    lines: list[str] = []
    for part in report.parts:
        if isinstance(part, Table):
            rows = _rows(report, part)
            widths = [max(len(row[n]) for row in rows) + 3 for n in range(len(rows[0]))]
            for row in rows:
                if aligned:
                    lines.append("".join(cell.ljust(widths[n]) for n, cell in enumerate(row)).rstrip())
                else:
                    lines.append("\t".join(row))
        elif isinstance(part, Listed):
            lines.append(f"{_text(report, part)} ........ {part.page}")
        else:
            text = _text(report, part)
            lines.append(text.upper() if isinstance(part, Heading) else text)
        lines.append("")
    return "\n".join(lines).encode()


def web_page(report: Report, random: Random) -> bytes:
    inside_table = random.random() < 0.5
    parts: list[str] = []
    caption = ""
    for n, part in enumerate(report.parts):
        if isinstance(part, Table):
            cells = [
                "".join(f"<{'td' if k else 'th'}>{html.escape(cell)}</{'td' if k else 'th'}>" for cell in row)
                for k, row in enumerate(_rows(report, part))
            ]
            named = f"<caption>{caption}</caption>" if caption else ""
            parts.append(f"<table>{named}{''.join(f'<tr>{each}</tr>' for each in cells)}</table>")
            caption = ""
            continue
        text = html.escape(_text(report, part))
        follows = n + 1 < len(report.parts) and isinstance(report.parts[n + 1], Table)
        if isinstance(part, Caption) and inside_table and follows:
            caption = text
        elif isinstance(part, Heading):
            parts.append(f"<h{part.level}>{text}</h{part.level}>")
        elif isinstance(part, Listed):
            parts.append(f"<p>{text} ..... {part.page}</p>")
        else:
            parts.append(f"<p>{text}</p>")
    return f"<!doctype html><html><body>{''.join(parts)}</body></html>".encode()


def word(report: Report, random: Random) -> bytes:
    styled = random.random() < 0.6
    document = docx.Document()
    for part in report.parts:
        match part:
            case Table():
                rows = _rows(report, part)
                table = document.add_table(len(rows), len(rows[0]))
                for n, row in enumerate(rows):
                    cells = table.rows[n].cells
                    for cell, text in zip(cells, row, strict=True):
                        cell.text = text
            case Heading() if styled:
                document.add_heading(_text(report, part), part.level)
            case Caption() if styled:
                document.add_paragraph(_text(report, part), style="Caption")
            case Listed():
                document.add_paragraph(f"{_text(report, part)}\t{part.page}")
            case _:
                document.add_paragraph(_text(report, part))
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def pdf(report: Report, random: Random) -> bytes:
    """Typeset the report, its tables ruled or not."""
    stroke = random.choice(["0.5pt", "none", "(x: none, y: 0.4pt)"])
    lines = [f'#set page(margin: 2cm)\n#set text(lang: "id", size: {random.choice([9, 10, 11])}pt)']
    for part in report.parts:
        match part:
            case Table():
                rows = _rows(report, part)
                widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
                columns = ", ".join("1fr" if width > 30 else "auto" for width in widths)
                cells = ", ".join(_typst(cell) for row in rows for cell in row)
                lines.append(f"#table(columns: ({columns},), stroke: {stroke}, {cells})")
            case Heading():
                lines.append(f"#heading(level: {part.level}, {_typst(_text(report, part))})")
            case Listed():
                lines.append(f"#par[#{_typst(_text(report, part))} #box(width: 1fr, repeat[.]) {part.page}]")
            case _:
                lines.append(f"#par({_typst(_text(report, part))})")
    return typst.compile("\n".join(lines).encode())


def _typst(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _lines_of(report: Report) -> list[list[str]]:
    """Return the report as rows of a sheet: a text in the first cell, an empty row around tables."""
    rows: list[list[str]] = []
    for part in report.parts:
        if isinstance(part, Table):
            rows += [*part.rows, []]
            continue
        if isinstance(part, Heading):
            rows.append([])
        rows.append([f"{part.text} {part.page}" if isinstance(part, Listed) else part.text])
        if isinstance(part, Line):
            rows.append([])
    return rows


def separated(report: Report, random: Random) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=random.choice([";", ";", "\t", ","]))
    writer.writerows([[report.filled(cell) for cell in row] for row in _lines_of(report)])
    return text.getvalue().encode()


def workbook(report: Report, random: Random) -> bytes:
    """Write a workbook: figures as texts, as rounded numbers, or as the exact numbers behind them."""
    how = random.choice(["text", "number", "exact"])
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Laporan"
    for n, row in enumerate(_lines_of(report), start=1):
        for k, cell in enumerate(row, start=1):
            _put(sheet.cell(n, k), report, cell, how)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _put(target: openpyxl.cell.Cell, report: Report, cell: str, how: str) -> None:
    text = report.filled(cell)
    found = _NUMBER.fullmatch(text)
    if not text or how == "text" or found is None:
        target.value = text or None
        return
    places = len(re.split(r"[.,]", found[1])[1]) if re.search(r"[.,]", found[1]) else 0
    value = Fraction(found[1].replace(",", "."))
    statement = report.alone(cell.removesuffix("%"))
    if re.fullmatch(r"\d\.\d{3}", found[1]) and statement is not None and not statement.places:
        value, places = Fraction(found[1].replace(".", "")), 0
    if how == "exact" and statement is not None and statement.exact is not None and not statement.planted:
        value = statement.exact
    target.value = (
        float(value / 100 if found[2] else value) if value.denominator > 1 or found[2] else int(value)
    )
    decimals = f".{'0' * places}" if places else ""
    target.number_format = f"0{decimals}{'%' if found[2] else ''}"


def open_document(report: Report, random: Random) -> bytes:
    numbers = random.random() < 0.5
    rows = []
    for row in _lines_of(report):
        cells = []
        for cell in row:
            text = html.escape(report.filled(cell))
            found = _NUMBER.fullmatch(text)
            if numbers and found and not found[2] and not re.fullmatch(r"\d\.\d{3}", text):
                cells.append(opendocument.number_cell(text.replace(",", ".")))
            else:
                cells.append(opendocument.text_cell(text))
        rows.append(opendocument.row(*cells))
    return opendocument.ods(opendocument.sheet("Laporan", *rows))


WRITERS: dict[str, Callable[[Report, Random], bytes]] = {
    "md": markdown, "txt": plain, "html": web_page, "docx": word, "pdf": pdf, "csv": separated,
    "xlsx": workbook, "ods": open_document,
}  # fmt: skip
"""The writer of each kind of file, by its suffix."""
