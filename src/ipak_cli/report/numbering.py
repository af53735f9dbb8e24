"""Numbers for chapters, sections, tables and figures, and the references to them: given once, by position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.report.outline import Figure, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.report.outline import Chapter

_ROMAN: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents or of a list: ``label`` is the number in words, ``anchor`` where it leads."""

    label: str
    title: str
    anchor: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Numbering:
    """Every label by its key, and the three lists at the front of the report."""

    labels: Mapping[str, str]
    contents: tuple[Entry, ...]
    tables: tuple[Entry, ...]
    figures: tuple[Entry, ...]

    def label(self, key: str) -> str:
        """Return ``BAB III``, ``3.1``, ``Tabel 3.2`` or ``Gambar 3.1``; raises ``KeyError``."""
        return self.labels[key]


def number(chapters: Sequence[Chapter]) -> Numbering:
    """Give everything its number by its position; raises ``ValueError`` when two things have the same key."""
    entries = [entry for n, chapter in enumerate(chapters, start=1) for entry in _chapter(n, chapter)]
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


def _chapter(n: int, chapter: Chapter) -> Iterator[tuple[str, str, Entry]]:
    yield "text", chapter.key, Entry(f"BAB {roman(n)}", chapter.title, chapter.key)
    counts = {"table": 0, "figure": 0}
    for m, section in enumerate(chapter.sections, start=1):
        yield "text", section.key, Entry(f"{n}.{m}", section.title, section.key, 1)
        for block in section.blocks:
            if isinstance(block, Table | Figure):
                kind, name = ("table", "Tabel") if isinstance(block, Table) else ("figure", "Gambar")
                counts[kind] += 1
                yield kind, block.key, Entry(f"{name} {n}.{counts[kind]}", block.caption, block.key)
