"""Make the pictures of an office: as a camera writes them, as a designer does, and as nobody should."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from PIL import Image

from ipak_cli.base.problem import Where
from ipak_cli.report.material import AnnexDocument, AnnexPicture, LoadedPicture, OfficeFiles
from ipak_cli.report.outline import Picture
from ipak_cli.report.picture_files import NamedFile, read_picture

if TYPE_CHECKING:
    from ipak_cli.report.picture_files import PictureFile

LOGO: Final = NamedFile("logo/unit.svg", "report.logos[1]", Where("ipak.yaml", line=7))
RED, BLUE = (200, 30, 30), (30, 30, 200)
GPS, MAKER = "37°", b"Telepon Rekaan X9"
_LEFT_SIDE_UP: Final = 6
"""The orientation of a telephone that was held upright: turn by a quarter to see it."""


def svg(inside: str = '<path d="M0 0H9V9Z"/>', head: str = 'viewBox="0 0 20 10"', before: str = "") -> bytes:
    """Return a drawing of twenty by ten."""
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode()


def photograph(width: int = 40, height: int = 20, *, turned: bool = False) -> bytes:
    """Return a JPEG as a telephone writes it: its left half red, with place and maker in it."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[0x010F] = MAKER.decode()
    exif[0x8825] = {1: "S", 2: (0.0, 54.0, 12.0), 3: "E", 4: (119.0, 52.0, 8.0)}
    if turned:
        exif[0x0112] = _LEFT_SIDE_UP
    made = io.BytesIO()
    image.save(made, "JPEG", quality=95, exif=exif, comment=b"catatan kamera")
    return made.getvalue()


def png(width: int = 30, height: int = 10, mode: str = "RGB") -> bytes:
    """Return a PNG."""
    made = io.BytesIO()
    Image.new(mode, (width, height)).save(made, "PNG")
    return made.getvalue()


def read(content: bytes) -> PictureFile:
    """Read a picture as the report does."""
    return read_picture(LOGO, content)


def loaded(content: bytes, name: str, alt: str) -> LoadedPicture:
    """Return a picture under the name that a report gives it."""
    found = read(content)
    return LoadedPicture(Picture(f"{name}.{found.suffix}", alt, found.width, found.height), found.content)


def office_files() -> OfficeFiles:
    """Return two logos, a photograph and a document."""
    logos = (loaded(svg(), "logo-1", "Logo unit"), loaded(png(), "logo-2", "Logo kementerian"))
    shown = AnnexPicture("Ruang <layanan>", loaded(photograph(), "lampiran-1", "Dua meja & kursi"))
    return OfficeFiles(logos, (shown,), (AnnexDocument("Berita acara", "ba.pdf", 2_450_000, "c3" * 32),))
