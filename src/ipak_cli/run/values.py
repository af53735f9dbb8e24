"""The values of a run: its memory in ``.ipak/``, of which a loss costs work alone, and what it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final, Protocol

from pydantic import Field, ValidationError

from ipak_cli.base.problem import ProblemsFoundError, has_errors
from ipak_cli.rubric.types import Model
from ipak_cli.workspace.atomic import write_file
from ipak_cli.workspace.files import FileLook, read
from ipak_cli.workspace.inbox import Known
from ipak_cli.workspace.layout import LARGEST_RECORD, SHOWN
from ipak_cli.workspace.state import own_folder
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from ipak_cli.base.message import Message
    from ipak_cli.base.period import Period
    from ipak_cli.base.problem import Problem
    from ipak_cli.base.provenance import Tool
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.run.due import Due
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.workspace.inbox import Inbox, Patience


class SeenFile(Model):
    """A file with which nothing is to be done: how it looked, and the digest of what it holds."""

    size: int
    written: int
    changed: int
    sha256: str

    @property
    def known(self) -> Known:
        """The file as the inbox recognises it."""
        return Known(FileLook(self.size, self.written, self.changed), self.sha256)


class DoneInput(Model):
    """An input whose results are stored: how its file looked, what it is, what the results were made from.

    ``results`` are the digests of the documents by period; ``by_hand`` tells that the office made them, and
    ``under`` is the input of the same content whose name they give. ``together`` are the names of the inputs
    that were scored as one survey.
    """

    size: int
    written: int
    changed: int
    kind: InputKind
    results: Annotated[Mapping[str, str], Field(min_length=1)]
    basis: Mapping[str, str]
    by_hand: bool = False
    under: str | None = None
    together: tuple[str, ...] = ()

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods of the results."""
        return tuple(self.results)

    @property
    def known(self) -> Known:
        """The file as the inbox recognises it."""
        return Known(FileLook(self.size, self.written, self.changed), self.basis.get("input", ""))


class DoneReport(Model):
    """A report that was written, and what it was made from.

    ``files`` are the digests of its files by their names relative to the workspace.
    """

    files: Mapping[str, str]
    basis: Mapping[str, str]


class Memory(Model):
    """What was done: inputs by their names in ``masuk/``, reports by their periods.

    ``replaced`` are the digests of the files that reports made anew took the place of: where one stands there
    again, somebody put back what is older. ``compared`` is the digest of all survey results when their tables
    were last compared with each other, and ``begun`` are the digests of the results that a run makes, as long
    as it has not come to its end. ``earlier`` are inputs that are not done as they are now, as those of
    ``inputs`` whose results they left: they fail, or wait, or a run was killed while it stored them.
    ``forms`` are the filled forms that were read. ``by_hand`` are the files that the office made on the page.
    """

    inputs: Mapping[str, DoneInput] = {}
    earlier: Mapping[str, DoneInput] = {}
    copies: Mapping[str, SeenFile] = {}
    reports: Mapping[str, DoneReport] = {}
    replaced: tuple[str, ...] = ()
    compared: str = ""
    begun: tuple[str, ...] = ()
    forms: Mapping[str, SeenFile] = {}
    by_hand: Mapping[str, DoneReport] = {}

    @property
    def known(self) -> Mapping[str, Known]:
        """The files of the inbox as runs knew them, copies and forms too."""
        copies = {name: copy.known for name, copy in {**self.copies, **self.forms}.items()}
        return copies | {name: done.known for name, done in self.inputs.items()}

    @property
    def own_documents(self) -> frozenset[str]:
        """The digests of the result documents that runs made, and not the office."""
        known = (*self.inputs.values(), *self.earlier.values())
        made = (done.results.values() for done in known if not done.by_hand)
        return frozenset((*self.begun, *(digest for digests in made for digest in digests)))


def read_memory(workspace: Path) -> Memory:
    """Return what the last run left; nothing where it is not sound, so that all is looked at again."""
    try:
        return Memory.model_validate_json(read(workspace, SHOWN.memory, LARGEST_RECORD))
    except (OSError, ValidationError, ProblemsFoundError):
        return Memory()


def forget(
    workspace: Path,
    memory: Memory,
    replaced: Collection[tuple[InputKind, str]],
    begun: Collection[str],
    starting: Mapping[str, DoneInput],
) -> Memory:
    """Forget on the disk the inputs whose results, by kind and period, are about to be replaced.

    ``begun`` are the digests of the documents that replace them, and ``starting`` their inputs. Returns what
    the disk holds then. A run that is killed halfway must leave no result behind that is taken for an earlier
    input's, or for the office's.
    """
    kept = {
        name: done
        for name, done in memory.inputs.items()
        if not any((done.kind, period) in replaced for period in done.periods)
    }
    if not begun and len(kept) == len(memory.inputs):
        return memory
    gone = {name: done for name, done in memory.inputs.items() if name not in kept}
    earlier = {**memory.earlier, **gone, **starting}
    own = tuple(sorted({*memory.own_documents, *begun}))
    left = memory.model_copy(update={"inputs": kept, "earlier": earlier, "begun": own})
    write_memory(workspace, left)
    return left


def write_memory(workspace: Path, memory: Memory) -> None:
    """Write the memory whole. Raises ``ProblemsFoundError`` when the system refuses."""
    own_folder(workspace)
    write_file(workspace, SHOWN.memory, f"{memory.model_dump_json(indent=1)}\n".encode())


UNKNOWN: Final = "unknown"
"""The action of a step whose input is of no known kind."""

TABLES: Final = "tables"
"""Why a result is stored again without its input: it is to say something else of other periods' tables."""

RIVAL: Final = "rival"
"""Why an input is counted no longer: another one came for its period."""

FORM: Final = "form"
"""The action of a step that reads a filled form into the settings."""

REPORT: Final = "report"
"""The action of a step that makes a report."""


class Outcome(StrEnum):
    """How a step, or a workspace, ended."""

    DONE = "done"
    PLANNED = "planned"
    FAILED = "failed"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class RunStep:
    """One thing that was done, or would be: ``action`` is an input's kind, ``report``, or ``unknown``."""

    action: str
    input: str | None
    period: str | None
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

    def step(self, what: str | Message) -> None:
        """Begin the next step."""


@dataclass(slots=True)
class Work:
    """What was done in a workspace, as it grows; ``faults`` are the problems of inputs, by name.

    ``memory`` is what is to be remembered, and ``on_disk`` what the next run would find by now. ``warnings``
    are those of the results and reports that were made: they stand in these, and hold nothing up. The
    results and reports of ``standing`` periods stay as they are.
    """

    inbox: Inbox
    memory: Memory
    on_disk: Memory
    steps: list[RunStep] = field(default_factory=list)
    faults: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    standing: frozenset[Period] = frozenset()

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """Every problem, those of inputs first."""
        return (*(each for found in self.faults.values() for each in found), *self.problems)


@dataclass(frozen=True, slots=True)
class InputRead:
    """An input as it was read.

    ``result`` is what is to be stored; there is none where the input failed. What was decided, ``by_hand`` or
    by the settings, is ``repeated``: a result for each of its periods. ``together`` are the names of inputs
    that are taken together; one has what they give. An input that changed while it was read is ``unready``.
    ``meant`` are the periods of one that failed, as far as they are known.
    """

    due: Due
    kind: InputKind | None = None
    periods: tuple[Period, ...] = ()
    result: SurveyResult | PekpppResult | None = None
    problems: tuple[Problem, ...] = ()
    unready: bool = False
    by_hand: bool = False
    together: tuple[str, ...] = ()
    repeated: tuple[SurveyResult, ...] = ()
    meant: tuple[Period, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether nothing can be stored."""
        return has_errors(self.problems)

    @property
    def name(self) -> str:
        """The input's name in ``masuk/``."""
        return self.due.arrived.name


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to work: as which program, with which patience, for whose eyes, and whether only to plan.

    ``before_write`` looks whether the lock is still this run's, and raises when it is not. ``apart`` lets
    each step work in a process of its own, which is stopped when it takes too long.
    """

    tool: Tool
    patience: Patience
    watcher: Watcher
    before_write: Callable[[], None]
    dry: bool = False
    apart: bool = False
