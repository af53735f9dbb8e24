"""A filled settings form: its sheets of labels and answers, periods, items and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.workspace import FORM_LABEL_UNKNOWN, FORM_NOT_OF_SETTINGS, FORM_ROW_TWICE
from ipak_cli.forms import settings_names as names
from ipak_cli.forms.filled import FilledForm, FormCell, Page, Reading, page_of, read_record
from ipak_cli.forms.form_record import names_of_periods, period_of
from ipak_cli.forms.settings_names import value_at
from ipak_cli.pekppp.book.cell_values import is_blank, shown
from ipak_cli.pekppp.book.table import cell_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.rubric.yaml_lines import Data
    from ipak_cli.tables.workbook import Workbook


def read_settings_form(workbook: Workbook, data: Mapping[str, Data]) -> FilledForm:
    """Read a form; periods are called as the settings ``data`` call them.

    A sheet that is not there says nothing, nor does a row that is not. Raises ``ProblemsFoundError`` where
    no sheet of the form is there.
    """
    reading, said = Reading(), dict(data)
    unit, periods, plan, lists = pages = [page_of(workbook, name) for name in names.SHEETS]
    if not any(pages):
        sheets = InFull(", ".join(names.SHEETS))
        # What else there is to say of such a file would lead astray: that text should be called .csv.
        raise ProblemsFoundError([problem(FORM_NOT_OF_SETTINGS, Where(workbook.file), sheets=sheets)])
    if unit:
        _unit(reading, unit, said)
    if periods:
        _periods(reading, periods, said)
    if plan:
        _plan(reading, plan)
    if lists:
        _lists(reading, lists)
    problems = (*workbook.problems, *reading.problems)
    return FilledForm(tuple(reading.cells), reading.places, problems, read_record(workbook))


def _unit(reading: Reading, page: Page, said: Data) -> None:
    """Read the sheet of labels and answers."""
    fields = {normalise(each.label): each for each in names.UNIT_FIELDS}
    seen: set[str] = set()
    for number in range(1, len(page.grid) + 1):
        label, value = shown(cell_at(page.grid, number, 1)), cell_at(page.grid, number, 2)
        key, where = normalise(label), page.at(number, 2)
        if key in seen:
            reading.tell(problem(FORM_ROW_TWICE, page.at(number, 1), what=label))
        elif key in fields:
            seen.add(key)
            asked = fields[key]
            reading.keep(FormCell(asked.path, reading.value(asked, value, where), where, asked.label))
        elif not is_blank(value) and normalise(shown(value)) != normalise(names.ANSWER):
            labels = InFull(", ".join(each.label for each in names.UNIT_FIELDS))
            reading.tell(problem(FORM_LABEL_UNKNOWN, page.at(number, 1), label=label, labels=labels))
    had_name = value_at(said, ("unit", "name")) is not None
    reading.need(("unit", "name"), ("unit",), always=had_name)
    reading.need(("signatory", "name"), ("signatory",))
    reading.need(("signatory", "position"), ("signatory",))


def _periods(reading: Reading, page: Page, said: Data) -> None:
    """Read the table of periods."""
    heads = [each.label for each in names.PERIOD_FIELDS]
    known = names_of_periods(said)
    for row, typed in reading.rows(page, names.PERIOD, heads):
        name = known.get(period_of(typed), str(period_of(typed)))
        reading.places["periods", name] = row.where(names.PERIOD)
        for asked in names.PERIOD_FIELDS:
            reading.take(row, asked, ("periods", name, *asked.path), name)


def _plan(reading: Reading, page: Page) -> None:
    """Read the table of items: targets and follow-ups."""
    fields = (names.TARGET, *names.PLAN_FIELDS)
    for row, code in reading.rows(page, names.CODE, [each.label for each in fields]):
        reading.take(row, names.TARGET, ("targets", "items", code), code)
        for asked in names.PLAN_FIELDS:
            reading.take(row, asked, ("follow_up", code, *asked.path), code)
        reading.places["follow_up", code] = row.where(names.PLAN_FIELDS[0].label)
        reading.need(("follow_up", code, "actions"), ("follow_up", code))


def _lists(reading: Reading, page: Page) -> None:
    """Read the columns of names and laws."""
    heads = [each.label for each in names.LIST_FIELDS]
    header, columns = reading.header(page, heads)
    for asked in names.LIST_FIELDS:
        column = columns.get(asked.label)
        if column is None:
            continue
        entries: list[str] = []
        for number in range(header + 1, len(page.grid) + 1):
            where = page.at(number, column)
            for line in reading.lines(asked, cell_at(page.grid, number, column), where):
                reading.places[(*asked.path, len(entries))] = where
                entries.append(line)
        reading.keep(FormCell(asked.path, entries or None, page.at(header + 1, column), asked.label))
