"""The recaps of strangers: a sheet's tables of items or of indices, told from tables of answers.

A table is a recap only by what no table of answers has: every row or column that is used is called a count,
a sum or a mean. Counts must be no answers, either: most rows have one that is not on the scale, since their
heads may be the answers of respondents who stand side by side. What is in doubt is no recap, and is read or
refused as a table of answers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import find_period
from ipak_cli.base.problem import Where, problem
from ipak_cli.catalogue.recap import RECAP_ROW_NOT_READ
from ipak_cli.rubric.own_form import NO_OWN_HEADS, OwnHeads
from ipak_cli.survey.reading.recap_doubts import Doubts
from ipak_cli.survey.reading.recap_facts import take_surroundings
from ipak_cli.survey.reading.recap_figures import Footer, Kind, Meaning, RecapFigures
from ipak_cli.survey.reading.recap_finder import TableFinder
from ipak_cli.survey.reading.recap_grid import Grid
from ipak_cli.survey.reading.recap_heads import head_problems
from ipak_cli.survey.reading.recap_periods import PeriodNames
from ipak_cli.survey.reading.recap_rows import (
    NamedRows,
    has_respondents,
    index_named,
    item_rows,
    names_for,
)
from ipak_cli.survey.reading.recap_totals import TotalsFinder
from ipak_cli.survey.reading.recap_words import (
    RecapWords,
    is_index_label,
    is_share_label,
    is_total,
    kind_of,
)
from ipak_cli.survey.reading.row_looks import SummaryLikeness, label_of
from ipak_cli.survey.reading.shown_cells import short_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.rubric.survey import Index, SurveyRubric
    from ipak_cli.survey.reading.header import ItemNames
    from ipak_cli.survey.reading.recap_table import Table
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.workbook import Sheet

_SEVERAL: Final = 2


@dataclass(frozen=True)
class Scanner:
    """Looks for a recap of one rubric in sheets."""

    rubric: SurveyRubric
    own: OwnHeads = NO_OWN_HEADS
    asked: Period | None = None
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
        finder = TotalsFinder(grid, self.rubric, self.words, PeriodNames.of_sheet(grid, self.asked))
        return finder.find()

    def _items_across(self, grid: Grid) -> int | None:
        """Return the row whose cells are called like items, if at least half of them are."""
        turned = item_rows(grid.turn(), self.names, self.rubric)
        return None if turned is None else turned.edge

    def _items(self, sheet: Grid, grid: Grid, named: NamedRows, *, strict: bool) -> RecapFigures | None:
        periods = PeriodNames.of_sheet(sheet, self.asked)
        finder = TableFinder(grid, self.words, named.names, named.edge, periods)
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
            found = self._figures(sheet, of_period, named)
            found.named_at = next((cell for table in tables if (cell := table.named_at(period))), None)
            figures.by_period[period] = found
        return figures

    def _figures(self, sheet: Grid, tables: list[Table], named: NamedRows) -> RecapFigures:
        figures = RecapFigures(sheet.where)
        for table in [self._without_printed(figures, each, named) for each in tables]:
            for row in table.rows:
                figures.take(figures.items, named.names[row], *table.figures(row))
            self._take_footers(figures, table, named)
            figures.problems += head_problems(table, self.words, self.rubric)
        figures.problems += Doubts(tables[0].grid, named, self.rubric).all()
        take_surroundings(figures, sheet, tables)
        return figures

    def _without_printed(self, figures: RecapFigures, table: Table, named: NamedRows) -> Table:
        """Keep apart a column with a number for each index beside one of its items, as merged cells have."""
        printed = set()
        for column, meaning in table.kinds(Kind.MEAN).items():
            filled = [row for row in table.rows if not table.grid.is_blank(row, column)]
            if meaning.weak and len(filled) <= len(self.rubric.indices) < len(table.rows):
                printed.add(column)
                for row in filled:
                    index = next(each for each in self.rubric.indices if named.names[row] in _codes(each))
                    figures.printed += [(index.code, said) for said in table.said(row, [column])]
        return replace(table, columns={n: each for n, each in table.columns.items() if n not in printed})

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
        strange = table.strange_answers(self.words)
        answers = Counter(
            column
            for row in table.rows
            for column in table.grid.filled(row)
            if column > table.edge
            and column not in known
            and column not in strange
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
                figures.printed += [(index, said) for said in read.of(Kind.MEAN)]
            elif index is not None and isinstance(kind, Meaning) and find_period(label) is None:
                numbers = table.said(row, table.numbers(row), Meaning(Kind.MEAN, weak=True))
                figures.printed += [(index, said) for said in read.of(Kind.MEAN) or numbers[:1]]
            elif is_total(label):
                figures.footers.append(Footer(Kind.TOTAL, read, (tuple(above), tuple(since))))
                since = []
            else:
                self._take_line(figures, table, row, (tuple(above), tuple(since)))

    def _take_line(
        self, figures: RecapFigures, table: Table, row: int, above: tuple[tuple[str, ...], ...]
    ) -> None:
        """Keep a line of means or of an index, and tell one of numbers that nothing is known of."""
        label, (read, _) = table.label(row), table.figures(row)
        kind = kind_of(label)
        if isinstance(kind, Meaning) and kind.kind is Kind.MEAN and not kind.weak:
            figures.footers.append(Footer(Kind.MEAN, read, above))
        elif isinstance(kind, Meaning) and is_index_label(label) and find_period(label) is None:
            printed = table.said(row, table.numbers(row)[:1], Meaning(Kind.MEAN, weak=True))
            read.said = read.of(Kind.MEAN) or printed
            figures.footers.append(Footer(Kind.MEAN, read, above))
        elif kind is None and index_named(label, self.rubric) is None and _is_full(table, row):
            at = table.grid.at(row, table.edge)
            figures.problems.append(problem(RECAP_ROW_NOT_READ, at, label=short_header(label)))


def _is_full(table: Table, row: int) -> bool:
    """Tell whether most of the columns that are read have a number in a row."""
    return 2 * len(table.columns.keys() & set(table.numbers(row))) > len(table.columns)


def _codes(index: Index) -> set[str]:
    return {item.code for item in index.items}


def _has_fraction(table: Table, column: int) -> bool:
    """Tell whether a number of a column is not whole."""
    said = (each for row in table.rows for each in table.figures(row)[0].said)
    return any(each.number.whole is None for each in said if each.meaning == table.columns[column])
