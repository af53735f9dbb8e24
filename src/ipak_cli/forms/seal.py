"""The seal of a workbook: by it alone is told whether anybody has saved the workbook since it was written.

A property holds the digest of all other parts. Every spreadsheet program writes the parts in its own way, so
that the digest no longer fits; and no list has to be kept of what was written where.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import Final

PROPERTY: Final = "ipak"
"""The name of the property, for who opens the file's properties."""
BLANK_SEAL: Final = "0" * 64
"""What stands there before the workbook is sealed."""
_PART: Final = "docProps/custom.xml"
_LARGEST: Final = 64 << 20
"""Bytes of all parts: a form has some hundred thousand."""


def sealed(workbook: bytes) -> bytes:
    """Return a workbook with its seal, the same for the same parts: no dates, no compression.

    Raises ``ValueError`` for a workbook without the property, or with another value than ``BLANK_SEAL``.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(packed, "w") as target:
        parts = {name: source.read(name) for name in source.namelist()}
        before = parts.get(_PART, b"")
        parts[_PART] = before.replace(BLANK_SEAL.encode(), _digest(parts).encode())
        if parts[_PART] == before:
            raise ValueError("the workbook has no property to be sealed")
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3  # what Python writes depends on the system
            target.writestr(entry, content)
    return packed.getvalue()


def is_untouched(workbook: bytes) -> bool:
    """Tell whether a workbook is still as this program sealed it; what is no workbook is not."""
    try:
        with zipfile.ZipFile(io.BytesIO(workbook)) as source:
            if sum(entry.file_size for entry in source.infolist()) > _LARGEST:
                return False
            parts = {name: source.read(name) for name in source.namelist()}
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError):
        return False
    return _digest(parts).encode() in parts.get(_PART, b"")


def has_sheet(workbook: bytes, *names: str) -> bool:
    """Tell whether a workbook has sheets of these names, without reading any of them."""
    try:
        with zipfile.ZipFile(io.BytesIO(workbook)) as source:
            entry = source.getinfo("xl/workbook.xml")
            content = source.read(entry) if entry.file_size <= _LARGEST else b""
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, KeyError):
        return False
    return all(f'name="{name}"'.encode() in content for name in names)


def _digest(parts: dict[str, bytes]) -> str:
    told = hashlib.sha256()
    for name, content in sorted(parts.items()):
        if name != _PART:
            told.update(f"{name}\0{len(content)}\0".encode())
            told.update(content)
    return told.hexdigest()
