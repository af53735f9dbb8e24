"""Progress of a long run on a terminal: one bar for the workspaces, one for the steps in the present one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from ipak_cli.base.message import Message
from ipak_cli.catalogue.indonesian import say
from ipak_cli.terminal.console import stderr

if TYPE_CHECKING:
    from types import TracebackType


class Nobody:
    """The watcher of a run that nobody looks at."""

    def workspaces(self, count: int) -> None:
        """Expect so many workspaces."""

    def workspace(self, name: str) -> None:
        """Begin the next workspace."""

    def steps(self, count: int) -> None:
        """Expect so many more steps in the workspace."""

    def step(self, what: str | Message) -> None:
        """Begin the next step."""


class Bar:
    """The watcher that draws bars on standard error, and clears them away at the end."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        self._progress = Progress(*columns, console=stderr(), transient=True)
        self._all = self._progress.add_task("", visible=False)
        self._one = self._progress.add_task("", total=0, visible=False)
        self._begun = 0
        self._taken = 0

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def workspaces(self, count: int) -> None:
        """Expect so many workspaces."""
        self._progress.update(self._all, total=count, visible=count > 1)

    def workspace(self, name: str) -> None:
        """Begin the next workspace."""
        self._progress.update(self._all, description=_short(name), completed=self._begun)
        self._progress.update(self._one, description="", total=0, completed=0, visible=False)
        self._begun, self._taken = self._begun + 1, 0

    def steps(self, count: int) -> None:
        """Expect so many more steps in the workspace."""
        total = self._progress.tasks[self._one].total or 0
        self._progress.update(self._one, total=total + count, visible=total + count > 0)

    def step(self, what: str | Message) -> None:
        """Begin the next step."""
        text = say(what) if isinstance(what, Message) else what
        self._progress.update(self._one, description=_short(text), completed=self._taken)
        self._taken += 1


def _short(text: str) -> str:
    """Return a text as wide as a line of bars has room for, its end where it is too long."""
    return text if len(text) <= 40 else f"…{text[-39:]}"
