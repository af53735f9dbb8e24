"""The Zona Integritas part of a survey's result: components, predicates and their conditions, in points."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 (documents read the types at run time)
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction  # noqa: TC003 (as above)
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipak_cli.base.figures import Figure


class ConditionStatus(StrEnum):
    """What is known of a condition."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True)
class PartResult:
    """One part of a ZI component, in points; ``index`` is the code of the index that earns them, if any."""

    code: str
    name: str
    kind: str
    index: str | None
    maximum: Fraction
    points: Figure


@dataclass(frozen=True, slots=True)
class ComponentResult:
    """A ZI component, in points."""

    code: str
    name: str
    maximum: Fraction
    points: Figure
    parts: tuple[PartResult, ...]


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """A minimum and what was reached, in points."""

    name: str
    minimum: Fraction
    reached: Figure
    status: ConditionStatus


@dataclass(frozen=True, slots=True)
class PredicateResult:
    """A predicate; ``met`` speaks of what a survey can assess, and is ``None`` when some is not known."""

    name: str
    met: bool | None
    conditions: tuple[ConditionResult, ...]


@dataclass(frozen=True, slots=True)
class ZiResult:
    """The ZI result component by the named regulation."""

    regulation: str
    performance: str | None
    components: tuple[ComponentResult, ...]
    predicates: Mapping[str, PredicateResult]
