"""Tables without upright lines, of a page or of a text: columns are the blanks that no line crosses."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.audit.document import TextKind
from ipak_cli.audit.readers.layout import PageTable
from ipak_cli.audit.readers.passages import kind_of
from ipak_cli.audit.readers.words import FIGURE, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.audit.readers.layout import Line
    from ipak_cli.audit.readers.pdf_pages import Edge

    Reach: TypeAlias = tuple[float, float]

_NARROWEST: Final = 5.0
"""Points of a blank between columns."""
_FURTHEST: Final = 3.5
"""Heights of a letter between two lines of one table."""
_HEAD_PITCH: Final = 1.6
_FEWEST_LINES: Final = 3
_SHORT: Final = 25
"""Letters of a cell that is no running text."""
_MOSTLY: Final = 0.6
_PITCH: Final = 1.25
_LETTERED: Final = re.compile(r"[a-z][.)]")
_WIDE_RULE: Final = 0.6


def aligned_tables(lines: Sequence[Line], level: Sequence[Edge] = ()) -> list[tuple[int, int, PageTable]]:
    """Return the tables among the lines of a page: the first line, the one behind the last, and the table.

    What is not clear, such as a cell that may be in either of two rows, is no table.
    """
    found: list[tuple[int, int, PageTable]] = []
    first = 0
    while first < len(lines):
        end, blanks = _run(lines, first)
        first = _with_head(lines, first, found[-1][1] if found else 0, blanks)
        enough = end - first >= _FEWEST_LINES or _are_head_and_row(lines[first:end])
        table = _table(lines[first:end], blanks, level) if enough else None
        if table is not None:
            found.append((first, end, table))
        first = end
    return found


def _are_head_and_row(lines: Sequence[Line]) -> bool:
    """Tell two lines that are a table: three words or more above as many cells, mostly figures."""
    if len(lines) != 2 or len(lines[0].segments) != len(lines[1].segments) or len(lines[0].segments) < 3:
        return False
    heads, figures = (sum(bool(FIGURE.fullmatch(each.text)) for each in line.segments) for line in lines)
    return not heads and 2 <= figures >= len(lines[1].segments) - 2


def _run(lines: Sequence[Line], first: int) -> tuple[int, list[Reach]]:
    """Return the end of the longest run of lines that have their blanks in common, and these blanks."""
    if len(lines[first].segments) < 2:
        return first + 1, []
    taken = _with_line([], lines[first])
    end, blanks = first + 1, _between(taken)
    while end < len(lines):
        last, line = lines[end - 1], lines[end]
        if len(line.segments) == 1 and _is_title(line, lines[first:end]):
            break
        with_line = _with_line(taken, line)
        more = _between(with_line)
        if last.middle - line.middle > _FURTHEST * last.height or len(more) < len(blanks):
            break
        end, blanks, taken = end + 1, more, with_line
    while end > first + 1 and len(lines[end - 1].segments) < 2 and _is_prose(lines[end - 1], blanks):
        end -= 1  # such a line stands in the first column alone, and takes no blank away
    return end, blanks


def _is_title(line: Line, above: Sequence[Line]) -> bool:
    """Tell the caption of the next table, or a heading further from the table than its rows are."""
    kind = kind_of(line.text)
    if kind is TextKind.CAPTION or len(above) < 2:
        return kind is TextKind.CAPTION
    pitch = above[0].middle - above[1].middle
    return kind is TextKind.HEADING and above[-1].middle - line.middle > _PITCH * pitch


def _with_head(lines: Sequence[Line], first: int, least: int, blanks: Sequence[Reach]) -> int:
    """Return where a table begins whose head has a line above, of words over its later columns alone."""
    while first > least and blanks:
        line, below = lines[first - 1], lines[first]
        near = line.middle - below.middle <= _HEAD_PITCH * below.height
        crossing = any(s.left < right and s.right > left for s in line.segments for left, right in blanks)
        if not near or crossing or line.left < blanks[0][1]:
            break
        first -= 1
    return first


def _is_prose(line: Line, blanks: Sequence[Reach]) -> bool:
    """Tell a line below a table that begins in its first column and is no rest of a cell."""
    return bool(blanks) and line.left < blanks[0][0] and not _is_rest(line.text)


def _with_line(taken: Sequence[Reach], line: Line) -> list[Reach]:
    """Return how far text reaches, with one more line; what is nearer than a blank between columns is one."""
    found: list[Reach] = []
    for left, right in sorted([*taken, *((segment.left, segment.right) for segment in line.segments)]):
        if found and left <= found[-1][1] + _NARROWEST:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def _between(taken: Sequence[Reach]) -> list[Reach]:
    """Return the upright blanks that no segment of any line reaches into."""
    return [(one[1], other[0]) for one, other in pairwise(taken)]


def _table(lines: Sequence[Line], blanks: Sequence[Reach], level: Sequence[Edge]) -> PageTable | None:
    cells = [_cells(line, blanks) for line in lines]
    if not blanks or any(row is None for row in cells):
        return None
    texts = [row for row in cells if row is not None]
    groups = _groups(lines, texts, level, (lines[0].left, max(line.right for line in lines)))
    if _are_head_and_row(lines):
        groups = [[0], [1]]
    elif groups is None or not _has_figures(texts) or not _are_rows(groups, texts):
        return None
    rows = tuple(
        tuple(one_line("\n".join(filter(None, (texts[n][x] for n in group)))) for x in range(len(blanks) + 1))
        for group in groups
    )
    edges = (
        min(line.left for line in lines),
        *((a + b) / 2 for a, b in blanks),
        max(line.right for line in lines),
    )
    top, bottom = lines[0].middle + lines[0].height / 2, lines[-1].middle - lines[-1].height / 2
    return PageTable(rows, tuple(edges), top, bottom) if len(rows) > 1 else None


def _cells(line: Line, blanks: Sequence[Reach]) -> list[str] | None:
    """Return a line's text in each column; ``None`` where two segments, far apart, are in one."""
    texts = [""] * (len(blanks) + 1)
    for segment in line.segments:
        column = sum(segment.left >= blank[1] - 0.01 for blank in blanks)
        if texts[column]:
            return None
        texts[column] = segment.text
    return texts


def _has_figures(texts: Sequence[Sequence[str]]) -> bool:
    """Tell a table from running text in columns: a column behind the first is mostly short and figures."""
    for column in [*zip(*texts, strict=True)][1:]:
        filled = [text for text in column if text]
        figures = sum(bool(FIGURE.fullmatch(text)) for text in filled)
        short = sum(len(text) <= _SHORT for text in filled)
        if filled and figures >= 2 and short >= _MOSTLY * len(filled):
            return True
    return False


def _groups(
    lines: Sequence[Line], texts: Sequence[Sequence[str]], level: Sequence[Edge], reach: Reach
) -> list[list[int]] | None:
    """Return the lines of each row: parted by level lines or wider gaps, else each line that has figures.

    Returns ``None`` where lines without figures may belong to the row above or below.
    """
    width = reach[1] - reach[0]
    rules = [
        edge.at for edge in level if min(edge.end, reach[1]) - max(edge.start, reach[0]) >= _WIDE_RULE * width
    ]
    gaps = [one.middle - other.middle for one, other in pairwise(lines)]
    pitch = min(gaps, default=0.0)
    groups: list[list[int]] = [[0]]
    for n in range(1, len(lines)):
        ruled = any(lines[n].middle < rule < lines[n - 1].middle for rule in rules)
        if ruled or gaps[n - 1] > _PITCH * pitch:
            groups.append([n])
        else:
            groups[-1].append(n)
    found: list[list[int]] = []
    for group in groups:
        split = _split(group, texts)
        if split is None:
            return None
        found += split
    return found


def _split(group: list[int], texts: Sequence[Sequence[str]]) -> list[list[int]] | None:
    """Return the rows in lines that nothing parts: one, if no column has two figures in it."""
    columns = range(len(texts[0]))
    with_figures = [n for n in group if any(FIGURE.fullmatch(texts[n][x]) for x in columns)]
    twice = any(sum(bool(FIGURE.fullmatch(texts[n][x])) for n in group) > 1 for x in columns)
    if not twice:
        return [group]
    label = next((x for x in columns if any(not FIGURE.fullmatch(texts[n][x]) for n in with_figures)), 0)
    head = [n for n in group if n < with_figures[0]]
    if any(texts[n][label] and sum(map(bool, texts[n])) < 2 for n in head):
        return None  # a head, or the label of the first row
    rows = [head] if head else []
    for n in group[len(head) :]:
        if n in with_figures:
            rows.append([n])
        elif _begins_row(texts[n]):
            return None
        else:
            rows[-1].append(n)
    return rows


def _are_rows(groups: Sequence[Sequence[int]], texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether every row that has figures has a label too, which is no rest of the label above it."""
    columns = range(len(texts[0]))
    with_figures = [
        group for group in groups if any(FIGURE.fullmatch(texts[n][x]) for n in group for x in columns if x)
    ]
    lines = [n for group in with_figures for n in group]
    label = next((x for x in columns if any(texts[n][x][:1].isalpha() for n in lines)), 0)
    labels = (_label(group, texts, label) for group in with_figures)
    return all(text and not _is_rest(text) for text in labels)


def _label(group: Sequence[int], texts: Sequence[Sequence[str]], usual: int) -> str:
    """Return what names a row: its words in the usual column, else the last ones before its figures.

    A row of sums has no code, and a merged cell at the left stands in its first row alone.
    """
    for n in group:
        if texts[n][usual]:
            return texts[n][usual]
    for n in group:
        figures = [x for x, text in enumerate(texts[n]) if x and FIGURE.fullmatch(text)]
        words = [text for text in texts[n][: figures[0] if figures else 0] if text[:1].isalpha()]
        if words:
            return words[-1]
    return ""


def _is_rest(text: str) -> bool:
    """Tell a text that goes on with one above it: it begins small, but not with a list's letter."""
    return text[:1].islower() and _LETTERED.match(text) is None


def _begins_row(texts: Sequence[str]) -> bool:
    """Tell a line that may be a row's first although it has no figure: its first column is filled."""
    return bool(texts[0]) and not _is_rest(texts[0])
