"""JPEG: the segments that draw, and which way its camera was held; nothing else of a photograph is kept.

The dots stay as the camera compressed them. Where it was held upright or upside down, a program has to turn
what it shows; EXIF says how, and browsers, LibreOffice and Typst do so. Word does not.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

UPRIGHT: Final = 1
"""The orientation of a picture whose dots stand as they are shown; there are eight."""
_LAST_ORIENTATION: Final = 8
_FIRST_ON_ITS_SIDE: Final = 5
"""From this orientation on, what is stored as the width is shown as the height."""
_START: Final = b"\xff\xd8"
_END: Final = 0xD9
_SCAN: Final = 0xDA
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive pictures; programs that show the other kinds are rare."""
_TABLES: Final = frozenset({0xC4, 0xDB, 0xDD})
"""Codes (DHT), steps of brightness (DQT), and how often decoding begins anew (DRI)."""
_NOTES: Final = frozenset({*range(0xE0, 0xF0), 0xFE})
"""What programs write for each other, and comments; of these, the few below say what the colours are."""
_JFIF, _EXIF, _ADOBE = 0xE0, 0xE1, 0xEE
_MOST_SCANS: Final = 100
"""Scans of a picture; progressive ones have about ten, and each may cost as much as a whole picture."""
_AFTER_SCAN: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends a scan: a marker, but for those that are part of its data."""
_PLAIN_JFIF: Final = b"\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0"
"""JFIF without density and thumbnail; it says that the colours are brightness and two differences."""
_PLAIN_ADOBE: Final = b"\xff\xee\x00\x0eAdobe\0\x64\0\0\0\0"
"""Adobe's segment without what follows in one byte: how the colours were changed."""
_EXIF_BEFORE: Final = b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"
_EXIF_BEHIND: Final = b"\0\0\0\0\0\0"
"""EXIF with one entry, the orientation, which stands between the two."""
_BEFORE: Final = 4
"""Bytes of a segment before what it holds: its marker and its length."""
_BITS: Final = 8
"""Of a dot's colour; pictures with more are for machines."""
_COMPONENTS: Final = frozenset({1, 3})
"""Colours of a dot: grey, or brightness and two differences. PDF/A has no place for the four of print."""
_ENTRY: Final = 12
"""Bytes of an entry of EXIF's directory."""
_ORIENTATION: Final = 0x0112
_SHORT: Final = 3
"""EXIF's type of a whole number of two bytes."""


def read_jpeg(content: bytes) -> tuple[bytes, int, int]:
    """Return a picture without what a camera or program noted, and its size in dots as it is shown.

    It begins with EXIF that holds the orientation alone. What stands behind its end, such as the film of a
    telephone's moving picture, is dropped. Raises ``ValueError`` or ``struct.error`` for what is no JPEG of a
    usual kind, or not whole; its dots are left to who shows them.
    """
    if not content.startswith(_START):
        raise ValueError("no start")
    segments = tuple(_segments(content))
    frames = [whole for marker, whole in segments if marker in _FRAMES]
    scans = sum(marker == _SCAN for marker, _ in segments)
    if len(frames) != 1 or not 1 <= scans <= _MOST_SCANS:
        raise ValueError("not one picture")
    width, height = _size(frames[0])
    orientation = next(filter(None, (_noted_orientation(*each) for each in segments)), UPRIGHT)
    if orientation >= _FIRST_ON_ITS_SIDE:
        width, height = height, width
    drawn = (_drawn(*each) for each in segments)
    return b"".join((_START, _exif(orientation), *drawn, b"\xff\xd9")), width, height


def orientation_of(picture: bytes) -> int:
    """Return the orientation of a picture that :func:`read_jpeg` returned."""
    return picture[len(_START) + len(_EXIF_BEFORE)]


def as_stored(picture: bytes) -> bytes:
    """Return a picture that :func:`read_jpeg` returned, without its orientation: nobody turns it."""
    return _START + _exif(UPRIGHT) + picture[len(_START) + len(_exif(UPRIGHT)) :]


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each segment's marker, and the whole segment, up to the picture's end."""
    at = len(_START)
    while True:
        lead, marker = struct.unpack_from("BB", content, at)
        if lead != 0xFF:
            raise ValueError("no marker")
        if marker == _END:
            return
        if marker == 0xFF:  # any number of these may stand before a marker
            at += 1
            continue
        (length,) = struct.unpack_from(">H", content, at + 2)
        end = at + 2 + length
        if marker == _SCAN:
            found = _AFTER_SCAN.search(content, end)
            if found is None:
                raise ValueError("the end is missing")
            end = found.start()
        if length < 2 or end > len(content):
            raise ValueError("a segment that is not whole")
        yield marker, content[at:end]
        at = end


def _drawn(marker: int, whole: bytes) -> bytes:
    """Return what is kept of a segment; raises ``ValueError`` for one that no usual picture has."""
    if marker in _FRAMES or marker in _TABLES or marker == _SCAN:
        return whole
    if marker not in _NOTES:
        raise ValueError("an unusual segment")
    if marker == _JFIF and whole.startswith(b"JFIF\0", _BEFORE):
        return _PLAIN_JFIF
    if marker == _ADOBE and whole.startswith(b"Adobe", _BEFORE) and len(whole) >= len(_PLAIN_ADOBE) + 1:
        return _PLAIN_ADOBE + whole[len(_PLAIN_ADOBE) :][:1]
    return b""


def _size(frame: bytes) -> tuple[int, int]:
    precision, height, width, components = struct.unpack_from(">BHHB", frame, _BEFORE)
    if precision != _BITS or not height or not width or components not in _COMPONENTS:
        raise ValueError("an unusual frame")
    return width, height


def _noted_orientation(marker: int, whole: bytes) -> int | None:
    """Return what EXIF says of the orientation, in its first directory: upright where it says nothing known.

    Returns nothing for another segment.
    """
    if marker != _EXIF or not whole.startswith(b"Exif\0\0", _BEFORE):
        return None
    exif = whole[_BEFORE + 6 :]
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return UPRIGHT
    try:
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, first)
        for n in range(count):
            tag, kind, values, value = struct.unpack_from(f"{order}HHIH", exif, first + 2 + n * _ENTRY)
            if tag == _ORIENTATION:
                known = kind == _SHORT and values == 1 and UPRIGHT <= value <= _LAST_ORIENTATION
                return value if known else UPRIGHT
    except struct.error:  # it ends before it should
        pass
    return UPRIGHT


def _exif(orientation: int) -> bytes:
    return _EXIF_BEFORE + bytes((orientation,)) + _EXIF_BEHIND
