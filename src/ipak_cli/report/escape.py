"""Free text made harmless: for any output, and for Markdown, where every mark could mean something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ipak_cli.report.outline import Listing, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_STEERING: Final = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Marks that turn the writing direction: with them a text could look like another one."""

_SURROGATES: Final = range(0xD800, 0xE000)

_KEPT_CONTROLS: Final = "\t\n"

_CONTROLS: Final = [n for n in (*range(0x20), *range(0x7F, 0xA0)) if chr(n) not in _KEPT_CONTROLS]

_NOTHING: Final = dict.fromkeys((*_STEERING, *_SURROGATES, *_CONTROLS))

_MARKS: Final = re.compile(r"[\\`*_{}\[\]|~$]")

_ENTITY: Final = re.compile(r"&(?=#|\w+;)")

_LINK: Final = re.compile(r":(?=//)|(?<=\w)@(?=\w)|(?i:(?<=\bwww)\.)")

_OPENING: Final = re.compile(r"[#+\-=@]|:(?!//)|(?<=\d)[.)](?=\s|$)")
"""What begins a heading, a list, a line below a heading, a mention or a formula at the start of a line."""

_NUMBER: Final = re.compile(r"\d*")


def tidy(text: str) -> str:
    """Drop what no output can hold or show: control characters, halves of characters, marks of direction."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_NOTHING)


def one_line(text: str) -> str:
    """Return a tidy text on one line."""
    return " ".join(tidy(text).split())


def markdown(text: str) -> str:
    """Return Markdown that shows the text as it is, in running text as in a table's cell.

    It opens no HTML, link, heading, list, code or formula; a line break becomes ``<br>``.
    """
    return "<br>".join(_line(line) for line in tidy(text).strip().splitlines())


def _line(line: str) -> str:
    text = " ".join(line.split())
    start = _NUMBER.match(text)
    opening = _OPENING.match(text, start.end() if start else 0)
    text = _MARKS.sub(r"\\\g<0>", text)
    if opening:
        text = f"{text[: opening.start()]}\\{text[opening.start() :]}"
    text = _LINK.sub(r"\\\g<0>", text)
    return _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


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
