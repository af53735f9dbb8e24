"""Draw the invented picture of the example: ``python examples/buat_gambar.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

OUT: Final = Path(__file__).parent / "lampiran/ruang-layanan.png"
_WALL, _FLOOR, _WOOD, _DARK, _LIGHT = "#e9e4d4", "#b9a98d", "#8a5f3c", "#3b4652", "#cfe3ef"
_SEATS: Final = "#2f7d6b"


def room() -> Image.Image:
    """Return the service room: a counter with two desks, a board of hours, seats for those who wait."""
    picture = Image.new("RGB", (1200, 800), _WALL)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 560, 1200, 800), _FLOOR)
    for left in (90, 330):
        draw.rectangle((left, 110, left + 180, 330), _LIGHT, outline=_DARK, width=6)
        draw.line((left + 90, 110, left + 90, 330), _DARK, 6)
    draw.rectangle((600, 100, 1120, 300), "#ffffff", outline=_WOOD, width=8)
    for row in range(5):
        draw.line((640, 145 + row * 32, 1080 - row % 2 * 90, 145 + row * 32), _DARK, 7)
    draw.rectangle((520, 400, 1160, 440), _WOOD)
    draw.rectangle((540, 440, 1140, 640), "#a3744c")
    for left in (640, 920):
        draw.rectangle((left, 330, left + 110, 398), _DARK)
        draw.rectangle((left + 8, 338, left + 102, 384), "#9cc4ee")
    for left in range(60, 460, 110):
        draw.rounded_rectangle((left, 500, left + 90, 590), 12, _SEATS)
        draw.rectangle((left, 590, left + 90, 625), "#24614f")
        draw.line((left + 12, 625, left + 12, 700), _DARK, 8)
        draw.line((left + 78, 625, left + 78, 700), _DARK, 8)
    return picture


if __name__ == "__main__":
    OUT.parent.mkdir(exist_ok=True)
    room().save(OUT, optimize=True)
