"""Self-assessments of the shipped instrument: everything at its best, except what a test names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import Where
from ipak_cli.base.provenance import Tool
from ipak_cli.pekppp.answers import Assessment, FactAnswer, IndicatorAnswers
from ipak_cli.pekppp.assemble import NO_F03, Given, assess
from ipak_cli.pekppp.result import Evidence, EvidenceFile, UsersAnswers, WorkbookSource
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.pekppp import FactType

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.rubric.pekppp import Fact, Indicator
    from ipak_cli.rubric.rules.interface import Answer

LOADED = load_pekppp("pekppp-2025")
RUBRIC = LOADED.rubric
DIGEST = "a1" * 32
GAPS = {
    1: 1, 2: 2, 3: 2, 5: 1, 7: 3, 10: 2, 11: 1, 12: 3, 14: 1, 15: 4, 16: 2, 17: 5, 18: 4, 19: 6, 20: 3,
    22: 2, 23: 1, 25: 2, 27: 1, 30: 1,
}  # fmt: skip
"""How many facts of an indicator a middling unit lacks."""


def best(fact: Fact) -> Answer:
    """Return a fact's best answer; numbers are alike, and so are dates, so that nothing is left over."""
    if fact.type is FactType.NUMBER:
        return 10
    return date(2024, 12, 1) if fact.type is FactType.DATE else fact.answers[-1]


def answers(indicator: Indicator, lacking: int = 0) -> dict[str, Answer]:
    """Return an indicator's facts at their best, the last ``lacking`` ones at their worst."""
    given = {fact.id: best(fact) for fact in indicator.facts}
    words = [fact for fact in indicator.facts if fact.answers]
    return given | {fact.id: fact.answers[0] for fact in words[len(words) - lacking :]}


def filled(
    answers: Mapping[str, Answer] | None = None,
    faulty: Collection[str] = (),
    cells: Mapping[str, Where] | None = None,
    **own,
) -> IndicatorAnswers:
    """Return what was filled in for an indicator, with the cells of answers; ``own`` is its own row."""
    cells = cells or {}
    facts = {
        fact: FactAnswer(answer, where=cells.get(fact, Where())) for fact, answer in (answers or {}).items()
    }
    return IndicatorAnswers(facts=facts | {fact: FactAnswer(faulty=True) for fact in faulty}, **own)


def rows(
    gaps: Mapping[int, int] | None = None, claims: Mapping[int, int] | None = None
) -> dict[int, IndicatorAnswers]:
    """Return every indicator's row: as many facts lacking as ``gaps`` says, and the claims beside them."""
    gaps, claims = gaps or {}, claims or {}
    return {
        each.no: filled(answers(each, gaps.get(each.no, 0)), claimed=claims.get(each.no))
        for each in RUBRIC.indicators
    }


def result_of(
    indicators: Mapping[int, IndicatorAnswers] | None = None,
    *,
    unit: str | None = "Kantor Layanan Contoh",
    period: str | None = "IV-2024",
    evidence: Mapping[int, Evidence] | None = None,
    f03=NO_F03,
) -> PekpppResult:
    """Return the result of a self-assessment; without rows, everything is at its best."""
    given = Given(
        rubric=RUBRIC,
        digest=DIGEST,
        tool=Tool("ipak", "0"),
        period=parse_period(period) if period else None,
        f03=f03,
    )
    assessment = Assessment(unit, period, rows() if indicators is None else indicators)
    source = WorkbookSource("penilaian.xlsx", "b2" * 32, ("Penilaian", "Fakta"))
    return assess(given, assessment, evidence or {}, ((source,), ()))


def users(questions: int = 14, respondents: int = 12) -> UsersAnswers:
    """Return what F-03 was counted from: a file in which everybody answered every question."""
    source = WorkbookSource("f03.csv", "d4" * 32, ())
    form = {14: "A", 11: "B"}.get(questions)
    columns = tuple(f"A{chr(65 + column)}" for column in range(questions))
    return UsersAnswers(source, form, columns, questions, respondents, questions * respondents)


def found(*paths: str, **others: tuple[str, ...]) -> Evidence:
    """Return evidence of which ``paths`` exist; ``others`` are empty, refused, missing or links."""
    files = tuple(EvidenceFile(path, "c3" * 32, 1024) for path in paths)
    named = (*paths, *(name for names in others.values() for name in names))
    return Evidence(named=named, found=files, **others)
