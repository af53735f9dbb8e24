"""``ipak pekppp assess`` and ``plan``: from filled workbooks to results, and the cheapest way to others."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.period import Period, parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem, worst_first
from ipak_cli.catalogue.drive import CATEGORY_OR_NAME, LISTED_BEFORE
from ipak_cli.catalogue.pekppp import (
    GOAL_UNKNOWN,
    PERIOD_NOT_THE_WORKBOOKS,
    PLAN_NEEDS_ALL_INDICATORS,
    RESPONSES_SHARED_BY_WORKBOOKS,
    RESULT_NOT_STORED,
)
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.f03 import F03, read_f03
from ipak_cli.pekppp.assemble import NO_F03, Given, assess
from ipak_cli.pekppp.book.open import read_workbook
from ipak_cli.pekppp.evidence import check_evidence, without_evidence
from ipak_cli.pekppp.evidence_names import Named
from ipak_cli.pekppp.plan import candidates_of, cheapest_plan, least_value, minimum_of
from ipak_cli.tables.cell import row_ranges
from ipak_cli.tables.open import open_any
from ipak_cli.workspace.atomic import make_folder, write_file
from ipak_cli.workspace.files import open_folder
from ipak_cli.workspace.layout import SHOWN, Paths
from ipak_cli.workspace.store import InputKind, store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from fractions import Fraction

    from ipak_cli.base.provenance import PeriodRef, RubricRef, Tool
    from ipak_cli.pekppp.answers import Assessment
    from ipak_cli.pekppp.plan import Plan
    from ipak_cli.pekppp.result import PekpppResult, WorkbookSource
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.pekppp import PekpppRubric
    from ipak_cli.tables.workbook import Workbook
    from ipak_cli.workspace.layout import Destination

COMPARISON: Final = "ipak/pekppp-comparison/1"
WITHOUT_F03: Final = F03(NO_F03)


@dataclass(frozen=True, slots=True)
class AssessRequest:
    """What ``ipak pekppp assess`` was asked; ``f03`` is a number from 0 to 5, or a file.

    Dates after ``today`` are asked about. ``hear`` is told each workbook's answers with its result, where a
    workpaper shows them.
    """

    files: tuple[Path, ...]
    period: Period | None = None
    unit: str | None = None
    evidence_root: Path | None = None
    f03: Fraction | Path | None = None
    today: date | None = None
    hear: Callable[[Assessed], None] | None = None


@dataclass(frozen=True, slots=True)
class Assessed:
    """A workbook as it was assessed: the answers, which a plan needs, and the result."""

    assessment: Assessment
    result: PekpppResult


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several results side by side; field names are keys of the document."""

    schema: str
    results: tuple[PekpppResult, ...]


@dataclass(frozen=True, slots=True)
class AssessContext:
    """What all workbooks of a call share: the rubric, the program, F-03, the workspace."""

    loaded: LoadedRubric[PekpppRubric]
    tool: Tool
    f03: F03 = WITHOUT_F03
    workspace: Path | None = None


def assess_files(
    request: AssessRequest, loaded: LoadedRubric[PekpppRubric], destination: Destination, tool: Tool
) -> tuple[PekpppResult, ...]:
    """Assess each workbook; the document goes to the folder asked for, one alone also to the workspace.

    Raises ``ProblemsFoundError`` when F-03 or a workbook cannot be opened, for every such
    workbook; and when several workbooks would share one F-03.
    """
    if request.f03 is not None and len(request.files) > 1:
        raise ProblemsFoundError([problem(RESPONSES_SHARED_BY_WORKBOOKS, count=len(request.files))])
    context = AssessContext(loaded, tool, _f03(request.f03, loaded.rubric), destination.workspace)
    results = _assess_each(request, context)
    if destination.out is not None:
        make_folder(destination.out)
        write_file(destination.out, PurePath(InputKind.PEKPPP.file), document_of(results).encode())
    if destination.workspace is not None and len(results) == 1:
        results = (store_result(results[0], destination.workspace),)
    return results


def _assess_each(request: AssessRequest, context: AssessContext) -> tuple[PekpppResult, ...]:
    results: list[PekpppResult] = []
    refused: list[Problem] = []
    for path in request.files:
        try:
            assessed = assess_workbook(open_any(path), request, context, path.parent)
            results.append(assessed.result)
            if request.hear is not None:
                request.hear(assessed)
        except ProblemsFoundError as found:
            refused += found.problems
    if refused:
        raise ProblemsFoundError(refused)
    return tuple(results)


def document_of(results: tuple[PekpppResult, ...]) -> str:
    """Return one result as its document, several as one document that compares them."""
    return to_json(results[0] if len(results) == 1 else Comparison(COMPARISON, results))


def assess_workbook(
    workbook: Workbook, request: AssessRequest, context: AssessContext, folder: Path
) -> Assessed:
    """Assess a workbook that stands in ``folder``; raises ``ProblemsFoundError`` when it cannot be read."""
    read = read_workbook(workbook, context.loaded)
    written = parse_period(read.assessment.period) if read.assessment.period else None
    given = Given(
        rubric=context.loaded.rubric,
        digest=context.loaded.digest,
        tool=context.tool,
        unit=request.unit,
        period=request.period or written,
        today=request.today,
        f03=context.f03.mean,
        users=context.f03.users,
    )
    named = [
        Named(no, name, where)
        for no, row in read.assessment.indicators.items()
        for name, where in row.all_evidence.items()
    ]
    evidence, missing = check_evidence(named, _evidence_root(folder, request, context))
    problems = (
        *read.problems,
        *context.f03.problems,
        *(context.f03.title_problems(given.period) if context.f03.named else ()),
        *missing,
        *_other_period(request, written, read.source),
    )
    result = assess(given, read.assessment, evidence, ((read.source,), problems))
    levels = {each.no: each.level for each in result.indicators}
    bare = without_evidence(levels, evidence, Where(workbook.file))
    return Assessed(read.assessment, replace(result, problems=worst_first((*result.problems, *bare))))


def _evidence_root(folder: Path, request: AssessRequest, context: AssessContext) -> Path:
    """Return the folder asked for; else the workspace's; else that of the workbook itself.

    Raises ``ProblemsFoundError`` where the workspace's is a link.
    """
    if request.evidence_root is not None:
        return request.evidence_root
    if context.workspace is None:
        return folder
    # What keeps it from being opened otherwise is told when evidence is looked for.
    with suppress(OSError), open_folder(context.workspace, SHOWN.evidence):
        pass
    return Paths(context.workspace).evidence


def _other_period(
    request: AssessRequest, written: Period | None, source: WorkbookSource
) -> tuple[Problem, ...]:
    if request.period is None or written is None or request.period == written:
        return ()
    return (problem(PERIOD_NOT_THE_WORKBOOKS, Where(source.name), written=written, asked=request.period),)


def _f03(given: Fraction | Path | None, rubric: PekpppRubric) -> F03:
    """Return F-03 as it was given, or from a file of answers."""
    if isinstance(given, Path):
        return read_f03(given, rubric.f03)
    return WITHOUT_F03 if given is None else F03(given)


def store_result(result: PekpppResult, workspace: Path) -> PekpppResult:
    """Store a result without errors under its period; one without a period is only shown, and says so."""
    if has_errors(result.problems):
        return result
    if result.period.name is None:
        note = problem(RESULT_NOT_STORED, Where(result.sources[0].name))
        return replace(result, problems=worst_first((*result.problems, note)))
    store(workspace, InputKind.PEKPPP, parse_period(result.period.name), to_json(result))
    return result


PLAN: Final = "ipak/pekppp-plan/1"


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A plan, what it was made from, and what was doubtful there; field names are keys of the document."""

    schema: str
    tool: Tool
    rubric: RubricRef
    unit: str | None
    period: PeriodRef
    sources: tuple[WorkbookSource, ...]
    plan: Plan
    problems: tuple[Problem, ...]


def plan_file(path: Path, target: str, loaded: LoadedRubric[PekpppRubric], tool: Tool) -> PlanDocument:
    """Return the plan with what was doubtful in the workbook; evidence is not looked for.

    Raises ``ProblemsFoundError`` when the target is none, or the workbook has errors or unrated indicators.
    """
    least = _least(target, loaded.rubric)
    read = read_workbook(path, loaded)
    period = parse_period(read.assessment.period) if read.assessment.period else None
    given = Given(loaded.rubric, loaded.digest, tool, period=period)
    result = assess(given, read.assessment, {}, ((read.source,), read.problems))
    problems = result.problems
    unrated = [each.no for each in result.indicators if each.level is None]
    if unrated:
        blank = problem(PLAN_NEEDS_ALL_INDICATORS, Where(path.name), indicators=row_ranges(unrated))
        raise ProblemsFoundError([blank, *problems])
    if has_errors(problems):
        raise ProblemsFoundError(problems)
    plan = cheapest_plan(candidates_of(loaded.rubric, read.assessment, result), least)
    return PlanDocument(PLAN, tool, result.rubric, result.unit, result.period, result.sources, plan, problems)


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
