"""Faults of single cells: a catalogue code and what its sentences need, before the cell's place is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell holds no answer or no time.

    ``unshown`` is the text of a cell that ``values`` keep to themselves, since it could tell who a person is;
    whether several cells say the same is known only when a whole column has been read.
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    unshown: str | None = None
