"""A tagged PDF read by its tags, in which programs that write accessible files say what everything is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.document import Grid, Passage, Place, TextKind
from ipak_cli.audit.readers.passages import LineKinds
from ipak_cli.audit.readers.pdf_cells import TaggedCell, placed_cells
from ipak_cli.audit.readers.pdf_tree import Tag
from ipak_cli.audit.readers.words import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.audit.document import Part
    from ipak_cli.audit.readers.pdf_pages import Page

_GROUPS: Final = frozenset({"THead", "TBody", "TFoot"})
_CELLS: Final = frozenset({"TD", "TH"})
_HEADING: Final = re.compile(r"H[1-6]?|Title")
_CONTENTS: Final = frozenset({"TOC", "TOCI"})
_BLOCKS: Final = frozenset({"P", "Caption", "LI", "TOCI", "Note", "BlockQuote", "Lbl", "LBody"})
_INLINE: Final = frozenset(
    {"Span", "NonStruct", "Link", "Quote", "Reference", "Em", "Strong", "Lbl", "Sub", "Annot", "Note"}
)
_FIGURES: Final = frozenset({"Figure", "Formula", "Artifact"})
_COVERED: Final = 0.8
"""The part of a file's letters that its tags must hold to be trusted."""


def parts_by_tags(pages: Sequence[Page], root: Tag) -> tuple[Part, ...] | None:
    """Return the parts of a tagged file; ``None`` where it has no tagged table, or tags hold too little."""
    reader = _Reader({page.number: page for page in pages}, _reaches(pages))
    parts = tuple(reader.parts(root))
    letters = {
        (page.number, content): sum(map(str.isalnum, text))
        for page in pages
        for content, text in page.texts.items()
    }
    held = sum(letters.get(place, 0) for place in reader.used)
    if not any(isinstance(part, Grid) for part in parts) or held < _COVERED * sum(letters.values()):
        return None
    return (*parts, *reader.left_over())


@dataclass(slots=True)
class _Reader:
    pages: Mapping[int, Page]
    reaches: Mapping[tuple[int, int], tuple[float, float]]
    """For each content of a page, how far it reaches from left to right."""
    used: set[tuple[int, int]] = field(default_factory=set)
    kinds: LineKinds = field(default_factory=LineKinds)

    def parts(self, tag: Tag, known: TextKind | None = None) -> Iterator[Part]:
        """Yield the parts in a tag, in order."""
        if tag.kind == "Table":
            yield from self.table(tag)
            return
        known = _kind(tag) or known
        if all(_is_inline(each) for each in tag.children.values()):
            yield from self.passage(tag, known)
            return
        for place in sorted({*tag.children, *tag.contents}):
            if place in tag.children:
                yield from self.parts(tag.children[place], known)
            else:
                yield from self._passage(self._said(tag, place), self._page(tag), known)

    def passage(self, tag: Tag, known: TextKind | None) -> Iterator[Part]:
        """Yield a paragraph; pictures have words of their own, which are no text of the report."""
        text = self.text(tag)
        if tag.kind not in _FIGURES:
            yield from self._passage(text, self._page(tag), known)

    def _passage(self, text: str, page: int | None, known: TextKind | None) -> Iterator[Part]:
        plain = one_line(text)
        if plain:
            yield Passage(plain, self.kinds.of(plain, known=known), Place(page=page))

    def table(self, table: Tag) -> Iterator[Part]:
        """Yield a table with its caption above; cells by the columns and rows that they span."""
        nested: list[Part] = []
        rows: list[Tag] = []
        for place in sorted(table.children):
            each = table.children[place]
            if each.kind == "TR":
                rows.append(each)
            elif each.kind in _GROUPS:
                rows += (each.children[n] for n in sorted(each.children) if each.children[n].kind == "TR")
            elif not _is_inline(each):
                yield from self.parts(each)
        loose = Tag(
            "Caption",
            children={n: t for n, t in table.children.items() if _is_inline(t)},
            contents=table.contents,
        )
        yield from self.passage(loose, None)
        cells = [
            [
                self._cell(row.children[n], nested)
                for n in sorted(row.children)
                if row.children[n].kind in _CELLS
            ]
            for row in rows
        ]
        page = self._page(table)
        if (placed := placed_cells(cells)) is not None:
            yield Grid(placed, Place(page=page))
        else:
            for row_of_cells in cells:
                yield from self._passage(" ".join(cell.text for cell in row_of_cells), page, None)
        yield from nested

    def _cell(self, cell: Tag, nested: list[Part]) -> TaggedCell:
        reach = [self.reaches[each] for each in _contents(cell) if each in self.reaches]
        left, right = min((r[0] for r in reach), default=0.0), max((r[1] for r in reach), default=0.0)
        text = one_line(self.text(cell, nested))
        by_page: dict[int, list[str]] = {}
        for number, content in _contents(cell):
            by_page.setdefault(number, []).append(one_line(self.pages[number].texts.get(content, "")))
        if len(by_page) > 1:  # the head of a table may stand on each of its pages
            text = one_line(
                "\n".join(dict.fromkeys(" ".join(filter(None, each)) for each in by_page.values()))
            )
        return TaggedCell(text, cell.across, cell.down, left, right)

    def text(self, tag: Tag, nested: list[Part] | None = None) -> str:
        """Return all text in a tag; a table within it is kept for behind, and pictures are not read."""
        pieces = []
        for place in sorted({*tag.children, *tag.contents}):
            inside = tag.children.get(place)
            if inside is None:
                pieces.append(self._said(tag, place))
            elif inside.kind == "Table" and nested is not None:
                nested += self.table(inside)
            else:
                said = self.text(inside, nested)
                if inside.kind not in _FIGURES:
                    pieces.append(said if inside.kind in _INLINE else f" {said} ")
        return "".join(pieces)

    def _said(self, tag: Tag, place: int) -> str:
        """Return what contents say; where they go on over a page's end, with a blank between."""
        self.used.update(tag.contents[place])
        said = (self.pages[number].texts.get(content, "") for number, content in tag.contents[place])
        return " ".join(said)

    def _page(self, tag: Tag) -> int | None:
        """Return the page on which a tag begins."""
        own = [number for contents in tag.contents.values() for number, _ in contents]
        inside = (self._page(each) for each in tag.children.values())
        return min((*own, *(number for number in inside if number is not None)), default=None)

    def left_over(self) -> Iterator[Part]:
        """Yield what no tag holds: lines at the head and foot of pages, and heads of tables once more."""
        texts = dict.fromkeys(
            one_line(page.texts[content])
            for page in self.pages.values()
            for content in page.texts
            if (page.number, content) not in self.used
        )
        yield from (Passage(text, TextKind.FOOTER, Place()) for text in texts if any(map(str.isalnum, text)))


def _reaches(pages: Sequence[Page]) -> dict[tuple[int, int], tuple[float, float]]:
    found: dict[tuple[int, int], tuple[float, float]] = {}
    for page in pages:
        for glyph in page.glyphs:
            left, right = found.get((page.number, glyph.content), (glyph.left, glyph.right))
            found[page.number, glyph.content] = min(left, glyph.left), max(right, glyph.right)
    return found


def _contents(tag: Tag) -> Iterator[tuple[int, int]]:
    """Yield all contents in a tag."""
    for contents in tag.contents.values():
        yield from contents
    for each in tag.children.values():
        yield from _contents(each)


def _is_inline(tag: Tag) -> bool:
    """Tell a tag within a line of text, in which stand only such."""
    return tag.kind in _INLINE | _FIGURES and all(map(_is_inline, tag.children.values()))


def _kind(tag: Tag) -> TextKind | None:
    """Return what a paragraph is by its tag."""
    if _HEADING.fullmatch(tag.kind):
        return TextKind.HEADING
    return TextKind.CONTENTS if tag.kind in _CONTENTS else None
