"""From plain prose to blocks: blank lines part paragraphs; ``- `` and ``1. `` begin the items of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ipak_cli.report.outline import Listing, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ITEM: Final = re.compile(r"(?:-|(\d{1,3})[.)])\s+(?=\S)")


def read_prose(text: str) -> tuple[Paragraph | Listing, ...]:
    """Return the paragraphs and lists of a text, in order.

    A line that begins no item goes on with the paragraph or the item before it. A list ends at a blank line
    that no item of the same kind follows.
    """
    return tuple(_joined(_pieces(text)))


def _pieces(text: str) -> Iterator[Paragraph | Listing]:
    """Return one paragraph a piece and one list an item."""
    for part in re.split(r"\n\s*\n", text.strip()):
        lines: list[str] = []
        for line in part.splitlines():
            if _ITEM.match(line.strip()) and lines:
                yield _piece(lines)
                lines = []
            lines.append(line)
        if any(line.strip() for line in lines):
            yield _piece(lines)


def _piece(lines: Sequence[str]) -> Paragraph | Listing:
    text = " ".join(" ".join(lines).split())
    item = _ITEM.match(text)
    return Listing((text[item.end() :],), ordered=item[1] is not None) if item else Paragraph(text)


def _joined(pieces: Iterable[Paragraph | Listing]) -> Iterator[Paragraph | Listing]:
    """Join the items that follow each other into one list."""
    before: Listing | None = None
    for piece in pieces:
        if isinstance(piece, Listing) and before and before.ordered == piece.ordered:
            before = Listing(before.items + piece.items, ordered=piece.ordered)
            continue
        if before:
            yield before
        before = piece if isinstance(piece, Listing) else None
        if isinstance(piece, Paragraph):
            yield piece
    if before:
        yield before
