"""Why a number in a recap is none that can be taken: negative, too large, a percentage, or with decimals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.text import visible
from ipak_cli.catalogue.recap_forms import IS_NEGATIVE, IS_PERCENTAGE, IS_TOO_LARGE
from ipak_cli.survey.reading.recap_numbers import LARGEST
from ipak_cli.tables.cell import PercentCell

if TYPE_CHECKING:
    from ipak_cli.base.message import Message
    from ipak_cli.survey.reading.recap_numbers import Number
    from ipak_cli.tables.cell import Cell


def why_unread(cell: Cell) -> Message | str:
    """Return why a cell is no number of a recap, where it is a number; else nothing."""
    value = cell.value if isinstance(cell, PercentCell) else cell
    if isinstance(value, int | float) and not isinstance(value, bool):
        return IS_NEGATIVE() if value < 0 else IS_TOO_LARGE() if value >= LARGEST else ""
    text = visible(value).replace(".", "") if isinstance(value, str) else ""
    if text[:1] in {"-", "−"} and text[1:].strip().replace(",", "").isdecimal():
        return IS_NEGATIVE()
    return IS_TOO_LARGE() if text.isdecimal() and len(text) >= len(str(LARGEST)) else ""


def why_no_count(number: Number) -> Message | str:
    """Return why a number is no count, where that is plain; else nothing."""
    return IS_PERCENTAGE() if number.percent else ""
