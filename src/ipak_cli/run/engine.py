"""``ipak run``: every workspace of a folder, each under its own lock, each to its end."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import (
    Problem,
    ProblemsFoundError,
    Severity,
    Where,
    has_errors,
    problem,
    worst_first,
)
from ipak_cli.catalogue.drive import (
    INPUT_UNREADABLE,
    INTERNAL_ERROR,
    KIND_FORM,
    KIND_REPORT,
    KIND_UNKNOWN,
    STEP_DONE,
    STEP_FAILED,
)
from ipak_cli.catalogue.workspace import KIND_PEKPPP, KIND_SURVEY
from ipak_cli.run.notes import tell_inputs
from ipak_cli.run.tree import placed, refused, workspaces_below
from ipak_cli.run.values import (
    FORM,
    REPORT,
    UNKNOWN,
    Outcome,
    RunOptions,
    RunStep,
    Watcher,
    read_memory,
    write_memory,
)
from ipak_cli.run.work import work_in
from ipak_cli.workspace.atomic import sweep_folder
from ipak_cli.workspace.inbox import Patience
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.listing import list_folder
from ipak_cli.workspace.lock import BusyError, LockLostError, hold
from ipak_cli.workspace.log import open_log
from ipak_cli.workspace.state import Failure, Input, RunRecord, Success, read_state, write_state
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from ipak_cli.base.message import Message
    from ipak_cli.base.provenance import Tool
    from ipak_cli.run.values import Work
    from ipak_cli.workspace.lock import Held
    from ipak_cli.workspace.lock_owner import Holder
    from ipak_cli.workspace.log import Words

SCHEMA: Final = "ipak/run/1"
_KINDS: Final = {
    InputKind.SURVEY: KIND_SURVEY,
    InputKind.PEKPPP: KIND_PEKPPP,
    REPORT: KIND_REPORT,
    FORM: KIND_FORM,
}


@dataclass(frozen=True, slots=True)
class RunRequest:
    """How ``ipak run`` was called.

    ``wait`` is how long to wait for a lock and ``fresh`` how long a file must have been left alone (seconds);
    ``clock`` tells the time, ``pause`` waits between two looks at a new file, ``lines`` writes problems down
    for people, ``words`` messages and the headings of problems for the log. ``apart`` lets each step work in
    a process of its own, which is stopped at its deadline.
    """

    tool: Tool
    me: Holder
    clock: Callable[[], datetime]
    pause: Callable[[], None]
    lines: Callable[[Sequence[Problem]], Iterable[str]]
    words: Words
    wait: float = 0
    fresh: float = 0
    dry: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class WorkspaceRun:
    """What a run did in one workspace; field names are keys of the document.

    ``warnings`` are those of the results and reports that were made, and stand in these too, and the
    placeholders that are left in the settings.
    """

    workspace: str
    outcome: Outcome
    steps: tuple[RunStep, ...] = ()
    waiting: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class RunDone:
    """What a run did in all workspaces, in the order of their paths; ``problems`` are of none of them."""

    schema: str
    tool: Tool
    run: str
    dry: bool
    workspaces: tuple[WorkspaceRun, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """The worst of the workspaces' outcomes: failed before busy before done."""
        outcomes = {each.outcome for each in self.workspaces}
        if Outcome.FAILED in outcomes or has_errors(self.problems):
            return Outcome.FAILED
        return Outcome.BUSY if Outcome.BUSY in outcomes else Outcome.DONE


def run_below(folder: Path, request: RunRequest, watcher: Watcher) -> RunDone:
    """Run the workspace that a folder is, else every workspace below it; a failure never stops the others.

    Raises ``ProblemsFoundError`` when there is none: nothing is made in a share that is not mounted.
    """
    workspaces, unread = workspaces_below(folder)
    watcher.workspaces(len(workspaces))
    done = []
    for workspace in workspaces:
        watcher.workspace(str(workspace))
        done.append(_run(workspace, request, watcher))
    return RunDone(SCHEMA, request.tool, request.me.run, request.dry, tuple(done), unread)


def _run(workspace: Path, request: RunRequest, watcher: Watcher) -> WorkspaceRun:
    try:
        if request.dry:
            return _plan(workspace, request, watcher)
        with hold(workspace, request.me, request.wait) as held:
            return _run_held(workspace, request, watcher, held)
    except (BusyError, LockLostError) as busy:
        return WorkspaceRun(str(workspace), Outcome.BUSY, problems=busy.problems)
    except Exception as found:  # noqa: BLE001 (one workspace must not keep the others from being done)
        return WorkspaceRun(str(workspace), Outcome.FAILED, problems=_problems_of(found, workspace))


def _problems_of(found: Exception, workspace: Path) -> tuple[Problem, ...]:
    if isinstance(found, ProblemsFoundError):
        return found.problems
    if isinstance(found, OSError):
        return (refused(INPUT_UNREADABLE, found.filename or workspace, found),)
    return (problem(INTERNAL_ERROR, Where(str(workspace)), kind=type(found).__name__),)


def _plan(workspace: Path, request: RunRequest, watcher: Watcher) -> WorkspaceRun:
    """Tell what would be done, without a lock and without writing anything."""
    read_state(workspace, request.tool.version)
    options = _options(request, watcher, request.clock().timestamp(), lambda: None)
    return _told(workspace, work_in(workspace, read_memory(workspace), options))


def _run_held(workspace: Path, request: RunRequest, watcher: Watcher, held: Held) -> WorkspaceRun:
    """Work under the lock; the state is written last, so that a killed run is not taken for a success."""
    started = request.clock()
    state = read_state(workspace, request.tool.version)
    _sweep(workspace, held.server_time)
    memory = read_memory(workspace)
    done = WorkspaceRun(str(workspace), Outcome.DONE, problems=held.notes)
    try:
        work = work_in(workspace, memory, _options(request, watcher, held.server_time, held.must_be_mine))
        held.must_be_mine()
        # What is remembered as done has been flushed, file and folder, by whoever wrote it.
        if work.memory != work.on_disk:
            write_memory(workspace, work.memory)
        state = state.model_copy(update={"inputs": _inputs(work)})
        work.problems += tell_inputs(workspace, work, request.lines)
        done = _told(workspace, work, held.notes)
    except LockLostError:
        raise
    except Exception as found:  # noqa: BLE001 (whatever it is belongs into the log and the state)
        problems = worst_first((*done.problems, *_problems_of(found, workspace)))
        done = replace(done, outcome=Outcome.FAILED, problems=problems)
    held.must_be_mine()
    done = _logged(workspace, request, done)
    held.must_be_mine()
    try:
        write_state(workspace, _ended(state, done, request, started))
    except ProblemsFoundError as found:
        return replace(done, outcome=Outcome.FAILED, problems=(*done.problems, *found.problems))
    return done


def _options(
    request: RunRequest, watcher: Watcher, now: float, before_write: Callable[[], None]
) -> RunOptions:
    patience = Patience(now, request.fresh, request.pause)
    return RunOptions(request.tool, patience, watcher, before_write, request.dry, request.apart)


def _told(workspace: Path, work: Work, notes: Sequence[Problem] = ()) -> WorkspaceRun:
    problems = worst_first((*notes, *work.all_problems))
    outcome = Outcome.FAILED if has_errors(problems) else Outcome.DONE
    waiting, warnings = tuple(sorted(work.waiting)), worst_first(work.warnings)
    return WorkspaceRun(str(workspace), outcome, tuple(work.steps), waiting, problems, warnings)


def _sweep(workspace: Path, now: float) -> None:
    """Clear away what killed runs left among what they made; taking the lock clears the rest."""
    for top in (SHOWN.results, SHOWN.reports):
        sweep_folder(workspace, top, now)
        with suppress(OSError, ProblemsFoundError):
            for period in list_folder(workspace, top):
                sweep_folder(workspace, top / period.name, now)
                sweep_folder(workspace, top / period.name / "lama", now)


def _inputs(work: Work) -> dict[str, Input]:
    """Return what became of each input, for the state."""
    kinds = {step.input: step for step in work.steps}
    digests = {arrived.name: arrived.sha256 for arrived in work.inbox.ready}
    inputs = {}
    for name, done in work.memory.inputs.items():
        periods = ", ".join(done.periods)
        inputs[name] = Input(sha256=done.known.sha256, kind=done.kind, period=periods, outcome=Outcome.DONE)
    for name in work.faults:
        kind = kinds[name].action if name in kinds else UNKNOWN
        inputs[name] = Input(sha256=digests.get(name, ""), kind=kind, outcome=Outcome.FAILED)
    return dict(sorted(inputs.items()))


def _logged(workspace: Path, request: RunRequest, done: WorkspaceRun) -> WorkspaceRun:
    """Log what was done; a run that had nothing to do and nothing to tell leaves no line."""
    log = open_log(workspace, request.me.run, request.words)
    said = [log.problem(each) for each in (*done.problems, *(done.warnings if done.steps else ()))]
    said += [log.line(Severity.NOTE, request.words(_logged_step(step))) for step in done.steps]
    refused = next((each for each in said if each is not None), None)
    return done if refused is None else replace(done, problems=(*done.problems, refused))


def _logged_step(step: RunStep) -> Message:
    outcome = STEP_FAILED if step.outcome is Outcome.FAILED else STEP_DONE
    kind = _KINDS.get(step.action, KIND_UNKNOWN)()
    return outcome(what=kind, name=InFull(step.input or step.period or ""))


def _ended(state: RunRecord, done: WorkspaceRun, request: RunRequest, started: datetime) -> RunRecord:
    ended: dict[str, object] = {"tool": request.tool.version, "failing": done.outcome is Outcome.FAILED}
    run, finished = request.me.run, request.clock()
    if done.outcome is Outcome.FAILED:
        errors = tuple(each for each in done.problems if has_errors([each]))
        ended["last_failure"] = Failure(run=run, finished=finished, problems=errors)
    else:
        ended["last_success"] = Success(run=run, started=started, finished=finished)
    return state.model_copy(update=ended)


def problems_of(done: RunDone) -> tuple[Problem, ...]:
    """Return all problems of a run, the workspace before the file where there are several workspaces."""
    return (*done.problems, *placed((each.workspace, each.problems) for each in done.workspaces))
