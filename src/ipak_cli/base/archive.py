"""Documents as zip files: the same bytes for the same content, and the seal of a workbook.

By the seal alone is told whether anybody has saved the workbook since it was written: a property holds the
digest of all other parts. Every spreadsheet program writes the parts in its own way, so that the digest no
longer fits; and no list has to be kept of what was written where.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PROPERTY: Final = "ipak"
"""The name of the property, for who opens the file's properties."""
BLANK_SEAL: Final = "0" * 64
"""What stands there before the workbook is sealed."""
_PART: Final = "docProps/custom.xml"
_SHEET_LISTS: Final = ("xl/workbook.xml", "content.xml")
"""The parts that name the sheets: of Excel's workbooks, and of LibreOffice's own."""
_UNREADABLE: Final = (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, EOFError)
"""What Python raises for an archive that is none, is damaged or has a password."""
_LARGEST: Final = 64 << 20
"""Bytes of all parts: a form has some hundred thousand."""


def undated(archive: bytes) -> bytes:
    """Return a zip file with the same parts in the same order, whatever the clock and the machine's zlib."""
    return _packed(_parts(archive))


def sealed(workbook: bytes) -> bytes:
    """Return a workbook with its seal, undated as well.

    Raises ``ValueError`` for a workbook without the property, or with another value than ``BLANK_SEAL``.
    """
    parts = _parts(workbook)
    before = parts.get(_PART, b"")
    parts[_PART] = before.replace(BLANK_SEAL.encode(), _digest(parts).encode())
    if parts[_PART] == before:
        raise ValueError("the workbook has no property to be sealed")
    return _packed(parts)


def is_untouched(workbook: bytes) -> bool:
    """Tell whether a workbook is still as this program sealed it; what is no workbook is not."""
    try:
        with zipfile.ZipFile(io.BytesIO(workbook)) as source:
            if sum(entry.file_size for entry in source.infolist()) > _LARGEST:
                return False
            parts = {name: source.read(name) for name in source.namelist()}
    except _UNREADABLE:
        return False
    return _digest(parts).encode() in parts.get(_PART, b"")


def has_sheets(workbook: bytes, *names: str) -> bool:
    """Tell whether a workbook of Excel or LibreOffice has sheets of these names, without opening any."""
    try:
        with zipfile.ZipFile(io.BytesIO(workbook)) as source:
            found = [entry for entry in source.infolist() if entry.filename in _SHEET_LISTS]
            content = source.read(found[0]) if found and found[0].file_size <= _LARGEST else b""
    except _UNREADABLE:
        return False
    return all(f'name="{name}"'.encode() in content for name in names)


def _parts(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        return {name: source.read(name) for name in source.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts without dates and without compression."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as target:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3  # what Python writes depends on the system
            target.writestr(entry, content)
    return packed.getvalue()


def _digest(parts: Mapping[str, bytes]) -> str:
    told = hashlib.sha256()
    for name, content in sorted(parts.items()):
        if name != _PART:
            told.update(f"{name}\0{len(content)}\0".encode())
            told.update(content)
    return told.hexdigest()
