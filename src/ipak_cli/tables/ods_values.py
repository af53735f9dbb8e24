"""What an OpenDocument cell says: its text, and by its attributes its value and how often it repeats."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from ipak_cli.tables.book import finite_cell
from ipak_cli.tables.cell import Cell, ErrorCell, UncachedFormula
from ipak_cli.tables.number_format import Display

LONGEST_TEXT: Final = 65_536
"""Characters in a cell; programs stop at 32,767 or 65,535."""
_SPACES: Final = re.compile(r"[ \t\r\n]+")
_ERROR: Final = re.compile(r"#(NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A)|Err:\d{3}")
_DURATION: Final = re.compile(
    r"(-?)P(?:(\d{1,7})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:[.,](\d+))?S)?)?"
)
_MIDNIGHT: Final = datetime.fromisoformat("2000-01-01")

Attributes = dict[str, str]


@dataclass(slots=True)
class CellText:
    """The text of a cell, which comes in pieces of paragraphs; each paragraph but the first begins a line."""

    in_paragraph: bool = False
    _paragraphs: int = 0
    _length: int = 0
    _pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What has come so far."""
        return "".join(self._pieces)

    def begin_paragraph(self) -> None:
        """Begin a paragraph, in which alone text counts."""
        self.in_paragraph = True
        if self._paragraphs:
            self.add("\n")
        self._paragraphs += 1

    def add_characters(self, text: str) -> None:
        """Add text as it is written: white space in a row counts as one space."""
        self.add(_SPACES.sub(" ", text))

    def add(self, text: str) -> None:
        """Add what counts as it is. Raises ``ValueError`` where the text is longer than a cell can hold."""
        if not self.in_paragraph:
            return
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise ValueError("a cell's text is too long")
        self._pieces.append(text)


def count(attributes: Attributes, name: str) -> int:
    """Return how often something repeats. Raises ``ValueError`` for what is not a count."""
    text = attributes.get(name)
    if text is None:
        return 1
    if not (text.isascii() and text.isdigit() and len(text) <= 10):
        raise ValueError(f"not a count: {text[:20]!r}")
    return max(1, int(text))


def value_of(attributes: Attributes, text: str) -> Cell:
    """Return what a cell holds. Raises ``ValueError`` for a number that is none."""
    if not attributes:
        return text
    kind = attributes.get("office:value-type", "")
    formula = "table:formula" in attributes
    if attributes.get("calcext:value-type") == "error" or (formula and _ERROR.fullmatch(text)):
        return ErrorCell(text or "#ERROR!")
    if kind in ("float", "currency", "percentage"):
        shown = Display.PERCENT if kind == "percentage" else Display.NUMBER
        return finite_cell(float(attributes["office:value"]), shown, epoch_1904=False)
    if kind == "boolean":
        return attributes["office:boolean-value"] == "true"
    if kind == "date":
        return _moment(attributes.get("office:date-value", ""), text)
    if kind == "time":
        return _duration(attributes.get("office:time-value", ""), text)
    if kind == "" and formula and not text:
        return UncachedFormula()
    return text or attributes.get("office:string-value", "")


def _moment(value: str, text: str) -> datetime | date | str:
    """Read a day, with or without a time; one that no calendar has stays the text that the cell shows."""
    try:
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    except ValueError:
        return text or value


def _duration(value: str, text: str) -> time | timedelta | str:
    """Read a time of day, or a longer or negative span as such."""
    match = _DURATION.fullmatch(value)
    if match is None:
        return text or value
    sign, days, hours, minutes, seconds, decimals = match.groups(default="0")
    span = timedelta(
        days=int(days),
        hours=int(hours),
        minutes=int(minutes),
        seconds=int(seconds),
        microseconds=int(decimals[:6].ljust(6, "0")),
    )
    if sign == "-":
        return -span
    return (_MIDNIGHT + span).time() if span < timedelta(days=1) else span
