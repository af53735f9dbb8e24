"""The colours of charts: safe for colour-blind readers, and told apart on white and on dark paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour's part in a chart, how it looks on white paper and what dark mode makes of it.

    ``light`` is what is drawn; it must be the only colour of that value, since it is found again by it.
    """

    part: str
    light: str
    dark: str

    @property
    def css(self) -> str:
        """The CSS value: a custom property of the page, or else the colour on white paper."""
        return f"var({self.variable}, {self.light})"

    @property
    def variable(self) -> str:
        """The name of the custom property."""
        return f"--chart-{self.part}"


PAPER: Final = Colour("paper", "#ffffff", "transparent")
INK: Final = Colour("ink", "#1f2328", "currentColor")
MUTED: Final = Colour("muted", "#57606a", "#a9b4c0")
GRID: Final = Colour("grid", "#d0d7de", "#4a525c")
TRACK: Final = Colour("track", "#eaeef2", "#30363d")
GAP: Final = Colour("gap", "#fefefe", "#14181d")
SERIES: Final = (
    Colour("1", "#0072b2", "#56b4e9"),
    Colour("2", "#c65300", "#f0883e"),
    Colour("3", "#00845f", "#3fc79a"),
    Colour("4", "#7a5195", "#c9a0dc"),
)
LEVELS: Final = (
    Colour("level-1", "#a3133b", "#ff8fa3"),
    Colour("level-2", "#bf7a00", "#e3a52b"),
    Colour("level-3", "#4f97c9", "#4f9fd6"),
    Colour("level-4", "#0a4f80", "#9fd3f5"),
)
COLOURS: Final = (PAPER, INK, MUTED, GRID, TRACK, GAP, *SERIES, *LEVELS)


def stylesheet() -> str:
    """Return the CSS for a page that holds charts: their size, and their colours in dark mode and in print.

    A chart also looks right without it: dark on white, as wide as its container.
    """
    dark = "".join(f" {colour.variable}: {colour.dark};" for colour in COLOURS)
    return (
        ".chart { display: block; width: 100%; max-width: 34rem; height: auto; margin-inline: auto; "
        f"font-family: inherit; {PAPER.variable}: transparent; {INK.variable}: currentColor; }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ .chart {{{dark} }} }}\n"
        "@media print { .chart { max-width: 135mm; max-height: 215mm; break-inside: avoid; } }\n"
    )
