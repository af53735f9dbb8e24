"""A form that people filled in: what each cell says and where it stands, and all that cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.period import indonesian_date
from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.pekppp import NOT_A_CHOICE, NOT_A_NUMBER
from ipak_cli.catalogue.workspace import (
    FORM_CELL_NEEDED,
    FORM_COLUMN_MISSING,
    FORM_NUMBER_ROUNDED,
    FORM_ROW_TWICE,
)
from ipak_cli.forms import settings_names as names
from ipak_cli.forms.form_record import FACTS, RECORD_SHEET, FormRecord, path_of, period_of
from ipak_cli.forms.settings_names import Kind, clean
from ipak_cli.pekppp.book.answer_texts import Unread
from ipak_cli.pekppp.book.cell_values import is_blank, read_text, read_whole, shown
from ipak_cli.pekppp.book.table import cell_at, cells_of, sheet_named
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.forms.form_record import SettingsPath
    from ipak_cli.forms.settings_names import Field
    from ipak_cli.pekppp.book.table import Grid
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
    """What a cell says of a place in ``ipak.yaml``: a text, a list, or ``None`` where it is blank.

    Cells of one ``part`` make sense together alone, as the plan of an item does. ``general`` is the place
    that counts where the file has nothing of that part.
    """

    path: SettingsPath
    value: str | list[str] | None
    where: Where
    label: str
    general: SettingsPath | None = None

    @property
    def part(self) -> SettingsPath:
        """The place of the cells that this one belongs to: its own, but for a follow-up plan."""
        return self.path[:-1] if "follow_up" in self.path else self.path

    @property
    def text(self) -> str:
        """What the cell says, as a form shows it."""
        return "\n".join(self.value) if isinstance(self.value, list) else self.value or ""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The cells of a form in its order, the places of what they say, and what is wrong with them.

    ``record`` is what the form was made from, where it says so.
    """

    cells: tuple[FormCell, ...]
    places: Mapping[tuple[str | int, ...], Where]
    problems: tuple[Problem, ...]
    record: FormRecord | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of a form: its place and its cells."""

    where: Where
    grid: Grid

    def at(self, row: int, column: int) -> Where:
        """Return the place of a cell, counted from 1."""
        return replace(self.where, cell=address(row, column))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its number, and its cells by the heads of their columns."""

    page: Page
    number: int
    columns: Mapping[str, int]

    def cell(self, head: str) -> Cell:
        """Return the cell below a head."""
        return cell_at(self.page.grid, self.number, self.columns.get(head, 0))

    def where(self, head: str) -> Where:
        """Return the place of that cell; of the row's first where there is no such column."""
        return self.page.at(self.number, self.columns.get(head, 1))

    def is_blank(self, heads: Iterable[str]) -> bool:
        """Tell whether nothing stands below these heads."""
        return all(is_blank(self.cell(head)) for head in heads)


@dataclass(frozen=True, slots=True)
class Reading:
    """A form while it is read: what its cells say so far, where, and what is wrong."""

    cells: list[FormCell] = field(default_factory=list)
    places: dict[tuple[str | int, ...], Where] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def rows(self, page: Page, key: str, heads: Sequence[str]) -> Iterator[tuple[Row, str]]:
        """Yield the rows of a table with what names each of them; say what is unnamed, or named twice."""
        header, columns = self.header(page, (key, *heads))
        seen: set[str] = set()
        for number in range(header + 1, len(page.grid) + 1):
            row = Row(page, number, columns)
            name = self.text(key, row.cell(key), row.where(key))
            if name is None:
                if is_blank(row.cell(key)) and not row.is_blank(heads):
                    self.tell(problem(FORM_CELL_NEEDED, row.where(key), what=key))
            elif (mark := str(period_of(name)) if key == names.PERIOD else name) in seen:
                self.tell(problem(FORM_ROW_TWICE, row.where(key), what=name))
            else:
                seen.add(mark)
                yield row, name

    def header(self, page: Page, heads: Sequence[str]) -> tuple[int, Mapping[str, int]]:
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
            self.tell(problem(FORM_COLUMN_MISSING, where, columns=InFull(", ".join(missing))))
            return len(page.grid), {}
        return best

    def take(
        self, row: Row, asked: Field, path: SettingsPath, of: str, general: SettingsPath | None = None
    ) -> None:
        """Keep what the cell below a field's head says of a place in the settings."""
        where = row.where(asked.label)
        value = self.value(asked, row.cell(asked.label), where)
        self.keep(FormCell(path, value, where, f"{asked.label} {of}", general))

    def keep(self, cell: FormCell) -> None:
        """Keep what a cell says, and where it stands."""
        self.cells.append(cell)
        self.places[cell.path] = cell.where

    def need(self, path: SettingsPath, part: SettingsPath, *, always: bool = False) -> None:
        """Say that a cell is blank without which the others of its part make no sense, or ``always``."""
        mine = [each for each in self.cells if each.path[: len(part)] == part]
        blank = next(
            (n for n, each in enumerate(self.cells) if each.path == path and each.value is None), None
        )
        if blank is not None and (always or any(each.value is not None for each in mine)):
            cell = self.cells[blank]
            self.tell(problem(FORM_CELL_NEEDED, cell.where, what=cell.label))
            stand_in = [_STAND_IN] if path[-1] == "actions" else _STAND_IN
            self.cells[blank] = replace(cell, value=stand_in)

    def value(self, asked: Field, cell: Cell, where: Where) -> str | list[str] | None:
        """Return what a cell says, as the settings take it; ``None`` for a blank one and an unsound one."""
        if asked.kind is Kind.LINES:
            return self.lines(asked, cell, where) or None
        if asked.kind is Kind.DAY and isinstance(cell, date):
            return indonesian_date(cell)
        if asked.kind is Kind.WHOLE:
            return self._sound(read_whole(cell), asked.label, where)
        text = self.text(asked.label, cell, where)
        if text is None:
            return None
        if asked.kind is Kind.NUMBER:
            return self._number(asked, text, where)
        return self._choice(asked, text, where) if asked.choices else text

    def lines(self, asked: Field, cell: Cell, where: Where) -> list[str]:
        """Return the lines of a cell."""
        return (self.text(asked.label, cell, where) or "").splitlines()

    def text(self, what: str, cell: Cell, where: Where) -> str | None:
        """Return the text of a cell, or ``None`` where it is blank or cannot be read."""
        if isinstance(cell, int | float) and abs(cell) >= _ROUNDED:
            self.tell(problem(FORM_NUMBER_ROUNDED, where, what=what))
            return None
        return clean(self._sound(read_text(cell), what, where) or "") or None

    def tell(self, fault: Problem) -> None:
        """Note something that is wrong."""
        self.problems.append(fault)

    def _number(self, asked: Field, text: str, where: Where) -> str | None:
        """Return a number of at most some decimals, or a fraction, as the settings write it."""
        if not _NUMBER.fullmatch(text):
            self.tell(problem(NOT_A_NUMBER, where, what=asked.label, value=text))
            return None
        return text.replace(",", ".")

    def _choice(self, asked: Field, text: str, where: Where) -> str | None:
        known = {normalise(each): each for each in asked.choices}
        known |= {normalise(said): meant for said, meant in asked.also}
        chosen = known.get(normalise(text))
        # A zone has more names than the list; the settings' own check knows them.
        if chosen is None and asked.path != ("timezone",):
            choices = InFull(", ".join(asked.choices))
            self.tell(problem(NOT_A_CHOICE, where, what=asked.label, value=text, choices=choices))
        return chosen or (text if asked.path == ("timezone",) else None)

    def _sound(self, read: str | int | Unread | None, what: str, where: Where) -> str | None:
        """Return what was read as text; say why where it could not be read."""
        if isinstance(read, Unread):
            self.tell(problem(read.entry, where, what=what, **read.values))
            return None
        return None if read is None else str(read)


def page_of(workbook: Workbook, name: str) -> Page | None:
    """Return the sheet of a name, or ``None`` where the workbook has none."""
    sheet = sheet_named(workbook, name)
    return Page(Where(workbook.file, sheet.name), cells_of(sheet)) if sheet else None


def read_record(workbook: Workbook) -> FormRecord | None:
    """Return what a form says of itself; ``None`` for a workbook that is no form, or lost its record."""
    page = page_of(workbook, RECORD_SHEET)
    if page is None:
        return None
    rows = {shown(cell_at(page.grid, n, 1)): cell_at(page.grid, n, 2) for n in range(1, len(page.grid) + 1)}
    facts = {name: shown(rows.pop(name, None)) for name in FACTS}
    values = {path: clean(shown(text)) for key, text in rows.items() if (path := path_of(key))}
    return FormRecord(**facts, values=values) if facts["form"] else None
