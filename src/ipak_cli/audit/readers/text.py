"""Plain text and Markdown: paragraphs, and tables by strokes, tabs, semicolons or blanks in line."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.document import Grid, Passage, Place, TextKind
from ipak_cli.audit.readers.aligned import aligned_tables
from ipak_cli.audit.readers.layout import Line, Segment
from ipak_cli.audit.readers.passages import LineKinds, with_captions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.audit.document import Part

_RULER: Final = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?")
_DRAWN: Final = re.compile(r"\s*[+├┌└╔╠╚┏┣┗╟][-=+─━═┬┼┴╦╬╩┳╋┻╪╤╧┤┐┘╗╣╝┫┓┛╢\s]*")
_BARS: Final = str.maketrans("│┃║¦", "||||")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,1000}>")
_BREAK: Final = re.compile(r"(?i)<(?:br|/p|/li)\s*/?>")
_HASHES: Final = re.compile(r"#{1,6}\s+")
_EMPHASIS: Final = re.compile(r"(\*{1,3}|_{2,3})(?=\S)(.{1,300}?)(?<=\S)\1")
_PICTURE: Final = re.compile(r"!\[[^\]]{0,2000}\]\([^)]{0,500}\)")
"""A picture, whose description stands in its place only where it cannot be shown."""
_LINK: Final = re.compile(r"\[([^\]]{0,500})\]\([^)]{0,500}\)")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_STROKE: Final = re.compile(r"(?<!\\)\|")
_ITEM: Final = re.compile(r"\s*(?:[-*+•●▪–]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_SENTENCE_END: Final = (".", ":", ";", "!", "?")
_FULL_LINE: Final = 60
"""Letters of a line behind which a paragraph goes on on the next one."""
_LETTER: Final = 6.0
"""Points of a letter, for the measures of a page; lines are twice as far apart."""
_APART: Final = re.compile(r"\S+(?: \S+)*")
_SEMICOLONS: Final = 2


def parts_of_text(text: str) -> tuple[Part, ...]:
    """Return the parts of a text file; the place of each is its line."""
    return with_captions(_parts(text.replace("\f", "\n").translate(_BARS).splitlines()))


def _parts(lines: list[str]) -> Iterator[Part]:
    """Yield tables and paragraphs in their order."""
    tables = {**_aligned(lines), **_marked(lines)}
    kinds = LineKinds()
    paragraph: Passage | None = None
    number = 0
    while number < len(lines):
        if number in tables:
            yield from _given(paragraph)
            paragraph = None
            end, rows = tables[number]
            yield Grid(_filled(rows), Place(line=number + 1))
            number = end
            continue
        line, plain = lines[number], plain_text(lines[number])
        number += 1
        if not any(map(str.isalnum, plain)):
            yield from _given(paragraph)
            paragraph = None
            continue
        known = TextKind.HEADING if _HASHES.match(line) else None
        kind = kinds.of(line if "\t" in line else plain, known=known)
        if paragraph is not None and kind is TextKind.BODY and _goes_on(paragraph, lines[number - 2], line):
            paragraph = replace(paragraph, text=f"{paragraph.text} {plain}")
        else:
            yield from _given(paragraph)
            paragraph = Passage(plain, kind, Place(line=number))
    yield from _given(paragraph)


def _given(paragraph: Passage | None) -> Iterator[Passage]:
    if paragraph is not None:
        yield paragraph


def _goes_on(last: Passage, above: str, line: str) -> bool:
    """Tell whether a line goes on with the paragraph above it, which filled its line."""
    text = plain_text(above)
    full = len(text) >= _FULL_LINE and not text.endswith(_SENTENCE_END) and not above.endswith("  ")
    # Behind a figure may stand the next row of a table that nobody marked as one.
    begun = text[-1:].isalpha() or text.endswith(",") or line.lstrip()[:1].islower()
    return last.kind is TextKind.BODY and full and begun and not _ITEM.match(line)


def _marked(lines: Sequence[str]) -> dict[int, tuple[int, list[tuple[str, ...]]]]:
    """Return the tables whose lines have signs between cells: for each first line the end and the rows."""
    found: dict[int, tuple[int, list[tuple[str, ...]]]] = {}
    n = 0
    while n < len(lines):
        end = n
        rows: list[tuple[str, ...]] = []
        groups: list[list[tuple[str, ...]]] = [[]]
        while end < len(lines) and ((cells := _cells(lines[end])) is not None or _is_ruler(lines[end])):
            if _DRAWN.fullmatch(lines[end]):
                groups.append([])
            elif cells is not None and not _RULER.fullmatch(lines[end].strip()):
                rows.append(cells)
                groups[-1].append(cells)
            end += 1
        groups = [group for group in groups if group]
        if rows and end > n:
            # A drawn table with a line below every row may have rows of several lines.
            found[n] = end, [_one(group) for group in groups] if len(groups) > 2 else rows
        else:
            end = max(end if end > n and not rows else n, _semicolons(lines, n, found))
        n = max(end, n + 1)
    return found


def _is_ruler(line: str) -> bool:
    return len(line.strip()) > 2 and _DRAWN.fullmatch(line) is not None


def _semicolons(lines: Sequence[str], first: int, found: dict[int, tuple[int, list[tuple[str, ...]]]]) -> int:
    """Take lines that have equally many semicolons, as programs write tables; return the end of them."""
    count = lines[first].count(";")
    end = first
    while count >= _SEMICOLONS and end < len(lines) and lines[end].count(";") == count:
        end += 1
    if end - first < 2:
        return first
    found[first] = (
        end,
        [tuple(plain_text(cell.strip(' "')) for cell in line.split(";")) for line in lines[first:end]],
    )
    return end


def _one(group: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return one row of the lines of a row."""
    width = max(map(len, group))
    return tuple(" ".join(row[n] for row in group if n < len(row) and row[n]) for n in range(width))


def _aligned(lines: Sequence[str]) -> dict[int, tuple[int, list[tuple[str, ...]]]]:
    """Return the tables whose columns are blanks in line, as people type them."""
    placed: list[tuple[int, Line]] = []
    for n, line in enumerate(lines):
        wide = line.expandtabs(8) if line[:1] in " \t" else line
        segments = tuple(
            Segment(found[0], found.start() * _LETTER, found.end() * _LETTER)
            for found in _APART.finditer(wide)
        )
        if segments and "\t" not in wide:
            placed.append((n, Line(segments, -2 * _LETTER * n, 1.8 * _LETTER)))
    tables = aligned_tables([line for _, line in placed])
    return {
        placed[first][0]: (placed[end - 1][0] + 1, [tuple(map(plain_text, row)) for row in table.rows])
        for first, end, table in tables
    }


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
    bare = _TAG.sub("", _BREAK.sub(" ", _PICTURE.sub("", text)))
    bare = _LINK.sub(r"\1", _HASHES.sub("", bare.strip(), count=1))
    bare = _EMPHASIS.sub(r"\2", bare)
    return " ".join(html.unescape(_ESCAPED.sub(r"\1", bare)).split())


def _filled(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    width = max(map(len, rows))
    return tuple((*row, *("",) * (width - len(row))) for row in rows)
