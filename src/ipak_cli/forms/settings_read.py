"""A filled settings form: what each cell says and where it stands, and everything that cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.period import indonesian_date, parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.pekppp import NOT_A_CHOICE, NOT_A_NUMBER
from ipak_cli.catalogue.workspace import (
    FORM_CELL_NEEDED,
    FORM_COLUMN_MISSING,
    FORM_LABEL_UNKNOWN,
    FORM_NOT_OF_SETTINGS,
    FORM_NUMBER_ROUNDED,
    FORM_ROW_TWICE,
)
from ipak_cli.forms import settings_names as names
from ipak_cli.forms.settings_names import Kind, clean, value_at
from ipak_cli.pekppp.book.answer_texts import Unread
from ipak_cli.pekppp.book.cell_values import is_blank, read_text, read_whole, shown
from ipak_cli.pekppp.book.table import cell_at, cells_of, sheet_named
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.forms.settings_names import Field
    from ipak_cli.pekppp.book.table import Grid
    from ipak_cli.rubric.yaml_lines import Data
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.workbook import Workbook

_NUMBER: Final = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,9})?(?:/[0-9]{1,9})?")
_ROUNDED: Final = 10**15
"""Spreadsheet programs keep fifteen digits of a number."""
_FEWEST: Final = 2
"""Columns by whose heads a table is known."""
_STAND_IN: Final = "x"
"""Takes the place of what is missing, once that is told, so that the rest is checked in the same pass."""


@dataclass(frozen=True, slots=True)
class FormCell:
    """What a cell says of a place in ``ipak.yaml``: a text, a list, or ``None`` where it is blank."""

    path: tuple[str, ...]
    value: str | list[str] | None
    where: Where
    label: str


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The cells of a form in its order, the places of what they say, and what is wrong with them."""

    cells: tuple[FormCell, ...]
    places: Mapping[tuple[str | int, ...], Where]
    problems: tuple[Problem, ...]


def read_settings_form(workbook: Workbook, data: Mapping[str, Data]) -> FilledForm:
    """Read a form; periods are called as the settings ``data`` call them.

    A sheet that is not there says nothing, nor does a row that is not. Raises ``ProblemsFoundError`` where
    no sheet of the form is there.
    """
    reading = _Reading(workbook.file, dict(data))
    readers = {
        names.UNIT_SHEET: reading.unit,
        names.PERIOD_SHEET: reading.periods,
        names.PLAN_SHEET: reading.plan,
        names.LIST_SHEET: reading.lists,
    }
    found = [name for name in names.SHEETS if sheet_named(workbook, name)]
    if not found:
        sheets = InFull(", ".join(names.SHEETS))
        # What else there is to say of such a file would lead astray: that text should be called .csv.
        raise ProblemsFoundError([problem(FORM_NOT_OF_SETTINGS, Where(workbook.file), sheets=sheets)])
    for name in found:
        if sheet := sheet_named(workbook, name):
            readers[name](_Page(Where(workbook.file, sheet.name), cells_of(sheet)))
    return FilledForm(tuple(reading.cells), reading.places, (*workbook.problems, *reading.problems))


@dataclass(frozen=True, slots=True)
class _Page:
    where: Where
    grid: Grid

    def at(self, row: int, column: int) -> Where:
        return replace(self.where, cell=address(row, column))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table: its number, and its cells by the heads of their columns."""

    page: _Page
    number: int
    columns: Mapping[str, int]

    def cell(self, head: str) -> Cell:
        return cell_at(self.page.grid, self.number, self.columns.get(head, 0))

    def where(self, head: str) -> Where:
        return self.page.at(self.number, self.columns.get(head, 1))

    def is_blank(self, heads: Iterable[str]) -> bool:
        return all(is_blank(self.cell(head)) for head in heads)


@dataclass(frozen=True, slots=True)
class _Reading:
    file: str
    data: Mapping[str, Data]
    cells: list[FormCell] = field(default_factory=list)
    places: dict[tuple[str | int, ...], Where] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def unit(self, page: _Page) -> None:
        """Read the sheet of labels and answers."""
        fields = {normalise(each.label): each for each in names.UNIT_FIELDS}
        seen: set[str] = set()
        for number in range(1, len(page.grid) + 1):
            label, value = shown(cell_at(page.grid, number, 1)), cell_at(page.grid, number, 2)
            key = normalise(label)
            if key in seen:
                self._tell(problem(FORM_ROW_TWICE, page.at(number, 1), what=label))
            elif key in fields:
                seen.add(key)
                asked = fields[key]
                self._keep(
                    asked.path, self._value(asked, value, page.at(number, 2)), page.at(number, 2), asked.label
                )
            elif not is_blank(value) and normalise(shown(value)) != normalise(names.ANSWER):
                labels = InFull(", ".join(each.label for each in names.UNIT_FIELDS))
                self._tell(problem(FORM_LABEL_UNKNOWN, page.at(number, 1), label=label, labels=labels))
        self._need(("unit", "name"), ("unit",))
        self._need(("signatory", "name"), ("signatory",))
        self._need(("signatory", "position"), ("signatory",))

    def periods(self, page: _Page) -> None:
        """Read the table of periods."""
        heads = [each.label for each in names.PERIOD_FIELDS]
        known = {_period(name): name for name in _keys(value_at(dict(self.data), ("periods",)))}
        for row, typed in self._rows(page, names.PERIOD, heads):
            name = known.get(_period(typed), str(_period(typed)))
            self.places["periods", name] = row.where(names.PERIOD)
            for asked in names.PERIOD_FIELDS:
                self._take(row, asked, ("periods", name, *asked.path), name)

    def plan(self, page: _Page) -> None:
        """Read the table of items: targets and follow-ups."""
        fields = (names.TARGET, *names.PLAN_FIELDS)
        for row, code in self._rows(page, names.CODE, [each.label for each in fields]):
            self._take(row, names.TARGET, ("targets", "items", code), code)
            for asked in names.PLAN_FIELDS:
                self._take(row, asked, ("follow_up", code, *asked.path), code)
            self.places["follow_up", code] = row.where(names.PLAN_FIELDS[0].label)
            self._need(("follow_up", code, "actions"), ("follow_up", code))

    def lists(self, page: _Page) -> None:
        """Read the columns of names and laws."""
        heads = [each.label for each in names.LIST_FIELDS]
        header, columns = self._header(page, heads)
        for asked in names.LIST_FIELDS:
            column = columns.get(asked.label)
            if column is None:
                continue
            entries: list[str] = []
            for number in range(header + 1, len(page.grid) + 1):
                where = page.at(number, column)
                for line in self._lines(asked, cell_at(page.grid, number, column), where):
                    self.places[(*asked.path, len(entries))] = where
                    entries.append(line)
            self._keep(asked.path, entries or None, page.at(header + 1, column), asked.label)

    def _rows(self, page: _Page, key: str, heads: Sequence[str]) -> Iterator[tuple[_Row, str]]:
        """Yield the rows of a table with what names each of them; say what is unnamed, or named twice."""
        header, columns = self._header(page, (key, *heads))
        seen: set[str] = set()
        for number in range(header + 1, len(page.grid) + 1):
            row = _Row(page, number, columns)
            name = self._text(key, row.cell(key), row.where(key))
            if name is None:
                if is_blank(row.cell(key)) and not row.is_blank(heads):
                    self._tell(problem(FORM_CELL_NEEDED, row.where(key), what=key))
            elif (mark := str(_period(name)) if key == names.PERIOD else name) in seen:
                self._tell(problem(FORM_ROW_TWICE, row.where(key), what=name))
            else:
                seen.add(mark)
                yield row, name

    def _header(self, page: _Page, heads: Sequence[str]) -> tuple[int, Mapping[str, int]]:
        """Return the row of the heads, and the column of each; say which are missing."""
        by_name = {normalise(head): head for head in heads}
        best: tuple[int, dict[str, int]] = (0, {})
        for number, cells in enumerate(page.grid, start=1):
            found: dict[str, int] = {}
            for column, cell in enumerate(cells, start=1):
                if isinstance(cell, str) and (head := by_name.get(normalise(cell))):
                    found.setdefault(head, column)
            if len(found) > len(best[1]):
                best = number, found
        missing = [head for head in heads if head not in best[1]]
        if missing or len(best[1]) < _FEWEST:
            where = page.at(best[0] or 1, 1)
            self._tell(problem(FORM_COLUMN_MISSING, where, columns=InFull(", ".join(missing))))
            return len(page.grid), {}
        return best

    def _take(self, row: _Row, asked: Field, path: tuple[str, ...], of: str) -> None:
        where = row.where(asked.label)
        self._keep(path, self._value(asked, row.cell(asked.label), where), where, f"{asked.label} {of}")

    def _keep(self, path: tuple[str, ...], value: str | list[str] | None, where: Where, label: str) -> None:
        self.cells.append(FormCell(path, value, where, label))
        self.places[path] = where

    def _need(self, path: tuple[str, ...], part: tuple[str, ...]) -> None:
        """Say that a cell is blank without which the others of its part make no sense."""
        mine = [each for each in self.cells if each.path[: len(part)] == part]
        blank = next(
            (n for n, each in enumerate(self.cells) if each.path == path and each.value is None), None
        )
        others = [each.label for each in mine if each.value is not None]
        had_name = path == ("unit", "name") and value_at(dict(self.data), path) is not None
        if blank is not None and (others or had_name):
            cell = self.cells[blank]
            self._tell(problem(FORM_CELL_NEEDED, cell.where, what=cell.label))
            stand_in = [_STAND_IN] if path[-1] == "actions" else _STAND_IN
            self.cells[blank] = replace(cell, value=stand_in)

    def _value(self, asked: Field, cell: Cell, where: Where) -> str | list[str] | None:
        if asked.kind is Kind.LINES:
            return self._lines(asked, cell, where) or None
        if asked.kind is Kind.DAY and isinstance(cell, date):
            return indonesian_date(cell)
        if asked.kind is Kind.WHOLE:
            return self._sound(read_whole(cell), asked.label, where)
        text = self._text(asked.label, cell, where)
        if text is None:
            return None
        if asked.kind is Kind.NUMBER:
            return self._number(asked, text, where)
        return self._choice(asked, text, where) if asked.choices else text

    def _number(self, asked: Field, text: str, where: Where) -> str | None:
        """Return a number of at most some decimals, or a fraction, as the settings write it."""
        if not _NUMBER.fullmatch(text):
            self._tell(problem(NOT_A_NUMBER, where, what=asked.label, value=text))
            return None
        return text.replace(",", ".")

    def _choice(self, asked: Field, text: str, where: Where) -> str | None:
        chosen = {normalise(each): each for each in asked.choices}.get(normalise(text))
        # A zone has more names than the list; the settings' own check knows them.
        if chosen is None and asked.path != ("timezone",):
            choices = InFull(", ".join(asked.choices))
            self._tell(problem(NOT_A_CHOICE, where, what=asked.label, value=text, choices=choices))
        return chosen or (text if asked.path == ("timezone",) else None)

    def _lines(self, asked: Field, cell: Cell, where: Where) -> list[str]:
        return (self._text(asked.label, cell, where) or "").splitlines()

    def _text(self, what: str, cell: Cell, where: Where) -> str | None:
        if isinstance(cell, int | float) and abs(cell) >= _ROUNDED:
            self._tell(problem(FORM_NUMBER_ROUNDED, where, what=what))
            return None
        return clean(self._sound(read_text(cell), what, where) or "") or None

    def _sound(self, read: str | int | Unread | None, what: str, where: Where) -> str | None:
        """Return what was read as text; say why where it could not be read."""
        if isinstance(read, Unread):
            self._tell(problem(read.entry, where, what=what, **read.values))
            return None
        return None if read is None else str(read)

    def _tell(self, fault: Problem) -> None:
        self.problems.append(fault)


def _keys(data: Data) -> Iterable[str]:
    return data if isinstance(data, dict) else ()


def _period(name: str) -> object:
    """Return the period of a name, by which two ways of writing it are one; else the name."""
    try:
        return parse_period(name)
    except ValueError:
        return name
