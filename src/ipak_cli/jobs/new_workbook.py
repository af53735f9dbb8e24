"""What every blank workbook has in common: where it may be written, and what it says it was made from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from ipak_cli.problems import ProblemsFoundError, Where, problem
from ipak_cli.sheets import writer
from ipak_cli.workspace.whole import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from ipak_cli.rubric.parts import Head

ORIGIN_SHEET: Final = "_ipak"


def write_new_workbook(out: Path, data: bytes, *, replace: bool) -> None:
    """Write a blank workbook, whole or not at all.

    Raises ``ProblemsFoundError`` when ``out`` is no ``.xlsx`` name, stands in no folder, exists already
    (unless ``replace``) or cannot be written.
    """
    if out.suffix.lower() != ".xlsx":
        raise ProblemsFoundError([problem("U943", Where(str(out)))])
    if not replace and os.path.lexists(out):
        raise ProblemsFoundError([problem("U940", Where(str(out)))])
    write_whole(out, data)


def add_origin(workbook: Workbook, rubric: Head, digest: str) -> Worksheet:
    """Add the hidden sheet that names the rubric, its version and its digest in columns A and B."""
    sheet: Worksheet = workbook.create_sheet(ORIGIN_SHEET)
    facts = (("rubric", rubric.id), ("version", rubric.version), ("digest", digest))
    for row, (name, value) in enumerate(facts, start=1):
        writer.put_text(sheet, row, 1, name)
        writer.put_text(sheet, row, 2, value)
    sheet.sheet_state = "hidden"
    return sheet
