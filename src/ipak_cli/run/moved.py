"""What is remembered of inputs, and results that they outgrew: for another period now, or failing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ipak_cli.base.period import Period, parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.drive import (
    FORMER_RESULT_KEPT,
    FORMER_RESULT_WITHDRAWN,
    NEW_RESULTS_BESIDE_FAILED_INPUT,
    RESULT_OLDER_THAN_FAILING_INPUT,
    STORED_FIGURE_NOT_IN_SETTINGS,
)
from ipak_cli.run.conflicts import (
    contested_documents,
    faulty_inputs,
    is_own,
    put_aside,
    was_counted,
)
from ipak_cli.run.decided import figures_of, holds_f03
from ipak_cli.run.due import all_surveys, content_of, digest_of, results_now, stored_documents
from ipak_cli.run.values import DoneInput, SeenFile
from ipak_cli.survey.result import SurveyResult
from ipak_cli.workspace.inbox import where_of
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.store import InputKind, item_table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.run.due import RunContext, StoredDocument
    from ipak_cli.run.values import InputRead, Memory, Work
    from ipak_cli.workspace.inbox import Arrived, Inbox

_Key: TypeAlias = tuple[InputKind, Period]


def leave_former_periods(read: Sequence[InputRead], context: RunContext, work: Work) -> None:
    """Put aside the results of periods that inputs are for no longer, and tell which stay.

    The same answers under another period are a correction, and would count twice. Other answers under an old
    name may as well be the next period's export: what is stored then stays, as that of a removed input.
    """
    claimed = _claimed(read, work.inbox, work.memory)
    for each in read:
        if each.periods and not _is_partner(each):
            for key in sorted(_former(each.name, work.memory) - claimed):
                _leave(each, key, context, work)


def _is_partner(each: InputRead) -> bool:
    """Tell whether another input stands for this one, which says the same."""
    return bool(each.together) and not (each.result or each.repeated)


def remember_inputs(work: Work, inbox: Inbox, taken: Sequence[InputRead], context: RunContext) -> None:
    """Remember what is done; what failed is tried again, what waits keeps what was known of it.

    So does what stands in a folder that could not be opened.
    """
    ready = {arrived.name: arrived for arrived in inbox.ready}
    here = {*ready, *work.waiting} if inbox.whole else {*ready, *work.memory.inputs}
    inputs = {name: done for name, done in work.memory.inputs.items() if name in here}
    for each in taken:
        inputs.pop(each.name, None)
        if each.name not in work.faults and not each.unready and each.kind is not None:
            inputs[each.name] = done_input(ready[each.name], each, each.kind, context)
    first = _first_names(inputs)
    for name, done in inputs.items():
        # What is left alone for now may hold something else, and is due as long as it is not taken.
        same = name in ready and ready[name].sha256 == done.known.sha256
        look = ready[name].look if same else done.known.look
        under = first[done.known.sha256, done.kind]
        seen = {
            "size": look.size,
            "written": look.written,
            "changed": look.changed,
            "results": results_now(done, context.opened.stored),
            "under": None if under == name else under,
        }
        inputs[name] = done.model_copy(update=seen)
    compared_now = all_surveys(context.opened.stored)
    begun = contested_documents(taken, context)
    work.memory = work.memory.model_copy(
        update={
            "inputs": dict(sorted(inputs.items())),
            "copies": {copy.name: _copy(copy) for copy in inbox.copies},
            "earlier": _earlier_inputs(here, inputs, context, work),
            "compared": compared_now,
            "begun": begun,
        }
    )


def _copy(copy: Arrived) -> SeenFile:
    look = copy.look
    return SeenFile(size=look.size, written=look.written, changed=look.changed, sha256=copy.sha256)


def _first_names(inputs: Mapping[str, DoneInput]) -> Mapping[tuple[str, InputKind], str]:
    """Return the first name of each content."""
    first: dict[tuple[str, InputKind], str] = {}
    for name in sorted(inputs):
        first.setdefault((inputs[name].known.sha256, inputs[name].kind), name)
    return first


def done_input(arrived: Arrived, each: InputRead, kind: InputKind, context: RunContext) -> DoneInput:
    """Return what is to be remembered of an input that was done."""
    return DoneInput(
        size=arrived.look.size,
        written=arrived.look.written,
        changed=arrived.look.changed,
        kind=kind,
        results=dict.fromkeys(map(str, each.periods), ""),
        basis=context.of_input(arrived.sha256, kind),
        by_hand=each.by_hand,
        together=each.together,
    )


def _earlier_inputs(
    here: Collection[str], done: Collection[str], context: RunContext, work: Work
) -> dict[str, DoneInput]:
    """Return the inputs of earlier runs that are ``here``, but not ``done`` as they are now.

    Where a run stored their results anew, since they say something else of other periods, these are told.
    """
    before = {**work.memory.inputs, **work.memory.earlier}
    still = {*here, *work.faults} if work.inbox.whole else before.keys()
    return {
        name: _as_stored(before[name], context, work) for name in sorted((before.keys() & still) - {*done})
    }


def results_older_than_inputs(
    failing: Collection[str], memory: Memory, context: RunContext
) -> tuple[Problem, ...]:
    """Tell which stored results are those of inputs as they were before they failed."""
    return tuple(_older(failing, memory, context))


def unplaced(taken: Sequence[InputRead], memory: Memory) -> tuple[Problem, ...]:
    """Say which inputs failed before their periods were known, beside new results that are without them."""
    placed = {name for names in faulty_inputs(taken, memory).values() for name in names}
    surveys = [each for each in taken if each.kind is not InputKind.PEKPPP]
    given = [(each, period) for each in surveys if not each.failed for period in each.periods]
    new = sorted({period for each, period in given if not was_counted(each, period, memory)})
    lost = tuple(
        each.name for each in surveys if each.failed and not each.periods and each.name not in placed
    )
    if not (lost and new):
        return ()
    periods = tuple(map(str, new))
    return (problem(NEW_RESULTS_BESIDE_FAILED_INPUT, where_of(lost[0]), names=lost, periods=periods),)


def figures_not_in_settings(context: RunContext, periods: Collection[Period]) -> tuple[Problem, ...]:
    """Tell which stored surveys of some periods have what ``ipak.yaml`` does not say.

    The office gave it by an option, or ``ipak.yaml`` said so once: from the result alone nobody can tell.
    """
    return tuple(
        problem(
            STORED_FIGURE_NOT_IN_SETTINGS,
            Where(SHOWN.result(each.period, each.kind.file).as_posix()),
            key=key,
            value=value,
            period=each.period,
        )
        for each in stored_documents(context.opened.stored)
        if each.kind is InputKind.SURVEY and each.period in periods
        for key, value in _unsaid(each, context)
    )


def _leave(each: InputRead, key: _Key, context: RunContext, work: Work) -> None:
    kind, before = key
    if content_of(context.opened.stored, *key) is None:
        return
    repeats = is_own(*key, context) and _has_same_answers(each, key, context)
    entry = FORMER_RESULT_KEPT
    if repeats and not (kind is InputKind.PEKPPP and holds_f03(context, before)):
        entry = FORMER_RESULT_WITHDRAWN
        try:
            put_aside(*key, context, work)
        except ProblemsFoundError as found:
            # The input is not done: the next run tries again.
            work.faults[each.name] = (*work.faults.get(each.name, ()), *found.problems)
            return
    now = ", ".join(map(str, each.periods))
    work.problems.append(
        problem(entry, where_of(each.name), kind=kind.label, period=before, now=now, file=kind.file)
    )


def _claimed(read: Sequence[InputRead], inbox: Inbox, memory: Memory) -> set[_Key]:
    """Return what inputs are for now; one that fails, or could not be looked at, keeps what it was for."""
    names = {arrived.name for arrived in inbox.ready} | {*inbox.waiting}
    if not inbox.whole:
        names |= {*memory.inputs, *memory.earlier}
    moving = {each.name for each in read if each.periods}
    claims = {key for name in names - moving for key in _former(name, memory)}
    return claims | {(each.kind, period) for each in read if each.kind for period in each.periods}


def _former(name: str, memory: Memory) -> set[_Key]:
    known = (memory.inputs.get(name), memory.earlier.get(name))
    return {(done.kind, parse_period(period)) for done in known if done for period in done.periods}


def _has_same_answers(each: InputRead, key: _Key, context: RunContext) -> bool:
    """Tell whether a stored result has the answers that its input has now."""
    kind, before = key
    if each.kind is not kind:
        return False
    try:
        given = [each.result] if each.result else [*each.repeated]
        now = given or [_stored(kind, period, context) for period in each.periods]
        then = _answers(_stored(kind, before, context))
    except ProblemsFoundError:
        return False
    return any(_answers(result) == then for result in now)


def _stored(kind: InputKind, period: Period, context: RunContext) -> SurveyResult | PekpppResult:
    stored = context.opened.stored
    if kind is InputKind.SURVEY:
        return stored.load(InputKind.SURVEY, period)
    return stored.load(InputKind.PEKPPP, period)


def _answers(result: SurveyResult | PekpppResult) -> object:
    return item_table(result) if isinstance(result, SurveyResult) else result.indicators


def _as_stored(done: DoneInput, context: RunContext, work: Work) -> DoneInput:
    own, now = work.on_disk.own_documents, results_now(done, context.opened.stored)
    results = {
        period: now[period] if now[period] in own else digest for period, digest in done.results.items()
    }
    return done.model_copy(update={"results": results})


def _older(failing: Collection[str], memory: Memory, context: RunContext) -> Iterator[Problem]:
    claimed = {key for name in memory.inputs for key in _former(name, memory)}
    for name in sorted(memory.earlier.keys() & {*failing}):
        done = memory.earlier[name]
        for period, digest in done.results.items():
            key = done.kind, parse_period(period)
            content = content_of(context.opened.stored, *key)
            if key not in claimed and content is not None and digest_of(content) == digest:
                where = where_of(name)
                yield problem(RESULT_OLDER_THAN_FAILING_INPUT, where, kind=done.kind.label, period=key[1])


def _unsaid(document: StoredDocument, context: RunContext) -> Iterator[tuple[str, object]]:
    said = context.opened.config.of(document.period)
    population, performance = figures_of(document)
    found = (
        ("population", said.population, population),
        ("performance", said.performance, performance),
    )
    return ((key, value) for key, wanted, value in found if wanted is None and value is not None)
