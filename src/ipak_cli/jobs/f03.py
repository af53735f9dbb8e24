"""Reading F-03 from a file of service users' answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.arithmetic import NotScored
from ipak_cli.cells import address, row_ranges
from ipak_cli.pekppp.f03 import F03, AnswerTable, count_answers, f03_problems
from ipak_cli.pekppp.result import Source
from ipak_cli.problems import Problem, Where, problem
from ipak_cli.sheets.door import open_any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ipak_cli.pekppp.f03 import Row
    from ipak_cli.sheets.workbook import Sheet, Workbook


def read_f03(path: Path) -> tuple[F03, tuple[Problem, ...]]:
    """Return the service users' mean of a spreadsheet or text file, on the scale 0 to 5, with its problems.

    The sheet is the one visible sheet with answers; :func:`ipak_cli.pekppp.f03.count_answers` says which
    columns count. The mean is not scored where an error is among the problems. Raises
    ``ProblemsFoundError`` when the file cannot be read.
    """
    workbook = open_any(path)
    tables = [(sheet, table) for sheet, table in _tables(workbook) if table.questions]
    if len(tables) != 1:
        return _nothing(workbook, [sheet for sheet, _ in tables])
    [(sheet, table)] = tables
    where = Where(workbook.file, sheet.name)
    merged = tuple(_merged(sheet, table, where))
    mean = NotScored("sel jawaban F-03 digabung") if merged else table.mean
    f03 = F03(mean, len(table.rows), table.answers, _source(workbook, [sheet]))
    problems = (*workbook.problems, *f03_problems(table, where), *merged, *_hidden(sheet, table, where))
    return f03, problems


def _tables(workbook: Workbook) -> Iterator[tuple[Sheet, AnswerTable]]:
    """Count every visible sheet; of a text file, the separator under which its first rows answer most."""
    sheets: Sequence[Sheet] = [sheet for sheet in workbook.sheets if not sheet.hidden]
    if sheets and all(sheet.name is None for sheet in sheets):
        sheets = [max(sheets, key=_fit)]
    for sheet in sheets:
        yield sheet, count_answers(_rows(sheet))


def _fit(sheet: Sheet) -> tuple[int, int]:
    """Tell how well a separator fits: the answers in the first rows, then the columns of the header."""
    header = next((cells for _, cells in _first_rows(sheet) if any(cells.values())), {})
    return count_answers(_first_rows(sheet)).answers, sum(cell is not None for cell in header.values())


def _first_rows(sheet: Sheet) -> Iterator[Row]:
    for row, cells in enumerate(sheet.head(), start=1):
        yield row, dict(enumerate(cells, start=1))


def _rows(sheet: Sheet) -> Iterator[Row]:
    for piece in sheet.pieces():
        frame = piece.frame()
        columns = [int(column) for column in frame.columns]
        for row, cells in zip(frame.index.tolist(), frame.to_numpy(), strict=True):
            yield row, dict(zip(columns, cells, strict=True))


def _nothing(workbook: Workbook, sheets: Sequence[Sheet]) -> tuple[F03, tuple[Problem, ...]]:
    """Say why no sheet could be counted: none has answers, or several have."""
    where = Where(workbook.file)
    names = " dan ".join(f"“{sheet.name}”" for sheet in sheets)
    fault = problem("E223", where, sheets=names) if sheets else problem("E222", where)
    reason = "lebih dari satu lembar berisi jawaban F-03" if sheets else "berkas F-03 tidak memuat jawaban"
    return F03(NotScored(reason), 0, 0, _source(workbook, sheets)), (*workbook.problems, fault)


def _source(workbook: Workbook, sheets: Sequence[Sheet]) -> Source:
    return Source(workbook.file, workbook.sha256, tuple(sheet.name for sheet in sheets if sheet.name))


def _merged(sheet: Sheet, table: AnswerTable, where: Where) -> Iterator[Problem]:
    """Report merged cells among the answers; in titles and headers they do no harm."""
    rows, questions = set(table.rows), set(table.questions)
    for area in sheet.merged:
        columns = range(area.first_column, area.last_column + 1)
        if not rows.isdisjoint(range(area.first_row, area.last_row + 1)) and not questions.isdisjoint(
            columns
        ):
            first, last = address(area.first_row, area.first_column), address(area.last_row, area.last_column)
            yield problem("K205", Where(where.file, where.sheet, first), range=f"{first}:{last}")


def _hidden(sheet: Sheet, table: AnswerTable, where: Where) -> tuple[Problem, ...]:
    rows = sorted(set(sheet.hidden_rows) & set(table.rows))
    return (problem("K210", where, count=len(rows), rows=row_ranges(rows)),) if rows else ()
