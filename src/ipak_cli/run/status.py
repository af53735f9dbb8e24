"""``ipak status``: how the last runs ended, what is missing, what waits; read without the lock."""

from __future__ import annotations

import socket
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.catalogue.drive import (
    DECISION_NOT_REPEATABLE,
    INPUT_UNREADABLE,
    LAST_SUCCESS_TOO_OLD,
    NEVER_SUCCEEDED,
)
from ipak_cli.catalogue.workspace import DAYS, DAYS_AND_HOURS, HOURS_AND_MINUTES, MINUTES
from ipak_cli.jobs.suggestions import all_waiting_texts
from ipak_cli.run.by_hand import outdated_reports
from ipak_cli.run.decided import decide
from ipak_cli.run.due import open_context, outdated_inputs, stored_documents
from ipak_cli.run.moved import figures_not_in_settings, results_older_than_inputs
from ipak_cli.run.tree import placed, refused, workspaces_below
from ipak_cli.run.values import Outcome, read_memory
from ipak_cli.workspace.files import is_file
from ipak_cli.workspace.inbox import Arrived, Inbox, unseen
from ipak_cli.workspace.layout import REPORT_FILES, SHOWN
from ipak_cli.workspace.lock_owner import Life, holder_of, is_locked, life_of
from ipak_cli.workspace.state import read_state
from ipak_cli.workspace.store import InputKind, stored_periods

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime, timedelta
    from pathlib import Path

    from ipak_cli.base.message import Message
    from ipak_cli.base.period import Period
    from ipak_cli.base.provenance import Tool
    from ipak_cli.run.values import Memory
    from ipak_cli.workspace.inbox import Known
    from ipak_cli.workspace.state import Failure, RunRecord

SCHEMA: Final = "ipak/status/1"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the state is compared with: this program, the present moment, and the age that is too old."""

    tool: Tool
    now: datetime
    max_age: timedelta | None = None


@dataclass(frozen=True, slots=True)
class LastSuccess:
    """The last run that did all there was to do, ``age`` seconds ago; times are ISO texts."""

    run: str
    finished: str
    age: int


@dataclass(frozen=True, slots=True)
class LastFailure:
    """The last run that left something undone; ``current`` while no later run did all."""

    run: str
    finished: str
    current: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PeriodStatus:
    """What a period has: the result of its survey, its report, the result of its self-assessment."""

    period: str
    survey: bool
    report: bool
    pekppp: bool


@dataclass(frozen=True, slots=True)
class LockStatus:
    """Who holds the workspace's lock; nothing is known of a holder that has not signed.

    An ``abandoned`` lock is of a process of this computer that is dead: the next run takes it over.
    """

    host: str | None = None
    pid: int | None = None
    started: str | None = None
    run: str | None = None
    abandoned: bool = False


@dataclass(frozen=True, slots=True)
class WorkspaceStatus:
    """How a workspace stands; ``overdue`` when no run succeeded, or none recently enough.

    ``last_success`` is also missing where what the last run left cannot be read, as ``problems`` tell then;
    ``waiting`` are the inputs that are new or whose results are older than what they are made from, and
    ``outdated`` the periods whose reports are. ``timezone`` is the office's.
    """

    workspace: str
    overdue: bool
    last_success: LastSuccess | None = None
    last_failure: LastFailure | None = None
    periods: tuple[PeriodStatus, ...] = ()
    waiting: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    lock: LockStatus | None = None
    timezone: str | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the last run left nothing undone, and all can be read."""
        own = [each for each in self.problems if each.entry not in _OVERDUE]
        return not (has_errors(own) or (self.last_failure is not None and self.last_failure.current))

    @property
    def stale(self) -> bool:
        """Whether a result is not what the settings say, and no run can make it anew."""
        return any(each.entry == DECISION_NOT_REPEATABLE for each in self.problems)


@dataclass(frozen=True, slots=True)
class StatusFound:
    """How all workspaces of a folder stand, in the order of their paths; ``problems`` are of none of them."""

    schema: str
    tool: Tool
    workspaces: tuple[WorkspaceStatus, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def overdue(self) -> bool:
        """Whether any workspace is."""
        return any(each.overdue for each in self.workspaces)

    @property
    def sound(self) -> bool:
        """Whether all workspaces are, and all folders could be opened."""
        return not has_errors(self.problems) and all(each.sound for each in self.workspaces)


_OVERDUE: Final = frozenset({NEVER_SUCCEEDED, LAST_SUCCESS_TOO_OLD})


def status_below(folder: Path, asked: Asked) -> StatusFound:
    """Look at the workspace that a folder is, else at every workspace below it; nothing is written.

    Raises ``ProblemsFoundError`` when there is none.
    """
    workspaces, unread = workspaces_below(folder)
    return StatusFound(SCHEMA, asked.tool, tuple(_status(each, asked) for each in workspaces), unread)


def problems_of(status: StatusFound) -> tuple[Problem, ...]:
    """Return what is wrong now, the workspace before the file where there are several workspaces."""
    return (*status.problems, *placed((each.workspace, each.problems) for each in status.workspaces))


def age_of(seconds: float) -> Message:
    """Return how long something took or takes: 3 days and 4 hours, or 12 minutes."""
    minutes = max(0, int(seconds)) // 60
    days, hours = minutes // 1440, minutes // 60 % 24
    if days:
        return DAYS_AND_HOURS(days=days, hours=hours) if hours else DAYS(days=days)
    return HOURS_AND_MINUTES(hours=hours, minutes=minutes % 60) if hours else MINUTES(minutes=minutes)


def _status(workspace: Path, asked: Asked) -> WorkspaceStatus:
    found = WorkspaceStatus(str(workspace), overdue=True)
    try:
        found = _recorded(workspace, read_state(workspace, asked.tool.version), asked)
        return _compared(workspace, found, asked.tool)
    except ProblemsFoundError as refusal:
        return replace(found, problems=(*found.problems, *refusal.problems))
    except OSError as fault:
        unread = refused(INPUT_UNREADABLE, fault.filename or workspace, fault)
        return replace(found, problems=(*found.problems, unread))


def _recorded(workspace: Path, state: RunRecord, asked: Asked) -> WorkspaceStatus:
    """Return what the last run left to be known; it holds whatever else cannot be opened."""
    success = _success(state, asked)
    overdue = _overdue(success, asked)
    return WorkspaceStatus(
        workspace=str(workspace),
        overdue=overdue is not None,
        last_success=success,
        last_failure=_failure(state.last_failure, state),
        failed=tuple(name for name, each in state.inputs.items() if each.outcome == Outcome.FAILED),
        lock=_lock(workspace),
        problems=() if overdue is None else (overdue,),
    )


def _compared(workspace: Path, recorded: WorkspaceStatus, tool: Tool) -> WorkspaceStatus:
    """Add what the workspace holds by now, and which of it the next run makes anew."""
    memory = read_memory(workspace)
    # An input that is gone has a result that nothing can make anew.
    there = {name for name in memory.inputs if is_file(workspace, SHOWN.inbox / name)}
    waiting, faults = unseen(workspace, _known(memory, there))
    failed = {*recorded.failed}
    found = replace(
        recorded,
        periods=tuple(_periods(workspace)),
        waiting=tuple(sorted({*waiting} - failed)),
        problems=(*recorded.problems, *faults),
    )
    try:
        context = open_context(workspace, tool, memory)
    except ProblemsFoundError as refusal:
        return replace(found, problems=(*found.problems, *refusal.problems))
    behind = outdated_inputs(memory, context, there)
    ready = tuple(
        Arrived(workspace, name, memory.inputs[name].known.look, memory.inputs[name].known.sha256)
        for name in sorted(there - {*waiting})
    )
    seen = Inbox(ready, waiting=waiting, problems=faults)
    decided = decide(seen, context, stored_documents(context.opened.stored))
    told = (*decided.faults.values(), *decided.problems, *all_waiting_texts(context.opened))
    older = results_older_than_inputs(recorded.failed, memory, context)
    surveys = context.opened.stored.periods(InputKind.SURVEY)
    return replace(
        found,
        problems=(*found.problems, *told, *older, *figures_not_in_settings(context, surveys)),
        timezone=context.opened.config.zone.name,
        waiting=tuple(sorted({*waiting, *behind} - failed)),
        outdated=outdated_reports(memory, context, decided.standing),
    )


def _known(memory: Memory, there: Collection[str]) -> Mapping[str, Known]:
    """Return the files that need nothing more: a copy only as long as an input holds the same."""
    digests = {memory.inputs[name].known.sha256 for name in there}
    lost = {name for name, copy in memory.copies.items() if copy.sha256 not in digests}
    return {name: known for name, known in memory.known.items() if name not in lost}


def _success(state: RunRecord, asked: Asked) -> LastSuccess | None:
    last = state.last_success
    if last is None:
        return None
    age = int((asked.now - last.finished).total_seconds())
    return LastSuccess(last.run, last.finished.isoformat(), age)


def _failure(last: Failure | None, state: RunRecord) -> LastFailure | None:
    if last is None:
        return None
    return LastFailure(last.run, last.finished.isoformat(), state.failing, last.problems)


def _overdue(success: LastSuccess | None, asked: Asked) -> Problem | None:
    if success is None:
        return problem(NEVER_SUCCEEDED)
    # A success dated far ahead by a wrong clock would hide for as long that nothing runs.
    if asked.max_age is None or abs(success.age) <= asked.max_age.total_seconds():
        return None
    limit = age_of(asked.max_age.total_seconds())
    return problem(LAST_SUCCESS_TOO_OLD, Where(), age=age_of(success.age), limit=limit)


def _periods(workspace: Path) -> list[PeriodStatus]:
    periods = {period for kind in InputKind for period in stored_periods(workspace, kind)}
    return [_period(workspace, period) for period in sorted(periods)]


def _period(workspace: Path, period: Period) -> PeriodStatus:
    return PeriodStatus(
        period=str(period),
        survey=is_file(workspace, SHOWN.result(period, InputKind.SURVEY.file)),
        report=any(is_file(workspace, SHOWN.report(period) / name) for name in REPORT_FILES),
        pekppp=is_file(workspace, SHOWN.result(period, InputKind.PEKPPP.file)),
    )


def _lock(workspace: Path) -> LockStatus | None:
    if not is_locked(workspace):
        return None
    holder = holder_of(workspace)
    if holder is None:
        return LockStatus()
    return LockStatus(holder.host, holder.pid, holder.started.isoformat(), holder.run, _is_dead(workspace))


def _is_dead(workspace: Path) -> bool:
    """Tell whether the lock's owner is surely dead; where the system tells nothing it is not."""
    try:
        return life_of(workspace, socket.gethostname()) is Life.DEAD
    except OSError:
        return False
