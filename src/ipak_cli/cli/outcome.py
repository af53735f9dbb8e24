"""How a command ends: what goes to which output, and the exit code; misuse, refused output and bugs too."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, Protocol

import typer
from typer.exceptions import TyperException

from ipak_cli.base.problem import Problem, ProblemsFoundError, has_errors, problem, told_when_quiet
from ipak_cli.base.text import shown
from ipak_cli.catalogue.usage import COMMAND_WRONG, CURRENT_FOLDER_GONE, MEMORY_TOO_SMALL, OUTPUT_NOT_WRITABLE
from ipak_cli.cli.options import Exit
from ipak_cli.cli.streams import give_up_output
from ipak_cli.workspace.layout import SHOWN

if TYPE_CHECKING:
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.workspace.layout import Destination

SMALLEST_MEMORY: Final = 450 << 20
"""Bytes of addresses: below, a library in C ends the process with a message of its own while it is loaded."""
NOT_KEPT: Final = "TIDAK disimpan karena ada galat; perbaiki dulu yang disebut di atas."


class OutputChoice(Enum):
    """What standard output gets."""

    VIEW = "view"
    DETAIL = "detail"
    JSON = "json"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a result was to be kept; ``named`` and ``rubric`` are as they were typed."""

    destination: Destination
    named: Path | None = None
    rubric: str | None = None

    @property
    def instrument(self) -> SurveyRubric:
        """The rubric of the result, opened again."""
        from ipak_cli.jobs.recap import instrument

        return instrument(self.rubric, self.destination.workspace).rubric

    def told(self, result: SurveyResult | PekpppResult, kind: str) -> str:
        """Say where a result of a kind stands and what comes next, or why it is not kept."""
        workspace, out = self.destination.workspace, self.destination.out
        period, file = result.period.name, f"{kind}.json"
        if has_errors(result.problems):
            return NOT_KEPT
        if workspace is not None and period is not None:
            name = SHOWN.result(period, file)
            place = name if workspace == Path.cwd() else workspace / name
            also = f" --workspace {shlex.quote(str(self.named))}" if self.named else ""
            scored = (workspace / SHOWN.result(period, "survey.json")).is_file()
            following = f"ipak report --period {period}" if scored else "ipak score EKSPOR-SURVEI"
            return f"Disimpan: {place}. Berikutnya: {following}{also}"
        if out is not None:
            return f"Disimpan: {out / file}"
        if workspace is not None:
            return "TIDAK disimpan karena periodenya tidak diketahui; sebutkan dengan --period."
        return "TIDAK disimpan karena ini bukan ruang kerja; buat satu dengan `ipak init`, atau pakai --out."


def end_with(*lines: str) -> None:
    """Write the last lines of a command on standard error."""
    for line in lines:
        sys.stderr.write(f"{shown(line)}\n")


def show_outcome(result: SurveyResult, choice: OutputChoice, kept: Kept) -> None:
    """Show a result, its problems, and what became of it; leave with 1 when the input has errors."""
    failed = has_errors(result.problems)
    waiting: tuple[Problem, ...] = ()
    viewed = choice in {OutputChoice.VIEW, OutputChoice.DETAIL}
    if choice is OutputChoice.JSON:
        _write_document(result)
    elif viewed and not failed:
        from ipak_cli.terminal.console import show_result

        viewed_result = result
        if kept.destination.workspace is not None:
            from ipak_cli.jobs.suggestions import as_published

            viewed_result, waiting = as_published(result, kept.destination.workspace)
        rubric = kept.instrument if any(index.band for index in result.indices.values()) else None
        show_result(viewed_result, rubric, detail=choice is OutputChoice.DETAIL)
    sys.stdout.flush()
    tell((*result.problems, *waiting), quiet=choice is OutputChoice.NOTHING)
    if viewed:
        end_with(*([] if failed else [_indices(result)]), kept.told(result, "survey"))
    if failed:
        raise typer.Exit(Exit.INPUT_PROBLEMS)


def _indices(result: SurveyResult) -> str:
    """Return the indices on one line."""
    from ipak_cli.base.figures import NotScored, count, ends_of, figure

    parts = [f"{code} {figure(index.mean)}" for code, index in result.indices.items()]
    if ends_of(result.combined.mean_of_indices) is not None:
        parts.append(f"gabungan {figure(result.combined.mean_of_indices)}")
    people = result.respondents or 0
    unknown = isinstance(people, NotScored)
    parts.append("responden tidak diketahui" if unknown else f"{count(people)} responden")
    return " · ".join(parts)


def leave_with(
    problems: Sequence[Problem], *, as_json: bool = False, code: Exit = Exit.INPUT_PROBLEMS, last: str = ""
) -> NoReturn:
    """Show problems that left nothing to show beside them, and a last line for people; leave."""
    if as_json:
        _write_document({"schema": "ipak/problems/1", "problems": tuple(problems)})
    tell(problems)
    if last and not as_json:
        end_with(last)
    raise typer.Exit(code)


def tell(problems: Sequence[Problem], *, quiet: bool = False) -> None:
    """Show problems, each once, and their count on standard error; when quiet, those that touch a figure."""
    told = [each for each in dict.fromkeys(problems) if not quiet or told_when_quiet(each)]
    if told:
        from ipak_cli.terminal.console import show_problems, summary

        show_problems(told)
        sys.stderr.write(f"{summary(told)}\n")


def _write_document(document: object) -> None:
    from ipak_cli.documents.write import to_json

    sys.stdout.write(to_json(document))


def explain_misuse(misuse: TyperException, *, as_json: bool) -> int:
    """Say in Indonesian how the command was misused; a program that asked for JSON gets it as a document."""
    from ipak_cli.terminal.console import show_problems

    context = getattr(misuse, "ctx", None)
    if type(misuse).__name__ == "NoArgsIsHelpError" and context is not None:
        typer.echo(context.get_help())
        return Exit.USAGE
    command = context.command_path if context is not None else "ipak"
    found = problem(COMMAND_WRONG, what=misuse_text(misuse), command=command)
    if as_json:
        _write_document({"schema": "ipak/problems/1", "problems": (found,)})
    show_problems([found])
    return Exit.USAGE


def explain_refusal(refusal: ProblemsFoundError, *, as_json: bool) -> int:
    """Tell the problems for which no command has a place of its own, such as the computer's clock."""
    if as_json:
        _write_document({"schema": "ipak/problems/1", "problems": refusal.problems})
    tell(refusal.problems)
    return Exit.INPUT_PROBLEMS


def refused_output(refusal: OSError) -> int:
    """Say that the output could not be written, as on a full disk; what is buffered is given up.

    Where the folder is gone in which the program was started, that is what the system refused.
    """
    from ipak_cli.terminal.console import show_problems
    from ipak_cli.workspace.refusals import refusal as reason

    give_up_output()
    gone = isinstance(refusal, FileNotFoundError) and not _is_here()
    show_problems(
        [problem(CURRENT_FOLDER_GONE) if gone else problem(OUTPUT_NOT_WRITABLE, reason=reason(refusal))]
    )
    return Exit.INPUT_PROBLEMS


def _is_here() -> bool:
    """Tell whether the current folder still has a name."""
    try:
        Path.cwd()
    except OSError:
        return False
    return True


def refuse_empty(arguments: Sequence[str]) -> None:
    """Refuse an empty argument: a variable that is not set would else mean the current folder.

    Raises ``BadParameter``.
    """
    for before, given in zip(("", *arguments), arguments, strict=False):
        if given.strip() and not (given.startswith("--") and given.endswith("=")):
            continue
        option = given.rstrip("=") if given.strip() else before
        of = f" untuk {option}" if option.startswith("-") else ""
        raise typer.BadParameter(f"ada isian yang kosong{of}; mungkin sebuah variabel belum diisi")


def lacks_memory() -> bool:
    """Tell whether the system lets ipak have less memory than its libraries take to be loaded."""
    try:
        import resource
    except ImportError:  # Windows sets no such limit
        return False
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    return limit != resource.RLIM_INFINITY and limit < SMALLEST_MEMORY


def refused_memory() -> int:
    """Say that the system gives ipak no more memory, by nothing that takes much itself."""
    from ipak_cli.catalogue.indonesian import hint_of, message_of

    found = problem(MEMORY_TOO_SMALL)
    sys.stderr.write(f"GALAT {found.code} {message_of(found)}. {hint_of(found)}\n")
    return Exit.INPUT_PROBLEMS


class Parameter(Protocol):
    """What the messages need of a parameter, option or argument."""

    name: str | None
    metavar: str | None
    opts: list[str]


_SENTENCES: Final = {
    "NoSuchOption": "pilihan {option_name} tidak dikenal",
    "MissingParameter": "{name} belum disebutkan",
    "BadOptionUsage": "pilihan {option_name} memerlukan nilai",
}
"""Sentences by the name of the error, filled from its attributes: Typer offers no codes."""


_EXPECTED: Final = (
    (re.compile(r"is not one of (.*?)\.?$"), "pilih salah satu dari {0}"),
    (re.compile(r"valid integer|exceeded maximum size|Exceeds the limit"), "harus bilangan bulat yang wajar"),
    (re.compile(r"valid number"), "harus bilangan"),
    (re.compile(r"greater than or equal to (\d+)"), "paling kecil {0}"),
    (re.compile(r"less than or equal to (\d+)"), "paling besar {0}"),
)
_TOO_MANY: Final = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((?P<extra>.*)\)")
_UNKNOWN_COMMAND: Final = re.compile(r"No such command '(?P<name>[^']*)'\.(?: Did you mean (?P<near>.*)\?)?")


def misuse_text(misuse: TyperException) -> str:
    """Say what is wrong with a call; what has no sentence of ours keeps Typer's own."""
    kind = type(misuse).__name__
    parameter = getattr(misuse, "param", None)
    if kind == "BadParameter" and parameter is not None:
        return f"nilai untuk {_name(parameter)} tidak dapat dipakai: {_expected(misuse.message)}"
    if kind in _SENTENCES:
        name = _name(parameter) if parameter is not None else "argumen"
        return _SENTENCES[kind].format_map({**vars(misuse), "name": name})
    if unknown := _UNKNOWN_COMMAND.match(misuse.message):
        near = f"; mungkin maksudnya {unknown['near']}" if unknown["near"] else ""
        return f"perintah {unknown['name']} tidak dikenal{near}"
    if too_many := _TOO_MANY.match(misuse.message):
        return f"terlalu banyak isian: {too_many['extra']}; nama yang berspasi diapit tanda kutip"
    return misuse.message


def _name(parameter: Parameter) -> str:
    options = [name for name in parameter.opts if name.startswith("-")]
    return options[0] if options else str(parameter.metavar or parameter.name)


def _expected(message: str) -> str:
    """Say what a parameter takes; a sentence that our own parser wrote stays."""
    for pattern, sentence in _EXPECTED:
        if match := pattern.search(message):
            return sentence.format(*match.groups())
    return message
