"""The reports of a run: those that are due are made, or foreseen, the oldest first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeAlias

from ipak_cli.base.problem import (
    Problem,
    ProblemsFoundError,
    Severity,
    Where,
    has_errors,
    problem,
    worst_first,
)
from ipak_cli.catalogue.drive import (
    INTERNAL_ERROR,
    OPEN_FILE_NOT_REPLACED,
    REPORT_OF_PERIOD,
    STEP_DIED,
    STEP_TOO_LONG,
)
from ipak_cli.catalogue.publication import TOO_FEW_TO_PUBLISH
from ipak_cli.run.apart import Ended, do_apart
from ipak_cli.run.due import LOST, NEW, due_reports, standing_files
from ipak_cli.run.looks import digest_of_file
from ipak_cli.run.values import REPORT, DoneReport, Outcome, RunOptions, RunStep, Work, write_memory
from ipak_cli.workspace.atomic import named_first
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.lock import LockLostError
from ipak_cli.workspace.store import InputKind
from ipak_cli.workspace.written_before import adopt_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.jobs.publish import RenderedPublication
    from ipak_cli.jobs.report import RenderedReport
    from ipak_cli.run.due import DueReport, RunContext

    _Rendered: TypeAlias = tuple[RenderedReport, RenderedPublication | None]


@dataclass(frozen=True, slots=True)
class _Refused:
    """Why a report was not made, as a process of its own tells it."""

    problems: tuple[Problem, ...]


def foresee_reports(work: Work, context: RunContext, changed: Sequence[tuple[InputKind, Period]]) -> None:
    """Plan the reports: those that are due now, and those that the changed results will touch."""
    due = {each.period: each.why for each in due_reports(work.memory, context, work.standing)}
    surveys = {period for kind, period in changed if kind is InputKind.SURVEY}
    for period in sorted({*context.opened.stored.periods(InputKind.SURVEY), *surveys}):
        touched = any(
            period == other if kind is InputKind.PEKPPP else period >= other or period.holds(other)
            for kind, other in changed
        )
        made_before = str(period) in work.memory.reports
        why = due.get(period, () if made_before else (NEW,))
        if touched and not {NEW, LOST, "results"} & {*why}:
            why = (*why, "results")
        if why:
            work.steps.append(RunStep(REPORT, None, str(period), why, Outcome.PLANNED))


def make_reports(work: Work, context: RunContext, options: RunOptions) -> None:
    """Make the reports that are due; one that fails never stops the others."""
    reports = dict(work.memory.reports)
    due = due_reports(work.memory, context, work.standing)
    options.watcher.steps(len(due))
    former = [reports.pop(str(each.period), None) for each in due]
    if due:
        # A run that is killed halfway must leave no page behind that is taken for that of earlier results.
        standing = (standing_files(context.workspace, each.period) for each in due)
        replaced = tuple(sorted({*work.memory.replaced}.union(*standing)))
        work.on_disk = work.memory.model_copy(update={"reports": dict(reports), "replaced": replaced})
        options.before_write()
        for done in filter(None, former):
            adopt_written(context.workspace, done.files)
        write_memory(context.workspace, work.on_disk)
        work.memory = work.on_disk
    for each in due:
        options.watcher.step(REPORT_OF_PERIOD(period=each.period))
        made, problems = _make_report(each, context, options)
        if made is not None:
            reports[str(each.period)] = made
        if made is None:
            work.problems += problems
        else:
            work.warnings += problems
        outcome = Outcome.FAILED if has_errors(problems) else Outcome.DONE
        work.steps.append(RunStep(REPORT, None, str(each.period), each.why, outcome))
    # What a killed run had written stood there too, and is the newest again; what people edited stays.
    newest = {digest for made in reports.values() for digest in made.files.values()}
    made_now = [reports[str(each.period)] for each in due if str(each.period) in reports]
    newest |= {digest_of_file(context.workspace, PurePath(name)) for made in made_now for name in made.files}
    older = tuple(digest for digest in work.memory.replaced if digest not in newest)
    work.memory = work.memory.model_copy(update={"reports": dict(sorted(reports.items())), "replaced": older})


def _make_report(
    due: DueReport, context: RunContext, options: RunOptions
) -> tuple[DoneReport | None, tuple[Problem, ...]]:
    """Return what to remember of a report, and what there is to tell; a makeshift is made again next time."""
    from ipak_cli.jobs.publish import write_publication  # noqa: PLC0415 (nothing to do: no templates)
    from ipak_cli.jobs.report import write_report  # noqa: PLC0415 (as above)

    basis = context.of_report(due.period)
    try:
        rendered, sheet = _rendered(due.period, context, options)
        options.before_write()
        made = write_report(rendered, context.workspace)
        published = None if sheet is None else write_publication(sheet, context.workspace)
    except LockLostError:
        raise
    except ProblemsFoundError as found:
        return None, found.problems
    except Exception as bug:  # noqa: BLE001 (one report must not keep the others from being made)
        return None, (_bug(due.period, bug),)
    problems = tuple(dict.fromkeys((*made.problems, *(published.problems if published else ()))))
    makeshift = tuple(each for each in problems if each.entry == OPEN_FILE_NOT_REPLACED)
    if makeshift:
        return None, makeshift
    written = (*made.files, *(published.files if published else ()))
    # A file beside an edited one stands for it: people may rename it as they are told to, or do without.
    files = {
        named_first(Path(file.path).relative_to(context.workspace)).as_posix(): file.sha256
        for file in written
    }
    warnings = tuple(each for each in problems if each.severity is Severity.WARNING)
    return DoneReport(files=files, basis=basis), warnings


def _rendered(period: Period, context: RunContext, options: RunOptions) -> _Rendered:
    """Make a report's pages and the sheet, in a process of their own where the options say so."""
    if not options.apart:
        return _render(context, period)
    minutes = context.opened.config.run.deadline
    made = do_apart(lambda: _or_problems(context, period), minutes * 60)
    match made:
        case Ended.TOO_LONG:
            raise ProblemsFoundError([problem(STEP_TOO_LONG, _where(period), minutes=minutes)])
        case Ended.DIED:
            raise ProblemsFoundError([problem(STEP_DIED, _where(period))])
        case _Refused(problems):
            raise ProblemsFoundError(problems)
        case _:
            return made


def _render(context: RunContext, period: Period) -> _Rendered:
    """Make a report and, where the settings ask for it, the sheet to publish.

    Results of too few people are not published, nor what the typesetter refuses, and no run can change that:
    its refusal holds nothing up.
    """
    from ipak_cli.catalogue.report import NOT_TYPESET  # noqa: PLC0415 (as above)
    from ipak_cli.jobs.publish import render_publication  # noqa: PLC0415 (as above)
    from ipak_cli.jobs.report import render_report  # noqa: PLC0415 (as above)

    report = render_report(context.opened, period)
    if not context.opened.config.is_published:
        return report, None
    try:
        return report, render_publication(context.opened, period)
    except ProblemsFoundError as found:
        errors = {each.entry for each in found.problems if each.severity is Severity.ERROR}
        if not errors <= {TOO_FEW_TO_PUBLISH, NOT_TYPESET}:
            raise
        told = tuple(replace(each, severity=Severity.WARNING) for each in found.problems)
        return replace(report, problems=worst_first((*report.problems, *told))), None


def _or_problems(context: RunContext, period: Period) -> _Rendered | _Refused:
    """Do as :func:`_render`; what fails is told by what it is, and only want of memory ends the process."""
    try:
        return _render(context, period)
    except ProblemsFoundError as found:
        return _Refused(found.problems)
    except MemoryError:
        raise
    except Exception as bug:  # noqa: BLE001 (as in _make_report)
        return _Refused((_bug(period, bug),))


def _bug(period: Period, bug: Exception) -> Problem:
    return problem(INTERNAL_ERROR, _where(period), kind=type(bug).__name__)


def _where(period: Period) -> Where:
    return Where(SHOWN.report(period).as_posix())
