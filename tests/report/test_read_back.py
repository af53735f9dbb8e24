"""The figures of the written report, read back from each of its formats, are those of the documents."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from makers.report_files import pdf_text, word_tables

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORT = EXAMPLES / "laporan" / "IV-2024"
PERIODS = ("I-2024", "II-2024", "III-2024", "IV-2024")


class Tables(HTMLParser):
    """Gather the body rows of every table by the id of the block that it stands in."""

    def __init__(self):
        super().__init__()
        self.rows, self.key, self.cell, self.body = {}, None, None, False

    def handle_starttag(self, tag, attributes):
        names = dict(attributes)
        if names.get("id", "").startswith("tabel-"):
            self.key = names["id"]
            self.rows[self.key] = []
        if tag == "tbody":
            self.body = True
        if tag == "tr" and self.body and self.key:
            self.rows[self.key].append([])
        if tag in ("td", "th") and self.body and self.key:
            self.cell = ""

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell is not None:
            self.rows[self.key][-1].append(" ".join(self.cell.split()))
            self.cell = None
        if tag == "tbody":
            self.body = False
        if tag == "table":
            self.key = None


def html_tables():
    reader = Tables()
    reader.feed((REPORT / "laporan.html").read_text(encoding="utf-8"))
    return reader.rows


def markdown_tables():
    found = {}
    text = (REPORT / "laporan.md").read_text(encoding="utf-8")
    for part in re.split(r'(?=<a id=")', text):
        key = re.match(r'<a id="(tabel-[^"]+)"></a>', part)
        lines = [line for line in part.splitlines() if line.startswith("|")]
        if key and lines:
            rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines[2:]]
            found[key[1]] = [[cell.strip() for cell in row] for row in rows]
    return found


def docx_tables():
    found = word_tables(docx.Document(REPORT / "laporan.docx"))
    return {key.replace("_", "-"): rows for key, rows in found.items()}


FORMATS = {"html": html_tables, "markdown": markdown_tables, "word": docx_tables}
EACH = pytest.mark.parametrize("tables", [read() for read in FORMATS.values()], ids=FORMATS)


def document(period, name="survey"):
    return json.loads((EXAMPLES / "hasil" / period / f"{name}.json").read_text(encoding="utf-8"))


def written(figure):
    return figure["rounded"].replace(".", ",")


@EACH
def test_the_items_are_those_of_the_period_with_their_counts_and_means(tables):
    expected = [
        [
            item["code"],
            str(item["n"]),
            *(str(count) for count in item["counts"].values()),
            written(item["mean"]),
        ]
        for item in document("IV-2024")["items"]
    ]
    assert [[row[0], *row[2:8]] for row in tables["tabel-butir"]] == expected
    assert len(expected) == 14


@EACH
def test_each_index_stands_in_its_own_row(tables):
    expected = [
        [code, written(index["mean"]), f"{written(index['percent'])} %", written(index["points"])]
        for code, index in document("IV-2024")["indices"].items()
    ]
    assert [[row[0], *row[2:4], row[5]] for row in tables["tabel-indeks"]] == expected
    assert [row[4] for row in tables["tabel-indeks"]] == ["sensus", "sensus"]


@EACH
def test_the_combined_figures_stand_apart(tables):
    combined = document("IV-2024")["combined"]
    expected = [written(combined["mean_of_indices"]), written(combined["pooled"])]
    assert [row[-1] for row in tables["tabel-gabungan"]] == expected


@EACH
def test_the_stars_and_their_shares_are_those_of_each_period(tables):
    expected = [
        [
            f"{share['count']} ({written(share['share'])} %)"
            for share in reversed(document(period)["distribution"].values())
        ]
        for period in PERIODS
    ]
    assert [row[2:] for row in tables["tabel-sebaran"]] == expected


@EACH
def test_the_trend_is_that_of_the_stored_periods(tables):
    documents = [document(period) for period in PERIODS]
    expected = [
        [
            str(each["respondents"]),
            *(written(index["mean"]) for index in each["indices"].values()),
            written(each["combined"]["mean_of_indices"]),
        ]
        for each in documents
    ]
    assert [row[1:5] for row in tables["tabel-tren"]] == expected
    assert [row[5:] for row in tables["tabel-tren"]][::3] == [["3,77–3,92", "3,76–3,91"], ["sensus"] * 2]


@EACH
def test_the_self_assessment_is_that_of_its_document(tables):
    found = document("IV-2024", "pekppp")
    assert [row[-1] for row in tables["tabel-aspek"]] == [written(each["index"]) for each in found["aspects"]]
    levels = [[str(each["no"]), str(each["level"])] for each in found["indicators"]]
    assert [[row[0], row[4]] for row in tables["tabel-indikator"]] == levels
    assert len(levels) == 30


def test_both_forms_have_the_same_tables():
    assert {key for key in html_tables() if key in markdown_tables()} == set(markdown_tables())


def test_the_pdf_holds_every_cell_of_every_table():
    text = re.sub(r"\s", "", pdf_text(PdfReader(REPORT / "laporan.pdf")))
    cells = {cell for rows in docx_tables().values() for row in rows for cell in row}
    for cell in cells:
        shown = re.sub("[\U0001f300-\U0001faff]", "□", cell)  # emoji, which its letters lack
        assert re.sub(r"\s", "", shown) in text, cell
    assert len(cells) > 200
