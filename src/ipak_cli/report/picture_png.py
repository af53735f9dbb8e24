"""PNG: the chunks that hold its dots; nothing else of a file is kept."""

from __future__ import annotations

import struct
import zlib
from typing import Final

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_KEPT: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_HEADER: Final = 13
"""Bytes of the first chunk, which begins with the picture's size."""
_AROUND: Final = 12
"""Bytes of a chunk beside what it holds: its length and kind before that, its checksum behind."""
_OPTIONAL: Final = 0x20
"""The bit of a kind's first letter that says: who does not know it, may leave it out."""


def read_png(content: bytes) -> tuple[bytes, int, int]:
    """Return a picture without texts, times, colour profiles and further pictures, and its size in dots.

    What stands behind its end is dropped too: programs that crop leave there what was cut off. Raises
    ``ValueError`` or ``struct.error`` for what is no PNG or not whole; its dots are left to who shows them.
    """
    if not content.startswith(_SIGNATURE):
        raise ValueError("no signature")
    view, at, kept = memoryview(content), len(_SIGNATURE), [_SIGNATURE]
    kinds: set[bytes] = set()
    while b"IEND" not in kinds:
        length, kind = struct.unpack_from(">I4s", content, at)
        end = at + _AROUND + length
        (checksum,) = struct.unpack_from(">I", content, end - 4)
        if zlib.crc32(view[at + 4 : end - 4]) != checksum:
            raise ValueError("a wrong checksum")
        if (kind == b"IHDR") != (not kinds) or (kind == b"IHDR" and length != _HEADER):
            raise ValueError("a header that is not the first, or of another length")
        if kind in _KEPT:
            kept.append(content[at:end])
        elif not kind[0] & _OPTIONAL:
            raise ValueError("an unknown chunk that it cannot do without")
        kinds.add(kind)
        at = end
    width, height = struct.unpack_from(">II", kept[1], 8)
    if b"IDAT" not in kinds or not width or not height:
        raise ValueError("no dots")
    return b"".join(kept), width, height
