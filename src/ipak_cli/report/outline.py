"""The report as values: parts, chapters, sections and blocks, and their numbers, before any layout.

Everything that a reader sees is text here, rounded and written in Indonesian; a template only lays it out.
A number is given once, by position.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.report.extent import Extent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
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
    """The cover: what the report is, of which period, by whom."""

    title: str
    period: str
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

    ``day`` is the date that its files carry: the period's last day, so that the same inputs give the same
    bytes. ``missing`` says what the report lacks, one sentence each; ``provenance`` holds pairs of a name and
    a text. With reasons in ``draft`` every format marks it as a draft.
    """

    day: date
    cover: Cover
    directors: tuple[Person, ...]
    editors: tuple[Person, ...]
    preface: tuple[Block, ...]
    summary: tuple[Block, ...]
    chapters: tuple[Chapter, ...]
    signature: Signature
    provenance: tuple[tuple[str, str], ...]
    missing: tuple[str, ...] = ()
    draft: tuple[str, ...] = ()
    extent: Extent = Extent.FULL


def figures_of(report: Report) -> Iterator[Figure]:
    """Yield every picture of a report, in order."""
    for chapter in report.chapters:
        for section in chapter.sections:
            yield from (block for block in section.blocks if isinstance(block, Figure))


_ROMAN: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents or of a list: ``label`` is the number in words, ``anchor`` where it leads."""

    label: str
    title: str
    anchor: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Numbering:
    """Every label by its key, and the three lists at the front of the report."""

    labels: Mapping[str, str]
    contents: tuple[ContentsLine, ...]
    tables: tuple[ContentsLine, ...]
    figures: tuple[ContentsLine, ...]

    def label(self, key: str) -> str:
        """Return ``BAB III``, ``3.1``, ``Tabel 3.2`` or ``Gambar 3.1``; raises ``UnknownReferenceError``."""
        if key not in self.labels:
            raise UnknownReferenceError(key, self.labels)
        return self.labels[key]


@dataclass(frozen=True, slots=True)
class NumberedReport:
    """A report that only has to be laid out: its prose is written and its parts have their numbers."""

    report: Report
    numbering: Numbering


class UnknownReferenceError(LookupError):
    """Something refers to a part, table or figure that the report does not have."""

    def __init__(self, key: str, known: Iterable[str]) -> None:
        super().__init__(f"the report has no part that is called {key}")
        self.key = key
        self.known = tuple(known)


def number(report: Report) -> Numbering:
    """Give everything its number by its position.

    Raises ``ValueError`` when two parts have the same key, or two pictures the same name, since their ids and
    files would be the same.
    """
    names = [figure.chart.name for figure in figures_of(report)]
    if len(set(names)) < len(names):
        raise ValueError(f"two charts have the same name: {', '.join(names)}")
    chapters = enumerate(report.chapters, start=1)
    entries = [entry for n, chapter in chapters for entry in _chapter(n, chapter)]
    labels: dict[str, str] = {}
    for _, key, entry in entries:
        if key in labels:
            raise ValueError(f"two parts of the report are called {key}")
        labels[key] = entry.label
    kinds = {kind: tuple(entry for each, _, entry in entries if each == kind) for kind, _, _ in entries}
    return Numbering(labels, kinds.get("text", ()), kinds.get("table", ()), kinds.get("figure", ()))


def roman(n: int) -> str:
    """Write a chapter's number, 1 to 39, in Roman letters."""
    text = ""
    for value, letters in _ROMAN:
        while n >= value:
            text, n = text + letters, n - value
    return text


def _chapter(n: int, chapter: Chapter) -> Iterator[tuple[str, str, ContentsLine]]:
    yield "text", chapter.key, ContentsLine(f"BAB {roman(n)}", chapter.title, chapter.key)
    counts = {"table": 0, "figure": 0}
    for m, section in enumerate(chapter.sections, start=1):
        yield "text", section.key, ContentsLine(f"{n}.{m}", section.title, section.key, 1)
        for block in section.blocks:
            if isinstance(block, ReportTable | Figure):
                kind, name = ("table", "Tabel") if isinstance(block, ReportTable) else ("figure", "Gambar")
                counts[kind] += 1
                yield kind, block.key, ContentsLine(f"{name} {n}.{counts[kind]}", block.caption, block.key)
