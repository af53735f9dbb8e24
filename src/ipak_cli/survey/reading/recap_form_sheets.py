"""Which sheets of a file are our form: the one of items and the one of totals, under whatever names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Where
from ipak_cli.survey.reading import recap_names as names
from ipak_cli.survey.reading.recap_choice import has_answers, is_table, refuse_several
from ipak_cli.survey.reading.recap_figures import RecapFigures
from ipak_cli.survey.reading.recap_form import ROWS, FormPage, FormSheets, item_columns, total_columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.rubric.own_form import OwnHeads
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.recap_figures import Meaning
    from ipak_cli.tables.workbook import Sheet, Workbook


def form_sheets(
    workbook: Workbook, rubric: SurveyRubric, own: OwnHeads, asked: str | None
) -> FormSheets | None:
    """Return the sheets of the one form in a file; ``None`` where another sheet is to be read.

    That is where ``asked`` names a sheet that has not the form's layout, where another sheet holds the
    answers, or where the form is blank beside another recap.
    Raises ``ProblemsFoundError`` where several sheets are filled, of which none was asked for.
    """
    items = _Layout(names.CODE, tuple(item.code for item in rubric.items), item_columns(rubric))
    codes = (*(index.code for index in rubric.indices), names.ALL)
    totals = _Layout(names.INDEX, codes, total_columns(rubric))
    of_items, of_totals = items.among(workbook.sheets), totals.among(workbook.sheets)
    ours = [*of_items, *of_totals]
    if not ours:
        return None
    if asked is not None:
        return _asked(of_items, of_totals, asked)
    others = [sheet for sheet in workbook.sheets if all(sheet is not each for each in ours)]
    if any(has_answers(sheet, rubric, own) for sheet in others):
        return None
    tables = [sheet for sheet in others if is_table(sheet, rubric, own)]
    filled = [sheet for sheet in of_items if items.is_filled(sheet)]
    summed = [sheet for sheet in of_totals if totals.is_filled(sheet)]
    if tables and not filled and not summed:
        return None
    _refuse_several(workbook, [*(filled or summed), *tables])
    if filled:
        _refuse_several(workbook, summed)
    return FormSheets(_first(filled or of_items), _first(summed or of_totals))


def _asked(of_items: Sequence[Sheet], of_totals: Sequence[Sheet], asked: str) -> FormSheets | None:
    """Return the sheet asked for, and the other one of its form where there is one form only."""
    items = [sheet for sheet in of_items if sheet.name == asked]
    totals = [sheet for sheet in of_totals if sheet.name == asked]
    if not items and not totals:
        return None
    if not items and len(of_items) == 1:
        items = [*of_items]
    if not totals and len(of_items) == 1:
        totals = [*of_totals]
    return FormSheets(_first(items), _first(totals))


def _first(sheets: Sequence[Sheet]) -> Sheet | None:
    """Return a visible sheet before a hidden one."""
    return min(sheets, key=lambda sheet: sheet.hidden, default=None)


def _refuse_several(workbook: Workbook, sheets: Sequence[Sheet]) -> None:
    visible = [sheet for sheet in sheets if not sheet.hidden] or sheets
    refuse_several(workbook, visible)


@dataclass(frozen=True, slots=True)
class _Layout:
    """A sheet of the form: its first head, the codes of its rows and the heads of its numbers."""

    key: str
    codes: tuple[str, ...]
    columns: Mapping[str, Meaning]

    def among(self, sheets: Sequence[Sheet]) -> list[Sheet]:
        return [sheet for sheet in sheets if self._page(sheet).columns(self.key, self.columns)]

    def is_filled(self, sheet: Sheet) -> bool:
        rows = self._page(sheet).read_rows(self.key, self.codes, self.columns)
        return any(each.said or each.unread for each in rows.values())

    def _page(self, sheet: Sheet) -> FormPage:
        return FormPage(sheet, sheet.head(ROWS), RecapFigures(Where(sheet.file, sheet.name)))
