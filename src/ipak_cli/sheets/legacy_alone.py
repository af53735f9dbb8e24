"""A sheet of old Excel that stands alone in its file, as small scripts of web applications write it.

Excel opens it as a workbook of one sheet; here it gets the workbook that it lacks.
"""

from __future__ import annotations

import struct
from typing import Final

_BEGINNING: Final = 0x0809
_WORKSHEET: Final = 0x10
_EXCEL_95: Final = 0x0500
_UNNAMED: Final = 0
"""The version that such scripts write: none. Their records are those of Excel 95."""
_STYLES: Final = 64
"""More than such scripts name; all are plain."""


def is_alone(stream: bytes) -> bool:
    """Tell whether a stream begins with a worksheet instead of a workbook."""
    kind, size, version, what = struct.unpack_from("<4H", stream)
    return kind == _BEGINNING and size >= 4 and what == _WORKSHEET and version in {_UNNAMED, _EXCEL_95}


def in_a_book(sheet: bytes) -> bytes:
    """Return a workbook that holds the sheet, and nothing else."""
    version = struct.pack("<H", _EXCEL_95)
    head = _record(_BEGINNING, version + struct.pack("<HHHII", 5, 0, 0, 0, 0))
    head += _record(0x42, struct.pack("<H", 1252)) + _record(0xE0, bytes(16)) * _STYLES
    name, end = b"\x06Sheet1", _record(0x0A)
    start = len(head) + len(_record(0x85, bytes(6) + name)) + len(end)
    listed = _record(0x85, struct.pack("<IBB", start, 0, 0) + name)
    return head + listed + end + sheet[:4] + version + sheet[6:]


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content
