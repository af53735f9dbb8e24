"""K2xx: headers and columns."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.entry import Entry

ENTRIES: Final[tuple[Entry, ...]] = ()
