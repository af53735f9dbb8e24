"""What an assessor filled in: the claim, the answers and the evidence of each indicator, with their cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Where

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.rubric.rules.interface import Answer


@dataclass(frozen=True, slots=True)
class FactAnswer:
    """The answer to a fact and the names of its evidence, with their cells; ``faulty``: it cannot be read."""

    answer: Answer | None = None
    evidence: tuple[str, ...] = ()
    faulty: bool = False
    where: Where = field(default_factory=Where, compare=False)
    evidence_where: Where = field(default_factory=Where, compare=False)


@dataclass(frozen=True, slots=True)
class IndicatorAnswers:
    """What was filled in for an indicator, with the cells of its claim and its evidence; facts by their id.

    ``cost`` is what one level up costs, where the assessor gave it; ``fixed`` says that the level cannot be
    raised.
    """

    claimed: int | None = None
    evidence: tuple[str, ...] = ()
    note: str | None = None
    cost: int | None = None
    fixed: bool = False
    facts: Mapping[str, FactAnswer] = field(default_factory=dict)
    where: Where = field(default_factory=Where, compare=False)
    evidence_where: Where = field(default_factory=Where, compare=False)

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers by fact id; blank ones are left out."""
        return {fact_id: fact.answer for fact_id, fact in self.facts.items() if fact.answer is not None}

    @property
    def faulty(self) -> frozenset[str]:
        """The facts whose answer cannot be read."""
        return frozenset(fact_id for fact_id, fact in self.facts.items() if fact.faulty)

    @property
    def all_evidence(self) -> dict[str, Where]:
        """Each name of evidence, the indicator's own and its facts', with the first cell that names it."""
        named = dict.fromkeys(self.evidence, self.evidence_where)
        for fact in self.facts.values():
            for name in fact.evidence:
                named.setdefault(name, fact.evidence_where)
        return named


@dataclass(frozen=True, slots=True)
class Assessment:
    """A filled workbook: the unit and period as written in it, and each indicator's answers by its number."""

    unit: str | None = None
    period: str | None = None
    indicators: Mapping[int, IndicatorAnswers] = field(default_factory=dict)
