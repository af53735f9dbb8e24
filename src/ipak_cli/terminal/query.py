"""The answer to a question in SQL: a table for people, JSON or CSV for programs."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING, Final

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.text import escaped
from ipak_cli.terminal.console import one_line, stdout

if TYPE_CHECKING:
    from ipak_cli.rollup.query import Answer, Value

_MOST: Final = 200
"""Rows that the screen shows; ``--csv`` and ``--json`` have all."""
_GAP: Final = 2
"""Columns of the screen between two columns of a table."""


def show_answer(answer: Answer, *, as_json: bool, as_csv: bool) -> None:
    """Write an answer on standard output."""
    if as_json:
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        sys.stdout.write(escaped(json.dumps(rows, ensure_ascii=False, indent=2)) + "\n")
    elif as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerows([answer.columns, *([_plain(each) for each in row] for row in answer.rows)])
    else:
        console = stdout()
        table = _table(answer)
        console.print(_records(answer) if _broken(answer, console.width) else table)
    sys.stdout.flush()


def _broken(answer: Answer, width: int) -> bool:
    """Tell whether a table of so many columns would break its heads or words into letters."""
    columns = zip(
        answer.columns, *([_words(each) for each in row] for row in answer.rows[:_MOST]), strict=True
    )
    return sum(max(map(_longest_word, column)) + _GAP for column in columns) > width


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _records(answer: Answer) -> Group:
    """Return the rows below each other, a line a column: for answers that are wider than the screen."""
    width = max(map(len, answer.columns))
    blocks: list[RenderableType] = []
    for number, row in enumerate(answer.rows[:_MOST], start=1):
        blocks.append(Text(f"Baris {grouped_int(number)}", style="bold"))
        for name, value in zip(answer.columns, row, strict=True):
            blocks.append(Text(f"  {name:<{width}}  {one_line(_words(value))}"))
    caption = _caption(answer)
    return Group(*blocks, *([Text(caption, style="dim")] if caption else []))


def _caption(answer: Answer) -> str | None:
    more = len(answer.rows) - _MOST
    return f"dan {grouped_int(more)} baris lagi; pakai --csv untuk semuanya" if more > 0 else None


def _table(answer: Answer) -> Table:
    table = Table(box=box.SIMPLE_HEAD, caption=_caption(answer), caption_justify="left")
    shown = answer.rows[:_MOST]
    for place, name in enumerate(answer.columns):
        number = all(isinstance(row[place], int | float) or row[place] is None for row in shown)
        table.add_column(name, justify="right" if number and shown else "left", overflow="fold")
    for row in shown:
        table.add_row(*(one_line(_words(each)) for each in row))
    return table


def _words(value: Value) -> str:
    """Write a value for people, with a decimal comma."""
    match value:
        case None:
            return "–"
        case bool():
            return "ya" if value else "tidak"
        case float():
            return f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")
        case list():
            return " ".join(map(_words, value))
        case _:
            return str(value)


def _plain(value: Value) -> str | int | float | None:
    return " ".join(map(str, value)) if isinstance(value, list) else value
