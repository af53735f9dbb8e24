"""The result of a self-assessment put together from its answers and what is known besides them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from ipak_cli.base.figures import Figure, NotScored, decimal
from ipak_cli.base.message import InFull, Message
from ipak_cli.base.problem import Entry, Problem, Where, problem, worst_first
from ipak_cli.base.provenance import RubricRef, Tool, period_of
from ipak_cli.catalogue.pekppp import (
    CLAIM_ABOVE_FACTS,
    CLAIM_ALONE,
    CLAIM_BELOW_FACTS,
    CLAIM_WITHOUT_FACTS,
    F03_NOT_GIVEN,
    INDEX_BETWEEN_CATEGORIES,
    INDICATOR_NOT_RATED,
    INSTRUMENT_AMBIGUOUS,
    NO_FACT_READABLE,
    NOTHING_FILLED,
    READINGS_USED,
)
from ipak_cli.pekppp.answers import IndicatorAnswers
from ipak_cli.pekppp.contradictions import contradictions_of, odd_dates, reversed_dates
from ipak_cli.pekppp.levels import derive, steps_up
from ipak_cli.pekppp.result import (
    SCHEMA,
    Evidence,
    IndicatorResult,
    Next,
    PekpppResult,
    Status,
    WorkbookSource,
)
from ipak_cli.pekppp.scores import (
    categorise,
    category_above_gap,
    score_aspects,
    score_f02,
    score_ipp,
    score_principles,
)
from ipak_cli.rubric.rules.interface import Derived, NotDerived, Outcome
from ipak_cli.tables.cell import row_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from ipak_cli.base.period import Period
    from ipak_cli.pekppp.answers import Assessment
    from ipak_cli.pekppp.contradictions import Contradiction
    from ipak_cli.pekppp.result import UsersAnswers
    from ipak_cli.rubric.pekppp import Indicator, PekpppRubric

NO_F03 = NotScored(F03_NOT_GIVEN())


@dataclass(frozen=True, slots=True)
class Given:
    """What scoring takes from outside the answers."""

    rubric: PekpppRubric
    digest: str
    tool: Tool
    unit: str | None = None
    period: Period | None = None
    today: date | None = None
    f03: Figure = NO_F03
    users: UsersAnswers | None = None


def assess(
    given: Given,
    assessment: Assessment,
    evidence: Mapping[int, Evidence],
    read: tuple[tuple[WorkbookSource, ...], tuple[Problem, ...]],
) -> PekpppResult:
    """Derive every level and score them; ``read`` are the sources and the problems of reading them."""
    rubric = given.rubric
    sources, problems = read
    contradictions = contradictions_of(rubric, assessment)
    indicators = _indicators(rubric, assessment, evidence, contradictions)
    levels = {each.no: each.level for each in indicators}
    aspects = score_aspects(rubric, levels)
    f02 = score_f02(aspects)
    ipp = score_ipp(rubric, f02, given.f03)
    index, name = (f02, "F-02") if isinstance(ipp, NotScored) else (ipp, "IPP")
    where = Where(sources[0].name) if sources else Where()
    places = {no: row.where for no, row in assessment.indicators.items()}
    found = [
        *_outcome_problems(indicators, places),
        *(contradiction.warning for contradiction in contradictions),
        *odd_dates(assessment, given.period, given.today),
        *reversed_dates(rubric, assessment),
        *_gap(rubric, index, name, where),
    ]
    return PekpppResult(
        schema=SCHEMA,
        tool=given.tool,
        rubric=RubricRef(rubric.id, rubric.version, given.digest),
        unit=given.unit or assessment.unit,
        period=period_of(given.period),
        sources=sources,
        indicators=indicators,
        aspects=aspects,
        principles=score_principles(rubric, levels),
        f02=f02,
        f03=given.f03,
        users=given.users,
        ipp=ipp,
        category=categorise(rubric, index, name),
        answered=sum(level is not None for level in levels.values()),
        complete=None not in levels.values(),
        problems=worst_first((*problems, *found)),
    )


def _indicators(
    rubric: PekpppRubric,
    assessment: Assessment,
    evidence: Mapping[int, Evidence],
    contradictions: tuple[Contradiction, ...],
) -> tuple[IndicatorResult, ...]:
    rows = {each.no: assessment.indicators.get(each.no, IndicatorAnswers()) for each in rubric.indicators}
    return tuple(
        replace(
            _indicator(rubric, each, rows[each.no], evidence.get(each.no)),
            contradictions=tuple(one.told for one in contradictions if each.no in one.indicators),
        )
        for each in rubric.indicators
    )


def _indicator(
    rubric: PekpppRubric, indicator: Indicator, given: IndicatorAnswers, evidence: Evidence | None
) -> IndicatorResult:
    status, outcome = _decide(indicator, given)
    derived = outcome.level if isinstance(outcome, Derived) else None
    return IndicatorResult(
        no=indicator.no,
        code=indicator.code,
        title=indicator.title,
        aspect=rubric.aspect_of(indicator).code,
        principle=indicator.principle,
        weight=rubric.share_of(indicator) * 100,
        claimed=given.claimed,
        derived=derived,
        level=given.claimed if status is Status.CLAIMED else derived,
        status=status,
        reason=_reason(status, outcome),
        ambiguity=_ambiguity(indicator, outcome),
        contradictions=(),
        next=_next(rubric, indicator, given) if derived is not None else None,
        evidence=evidence or Evidence(named=tuple(given.all_evidence)),
    )


def _decide(indicator: Indicator, given: IndicatorAnswers) -> tuple[Status, Outcome | None]:
    """Let the facts decide; a claim stands only where no fact was answered at all."""
    if len(given.faulty) == len(indicator.facts):
        return Status.MISSING, NotDerived(NO_FACT_READABLE())
    if given.answers or given.faulty:
        outcome = derive(indicator, given.answers, given.faulty)
        return (Status.DERIVED if isinstance(outcome, Derived) else Status.MISSING), outcome
    return (Status.MISSING if given.claimed is None else Status.CLAIMED), None


def _reason(status: Status, outcome: Outcome | None) -> Message:
    if outcome is not None:
        return outcome.reason
    return CLAIM_ALONE() if status is Status.CLAIMED else NOTHING_FILLED()


def _ambiguity(indicator: Indicator, outcome: Outcome | None) -> Message | None:
    """Return the readings that were used where the instrument leaves the level open."""
    doubts = outcome.doubts if outcome else ()
    texts = tuple(InFull(text) for doubt in doubts if (text := indicator.doubt_text(doubt)))
    return READINGS_USED(readings=texts) if texts else None


def _next(rubric: PekpppRubric, indicator: Indicator, given: IndicatorAnswers) -> Next | None:
    steps = steps_up(indicator, given.answers)
    if not steps:
        return None
    today = derive(indicator, given.answers)
    climbed = steps[0].level - (today.level if isinstance(today, Derived) else 0)
    needs = tuple(need.text for need in steps[0].needs)
    return Next(steps[0].level, needs, rubric.share_of(indicator) * climbed)


def _outcome_problems(
    indicators: tuple[IndicatorResult, ...], places: Mapping[int, Where]
) -> Iterator[Problem]:
    """Report claims that differ from their facts or have none, what is missing, what is ambiguous.

    Indicators that miss the same, or only have a claim, are one problem.
    """
    alike: defaultdict[tuple[Entry, Message], list[int]] = defaultdict(list)
    for each in indicators:
        where = places.get(each.no, Where())
        if each.status is not Status.DERIVED:
            alike[INDICATOR_NOT_RATED if each.level is None else CLAIM_WITHOUT_FACTS, each.reason].append(
                each.no
            )
        elif each.claimed is not None and each.derived is not None and each.claimed != each.derived:
            entry = CLAIM_ABOVE_FACTS if each.claimed > each.derived else CLAIM_BELOW_FACTS
            yield problem(entry, where, no=each.no, claimed=each.claimed, derived=each.derived)
        if each.ambiguity:
            yield problem(INSTRUMENT_AMBIGUOUS, where, no=each.no, text=_in_sentence(each.ambiguity))
    for (entry, reason), numbers in alike.items():
        where = places.get(numbers[0], Where())
        shared = where if len(numbers) == 1 else Where(where.file, where.sheet)
        yield problem(entry, shared, no=row_ranges(numbers), reason=reason)


def _gap(rubric: PekpppRubric, index: Figure, name: str, where: Where) -> Iterator[Problem]:
    above = category_above_gap(rubric, index)
    if above is not None and not isinstance(index, NotScored):
        yield problem(
            INDEX_BETWEEN_CATEGORIES, where, figure=f"{name} {decimal(index, 4)}", category=above.code
        )


def _in_sentence(ambiguity: Message) -> Message:
    """Return the readings without the last one's full stop, for a sentence that has its own."""
    *first, last = cast("tuple[str, ...]", ambiguity.values["readings"])
    return READINGS_USED(readings=(*map(InFull, first), InFull(last.rstrip("."))))
