"""Pages set in two columns: text side by side, with an upright blank between that nothing reaches into.

Only what is certain is parted: running text on both sides, mostly as wide as its column, without a line drawn
across. Anything else is read over the whole width, as a page of one column.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.audit.readers.layout import Line, PageTable, Segment
from ipak_cli.audit.readers.pdf_lines import with_signs
from ipak_cli.audit.readers.words import FIGURE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ipak_cli.audit.readers.pdf_pages import Edge

    Block: TypeAlias = "PageTable | Line"

_FEWEST: Final = 5
"""Lines of a column that is known as one."""
_GUTTER: Final = 1.0
"""Heights of a letter between two columns; words of a line are nearer, but for justified ones."""
_FULL: Final = 0.8
_MOSTLY: Final = 0.5
_LETTERS: Final = 25
"""Of a line of running text, on the average."""
_FEW_FIGURES: Final = 0.2
_STRETCHED: Final = 3.0
"""Heights of a letter between the words of a justified line in a narrow column, at the most."""
_EQUAL: Final = 0.25
_AT_EDGE: Final = 0.5
"""Heights of a letter by which a justified line may miss its column's right edge, over which commas stand."""
_INDENT: Final = 2.0
_BREAK: Final = 1.3
"""Pitches from which a gap between lines ends a paragraph, or a row of a table."""


@dataclass(frozen=True, slots=True)
class Strip:
    """What is read from top to bottom: a column, or what stands over the whole width."""

    tables: tuple[PageTable, ...]
    lines: tuple[Line, ...]
    is_column: bool = False


def strips_of(tables: Sequence[PageTable], lines: Sequence[Line], level: Sequence[Edge]) -> list[Strip]:
    """Return a page's strips in the order in which they are read; one, where no columns are certain."""
    whole = [Strip(tuple(tables), tuple(lines))]
    if not lines:
        return whole
    middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2
    blocks: list[Block] = [*tables, *lines]
    blocks.sort(key=_top, reverse=True)
    strips: list[Strip] = []
    wide: list[Block] = []
    for crossing, run in groupby(blocks, key=partial(_crosses, middle=middle)):
        found: list[Block] = list(run)
        sides = None if crossing else _Run(found, middle).columns(level)
        if sides is None:
            wide += found
            continue
        strips += [_strip(wide), *(replace(_strip(side), is_column=True) for side in sides)]
        wide = []
    return [*strips, _strip(wide)] if strips else whole


def _strip(blocks: Sequence[Block]) -> Strip:
    tables = tuple(block for block in blocks if isinstance(block, PageTable))
    return Strip(tables, tuple(block for block in blocks if isinstance(block, Line)))


def _top(block: Block) -> float:
    return block.top if isinstance(block, PageTable) else block.middle


def _crosses(block: Block, *, middle: float) -> bool:
    if isinstance(block, PageTable):
        return block.columns[0] < middle < block.columns[-1]
    return any(segment.left < middle < segment.right for segment in block.segments)


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring lines and tables that nothing of reaches over the middle of the page."""

    blocks: Sequence[Block]
    middle: float

    def columns(self, level: Sequence[Edge]) -> tuple[list[Block], list[Block]] | None:
        """Return both columns from top to bottom, if they are certain to be columns."""
        left = self._side(lambda segment: segment.right <= self.middle)
        right = self._side(lambda segment: segment.left >= self.middle)
        if min(len(left), len(right)) < _FEWEST:
            return None
        height = max(line.height for line in (*left, *right))
        blank = min(line.left for line in right) - max(line.right for line in left)
        ruled = any(
            edge.start < self.middle < edge.end and right[-1].middle < edge.at < right[0].middle
            for edge in level
        )
        if blank < _GUTTER * height or ruled or not (_is_prose(left) and _is_prose(right)):
            return None
        if _are_rows(left, right):
            return None
        return (
            [*self._tables(lambda table: table.columns[-1] <= self.middle), *_with_words(left)],
            [*self._tables(lambda table: table.columns[0] >= self.middle), *_with_words(right)],
        )

    def _tables(self, belongs: Callable[[PageTable], bool]) -> Iterator[PageTable]:
        return (block for block in self.blocks if isinstance(block, PageTable) and belongs(block))

    def _side(self, belongs: Callable[[Segment], bool]) -> list[Line]:
        lines = (block for block in self.blocks if isinstance(block, Line))
        parts = ((line, tuple(filter(belongs, line.segments))) for line in lines)
        return [replace(line, segments=with_signs(segments)) for line, segments in parts if segments]


def _is_prose(lines: Sequence[Line]) -> bool:
    """Tell running text: long lines, mostly as wide as the column, and hardly a figure that stands alone."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    full = sum(line.right >= left + _FULL * (right - left) for line in lines)
    letters = sum(len(line.text) for line in lines)
    figures = sum(all(FIGURE.fullmatch(each.text) for each in line.segments) for line in lines)
    return (
        full >= _MOSTLY * len(lines)
        and letters >= _LETTERS * len(lines)
        and figures <= _FEW_FIGURES * len(lines)
    )


def _are_rows(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Tell cells from columns: what stands side by side begins at the same heights, again and again."""
    breaks = [_breaks(lines) for lines in (left, right)]
    near = [any(abs(one - other) <= left[0].height for other in breaks[1]) for one in breaks[0]]
    return len(near) > 1 and len(breaks[1]) > 1 and all(near)


def _breaks(lines: Sequence[Line]) -> list[float]:
    """Return the heights of lines that begin after a gap."""
    gaps = [one.middle - other.middle for one, other in pairwise(lines)]
    pitch = sorted(gaps)[len(gaps) // 2]
    return [line.middle for gap, line in zip(gaps, lines[1:], strict=True) if gap > _BREAK * pitch]


def _with_words(lines: Sequence[Line]) -> list[Line]:
    """Join the words of justified lines: from edge to edge, with equal gaps that may be wide."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return [_joined(line) if _is_justified(line, left, right) else line for line in lines]


def _is_justified(line: Line, left: float, right: float) -> bool:
    gaps = [other.left - one.right for one, other in pairwise(line.segments)]
    words = sum(segment.text[:1].isalpha() for segment in line.segments)
    return (
        len(gaps) > 1
        and 2 * words > len(line.segments)
        and line.left <= left + _INDENT * line.height
        and line.right >= right - _AT_EDGE * line.height
        and max(gaps) <= _STRETCHED * line.height
        and max(gaps) - min(gaps) <= _EQUAL * line.height
    )


def _joined(line: Line) -> Line:
    return replace(line, segments=(Segment(line.text, line.left, line.right),))
