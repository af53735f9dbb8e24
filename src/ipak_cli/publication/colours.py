"""An office's two colours: contrast by WCAG 2, and a darker shade of one that would be hard to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

WHITE: Final = "#ffffff"
INK: Final = "#1b232c"
SOFT: Final = "#4a5664"
MAIN: Final = "#163a63"
ACCENT: Final = "#a9741a"
TEXT_CONTRAST: Final = 4.5
"""What WCAG 2 asks of text at level AA (1.4.3); large text would do with 3, and gets the same here."""
SHAPE_CONTRAST: Final = 3.0
"""What it asks of shapes that carry meaning (1.4.11), here the bars of the items."""
_TINT: Final = 0.06
_STEP: Final = 0.98
"""How much of a colour is left at each step on its way to a shade that is dark enough."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a publication, as ``#rrggbb``: the main one, its tint, the accent, and those of text."""

    main: str
    accent: str
    tint: str
    ink: str = INK
    soft: str = SOFT
    paper: str = WHITE

    def pairs(self) -> Iterator[tuple[str, str, str, float]]:
        """Yield each colour that stands on another: its name, both, and the contrast that they need."""
        yield from (("text", self.ink, ground, TEXT_CONTRAST) for ground in (self.paper, self.tint))
        yield from (("notes", self.soft, ground, TEXT_CONTRAST) for ground in (self.paper, self.tint))
        yield from (("headings", self.main, ground, TEXT_CONTRAST) for ground in (self.paper, self.tint))
        yield "text on the main colour", self.paper, self.main, TEXT_CONTRAST
        yield "bars", self.accent, self.paper, SHAPE_CONTRAST


@dataclass(frozen=True, slots=True)
class Darkened:
    """A colour that is too light: its least contrast to what is behind it, what it needs, the shade used."""

    colour: str
    contrast: float
    least: float
    used: str


def palette(given: Sequence[str]) -> tuple[Palette, tuple[Darkened, ...]]:
    """Return the colours to use for those of an office, the main one first, and which of them were too light.

    One alone is used for both. A colour that white paper drowns keeps its hue and becomes darker.
    """
    main, accent = (each.lower() for each in ((*given, given[0])[:2] if given else (MAIN, ACCENT)))
    dark = _dark_enough(main, _of_text, TEXT_CONTRAST)
    shape = _dark_enough(accent, _of_bars, SHAPE_CONTRAST)
    told = (
        Darkened(colour, measure(colour), least, used)
        for colour, measure, least, used in (
            (main, _of_text, TEXT_CONTRAST, dark),
            (accent, _of_bars, SHAPE_CONTRAST, shape),
        )
        if colour != used
    )
    return Palette(dark, shape, _tint(dark)), tuple(told)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours by WCAG 2, from 1 to 21."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` by WCAG 2, from 0 to 1: its grey in print."""
    red, green, blue = (_linear(value / 255) for value in bytes.fromhex(colour.removeprefix("#")))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _of_text(colour: str) -> float:
    """Return the contrast of headings to their grounds: white and the tint of their own colour."""
    return min(contrast(colour, WHITE), contrast(colour, _tint(colour)))


def _of_bars(colour: str) -> float:
    return contrast(colour, WHITE)


def _dark_enough(colour: str, measure: Callable[[str], float], least: float) -> str:
    """Return the lightest shade of a colour whose contrast is enough."""
    share, shade = 1.0, colour
    while measure(shade) < least:
        share *= _STEP
        shade = _mixed(colour, "#000000", share)
    return shade


def _tint(colour: str) -> str:
    return _mixed(colour, WHITE, _TINT)


def _mixed(colour: str, other: str, share: float) -> str:
    """Return a colour of which ``share`` is the first and the rest the other."""
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(int(a * share + b * (1 - share) + 0.5) for a, b in pairs).hex()
