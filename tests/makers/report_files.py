"""Read the report's Word document and PDF as people and programs find them."""

from __future__ import annotations

import io
import re

import docx
from docx.oxml.ns import qn
from pypdf import PdfReader

from ipak_cli.report.formats import FORMATS
from ipak_cli.report.prose import with_prose
from ipak_cli.report.templates import OwnTemplates


def file_of(given, name):
    """Return a format's own file of a report value."""
    return FORMATS[name].render(with_prose(given, {}, {}), OwnTemplates())[f"{given.extent}.{name}"]


def word_of(given):
    """Return the report as python-docx reads it."""
    return docx.Document(io.BytesIO(file_of(given, "docx")))


def pdf_of(given):
    """Return the report as pypdf reads it."""
    return PdfReader(io.BytesIO(file_of(given, "pdf")))


def words_of(element):
    """Return all text below an element of a Word document, that of fields and links too."""
    parts = element.iter(qn("w:t"), qn("w:br"))
    return "".join("\n" if part.tag == qn("w:br") else part.text or "" for part in parts)


def word_tables(document):
    """Return the rows of every table below its head, by the key of the caption before it."""
    found, key = {}, None
    for element in document.element.body:
        if element.tag == qn("w:p"):
            names = [mark.get(qn("w:name")) for mark in element.iter(qn("w:bookmarkStart"))]
            key = next((re.sub(r"^b\d+_", "", name) for name in names), key)
        elif element.tag == qn("w:tbl"):
            rows = element.findall(qn("w:tr"))[1:]
            found[key] = [[cell_of(cell) for cell in row.findall(qn("w:tc"))] for row in rows]
    return found


def cell_of(cell):
    """Return the lines of a table's cell as one text."""
    return " ".join(words_of(line) for line in cell.findall(qn("w:p")))


def pdf_text(reader):
    """Return the text of all pages on one line, words joined as they are read."""
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
