"""Binary workbooks made record by record, sane or not."""

from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import dataclass

GENERAL, DATE, PERCENT, OWN_DATE, OWN_PERCENT = range(5)
_FORMATS = (0, 14, 9, 164, 165)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(content)
    while size >= 0x80:
        head += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + bytes([size]) + content


def text(value: str) -> bytes:
    coded = value.encode("utf-16-le")
    return struct.pack("<I", len(coded) // 2) + coded


def row(number: int, *, hidden: bool = False) -> bytes:
    return record(0, struct.pack("<IIHBBB", number, 0, 300, 0, 0x10 if hidden else 0, 0) + bytes(4))


def cell(kind: int, column: int, value: bytes, style: int = GENERAL) -> bytes:
    return record(kind, struct.pack("<II", column, style) + value)


def shared(column: int, index: int) -> bytes:
    return cell(7, column, struct.pack("<I", index))


def real(column: int, value: float, style: int = GENERAL) -> bytes:
    return cell(5, column, struct.pack("<d", value), style)


def whole(column: int, value: int) -> bytes:
    return cell(2, column, struct.pack("<i", value << 2 | 2))


def merged(first_row: int, last_row: int, first_column: int, last_column: int) -> bytes:
    area = struct.pack("<IIII", first_row, last_row, first_column, last_column)
    return record(177, struct.pack("<I", 1)) + record(176, area) + record(178)


@dataclass(frozen=True)
class XlsbSheet:
    name: str
    rows: bytes = b""
    after: bytes = b""
    state: int = 0


def xlsb(
    sheets: list[XlsbSheet], *, texts: tuple[str, ...] = (), epoch_1904: bool = False, rels_head: str = ""
) -> bytes:
    count = len(sheets)
    targets = [("worksheet", f"worksheets/sheet{index}.bin") for index in range(1, count + 1)]
    targets += [("sharedStrings", "sharedStrings.bin"), ("styles", "styles.bin")]
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": rels_head + _links([("officeDocument", "xl/workbook.bin")]),
        "xl/_rels/workbook.bin.rels": _links(targets),
        "xl/workbook.bin": _workbook(sheets, epoch_1904=epoch_1904),
        "xl/sharedStrings.bin": record(159, struct.pack("<II", len(texts), len(texts)))
        + b"".join(record(19, b"\0" + text(value)) for value in texts)
        + record(160),
        "xl/styles.bin": _styles(),
    }
    for index, sheet in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{index}.bin"] = (
            record(129)
            + record(148, struct.pack("<IIII", 0, 1, 0, 1))
            + record(145)
            + sheet.rows
            + record(146)
            + sheet.after
            + record(130)
        )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _links(targets: list[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_TYPE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f"{_RELATIONSHIPS}{links}</Relationships>"


def _workbook(sheets: list[XlsbSheet], *, epoch_1904: bool) -> bytes:
    body = record(131) + record(153, struct.pack("<II", int(epoch_1904), 0) + text("")) + record(143)
    for number, sheet in enumerate(sheets, start=1):
        body += record(156, struct.pack("<II", sheet.state, number) + text(f"rId{number}") + text(sheet.name))
    return body + record(144) + record(132)


def _styles() -> bytes:
    formats = record(44, struct.pack("<H", 164) + text("dd/mm/yyyy hh:mm"))
    formats += record(44, struct.pack("<H", 165) + text('0.0"x"%'))
    parents = record(626, struct.pack("<I", 1)) + _style(14, parent=0xFFFF) + record(627)
    own = record(617, struct.pack("<I", 5)) + b"".join(_style(code) for code in _FORMATS) + record(618)
    return (
        record(278) + record(615, struct.pack("<I", 2)) + formats + record(616) + parents + own + record(279)
    )


def _style(code: int, parent: int = 0) -> bytes:
    return record(47, struct.pack("<HH", parent, code) + bytes(12))
