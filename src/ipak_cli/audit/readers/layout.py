"""What stands where: lines of text with their segments, and tables whose columns have places."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a line that stand together; points."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its segments from left to right, its middle and the height of its letters."""

    segments: tuple[Segment, ...]
    middle: float
    height: float

    @property
    def text(self) -> str:
        """All of the line."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.segments[-1].right


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table: its rows, where its columns begin and end, and its upper and lower end, in points.

    ``filled`` is the part of its cells that hold text.
    """

    rows: tuple[tuple[str, ...], ...]
    columns: tuple[float, ...]
    top: float
    bottom: float
    filled: float = 1.0
