"""A finished report as it is read again: paragraphs and tables in their order, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from ipak_cli.tables.cell import address, column_number


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a document, as far as its kind of file tells it.

    ``page`` counts from 1 and is known in PDF files alone; ``line`` is a text file's line; ``sheet`` and
    ``cell`` are a workbook's; ``table`` is the number that the document itself prints (``Tabel 3.1``), else
    its position from 1; ``row`` and ``column`` count from 1, the head of a table included. ``heading`` is the
    nearest one above.
    """

    page: int | None = None
    line: int | None = None
    sheet: str | None = None
    cell: str | None = None
    heading: str | None = None
    table: str | None = None
    row: int | None = None
    column: int | None = None

    def at(self, row: int, column: int) -> Place:
        """Return the place of a table's cell; in a workbook, that of the sheet's cell."""
        cell = self.cell and _moved(self.cell, row - 1, column - 1)
        return replace(self, cell=cell, row=row, column=column)


def _moved(cell: str, down: int, right: int) -> str:
    """Return the address of the cell so many rows below and columns beside another."""
    letters = cell.rstrip("0123456789")
    return address(int(cell.removeprefix(letters)) + down, column_number(letters) + right)


class TextKind(StrEnum):
    """What a paragraph is for its reader."""

    HEADING = "heading"
    CAPTION = "caption"
    CONTENTS = "contents"
    BODY = "body"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, heading, caption, line of the contents, or line of a header or footer."""

    text: str
    kind: TextKind
    place: Place


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells' texts, all of the same length; a merged cell's text stands in its first place.

    ``caption`` is the passage above or below it that names it, if there is one.
    """

    rows: tuple[tuple[str, ...], ...]
    place: Place
    caption: str | None = None


Part: TypeAlias = Passage | Grid


@dataclass(frozen=True, slots=True)
class Document:
    """A document's parts in reading order; ``name`` and ``sha256`` are the file's.

    ``unread_pages`` are pages that are pictures, such as scanned ones, in a PDF whose other pages hold text.
    """

    name: str
    sha256: str
    parts: tuple[Part, ...]
    unread_pages: tuple[int, ...] = ()
