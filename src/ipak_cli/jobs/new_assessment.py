"""``ipak pekppp template``: a self-assessment workbook, blank or with what still fits of an older one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.jobs.pekppp_template import write_pekppp_template
from ipak_cli.jobs.pekppp_workbook import carry_over
from ipak_cli.pekppp.book.entries import Entries
from ipak_cli.pekppp.book.read_cells import LONGEST
from ipak_cli.problems import ProblemsFoundError, problem
from ipak_cli.rubric.shipped import load_pekppp

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.period import Quarter
    from ipak_cli.problems import Problem


def new_assessment(
    out: Path, rubric: str, old: Path | None, head: tuple[str | None, Quarter | None], *, overwrite: bool
) -> tuple[Problem, ...]:
    """Write the workbook and return what could not be carried over; ``head`` names the unit and the quarter.

    Raises ``ProblemsFoundError`` when the rubric or the old workbook cannot be read, ``out`` cannot be
    written, or the unit's name is longer than a cell.
    """
    loaded = load_pekppp(rubric)
    unit, quarter = head
    if unit is not None and len(unit) > LONGEST:
        raise ProblemsFoundError([problem("E136", what="--unit", limit=LONGEST)])
    entries, problems = carry_over(old, loaded.rubric) if old else (Entries(), ())
    entries = replace(
        entries, unit=unit or entries.unit, quarter=str(quarter) if quarter else entries.quarter
    )
    write_pekppp_template(loaded.rubric, loaded.digest, out, entries=entries, replace=overwrite)
    return problems
