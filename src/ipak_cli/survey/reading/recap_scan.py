"""The recaps of strangers: a sheet's tables of items or of indices, told from tables of answers.

A table is a recap only by what no table of answers has: every row or column that is used is called a count,
a sum or a mean. Counts must be no answers, either: most rows have one that is not on the scale, since their
heads may be the answers of respondents who stand side by side. What is in doubt is no recap, and is read or
refused as a table of answers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Where
from ipak_cli.rubric.own_form import NO_OWN_HEADS, OwnHeads
from ipak_cli.survey.reading.recap_doubts import Doubts
from ipak_cli.survey.reading.recap_facts import take_surroundings
from ipak_cli.survey.reading.recap_figures import Footer, Kind, RecapFigures
from ipak_cli.survey.reading.recap_grid import Grid
from ipak_cli.survey.reading.recap_rows import (
    NamedRows,
    has_respondents,
    index_named,
    item_rows,
    names_for,
)
from ipak_cli.survey.reading.recap_table import Table, TableFinder
from ipak_cli.survey.reading.recap_totals import find_totals
from ipak_cli.survey.reading.recap_words import Other, RecapWords, is_share_label, is_total, kind_of
from ipak_cli.survey.reading.row_looks import SummaryLikeness, label_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.header import ItemNames
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.workbook import Sheet

_SEVERAL: Final = 2


@dataclass(frozen=True)
class Scanner:
    """Looks for a recap of one rubric in sheets."""

    rubric: SurveyRubric
    own: OwnHeads = NO_OWN_HEADS
    names: ItemNames = field(init=False)
    words: RecapWords = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the names of items and the words of the scale once."""
        object.__setattr__(self, "names", names_for(self.rubric, self.own))
        object.__setattr__(self, "words", RecapWords.of(self.rubric))

    def scan(self, sheet: Sheet, rows: Sequence[Sequence[Cell]]) -> RecapFigures | None:
        """Return what a sheet's recap says; ``None`` where it has none."""
        where = Where(sheet.file, sheet.name)
        grid = Grid(where, rows, as_typed=sheet.name is not None)
        down = item_rows(grid, self.names, self.rubric)
        header = self._items_across(grid)
        if down is not None:
            if header is not None or has_respondents(grid):
                return None
            return self._items(grid, grid, down, strict=False)
        if header is not None:
            turned = grid.turn(header)
            across = item_rows(turned, self.names, self.rubric)
            return self._items(grid, turned, across, strict=True) if across else None
        return find_totals(grid, grid, self.rubric, self.words) or find_totals(
            grid, grid.turn(), self.rubric, self.words
        )

    def _items_across(self, grid: Grid) -> int | None:
        """Return the row whose cells are called like items, if at least half of them are."""
        turned = item_rows(grid.turn(), self.names, self.rubric)
        return None if turned is None else turned.edge

    def _items(self, sheet: Grid, grid: Grid, named: NamedRows, *, strict: bool) -> RecapFigures | None:
        finder = TableFinder(grid, self.words, named.names, named.edge)
        tables = [table for table in finder.tables() if self._is_recap(table, strict=strict)]
        if any(named.repeats(table.rows) for table in tables):
            return None
        asked = {code for table in tables for row in table.rows if (code := named.names[row])}
        if 2 * len(asked) < len(self.rubric.items):
            return None
        named_periods = {each for table in tables for each in table.named_periods}
        if len(named_periods) < _SEVERAL:
            figures = self._figures(sheet, tables, named)
            figures.periods += sorted(named_periods - set(figures.periods))
            return figures
        figures = RecapFigures(sheet.where)
        for period in sorted(named_periods):
            of_period = [table.of_period(period) for table in tables]
            figures.by_period[period] = self._figures(sheet, of_period, named)
        return figures

    def _figures(self, sheet: Grid, tables: list[Table], named: NamedRows) -> RecapFigures:
        figures = RecapFigures(sheet.where)
        for table in tables:
            for row in table.rows:
                figures.take(figures.items, named.names[row], *table.figures(row))
            self._take_footers(figures, table, named)
        figures.problems += Doubts(tables[0].grid, named, self.rubric).all()
        take_surroundings(figures, sheet, tables)
        return figures

    def _is_recap(self, table: Table, *, strict: bool) -> bool:
        """Tell a table of a recap from one of answers, and from one that holds something else."""
        if table.kinds(Kind.COUNT) and 2 * table.beyond(self.words.values) < len(table.rows):
            return False
        if not (self._is_labelled(table) if strict else self._is_apart(table)):
            return False
        if len(table.values) > 1 or table.kinds(Kind.SUM):
            return True
        means = table.kinds(Kind.MEAN)
        weak = bool(means) and all(each.weak for each in means.values())
        if means and (not weak or any(_has_fraction(table, column) for column in means)):
            return True
        return bool(table.kinds(Kind.TOTAL)) and bool(table.kinds(Kind.N))

    def _is_labelled(self, table: Table) -> bool:
        """Tell whether all columns with numbers, rows of the sheet, are called what a recap's are."""
        if table.is_bare and not table.is_about_values:
            return False
        known = table.columns.keys() | table.others
        grid = table.grid
        used = {column for row in table.rows for column in grid.filled(row) if column > table.edge}
        return all(column in known or self._is_summary(table, column) for column in used)

    def _is_apart(self, table: Table) -> bool:
        """Tell whether no column that nothing is known of could hold answers: of a respondent, then."""
        known = table.columns.keys() | table.others
        answers = Counter(
            column
            for row in table.rows
            for column in table.grid.filled(row)
            if column > table.edge
            and column not in known
            and self.words.value_named(table.grid.text(row, column)) is not None
        )
        return all(2 * count < len(table.rows) for count in answers.values())

    def _is_summary(self, table: Table, column: int) -> bool:
        texts = (table.grid.text(row, column) for row in range(table.head[0], table.head[1] + 1))
        return any(label_of(text) is SummaryLikeness.WHOLE for text in texts if text)

    def _take_footers(self, figures: RecapFigures, table: Table, named: NamedRows) -> None:
        """Keep the lines that add up what stands above them, or all of an index."""
        above: list[str] = []
        since: list[str] = []
        for row in range(table.rows[0], table.end):
            if row in named.names:
                above.append(named.names[row])
                since.append(named.names[row])
                continue
            label = table.label(row)
            if not label or not table.numbers(row):
                continue
            index = index_named(label, self.rubric)
            kind = kind_of(label)
            read, _ = table.figures(row)
            if is_share_label(label):
                figures.footers.append(Footer(Kind.SHARE, read, (tuple(above), tuple(since))))
            elif index is not None and table.values:
                figures.totals.setdefault(index, read)
            elif is_total(label):
                figures.footers.append(Footer(Kind.TOTAL, read, (tuple(above), tuple(since))))
                since = []
            elif (
                kind is not None and not isinstance(kind, Other) and kind.kind is Kind.MEAN and not kind.weak
            ):
                figures.footers.append(Footer(Kind.MEAN, read, (tuple(above), tuple(since))))


def _has_fraction(table: Table, column: int) -> bool:
    """Tell whether a number of a column is not whole."""
    said = (each for row in table.rows for each in table.figures(row)[0].said)
    return any(each.number.whole is None for each in said if each.meaning == table.columns[column])
