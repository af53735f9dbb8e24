"""How large a report may be; what is larger is no report, or was made to do harm."""

from __future__ import annotations

from typing import Final

MOST_BYTES: Final = 64_000_000
"""Of the file; reports with many photographs have some twenty million."""
MOST_LETTERS: Final = 1_500_000
"""Of a PDF's pages, and of a text: some five hundred pages."""
MOST_UNPACKED: Final = 128_000_000
"""Bytes of one stream of a PDF; a picture of a page has some thirty million."""
MOST_PAGES: Final = 2_000
"""Of a PDF."""
MOST_CELLS: Final = 200_000
"""Of all tables together; a report's have some thousands."""
