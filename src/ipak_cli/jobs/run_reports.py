"""The reports of ``ipak run``: which are touched, and made or foreseen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.jobs.run_basis import Kind
from ipak_cli.jobs.run_memory import DoneReport, write_memory
from ipak_cli.jobs.run_parts import REPORT, Outcome, Step, Watcher, Work
from ipak_cli.jobs.run_plan import due_reports
from ipak_cli.problems import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.workspace.store import SURVEY, stored_quarters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.jobs.run_basis import Setting
    from ipak_cli.jobs.run_plan import DueReport
    from ipak_cli.period import Quarter

_BESIDE: Final = "D610"
"""A file of the report was open elsewhere, and the new one stands beside it for now."""


def foresee_reports(work: Work, setting: Setting, changed: Sequence[tuple[Kind, Quarter]]) -> None:
    """Plan the reports: those that are due now, and those that the changed results will touch."""
    due = {each.quarter: each.why for each in due_reports(work.memory, setting)}
    surveys = {quarter for kind, quarter in changed if kind is Kind.SURVEY}
    for quarter in sorted({*stored_quarters(setting.workspace, SURVEY), *surveys}):
        touched = any(
            earlier == quarter if kind is Kind.PEKPPP else earlier <= quarter for kind, earlier in changed
        )
        why = due.get(quarter, ("results",) if touched else ())
        if why:
            work.steps.append(Step(REPORT, None, str(quarter), why, Outcome.PLANNED))


def make_reports(work: Work, setting: Setting, watcher: Watcher) -> None:
    """Make the reports that are due, the oldest first; one that fails never stops the others."""
    reports = dict(work.memory.reports)
    due = due_reports(work.memory, setting)
    watcher.steps(len(due))
    for each in due:
        reports.pop(str(each.quarter), None)
    if due:
        # A run that is killed halfway must leave no page behind that is taken for that of earlier results.
        write_memory(setting.workspace, work.memory.model_copy(update={"reports": dict(reports)}))
    for each in due:
        watcher.step(f"laporan {each.quarter}")
        made, problems = _make_report(each, setting)
        if made is not None:
            reports[str(each.quarter)] = made
        work.problems += problems
        outcome = Outcome.FAILED if has_errors(problems) else Outcome.DONE
        work.steps.append(Step(REPORT, None, str(each.quarter), each.why, outcome))
    work.memory = work.memory.model_copy(update={"reports": dict(sorted(reports.items()))})


def _make_report(due: DueReport, setting: Setting) -> tuple[DoneReport | None, tuple[Problem, ...]]:
    """Return what to remember of a report, and what there is to tell; a makeshift is made again next time."""
    from ipak_cli.jobs.report import REPORTS, make_report  # noqa: PLC0415 (nothing to do: no templates)

    basis = setting.of_report(due.quarter)
    try:
        made = make_report(setting.workspace, due.quarter)
    except ProblemsFoundError as found:
        return None, found.problems
    except Exception as bug:  # noqa: BLE001 (one report must not keep the others from being made)
        return None, (problem("D645", Where(f"{REPORTS}/{due.quarter}"), kind=type(bug).__name__),)
    makeshift = tuple(each for each in made.problems if each.code == _BESIDE)
    if makeshift:
        return None, makeshift
    files = tuple(Path(file.path).relative_to(setting.workspace).as_posix() for file in made.files)
    return DoneReport(files=files, basis=basis), ()
