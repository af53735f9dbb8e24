"""Inputs that meet for one period and kind: none counts, whichever came first; equal ones count once.

An input that comes beside a faulty one of its period is not the whole period, and is not counted either.
Those that are one survey do not meet: what became of the one that stands for them is theirs too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from ipak_cli.base.period import Period, parse_period
from ipak_cli.base.problem import ProblemsFoundError, has_errors, problem
from ipak_cli.catalogue.drive import (
    FAULTY_INPUT_FOR_PERIOD,
    RESULT_WITHOUT_FAULTY_INPUT,
    SAME_INPUT_TWICE,
    SCORED_WITH_A_FAULTY_FILE,
    TWO_INPUTS_FOR_PERIOD,
)
from ipak_cli.jobs.written import remove_unless_edited
from ipak_cli.run.decided import bare, command_for_all, holds_f03
from ipak_cli.run.due import Due, content_of, digest_of, stored_documents
from ipak_cli.run.other_kinds import as_one_survey, hold_other_kind, recaps_among
from ipak_cli.run.values import RIVAL, InputRead
from ipak_cli.workspace.inbox import where_of
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from ipak_cli.base.problem import Entry, Problem
    from ipak_cli.run.due import RunContext
    from ipak_cli.run.values import Memory, Work
    from ipak_cli.workspace.inbox import Arrived, Inbox

_Key: TypeAlias = tuple[InputKind, Period]
_Claims: TypeAlias = dict[_Key, list[str]]
"""The names of the inputs that each period and kind has."""


def settled(
    taken: Sequence[InputRead], inbox: Inbox, memory: Memory, context: RunContext
) -> tuple[InputRead, ...]:
    """Refuse the inputs that meet another one for the same period and kind; equal ones count once.

    So are those that earlier runs counted, when another one comes; not what the office itself counted.
    """
    # What waits, or stands in a folder that could not be opened, keeps the periods that it had.
    unseen = {name: done.known.sha256 for name, done in memory.inputs.items()}
    if inbox.whole:
        unseen = {name: unseen[name] for name in inbox.waiting if name in unseen}
    digests = unseen | {arrived.name: arrived.sha256 for arrived in inbox.ready}
    claims: _Claims = {}
    again = {each.name for each in taken if not each.unready}
    for name in (name for name in sorted(digests) if name in memory.inputs and name not in again):
        done = memory.inputs[name]
        for period in map(parse_period, done.periods):
            claims.setdefault((done.kind, period), []).append(name)
    for each in taken:
        for period in each.periods:
            if each.kind is not None:
                claims.setdefault((each.kind, period), []).append(each.name)
    recaps = recaps_among(taken, stored_documents(context.opened.stored))
    told = _Meetings(claims, digests, context, recaps)
    counted = _counted(inbox, memory, again, told)
    faulty = faulty_inputs(taken, memory)
    alone = (_held(_settle(each, told), faulty, memory) for each in taken)
    return (*(hold_other_kind(each, context.opened.stored) for each in alone), *counted)


def faulty_inputs(taken: Sequence[InputRead], memory: Memory) -> _Claims:
    """Return the inputs that fail by the periods that they are for, or were for in earlier runs."""
    found: _Claims = {}
    for each in taken:
        known = [memory.inputs.get(each.name), memory.earlier.get(each.name)] if each.failed else []
        before = [(done.kind, parse_period(name)) for done in known if done for name in done.periods]
        meant = [(each.kind, period) for period in each.meant if each.kind is not None]
        for key in dict.fromkeys([*meant, *before]):
            found.setdefault(key, []).append(each.name)
    return found


def _held(each: InputRead, faulty: _Claims, memory: Memory) -> InputRead:
    """Hold a new input beside a faulty one of its period; one that was counted before stays counted."""
    if each.by_hand or each.kind is None or not (each.result or each.repeated):
        return each
    for period in each.periods:
        others = [name for name in faulty.get((each.kind, period), ()) if name not in each.together]
        if others and not was_counted(each, period, memory):
            fault = _fault(FAULTY_INPUT_FOR_PERIOD, each.name, others, (each.kind, period))
            return replace(each, periods=(period,), result=None, repeated=(), problems=(fault,))
    return each


def left_out(taken: Sequence[InputRead], memory: Memory) -> Iterator[Problem]:
    """Say of each faulty input that a result of its period stands without it."""
    failing = {each.name for each in taken if each.failed}
    for (kind, period), names in sorted(faulty_inputs(taken, memory).items()):
        standing = [
            name
            for name, done in memory.inputs.items()
            if name not in failing and done.kind is kind and str(period) in done.periods
        ]
        for name in names if standing else ():
            yield _fault(RESULT_WITHOUT_FAULTY_INPUT, name, standing, (kind, period))


@dataclass(frozen=True, slots=True)
class _Meetings:
    """All inputs by the periods that they are for, what they hold by their names, and which are recaps."""

    claims: _Claims
    digests: Mapping[str, str]
    context: RunContext
    recaps: frozenset[str]

    def others(self, name: str, key: _Key, together: Sequence[str]) -> tuple[str, ...]:
        """Return the inputs that an input meets for a period, those that hold the same left out."""
        mine = self.digests[name]
        return tuple(
            other for other in self.claims[key] if self.digests[other] != mine and other not in together
        )

    def fault(self, name: str, others: Sequence[str], key: _Key) -> Problem:
        """Name the inputs that an input meets, and the command that makes one survey of all of them."""
        kind, period = key
        own, stored = self.context.own_documents, stored_documents(self.context.opened.stored)
        theirs = [each for each in stored if (each.kind, each.period) == key and each.sha256 not in own]
        met = sorted(self.claims[key])
        command = command_for_all(met, self.digests, next(iter(theirs), None))
        held = {self.digests[each] for each in met}
        joined = as_one_survey(held, self.recaps, command) if kind is InputKind.SURVEY else ""
        told = {"others": tuple(sorted(others)), "kind": kind.label, "period": period, "joined": joined}
        return problem(TWO_INPUTS_FOR_PERIOD, where_of(name), **told)


def _counted(inbox: Inbox, memory: Memory, again: Collection[str], met: _Meetings) -> Iterator[InputRead]:
    """Yield those of earlier runs that now meet another input, with what is wrong with them."""
    ready = {arrived.name: arrived for arrived in inbox.ready}
    for name in sorted((ready.keys() & memory.inputs.keys()) - {*again}):
        done = memory.inputs[name]
        for key in () if done.by_hand else ((done.kind, parse_period(each)) for each in done.periods):
            if others := met.others(name, key, done.together):
                due = Due(ready[name], (RIVAL,))
                yield InputRead(due, done.kind, (key[1],), problems=(met.fault(name, others, key),))
                break


def was_counted(each: InputRead, period: Period, memory: Memory) -> bool:
    """Tell whether an earlier run counted an input for a period."""
    done = memory.inputs.get(each.name)
    return done is not None and str(period) in done.periods


def _settle(each: InputRead, met: _Meetings) -> InputRead:
    if each.by_hand or each.kind is None or not (each.result or each.repeated):
        return each
    for period in each.periods:
        key = each.kind, period
        if others := met.others(each.name, key, each.together):
            refused = replace(each, periods=(period,), result=None, repeated=())
            return replace(refused, problems=(met.fault(each.name, others, key),))
    key = each.kind, each.periods[0]
    first = min(name for name in met.claims[key] if name == each.name or name not in each.together)
    if first != each.name:
        fault = problem(SAME_INPUT_TWICE, where_of(each.name), other=first)
        return replace(each, result=None, repeated=(), problems=(fault,))
    return each


def _fault(entry: Entry, name: str, others: Sequence[str], key: _Key) -> Problem:
    kind, period = key
    return problem(entry, where_of(name), other=min(others), kind=kind.label, period=period)


def partners(lead: InputRead, ready: Sequence[Arrived]) -> tuple[InputRead, ...]:
    """Return the other inputs of a unit: they share what became of the one that stands for them."""
    return tuple(
        replace(lead, due=Due(each, lead.due.why), result=None, repeated=(), problems=())
        for each in ready
        if each.name in lead.together and each.name != lead.name
    )


def spread_faults(taken: Sequence[InputRead]) -> tuple[InputRead, ...]:
    """Give each input of a unit that failed its own faults, and the others that they were scored with it."""
    failed = {each.together: each for each in taken if each.failed and each.together}
    return tuple(
        _with_faults(each, failed[each.together]) if each.together in failed else each for each in taken
    )


def _with_faults(each: InputRead, lead: InputRead) -> InputRead:
    names = {bare(name): name for name in each.together}
    owners = [names.get(bare(fault.where.file or ""), lead.name) for fault in lead.problems]
    mine = [fault for fault, owner in zip(lead.problems, owners, strict=True) if owner == each.name]
    if not has_errors(mine):
        faulty = next(
            owner for fault, owner in zip(lead.problems, owners, strict=True) if has_errors([fault])
        )
        mine.append(problem(SCORED_WITH_A_FAULTY_FILE, where_of(each.name), other=where_of(faulty)))
    return replace(each, result=None, repeated=(), problems=tuple(mine))


def withdraw(taken: Sequence[InputRead], context: RunContext, work: Work) -> None:
    """Put the results aside that runs made of inputs that are in conflict now, and their reports."""
    for kind, period in _contested(taken, context):
        if kind is InputKind.PEKPPP and holds_f03(context, period):
            continue
        try:
            put_aside(kind, period, context, work)
        except ProblemsFoundError as found:
            work.problems += found.problems


def put_aside(kind: InputKind, period: Period, context: RunContext, work: Work) -> None:
    """Put a result aside into ``lama``, and remove the report that a run made of it.

    The report goes first: as long as the result is there, a run that follows a kill does the rest. Raises
    ``ProblemsFoundError`` when the system refuses.
    """
    if kind is InputKind.SURVEY:
        _remove_report(str(period), context, work)
    context.opened.stored.withdraw(kind, period)


def contested_documents(taken: Sequence[InputRead], context: RunContext) -> tuple[str, ...]:
    """Return the digests of the results of inputs in conflict that are stored still, made by runs."""
    keys = _contested(taken, context)
    return tuple(sorted(digest_of(content_of(context.opened.stored, *key)) for key in keys))


def is_own(kind: InputKind, period: Period, context: RunContext) -> bool:
    """Tell whether a run made what is stored, and not the office."""
    return digest_of(content_of(context.opened.stored, kind, period)) in context.own_documents


def _contested(taken: Sequence[InputRead], context: RunContext) -> tuple[_Key, ...]:
    keys = {
        (each.kind, each.periods[0])
        for each in taken
        if each.kind is not None and any(fault.entry == TWO_INPUTS_FOR_PERIOD for fault in each.problems)
    }
    return tuple(sorted(key for key in keys if is_own(*key, context)))


def _remove_report(period: str, context: RunContext, work: Work) -> None:
    reports = dict(work.memory.reports)
    if (done := reports.pop(period, None)) is not None:
        work.warnings += remove_unless_edited(context.workspace, done.files)
        work.memory = work.memory.model_copy(update={"reports": reports})
