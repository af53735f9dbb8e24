"""How a command ends: what goes to standard output, what to standard error, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from enum import Enum
from fractions import Fraction
from typing import NoReturn

import typer

from ipak_cli.base.figures import NotScored, decimal, round_half_up
from ipak_cli.base.problem import Problem, Where, has_errors, problem, told_when_quiet
from ipak_cli.catalogue.pekppp import LIMIT_NOT_REACHED
from ipak_cli.cli.options import Exit
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.assess import document_of
from ipak_cli.jobs.plan import PlanDocument
from ipak_cli.pekppp.result import PekpppResult
from ipak_cli.survey.result import SurveyResult
from ipak_cli.terminal.console import show_problems, show_result, stdout, summary
from ipak_cli.terminal.pekppp import pekppp_view, plan_view
from ipak_cli.terminal.pekppp_compare import compare_view


class Shown(Enum):
    """What standard output gets."""

    VIEW = "view"
    JSON = "json"
    NOTHING = "nothing"


def show_outcome(result: SurveyResult, shown: Shown) -> None:
    """Show a result and its problems; leave with 1 when the input has errors."""
    failed = has_errors(result.problems)
    if shown is Shown.JSON:
        sys.stdout.write(to_json(result))
    elif shown is Shown.VIEW and not failed:
        show_result(result)
    sys.stdout.flush()
    tell(result.problems, quiet=shown is Shown.NOTHING)
    if failed:
        raise typer.Exit(Exit.INPUT_PROBLEMS)


def leave_with(
    problems: Sequence[Problem], *, as_json: bool = False, code: Exit = Exit.INPUT_PROBLEMS
) -> NoReturn:
    """Show problems that left nothing to show beside them, and leave."""
    if as_json:
        sys.stdout.write(to_json({"schema": "ipak/problems/1", "problems": tuple(problems)}))
    tell(problems)
    raise typer.Exit(code)


def tell(problems: Sequence[Problem], *, quiet: bool = False) -> None:
    """Show problems and their count on standard error; when quiet, those that stop or change a figure."""
    told = [problem for problem in problems if not quiet or told_when_quiet(problem)]
    if told:
        show_problems(told)
        sys.stderr.write(f"{summary(told)}\n")


def show_assessment(results: Sequence[PekpppResult], *, as_json: bool, quiet: bool) -> None:
    """Show one result, or several side by side, and the problems; leave with 1 when there are errors."""
    if as_json:
        sys.stdout.write(document_of(tuple(results)))
    elif not quiet:
        stdout().print(compare_view(results) if len(results) > 1 else pekppp_view(results[0]))
    sys.stdout.flush()
    problems = [problem for result in results for problem in result.problems]
    tell(problems, quiet=quiet)
    if has_errors(problems):
        raise typer.Exit(Exit.INPUT_PROBLEMS)


def fail_below(results: Sequence[PekpppResult], least: Fraction) -> None:
    """Leave with 3 when an index, IPP where it is known and else F-02, is below the gate or not known."""
    below = [problem for result in results for problem in _below(result, least)]
    if below:
        tell(below)
        raise typer.Exit(Exit.GATE_NOT_MET)


def _below(result: PekpppResult, least: Fraction) -> Iterator[Problem]:
    index, name = (result.f02, "F-02") if isinstance(result.ipp, NotScored) else (result.ipp, "IPP")
    where = Where(result.sources[0].name)
    if isinstance(index, NotScored):
        yield problem(
            LIMIT_NOT_REACHED, where, what=f"{name} yang belum dapat dihitung", least=decimal(least)
        )
    elif round_half_up(index) < least:
        yield problem(LIMIT_NOT_REACHED, where, what=f"{name} {decimal(index)}", least=decimal(least))


def show_plan(planned: PlanDocument, *, as_json: bool) -> None:
    """Show a plan and what was doubtful in its workbook; leave with 3 when the target cannot be reached."""
    if as_json:
        sys.stdout.write(to_json(planned))
    else:
        stdout().print(plan_view(planned.plan))
    sys.stdout.flush()
    tell(planned.problems)
    if not planned.plan.reachable:
        raise typer.Exit(Exit.GATE_NOT_MET)
