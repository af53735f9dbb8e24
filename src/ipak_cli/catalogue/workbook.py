"""E1xx: the self-assessment workbook: its sheets, rows and cells."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.entry import Entry

ENTRIES: Final[tuple[Entry, ...]] = ()
