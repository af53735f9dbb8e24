"""Pictures that an office gives: read within limits, made small, and without what a camera wrote into them.

A photograph tells where and with which telephone it was taken. So its dots alone are kept: it is turned as
its camera was held, made small enough to send, and written anew.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.report import NOT_A_PICTURE, PICTURE_HAS_TOO_MANY_DOTS
from ipak_cli.report.picture_svg import read_svg

if TYPE_CHECKING:
    from PIL.Image import Image

    from ipak_cli.base.problem import Entry, Where
    from ipak_cli.report.outline import Picture

MEDIA: Final = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}
"""What kind of content a picture's file has, by how its name ends."""
MOST_MEGADOTS: Final = 64
"""Millions of dots of a picture: what the cameras of telephones take at most; more is memory and no use."""
LONGEST_SIDE: Final = 1_600
"""Dots of a picture's longer side in a report: sharp at ten centimetres in print, small enough to send."""
_QUALITY: Final = 85
_SVG_MARK: Final = b"<svg"
_DAMAGED: Final = (
    ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, SyntaxError, TypeError, ValueError,
    struct.error, zlib.error,
)  # fmt: skip
"""What the decoders raise for bytes that are no picture, or half of one."""


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
    if _SVG_MARK in content[:_HEAD] and not content.startswith(b"\x89PNG"):
        return PictureFile("svg", content, *read_svg(given, content))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd marks in a file that can be shown all the same
            return _dots(given, content)
    except _DAMAGED:
        raise given.refused(NOT_A_PICTURE) from None


_HEAD: Final = 4_096
"""Bytes in which an SVG begins, behind its comments."""


def _dots(given: NamedFile, content: bytes) -> PictureFile:
    from PIL import Image, ImageOps  # noqa: PLC0415 (few reports have pictures of the office's)

    try:
        image: Image.Image = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
    except Image.DecompressionBombError:
        raise given.refused(PICTURE_HAS_TOO_MANY_DOTS, most=MOST_MEGADOTS) from None
    if image.width * image.height > MOST_MEGADOTS * 1_000_000:
        raise given.refused(PICTURE_HAS_TOO_MANY_DOTS, most=MOST_MEGADOTS)
    is_photograph = image.format != "PNG"
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # decodes a large photograph at a fraction of its size
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return _written(upright, is_photograph=is_photograph)


def _written(image: Image, *, is_photograph: bool) -> PictureFile:
    """Write the dots alone: a new picture has no metadata to take along."""
    from PIL import Image as Images  # noqa: PLC0415 (as above)

    shown = image.convert("RGB" if is_photograph or not image.has_transparency_data else "RGBA")
    dots = Images.new(shown.mode, shown.size)
    dots.paste(shown)
    made = io.BytesIO()
    if is_photograph:
        dots.save(made, "JPEG", quality=_QUALITY, optimize=True)
    else:
        dots.save(made, "PNG", optimize=True)
    return PictureFile("jpg" if is_photograph else "png", made.getvalue(), *dots.size)


def as_svg(picture: Picture, content: bytes) -> str:
    """Return a picture as a drawing that holds it: the typesetter takes texts alone."""
    suffix = picture.file_name.rpartition(".")[2]
    if suffix == "svg":
        return content.decode("utf-8-sig")
    size = f'width="{picture.width}" height="{picture.height}"'
    data = f"data:{MEDIA[suffix]};base64,{b64encode(content).decode()}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{data}"/></svg>'
