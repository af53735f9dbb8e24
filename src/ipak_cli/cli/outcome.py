"""How a command ends: what goes to standard output, what to standard error, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, NoReturn

import typer

from ipak_cli.base.problem import Problem, has_errors, told_when_quiet
from ipak_cli.cli.options import Exit
from ipak_cli.documents.write import to_json
from ipak_cli.terminal.console import show_problems, show_result, summary

if TYPE_CHECKING:
    from ipak_cli.survey.result import SurveyResult


class OutputChoice(Enum):
    """What standard output gets."""

    VIEW = "view"
    JSON = "json"
    NOTHING = "nothing"


def show_outcome(result: SurveyResult, shown: OutputChoice) -> None:
    """Show a result and its problems; leave with 1 when the input has errors."""
    failed = has_errors(result.problems)
    if shown is OutputChoice.JSON:
        sys.stdout.write(to_json(result))
    elif shown is OutputChoice.VIEW and not failed:
        show_result(result)
    sys.stdout.flush()
    tell(result.problems, quiet=shown is OutputChoice.NOTHING)
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
