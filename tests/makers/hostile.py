"""Makes workbooks that nobody should have to open, and honest ones that are easily taken for them."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = (
    f'<styleSheet {MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>'
    '<cellXfs count="5">'
    '<xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>'
    "</styleSheet>"
)
"""Styles: 0 plain, 1 and 3 percent, 2 date and time, 4 date."""


def worksheet(rows: str, *, before: str = "", after: str = "") -> str:
    """Return a worksheet around its rows."""
    return f"<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def texts(*values: str, head: str = "") -> str:
    """Return a table of shared texts."""
    items = "".join(f"<si><t>{value}</t></si>" for value in values)
    return f"<sst {MAIN} {head}>{items}</sst>"


def parts(
    sheets: Mapping[str, str | bytes],
    *,
    states: Mapping[str, str] | None = None,
    kind: str = "worksheet",
    date1904: int = 0,
) -> dict[str, str | bytes]:
    """Return the parts of a workbook by their names: ``sheets`` maps the name on each tab to its XML."""
    states = states or {}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="r{number}" state="{states.get(name, "visible")}"/>'
        for number, name in enumerate(sheets, start=1)
    )
    links = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="worksheets/sheet{number}.xml"/>'
        for number, _ in enumerate(sheets, start=1)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook {MAIN} xmlns:r="{OFFICE}"><workbookPr date1904="{date1904}"/>'
            f"<sheets>{listed}</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">{links}'
            f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>'
            f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        ),
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": texts("Nama", "4"),
        **{f"xl/worksheets/sheet{number}.xml": xml for number, xml in enumerate(sheets.values(), start=1)},
    }


def pack(content: Mapping[str, str | bytes]) -> bytes:
    """Return the zip file of some parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return file.getvalue()


def book(rows: str, **more: str) -> bytes:
    """Return a workbook of one sheet with these rows; ``more`` goes to :func:`worksheet`."""
    return pack(parts({"Form Responses 1": worksheet(rows, **more)}))


def row(number: int, *cells: str) -> str:
    """Return a row of inline texts and numbers, from column A on; an empty string is no cell."""
    written = [
        f'<c r="{chr(65 + place)}{number}"><v>{value}</v></c>'
        if value.replace(".", "").isdigit()
        else f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{value}</t></is></c>'
        for place, value in enumerate(cells)
        if value
    ]
    return f'<row r="{number}">{"".join(written)}</row>'


def with_lying_size(data: bytes, name: str, size: int) -> bytes:
    """Return a zip file whose directory gives a part another size than it has."""
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()))
    return data[: place + 24] + size.to_bytes(4, "little") + data[place + 28 :]


def _bomb(unpacked: int) -> bytes:
    return book("<row/>" * (unpacked // 6))


def _many_entries() -> bytes:
    return pack({f"bagian{number}.xml": "" for number in range(11_000)})


def _wrong_checksum() -> bytes:
    honest = book(row(1, "Nama", "4"))
    place = honest.rindex(b"PK\x01\x02", 0, honest.rindex(b"xl/worksheets/sheet1.xml"))
    return honest[: place + 16] + b"\1\2\3\4" + honest[place + 20 :]


HOSTILE: Final[Mapping[str, Callable[[], bytes]]] = {
    "unpacks to 119 MB": lambda: _bomb(119_000_000),
    "many entries": _many_entries,
    "a size that lies low": lambda: with_lying_size(_bomb(50_000_000), "xl/worksheets/sheet1.xml", 1000),
    "a size that lies high": lambda: with_lying_size(
        book(row(1, "Nama", "4")), "xl/worksheets/sheet1.xml", 1 << 31
    ),
    "a wide rectangle": lambda: book(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "a row beyond the grid": lambda: book('<row r="4294967297"><c r="A4294967297"><v>1</v></c></row>'),
    "a cell beyond the grid": lambda: book('<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>'),
    "cells in every 900th row and a wide one": lambda: book(
        "".join(f'<row r="{n}"><c r="ZZ{n}"><v>1</v></c></row>' for n in range(1, 1_048_577, 900))
    ),
    "shared texts that lie": lambda: pack(
        parts({"S": worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')})
        | {"xl/sharedStrings.xml": texts("a", head='count="4294967295" uniqueCount="18446744073709551615"')}
    ),
    "exponential entities": lambda: pack(
        parts(
            {
                "S": '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
                + worksheet(row(1, "&c;"))
            }
        )
    ),
    "a million empty rows": lambda: book("".join(f'<row r="{n}"/>' for n in range(1, 1_048_577))),
    "many comments": lambda: book("<!-- -->" * 500_000),
    "deep nesting": lambda: book("<a>" * 100_000),
    "many merges": lambda: book(
        row(1, "4"), after="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 300_000 + "</mergeCells>"
    ),
    "one long text": lambda: book(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>'
        + random.Random(1).randbytes(20_000_000).hex()  # noqa: S311  noise that does not pack
        + "</t></is></c></row>"
    ),
    "many styles": lambda: pack(
        parts({"S": worksheet(row(1, "4"))})
        | {
            "xl/styles.xml": f"<styleSheet {MAIN}><cellXfs>"
            + '<xf numFmtId="9"/>' * 60_000
            + "</cellXfs></styleSheet>"
        }
    ),
    "many sheets": lambda: pack(parts({f"S{n}": worksheet(row(1, "4")) for n in range(3000)})),
    "wrong checksum": _wrong_checksum,
}
"""Workbooks that cost a reader minutes, gigabytes or its life, by what is wrong with them."""
