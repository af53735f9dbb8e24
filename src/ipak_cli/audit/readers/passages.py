"""What kind a line of a report is, and tables that go on behind a page's end: shared by every reader."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.audit.document import Grid, Passage, TextKind
from ipak_cli.audit.number_words import read_numbers
from ipak_cli.audit.readers.words import FIGURE, one_line
from ipak_cli.base.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipak_cli.audit.document import Part

    Rows: TypeAlias = tuple[tuple[str, ...], ...]

_CAPTION: Final = re.compile(
    r"(?i)(tabel|gambar|grafik|diagram)\s+([0-9]+(?:\s*[.-]\s*[0-9]+)*|[IVX]+)\b\s*[.:]?\s*(.*)"
)
_ON_PART: Final = re.compile(r"(?i)\b(?:tabel|gambar|grafik|diagram)\s+[\dIVX]")
"""Words on a numbered part, such as ``Angka Gambar 3.1``: they are no title of their own."""
_CHAPTER: Final = re.compile(r"(?i)bab\s+([IVX]+|\d+)\b.*")
_SECTION: Final = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+[^\W\d].{0,120}")
_DOTS: Final = re.compile(r"(?:\.\s?){4,}\s*\d*\s*$|…+\s*\d*\s*$|\t\s*\d{1,3}\s*$")
_PAGE_AT_END: Final = re.compile(r"\s\d{1,3}$")
_LISTED: Final = re.compile(
    r"(?i)[-•*]?\s*(?:bab|tabel|gambar|grafik|lampiran|\d+\.\d+|kata pengantar|ringkasan|daftar)\b.*"
)
_CONTENTS: Final = re.compile(r"(?i)daftar\s+(?:isi|tabel|gambar|grafik|lampiran)")
_LONGEST_LINE: Final = 1_000
"""Letters of a line that may be more than running text."""
_LONGEST_HEADING: Final = 150


class LineKinds:
    """The kinds of a document's lines, one after the other: a list at its front lasts until running text."""

    def __init__(self) -> None:
        self._in_contents = False

    def of(self, line: str, *, known: TextKind | None = None) -> TextKind:
        """Return what the next line is; ``known`` is what its style or its tag says, where that says it."""
        if _CONTENTS.fullmatch(line.strip()):
            self._in_contents = True
            return TextKind.HEADING
        kind = known or kind_of(line, in_contents=self._in_contents)
        if known is TextKind.HEADING or kind is TextKind.BODY:
            self._in_contents = False
        return kind


def kind_of(line: str, *, in_contents: bool = False) -> TextKind:
    """Return what a line is by its words; ``in_contents`` tells that it stands in a list at the front."""
    text = line.strip()
    if len(text) > _LONGEST_LINE:
        return TextKind.BODY
    listed = in_contents and (_PAGE_AT_END.search(text) or _LISTED.fullmatch(text))
    if listed or _DOTS.search(line.rstrip()):
        return TextKind.CONTENTS
    if caption_of(text) is not None:
        return TextKind.CAPTION
    if _CHAPTER.fullmatch(text) or _SECTION.fullmatch(text):
        return TextKind.HEADING if len(text) <= _LONGEST_HEADING else TextKind.BODY
    letters = [c for c in text if c.isalpha()]
    if letters and text.isupper() and len(text) <= _LONGEST_HEADING:
        return TextKind.HEADING
    return TextKind.BODY


def caption_of(text: str) -> tuple[str, str] | None:
    """Return a caption's label (``Tabel 3.1``) and title, or ``None``; a sentence about a table is none.

    The title is empty where it stands on the next line.
    """
    found = _CAPTION.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    title = found[3]
    # A caption is a title: it begins with a capital letter, and a sentence that only names a table does not.
    if title and (not (title[0].isupper() or title[0].isdigit()) or title.endswith(".")):
        return None
    number = re.sub(r"\s+", "", found[2])
    return f"{found[1].capitalize()} {number}", title


def with_captions(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Give each table its caption and each part the heading above it; join tables parted by a page's end."""
    joined = _joined(tuple(parts))
    placed: list[Part] = []
    heading: str | None = None
    tables = 0
    for n, part in enumerate(joined):
        if isinstance(part, Passage):
            if part.kind is TextKind.HEADING:
                heading = part.text
            follows = joined[n + 1] if n + 1 < len(joined) else None
            kind = TextKind.CAPTION if isinstance(follows, Grid) and _is_title(part) else part.kind
            placed.append(replace(part, kind=kind, place=replace(part.place, heading=heading)))
            continue
        tables += 1
        caption = part.caption or _caption_near(joined, n)
        label = (caption_of(caption) or (str(tables), ""))[0] if caption else str(tables)
        place = replace(part.place, heading=heading, table=part.place.table or label)
        placed.append(replace(part, caption=caption, place=place))
    return tuple(placed)


def _caption_near(parts: Sequence[Part], n: int) -> str | None:
    """Return the caption right above a table, or right below it where none is above."""
    above = parts[n - 1] if n else None
    before = parts[n - 2] if n > 1 else None
    if isinstance(above, Passage) and above.kind is TextKind.CAPTION:
        return above.text
    if isinstance(above, Passage) and isinstance(before, Passage) and _lacks_title(before):
        return f"{before.text} {above.text}"
    if isinstance(above, Passage) and _is_title(above):
        return above.text
    below = parts[n + 1] if n + 1 < len(parts) else None
    if isinstance(below, Passage) and below.kind is TextKind.CAPTION:
        return below.text
    return None


def _is_title(passage: Passage) -> bool:
    """Tell a line above a table that is no sentence, but its title: short, without figures."""
    text = passage.text.strip()
    return (
        passage.kind is TextKind.BODY
        and len(text) <= _LONGEST_HEADING
        and text[:1].isupper()
        and text[-1:].isalnum()
        and _ON_PART.search(text) is None
        and not read_numbers(text)[0]
    )


def _lacks_title(passage: Passage) -> bool:
    """Tell a caption whose title stands on the line below it."""
    caption = caption_of(passage.text) if passage.kind is TextKind.CAPTION else None
    return caption is not None and not caption[1]


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Join a table that begins with the same head as the one right before it."""
    found: list[Part] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, Grid) and isinstance(last, Grid) and _same_head(last, part):
            found[-1] = replace(last, rows=_with_rest(last.rows, part.rows[_repeated(last, part) :]))
        else:
            found.append(part)
    return found


def _same_head(one: Grid, other: Grid) -> bool:
    if len(other.rows) < 2 or len(one.rows[0]) != len(other.rows[0]):
        return False
    return [*map(normalise, one.rows[0])] == [*map(normalise, other.rows[0])]


def _repeated(one: Grid, other: Grid) -> int:
    """Return how many rows of one table's head begin the other: its first, and those below it."""
    both = zip(one.rows[1:], other.rows[1:], strict=False)
    same = takewhile(lambda rows: rows[0] == rows[1] and not any(map(FIGURE.fullmatch, rows[0])), both)
    return 1 + sum(1 for _ in same)


def _with_rest(
    rows: tuple[tuple[str, ...], ...], more: Sequence[tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """Add rows; a first one without any figure is the rest of a row that the page's end cut."""
    first = more[0] if more else ()
    if first and not any(c.isdigit() for text in first[:-1] for c in text) and any(first) and rows:
        cut = tuple(one_line(f"{a}\n{b}") for a, b in zip(rows[-1], first, strict=True))
        return (*rows[:-1], cut, *more[1:])
    return (*rows, *more)
