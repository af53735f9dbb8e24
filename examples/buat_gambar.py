"""Draw the invented picture of the example: ``python examples/buat_gambar.py``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.report.typeset import draw_png

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT: Final = Path(__file__).parent / "lampiran/ruang-layanan.png"
_WIDTH, _HEIGHT = 1200, 800
_DOTS: Final = 254
"""Dots an inch: ten a millimetre."""
_WALL, _FLOOR, _WOOD, _DARK, _LIGHT = "#e9e4d4", "#b9a98d", "#8a5f3c", "#3b4652", "#cfe3ef"
_SEATS: Final = "#2f7d6b"


def room() -> str:
    """Return the service room: a counter with two desks, a board of hours, seats for those who wait."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
    return f"{head}{''.join(_parts())}</svg>"


def _parts() -> Iterator[str]:
    yield _box(0, 0, _WIDTH, _HEIGHT, _WALL)
    yield _box(0, 560, 1200, 240, _FLOOR)
    for left in (90, 330):
        yield _box(left + 3, 113, 174, 214, _LIGHT, f'stroke="{_DARK}" stroke-width="6"')
        yield _box(left + 87, 110, 6, 220, _DARK)
    yield _box(604, 104, 512, 192, "#ffffff", f'stroke="{_WOOD}" stroke-width="8"')
    for row in range(5):
        yield _box(640, 142 + row * 32, 440 - row % 2 * 90, 7, _DARK)
    yield _box(520, 400, 640, 40, _WOOD)
    yield _box(540, 440, 600, 200, "#a3744c")
    for left in (640, 920):
        yield _box(left, 330, 110, 68, _DARK)
        yield _box(left + 8, 338, 94, 46, "#9cc4ee")
    for left in range(60, 460, 110):
        yield _box(left, 500, 90, 90, _SEATS, 'rx="12"')
        yield _box(left, 590, 90, 35, "#24614f")
        yield _box(left + 8, 625, 8, 75, _DARK)
        yield _box(left + 74, 625, 8, 75, _DARK)


def _box(left: int, top: int, width: int, height: int, colour: str, more: str = "") -> str:
    return f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="{colour}" {more}/>'


if __name__ == "__main__":
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(draw_png(room(), width=_WIDTH / _DOTS * 25.4, dots=_DOTS))
