"""The tags of a PDF as PDFium tells them, page by page: what is a heading, a table, a row, a cell."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any, Final

_MOST_NODES: Final = 20_000
"""Of a page."""
_DEEPEST: Final = 60


@dataclass(slots=True)
class Tag:
    """A tag of the structure: its children by their places in it, on this page or across pages."""

    kind: str = ""
    across: int = 1
    down: int = 1
    children: dict[int, Tag] = field(default_factory=dict)
    contents: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """By place: pages and numbers of the contents on them."""


def add_tags(page: Any, number: int, root: Tag) -> None:  # noqa: ANN401
    """Add the tags of a page to those of the pages before: a table that goes on keeps its place."""
    from pypdfium2 import raw  # noqa: PLC0415 (as above)

    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    left = [_MOST_NODES]

    def add(element: Any, tag: Tag, depth: int) -> None:  # noqa: ANN401
        tag.kind = tag.kind or _name(raw, element)
        if tag.kind in {"TD", "TH"}:
            tag.across, tag.down = (_span(raw, element, name) for name in (b"ColSpan", b"RowSpan"))
        for place in range(raw.FPDF_StructElement_CountChildren(element)):
            left[0] -= 1
            content = raw.FPDF_StructElement_GetChildMarkedContentID(element, place)
            if content >= 0:
                tag.contents.setdefault(place, []).append((number, content))
            elif left[0] > 0 and depth < _DEEPEST:
                inside = raw.FPDF_StructElement_GetChildAtIndex(element, place)
                if inside:
                    add(inside, tag.children.setdefault(place, Tag()), depth + 1)

    try:
        for place in range(raw.FPDF_StructTree_CountChildren(tree)):
            top = raw.FPDF_StructTree_GetChildAtIndex(tree, place)
            if top:
                add(top, root.children.setdefault(place, Tag()), 0)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _name(raw: Any, element: Any) -> str:  # noqa: ANN401
    size = raw.FPDF_StructElement_GetType(element, None, 0)
    if not size:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", errors="replace")


def _span(raw: Any, element: Any, name: bytes) -> int:  # noqa: ANN401
    """Return how many columns or rows a cell spans, by its attributes."""
    found = ctypes.c_float()
    for n in range(min(max(raw.FPDF_StructElement_GetAttributeCount(element), 0), 10)):
        attribute = raw.FPDF_StructElement_GetAttributeAtIndex(element, n)
        value = raw.FPDF_StructElement_Attr_GetValue(attribute, name) if attribute else None
        if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, found) and 1 <= found.value <= 100:
            return int(found.value)
    return 1
