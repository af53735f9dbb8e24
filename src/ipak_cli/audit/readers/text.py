"""Plain text and Markdown: paragraphs by line, tables by tabs or by strokes."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.document import Grid, Passage, Place, TextKind
from ipak_cli.audit.readers.passages import LineKinds, with_captions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.document import Part

_RULER: Final = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>")
_BREAK: Final = re.compile(r"(?i)<(?:br|/p|/li)\s*/?>")
_HASHES: Final = re.compile(r"#{1,6}\s+")
_EMPHASIS: Final = re.compile(r"(\*{1,3}|_{2,3})(?=\S)(.+?)(?<=\S)\1")
_LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_STROKE: Final = re.compile(r"(?<!\\)\|")


def parts_of_text(text: str) -> tuple[Part, ...]:
    """Return the parts of a text file; the place of each is its line."""
    return with_captions(_parts(text.replace("\f", "\n").splitlines()))


def _parts(lines: list[str]) -> Iterator[Part]:
    rows: list[tuple[str, ...]] = []
    first, kinds = 0, LineKinds()
    for number, line in enumerate(lines, start=1):
        cells = _cells(line)
        if cells is not None:
            if _RULER.fullmatch(line.strip()):
                continue
            first = first or number
            rows.append(cells)
            continue
        if rows:
            yield _grid(rows, first)
            rows, first = [], 0
        plain = plain_text(line)
        if not plain:
            continue
        known = TextKind.HEADING if _HASHES.match(line) else None
        kind = kinds.of(line if "\t" in line else plain, known=known)
        yield Passage(plain, kind, Place(line=number))
    if rows:
        yield _grid(rows, first)


def _cells(line: str) -> tuple[str, ...] | None:
    """Return the cells of a table's line: between tabs, or between strokes; ``None`` for running text."""
    stripped = line.strip()
    if stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 1:
        return tuple(map(plain_text, _STROKE.split(stripped)[1:-1]))
    if line.count("\t") >= 2 or ("\t" in line and not line.endswith("\t") and not _leader(line)):
        return tuple(map(plain_text, line.split("\t")))
    return None


def _leader(line: str) -> bool:
    """Tell a line of the contents, whose page number stands behind a tab."""
    return re.fullmatch(r".*\t\s*\d{1,3}\s*", line) is not None


def plain_text(text: str) -> str:
    """Return a line without marks of Markdown and HTML, in single spaces."""
    bare = _TAG.sub("", _BREAK.sub(" ", text))
    bare = _LINK.sub(r"\1", _HASHES.sub("", bare.strip(), count=1))
    bare = _EMPHASIS.sub(r"\2", bare)
    return " ".join(html.unescape(_ESCAPED.sub(r"\1", bare)).split())


def _grid(rows: list[tuple[str, ...]], line: int) -> Grid:
    width = max(map(len, rows))
    return Grid(tuple((*row, *("",) * (width - len(row))) for row in rows), Place(line=line))
