"""The progress of work on many inputs: how many are done, how fast, and how much time is left."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn
from rich.text import Text

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.message import Message
from ipak_cli.catalogue.indonesian import say
from ipak_cli.rollup.pool import Nobody
from ipak_cli.terminal.console import stderr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Task

    from ipak_cli.rollup.pool import Watcher


class _Rate(ProgressColumn):
    """How many a second, and how long the others will take."""

    def render(self, task: Task) -> Text:
        """Return the text beside a bar."""
        left = task.time_remaining
        if not task.speed or left is None:
            return Text("")
        minutes, seconds = divmod(int(left), 60)
        return Text(f"{grouped_int(round(task.speed))}/detik, sisa {minutes}.{seconds:02}")


class _Bar:
    """The watcher that draws a bar on standard error, and clears it away at the end."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("", visible=False)

    def begin(self, what: str, count: int) -> None:
        """Begin a step of so many."""
        self._progress.reset(
            self._task, total=count, visible=count > 0, description=say(Message(what)).capitalize()
        )

    def done(self, count: int) -> None:
        """Hear that so many more are done."""
        self._progress.update(self._task, advance=count, refresh=True)


@contextmanager
def watcher(*, quiet: bool) -> Iterator[Watcher]:
    """Give a watcher: one that draws where somebody sees it, else one that says nothing."""
    if quiet or not sys.stderr.isatty():
        yield Nobody()
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), _Rate())
    with Progress(*columns, console=stderr(), transient=True) as progress:
        yield _Bar(progress)
