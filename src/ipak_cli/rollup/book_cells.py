"""The cells and sheets of a roll-up's workbook: numbers as they are, words where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored, figure
from ipak_cli.catalogue.indonesian import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from ipak_cli.base.figures import Figure
    from ipak_cli.base.message import Message


class Look(Enum):
    """How a cell is shown: its number's format, or that words stand where a figure should be."""

    TITLE = "title"
    HEAD = "head"
    NOTE = "note"
    TEXT = "text"
    WORDS = "words"
    COUNT = "count"
    FIGURE = "figure"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: a text, or an exact number that the spreadsheet program rounds where it shows it."""

    value: str | int | float | Fraction
    look: Look = Look.TEXT


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet: its title and notes, then a table, of which the first ``frozen`` columns stay in sight.

    ``widths`` are characters. ``pages`` are the columns, from 0, at which printed pages begin where the table
    is too wide for one.
    """

    name: str
    title: str
    heads: Sequence[str]
    widths: Sequence[float]
    rows: Iterable[Sequence[Cell | None]]
    notes: Sequence[str] = ()
    frozen: int = 2
    pages: Sequence[int] = ()


def text(value: str | None) -> Cell | None:
    """Return the cell of a text; none where there is none."""
    return Cell(value) if value else None


def note(value: str) -> Cell | None:
    """Return the cell of a sentence, on as many lines as it needs; none where there is none."""
    return Cell(value, Look.NOTE) if value else None


def said(message: Message | None) -> Cell | None:
    """Return the cell of a reason; none where there is none."""
    return None if message is None else note(say(message))


def count(value: int | None) -> Cell | None:
    """Return the cell of how many; none where it is not known."""
    return None if value is None else Cell(value, Look.COUNT)


def number(value: Figure, look: Look = Look.FIGURE) -> Cell:
    """Return the cell of a figure, or of both its ends, or of the sign for none."""
    return Cell(figure(value), Look.WORDS) if isinstance(value, NotScored) else Cell(value, look)
