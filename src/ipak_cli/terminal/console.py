"""The terminal: problems and entries of the catalogue, and what the views of results are built of."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import groupby
from string import Formatter
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.text import Text

from ipak_cli.base.figures import decimal, grouped_int
from ipak_cli.base.message import Message
from ipak_cli.base.problem import Severity, at_most, worst_first
from ipak_cli.base.text import shown
from ipak_cli.catalogue.indonesian import CATALOGUE, hint_of, message_of, say
from ipak_cli.catalogue.usage import MORE_OF_THE_SAME
from ipak_cli.documents.write import MOST_OF_A_KIND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from rich.console import ConsoleOptions, RenderableType, RenderResult
    from rich.segment import Segment
    from rich.table import Table

    from ipak_cli.base.problem import Problem
    from ipak_cli.catalogue.indonesian import Sentences
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import SurveyResult


WIDTH: Final = 80
"""Columns of the terminal view where the terminal does not say how many it has."""
MOST_SHOWN: Final = 20
"""Problems of one code that the terminal lists; the result document has more."""
_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
NAMES: Final = {Severity.ERROR: "galat", Severity.WARNING: "peringatan", Severity.NOTE: "catatan"}
"""What the severities are called, in a sentence."""


class _CleanConsole(Console):
    """A console on which no text of a file, a name or a respondent can steer the terminal."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """Yield what is written; only the styles of our own views are controls."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=shown(segment.text))


def stdout() -> Console:
    """Return the console for results."""
    return _console(sys.stdout.isatty(), stderr=False)


def at_terminal() -> bool:
    """Tell whether somebody can be asked; a closed input is ``None`` to Python."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def stderr() -> Console:
    """Return the console for problems, progress and summaries."""
    return _console(sys.stderr.isatty(), stderr=True)


def _console(terminal: bool, *, stderr: bool) -> Console:  # noqa: FBT001 (what isatty says, passed on)
    return _CleanConsole(
        stderr=stderr, width=None if terminal else WIDTH, highlight=False, markup=False, emoji=False
    )


def show_result(result: SurveyResult, rubric: SurveyRubric | None = None, *, detail: bool = False) -> None:
    """Print a survey result: what matters on one screen, or in detail."""
    from ipak_cli.terminal.survey import survey_view  # noqa: PLC0415 (problems alone need no tables)

    stdout().print(survey_view(result, rubric, detail=detail))


def show_problems(problems: Sequence[Problem]) -> None:
    """Print problems to standard error, the worst first.

    A terminal gets them grouped by code; a log gets each on a line of its own, complete, to be searched.
    """
    console = stderr()
    for renderable in problem_groups(problems) if console.is_terminal else problem_lines(problems):
        console.print(renderable, soft_wrap=not console.is_terminal)


def problem_lines(problems: Sequence[Problem]) -> Iterator[Text]:
    """Yield one line for each problem: severity, code, place, what is wrong, what to do."""
    for problem in worst_first(at_most(problems, MOST_OF_A_KIND, MORE_OF_THE_SAME)):
        place = f"{problem.where}: " if str(problem.where) else ""
        name = NAMES[problem.severity].upper()
        yield Text(shown(f"{name} {problem.code} {place}{message_of(problem)}. {hint_of(problem)}"))


def log_words(said: Problem | Message) -> str:
    """Word a message, or the heading of a problem, for a log."""
    return say(said) if isinstance(said, Message) else CATALOGUE[said.code].title


@dataclass(frozen=True, slots=True)
class Hanging:
    """A text below a heading: what its line has no room for goes on further in."""

    text: Text

    @property
    def plain(self) -> str:
        """The words alone, on one line."""
        return self.text.plain

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines."""
        for number, line in enumerate(self.text.wrap(console, options.max_width - 4)):
            yield Text.assemble("    " if number else "  ", line)


def problem_groups(problems: Sequence[Problem]) -> Iterator[Text | Hanging]:
    """Yield the lines: a heading for each code, then place and message of each problem, then what to do.

    The advice stands once where it is the same for the whole group, else in each line.
    """
    by_code = groupby(worst_first(problems), key=lambda problem: (problem.severity, problem.code))
    for (severity, code), group in by_code:
        listed = list(group)
        count = f" ({len(listed)})" if len(listed) > 1 else ""
        yield Text.assemble(
            (f"{NAMES[severity].upper()} {code}", _STYLES[severity]), f" {CATALOGUE[code].title}{count}"
        )
        shared = len({hint_of(problem) for problem in listed}) == 1
        for problem in listed[:MOST_SHOWN]:
            place = str(problem.where)
            advice = "" if shared else f". {hint_of(problem)}"
            head = (f"{place}: " if place else "", "bold")
            yield Hanging(Text.assemble(head, f"{message_of(problem)}{advice}"))
        if len(listed) > MOST_SHOWN:
            there = "semuanya" if len(listed) <= MOST_OF_A_KIND else f"{MOST_OF_A_KIND} yang pertama"
            more = grouped_int(len(listed) - MOST_SHOWN)
            yield Text(f"  … dan {more} lagi; {there} ada di keluaran --json")
        if shared:
            yield Hanging(Text(f"→ {hint_of(listed[0])}", style="italic"))


def summary(problems: Sequence[Problem]) -> str:
    """Count the problems in one line: ``2 galat, 1 peringatan``."""
    counts = {severity: sum(p.severity is severity for p in problems) for severity in Severity}
    return ", ".join(f"{n} {NAMES[severity]}" for severity, n in counts.items() if n)


def show_entry(entry: Sentences) -> None:
    """Print what a code means: its sentences keep the names of what is filled in."""
    console = stdout()
    console.print(Text(f"{entry.code} {entry.title} ({NAMES[entry.entry.severity]})", style="bold"))
    console.print(Text(f"\n{entry.meaning}"))
    console.print(Text(f"\nPesan: {placeholders(entry.message)}"))
    console.print(Text(f"Yang perlu dilakukan: {placeholders(entry.hint)}"))


def show_entries(entries: Iterable[Sentences]) -> None:
    """Print a line for each code."""
    console = stdout()
    for entry in entries:
        console.print(Text(f"{entry.code}  {entry.title} ({NAMES[entry.entry.severity]})"))


def placeholders(sentence: str) -> str:
    """Show what a message fills in as ``…``."""
    parts = Formatter().parse(sentence)
    return "".join(words + ("" if name is None else "…") for words, name, _, _ in parts)


_IN_A_ROW: Final = 2
"""Numbers in a row that are still written one by one."""


def title(text: str) -> Text:
    """Return the title of a section, with a blank line above it."""
    return Text(f"\n{text}", style="bold")


def table(*headings: str, right: Sequence[str] = ()) -> Table:
    """Return a plain table without a frame; the headings in ``right`` stand over figures."""
    from rich import box  # noqa: PLC0415 (problems alone need no tables)
    from rich.table import Table  # noqa: PLC0415 (as above)

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False, show_edge=False, padding=(0, 1))
    for heading in headings:
        made.add_column(heading, justify="right" if heading in right else "left", overflow="fold")
    return made


def marked(lines: Iterable[tuple[str, Text]]) -> RenderableType:
    """Put a mark before each line, and the lines' own wraps under their first word."""
    from rich.table import Table  # noqa: PLC0415 (problems alone need no tables)

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(min_width=1)
    grid.add_column(overflow="fold")
    for mark, line in lines:
        grid.add_row(Text(mark, style=line.style), line)
    return grid


def one_line(text: str, style: str = "") -> Text:
    """Return a text that is cut with ``…`` where its column ends."""
    return Text(text, style=style, no_wrap=True, overflow="ellipsis")


def numbers(values: Iterable[int]) -> str:
    """Write ``1, 4 dan 28``; three and more in a row as ``5–8``."""
    runs: list[list[int]] = []
    for value in values:
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    *first, last = [
        text for run in runs for text in ([f"{run[0]}–{run[-1]}"] if len(run) > _IN_A_ROW else map(str, run))
    ]
    return f"{', '.join(first)} dan {last}" if first else last


def sentence(clause: str, end: str = ".") -> str:
    """Write a clause as a sentence."""
    return f"{clause[:1].upper()}{clause[1:].rstrip('.')}{end}"


def gain(value: Fraction) -> str:
    """Write what an index gains, to three places: ``+0,041``."""
    return f"+{decimal(value, 3)}"
