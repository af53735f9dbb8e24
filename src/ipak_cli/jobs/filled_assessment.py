"""The office's own self-assessment workbook given back, with what its facts give beside its claims."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.workpaper import PARTS_NOT_GIVEN_BACK, WORKBOOK_NOT_GIVEN_BACK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipak_cli.forms.pekppp_filled import FilledRow
    from ipak_cli.jobs.assess import Assessed

_SUFFIXES: Final = (".xlsx", ".xlsm", ".xltx", ".xltm")


def must_be_of_excel(file: Path) -> None:
    """Raise ``ProblemsFoundError`` for a workbook that cannot be given back as it looks."""
    if file.suffix.lower() not in _SUFFIXES:
        raise ProblemsFoundError([problem(WORKBOOK_NOT_GIVEN_BACK, Where(str(file)))])


def give_back(file: Path, assessed: Assessed, out: Path) -> tuple[Problem, ...]:
    """Write a workbook with the levels from its facts; return what it lost by that.

    Raises ``ProblemsFoundError`` where the file is no longer the one that was assessed, and when the system
    refuses.
    """
    from ipak_cli.forms.pekppp_filled import filled_back  # noqa: PLC0415 (openpyxl: nobody else waits for it)
    from ipak_cli.workspace.atomic import write_whole  # noqa: PLC0415 (as above)

    content = file.read_bytes()
    if hashlib.sha256(content).hexdigest() != assessed.result.sources[0].sha256:
        raise ProblemsFoundError([problem(WORKBOOK_NOT_GIVEN_BACK, Where(str(file)))])
    written, lost = filled_back(content, [*_rows(assessed)])
    write_whole(out, written)
    return (problem(PARTS_NOT_GIVEN_BACK, Where(str(out)), parts=lost),) if lost else ()


def _rows(assessed: Assessed) -> Iterator[FilledRow]:
    from ipak_cli.forms.pekppp_filled import FilledRow  # noqa: PLC0415 (as above)
    from ipak_cli.workpaper.pekppp_results import next_of, reason_of  # noqa: PLC0415 (as above)

    for each in assessed.result.indicators:
        answers = assessed.assessment.indicators.get(each.no)
        if answers is not None and answers.where.cell:
            yield FilledRow(answers.where, each.claimed, each.derived, reason_of(each), next_of(each))
