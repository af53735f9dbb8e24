"""U9xx: how the command was called, and what surrounds it."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.entry import Entry

ENTRIES: Final[tuple[Entry, ...]] = ()
