"""E2xx: evidence files and the file of service users' answers."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.entry import Entry

ENTRIES: Final[tuple[Entry, ...]] = ()
