"""What charts are drawn from and what they come to: frozen values, exact up to the drawing, and labels."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NOT_SCORED, ends_of, figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ipak_cli.base.figures import Figure


_ROUND: Final = (1, 2, 5, 10, 20, 50)
_MOST_MARKS: Final = 10
_MOST_LONG_MARKS: Final = 5
"""How many parts of an axis are named at most, and how many by numbers of three digits."""


@dataclass(frozen=True, slots=True)
class ChartScale:
    """The ends of a scale, which are also the ends of an axis."""

    lowest: int
    highest: int

    def __str__(self) -> str:
        return f"{self.lowest} sampai {self.highest}"

    @property
    def steps(self) -> range:
        """Every whole value, lowest first."""
        return range(self.lowest, self.highest + 1)

    @property
    def marks(self) -> tuple[int, ...]:
        """The values that an axis names: all of them, or both ends and round ones between."""
        long = self.highest - self.lowest
        most = _MOST_MARKS if self.highest < 100 else _MOST_LONG_MARKS
        step = next((step for step in _ROUND if long <= most * step), long)
        between = (value for value in self.steps if value % step == 0)
        inner = (value for value in between if self.lowest + step <= value <= self.highest - step)
        return (self.lowest, *inner, self.highest)


NO_SURVEY: Final = "belum ada hasil"
_STEPS: Final = (Fraction(1, 10), Fraction(1, 5), Fraction(1, 2), *map(Fraction, (1, 2, 5, 10, 20, 50)))
_MOST_STEPS: Final = 5


@dataclass(frozen=True, slots=True)
class Axis:
    """The part of the scale that is drawn, cut to whole steps around the figures."""

    low: Fraction
    high: Fraction
    step: Fraction

    @property
    def ticks(self) -> list[Fraction]:
        """The lines of the grid, lowest first."""
        return [
            self.low + self.step * number for number in range(int((self.high - self.low) / self.step) + 1)
        ]


def axis_around(values: Sequence[Fraction], scale: ChartScale) -> Axis:
    """Return the part of a scale around figures, or all of it where there are none."""
    lowest, highest = (
        min(values, default=Fraction(scale.lowest)),
        max(values, default=Fraction(scale.highest)),
    )
    for step in _STEPS:
        low, high = floor(lowest / step) * step, ceil(highest / step) * step
        if low == high:
            low, high = (low, high + step) if high < scale.highest else (low - step, high)
        if high - low <= _MOST_STEPS * step:
            break
    return Axis(low, high, step)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, its figure on the scale, and the target that it is measured against, if any."""

    label: str
    value: Figure | None
    target: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Bars under one heading, such as the items of an index."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Stars:
    """A period's count of each value, the lowest first; ``absent`` stands there where none are known."""

    period: str
    counts: tuple[int, ...] | None
    absent: str = NO_SURVEY


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The figures of a chart as text, for the table beside it."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """SVG text that can stand in HTML or in a file, and its size in units, of which letters have 15."""

    svg: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart, and what it shows in words and figures.

    ``narrow`` is for telephones, ``wide`` for paper and larger screens; both show the same.
    """

    name: str
    title: str
    description: str
    table: ChartTable
    narrow: Drawing
    wide: Drawing

    @property
    def file_name(self) -> str:
        """The name of the chart's own file, where it has one."""
        return f"{self.name}.svg"

    @property
    def words(self) -> str:
        """What stands for the chart where it cannot be seen."""
        return f"{self.title}. {self.description}"


def known(value: Figure | None) -> Fraction | None:
    """Return the figure to draw, ``None`` where there is none: of two ends the lower, which is reached."""
    ends = None if value is None else ends_of(value)
    return None if ends is None else ends[0]


def shown(value: Figure | None) -> str:
    """Write a figure with a decimal comma, both its ends, or the sign for one that is missing."""
    return NOT_SCORED if value is None else figure(value)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour's part in a chart, how it looks on white paper and what dark mode makes of it."""

    part: str
    light: str
    dark: str


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
_ANCHORS: Final = (
    (0, "#a3133b", "#ff8fa3"),
    (3, "#bf7a00", "#e3a52b"),
    (7, "#4f97c9", "#4f9fd6"),
    (10, "#0a4f80", "#9fd3f5"),
)
"""Colours from the lowest to the highest value of a scale, on white and in the dark; their place to ten."""
MOST_LEVELS: Final = 11
"""How many values of a scale have colours that can be told apart."""


def _mixed(one: str, other: str, share: Fraction) -> str:
    """Return the colour that lies between two, a share of the way from the one to the other."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in pairs)


def _level_colour(place: int) -> Colour:
    before, after = next(pair for pair in pairwise(_ANCHORS) if pair[0][0] <= place <= pair[1][0])
    share = Fraction(place - before[0], after[0] - before[0])
    return Colour(f"level-{place}", _mixed(before[1], after[1], share), _mixed(before[2], after[2], share))


LEVELS: Final = tuple(map(_level_colour, range(MOST_LEVELS)))
COLOURS: Final = (PAPER, INK, MUTED, GRID, TRACK, GAP, *SERIES, *LEVELS)


def level_colours(count: int) -> tuple[Colour, ...]:
    """Return a colour for each of ``count`` values, lowest first; at most ``MOST_LEVELS``."""
    last = max(count - 1, 1)
    return tuple(LEVELS[(20 * number + last) // (2 * last)] for number in range(count))


def stylesheet() -> str:
    """Return the CSS for a page that holds charts: which drawing is seen, its size, its colours in the dark.

    A drawing also looks right without it: dark on white, as wide as its container.
    """
    dark = " ".join(_rules(colour, colour.dark) for colour in COLOURS)
    return (
        ".chart { display: block; width: 100%; max-width: 52rem; height: auto; margin-inline: auto; "
        "font-family: inherit; }\n"
        ".chart.narrow { display: none; max-width: 34rem; }\n"
        "@media screen and (max-width: 46rem) { .chart.narrow { display: block; } "
        ".chart.wide { display: none; } }\n"
        f"{_rules(PAPER, 'transparent')}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ {dark} }}\n"
        "@media print { .chart { max-width: 162mm; max-height: 215mm; break-inside: avoid; } }\n"
    )


def _rules(colour: Colour, value: str) -> str:
    part = colour.part
    return f".chart .fill-{part} {{ fill: {value}; }} .chart .stroke-{part} {{ stroke: {value}; }}"


LONGEST: Final = 400
"""Characters that are looked at; no chart shows as many in one label."""
ELLIPSIS: Final = "…"
_DASH: Final = "–"
"""Where a word that is too long is cut first: between two dates."""


def clean(text: str) -> str:
    """Return a text on one line, without control characters and marks that steer the writing direction."""
    seen = (c if c.isprintable() else " " for c in text if unicodedata.category(c) != "Cf")
    return " ".join("".join(seen).split())


def wrap(text: str, fits: Callable[[str], bool], *, lines: int) -> list[str]:
    """Return a cleaned text in at most ``lines`` lines that fit; what is left out becomes an ellipsis."""
    wrapped = _wrapped(clean(text)[:LONGEST], fits)
    if len(wrapped) <= lines:
        return wrapped
    return [*wrapped[: lines - 1], _shortened(wrapped[lines - 1], fits)]


def _wrapped(text: str, fits: Callable[[str], bool]) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(word, fits):
            if lines and fits(f"{lines[-1]} {piece}"):
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """Cut a word that is longer than a line into pieces that are not."""
    while word and not fits(word):
        longest = ([part for part in accumulate(word) if fits(part)] or [word[0]])[-1]
        piece = longest[: longest.rfind(_DASH) + 1] or longest
        yield piece
        word = word.removeprefix(piece)
    if word:
        yield word


def _shortened(line: str, fits: Callable[[str], bool]) -> str:
    while line and not fits(line + ELLIPSIS):
        line = line[:-1].rstrip()
    return line + ELLIPSIS
