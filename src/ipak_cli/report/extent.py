"""How much of a report its files hold: all of it, or the summary alone."""

from __future__ import annotations

from enum import StrEnum


class Extent(StrEnum):
    """How much a report's files hold, by what they are called before the ending that their format adds."""

    FULL = "laporan"
    SUMMARY = "ringkasan"
