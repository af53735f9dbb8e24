"""What an assessor answered to the facts of the instrument."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Where

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.rubric.rules.outcome import Answer


@dataclass(frozen=True, slots=True)
class IndicatorAnswers:
    """One row of the assessment: the claim, the answers by fact id (blank ones are left out), the evidence.

    ``where`` is the claim's cell, ``answer_where`` the cell of each answer by fact id; ``evidence`` holds the
    names as written, the indicator's own and its facts', and ``evidence_where`` the cell of each. ``cost`` is
    what one level up costs, where the assessor gave it; ``fixed`` says that the level cannot be raised.
    ``faulty`` are the facts whose cell could not be read.
    """

    claimed: int | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    where: Where = field(default_factory=Where, compare=False)
    answer_where: Mapping[str, Where] = field(default_factory=dict, compare=False)
    evidence: tuple[str, ...] = ()
    evidence_where: Mapping[str, Where] = field(default_factory=dict, compare=False)
    cost: int | None = None
    fixed: bool = False
    faulty: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Assessment:
    """A filled workbook: the unit and period as written in it, and each indicator's answers by its number."""

    unit: str | None
    quarter: str | None
    indicators: Mapping[int, IndicatorAnswers]
