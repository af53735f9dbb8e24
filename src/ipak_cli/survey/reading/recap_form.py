"""A filled form of ours: the sheets that ``ipak template --recap`` makes, read by their labels and heads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import Where, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.recap import (
    NUMBER_OF_RESPONDENTS,
    RECAP_NUMBER_UNREADABLE,
    RECAP_PERIOD_UNREADABLE,
    RECAP_ROW_NOT_READ,
)
from ipak_cli.survey.reading import recap_names as names
from ipak_cli.survey.reading.recap_figures import Figures, Kind, Meaning, RecapFigures, Said
from ipak_cli.survey.reading.recap_numbers import read_number
from ipak_cli.survey.reading.recap_terms import what_of
from ipak_cli.survey.reading.shown_cells import short_header
from ipak_cli.tables.cell import ErrorCell, UncachedFormula, address
from ipak_cli.tables.column import as_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.workbook import Sheet, Workbook

ROWS: Final = 400
"""Rows of a form that are read; a rubric has far fewer items."""
_RECORD: Final = 20
_NOTHING: Final = frozenset({"", "-", "–", "—"})


def record_of(workbook: Workbook) -> Mapping[str, str] | None:
    """Return what the hidden sheet of a form of ours says, if it is a recap's."""
    sheet = next((each for each in workbook.sheets if each.name == names.RECORD_SHEET), None)
    if sheet is None:
        return None
    rows = [(*row, None, None)[:2] for row in sheet.head(_RECORD)]
    facts = {as_text(name): as_text(value) for name, value in rows}
    return facts if facts.get("form") == names.FORM else None


def read_form(workbook: Workbook, rubric: SurveyRubric) -> RecapFigures:
    """Return all that a filled form says; numbers that cannot be read are among its problems."""
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    figures = RecapFigures(Where(workbook.file, names.SHEET))
    if sheet := sheets.get(names.SHEET):
        page = FormPage(sheet, sheet.head(ROWS), figures)
        page.read_facts()
        columns = _item_columns(rubric)
        figures.items |= page.read_rows(names.CODE, [item.code for item in rubric.items], columns)
    if sheet := sheets.get(names.TOTALS_SHEET):
        page = FormPage(sheet, sheet.head(ROWS), figures)
        codes = [*(index.code for index in rubric.indices), names.ALL]
        counts = {
            names.count_head(rubric, value): Meaning(Kind.COUNT, value) for value in rubric.scale.values
        }
        read = page.read_rows(names.INDEX, codes, counts)
        figures.totals |= {
            "" if code == names.ALL else code: each for code, each in read.items() if each.said
        }
    if not any(each.said for each in figures.items.values()) and figures.totals:
        figures.items.clear()
        figures.sheet = Where(workbook.file, names.TOTALS_SHEET)
    return figures


def _item_columns(rubric: SurveyRubric) -> dict[str, Meaning]:
    counts = {names.count_head(rubric, value): Meaning(Kind.COUNT, value) for value in rubric.scale.values}
    return {
        names.N: Meaning(Kind.N),
        **counts,
        names.sum_head(rubric): Meaning(Kind.SUM, turned=True),
        names.mean_head(rubric): Meaning(Kind.MEAN, turned=True),
    }


@dataclass(frozen=True, slots=True)
class FormPage:
    """A sheet of a form: its cells, and where what they say is kept."""

    sheet: Sheet
    grid: Sequence[Sequence[Cell]]
    figures: RecapFigures

    def at(self, row: int, column: int) -> Where:
        """Return the place of a cell, counted from 1."""
        return Where(self.sheet.file, self.sheet.name, address(row, column))

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell, counted from 1."""
        cells = self.grid[row - 1] if row <= len(self.grid) else ()
        return cells[column - 1] if column <= len(cells) else None

    def read_facts(self) -> None:
        """Read unit, period and respondents, each beside its label above the table."""
        for row in range(1, len(self.grid) + 1):
            label, value, where = as_text(self.cell(row, 1)), self.cell(row, 2), self.at(row, 2)
            if label == names.CODE:
                return
            if as_text(value) in _NOTHING:
                continue
            if label == names.UNIT:
                self.figures.unit = as_text(value)
            elif label == names.PERIOD:
                self._period(as_text(value), where)
            elif label == names.RESPONDENTS:
                meaning = Meaning(Kind.N, people=True)
                if said := self._said(value, where, meaning, NUMBER_OF_RESPONDENTS()):
                    self.figures.respondents.append(said)

    def _period(self, text: str, where: Where) -> None:
        try:
            self.figures.periods.append(parse_period(text))
        except ValueError:
            self.figures.problems.append(problem(RECAP_PERIOD_UNREADABLE, where, value=text))

    def read_rows(self, key: str, codes: Sequence[str], columns: Mapping[str, Meaning]) -> dict[str, Figures]:
        """Return the numbers of each row that the first column names, below the head ``key``."""
        header = next((n for n in range(1, len(self.grid) + 1) if as_text(self.cell(n, 1)) == key), None)
        if header is None:
            return {}
        heads = {normalise(head): meaning for head, meaning in columns.items()}
        found = {
            number: heads[head]
            for number, cell in enumerate(self.grid[header - 1], start=1)
            if (head := normalise(as_text(cell))) in heads
        }
        rows: dict[str, Figures] = {}
        for row in range(header + 1, len(self.grid) + 1):
            if (code := as_text(self.cell(row, 1))) in codes and code not in rows:
                rows[code] = self._row(row, found)
            elif code and any(as_text(self.cell(row, column)) not in _NOTHING for column in found):
                told = {"label": short_header(code)}
                self.figures.problems.append(problem(RECAP_ROW_NOT_READ, self.at(row, 1), **told))
        self.figures.rows += sum(bool(each.said) for each in rows.values())
        return _with_places(rows)

    def _row(self, row: int, columns: Mapping[int, Meaning]) -> Figures:
        figures = Figures(self.at(row, 1))
        for column, meaning in columns.items():
            value, where = self.cell(row, column), self.at(row, column)
            if as_text(value) in _NOTHING:
                figures.blank[meaning] = where
            elif said := self._said(value, where, meaning, what_of(meaning)):
                figures.said.append(said)
            else:
                figures.unread = True
        return figures

    def _said(self, value: Cell, where: Where, meaning: Meaning, what: Message) -> Said | None:
        number = read_number(value, as_typed=self.sheet.name is not None)
        if number is None:
            shown = shown_value(value)
            self.figures.problems.append(problem(RECAP_NUMBER_UNREADABLE, where, what=what, value=shown))
            return None
        return Said(number, where, meaning)


def shown_value(value: Cell) -> str:
    """Return what a cell shows that is no number."""
    match value:
        case ErrorCell():
            return value.text
        case UncachedFormula():
            return "rumus tanpa hasil"
        case _:
            return as_text(value)


def _with_places(rows: Mapping[str, Figures]) -> dict[str, Figures]:
    """Tell each mean the decimals of the longest one in its column."""
    said = [each for figures in rows.values() for each in figures.said]
    places = {
        meaning: max(each.number.places for each in said if each.meaning == meaning)
        for meaning in {each.meaning for each in said}
    }
    for figures in rows.values():
        figures.said = [
            Said(each.number, each.where, each.meaning, places[each.meaning]) for each in figures.said
        ]
    return dict(rows)
