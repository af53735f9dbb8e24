"""Zip files that are the same for the same content, whatever the clock and the machine's zlib."""

from __future__ import annotations

import io
import zipfile


def undated(archive: bytes) -> bytes:
    """Return a zip file with the same parts in the same order, without dates and without compression."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3  # what Python writes depends on the system
            target.writestr(entry, source.read(name))
    return packed.getvalue()
