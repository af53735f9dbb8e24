"""The report as values: parts, chapters, sections and blocks, before any layout.

Everything that a reader sees is text here, rounded and written in Indonesian; a template only lays it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from ipak_cli.report.extent import Extent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

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


def parts_of(text: RunningText) -> tuple[str | Reference, ...]:
    """Return the parts of running text in the order in which they are read."""
    return text.parts if isinstance(text, LinkedText) else (text,)


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


Row: TypeAlias = tuple[Cell, ...]


def row(*texts: str, head: int | None = 0) -> Row:
    """Make a row of plain cells; the one at ``head`` names it."""
    return tuple(Cell((text,), head=number == head) for number, text in enumerate(texts))


def left(*titles: str) -> tuple[TableColumn, ...]:
    """Make columns of words."""
    return tuple(TableColumn(title) for title in titles)


def right(*titles: str) -> tuple[TableColumn, ...]:
    """Make columns of figures."""
    return tuple(TableColumn(title, Align.RIGHT) for title in titles)


def centred(*titles: str) -> tuple[TableColumn, ...]:
    """Make columns of marks."""
    return tuple(TableColumn(title, Align.CENTRE) for title in titles)


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A numbered table; ``key`` is what references name, ``note`` stands below it."""

    key: str
    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[Row, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A numbered picture with the table of its figures."""

    key: str
    caption: str
    chart: Chart


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the office gave: its file beside the report, its words, and its size in dots.

    ``alt`` stands for it where it cannot be seen. What the file holds is no part of the outline: see
    :class:`~ipak_cli.report.numbering.NumberedReport`.
    """

    file_name: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Photograph:
    """A numbered picture that the office gave; it is counted with the charts."""

    key: str
    caption: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class Details:
    """Names and what belongs to each, in small letters: where a report comes from, files named in it."""

    pairs: tuple[tuple[str, str], ...]


Block: TypeAlias = Paragraph | Listing | Prose | ReportTable | Figure | Photograph | Details


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section of a chapter, or an annex."""

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
class Role:
    """A part in the making of the report, such as ``Pengarah``, and who had it."""

    title: str
    people: tuple[Person, ...]

    @property
    def line(self) -> str:
        """The part and its people on one line."""
        names = (f"{each.name} ({each.position})" if each.position else each.name for each in self.people)
        return f"{self.title}: {'; '.join(names)}"


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover: what the report is, of which period, by whom; ``logos`` stand side by side above it."""

    title: str
    period: str
    unit: str
    parent: str | None
    address: str | None
    logos: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block: place and date lines are left to be filled in where they are not known."""

    place_and_date: str
    person: Person | None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report.

    ``day`` is the date that its files carry: the period's last day, so that the same inputs give the same
    bytes. The ``annexes`` come behind the signature. ``missing`` says what the report lacks, one sentence
    each. With reasons in ``draft`` every format marks it as a draft.
    """

    day: date
    cover: Cover
    roles: tuple[Role, ...]
    preface: tuple[Block, ...]
    summary: tuple[Block, ...]
    chapters: tuple[Chapter, ...]
    signature: Signature
    annexes: tuple[Section, ...] = ()
    missing: tuple[str, ...] = ()
    draft: tuple[str, ...] = ()
    extent: Extent = Extent.FULL


def sections_of(report: Report) -> Iterator[Section]:
    """Yield every section of a report and then its annexes, in order."""
    for chapter in report.chapters:
        yield from chapter.sections
    yield from report.annexes


def figures_of(report: Report) -> Iterator[Figure]:
    """Yield every chart of a report, in order."""
    for section in sections_of(report):
        yield from (block for block in section.blocks if isinstance(block, Figure))


def pictures_of(report: Report) -> Iterator[Picture]:
    """Yield every picture that the office gave, in order: the logos, then the photographs."""
    yield from report.cover.logos
    for section in sections_of(report):
        yield from (block.picture for block in section.blocks if isinstance(block, Photograph))
