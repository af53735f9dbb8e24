"""What a run remembers of its inputs when it ends, and of those whose results it is about to store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.run.conflicts import contested_documents
from ipak_cli.run.due import all_surveys, results_now
from ipak_cli.run.moved import earlier_inputs
from ipak_cli.run.values import DoneInput, SeenCopy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.run.due import RunContext
    from ipak_cli.run.values import InputRead, Work
    from ipak_cli.workspace.inbox import Arrived, Inbox
    from ipak_cli.workspace.store import InputKind


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
        look = ready[name].look if name in ready else done.known.look
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
            "earlier": earlier_inputs(here, inputs, context, work),
            "compared": compared_now,
            "begun": begun,
        }
    )


def _copy(copy: Arrived) -> SeenCopy:
    look = copy.look
    return SeenCopy(size=look.size, written=look.written, changed=look.changed, sha256=copy.sha256)


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
        results=dict.fromkeys(map(str, each.quarters), ""),
        basis=context.of_input(arrived.sha256, kind),
        by_hand=each.by_hand,
        together=each.together,
    )
