"""Makes workbooks that nobody should have to open, and honest ones that are easily taken for them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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
