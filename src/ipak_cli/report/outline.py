"""The report as values: parts, chapters, sections and blocks, before any layout.

Everything that a reader sees is text here, rounded and written in Indonesian; a template only lays it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.report.charts import Chart


class Align(StrEnum):
    """How a column of a table is set: words at the left, figures at the right."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "center"


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that lead to a numbered part: ``key`` is the part's, ``text`` such as ``bagian 3.5``."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class LinkedText:
    """Running text with references in it, in the order in which it is read."""

    parts: tuple[str | Reference, ...]

    def __str__(self) -> str:
        """Return the text as it is read where nothing can lead anywhere."""
        return "".join(part.text if isinstance(part, Reference) else part for part in self.parts)


RunningText: TypeAlias = str | LinkedText


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    text: RunningText


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of texts, numbered or not."""

    items: tuple[RunningText, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """A part whose words stand in a text template of this name, which an office may replace by its own."""

    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: one text, or several as a list; ``head`` marks the name of its row."""

    texts: tuple[str, ...]
    head: bool = False


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table."""

    title: str
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A numbered table; ``key`` is what references name, ``note`` stands below it."""

    key: str
    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A numbered picture with the table of its figures."""

    key: str
    caption: str
    chart: Chart


Block: TypeAlias = Paragraph | Listing | Prose | ReportTable | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section of a chapter."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: ``BAB I`` and so on."""

    key: str
    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the report."""

    name: str
    position: str | None = None
    nip: str | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover: what the report is, of which quarter, by whom."""

    title: str
    quarter: str
    unit: str
    parent: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block: place and date lines are left to be filled in where they are not known."""

    place_and_date: str
    person: Person | None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report.

    ``missing`` says what the report lacks, one sentence each; ``provenance`` holds pairs of a name and a
    text.
    """

    cover: Cover
    directors: tuple[Person, ...]
    editors: tuple[Person, ...]
    preface: tuple[Block, ...]
    chapters: tuple[Chapter, ...]
    signature: Signature
    provenance: tuple[tuple[str, str], ...]
    missing: tuple[str, ...] = ()


def figures_of(report: Report) -> Iterator[Figure]:
    """Yield every picture of a report, in order."""
    for chapter in report.chapters:
        for section in chapter.sections:
            yield from (block for block in section.blocks if isinstance(block, Figure))
