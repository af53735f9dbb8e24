"""What stands in the workbook's input cells, row by row, before it is looked at as an assessment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Where
from ipak_cli.pekppp.answers import Assessment, IndicatorAnswers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.rubric.pekppp import Indicator, PekpppRubric
    from ipak_cli.rubric.rules.outcome import Answer


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """What was filled in for an indicator, with the cells of its claim and its evidence.

    ``fixed`` stands for the word in the place of a cost.
    """

    claimed: int | None = None
    evidence: tuple[str, ...] = ()
    note: str | None = None
    cost: int | None = None
    fixed: bool = False
    where: Where = field(default_factory=Where, compare=False)
    evidence_where: Where = field(default_factory=Where, compare=False)


@dataclass(frozen=True, slots=True)
class FactEntry:
    """What was filled in for a fact, with its cell and that of its evidence; ``faulty``: it is unreadable."""

    answer: Answer | None = None
    evidence: tuple[str, ...] = ()
    faulty: bool = False
    where: Where = field(default_factory=Where, compare=False)
    evidence_where: Where = field(default_factory=Where, compare=False)


@dataclass(frozen=True, slots=True)
class Entries:
    """All of a workbook's input: indicators by number, facts by id; blank rows may be left out."""

    unit: str | None = None
    quarter: str | None = None
    indicators: Mapping[int, IndicatorEntry] = field(default_factory=dict)
    facts: Mapping[str, FactEntry] = field(default_factory=dict)


def assessment_of(entries: Entries, rubric: PekpppRubric) -> Assessment:
    """Return the assessment, in which every indicator of the rubric has its answers, blank or not."""
    return Assessment(
        entries.unit,
        entries.quarter,
        {indicator.no: _answers(entries, indicator) for indicator in rubric.indicators},
    )


def _answers(entries: Entries, indicator: Indicator) -> IndicatorAnswers:
    own = entries.indicators.get(indicator.no, IndicatorEntry())
    facts = {fact.id: entries.facts.get(fact.id, FactEntry()) for fact in indicator.facts}
    evidence = dict.fromkeys(own.evidence, own.evidence_where)
    for fact in facts.values():
        for name in fact.evidence:
            evidence.setdefault(name, fact.evidence_where)
    return IndicatorAnswers(
        claimed=own.claimed,
        answers={fact_id: fact.answer for fact_id, fact in facts.items() if fact.answer is not None},
        where=own.where,
        answer_where={fact_id: fact.where for fact_id, fact in facts.items()},
        evidence=tuple(evidence),
        evidence_where=evidence,
        cost=own.cost,
        fixed=own.fixed,
        faulty=frozenset(fact_id for fact_id, fact in facts.items() if fact.faulty),
    )
