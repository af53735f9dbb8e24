"""Which rubric a workbook was made from, as its hidden sheet says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.catalogue.pekppp import (
    RUBRIC_CONTENT_CHANGED,
    WORKBOOK_OF_OTHER_RUBRIC,
    WORKBOOK_OF_OTHER_VERSION,
    WORKBOOK_ORIGIN_UNKNOWN,
)
from ipak_cli.pekppp.book.cell_values import shown
from ipak_cli.pekppp.book.names import ORIGIN_SHEET
from ipak_cli.pekppp.book.table import cell_at

if TYPE_CHECKING:
    from ipak_cli.pekppp.book.table import BookGrid
    from ipak_cli.rubric.pekppp import PekpppRubric


def check_rubric(book: BookGrid, rubric: PekpppRubric) -> Problem | None:
    """Return what is wrong when the workbook was made from another instrument, or does not name its own."""
    said, where = _origin(book)
    if not said.get("rubric") or not said.get("version"):
        values = {"rubric": rubric.id, "version": rubric.version, "sheet": ORIGIN_SHEET}
        return problem(WORKBOOK_ORIGIN_UNKNOWN, where, **values)
    if said["rubric"] != rubric.id:
        return problem(WORKBOOK_OF_OTHER_RUBRIC, where, old=said["rubric"], new=rubric.id)
    return None


def check_version(book: BookGrid, rubric: PekpppRubric, digest: str) -> Problem | None:
    """Return what is wrong when the workbook's rubric is of another version or has another content."""
    said, where = _origin(book)
    if said["version"] != rubric.version:
        return problem(
            WORKBOOK_OF_OTHER_VERSION, where, rubric=rubric.id, old=said["version"], new=rubric.version
        )
    if said.get("digest") != digest:
        return problem(RUBRIC_CONTENT_CHANGED, where, rubric=rubric.id, version=rubric.version)
    return None


def _origin(book: BookGrid) -> tuple[dict[str, str], Where]:
    sheet = book.sheet(ORIGIN_SHEET)
    rows = sheet.rows if sheet else []
    said = {shown(cell_at(rows, row, 1)): shown(cell_at(rows, row, 2)) for row in range(1, len(rows) + 1)}
    return said, Where(book.file, sheet.name if sheet else None)
