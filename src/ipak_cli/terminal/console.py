"""Results and problems in the terminal: the result on standard output, the problems on standard error."""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.text import Text

from ipak_cli.base.message import Message
from ipak_cli.base.problem import Severity, worst_first
from ipak_cli.catalogue.indonesian import CATALOGUE, hint_of, message_of, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.survey.result import SurveyResult

WIDTH: Final = 80
"""Columns of the terminal view where the terminal does not say how many it has."""
MOST_SHOWN: Final = 20
"""Problems of one code that the terminal lists; the result document has more."""
_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_NAMES: Final = {Severity.ERROR: "GALAT", Severity.WARNING: "PERINGATAN", Severity.NOTE: "CATATAN"}


def stdout() -> Console:
    """Return the console for results."""
    return _console(sys.stdout.isatty(), stderr=False)


def stderr() -> Console:
    """Return the console for problems, progress and summaries."""
    return _console(sys.stderr.isatty(), stderr=True)


def _console(terminal: bool, *, stderr: bool) -> Console:  # noqa: FBT001 (what isatty says, passed on)
    return Console(
        stderr=stderr, width=None if terminal else WIDTH, highlight=False, markup=False, emoji=False
    )


def show_result(result: SurveyResult) -> None:
    """Print a survey result: figures first, then items from lowest to highest."""
    from ipak_cli.terminal.survey import survey_view  # noqa: PLC0415 (problems alone need no tables)

    stdout().print(survey_view(result))


def show_problems(problems: Sequence[Problem]) -> None:
    """Print problems to standard error, the worst first.

    A terminal gets them grouped by code; a log gets each on a line of its own, complete, to be searched.
    """
    console = stderr()
    for renderable in problem_groups(problems) if console.is_terminal else problem_lines(problems):
        console.print(renderable, soft_wrap=not console.is_terminal)


def problem_lines(problems: Sequence[Problem]) -> Iterator[Text]:
    """Yield one line for each problem: severity, code, place, what is wrong, what to do."""
    for problem in worst_first(problems):
        place = f"{problem.where}: " if str(problem.where) else ""
        yield Text(
            f"{_NAMES[problem.severity]} {problem.code} {place}{message_of(problem)}. {hint_of(problem)}"
        )


def log_words(said: Problem | Message) -> str:
    """Word a message, or the heading of a problem, for a log."""
    return say(said) if isinstance(said, Message) else CATALOGUE[said.code].title


def problem_groups(problems: Sequence[Problem]) -> Iterator[Text]:
    """Yield the lines: a heading for each code, then place and message of each problem, then what to do.

    The advice stands once where it is the same for the whole group, else in each line.
    """
    by_code = groupby(worst_first(problems), key=lambda problem: (problem.severity, problem.code))
    for (severity, code), group in by_code:
        listed = list(group)
        count = f" ({len(listed)})" if len(listed) > 1 else ""
        yield Text.assemble(
            (f"{_NAMES[severity]} {code}", _STYLES[severity]), f" {CATALOGUE[code].title}{count}"
        )
        shared = len({hint_of(problem) for problem in listed}) == 1
        for problem in listed[:MOST_SHOWN]:
            place = str(problem.where)
            advice = "" if shared else f". {hint_of(problem)}"
            yield Text.assemble(
                "  ", (f"{place}: " if place else "", "bold"), f"{message_of(problem)}{advice}"
            )
        if len(listed) > MOST_SHOWN:
            yield Text(f"  … dan {len(listed) - MOST_SHOWN} lagi; semuanya ada di keluaran --json")
        if shared:
            yield Text(f"  → {hint_of(listed[0])}", style="italic")


def summary(problems: Sequence[Problem]) -> str:
    """Count the problems in one line: ``2 galat, 1 peringatan``."""
    counts = {severity: sum(p.severity is severity for p in problems) for severity in Severity}
    return ", ".join(f"{n} {_NAMES[severity].lower()}" for severity, n in counts.items() if n)
