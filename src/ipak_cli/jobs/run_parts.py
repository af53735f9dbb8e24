"""What the parts of ``ipak run`` hand to each other: how to work, and what was done."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from ipak_cli.jobs.run_memory import Memory
    from ipak_cli.origin import Tool
    from ipak_cli.problems import Problem
    from ipak_cli.workspace.inbox import Inbox, Patience


UNKNOWN: Final = "unknown"
"""The action of a step whose input is of no known kind."""
REPORT: Final = "report"
"""The action of a step that makes a report."""


class Outcome(StrEnum):
    """How a step, or a workspace, ended."""

    DONE = "done"
    PLANNED = "planned"
    FAILED = "failed"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done, or would be: ``action`` is an input's kind, ``report``, or ``unknown``."""

    action: str
    input: str | None
    quarter: str | None
    why: tuple[str, ...]
    outcome: Outcome


class Watcher(Protocol):
    """Whoever looks on while a run works."""

    def workspaces(self, count: int) -> None:
        """Expect so many workspaces."""

    def workspace(self, name: str) -> None:
        """Begin the next workspace."""

    def steps(self, count: int) -> None:
        """Expect so many more steps in the workspace."""

    def step(self, text: str) -> None:
        """Begin the next step."""


@dataclass(slots=True)
class Work:
    """What was done in a workspace, as it grows; ``faults`` are the problems of inputs, by name."""

    inbox: Inbox
    memory: Memory
    steps: list[Step] = field(default_factory=list)
    faults: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """Every problem, those of inputs first."""
        return (*(each for found in self.faults.values() for each in found), *self.problems)


@dataclass(frozen=True, slots=True)
class Way:
    """How to work: as which program, with which patience, for whose eyes, and whether only to plan."""

    tool: Tool
    patience: Patience
    watcher: Watcher
    dry: bool = False
