"""How the PEKPPP commands end: what goes to standard output, what to standard error, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from fractions import Fraction

import typer

from ipak_cli.arithmetic import NotScored, round_half_up
from ipak_cli.cli.exits import Exit
from ipak_cli.cli.outcome import tell
from ipak_cli.console import stdout
from ipak_cli.documents.plain import to_json
from ipak_cli.jobs.assess import document_of
from ipak_cli.jobs.plan import PlanDocument
from ipak_cli.pekppp.result import PekpppResult
from ipak_cli.pekppp_compare_view import compare_view
from ipak_cli.pekppp_plan_view import plan_view
from ipak_cli.pekppp_view import pekppp_view
from ipak_cli.problems import Problem, Where, has_errors, problem
from ipak_cli.wording import decimal


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
        yield problem("E312", where, what=f"{name} yang belum dapat dihitung", least=decimal(least))
    elif round_half_up(index) < least:
        yield problem("E312", where, what=f"{name} {decimal(index)}", least=decimal(least))


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
