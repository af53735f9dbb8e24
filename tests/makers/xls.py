"""Workbooks of Excel 97 to 2003 made record by record, sane or not."""

from __future__ import annotations

import struct
from dataclasses import dataclass

GENERAL, DATE, PERCENT, OWN_DATE, OWN_PERCENT = range(15, 20)
_FORMATS = (0, 14, 9, 164, 165)


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def text(value: str, length: str = "<H") -> bytes:
    return struct.pack(length, len(value)) + b"\x01" + value.encode("utf-16-le")


def number(row: int, column: int, value: float, style: int = GENERAL) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def shared(row: int, column: int, index: int) -> bytes:
    return record(0xFD, struct.pack("<HHHI", row, column, GENERAL, index))


def boolean(row: int, column: int, value: int) -> bytes:
    return record(0x205, struct.pack("<HHHBB", row, column, GENERAL, value, 0))


def error(row: int, column: int, code: int) -> bytes:
    return record(0x205, struct.pack("<HHHBB", row, column, GENERAL, code, 1))


def formula(row: int, column: int, result: bytes) -> bytes:
    return record(0x06, struct.pack("<HHH8sHI", row, column, GENERAL, result, 0, 0) + b"\0\0")


def hidden_row(row: int) -> bytes:
    return record(0x208, struct.pack("<HHHHHHI", row, 0, 5, 255, 0, 0, 0x20))


def merged(first_row: int, last_row: int, first_column: int, last_column: int) -> bytes:
    return record(0xE5, struct.pack("<HHHHH", 1, first_row, last_row, first_column, last_column))


@dataclass(frozen=True)
class XlsSheet:
    name: str
    records: bytes = b""
    state: int = 0


def stream(
    sheets: list[XlsSheet], *, texts: tuple[str, ...] = (), extra: bytes = b"", epoch_1904: int = 0
) -> bytes:
    """The workbook's own stream: the globals, then the sheets."""
    head = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + record(0x42, b"\xb0\x04")
    head += record(0x22, struct.pack("<H", epoch_1904))
    head += record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\x05\0Arial") * 5
    head += record(0x41E, struct.pack("<H", 164) + text("dd/mm/yyyy hh:mm"))
    head += record(0x41E, struct.pack("<H", 165) + text('0.0"x"%'))
    head += record(0xE0, struct.pack("<HHH", 0, 0, 0xFFF5) + bytes(14)) * 15
    head += b"".join(record(0xE0, struct.pack("<HHH", 0, code, 1) + bytes(14)) for code in _FORMATS)
    bodies = [
        record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + sheet.records + record(0x0A)
        for sheet in sheets
    ]
    strings = struct.pack("<II", len(texts), len(texts)) + b"".join(text(value) for value in texts)
    tail = record(0xFC, strings) + extra + record(0x0A)
    start = len(head) + sum(4 + 6 + len(text(sheet.name, "<B")) for sheet in sheets) + len(tail)
    for sheet, body in zip(sheets, bodies, strict=True):
        head += record(0x85, struct.pack("<IBB", start, sheet.state, 0) + text(sheet.name, "<B"))
        start += len(body)
    return head + tail + b"".join(bodies)


def container(content: bytes, name: str = "Workbook") -> bytes:
    """An OLE container with one stream."""
    size = max(len(content), 4096)
    data = content.ljust(-(-size // 512) * 512, b"\0")
    sectors = len(data) // 512
    tables = 1
    while tables * 128 < sectors + 1 + tables:
        tables += 1
    chain = [*range(1, sectors), -2, -2, *[-3] * tables]
    table = struct.pack(f"<{len(chain)}i", *chain).ljust(tables * 512, b"\xff")
    places = [sectors + 1 + index for index in range(tables)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(10) + struct.pack("<iiiiiiii", tables, sectors, 0, 4096, -2, 0, -2, 0)
    header += struct.pack("<109i", *[*places, *[-1] * (109 - tables)])
    directory = (
        _entry("Root Entry", 5, -2, 0, 1) + _entry(name, 2, 0, size, -1) + _entry("", 0, -1, 0, -1) * 2
    )
    return header + data + directory + table


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    coded = (name + "\0").encode("utf-16-le") if name else b""
    entry = coded.ljust(64, b"\0") + struct.pack("<HBBiii", len(coded), kind, 1, -1, -1, child)
    return entry + bytes(36) + struct.pack("<iii", start, size, 0)


def xls(
    sheets: list[XlsSheet], *, texts: tuple[str, ...] = (), extra: bytes = b"", epoch_1904: int = 0
) -> bytes:
    return container(stream(sheets, texts=texts, extra=extra, epoch_1904=epoch_1904))
