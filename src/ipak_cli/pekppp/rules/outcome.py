"""What a rule makes of an indicator's facts: a level with its reason, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ipak_cli.rubric.rules import Doubt


@dataclass(frozen=True, slots=True)
class Derived:
    """A level, why it is that one (Indonesian), and what the instrument left open there."""

    level: int
    reason: str
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class NotDerived:
    """No level: why (Indonesian), and what the instrument left open there."""

    reason: str
    doubts: tuple[Doubt, ...] = ()


Outcome: TypeAlias = Derived | NotDerived
