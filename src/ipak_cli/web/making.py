"""The files of a period as buttons make them: what is told of them goes to the period's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli import __version__
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.jobs.publish import make_publication
from ipak_cli.jobs.report import make_report
from ipak_cli.run.by_hand import outdated_files, remember_made
from ipak_cli.run.due import open_context
from ipak_cli.run.values import read_memory
from ipak_cli.web.desk import Note
from ipak_cli.workspace.layout import SHOWN

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from ipak_cli.base.period import Period
    from ipak_cli.web.desk import Desk

REPORT, SHEET = "laporan", "publikasi"
"""What buttons ask for; the names of the files begin with it."""
TOOL: Final = Tool("ipak", __version__)
_DONE: Final = {REPORT: "Laporan dibuat.", SHEET: "Lembar publikasi dibuat."}


def make_files(desk: Desk, period: Period, what: str, before: str = "") -> None:
    """Make a period's report or its published sheet, and note what is to be told; the workspace is held.

    ``before`` says what was done already. What is refused is noted too, and nothing is raised for it.
    """
    try:
        # What it is made from is looked at before the work: what changes meanwhile makes it out of date.
        context = open_context(desk.workspace, TOOL, read_memory(desk.workspace))
        basis = context.of_report(period)
        make = make_publication if what == SHEET else make_report
        made = make(context.opened, period)
        remember_made(desk.workspace, period, what, made.files, basis)
    except ProblemsFoundError as found:
        desk.tell(period, Note(before, refused=tuple(found.problems)))
        return
    desk.tell(period, Note(" ".join(filter(None, (before, _DONE[what]))), made.problems, made.missing))


def stale_names(workspace: Path, period: Period, names: Collection[str]) -> frozenset[str]:
    """Return which of a period's files say what is no longer so, by their names in its folder.

    The form of the follow-up is no part of the report. Nothing is known where the settings have faults.
    """
    try:
        memory = read_memory(workspace)
        context = open_context(workspace, TOOL, memory)
    except ProblemsFoundError:
        return frozenset()
    places = {
        (SHOWN.report(period) / name).as_posix(): name for name in names if name != "tindak-lanjut.xlsx"
    }
    return frozenset(places[each] for each in outdated_files(period, places, memory, context))
