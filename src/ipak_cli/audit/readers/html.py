"""Web pages: what somebody reads of them, in order; scripts, pictures and what is hidden are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.document import Grid, Passage, Place, TextKind
from ipak_cli.audit.readers.limits import MOST_CELLS
from ipak_cli.audit.readers.passages import LineKinds, with_captions
from ipak_cli.audit.readers.refusal import damaged, too_large
from ipak_cli.tables.html import MOST_BYTES, MOST_TAGS, page_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from ipak_cli.audit.document import Part

_UNSEEN: Final = frozenset(
    (
        *("script", "style", "title", "head", "template", "textarea", "select", "object", "noscript"),
        *("svg", "math", "iframe", "audio", "video", "canvas", "button"),
    )
)
_BLOCKS: Final = frozenset(
    (
        *("p", "div", "center", "caption", "figcaption", "form", "hr", "li", "ul", "ol", "dl", "dt", "dd"),
        *("pre", "section", "article", "main", "aside", "header", "footer", "nav", "figure", "details"),
        *("summary", "blockquote", "address", "body", "html", "td", "th", "tr"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    )
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HIDING: Final = re.compile(r"(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DEEPEST: Final = 200
_MOST_ACROSS, _MOST_DOWN = 100, 5_000


def parts_of_page(file: str, content: bytes) -> tuple[Part, ...]:
    """Return the parts of a web page. Raises ``ProblemsFoundError`` for one that is beyond a limit."""
    from lxml import etree  # noqa: PLC0415 (Word documents and web pages alone need it)

    text, _ = page_text(content)
    if len(content) > MOST_BYTES or text.count("<") > MOST_TAGS:
        raise too_large(file)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(text.encode(errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise damaged(file)
    reader = _Reader(file)
    reader.walk(root, 0)
    reader.flush()
    return with_captions(reader.parts)


@dataclass(slots=True)
class _Reader:
    """A walk through a page: inline text gathers until a block begins or ends."""

    file: str
    parts: list[Part] = field(default_factory=list)
    kinds: LineKinds = field(default_factory=LineKinds)
    _text: str = ""
    _known: TextKind | None = None

    def walk(self, element: Element, depth: int) -> None:
        """Read an element and all in it; the text behind it is its parent's."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if depth > _DEEPEST:
            raise damaged(self.file)
        if _is_unseen(tag, element.attrib):
            return
        if tag == "table":
            self.flush()
            self.table(element, depth)
            return
        known = self._known
        if tag in _BLOCKS:
            self.flush()
            self._known = _known_kind(tag, element.attrib) or known
            self._text = _number_of(element) if tag == "li" else ""
        self.inline(element, depth)
        if tag in _BLOCKS:
            self.flush()
            self._known = known

    def inline(self, element: Element, depth: int) -> None:
        """Read the text of an element and its children."""
        raised = element.tag == "sup"
        self._text += (element.text or "").translate(_RAISED) if raised else element.text or ""
        for each in element:
            if each.tag == "br":
                self.flush()
            else:
                self.walk(each, depth + 1)
            self._text += each.tail or ""

    def flush(self) -> None:
        """End the line that gathers."""
        text, self._text = " ".join(self._text.split()), ""
        if text:
            self.parts.append(Passage(text, self.kinds.of(text, known=self._known), Place()))

    def table(self, table: Element, depth: int) -> None:
        """Read a table and the tables in its cells; one of a single column is a frame around its parts."""
        for caption in (each for each in table if each.tag == "caption"):
            self.walk(caption, depth + 1)
        rows = [
            (row, [cell for cell in row if cell.tag in {"td", "th"} and not _is_unseen("", cell.attrib)])
            for row in _rows(table)
        ]
        if all(len(cells) <= 1 for _, cells in rows):
            for cell in (cell for _, cells in rows for cell in cells):
                self.walk(cell, depth + 1)
            return
        self._grid([cells for _, cells in rows], depth)

    def _grid(self, rows: list[list[Element]], depth: int) -> None:
        places: dict[tuple[int, int], str] = {}
        nested: list[Part] = []
        for n, cells in enumerate(rows):
            column = 0
            for cell in cells:
                while (n, column) in places:
                    column += 1
                across = _span(cell.attrib, "colspan", _MOST_ACROSS)
                down = min(_span(cell.attrib, "rowspan", _MOST_DOWN), len(rows) - n)
                if len(places) + across * down > MOST_CELLS:
                    raise too_large(self.file)
                covered = ((n + y, column + x) for y in range(down) for x in range(across))
                places |= dict.fromkeys((place for place in covered if place not in places), "")
                places[n, column] = self._cell(cell, depth, nested)
                column += across
        width = max((x for _, x in places), default=-1) + 1
        texts = (tuple(places.get((n, x), "") for x in range(width)) for n in range(len(rows)))
        self.parts += [Grid(tuple(texts), Place()), *nested]

    def _cell(self, cell: Element, depth: int, nested: list[Part]) -> str:
        """Return a cell's text in one line; a table within it is kept for behind this one."""
        inside = _Reader(self.file)
        inside.walk(cell, depth + 1)
        inside.flush()
        nested += (part for part in inside.parts if isinstance(part, Grid))
        return " ".join(part.text for part in inside.parts if isinstance(part, Passage))


def _rows(table: Element) -> Iterator[Element]:
    """Yield a table's rows: the head first and the foot last, wherever they stand."""
    order = {"thead": 0, "tfoot": 2}
    for group in sorted(table, key=lambda each: order.get(str(each.tag), 1)):
        if _is_unseen("", group.attrib):
            continue
        if group.tag == "tr":
            yield group
        elif group.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in group if row.tag == "tr" and not _is_unseen("", row.attrib))


def _is_unseen(tag: str, attributes: Mapping[str, str]) -> bool:
    """Tell what no reader sees or hears; what is closed, such as ``details``, can be opened."""
    return tag in _UNSEEN or "hidden" in attributes or bool(_HIDING.search(attributes.get("style", "")))


def _number_of(item: Element) -> str:
    """Return the number of a numbered list's item, with a space."""
    numbered = item.getparent()
    if numbered is None or numbered.tag != "ol":
        return ""
    start = numbered.attrib.get("start", "1")
    first = int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1
    return f"{first + sum(1 for _ in item.itersiblings('li', preceding=True))}. "


def _known_kind(tag: str, attributes: Mapping[str, str]) -> TextKind | None:
    """Return what a block is by its tag: headings, lists at the front, and what stands at a page's foot."""
    if tag in _HEADINGS:
        return TextKind.HEADING
    if tag == "nav" or attributes.get("role") == "navigation":
        return TextKind.CONTENTS
    return TextKind.FOOTER if tag == "footer" else None


def _span(attributes: Mapping[str, str], name: str, most: int) -> int:
    """Return how far a cell reaches; what is no number is one, as in every browser."""
    text = attributes.get(name, "").strip()
    return min(max(1, int(text)), most) if text.isascii() and text.isdigit() and len(text) < 7 else 1
