"""How much of a report its files hold: all of it, or the summary alone."""

from __future__ import annotations

from enum import StrEnum


class Extent(StrEnum):
    """How much a report's files hold, by what they are called."""

    FULL = "laporan"
    SUMMARY = "ringkasan"

    def file_name(self, ending: str) -> str:
        """Return what the file is called that is read first, such as ``laporan.pdf``."""
        return f"{self}.{ending}"
