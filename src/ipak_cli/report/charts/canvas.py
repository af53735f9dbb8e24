"""The one place that knows Matplotlib: figures in units from the top left, their text and their SVG.

Matplotlib is imported when the first chart is drawn. The user's settings and styles and the fonts of the
machine take no part, and nothing is written to the user's folders.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from functools import cache
from io import StringIO
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Literal
from warnings import catch_warnings

from ipak_cli.report.charts.palette import INK, PAPER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.typing import RcKeyType

    from ipak_cli.report.charts.palette import Colour

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
