"""What terminal views are built of: titles, tables, marked lines, lists of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich import box
from rich.table import Table
from rich.text import Text

from ipak_cli.base.figures import decimal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from rich.console import RenderableType

_IN_A_ROW: Final = 2
"""Numbers in a row that are still written one by one."""


def title(text: str) -> Text:
    """Return the title of a section, with a blank line above it."""
    return Text(f"\n{text}", style="bold")


def table(*headings: str, right: Sequence[str] = ()) -> Table:
    """Return a plain table without a frame; the headings in ``right`` stand over figures."""
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False, show_edge=False, padding=(0, 1))
    for heading in headings:
        made.add_column(heading, justify="right" if heading in right else "left", overflow="fold")
    return made


def marked(lines: Iterable[tuple[str, Text]]) -> RenderableType:
    """Put a mark before each line, and the lines' own wraps under their first word."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(min_width=1)
    grid.add_column(overflow="fold")
    for mark, line in lines:
        grid.add_row(Text(mark, style=line.style), line)
    return grid


def one_line(text: str, style: str = "") -> Text:
    """Return a text that is cut with ``…`` where its column ends."""
    return Text(text, style=style, no_wrap=True, overflow="ellipsis")


def numbers(values: Iterable[int]) -> str:
    """Write ``1, 4 dan 28``; three and more in a row as ``5–8``."""
    runs: list[list[int]] = []
    for value in values:
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    *first, last = [
        text for run in runs for text in ([f"{run[0]}–{run[-1]}"] if len(run) > _IN_A_ROW else map(str, run))
    ]
    return f"{', '.join(first)} dan {last}" if first else last


def sentence(clause: str, end: str = ".") -> str:
    """Write a clause as a sentence."""
    return f"{clause[:1].upper()}{clause[1:].rstrip('.')}{end}"


def gain(value: Fraction) -> str:
    """Write what an index gains, to three places: ``+0,041``."""
    return f"+{decimal(value, 3)}"
