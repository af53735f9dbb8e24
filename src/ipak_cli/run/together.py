"""Inputs that are one survey: what became of the one that stands for them is theirs too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.base.problem import has_errors, problem
from ipak_cli.catalogue.drive import SCORED_WITH_A_FAULTY_FILE
from ipak_cli.run.decided import INBOX
from ipak_cli.run.due import Due
from ipak_cli.workspace.inbox import where_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.run.values import InputRead
    from ipak_cli.workspace.inbox import Arrived


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
        mine.append(problem(SCORED_WITH_A_FAULTY_FILE, where_of(each.name), other=f"{INBOX}{faulty}"))
    return replace(each, result=None, repeated=(), problems=tuple(mine))


def bare(name: str) -> str:
    """Return a file's name without its folders, as problems of reading show it."""
    return name.rpartition("/")[2]
