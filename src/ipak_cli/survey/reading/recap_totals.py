"""Tables of totals: how often each answer was given to all items of an index, or of the survey."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.survey.reading.recap_facts import take_surroundings
from ipak_cli.survey.reading.recap_figures import Figures, Kind, Meaning, RecapFigures
from ipak_cli.survey.reading.recap_rows import index_rows, period_rows
from ipak_cli.survey.reading.recap_table import TableFinder
from ipak_cli.survey.reading.recap_words import is_share_label

if TYPE_CHECKING:
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.recap_grid import Grid
    from ipak_cli.survey.reading.recap_rows import NamedRows
    from ipak_cli.survey.reading.recap_table import Table
    from ipak_cli.survey.reading.recap_words import RecapWords


def find_totals(sheet: Grid, grid: Grid, rubric: SurveyRubric, words: RecapWords) -> RecapFigures | None:
    """Return the totals of indices, of the survey, or of periods, where nothing else is counted.

    ``grid`` is the ``sheet`` as it stands, or with rows and columns exchanged.
    """
    periods = _of_periods(sheet, grid, words)
    if periods is not None:
        return periods
    named = index_rows(grid, rubric)
    if named is None:
        return None
    tables = TableFinder(grid, words, named.names, named.edge).tables()
    table = next((each for each in tables if _is_total(each, named, words)), None)
    if table is None:
        return None
    figures = RecapFigures(sheet.where)
    for row in table.rows:
        if table.numbers(row):
            figures.take(figures.totals, named.names[row], *table.figures(row))
    _take_shares(figures, table, named)
    take_surroundings(figures, sheet, [table])
    return figures


def _take_shares(figures: RecapFigures, table: Table, named: NamedRows) -> None:
    """Take a line of percentages as those of the counts before it."""
    code: str | None = None
    for row in range(table.head[1] + 1, table.end):
        code = named.names.get(row, code)
        if row in named.names or code not in figures.totals or not is_share_label(table.label(row)):
            continue
        read, problems = table.figures(row)
        places = max((each.number.places for each in read.said), default=0)
        shares = [
            replace(each, meaning=Meaning(Kind.SHARE, each.meaning.value), places=places)
            for each in read.said
            if each.meaning.kind is Kind.COUNT
        ]
        figures.totals[code].join(Figures(read.label, shares))
        figures.problems += problems


def _of_periods(sheet: Grid, grid: Grid, words: RecapWords) -> RecapFigures | None:
    """Return the totals of the survey in each period that names a row."""
    found = period_rows(grid)
    if found is None:
        return None
    names, edge = found
    for table in TableFinder(grid, words, names, edge).tables():
        if table.values == set(words.values) and _is_sure(table, words):
            figures = RecapFigures(sheet.where)
            for row in table.rows:
                of_period = figures.by_period.setdefault(names[row], RecapFigures(sheet.where))
                of_period.take(of_period.totals, "", *table.figures(row))
                of_period.respondents += of_period.people()
            return figures
    return None


def _is_total(table: Table, named: NamedRows, words: RecapWords) -> bool:
    """Tell counts of all answers of the scale, of indices or of all together and of nothing else."""
    if table.values != set(words.values) or not _is_sure(table, words):
        return False
    columns = table.kinds(Kind.COUNT)
    for row in range(table.head[1] + 1, table.end):
        counted = any(column in columns for column in table.numbers(row))
        if counted and row not in named.names and not is_share_label(table.label(row)):
            return False
    return any(table.numbers(row) for row in table.rows)


def _is_sure(table: Table, words: RecapWords) -> bool:
    """Tell counts, which are no answers, below heads that say so if they are but numbers."""
    high = 2 * table.beyond(words.values) >= len(table.rows)
    return high and (table.is_about_values or not table.is_bare)
