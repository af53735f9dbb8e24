"""Tables of totals: how often each answer was given to all items of an index, or of the survey."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipak_cli.survey.reading.recap_facts import take_surroundings
from ipak_cli.survey.reading.recap_figures import Figures, Kind, Meaning, RecapFigures
from ipak_cli.survey.reading.recap_finder import TableFinder
from ipak_cli.survey.reading.recap_heads import head_problems
from ipak_cli.survey.reading.recap_numbers import read_number
from ipak_cli.survey.reading.recap_rows import NamedRows, index_rows
from ipak_cli.survey.reading.recap_words import is_share_label

if TYPE_CHECKING:
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.recap_grid import Grid
    from ipak_cli.survey.reading.recap_periods import PeriodNames
    from ipak_cli.survey.reading.recap_table import Table
    from ipak_cli.survey.reading.recap_words import RecapWords


@dataclass(frozen=True, slots=True)
class TotalsFinder:
    """Looks for totals in a sheet whose rows and columns are no items."""

    sheet: Grid
    rubric: SurveyRubric
    words: RecapWords
    periods: PeriodNames

    def find(self) -> RecapFigures | None:
        """Return the totals of indices, of the survey, or of periods, where nothing else is counted."""
        grids = (self.sheet, self.sheet.turn())
        looks = (self._of_periods, self._of_indices, self._of_survey)
        found = (look(grid) for grid in grids for look in looks)
        return next((each for each in found if each is not None), None)

    def _of_indices(self, grid: Grid) -> RecapFigures | None:
        named = index_rows(grid, self.rubric)
        return None if named is None else self._of_rows(grid, named)

    def _of_survey(self, grid: Grid) -> RecapFigures | None:
        """Return the one line of counts below heads that are all the answers, each in words."""
        for row in range(grid.height):
            heads = {
                column: head.value
                for column in grid.filled(row)
                if (head := self.words.value_named(grid.text(row, column))) and not head.bare
            }
            if sorted(heads.values()) != list(self.words.values):
                continue
            counted = [
                below
                for below in range(row + 1, grid.height)
                if any(read_number(grid.cell(below, n), as_typed=True) for n in heads)
            ]
            if counted:
                return self._of_rows(grid, NamedRows({counted[0]: ""}, min(heads) - 1))
        return None

    def _of_rows(self, grid: Grid, named: NamedRows) -> RecapFigures | None:
        tables = TableFinder(grid, self.words, named.names, named.edge, self.periods).tables()
        table = next((each for each in tables if _is_total(each, named, self.words)), None)
        if table is None:
            return None
        figures = RecapFigures(self.sheet.where)
        for row in table.rows:
            if table.numbers(row):
                figures.take(figures.totals, named.names[row], *table.figures(row))
        _take_shares(figures, table, named)
        figures.problems += head_problems(table, self.words, self.rubric)
        take_surroundings(figures, self.sheet, [table])
        return figures

    def _of_periods(self, grid: Grid) -> RecapFigures | None:
        """Return the totals of the survey in each period that names a row."""
        found = self.periods.rows(grid)
        if found is None:
            return None
        names, edge = found
        for table in TableFinder(grid, self.words, names, edge, self.periods).tables():
            if table.values == set(self.words.values) and _is_sure(table, self.words):
                figures = RecapFigures(self.sheet.where)
                figures.problems += head_problems(table, self.words, self.rubric)
                for row in table.rows:
                    of_period = figures.by_period.setdefault(names[row], RecapFigures(self.sheet.where))
                    of_period.named_at = grid.at(row, edge).cell
                    of_period.take(of_period.totals, "", *table.figures(row))
                    of_period.respondents += of_period.people()
                return figures
        return None


def _take_shares(figures: RecapFigures, table: Table, named: NamedRows) -> None:
    """Take a line of percentages as those of the counts before it."""
    code: str | None = None
    for row in range(table.head[1] + 1, table.end):
        code = named.names.get(row, code)
        if row in named.names or code not in figures.totals or not _is_shares(table, row):
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


def _is_total(table: Table, named: NamedRows, words: RecapWords) -> bool:
    """Tell counts of all answers of the scale, of indices or of all together and of nothing else."""
    if table.values != set(words.values) or not _is_sure(table, words):
        return False
    columns = table.kinds(Kind.COUNT)
    for row in range(table.head[1] + 1, table.end):
        counted = any(column in columns for column in table.numbers(row))
        if counted and row not in named.names and not _is_shares(table, row):
            return False
    return any(table.numbers(row) for row in table.rows)


def _is_shares(table: Table, row: int) -> bool:
    """Tell a line of percentages by its label, or by the sign behind each."""
    said = [each for each in table.figures(row)[0].said if each.meaning.kind is Kind.COUNT]
    return is_share_label(table.label(row)) or (bool(said) and all(each.number.percent for each in said))


def _is_sure(table: Table, words: RecapWords) -> bool:
    """Tell counts, which are no answers, below heads that say so if they are but numbers."""
    high = 2 * table.beyond(words.values) >= len(table.rows)
    return high and (table.is_about_values or not table.is_bare)
