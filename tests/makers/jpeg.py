"""Write JPEG files byte by byte: squares of one colour each, of every kind that is written."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Colour = tuple[int, ...]

JFIF: Final = b"JFIF\0\1\1\0\0\1\0\1\0\0"
BASELINE, EXTENDED, PROGRESSIVE = 0xC0, 0xC1, 0xC2
_SQUARE: Final = 8
_CODES: Final = 13
"""Every number of bits of a difference has a code of four bits, which is that number."""


def segment(marker: int, content: bytes) -> bytes:
    """Return a segment with its marker and length."""
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def jpeg(
    size: tuple[int, int],
    colour: Callable[[float, float], Colour],
    *,
    notes: Iterable[bytes] = (segment(0xE0, JFIF),),
    frame: int = BASELINE,
    bits: int = 8,
) -> bytes:
    """Return a picture; ``colour`` gives its components at a place, from 0 to 1 to the right and down.

    ``notes`` are segments before what draws. Three components are red, green and blue; one is grey; four are
    stored as they are given.
    """
    width, height = size
    across, down = range(_SQUARE // 2, width + 4, _SQUARE), range(_SQUARE // 2, height + 4, _SQUARE)
    squares = [_stored(colour(x / width, y / height)) for y in down for x in across]
    count = len(squares[0])
    numbers = range(1, count + 1)
    head = struct.pack(">BHHB", bits, height, width, count) + b"".join(bytes((n, 0x11, 0)) for n in numbers)
    progressive = frame == PROGRESSIVE
    tables = b"".join(bytes((n, 0)) for n in numbers)
    scan = bytes((count,)) + tables + bytes((0, 0 if progressive else 63, 0))
    codes = _CODES if bits > 8 else _CODES - 1
    return b"".join(
        (
            b"\xff\xd8",
            *notes,
            segment(0xDB, bytes((0,)) + bytes([8] * 64)),
            segment(frame, head),
            segment(0xC4, bytes((0, 0, 0, 0, codes, *[0] * 12, *range(codes)))),
            segment(0xC4, bytes((0x10, 1, *[0] * 15, 0))),
            segment(0xDA, scan),
            _scan(squares, 1 << (bits - 1), ends=not progressive),
            b"\xff\xd9",
        )
    )


def _stored(colour: Colour) -> Colour:
    if len(colour) != 3:
        return colour
    red, green, blue = colour
    bright = 0.299 * red + 0.587 * green + 0.114 * blue
    changed = (bright, 128 + (blue - bright) * 0.564, 128 + (red - bright) * 0.713)
    return tuple(max(0, min(255, round(each))) for each in changed)


def _scan(squares: Sequence[Colour], middle: int, *, ends: bool) -> bytes:
    """Return the squares' differences as bits; a zero ends each square's further waves, where it has any."""
    bits, before = [], [middle] * len(squares[0])
    for square in squares:
        for value, last in zip(square, before, strict=True):
            length = abs(value - last).bit_length()
            number = value - last if value >= last else value - last + (1 << length) - 1
            bits.append(f"{length:04b}" + (f"{number:0{length}b}" if length else "") + "0" * ends)
        before = square
    text = "".join(bits)
    text += "1" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big").replace(b"\xff", b"\xff\0")


def exif(entries: Iterable[tuple[int, int, int, bytes]], order: str = ">", behind: bytes = b"") -> bytes:
    """Return an EXIF segment: of each entry its tag, type, number of values, and four bytes."""
    listed = [struct.pack(f"{order}HHI", *entry) + value for *entry, value in entries]
    start = b"MM\0\x2a\0\0\0\x08" if order == ">" else b"II\x2a\0\x08\0\0\0"
    directory = struct.pack(f"{order}H", len(listed)) + b"".join(listed) + bytes(4)
    return segment(0xE1, b"Exif\0\0" + start + directory + behind)


def orientation(value: int, order: str = ">") -> bytes:
    """Return an EXIF segment that says how the camera was held, behind another entry."""
    short = struct.pack(f"{order}HH", value, 0)
    return exif([(0x010F, 2, 4, b"Kam\0"), (0x0112, 3, 1, short)], order)
