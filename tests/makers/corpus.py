"""The corpus of bad inputs: every kind of spoilt file that an office hands in, and what each must get."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Final

import openpyxl

from ipak_cli.rubric.load import load_rubric
from makers import hostile, xls
from makers.exports import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipak_cli.tables.cell import Cell

    Rows = list[list[Cell]]

ANSWERS: Final = [[4] * 14, [3] * 14, [4, 3] * 7, [2, 4] * 7, [4] * 13 + [1], [3] * 14]


@dataclass(frozen=True, slots=True)
class Kind:
    """A file by its name and content, and the codes that it must get; with errors it has no figure."""

    file: str
    content: Callable[[], bytes]
    codes: tuple[str, ...] = ()


@cache
def _texts() -> tuple[str, ...]:
    return tuple(item.text for item in load_rubric("ipak-ipkp").rubric.items)


def honest() -> Rows:
    """Return the table behind every kind: six respondents of one period."""
    return table(load_rubric("ipak-ipkp").rubric, ANSWERS)


def xlsx(rows: Rows, change: Callable[[openpyxl.Workbook], object] | None = None) -> bytes:
    """Return the workbook of some rows, after a change."""
    book = openpyxl.Workbook()
    book.active.title = "Form Responses 1"
    for row in rows:
        book.active.append(row)
    if change is not None:
        change(book)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def csv(rows: Rows, mark: str = ",", encoding: str = "utf-8") -> bytes:
    """Return rows as text, every cell in quotes."""
    lines = (mark.join(f'"{"" if cell is None else cell}"' for cell in row) for row in rows)
    return "\r\n".join(lines).encode(encoding)


def _with(*cells: tuple[int, int, Cell], to: Callable[[Rows], bytes] = xlsx) -> Callable[[], bytes]:
    """Return the maker of the honest table with other cells, by row and column from 0."""

    def made() -> bytes:
        rows = honest()
        for row, column, value in cells:
            rows[row][column] = value
        return to(rows)

    return made


def answering(cell: Cell) -> Callable[[], bytes]:
    """Return the maker of the honest table in which a cell stands for the first 4."""
    return _with((1, 1, cell))


def _shaped(shape: Callable[[Rows], Rows], to: Callable[[Rows], bytes] = xlsx) -> Callable[[], bytes]:
    return lambda: to(shape(honest()))


def _as(to: Callable[..., bytes], *more: object) -> Callable[[], bytes]:
    return lambda: to(honest(), *more)


def _in_book(change: Callable[[openpyxl.Workbook], object]) -> Callable[[], bytes]:
    return lambda: xlsx(honest(), change)


def _times(*values: Cell) -> Callable[[], bytes]:
    """Return the maker of the honest table with other times; those that are not given stay."""
    return _with(*((row, 0, value) for row, value in enumerate(values, start=1)))


def _turned(rows: Rows) -> Rows:
    return [row[::-1] for row in rows]


def _headers(change: Callable[[str], str]) -> Callable[[], bytes]:
    """Return the maker of the honest table with other headers of its items."""
    return _shaped(lambda rows: [[rows[0][0], *(change(str(cell)) for cell in rows[0][1:])], *rows[1:]])


def _hide_row(book: openpyxl.Workbook) -> None:
    book.active.row_dimensions[3].hidden = True


def _hide_sheet(book: openpyxl.Workbook) -> None:
    book.create_sheet("Catatan").append(["catatan"])
    book.active.sheet_state = "hidden"


def _another_sheet(book: openpyxl.Workbook) -> None:
    book.copy_worksheet(book.active)


FILES: Final = {
    "an empty file": Kind("isi.xlsx", lambda: b"", ("F104",)),
    "an owner file of Excel": Kind("~$isi.xlsx", lambda: b"\x05Budi", ("F105",)),
    "a file cut at its end": Kind("isi.xlsx", lambda: xlsx(honest())[:-40], ("F108",)),
    "a file cut in its middle": Kind("isi.xlsx", lambda: xlsx(honest())[:3000], ("F108",)),
    "a file of zeros": Kind("isi.xlsx", lambda: bytes(5000), ("F107",)),
    "a web page": Kind("isi.xls", lambda: b"<html><table><tr><td>4</td></tr></table></html>", ("F107",)),
    "a web page in UTF-16": Kind(
        "isi.xls", lambda: "\ufeff<html><body></body></html>".encode("utf-16-le"), ("F107",)
    ),
    "an XML document": Kind("isi.xml", lambda: b'<?xml version="1.0"?><Workbook/>', ("F107",)),
    "a PDF": Kind("isi.xlsx", lambda: b"%PDF-1.7\n", ("F107",)),
    "a picture": Kind("isi.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), ("F107",)),
    "a RAR archive": Kind("isi.xlsx", lambda: b"Rar!\x1a\x07\x00" + bytes(50), ("F107",)),
    "a zip archive": Kind("isi.zip", lambda: hostile.pack({"a.txt": "a"}), ("F107",)),
    "a Word document": Kind("isi.xlsx", lambda: hostile.pack({"word/document.xml": "<w/>"}), ("F107",)),
    "an old Word document": Kind("isi.doc", lambda: xls.container(b"a", "WordDocument"), ("F107",)),
    "an encrypted workbook": Kind("isi.xlsx", lambda: xls.container(b"a", "EncryptedPackage"), ("F106",)),
    "random bytes": Kind("isi.xlsx", lambda: bytes(range(256)) * 4, ("F107",)),
    "text named as a workbook": Kind("isi.xlsx", _as(csv), ("F158",)),
    "a workbook named as text": Kind("isi.csv", _as(xlsx), ("F111",)),
    "a workbook with another ending": Kind("isi.xls", _as(xlsx), ("F111",)),
    "semicolons": Kind("isi.csv", _as(csv, ";")),
    "tabs": Kind("isi.tsv", _as(csv, "\t")),
    "a byte order mark": Kind("isi.csv", _as(csv, ";", "utf-8-sig")),
    "UTF-16": Kind("isi.csv", _as(csv, "\t", "utf-16")),
    "a separator line": Kind("isi.csv", lambda: b"sep=;\r\n" + csv(honest(), ";")),
    "blank lines at the end": Kind("isi.csv", lambda: csv(honest()) + b"\r\n" * 5000),
    "a quote that never ends": Kind("isi.csv", lambda: csv(honest()) + b'\r\n"a,b', ("F154",)),
    "a hidden row": Kind("isi.xlsx", _in_book(_hide_row), ("K210",)),
    "a hidden first sheet": Kind("isi.xlsx", _in_book(_hide_sheet), ("K209",)),
    "two sheets of answers": Kind("isi.xlsx", _in_book(_another_sheet), ("K207",)),
    "merged answers": Kind(
        "isi.xlsx", _in_book(lambda book: book.active.merge_cells("C3:C4")), ("J310", "K205")
    ),
    "a stray cell in the last row": Kind(
        "isi.xlsx",
        _with(to=lambda rows: xlsx(rows, lambda book: book.active.cell(1048576, 1, "x"))),
        ("F112", "K212"),
    ),
    "another survey": Kind("isi.csv", lambda: b"Warna,Rasa\r\nmerah,manis\r\n", ("K201",)),
    "a header and no answer": Kind("isi.xlsx", _shaped(lambda rows: rows[:1]), ("K211",)),
}

HEADERS: Final = {
    "columns in another order": Kind("isi.xlsx", _shaped(_turned)),
    "numbers before the sentences": Kind("isi.xlsx", _headers(lambda text: f"7. {text}")),
    "doubled spaces and line breaks": Kind("isi.xlsx", _headers(lambda text: text.replace(" ", " \n\u00a0"))),
    "capital letters": Kind("isi.xlsx", _headers(str.upper)),
    "a grid question": Kind("isi.xlsx", _headers(lambda text: f"Berikan penilaian [{text}]")),
    "a slip of the finger": Kind(
        "isi.xlsx", _headers(lambda text: text.replace("layanan", "lyanan", 1)), ("K206",)
    ),
    "a header that is lost": Kind("isi.xlsx", _with((0, 3, "?")), ("K202",)),
    "a title above": Kind("isi.xlsx", _shaped(lambda rows: [["Hasil survei"], [], *rows])),
    "a title of another period": Kind(
        "isi.xlsx", _shaped(lambda rows: [["Survei Triwulan I Tahun 2024"], *rows]), ("W424",)
    ),
    "a mean below": Kind("isi.xlsx", _shaped(lambda rows: [*rows, [], ["Rata-rata", *[3.4] * 14]])),
    "a sum below": Kind("isi.xlsx", _shaped(lambda rows: [*rows, ["Jumlah", *[20] * 14]])),
    "a signature below": Kind(
        "isi.xlsx", _shaped(lambda rows: [*rows, [None, "Mengetahui, Kepala Unit"]]), ("K212",)
    ),
    "blank rows between": Kind("isi.xlsx", _shaped(lambda rows: [*rows[:3], [], [], *rows[3:]])),
    "an item twice": Kind("isi.xlsx", _shaped(lambda rows: [[*row, row[3]] for row in rows]), ("K203",)),
    "an item without a column": Kind("isi.xlsx", _shaped(lambda rows: [row[:-1] for row in rows]), ("K202",)),
    "a header of marks alone": Kind(
        "isi.xlsx",
        _shaped(lambda rows: [["---", *row] if n == 0 else [None, *row] for n, row in enumerate(rows)]),
    ),
    "no header": Kind("isi.xlsx", _shaped(lambda rows: rows[1:]), ("K232",)),
    "no time column": Kind("isi.xlsx", _shaped(lambda rows: [row[1:] for row in rows]), ("W422",)),
    "an address as a header": Kind("isi.xlsx", _with((0, 3, "embun@contoh.example")), ("K202",)),
}

RIGHT: Final[dict[str, Cell]] = {
    "text": "4", "text with spaces": " 4 ", "text with a decimal": "4.0",
    "text with a decimal comma": "4,0", "a float": 4.0, "a number with its label": "4 - Sangat baik",
    "a star's name": "Bintang 4", "stars": "★★★★", "stars and a number": "4 ★",
    "a declared word": "Sangat Setuju", "a space without width": "4\u200b", "a no-break space": "\u00a04",
}  # fmt: skip
"""Cells that say 4."""

WRONG: Final[dict[str, tuple[Cell, str]]] = {
    "0": (0, "J301"), "5": (5, "J301"), "-1": (-1, "J301"), "4.5": (4.5, "J301"), "1e300": (1e300, "J301"),
    "40 digits": ("9" * 40, "J301"), "4.000": ("4.000", "J301"), "true": (True, "J303"),
    "TRUE as text": ("BENAR", "J303"), "a date": (date(2024, 8, 4), "J304"),
    "a moment": (datetime(2024, 8, 4, 9, 0), "J304"),  # noqa: DTZ001 (cells have no zone)
    "a time of day": (time(4, 0), "J304"), "a percentage": ("100%", "J305"), "#REF!": ("#REF!", "J306"),
    "#N/A": ("#N/A", "J306"), "a formula": ("=1+3", "J307"), "a dash": ("-", "J308"),
    "N/A": ("N/A", "J308"), "NA": ("NA", "J308"), "none": ("None", "J308"),
    "another word": ("lumayan", "J302"), "a number against its label": ("1 - Sangat Setuju", "J309"),
    "a blank": (None, "J310"), "spaces": (" ", "J310"), "two numbers": ("3 atau 4", "J313"),
    "too few stars": ("★★☆", "J314"), "too many stars": ("★★★★★", "J301"),
    "digits of another script": ("٤", "J315"), "a name": ("Budi Santoso", "J302"),
    "a telephone number": ("081234567890", "J301"),
}  # fmt: skip
"""Cells that say nothing that counts, and the code of each."""

TIMES: Final = {
    "ISO times": Kind("isi.xlsx", _times("2024-08-05T09:12:33Z"), ("W412",)),
    "dots in the clock": Kind("isi.xlsx", _times("13/08/2024 09.12.33")),
    "month first": Kind("isi.xlsx", _times("8/13/2024 9:12:33")),
    "a month's name": Kind("isi.xlsx", _times("Senin, 5 Agustus 2024 pukul 9.30 WIB")),
    "a serial number": Kind("isi.xlsx", _times(45509.5)),
    "a real moment": Kind("isi.xlsx", _times(datetime(2024, 8, 5, 9, 12))),  # noqa: DTZ001 (cells have no zone)
    "dates that can be both": Kind("isi.xlsx", _times("05/08/2024 9:00"), ("W405",)),
    "dates of both orders": Kind("isi.xlsx", _times("13/08/2024 9:00", "8/13/2024 9:00"), ("W406",)),
    "a day that is none": Kind("isi.xlsx", _times("2024/02/31 9:00"), ("W402",)),
    "an hour that is none": Kind("isi.xlsx", _times("2024/08/05 25:00"), ("W402",)),
    "a year of two digits": Kind("isi.xlsx", _times("13/08/24 9:00"), ("W403",)),
    "a year of another age": Kind("isi.xlsx", _times("1924/08/05 9:00"), ("W404",)),
    "words for a time": Kind("isi.xlsx", _times("kemarin"), ("W401",)),
    "a blank time": Kind("isi.xlsx", _times(None), ("W407",)),
    "an error for a time": Kind("isi.xlsx", _times("#REF!"), ("J306",)),
    "a row of another period": Kind("isi.xlsx", _times("2023/08/05 9:00"), ("W420",)),
}

HOSTILE_CODES: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(("a size that lies low", "deep nesting", "wrong checksum"), ("F108",)),
    **dict.fromkeys(
        ("unpacks to 119 MB", "many entries", "a size that lies high", "many comments"), ("F109",)
    ),
    **dict.fromkeys(("many merges", "one long text", "many styles", "many sheets"), ("F109",)),
    **dict.fromkeys(("a row beyond the grid", "a cell beyond the grid"), ("F113",)),
    **dict.fromkeys(("shared texts that lie", "a million empty rows"), ("K201",)),
    "exponential entities": ("F110",),
    "a wide rectangle": ("F112", "K201"),
    "cells in every 900th row and a wide one": ("K201",),
}
"""What :data:`makers.hostile.HOSTILE` must get; what is read of it asks no question of the rubric."""
