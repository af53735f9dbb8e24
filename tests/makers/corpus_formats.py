"""The corpus of bad inputs: the formats beside xlsx and text, and files that are no table at all."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING, Final

from makers import ods, xls, xlsb
from makers.corpus import Kind, csv, honest, xlsx

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipak_cli.tables.cell import Cell
    from makers.corpus import Rows


def _as(to: Callable[..., bytes], *more: object) -> Callable[[], bytes]:
    return lambda: to(honest(), *more)


def _as_ods(rows: Rows) -> bytes:
    return ods.ods(ods.sheet("S", *(ods.row(*map(_ods_cell, row)) for row in rows)))


def _ods_cell(cell: Cell) -> str:
    return ods.number_cell(str(cell)) if isinstance(cell, int) else ods.text_cell(str(cell))


def _as_fods(rows: Rows) -> bytes:
    return ods.fods(ods.sheet("S", *(ods.row(*map(_ods_cell, row)) for row in rows)))


def _as_page(rows: Rows) -> bytes:
    lines = ("".join(f"<td>{'' if cell is None else cell}</td>" for cell in row) for row in rows)
    return "".join(["<table>", *(f"<tr>{line}</tr>" for line in lines), "</table>"]).encode()


def _as_excel_xml(rows: Rows) -> bytes:
    def written(cell: Cell) -> str:
        kind = "Number" if isinstance(cell, int) else "String"
        return f'<Cell><Data ss:Type="{kind}">{cell}</Data></Cell>'

    lines = (f"<Row>{''.join(map(written, row))}</Row>" for row in rows)
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    head = f'<?xml version="1.0"?><Workbook xmlns="{name}" xmlns:ss="{name}"><Worksheet ss:Name="S"><Table>'
    return f"{head}{''.join(lines)}</Table></Worksheet></Workbook>".encode()


def _zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _locked(data: bytes) -> bytes:
    """Return a zip whose parts claim to be encrypted."""
    return data.replace(b"PK\3\4\x14\0\0", b"PK\3\4\x14\0\1").replace(
        b"PK\1\2\x14\3\x14\0\0", b"PK\1\2\x14\3\x14\0\1"
    )


def _protected() -> bytes:
    return xls.xls([xls.XlsSheet("S")], extra=xls.record(0x2F, struct.pack("<HHH", 0, 5, 0x9A0A)))


def _as_xls(rows: Rows, stream: str = "Workbook") -> bytes:
    texts = tuple(str(cell) for row in rows for cell in row if isinstance(cell, str))
    places = {text: place for place, text in enumerate(texts)}
    cells = b"".join(
        xls.shared(r, c, places[cell]) if isinstance(cell, str) else xls.number(r, c, cell)
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
    )
    return xls.container(xls.stream([xls.XlsSheet("S", cells)], texts=texts), stream)


def _as_xlsb(rows: Rows) -> bytes:
    texts = tuple(str(cell) for row in rows for cell in row if isinstance(cell, str))
    places = {text: place for place, text in enumerate(texts)}
    cells = b"".join(
        xlsb.row(r)
        + b"".join(
            xlsb.shared(c, places[cell]) if isinstance(cell, str) else xlsb.whole(c, cell)
            for c, cell in enumerate(row)
        )
        for r, row in enumerate(rows)
    )
    return xlsb.xlsb([xlsb.XlsbSheet("S", cells)], texts=texts)


FORMATS: Final = {
    "a web page with the table": Kind("isi.xls", _as(_as_page), ("F177",)),
    "a web page behind messages of PHP": Kind(
        "isi.xls",
        lambda: b"<br />\n<b>Notice</b>: x in <b>a.php</b><br />" + _as_page(honest()),
        ("F177",),
    ),
    "a web page within a layout": Kind(
        "isi.xls", lambda: b"<table><tr><td>" + _as_page(honest()) + b"</td></tr></table>", ("F177",)
    ),
    "a web page of Windows": Kind(
        "isi.xls", lambda: _as_page(honest()) + b"<p>Kepala \xe9</p>", ("F152", "F177", "K212")
    ),
    "a web page cut off": Kind("isi.xls", lambda: _as_page(honest())[:-20], ("F175",)),
    "a web page with two tables": Kind("isi.xls", lambda: _as_page(honest()) * 2, ("F176",)),
    "a web page to log in": Kind(
        "isi.xls", lambda: b"<!DOCTYPE html><form>Sandi <input type=password></form>", ("F107",)
    ),
    "a web page in one file": Kind(
        "isi.xls", lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", ("F168",)
    ),
    "a workbook of Excel 2003 in XML": Kind("isi.xml", _as(_as_excel_xml)),
    "a flat OpenDocument sheet": Kind("isi.fods", _as(_as_fods)),
    "a zipped table": Kind("isi.csv.zip", lambda: _zipped({"isi.csv": csv(honest())})),
    "a zipped table from a Mac": Kind(
        "isi.csv.zip", lambda: _zipped({"isi.csv": csv(honest()), "__MACOSX/._isi.csv": b"\0"})
    ),
    "a zipped table beside a letter": Kind(
        "isi.zip", lambda: _zipped({"isi.csv": csv(honest()), "baca.pdf": b"%PDF"}), ("F171",)
    ),
    "two zipped tables": Kind("isi.zip", lambda: _zipped({"a.csv": b"a", "b.csv": b"b"}), ("F167",)),
    "a zipped workbook": Kind("isi.zip", lambda: _zipped({"isi.xlsx": xlsx(honest())}), ("F166",)),
    "a locked zip": Kind("isi.zip", lambda: _locked(_zipped({"isi.csv": csv(honest())})), ("F173",)),
    "a document of Numbers": Kind("isi.numbers", lambda: _zipped({"Index/Document.iwa": b"a"}), ("F169",)),
    "a shortcut to Google": Kind("isi.gsheet", lambda: b'{"url": "", "doc_id": "1"}', ("F172",)),
    "an e-mail": Kind("isi.eml", lambda: b"Subject: a\nMIME-Version: 1.0\n\n", ("F107",)),
    "a photo of a telephone": Kind("isi.jpg", lambda: b"\0\0\0\x18ftypheic" + bytes(50), ("F107",)),
    "a database of Access": Kind("isi.accdb", lambda: b"\0\1\0\0Standard ACE DB" + bytes(50), ("F107",)),
    "a file of SPSS": Kind("isi.sav", lambda: b"$FL2@(#) SPSS DATA FILE" + bytes(50), ("F107",)),
    "UTF-16 without its mark": Kind("isi.txt", lambda: csv(honest(), "\t", "utf-16-le"), ("F174",)),
    "a workbook of Excel 4": Kind("isi.xls", lambda: b"\t\4\6\0\0\0\x10\0\0\0\n\0\0\0", ("F165",)),
    "a workbook that Excel opens unasked": Kind("isi.xls", _protected, ("F170",)),
    "a workbook in a container of capitals": Kind("isi.xls", lambda: _as_xls(honest(), "WORKBOOK")),
    "a locked OpenDocument sheet": Kind("isi.ods", lambda: ods.ods(manifest="encryption-data"), ("F178",)),
    "an OpenDocument sheet": Kind("isi.ods", _as(_as_ods)),
    "a workbook of Excel 97": Kind("isi.xls", _as(_as_xls)),
    "a binary workbook": Kind("isi.xlsb", _as(_as_xlsb)),
}
