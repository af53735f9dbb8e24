"""Typst sets the PDF and turns charts into pixels: with its own letters alone, so the same everywhere."""

from __future__ import annotations

import json
from contextlib import nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

import typst

from ipak_cli.report.templates import templates_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_FAMILIAR: Final = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))) | frozenset(
    "\n\t–—‘’“”•…−≥≤×"
)
"""Letters and signs of Indonesian texts, which the typesetter's letters are known to have."""
_SIGNS: Final = b"""#set document(title: "x", date: datetime(year: 2000, month: 1, day: 1))
#set text(lang: "id", font: "Libertinus Serif")
#json("signs.json")
"""
_ANY_DAY: Final = date(2000, 1, 1)
_PICTURE: Final = """#set page(width: auto, height: auto, margin: 0pt)
#set text(font: "Libertinus Serif")
#image("chart.svg", width: {width}mm)
"""
_SHOWN: Final = """#set document(title: "x")
#image("{name}", alt: "x", width: 1mm)
"""


class NoSingleDocumentError(Exception):
    """The typesetter made several pictures, a page each, where one was asked for."""


def set_pdf(template: str, files: Mapping[str, bytes], day: date, pictures: Mapping[str, bytes]) -> bytes:
    """Return what a template of ``templates/typst`` makes of the files that it reads.

    It is PDF/A-2a and PDF/UA-1, or nothing: Typst refuses what is not. ``pictures`` are those of dots;
    drawings stand among the files. ``day`` is the date that the document carries; the same inputs give the
    same bytes. A sign that the letters lack raises ``typst.TypstError``: see :func:`unprintable`.
    """
    source = (templates_folder() / "typst" / template).read_bytes()
    return compiled({"main.typ": source, **files}, "pdf", day=day, pictures=pictures)


def set_picture(name: str, content: bytes) -> bytes:
    """Return a PDF that shows a picture of dots; raises ``typst.TypstError`` where that cannot be done."""
    return compiled({"main.typ": _SHOWN.format(name=name).encode()}, "pdf", pictures={name: content})


def draw_png(svg: str, *, width: float, dots: int) -> bytes:
    """Return a chart as PNG: ``width`` in millimetres, ``dots`` an inch."""
    source = _PICTURE.format(width=round(width, 2)).encode()
    return compiled({"main.typ": source, "chart.svg": svg.encode()}, "png", dots=dots)


def unprintable(texts: Iterable[str]) -> frozenset[str]:
    """Return the signs of texts that the typesetter's letters lack, such as emoji: it is asked for them."""
    unfamiliar = sorted(set().union(*map(set, texts)) - _FAMILIAR)
    return frozenset(_lacking(unfamiliar))


def _lacking(signs: list[str]) -> list[str]:
    """Return which of the signs cannot be shown, by halves: most texts have none, or a few."""
    if not signs or _can_show(signs):
        return []
    if len(signs) == 1:
        return signs
    middle = len(signs) // 2
    return _lacking(signs[:middle]) + _lacking(signs[middle:])


def _can_show(signs: list[str]) -> bool:
    try:
        compiled({"main.typ": _SIGNS, "signs.json": json.dumps(" ".join(signs)).encode()}, "pdf")
    except typst.TypstError:
        return False
    return True


def compiled(
    files: Mapping[str, bytes],
    kind: Literal["pdf", "png", "svg"],
    *,
    day: date = _ANY_DAY,
    dots: int = 72,
    fonts: Sequence[str] = (),
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """Compile the file ``main.typ``, which may read the others; ``dots`` an inch are a picture's.

    ``files`` are texts, drawings among them: from memory Typst takes nothing else. ``pictures`` are those of
    dots, which lie in a folder meanwhile. ``fonts`` are folders of letters beside the typesetter's own. What
    a template reads beside all these it does not find: never in the folder where the program runs.
    """
    with (
        TemporaryDirectory(prefix="ipak-")
        if pictures
        else nullcontext(str(templates_folder() / "typst")) as root
    ):
        for name, content in pictures.items():
            (Path(root) / name).write_bytes(content)
        made = typst.compile(
            dict(files),  # type: ignore[call-overload]  # its types lack files in memory, its manual has them
            format=kind,
            ppi=dots,
            root=root,
            font_paths=[*fonts],
            ignore_system_fonts=True,
            pdf_standards=["a-2a", "ua-1"] if kind == "pdf" else None,
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )
    if not isinstance(made, bytes):
        raise NoSingleDocumentError
    return made
