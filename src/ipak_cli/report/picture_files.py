"""Pictures that an office gives: read within limits, without what a camera or a program wrote into them.

A photograph tells where and with which telephone it was taken. So only what draws is kept; the dots stay as
they are, and decoding them is left to who shows them.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.report import NOT_A_PICTURE, PICTURE_HAS_TOO_MANY_DOTS

if TYPE_CHECKING:
    from ipak_cli.base.problem import Entry, Where

MEDIA: Final = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}
"""What kind of content a picture's file has, by how its name ends."""
MOST_MEGADOTS: Final = 64
"""Millions of dots of a picture: what the cameras of telephones take at most; more is memory and no use."""
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
"""How a PNG begins."""
_KEPT: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_HEADER: Final = 13
"""Bytes of the first chunk, which begins with the picture's size."""
_AROUND: Final = 12
"""Bytes of a chunk beside what it holds: its length and kind before that, its checksum behind."""
_OPTIONAL: Final = 0x20
"""The bit of a kind's first letter that says: who does not know it, may leave it out."""
_SVG_MARK: Final = b"<svg"
_HEAD: Final = 4_096
"""Bytes in which an SVG begins, behind its comments."""


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that the settings name: its name there, the key that names it, and that key's place."""

    name: str
    key: str
    where: Where

    def refused(self, entry: Entry, **values: object) -> ProblemsFoundError:
        """Return what to raise of it."""
        return ProblemsFoundError([problem(entry, self.where, name=self.name, key=self.key, **values)])


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture's file as a report holds it: how its name ends, its bytes, and its size in dots."""

    suffix: str
    content: bytes
    width: int
    height: int


def read_picture(given: NamedFile, content: bytes) -> PictureFile:
    """Return a picture as a report may hold it; the same bytes give the same.

    Raises ``ProblemsFoundError`` for what is no PNG, JPEG or SVG, has too many dots, or refers to anything.
    """
    if _SVG_MARK in content[:_HEAD] and not content.startswith(_SIGNATURE):
        from ipak_cli.report.picture_svg import read_svg  # noqa: PLC0415 (few reports show one)

        return PictureFile("svg", content, *read_svg(given, content))
    try:
        found = _dots(content)
    except (ValueError, struct.error):
        raise given.refused(NOT_A_PICTURE) from None
    if found.width * found.height > MOST_MEGADOTS * 1_000_000:
        raise given.refused(PICTURE_HAS_TOO_MANY_DOTS, most=MOST_MEGADOTS)
    if find_spec("typst") is not None and not _can_be_shown(found):
        raise given.refused(NOT_A_PICTURE)
    return found


def _dots(content: bytes) -> PictureFile:
    if content.startswith(_SIGNATURE):
        return PictureFile("png", *_png(content))
    from ipak_cli.report.picture_jpeg import read_jpeg  # noqa: PLC0415 (as above)

    return PictureFile("jpg", *read_jpeg(content))


def _png(content: bytes) -> tuple[bytes, int, int]:
    """Return a PNG without texts, times, colour profiles and further pictures, and its size in dots.

    What stands behind its end is dropped too: programs that crop leave there what was cut off. Raises
    ``ValueError`` or ``struct.error`` for what is not whole; its dots are left to who shows them.
    """
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


def _can_be_shown(picture: PictureFile) -> bool:
    """Tell whether the typesetter can decode it: what it refuses would end the report."""
    from typst import TypstError  # noqa: PLC0415 (as above)

    from ipak_cli.report.typeset import set_picture  # noqa: PLC0415 (as above)

    try:
        set_picture(f"gambar.{picture.suffix}", picture.content)
    except TypstError:
        return False
    return True
