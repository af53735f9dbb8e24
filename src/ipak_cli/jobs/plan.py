"""``ipak pekppp plan``: the cheapest way from a filled workbook to a category or a figure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.base.quarter import parse_quarter
from ipak_cli.catalogue.drive import CATEGORY_OR_NAME, LISTED_BEFORE
from ipak_cli.catalogue.pekppp import GOAL_UNKNOWN, PLAN_NEEDS_ALL_INDICATORS
from ipak_cli.pekppp.assemble import Given, assess
from ipak_cli.pekppp.book.open import read_workbook
from ipak_cli.pekppp.plan import candidates_of, cheapest_plan, least_value, minimum_of
from ipak_cli.tables.cell import row_ranges

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path

    from ipak_cli.base.provenance import Period, RubricRef, Tool
    from ipak_cli.pekppp.plan import Plan
    from ipak_cli.pekppp.result import WorkbookSource
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.pekppp import PekpppRubric


SCHEMA: Final = "ipak/pekppp-plan/1"


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A plan, what it was made from, and what was doubtful there; field names are keys of the document."""

    schema: str
    tool: Tool
    rubric: RubricRef
    unit: str | None
    period: Period
    sources: tuple[WorkbookSource, ...]
    plan: Plan
    problems: tuple[Problem, ...]


def plan_file(path: Path, target: str, loaded: LoadedRubric[PekpppRubric], tool: Tool) -> PlanDocument:
    """Return the plan with what was doubtful in the workbook; evidence is not looked for.

    Raises ``ProblemsFoundError`` when the target is none, or the workbook has errors or unrated indicators.
    """
    least = _least(target, loaded.rubric)
    read = read_workbook(path, loaded)
    quarter = parse_quarter(read.assessment.quarter) if read.assessment.quarter else None
    given = Given(loaded.rubric, loaded.digest, tool, quarter=quarter)
    result = assess(given, read.assessment, {}, ((read.source,), read.problems))
    problems = result.problems
    unrated = [each.no for each in result.indicators if each.level is None]
    if unrated:
        blank = problem(PLAN_NEEDS_ALL_INDICATORS, Where(path.name), indicators=row_ranges(unrated))
        raise ProblemsFoundError([blank, *problems])
    if has_errors(problems):
        raise ProblemsFoundError(problems)
    plan = cheapest_plan(candidates_of(loaded.rubric, read.assessment, result), least)
    return PlanDocument(
        SCHEMA, tool, result.rubric, result.unit, result.period, result.sources, plan, problems
    )


def _least(target: str, rubric: PekpppRubric) -> Fraction:
    """Return the least unrounded F-02 that counts as the target, a category or a figure."""
    try:
        return least_value(minimum_of(target, rubric))
    except ValueError:
        raise ProblemsFoundError([_unknown(target, rubric)]) from None


def _unknown(target: str, rubric: PekpppRubric) -> Problem:
    named = [CATEGORY_OR_NAME(code=each.code, name=InFull(each.name)) for each in rubric.categories]
    listed = reduce(lambda rest, first: LISTED_BEFORE(first=first, rest=rest), reversed(named))
    return problem(GOAL_UNKNOWN, target=target, categories=listed)
