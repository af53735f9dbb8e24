"""Cells that cannot be read: why each has no value, and one problem for all that have the same fault."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import Entry, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.base.problem import Problem, Where

_ONE_BY_ONE: Final = 3
"""So many cells with the same fault are named one by one; more are one problem that names the first."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a cell cannot be read: an entry of the catalogue and the values of its sentences."""

    entry: Entry
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The code that users look up."""
        return self.entry.code


@dataclass(frozen=True, slots=True)
class UnreadCell:
    """A cell that cannot be read: its fault, what its row is called (``fakta F01-01``), and its place."""

    fault: Unread
    row: str
    where: Where


def problems_of(cells: Iterable[UnreadCell]) -> Iterator[Problem]:
    """Yield a problem for each cell; where many have the same fault, one for all of them."""
    alike: defaultdict[str, list[UnreadCell]] = defaultdict(list)
    for cell in cells:
        alike[repr((cell.fault.entry, sorted(cell.fault.values.items())))].append(cell)
    for same in alike.values():
        if len(same) > _ONE_BY_ONE:
            yield _problem(same[0], _listed(same))
        else:
            yield from (_problem(cell, cell.row) for cell in same)


def _problem(cell: UnreadCell, what: str) -> Problem:
    return problem(cell.fault.entry, cell.where, what=InFull(what), **cell.fault.values)


def _listed(cells: Sequence[UnreadCell]) -> str:
    named = ", ".join(f"{cell.row} (sel {cell.where.cell})" for cell in cells[:_ONE_BY_ONE])
    return f"{named} dan {len(cells) - _ONE_BY_ONE} sel lagi"
