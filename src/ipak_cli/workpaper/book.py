"""A workbook with formulas and the values that they come to, written row by row."""

from __future__ import annotations

import io
from datetime import datetime
from fractions import Fraction
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from ipak_cli.base.archive import BLANK_SEAL, PROPERTY, sealed
from ipak_cli.tables.cell import address, column_letters
from ipak_cli.workpaper.cells import LOOKS, NONE, NUMBERS, Cell, Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet


_MADE: Final = datetime(2024, 1, 1)  # noqa: DTZ001 (a workbook's properties hold a time without a zone)
_LONGEST_TEXT: Final = 32_767
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
_LETTERS: Final = 1.1
"""How many letters a column takes for each figure that it is wide; rather too few."""
_USUAL_WIDTH: Final = 8
"""How wide a column is of which nothing is said."""
_LINE: Final = 13
"""The height of a line of text, in points."""


class Sheet:
    """A sheet that is written from the top to the bottom; ``row`` is the next row, counted from 1."""

    def __init__(self, book: Book, name: str, sheet: Worksheet, widths: Sequence[float]) -> None:
        self._book, self._name, self._sheet, self._widths = book, name, sheet, widths
        self.row = 1
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)

    def ref(self, column: int, row: int, last: int | None = None) -> str:
        """Return a cell, or the cells of a column down to ``last``, for a formula of any sheet."""
        letters = column_letters(column)
        end = "" if last is None else f":${letters}${last}"
        name = f"'{self._name}'" if " " in self._name else self._name
        return f"{name}!${letters}${row}{end}"

    def put(self, *cells: Cell | str | None, first: int = 1) -> int:
        """Write a row from the column ``first`` on; nothing where a cell is ``None``. Return its number."""
        row, self.row = self.row, self.row + 1
        written = {
            column: Cell(cell) if isinstance(cell, str) else cell
            for column, cell in enumerate(cells, first)
            if cell is not None
        }
        lines = max((self._height(column, cell) for column, cell in written.items()), default=1)
        if lines > 1:
            self._sheet.set_row(row - 1, lines * _LINE + 3)
        for column, cell in written.items():
            self._write(row, column, cell)
        return row

    def heads(self, *texts: str | None, first: int = 1) -> int:
        """Write the heads of a table; return their row."""
        return self.put(*(text and Cell(text, Look.HEAD) for text in texts), first=first)

    def title(self, text: str) -> None:
        """Write the title of the sheet, and on what the sheet stands for the printer."""
        self.put(Cell(text, Look.TITLE))

    def heading(self, text: str) -> None:
        """Write a heading, with an empty row above it."""
        self.row += 1
        self.put(Cell(text, Look.HEADING))

    def note(self, text: str, columns: int | None = None) -> None:
        """Write a paragraph over the first columns, as high as it needs."""
        last = columns or len(self._widths)
        self._sheet.set_row(self.row - 1, self._lines(text, 1, last) * _LINE + 3)
        self._merge(text, Look.NOTE, 1, last)
        self.row += 1

    def labelled(self, label: str, cell: Cell, columns: int) -> int:
        """Write a label over the first columns and its value after them; return the row."""
        self._merge(label, Look.LABEL, 1, columns)
        self._write(self.row, columns + 1, cell)
        self.row += 1
        return self.row - 1

    def named(self, name: str, text: str, look: Look = Look.LABEL, lines: int = 1) -> None:
        """Write a name, and over all other columns what it stands for, at least as high as so many lines."""
        last = len(self._widths)
        height = max(lines, self._lines(text, 2, last)) * _LINE + 3
        self._sheet.set_row(self.row - 1, height)
        self._write(self.row, 1, Cell(name))
        self._merge(text, look, 2, last)
        self.row += 1

    def numbers(self, rows: Iterable[tuple[int, str, Sequence[float | None]]]) -> None:
        """Write many rows of a number, a text and numbers, nothing for ``None``, as fast as may be."""
        sheet, start = self._sheet, self.row - 1
        row = start
        for row, (number, text, values) in enumerate(rows, start):
            sheet.write_number(row, 0, number)
            sheet.write_string(row, 1, text)
            for column, value in enumerate(values, 2):
                if value is not None:
                    sheet.write_number(row, column, value)
        self.row = row + 2

    def colour_verdicts(self, column: int, first: int, last: int) -> None:
        """Show in green what agrees, in red what does not, by the words of the check."""
        area = f"{address(first, column)}:{address(last, column)}"
        for words, style in (("COCOK", "good"), ("BEDA", "bad")):
            rule = {
                "type": "text",
                "criteria": "containing",
                "value": words,
                "format": self._book.mark(style),
            }
            self._sheet.conditional_format(area, rule)

    def lay_out(self, *, rows: int = 0, columns: int = 0, repeat: tuple[int, int] | None = None) -> None:
        """Set up for A4, across, all columns on a page; ``rows`` and ``columns`` stay in sight.

        The rows of ``repeat`` stand on each printed page.
        """
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(0.5, 0.5, 0.6, 0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&F&C&A&Rhalaman &P dari &N")
        sheet.hide_gridlines(2)
        if rows or columns:
            sheet.freeze_panes(rows, columns)
        if repeat:
            sheet.repeat_rows(repeat[0] - 1, repeat[1] - 1)

    def new_page(self) -> None:
        """Let the next row be the first of a printed page."""
        self._sheet.set_h_pagebreaks([self.row - 1])

    def picture(self, chart: Chart, rows: int) -> None:
        """Put a chart here and leave as many rows for it."""
        self._sheet.insert_chart(self.row - 1, 0, chart, {"object_position": 1})
        self.row += rows

    def _height(self, column: int, cell: Cell) -> int:
        """Return how many lines a cell needs: one, where its text is not wrapped."""
        wrapped = isinstance(cell.value, str) and "text_wrap" in LOOKS[cell.look]
        return self._lines(str(cell.value), column, column) if wrapped else 1

    def _lines(self, text: str, first: int, last: int) -> int:
        """Guess how many lines a text takes over some columns, rather one too many."""
        known = self._widths[first - 1 : last]
        width = (sum(known) + _USUAL_WIDTH * (last - first + 1 - len(known))) * _LETTERS
        lines = (wrap(line, max(int(width), 1)) for line in text.split("\n"))
        return sum(len(line) or 1 for line in lines)

    def _merge(self, text: str, look: Look, first: int, last: int) -> None:
        row, kept = self.row - 1, _kept(text)
        style = self._book.format(look, text=kept)
        self._sheet.merge_range(row, first - 1, row, last - 1, "", style)
        if kept:
            self._sheet.write_string(row, first - 1, kept, style)

    def _write(self, row: int, column: int, cell: Cell) -> None:
        sheet, at = self._sheet, (row - 1, column - 1)
        value, number = cell.value, None
        if not isinstance(value, str):
            number = float(value) if isinstance(value, Fraction) else value
        if cell.formula is not None:
            stands = value if number is None else number
            text = value if isinstance(value, str) else None
            style = self._book.format(cell.look, cell.places, text=text)
            sheet.write_formula(*at, f"={cell.formula}", style, stands)
        elif number is not None:
            sheet.write_number(*at, number, self._book.format(cell.look, cell.places))
        else:
            text = _kept(str(value))
            sheet.write_string(*at, text, self._book.format(cell.look, text=text))


class Book:
    """A workbook; a ``long`` one is written with little memory, through files that are gone afterwards.

    It stays packed, since it would fill 60 MB else; any other is not, so that no version of zlib has a part
    in its bytes, and has a seal, which tells whether anybody has saved it since.
    """

    def __init__(self, title: str, *, long: bool = False) -> None:
        from xlsxwriter import Workbook  # noqa: PLC0415 (whoever makes no workbook does not wait for it)

        self._file, self._long = io.BytesIO(), long
        self._book: Workbook = Workbook(self._file, {"constant_memory" if long else "in_memory": True})
        self._book.set_properties({"title": title, "author": "ipak", "created": _MADE})
        if not long:
            self._book.set_custom_property(PROPERTY, BLANK_SEAL)
        self._formats: dict[tuple[object, ...], Format] = {}

    def sheet(self, name: str, widths: Sequence[float]) -> Sheet:
        """Add a sheet with its columns' widths, in characters."""
        return Sheet(self, name, self._book.add_worksheet(name), widths)

    def define(self, name: str, reference: str) -> None:
        """Give a cell or a range a name that every sheet knows; raises ``ValueError`` for no name."""
        if self._book.define_name(name, f"={reference}") == -1:
            raise ValueError(f"no spreadsheet program takes this for a name: {name}")

    def chart(self, kind: str) -> Chart:
        """Return a new chart of XlsxWriter's ``kind``; raises ``ValueError`` where it knows none."""
        chart = self._book.add_chart({"type": kind})
        if chart is None:
            raise ValueError(f"no kind of chart: {kind}")
        return chart

    def format(self, look: Look, places: int = 0, text: str | None = None) -> Format:
        """Return the format of a look, of numbers with so many decimals, or of a text."""
        more: dict[str, object] = {}
        if text is None or text == NONE:
            more["align"] = "center" if look is Look.LABEL else "right"
        elif text.startswith(_FORMULA_STARTS):
            more["quote_prefix"] = True
        if look in NUMBERS:
            more["num_format"] = "#,##0" + ("." + "0" * places if places else "")
        key = (look, *more.items())
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"font_size": 10, **LOOKS[look], **more})
        return self._formats[key]

    def mark(self, style: str) -> Format:
        """Return the colours of a verdict: ``good`` or ``bad``."""
        if (style,) not in self._formats:
            ink, fill = ("#006100", "#C6EFCE") if style == "good" else ("#9C0006", "#FFC7CE")
            self._formats[(style,)] = self._book.add_format({"font_color": ink, "bg_color": fill})
        return self._formats[(style,)]

    def close(self) -> bytes:
        """Return the file's bytes."""
        self._book.close()
        data = self._file.getvalue()
        return data if self._long else sealed(data)


def _kept(text: str) -> str:
    """Return a text that a cell can hold: no lone surrogate, and not longer than a cell."""
    return text.encode("utf-8", "replace").decode()[:_LONGEST_TEXT]
