"""What tables are made of: rows of plain cells, columns of figures."""

from __future__ import annotations

from typing import TypeAlias

from ipak_cli.report.outline import Align, Cell, Column

Row: TypeAlias = tuple[Cell, ...]


def row(*texts: str, head: int | None = 0) -> Row:
    """Make a row of plain cells; the one at ``head`` names it."""
    return tuple(Cell((text,), head=number == head) for number, text in enumerate(texts))


def left(*titles: str) -> tuple[Column, ...]:
    """Make columns of words."""
    return tuple(Column(title) for title in titles)


def right(*titles: str) -> tuple[Column, ...]:
    """Make columns of figures."""
    return tuple(Column(title, Align.RIGHT) for title in titles)
