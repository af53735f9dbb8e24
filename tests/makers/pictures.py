"""Make the pictures of an office: as a camera writes them, as a designer does, and as nobody should."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Where
from ipak_cli.report.office_files import AnnexDocument, AnnexPicture, LoadedPicture, OfficeFiles
from ipak_cli.report.outline import Picture
from ipak_cli.report.picture_files import NamedFile, read_picture
from makers.jpeg import exif, jpeg, orientation, segment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipak_cli.report.picture_files import PictureFile

LOGO: Final = NamedFile("logo/unit.svg", "report.logos[1]", Where("ipak.yaml", line=7))
RED, GREEN, BLUE, YELLOW = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0)
SECRET: Final = b"RAHASIA-KAMERA"
"""What a camera or a program wrote into each part of a file that is not for drawing."""
_SHOWN_AT: Final = {
    1: lambda x, y: (x, y), 2: lambda x, y: (1 - x, y), 3: lambda x, y: (1 - x, 1 - y),
    4: lambda x, y: (x, 1 - y), 5: lambda x, y: (y, x), 6: lambda x, y: (1 - y, x),
    7: lambda x, y: (1 - y, 1 - x), 8: lambda x, y: (y, 1 - x),
}  # fmt: skip
"""For each orientation, where a stored dot is shown; both from 0 to 1."""


def svg(inside: str = '<path d="M0 0H9V9Z"/>', head: str = 'viewBox="0 0 20 10"', before: str = "") -> bytes:
    """Return a drawing of twenty by ten."""
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode()


def corners(x: float, y: float):
    """Return the colour of a picture whose corners are red, green, blue and yellow, as they are read."""
    return ((RED, GREEN), (BLUE, YELLOW))[y > 0.5][x > 0.5]


def held(turn: int, size: tuple[int, int] = (384, 256), order: str = ">") -> bytes:
    """Return a JPEG that shows the four corners, of this size as it is shown, from a camera held that way."""
    stored = size if turn < 5 else (size[1], size[0])
    return jpeg(stored, lambda x, y: corners(*_SHOWN_AT[turn](x, y)), notes=[orientation(turn, order)])


def photograph(width: int = 384, height: int = 256) -> bytes:
    """Return a JPEG as a telephone writes it, with a secret in every part that is not for drawing."""
    thumbnail = b"JFIF\0\1\1\1\0\x48\0\x48\x02\x03" + SECRET + bytes(4)
    place = [(0x010F, 2, len(SECRET), struct.pack(">I", 38)), (0x8825, 4, 1, struct.pack(">I", 38))]
    notes = [
        segment(0xE0, thumbnail), segment(0xE0, b"JFXX\0\x10" + SECRET), exif(place, behind=SECRET),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
        *(segment(marker, SECRET) for marker in range(0xE2, 0xEE)),
        segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + SECRET), segment(0xEE, SECRET), segment(0xEF, SECRET),
        segment(0xFE, SECRET),
    ]  # fmt: skip
    return jpeg((width, height), corners, notes=notes) + b"ftypmp4 " + SECRET


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    """Return a chunk of a PNG with its length and checksum."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(
    width: int = 30,
    height: int = 10,
    *,
    bits: int = 8,
    kind: int = 2,
    interlaced: bool = False,
    before: Iterable[bytes] = (),
    behind: bytes = b"",
) -> bytes:
    """Return a PNG all of whose bytes of dots are nought; ``before`` are chunks before those of its dots."""
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[kind]
    places = _SEVEN if interlaced else ((0, 0, 1, 1),)
    passes = [(-(-(width - x) // across), -(-(height - y) // down)) for x, y, across, down in places]
    dots = b"".join(bytes(high * (1 + -(-wide * samples * bits // 8))) for wide, high in passes if wide > 0)
    head = struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, interlaced)
    parts = (chunk(b"IHDR", head), *before, chunk(b"IDAT", zlib.compress(dots)), chunk(b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + behind


_SEVEN: Final = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)
)  # fmt: skip
"""The passes of an interlaced PNG: where each starts, and its steps to the right and down."""


def noted_png() -> bytes:
    """Return a PNG with a secret in every part that is not for drawing; it is also an animation."""
    kinds = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"iCCP", b"acTL", b"fcTL", b"fdAT", b"prVt")
    return png(before=[chunk(kind, SECRET) for kind in kinds], behind=SECRET)


def read(content: bytes) -> PictureFile:
    """Read a picture as the report does."""
    return read_picture(LOGO, content)


def loaded(content: bytes, name: str, alt: str) -> LoadedPicture:
    """Return a picture under the name that a report gives it."""
    found = read(content)
    return LoadedPicture(Picture(f"{name}.{found.suffix}", alt, found.width, found.height), found.content)


def office_files(*more: bytes) -> OfficeFiles:
    """Return two logos, a photograph, more pictures, and a document."""
    logos = (loaded(svg(), "logo-1", "Logo unit"), loaded(noted_png(), "logo-2", "Logo kementerian"))
    shown = [AnnexPicture("Ruang <layanan>", loaded(photograph(), "lampiran-1", "Dua meja & kursi"))]
    for n, content in enumerate(more, start=2):
        shown.append(AnnexPicture(f"Foto {n}", loaded(content, f"lampiran-{n}", f"Foto ke-{n}")))
    return OfficeFiles(logos, tuple(shown), (AnnexDocument("Berita acara", "ba.pdf", 2_450_000, "c3" * 32),))
