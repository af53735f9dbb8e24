"""Two inputs for one quarter: none is guessed to be the right one, and equal ones count once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from ipak_cli.jobs.run_basis import Kind
from ipak_cli.period import Quarter, parse_quarter
from ipak_cli.problems import problem
from ipak_cli.workspace.inbox import where_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.jobs.run_memory import Memory
    from ipak_cli.jobs.run_step import Taken
    from ipak_cli.workspace.inbox import Inbox

_Claims: TypeAlias = dict[tuple[Kind, Quarter], list[str]]
"""The names of the inputs that each quarter and kind has."""


def settled(taken: Sequence[Taken], inbox: Inbox, memory: Memory) -> tuple[Taken, ...]:
    """Refuse the inputs that meet another one for the same quarter and kind; equal ones count once."""
    # What waits, or stands in a folder that could not be opened, keeps the quarters that it had.
    unseen = {name: done.known.sha256 for name, done in memory.inputs.items()}
    if inbox.whole:
        unseen = {name: unseen[name] for name in inbox.waiting if name in unseen}
    digests = unseen | {arrived.name: arrived.sha256 for arrived in inbox.ready}
    claims: _Claims = {}
    again = {each.name for each in taken if not each.unready}
    for name in (name for name in sorted(digests) if name in memory.inputs and name not in again):
        done = memory.inputs[name]
        for quarter in map(parse_quarter, done.quarters):
            claims.setdefault((done.kind, quarter), []).append(name)
    for each in taken:
        for quarter in each.quarters:
            if each.kind is not None:
                claims.setdefault((each.kind, quarter), []).append(each.name)
    return tuple(_settle(each, claims, digests) for each in taken)


def _settle(each: Taken, claims: _Claims, digests: dict[str, str]) -> Taken:
    if each.document is None or each.kind is None:
        return each
    key = each.kind, each.quarters[0]
    where, digest = where_of(each.name), each.due.arrived.sha256
    others = [name for name in claims[key] if digests[name] != digest]
    if others:
        fault = problem("D643", where, other=others[0], kind=each.kind.label, quarter=key[1])
        return replace(each, document=None, problems=(fault,))
    first = next(name for name in claims[key] if digests[name] == digest)
    if first != each.name:
        return replace(each, document=None, problems=(problem("D638", where, other=first),))
    return each
