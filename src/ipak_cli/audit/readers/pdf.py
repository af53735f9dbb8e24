"""PDF files that hold text: by their tags where they have them, else by where letters and lines stand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.audit.document import Grid, Passage, Place, TextKind
from ipak_cli.audit.readers.aligned import aligned_tables
from ipak_cli.audit.readers.layout import Line, PageTable
from ipak_cli.audit.readers.passages import LineKinds, caption_of, with_captions
from ipak_cli.audit.readers.pdf_columns import strips_of
from ipak_cli.audit.readers.pdf_lines import lines_of
from ipak_cli.audit.readers.pdf_pages import pages_of
from ipak_cli.audit.readers.pdf_ruled import ruled_tables, same_columns
from ipak_cli.audit.readers.pdf_tags import parts_by_tags
from ipak_cli.audit.readers.refusal import refused
from ipak_cli.audit.readers.words import FIGURE, one_line
from ipak_cli.catalogue.audit import REPORT_WITHOUT_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.audit.document import Part
    from ipak_cli.audit.readers.pdf_columns import Strip
    from ipak_cli.audit.readers.pdf_pages import Page

    Block: TypeAlias = "PageTable | Line"

_EDGE: Final = 0.1
"""The part of a page's height, at its head and at its foot, in which lines may be on every page."""
_PAGE_NUMBER: Final = re.compile(
    r"(?i)[-–|\s]*(?:hal(?:aman)?\.?\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:dari|/|of)\s*\d{1,4})?[-–|\s]*"
)
_OFTEN: Final = 3
_DIGITS: Final = re.compile(r"\d+")
_BEGINS: Final = re.compile(r"(?:[-•●▪◦✓*]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_NUMBER: Final = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?")
"""Of a list's item, or of a section."""
_GOES_ON: Final = re.compile(r"\s*[:=]")
_NEAR: Final = 4.0
_SENTENCE: Final = 60
"""Letters of a paragraph that may go on behind a page's end."""
_FULL: Final = 0.85
_PITCH: Final = 1.9
"""Heights of a letter between two lines of one paragraph: one and a half lines' spacing, and a little."""


def parts_of_pdf(file: str, content: bytes) -> tuple[tuple[Part, ...], tuple[int, ...]]:
    """Return the parts of a PDF, whose places name their pages, and the pages that are pictures.

    Raises ``ProblemsFoundError`` for a locked, damaged or too large file, and for pictures of pages.
    """
    pages, tags = pages_of(file, content)
    pictures = tuple(page.number for page in pages if page.is_picture)
    if not any(page.glyphs and not page.is_picture for page in pages):
        raise refused(REPORT_WITHOUT_TEXT, file)
    parts = parts_by_tags(pages, tags)
    return with_captions(_by_places(pages) if parts is None else parts), pictures


def _by_places(pages: Sequence[Page]) -> tuple[Part, ...]:
    """Return the parts of a file without tags: tables go on over a page's end, its edges come last."""
    laid: list[tuple[Page, list[PageTable], list[Line]]] = []
    before: tuple[float, ...] = ()
    for page in pages:
        tables, glyphs = ruled_tables(page, before)
        before = tables[-1].columns if tables else before
        laid.append((page, tables, lines_of(glyphs)))
    edges = Counter(
        _DIGITS.sub("#", line.text) for page, _, lines in laid for line in lines if _is_at_edge(line, page)
    )
    reader = _Reader(LineKinds())
    for page, tables, lines in laid:
        inner = []
        for n, line in enumerate(lines):
            often = edges[_DIGITS.sub("#", line.text)] >= min(_OFTEN, max(2, len(pages)))
            ends = n in {0, len(lines) - 1} and _PAGE_NUMBER.fullmatch(line.text)
            if _is_at_edge(line, page) and (often or ends):
                reader.footers.setdefault(line.text, page.number)
            else:
                inner.append(line)
        for strip in strips_of(tables, inner, page.level):
            reader.strip(page, strip)
    footers = (Passage(text, TextKind.FOOTER, Place(page=n)) for text, n in reader.footers.items())
    return (*reader.parts, *footers)


def _is_at_edge(line: Line, page: Page) -> bool:
    return not _EDGE * page.height < line.middle < (1 - _EDGE) * page.height


class _Reader:
    """Pages read one after the other; a table may go on where the last page ended with it."""

    def __init__(self, kinds: LineKinds) -> None:
        self.kinds = kinds
        self.parts: list[Part] = []
        self.footers: dict[str, int] = {}
        self._open: tuple[float, ...] | None = None
        """The columns of the table that is the last part so far."""
        self._begun = False
        """Whether a part of the strip is read."""
        self._in_column = False

    def strip(self, page: Page, strip: Strip) -> None:
        """Read a strip: its drawn tables, those among its lines, and its paragraphs, from top to bottom."""
        self._begun, self._in_column = False, strip.is_column
        lines = strip.lines
        blocks: list[Block] = [*strip.tables]
        behind = 0
        for first, end, table in aligned_tables(lines, page.level):
            blocks += [*lines[behind:first], table]
            behind = end
        blocks += lines[behind:]
        blocks.sort(key=lambda block: -(block.top if isinstance(block, PageTable) else block.middle))
        reach = max((line.right for line in lines), default=0.0)
        paragraph: list[Line] = []
        for block in blocks:
            if isinstance(block, Line) and self._goes_on(paragraph, block, reach):
                paragraph.append(block)
                continue
            self._end(paragraph, page)
            paragraph = [block] if isinstance(block, Line) else []
            if isinstance(block, PageTable):
                self._table(block, page)
        self._end(paragraph, page)

    def _table(self, table: PageTable, page: Page) -> None:
        """Take a table, or go on with the last one where its columns are in the same places."""
        self._begun = True
        last = self.parts[-1] if self.parts else None
        same = self._open is not None and same_columns(self._open, table.columns)
        new_page = isinstance(last, Grid) and last.place.page != page.number
        if isinstance(last, Grid) and new_page and same and table.rows[0] != last.rows[0]:
            self.parts[-1] = replace(last, rows=_with_cut_row(last.rows, table.rows))
        else:
            head = ((("",) * len(table.rows[0])),) if _lacks_head(table.rows[0]) else ()
            self.parts.append(Grid((*head, *table.rows), Place(page=page.number)))
        self._open = table.columns

    def _end(self, paragraph: Sequence[Line], page: Page) -> None:
        """Take a paragraph; the segments of a line that are far apart are no sentence, and stand alone."""
        if not paragraph:
            return
        self._open = None
        if len(paragraph) > 1:
            texts = [one_line("\n".join(line.text for line in paragraph))]
        else:
            texts = [*_sentences(paragraph[0])]
        for text in texts:
            last = self.parts[-1] if self.parts else None
            kind = self.kinds.of(text)
            first, self._begun = not self._begun, True
            if isinstance(last, Passage) and first and kind is TextKind.BODY and _is_cut(last, text, page):
                self.parts[-1] = replace(last, text=f"{last.text} {text}")
            else:
                self.parts.append(Passage(text, kind, Place(page=page.number)))

    def _goes_on(self, paragraph: Sequence[Line], line: Line, reach: float) -> bool:
        """Tell whether a line goes on with the paragraph above it: near, and the line above is full."""
        if not paragraph:
            return False
        last = paragraph[-1]
        if not _is_sentence(last) or len(line.segments) > 1 or _BEGINS.match(line.text):
            return False
        near = 0 < last.middle - line.middle <= _PITCH * max(last.height, line.height)
        full = last.right >= _FULL * reach or (self._in_column and last.right + _first_word(line) > reach)
        alike = abs(last.height - line.height) <= 0.1 * last.height
        return near and full and alike and caption_of(line.text) is None


def _is_cut(last: Passage, text: str, page: Page) -> bool:
    """Tell whether the first paragraph of a page or a column is the rest of the last one before."""
    open_end = last.kind is TextKind.BODY and last.text[-1:] not in {".", ":", ";", "!", "?"}
    in_brackets = last.text.count("(") > last.text.count(")")
    begun = len(last.text) >= _SENTENCE and (in_brackets or not text[:1].isupper())
    near = last.place.page in {page.number - 1, page.number}
    return near and open_end and begun and not _BEGINS.match(text)


def _lacks_head(row: Sequence[str]) -> bool:
    """Tell a row of figures: where it is a table's first, the head stands elsewhere.

    Taken for a head, its figures would name columns; a row of blanks takes that place instead. Years and
    small whole numbers do name columns.
    """
    filled = [text for text in row[1:] if text]
    figures = [text for text in filled if FIGURE.fullmatch(text)]
    named = all(text.isdigit() and (len(text) == 1 or text[:2] in {"19", "20"}) for text in figures)
    return bool(figures) and not named and len(filled) - len(figures) <= 1


def _with_cut_row(
    rows: tuple[tuple[str, ...], ...], more: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], ...]:
    """Add the rows of the next page; the first may be the rest of a row, without a number of its own."""
    last, first = rows[-1], more[0]
    begins = next((text for text in first if text), "")
    both = [(one, other) for one, other in zip(last, first, strict=True) if one and other]
    is_rest = (
        not first[0]
        and (last[0] or not begins[:1].isupper())
        and not any(FIGURE.fullmatch(text) for pair in both for text in pair)
    )
    if not is_rest:
        return (*rows, *more)
    whole = tuple(one_line(f"{one}\n{other}") for one, other in zip(last, first, strict=True))
    return (*rows[:-1], whole, *more[1:])


def _is_sentence(line: Line) -> bool:
    """Tell a line whose words stand together, but for the number of a list's item before them."""
    return len(line.segments) == 1 or (len(line.segments) == 2 and _is_number(line.segments[0].text))


def _first_word(line: Line) -> float:
    """Return about how wide a line's first word is, with a blank: what had no room on the line above."""
    word = line.text.split(" ", 1)[0]
    return (line.right - line.left) * (len(word) + 1) / max(len(line.text), 1)


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _sentences(line: Line) -> Iterator[str]:
    text = ""
    for segment in line.segments:
        apart = not (_GOES_ON.match(segment.text) or _GOES_ON.fullmatch(text[-1:]) or _is_number(text))
        if text and apart:
            yield text
            text = ""
        text = f"{text} {segment.text}".strip()
    yield text
