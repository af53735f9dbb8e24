"""The sheet in its sizes: what is published as data for the typesetter's template."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import asdict, dataclass
from datetime import date
from fractions import Fraction
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal

from ipak_cli.publication import qr
from ipak_cli.publication.message import message
from ipak_cli.publication.words import DRAFT_NOTE, NOT_SCORED
from ipak_cli.report.layout import DRAFT
from ipak_cli.report.prose import tidy
from ipak_cli.report.templates import templates_folder
from ipak_cli.report.typeset import NoSingleDocumentError, compiled, unprintable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.publication.colours import Palette
    from ipak_cli.publication.sheet import Publication

TEMPLATE: Final = "publikasi.typ"
DATA: Final = "publikasi.json"
CODE: Final = "qr.svg"
_NO_SIGN: Final = "□"
"""What stands for a sign that the letters lack."""


@dataclass(frozen=True, slots=True)
class Size:
    """A size of the sheet: its file, the kind of that, the width and the height in points.

    ``headings`` is the least size of headings and figures, in parts of which the width has 210.
    """

    file: str
    kind: Literal["pdf", "png", "svg"]
    width: float
    height: float
    headings: float


DOTS: Final = 144
"""Dots an inch of the pictures: two for each point of the sheet."""
DISTANCE: Final = 3_000.0
"""Millimetres from which headings and figures are read on A3."""
LETTER: Final = DISTANCE / 400
"""Millimetres, at least, of a capital letter or a figure that is read from there: nearly nine minutes of arc,
where good eyes need five."""
CAPITALS: Final = 1433 / 2000
"""How high a capital letter of Lato is, in parts of its size."""
_FROM_AFAR: Final = 7.6
"""The size on paper: on A3, whose width is 297 mm, capitals are 7.7 mm high."""
_IN_HAND: Final = 6.4
_MM: Final = 72 / 25.4
SIZES: Final = (
    Size("publikasi-a4.pdf", "pdf", 210 * _MM, 297 * _MM, _FROM_AFAR),
    Size("publikasi-a3.pdf", "pdf", 297 * _MM, 420 * _MM, _FROM_AFAR),
    Size("publikasi-1080x1350.png", "png", 540, 675, _IN_HAND),
    Size("publikasi-1080x1920.png", "png", 540, 960, _IN_HAND),
    Size("publikasi.svg", "svg", 210 * _MM, 297 * _MM, _FROM_AFAR),
)


_TYPES: Final = {"svg": "svg+xml", "jpg": "jpeg"}
"""What a kind of picture is called in an address, where that is not how its file's name ends."""


@dataclass(frozen=True, slots=True)
class Logo:
    """An office's mark: a file name by which the typesetter knows its kind, its content, what it shows."""

    file: str
    content: bytes
    words: str

    @property
    def address(self) -> str:
        """The content as an address that a page holds in itself."""
        end = self.file.rpartition(".")[2]
        return f"data:image/{_TYPES.get(end, end)};base64,{b64encode(self.content).decode()}"


class SeveralPagesError(Exception):
    """A template made more than one page of a size."""


def typeset(
    given: Publication,
    size: Size,
    colours: Palette,
    *,
    logos: Sequence[Logo] = (),
    template: bytes | None = None,
) -> bytes:
    """Return the sheet in one size; the same values give the same bytes.

    ``template`` is an office's own, in the place of the shipped one. ``□`` stands for a sign that the letters
    lack. Raises ``typst.TypstError`` for the faults of a template, and ``SeveralPagesError``.
    """
    text = json.dumps(_data(given, size, colours, logos), ensure_ascii=False, default=_as_json)
    signs = dict.fromkeys(map(ord, unprintable([text])), _NO_SIGN)
    needed = {DATA: text.translate(signs).encode()}
    if given.link is not None and given.link.has_code:
        needed[CODE] = qr.drawn(given.link.address).encode()
    marks = {logo.file: logo.content for logo in logos}
    drawn = {name: content for name, content in marks.items() if name.endswith(".svg")}
    try:
        made = compiled(
            {"main.typ": template or _shipped(), **needed, **drawn},
            size.kind,
            day=given.day,
            dots=DOTS,
            fonts=_fonts(),
            pictures={name: content for name, content in marks.items() if name not in drawn},
        )
    except NoSingleDocumentError:
        raise SeveralPagesError from None
    return _named(made, given) if size.kind == "svg" else made


def _named(svg: bytes, given: Publication) -> bytes:
    """Give the drawing a title and the message as its description, for who cannot see it."""
    title = escape(f"{given.title}, {given.period}, {given.unit}")
    words = f"<title>{title}</title><desc>{escape(tidy(message(given)))}</desc>".encode()
    head, close, rest = svg.partition(b">")
    return head.replace(b"<svg ", b'<svg role="img" ', 1) + close + words + rest.rstrip() + b"\n"


def _shipped() -> bytes:
    return (templates_folder() / "typst" / TEMPLATE).read_bytes()


def _fonts() -> tuple[str, ...]:
    return (str(files("font_lato") / "files"),)


def _data(given: Publication, size: Size, colours: Palette, logos: Sequence[Logo]) -> dict[str, object]:
    """Return what a template may name: the publication's own fields, the size in points, the colours."""
    return {
        **asdict(given),
        "draft": DRAFT if given.draft else None,
        "draft_note": DRAFT_NOTE if given.draft else None,
        "not_scored": NOT_SCORED,
        "headings": size.headings,
        "width": size.width,
        "height": size.height,
        "colours": asdict(colours),
        "logos": [{"file": logo.file, "words": logo.words} for logo in logos],
    }


def _as_json(value: object) -> object:
    match value:
        case date():
            return value.year, value.month, value.day
        case Fraction():
            return round(float(value), 4)
        case _:
            raise TypeError(f"no part of a publication: {value!r}")
