"""The numbers of a report's parts, tables and pictures: each is given once, by position."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.report.outline import Figure, Photograph, ReportTable, figures_of, pictures_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ipak_cli.report.outline import Block, Chapter, Report, Section

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
    """Every label by its key, and the lists at the front of the report."""

    labels: Mapping[str, str]
    contents: tuple[ContentsLine, ...]
    annexes: tuple[ContentsLine, ...]
    tables: tuple[ContentsLine, ...]
    figures: tuple[ContentsLine, ...]

    def label(self, key: str) -> str:
        """Return ``BAB III``, ``3.1``, ``Lampiran 1``, ``Tabel 3.2`` or ``Gambar 3.1``.

        Raises ``UnknownReferenceError``.
        """
        if key not in self.labels:
            raise UnknownReferenceError(key, self.labels)
        return self.labels[key]


@dataclass(frozen=True, slots=True)
class NumberedReport:
    """A report that only has to be laid out: its prose is written and its parts have their numbers.

    ``pictures`` holds what the files of the office's own pictures hold, by their names.
    """

    report: Report
    numbering: Numbering
    pictures: Mapping[str, bytes] = field(default_factory=dict)


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
    charts = [figure.chart.name for figure in figures_of(report)]
    if len(set(charts)) < len(charts):
        raise ValueError(f"two charts have the same name: {', '.join(charts)}")
    pictures = [picture.file_name for picture in pictures_of(report)]
    if len(set(pictures)) < len(pictures):
        raise ValueError(f"two pictures have the same name: {', '.join(pictures)}")
    chapters = enumerate(report.chapters, start=1)
    annexes = enumerate(report.annexes, start=1)
    entries = [
        *(entry for n, chapter in chapters for entry in _chapter(n, chapter)),
        *(entry for n, annex in annexes for entry in _annex(n, annex)),
    ]
    labels: dict[str, str] = {}
    for _, key, entry in entries:
        if key in labels:
            raise ValueError(f"two parts of the report are called {key}")
        labels[key] = entry.label
    kinds = {kind: tuple(entry for each, _, entry in entries if each == kind) for kind, _, _ in entries}
    return Numbering(labels, *(kinds.get(kind, ()) for kind in ("text", "annex", "table", "figure")))


def roman(n: int) -> str:
    """Write a chapter's number, 1 to 39, in Roman letters."""
    text = ""
    for value, letters in _ROMAN:
        while n >= value:
            text, n = text + letters, n - value
    return text


def _chapter(n: int, chapter: Chapter) -> Iterator[tuple[str, str, ContentsLine]]:
    yield "text", chapter.key, ContentsLine(f"BAB {roman(n)}", chapter.title, chapter.key)
    for m, section in enumerate(chapter.sections, start=1):
        yield "text", section.key, ContentsLine(f"{n}.{m}", section.title, section.key, 1)
    yield from _numbered(str(n), (block for section in chapter.sections for block in section.blocks))


def _annex(n: int, annex: Section) -> Iterator[tuple[str, str, ContentsLine]]:
    yield "annex", annex.key, ContentsLine(f"Lampiran {n}", annex.title, annex.key, 1)
    yield from _numbered(f"L{n}", annex.blocks)


def _numbered(part: str, blocks: Iterable[Block]) -> Iterator[tuple[str, str, ContentsLine]]:
    """Yield the tables and the pictures of a chapter or an annex, each kind numbered by itself."""
    counts = {"table": 0, "figure": 0}
    for block in blocks:
        if isinstance(block, ReportTable | Figure | Photograph):
            kind, name = ("table", "Tabel") if isinstance(block, ReportTable) else ("figure", "Gambar")
            counts[kind] += 1
            yield kind, block.key, ContentsLine(f"{name} {part}.{counts[kind]}", block.caption, block.key)
