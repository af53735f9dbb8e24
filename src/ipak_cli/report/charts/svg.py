"""The one place that knows Matplotlib: figures in units from the top left, their text and their SVG.

Matplotlib is imported when the first chart is drawn. The user's settings and styles and the fonts of the
machine take no part, and nothing is written to the user's folders.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from functools import cache
from io import StringIO
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Literal
from warnings import catch_warnings
from xml.etree.ElementTree import Element, SubElement, tostring

from defusedxml.ElementTree import fromstring

from ipak_cli.report.charts.values import COLOURS, INK, PAPER, Chart, clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.typing import RcKeyType

    from ipak_cli.report.charts.values import ChartTable, Colour


WIDTH: Final = 480
"""How wide charts are in their own units, unless they have more to show."""

SIZE: Final = 15
"""Letters in units: readable where a phone shows ``WIDTH``, and no larger than text in print."""

LINE: Final = 20
"""Units from one line of text to the next."""

_MARGIN: Final = 6  # for strokes and letters that reach over the edge
_FONT: Final = "DejaVu Sans"  # comes with Matplotlib, and is wide: what fits in it fits in other fonts
_UNITS_PER_INCH: Final = 72
_SETTINGS: Final[dict[RcKeyType, object]] = {
    "font.family": [_FONT],
    "hatch.linewidth": 1.6,
    "svg.fonttype": "none",
    "svg.hashsalt": "ipak",
    "text.parse_math": False,
}
_NO_METADATA: Final = {"Creator": None, "Date": None, "Format": None, "Type": None}


@dataclass(frozen=True, slots=True)
class Pen:
    """How a text is written: its colour, its weight, and which of its ends stands at the place."""

    anchor: Literal["left", "center", "right"] = "left"
    colour: Colour = INK
    bold: bool = False


def draw(paint: Callable[[Figure], None]) -> str:
    """Return the SVG that Matplotlib makes of what ``paint`` puts on a figure."""
    _load()
    from matplotlib import rc_context, rcParamsDefault  # noqa: PLC0415 (takes a second: only for a chart)
    from matplotlib.figure import Figure  # noqa: PLC0415 (as above)

    svg = StringIO()
    # Matplotlib's own font lacks some scripts, and it warns of them; the reader's fonts will have them.
    with catch_warnings(action="ignore"), rc_context(rcParamsDefault), rc_context(_SETTINGS):
        figure = Figure(facecolor=PAPER.light)
        paint(figure)
        for artist in figure.findobj():
            artist.set_clip_on(False)  # nothing lies outside, and clipping would need paths of its own
        figure.savefig(svg, format="svg", metadata=_NO_METADATA)
    return svg.getvalue()


def sheet(figure: Figure, width: float, height: float) -> Axes:
    """Give a figure its size; return invisible axes that count units from the top left, in a margin."""
    wide, high = width + 2 * _MARGIN, height + 2 * _MARGIN
    figure.set_size_inches(wide / _UNITS_PER_INCH, high / _UNITS_PER_INCH)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set(xlim=(-_MARGIN, width + _MARGIN), ylim=(height + _MARGIN, -_MARGIN))
    return axes


def write(axes: Axes, place: tuple[float, float], text: str, pen: Pen) -> None:
    """Write one line of text; ``place`` is on its base line."""
    weight = "bold" if pen.bold else "normal"
    colour = pen.colour.light
    axes.text(*place, text, color=colour, fontsize=SIZE, fontweight=weight, ha=pen.anchor, va="baseline")


def fits(width: float, *, bold: bool = False) -> Callable[[str], bool]:
    """Return the question whether a text fits into a width; to be asked while a chart is drawn."""
    return lambda text: sum(_width(letter, bold=bold) for letter in text) <= width


@cache
def _width(letter: str, *, bold: bool) -> float:
    """Return a letter's width; a text is at most as wide as its letters one by one, and quicker measured."""
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415 (as above)
    from matplotlib.textpath import text_to_path  # noqa: PLC0415 (as above)

    if unicodedata.east_asian_width(letter) in "WF":
        return SIZE * 4 / 3  # emoji and East Asian letters, for which the font has only a narrow box
    font = FontProperties(family=_FONT, size=SIZE, weight="bold" if bold else "normal")
    width, _, _ = text_to_path.get_text_width_height_descent(letter, font, ismath=False)
    return float(width)


def _load() -> None:
    """Import Matplotlib as if nobody had settings for it; a process that already has it keeps its own."""
    if "matplotlib.figure" in sys.modules:
        return
    with TemporaryDirectory() as folder, chdir(folder), _environment(folder):
        import matplotlib.figure  # noqa: F401, PLC0415 (as above)


@contextmanager
def _environment(folder: str) -> Iterator[None]:
    """Name an empty folder as the place of settings and font lists, and let system fonts be."""
    ours = {
        "MATPLOTLIBRC": folder,
        "MPLCONFIGDIR": folder,
        "MPLBACKEND": "svg",
        "MPL_IGNORE_SYSTEM_FONTS": "1",
    }
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


_BY_LIGHT: Final = {colour.light: colour for colour in COLOURS}
_DROPPED: Final = {"metadata", "style"}  # a style element would speak to the whole page
_URL: Final = re.compile(r"url\(#(.+)\)")
_LONG_NUMBER: Final = re.compile(r"-?\d+\.\d{3,}")
_NO_TURN: Final = re.compile(r"rotate\(-?0 [^)]*\)")
_TEXT_ATTRIBUTES: Final = {"font-family", "font-style"}  # the page's, given once at the root


@dataclass(frozen=True, slots=True)
class Caption:
    """What a drawing is called: in ids, in its title, and in words for those who cannot see it."""

    name: str
    title: str
    description: str


def finished(drawing: str, caption: Caption, table: ChartTable) -> Chart:
    """Return the chart: the drawing as an ``svg`` element that says what it shows.

    Its ids begin with the caption's name. Each colour stands twice: as an attribute, for viewers that know
    no custom properties, and as CSS that lets a page set it.
    """
    raw = fromstring(drawing)
    title, description = clean(caption.title), clean(caption.description)
    root = Element("svg", _root_attributes(raw, caption.name))
    for part, text in (("title", title), ("desc", description)):
        SubElement(root, part, {"id": f"{caption.name}-{part}"}).text = text
    ids = _new_ids(raw, caption.name)
    for child in raw:
        root.extend(_cleaned(child, ids))
    return Chart(caption.name, tostring(root, encoding="unicode") + "\n", title, description, table)


def _root_attributes(raw: Element, name: str) -> dict[str, str]:
    return {
        "xmlns": "http://www.w3.org/2000/svg",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "class": "chart",
        "viewBox": _short_numbers(raw.attrib["viewBox"]),
        "width": "100%",
        "role": "img",
        "aria-labelledby": f"{name}-title {name}-desc",
        "font-family": "sans-serif",
        "stroke-linejoin": "round",
    }


def _new_ids(raw: Element, name: str) -> dict[str, str]:
    """Return new names of the ids that something refers to, in the order of the references."""
    pairs = (pair for element in raw.iter() for pair in _declarations(element))
    references = dict.fromkeys(found for key, value in pairs if (found := _reference(key, value)))
    return {old: f"{name}-{number}" for number, old in enumerate(references, 1)}


def _reference(key: str, value: str) -> str | None:
    if key == "xlink:href":
        return value.removeprefix("#")
    url = _URL.fullmatch(value)
    return url[1] if url else None


def _cleaned(element: Element, ids: Mapping[str, str]) -> Iterator[Element]:
    """Return what stays of an element: itself, or its children where it only grouped them."""
    tag = element.tag.rpartition("}")[2]
    if tag in _DROPPED:
        return
    children = [kept for child in element for kept in _cleaned(child, ids)]
    attributes = dict(_attributes(element, ids))
    if not attributes and tag in {"g", "defs"} and (tag == "g" or not children):
        yield from children
        return
    kept = Element(tag, attributes)
    kept.text = element.text if tag == "text" else None
    kept.extend(children)
    yield kept


def _attributes(element: Element, ids: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    styles: list[str] = []
    for key, value in _declarations(element):
        if key == "id":
            if value in ids:
                yield key, ids[value]
        elif reference := _reference(key, value):
            yield key, value.replace(reference, ids[reference])
        elif key not in _TEXT_ATTRIBUTES and not _NO_TURN.fullmatch(value):
            yield key, _short_numbers(value)
        if colour := _BY_LIGHT.get(value):
            styles.append(f"{key}: {colour.css}")
    if styles:
        yield "style", "; ".join(styles)


def _declarations(element: Element) -> Iterator[tuple[str, str]]:
    """Return attributes and the parts of ``style``, all of which SVG knows as attributes."""
    for key, value in element.attrib.items():
        if key == "style":
            pairs = (declaration.partition(":") for declaration in value.split(";") if declaration.strip())
            yield from ((name.strip(), text.strip()) for name, _, text in pairs)
        else:
            yield key.replace("{http://www.w3.org/1999/xlink}", "xlink:"), value


def _short_numbers(value: str) -> str:
    """Write numbers with at most two decimals, and single spaces between them."""
    short = _LONG_NUMBER.sub(lambda match: f"{float(match[0]):.2f}".rstrip("0").rstrip("."), value)
    return " ".join(short.split())
