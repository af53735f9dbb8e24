"""One input cell's value, or why it has none; a blank cell is ``None`` and never 0."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, assert_never

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.period import indonesian_date, parse_period
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.pekppp import (
    CELL_FORMULA_WITHOUT_VALUE,
    CELL_IS_EXCEL_ERROR,
    CLAIM_OUT_OF_RANGE,
    COST_UNREADABLE,
    FORMULA_WITHOUT_VALUE,
    NOT_A_NUMBER,
    NOT_A_WHOLE_NUMBER,
    NOTHING_WRITTEN,
    NUMBER_INSTEAD_OF_DATE,
    NUMBER_TOO_LARGE,
    PERIOD_UNREADABLE,
    TEXT_TOO_LONG,
    UNEXPECTED_DATE,
    UNEXPECTED_PERCENT,
    UNEXPECTED_TRUE_OR_FALSE,
)
from ipak_cli.pekppp.book.answer_texts import Unread, day_of, one_of, within, yes_or_no
from ipak_cli.pekppp.book.names import FIXED
from ipak_cli.rubric.pekppp import FactType
from ipak_cli.rubric.types import HIGHEST_LEVEL
from ipak_cli.tables.cell import Cell, ErrorCell, PercentCell, UncachedFormula

if TYPE_CHECKING:
    from ipak_cli.base.message import Message
    from ipak_cli.rubric.pekppp import Fact
    from ipak_cli.rubric.rules.interface import Answer

LARGEST: Final = 1_000_000_000_000
"""Nothing that is counted here, nor any cost, is larger."""
LONGEST: Final = 32_000
"""Characters of a text; a cell of the workbook holds a few more."""
_DIGITS: Final = re.compile(r"[+-]?[0-9]{1,400}")
_DECIMAL: Final = re.compile(r"[+-]?[0-9]{1,400}[.,][0-9]{1,2}")
_UNVALUED: Final = "\x00"
"""Stands for a formula without a value among texts; no text of a cell is this one."""
_SEPARATORS: Final = re.compile(r"[;\r\n]+")


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell holds nothing, or only white space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def shown(cell: Cell) -> str:
    """Return a cell as its reader sees it, white space around it aside."""
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).upper()
        case float():
            return str(int(cell)) if cell.is_integer() else str(cell).replace(".", ",")
        case datetime() | date():
            return indonesian_date(cell)
        case ErrorCell():
            return cell.text
        case UncachedFormula():
            return _UNVALUED
        case PercentCell():
            return f"{_percent(cell)} %"
        case _:
            return str(cell).strip()


def told(text: str) -> str | Message:
    """Return what a message names for a cell as it is :func:`shown`."""
    if text == _UNVALUED:
        return FORMULA_WITHOUT_VALUE()
    return text or NOTHING_WRITTEN()


def read_answer(cell: Cell, fact: Fact) -> Answer | Unread | None:
    """Return the answer to a fact as :data:`ipak_cli.pekppp.answers.Answer` describes it."""
    match fact.type:
        case FactType.YES_NO:
            return _yes_no(cell, fact.text)
        case FactType.CHOICE:
            return _choice(cell, fact.options)
        case FactType.NUMBER:
            return read_whole(cell)
        case FactType.DATE:
            return read_date(cell)
        case _:
            assert_never(fact.type)


def read_claim(cell: Cell) -> int | Unread | None:
    """Return a level that the assessor claims: a whole number 0 to 5."""
    number = read_whole(cell)
    outside = isinstance(number, int) and number > HIGHEST_LEVEL
    return Unread(CLAIM_OUT_OF_RANGE, {"value": number}) if outside else number


def read_whole(cell: Cell) -> int | Unread | None:
    """Return a whole number of 0 or more; one that is written as text is fine."""
    if is_blank(cell):
        return None
    if fault := _unfit(cell):
        return fault
    if isinstance(cell, int | float):
        whole = int(cell) if cell >= 0 and float(cell).is_integer() else None
    else:
        whole = int(text) if _DIGITS.fullmatch(text := shown(cell)) and int(text) >= 0 else None
        if whole is None and not _DIGITS.fullmatch(text) and not _DECIMAL.fullmatch(text):
            return Unread(NOT_A_NUMBER, {"value": text})
    if whole is None:
        return Unread(NOT_A_WHOLE_NUMBER, {"value": shown(cell)})
    return whole if whole <= LARGEST else Unread(NUMBER_TOO_LARGE, {"limit": grouped_int(LARGEST)})


def read_cost(cell: Cell) -> int | str | Unread | None:
    """Return a cost of 0 or more, or the word for a level that cannot be raised."""
    if isinstance(cell, str) and normalise(cell) == FIXED:
        return FIXED
    cost = read_whole(cell)
    if isinstance(cost, Unread) and cost.entry == NOT_A_NUMBER:
        return Unread(COST_UNREADABLE, {**cost.values, "fixed": FIXED})
    return cost


def read_date(cell: Cell) -> date | Unread | None:
    """Return a day of the years 2000 to 2100, from a date cell or a text such as ``2 Januari 2025``."""
    match cell:
        case datetime():
            return within(cell.date())
        case date():
            return within(cell)
        case str() if not is_blank(cell):
            return day_of(" ".join(cell.split()))
        case bool():
            return _unfit(cell)
        case int() | float():
            return Unread(NUMBER_INSTEAD_OF_DATE, {"value": shown(cell)})
        case _:
            return _unfit(cell)


def read_period(cell: Cell) -> str | Unread | None:
    """Return a period by its canonical name, such as ``IV-2024``."""
    if is_blank(cell):
        return None
    try:
        return str(parse_period(shown(cell)))
    except ValueError:
        return Unread(PERIOD_UNREADABLE, {"value": shown(cell)})


def read_text(cell: Cell) -> str | Unread | None:
    """Return a text, or a number as it is shown."""
    text = shown(cell)
    return (
        _unfit(cell) or (text if len(text) <= LONGEST else Unread(TEXT_TOO_LONG, {"limit": LONGEST})) or None
    )


def read_evidence(cell: Cell) -> tuple[str, ...] | Unread:
    """Return the names in an evidence cell, parted at semicolons and line breaks, each once."""
    text = read_text(cell)
    if isinstance(text, Unread):
        return text
    parts = (part.strip() for part in _SEPARATORS.split(text or ""))
    return tuple(dict.fromkeys(part for part in parts if part))


def _yes_no(cell: Cell, statement: str) -> str | Unread | None:
    if is_blank(cell):
        return None
    fault = None if isinstance(cell, bool) else _unfit(cell)
    return fault or yes_or_no(shown(cell), statement)


def _choice(cell: Cell, options: tuple[str, ...]) -> str | Unread | None:
    if is_blank(cell):
        return None
    return _unfit(cell) or one_of(shown(cell), options)


def _unfit(cell: Cell) -> Unread | None:
    """Return what is wrong with a cell that is neither blank, nor text, nor a plain number."""
    match cell:
        case bool():
            return Unread(UNEXPECTED_TRUE_OR_FALSE, {"value": shown(cell)})
        case datetime() | date() | time() | timedelta():
            return Unread(UNEXPECTED_DATE, {"value": shown(cell)})
        case PercentCell():
            return Unread(UNEXPECTED_PERCENT, {"value": _percent(cell)})
        case ErrorCell():
            return Unread(CELL_IS_EXCEL_ERROR, {"value": cell.text})
        case UncachedFormula():
            return Unread(CELL_FORMULA_WITHOUT_VALUE)
        case _:
            return None


def _percent(cell: PercentCell) -> str:
    return f"{100 * cell.value:g}".replace(".", ",")
