"""F1xx: the file itself."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.entry import Entry

ENTRIES: Final[tuple[Entry, ...]] = ()
