"""What templates ask about a block: which part lays it out, whether a table fits, what a picture shows."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, assert_never

from ipak_cli.report.outline import Align, Block, Cell, Column, Figure, Listing, Paragraph, Prose, Table
from ipak_cli.wording import NOT_SCORED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.report.outline import Report, Section

_READABLE: Final = 24
"""Letters that a line of a text column should hold at least."""
_BETWEEN: Final = 2
"""The space between two columns, in letters."""
_PHONE: Final = 40
"""Letters of a table that a phone shows side by side."""
_PAPER: Final = 104
"""Letters of a table that upright paper holds side by side."""
_FIGURE: Final = re.compile(r"[−-]?\d[\d.,]*( ?%| poin)?")


def part(block: Block) -> str:
    """Return what the template of a block is called: ``paragraf``, ``daftar``, ``tabel`` or ``gambar``."""
    match block:
        case Paragraph():
            return "paragraf"
        case Listing():
            return "daftar"
        case Table():
            return "tabel"
        case Figure():
            return "gambar"
        case Prose():
            raise ValueError(f"the prose of {block.name} has not been read")
        case _:
            assert_never(block)


def wide(table: Table) -> bool:
    """Tell whether a phone cannot show a table without cutting a word or a figure."""
    return sum(_longest_word(texts) + _BETWEEN for texts in _columns(table)) > _PHONE


def turned(section: Section) -> int:
    """Return how many of a section's first blocks to print on pages that lie on their side.

    They end with its last table that is too wide for upright pages.
    """
    wide_at = (
        n for n, block in enumerate(section.blocks, 1) if isinstance(block, Table) and _is_broad(block)
    )
    return max(wide_at, default=0)


def good_width(table: Table) -> int:
    """Return the letters of a line on which columns of text are not squeezed into single words."""
    widths = (
        max(_longest_word(texts), min(_READABLE, len(max(texts, key=len)))) for texts in _columns(table)
    )
    return sum(width + _BETWEEN for width in widths)


def _is_broad(table: Table) -> bool:
    return good_width(table) > _PAPER


def chart_table(figure: Figure) -> Table:
    """Return the table of a picture's figures; columns of figures alone are set at the right."""
    shown = figure.chart.table
    columns = zip_longest(shown.headers, *shown.rows, fillvalue="")
    return Table(
        key=f"{figure.key}-angka",
        caption=figure.caption,
        columns=tuple(Column(texts[0], _align(texts[1:])) for texts in columns),
        rows=tuple(tuple(Cell((text,), head=n == 0) for n, text in enumerate(row)) for row in shown.rows),
    )


def figures(report: Report) -> Iterator[Figure]:
    """Return every picture of a report, in order."""
    for chapter in report.chapters:
        for section in chapter.sections:
            yield from (block for block in section.blocks if isinstance(block, Figure))


def _columns(table: Table) -> Iterator[list[str]]:
    """Return the texts of each column; a figure is one word, however it is written."""
    for n, column in enumerate(table.columns):
        texts = [text for row in table.rows for text in row[n].texts]
        whole = column.align is not Align.LEFT
        yield [column.title, *(text.replace(" ", "_") if whole else text for text in texts)]


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)


def _align(texts: Iterable[str]) -> Align:
    known = [text for text in texts if text != NOT_SCORED]
    return Align.RIGHT if known and all(_FIGURE.fullmatch(text) for text in known) else Align.LEFT
