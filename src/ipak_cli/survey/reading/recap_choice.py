"""Which of a file's sheets is a recap: one, and none where another holds the answers themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.period import period_words
from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.recap import RECAP_PERIOD_NOT_THERE, RECAP_SEVERAL_PERIODS
from ipak_cli.catalogue.recap_sources import RECAPS_IN_SEVERAL_SHEETS
from ipak_cli.catalogue.survey import HIDDEN_SHEET_USED, SEVERAL_SHEETS_MATCH
from ipak_cli.survey.reading.recap_scan import Scanner
from ipak_cli.survey.reading.sheet_layout import match_layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.rubric.own_form import OwnHeads
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.recap_figures import RecapFigures
    from ipak_cli.tables.workbook import Sheet, Workbook

_FIRST: Final = 60
"""Rows in which a recap begins."""
_ALL: Final = 400
"""Rows that are looked through where one is found: a longer table is one of answers."""


def find_tables(
    workbook: Workbook, sheets: Sequence[Sheet], rubric: SurveyRubric, own: OwnHeads, period: Period | None
) -> RecapFigures | None:
    """Return what the one recap among the sheets says; ``None`` where there is none.

    Raises ``ProblemsFoundError`` where several sheets are recaps, or the period asked for is not there.
    """
    scanner = Scanner(rubric, own, period)
    # What goes on below its first rows with something else is no recap.
    begun = [sheet for sheet in sheets if scanner.scan(sheet, sheet.head(_FIRST))]
    found = [(sheet, figures) for sheet in begun if (figures := scanner.scan(sheet, sheet.head(_ALL)))]
    others = [sheet for sheet in sheets if all(sheet is not recap for recap, _ in found)]
    if not found or any(has_answers(sheet, rubric, own) for sheet in others):
        return None
    sheet, figures = _one_of(workbook, found)
    if sheet.hidden:
        figures.problems.append(problem(HIDDEN_SHEET_USED, Where(workbook.file, sheet.name)))
    return _of_period(figures, period) if figures.by_period else figures


def is_table(sheet: Sheet, rubric: SurveyRubric, own: OwnHeads) -> bool:
    """Tell a sheet that is a recap in a layout of its own."""
    scanner = Scanner(rubric, own, None)
    return bool(scanner.scan(sheet, sheet.head(_FIRST)) and scanner.scan(sheet, sheet.head(_ALL)))


def has_answers(sheet: Sheet, rubric: SurveyRubric, own: OwnHeads) -> bool:
    """Tell a sheet that asks at least half of the items, and has rows below."""
    match = match_layout(sheet.head(_FIRST), rubric, Where(sheet.file, sheet.name), own)
    return 2 * match.found >= len(rubric.items) and match.has_body


def _one_of(workbook: Workbook, found: Sequence[tuple[Sheet, RecapFigures]]) -> tuple[Sheet, RecapFigures]:
    """Return the visible sheet that tells of items, else of totals; refuse where several do."""
    ranked = [(not sheet.hidden, bool(figures.items)) for sheet, figures in found]
    best = [pair for pair, rank in zip(found, ranked, strict=True) if rank == max(ranked)]
    refuse_several(workbook, [sheet for sheet, _ in best])
    return best[0]


def refuse_several(workbook: Workbook, sheets: Sequence[Sheet]) -> None:
    """Raise ``ProblemsFoundError`` where more than one sheet is a recap."""
    if len(sheets) > 1:
        quoted, first = tuple(InFull(f"“{sheet.name}”") for sheet in sheets), sheets[0].name
        found = problem(SEVERAL_SHEETS_MATCH, Where(workbook.file), sheets=quoted, first=first)
        raise ProblemsFoundError([replace(found, other_advice=RECAPS_IN_SEVERAL_SHEETS(first=first))])


def _of_period(figures: RecapFigures, asked: Period | None) -> RecapFigures:
    """Return what a table of periods says of the one that is asked for, or of the only one."""
    periods = sorted(figures.by_period)
    if asked is None and len(periods) > 1:
        told = {"periods": tuple(map(period_words, periods)), "first": str(periods[0])}
        raise ProblemsFoundError([problem(RECAP_SEVERAL_PERIODS, _named_at(figures), **told)])
    chosen = asked or periods[0]
    if chosen not in figures.by_period:
        told = {"period": period_words(chosen), "periods": tuple(map(period_words, periods))}
        raise ProblemsFoundError([problem(RECAP_PERIOD_NOT_THERE, _named_at(figures), **told)])
    found = figures.by_period[chosen]
    found.periods = [chosen]
    found.problems += figures.problems
    return found


def _named_at(figures: RecapFigures) -> Where:
    """Return the cells that name a table's periods, from the first to the last."""
    cells = [each.named_at for each in figures.by_period.values() if each.named_at]
    ends = dict.fromkeys((cells[0], cells[-1])) if cells else {}
    return replace(figures.sheet, cell=":".join(ends) or None)
