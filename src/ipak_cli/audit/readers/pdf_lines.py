"""Letters of a page put into lines, words and segments by where they stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.readers.layout import Line, Segment
from ipak_cli.audit.readers.words import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipak_cli.audit.readers.pdf_pages import Glyph

_SAME_LINE: Final = 0.4
"""Of a letter's height: how far its middle may be from the line's."""
_BLANK: Final = 0.13
"""Of a letter's height: the gap from which there is a blank."""
_APART: Final = 0.7
"""Of a letter's height: the gap from which what follows may be another column; lines that are set to both
edges have gaps up to six tenths."""


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines of some letters, from top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: -(each.top + each.bottom)):
        if rows and _is_beside(rows[-1], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [_line(row) for row in rows]


def text_of(glyphs: Iterable[Glyph]) -> str:
    """Return the text of some letters, such as those in a cell, in one line."""
    return one_line("\n".join(line.text for line in lines_of(glyphs)))


def _is_beside(row: Sequence[Glyph], glyph: Glyph) -> bool:
    first = row[0]
    height = max(first.top - first.bottom, glyph.top - glyph.bottom)
    return abs((first.top + first.bottom) - (glyph.top + glyph.bottom)) / 2 <= _SAME_LINE * height


def _line(row: Sequence[Glyph]) -> Line:
    letters = sorted(row, key=lambda each: each.left)
    height = sorted(each.top - each.bottom for each in letters)[len(letters) // 2]
    segments: list[Segment] = []
    text, left, right = "", letters[0].left, letters[0].left
    for letter in letters:
        gap = letter.left - right
        if text and gap > _APART * height:
            segments.append(Segment(text, left, right))
            text, left = "", letter.left
        text += f" {letter.text}" if text and gap > _BLANK * height else letter.text
        right = max(right, letter.right) if text != letter.text else letter.right
    segments.append(Segment(text, left, right))
    middle = sum(each.top + each.bottom for each in letters) / len(letters) / 2
    return Line(with_signs(segments), middle, height)


def with_signs(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Take the sign of a list's item, such as a dot, for the beginning of what stands behind it."""
    if len(segments) < 2 or any(map(str.isalnum, segments[0].text)):
        return tuple(segments)
    return (replace(segments[1], left=segments[0].left), *segments[2:])
