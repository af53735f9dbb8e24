"""Charts as SVG: shapes in units from the top left, in literal colours, and the picture that they make.

A colour stands as an attribute, which every viewer understands: a browser, an office program, a typesetter.
Its class lets a page give it another one, since CSS goes before attributes.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal
from xml.etree.ElementTree import Element, SubElement, tostring

from ipak_cli.report.charts.values import GAP, INK, PAPER, Chart, Drawing, clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ipak_cli.report.charts.values import ChartTable, Colour

SIZE: Final = 15
"""Letters in units: readable where a telephone shows a chart, and no larger than text in print."""

NARROW: Final = 480
"""How wide a drawing for telephones is in units."""

WIDE: Final = 759
"""How wide a drawing for paper and larger screens is: with its margins the text of A4 in nine points."""

LINE: Final = 20
"""Units from one line of text to the next on telephones."""

TIGHT: Final = 17
"""Units from one line of text to the next on paper."""

_MARGIN: Final = 6  # for strokes and letters that reach over the edge
_FONTS: Final = "Arial, Liberation Sans, Helvetica, DejaVu Sans, sans-serif"
_HATCH_APART: Final = 9
_HATCH_THICK: Final = 1.6

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, width and height."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How a text is written: its colour, its weight, and which of its ends stands at the place."""

    anchor: Literal["start", "middle", "end"] = "start"
    colour: Colour = INK
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: its colour, how thick it is, and the lengths of its dashes and gaps."""

    colour: Colour
    thick: float = 1
    dashes: tuple[float, ...] = ()


# Hundredths of the size of the letters from space to tilde in DejaVu Sans, rounded up. Hardly a font of
# screens and offices is wider: what fits in it fits in others.
_REGULAR: Final = (
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
    61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64,
    64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
)  # fmt: skip
_BOLD: Final = (
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70,
    70, 70, 40, 40, 84, 84, 84, 59, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 86,
    74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 50, 50, 68, 72, 60, 72, 68, 44, 72,
    72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
)  # fmt: skip
_FIRST: Final = ord(" ")
_WIDEST: Final = 117
_WIDE: Final = 134
"""An emoji, and an East Asian letter."""


def text_width(text: str, *, bold: bool = False) -> float:
    """Return how wide a text is at most, in units of a chart; kerning only makes it narrower."""
    widths = _BOLD if bold else _REGULAR
    return SIZE * sum(_letter_width(letter, widths) for letter in text) / 100


def fits(width: float, *, bold: bool = False) -> Callable[[str], bool]:
    """Return a predicate that tells whether a text fits into a width."""
    return lambda text: text_width(text, bold=bold) <= width


def _letter_width(letter: str, widths: tuple[int, ...]) -> int:
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    plain = unicodedata.normalize("NFKD", letter)[0]  # a letter with a mark above is as wide as without it
    place = ord(plain) - _FIRST
    return widths[place] if 0 <= place < len(widths) else _WIDEST


def text(place: Point, words: str, pen: Pen) -> Element:
    """Return one line of text; ``place`` is on its base line."""
    x, y = place
    attributes = {"x": _number(x), "y": _number(y), **_filled(pen.colour)}
    if pen.anchor != "start":
        attributes["text-anchor"] = pen.anchor
    if pen.bold:
        attributes["font-weight"] = "bold"
    element = Element("text", attributes)
    element.text = clean(words)
    return element


def bar(box: Box, colour: Colour) -> Element:
    """Return a filled rectangle."""
    return Element("path", {"d": _closed(_corners(box)), **_filled(colour)})


def line(points: Sequence[Point], stroke: Stroke) -> Element:
    """Return a line through points."""
    return Element("path", {"d": _open(points), "fill": "none", **_stroked(stroke)})


def broken_line(parts: Iterable[Sequence[Point]], stroke: Stroke) -> Element:
    """Return lines that belong together, such as a line with gaps."""
    return Element("path", {"d": " ".join(map(_open, parts)), "fill": "none", **_stroked(stroke)})


def hatch(box: Box, slopes: str) -> Iterator[Element]:
    """Yield the hatching of a rectangle, in each direction of ``slopes``: rising, falling, level, upright."""
    stroke = Stroke(GAP, _HATCH_THICK)
    for slope in slopes:
        if parts := list(_HATCHES[slope](box)):
            yield broken_line(parts, stroke)


def _rising(box: Box) -> Iterator[tuple[Point, Point]]:
    """Yield lines from the lower left to the upper right, each cut at the edges of the box."""
    left, top, width, height = box
    for start in _steps(_HATCH_APART, width + height):
        low, high = max(0.0, start - height), min(width, start)
        yield (left + low, top + start - low), (left + high, top + start - high)


def _falling(box: Box) -> Iterator[tuple[Point, Point]]:
    _, top, _, height = box
    middle = top + height / 2
    for (x1, y1), (x2, y2) in _rising(box):
        yield (x1, 2 * middle - y1), (x2, 2 * middle - y2)


def _level(box: Box) -> Iterator[tuple[Point, Point]]:
    left, top, width, height = box
    for down in _steps(_HATCH_APART / 1.5, height):
        yield (left, top + down), (left + width, top + down)


def _upright(box: Box) -> Iterator[tuple[Point, Point]]:
    left, top, width, height = box
    for across in _steps(_HATCH_APART / 1.5, width):
        yield (left + across, top), (left + across, top + height)


_HATCHES: Final = {"/": _rising, "\\": _falling, "-": _level, "|": _upright}


def _steps(step: float, end: float) -> Iterator[float]:
    return (step * number for number in range(1, math.ceil(end / step)))


Shape = Literal["circle", "square", "triangle", "diamond", "pentagon"]
"""What marks a figure on a line."""

_CORNERS: Final = {"circle": 0, "square": 4, "triangle": 3, "diamond": 4, "pentagon": 5}


def marker(place: Point, shape: Shape, size: float, colour: Colour) -> Element:
    """Return a mark of a figure, with a thin edge that parts it from what lies behind."""
    x, y = place
    look = {**_filled(colour), "stroke": GAP.light}
    look["class"] += f" stroke-{GAP.part}"
    if shape == "circle":
        return Element("circle", {"cx": _number(x), "cy": _number(y), "r": _number(size / 2), **look})
    turns = [2 * math.pi * number / _CORNERS[shape] for number in range(_CORNERS[shape])]
    if shape == "square":
        turns = [turn + math.pi / 4 for turn in turns]
    reach = size / 2 if shape == "pentagon" else size * 0.65
    corners = [(x + reach * math.sin(turn), y - reach * math.cos(turn)) for turn in turns]
    return Element("path", {"d": _closed(corners), **look})


@dataclass(frozen=True, slots=True)
class Caption:
    """What a drawing is called: in ids, in its title, and in words for those who cannot see it."""

    name: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn and how wide and high it is."""

    shapes: tuple[Element, ...]
    width: float
    height: float


def finished(caption: Caption, table: ChartTable, *, narrow: Sheet, wide: Sheet) -> Chart:
    """Return the chart of two sheets with the same figures, each as an ``svg`` that says what it shows."""
    title, description = clean(caption.title), clean(caption.description)
    said = Caption(caption.name, title, description)
    return Chart(
        caption.name,
        title,
        description,
        table,
        _drawing(narrow, said, "narrow"),
        _drawing(wide, said, "wide"),
    )


def _drawing(sheet: Sheet, caption: Caption, form: Literal["narrow", "wide"]) -> Drawing:
    box = (-_MARGIN, -_MARGIN, sheet.width + 2 * _MARGIN, sheet.height + 2 * _MARGIN)
    parts = {"title": caption.title, "desc": caption.description}
    ids = {part: f"{caption.name}-{form}-{part}" for part in parts}
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": f"chart {form}",
            "viewBox": " ".join(map(_number, box)),
            "width": "100%",
            "role": "img",
            "aria-labelledby": " ".join(ids.values()),
            "font-family": _FONTS,
            "font-size": str(SIZE),
            "stroke-linejoin": "round",
        },
    )
    for part, words in parts.items():
        SubElement(root, part, {"id": ids[part]}).text = words
    root.append(bar(box, PAPER))
    root.extend(sheet.shapes)
    return Drawing(tostring(root, encoding="unicode") + "\n", box[2], box[3])


def _filled(colour: Colour) -> dict[str, str]:
    return {"fill": colour.light, "class": f"fill-{colour.part}"}


def _stroked(stroke: Stroke) -> dict[str, str]:
    found = {"stroke": stroke.colour.light, "class": f"stroke-{stroke.colour.part}"}
    if stroke.thick != 1:
        found["stroke-width"] = _number(stroke.thick)
    if stroke.dashes:
        found["stroke-dasharray"] = " ".join(map(_number, stroke.dashes))
    return found


def _corners(box: Box) -> list[Point]:
    left, top, width, height = box
    return [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]


def _open(points: Sequence[Point]) -> str:
    return "M" + " L".join(f"{_number(x)} {_number(y)}" for x, y in points)


def _closed(points: Sequence[Point]) -> str:
    return f"{_open(points)} Z"


def _number(value: float) -> str:
    """Write a number with at most two decimals, and no sign before a nought."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
