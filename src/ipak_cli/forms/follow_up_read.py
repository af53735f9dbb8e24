"""A filled form of a period's follow-up: what each row says of its item's plan in that period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.follow_up import FORM_NOT_READ_BY_THIS_VERSION, FORM_RECORD_LOST, ROW_NOT_ASKED
from ipak_cli.forms import follow_up_names as names
from ipak_cli.forms.filled import FilledForm, FormCell, Reading, page_of, read_record
from ipak_cli.forms.form_record import FOLLOW_UP, names_of_periods, period_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.forms.filled import Row
    from ipak_cli.forms.form_record import FormRecord, SettingsPath
    from ipak_cli.rubric.yaml_lines import Data
    from ipak_cli.tables.workbook import Workbook

_HEADS: Final = tuple(field.label for field in names.FIELDS)


def is_follow_up(workbook: Workbook) -> bool:
    """Tell whether a workbook is a form of a period's follow-up, by its sheet alone."""
    return page_of(workbook, names.SHEET) is not None


def read_follow_up_form(workbook: Workbook, data: Mapping[str, Data]) -> FilledForm:
    """Read a form; its period is called as the settings ``data`` call it.

    Raises ``ProblemsFoundError`` where the form does not say, or not to this version, which period it is of.
    """
    page, record = page_of(workbook, names.SHEET), read_record(workbook)
    where = Where(workbook.file)
    lost = record is None or record.form != FOLLOW_UP or isinstance(period_of(record.period), str)
    if page is None or record is None or lost:
        raise ProblemsFoundError([problem(FORM_RECORD_LOST, where)])
    if record.is_newer:
        raise ProblemsFoundError([problem(FORM_NOT_READ_BY_THIS_VERSION, where)])
    reading, said = Reading(), dict(data)
    period = names_of_periods(said).get(period_of(record.period), record.period)
    asked = asked_of(record)
    for row, code in reading.rows(page, names.CODE, _HEADS):
        if code in asked:
            _take(reading, row, code, period)
        else:
            told = {"code": code, "period": record.period, "codes": InFull(", ".join(asked))}
            reading.tell(problem(ROW_NOT_ASKED, row.where(names.CODE), **told))
    problems = (*workbook.problems, *reading.problems)
    return FilledForm(tuple(reading.cells), reading.places, problems, record)


def _take(reading: Reading, row: Row, code: str, period: str) -> None:
    """Keep what a row says of an item: its actions stand in several cells, a line an action."""
    part: SettingsPath = ("periods", period, "follow_up", code)
    lines = [
        (line, row.where(asked.label))
        for asked in names.ACTIONS
        for line in reading.lines(asked, row.cell(asked.label), row.where(asked.label))
    ]
    for number, (_, where) in enumerate(lines):
        reading.places[(*part, "actions", number)] = where
    actions, first = [line for line, _ in lines] or None, names.ACTIONS[0].label
    general: SettingsPath = ("follow_up", code)
    path = (*part, "actions")
    label = f"{names.ACTION} {code}"
    reading.keep(FormCell(path, actions, row.where(first), label, (*general, "actions")))
    for asked in names.OTHERS:
        reading.take(row, asked, (*part, *asked.path), code, (*general, *asked.path))
    reading.places[part] = row.where(first)
    reading.need(path, part)


def asked_of(record: FormRecord) -> tuple[str, ...]:
    """Return the codes of the items that a form asks about."""
    return tuple(dict.fromkeys(path[-2] for path in record.values))
