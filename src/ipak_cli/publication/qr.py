"""The QR code of a link, as a small drawing that every format takes."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import Final

QUIET: Final = 4
"""Squares of white around a code, without which readers do not find it (ISO/IEC 18004)."""


@cache
def drawn(address: str) -> str:
    """Return the code of an address as SVG, black on white with its quiet zone, one path.

    At least 15 % of it may be torn or covered: it hangs on a wall.
    """
    import segno  # noqa: PLC0415 (an office without a link needs none)

    rows = [bytes(row) for row in segno.make(address, error="m", micro=False).matrix]
    size = len(rows) + 2 * QUIET
    path = "".join(_runs(row, y + QUIET) for y, row in enumerate(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{path}"/></svg>'
    )


def _runs(row: bytes, y: int) -> str:
    """Draw the dark squares of a row, those side by side as one."""
    parts, x = [], QUIET
    for dark, squares in groupby(row):
        width = len([*squares])
        if dark:
            parts.append(f"M{x} {y}h{width}v1h-{width}z")
        x += width
    return "".join(parts)
