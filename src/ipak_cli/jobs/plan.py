"""``ipak pekppp plan``: the cheapest way from a filled workbook to a category or a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.arithmetic import parse_fraction
from ipak_cli.cells import row_ranges
from ipak_cli.jobs.assess import AssessRequest, Setting, assess_file
from ipak_cli.jobs.optimum import cheapest_plan
from ipak_cli.pekppp.candidates import candidates_of
from ipak_cli.pekppp.plan import least_value
from ipak_cli.problems import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.rubric.pekppp import HIGHEST_LEVEL
from ipak_cli.rubric.shipped import load_pekppp

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path

    from ipak_cli.origin import Tool
    from ipak_cli.pekppp.plan import Plan
    from ipak_cli.rubric.pekppp import PekpppRubric


def plan_file(path: Path, target: str, rubric: str, tool: Tool) -> tuple[Plan, tuple[Problem, ...]]:
    """Return the plan, and what was doubtful in the workbook.

    Raises ``ProblemsFoundError`` when the target is none, or the workbook has errors or unrated indicators.
    """
    loaded = load_pekppp(rubric)
    least = _least(target, loaded.rubric)
    assessed = assess_file(path, AssessRequest((path,)), Setting(loaded, tool))
    problems = assessed.result.problems
    unrated = [each.no for each in assessed.result.indicators if each.level is None]
    if unrated:
        blank = problem("E311", Where(path.name), indicators=row_ranges(unrated))
        raise ProblemsFoundError([blank, *problems])
    if has_errors(problems):
        raise ProblemsFoundError(problems)
    candidates = candidates_of(loaded.rubric, assessed.assessment, assessed.result)
    return cheapest_plan(candidates, least), problems


def _least(target: str, rubric: PekpppRubric) -> Fraction:
    """Return the least unrounded F-02 that counts as the target, a category's letter or a figure."""
    minimum = {each.code: each.minimum for each in rubric.categories}.get(target.strip().upper())
    if minimum is None:
        try:
            minimum = parse_fraction(target.replace(",", "."))
        except ValueError:
            raise ProblemsFoundError([_unknown(target, rubric)]) from None
    if not 0 <= minimum <= HIGHEST_LEVEL:
        raise ProblemsFoundError([_unknown(target, rubric)])
    return least_value(minimum)


def _unknown(target: str, rubric: PekpppRubric) -> Problem:
    return problem("E310", target=target, categories=", ".join(each.code for each in rubric.categories))
