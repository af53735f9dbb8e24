"""The cells of a workpaper: what they hold, and the colours that tell where a number comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import round_half_up

if TYPE_CHECKING:
    from ipak_cli.base.figures import Figure

NONE: Final = "–"
"""What a cell shows where there is no figure."""
Value = int | Fraction | str
"""What a cell holds: a number, exactly, or a text."""


class Look(Enum):
    """What a cell is: it tells its reader by its colour where a number comes from."""

    TITLE = "title"
    HEADING = "heading"
    NOTE = "note"
    HEAD = "head"
    LABEL = "label"
    GIVEN = "given"
    DERIVED = "derived"
    RESULT = "result"
    VERDICT = "verdict"
    ROOM = "room"


GIVEN_FILL: Final = "#FFF2CC"
RESULT_FILL: Final = "#E2EFDA"
ROOM_FILL: Final = "#DDEBF7"
_FRAME: Final[dict[str, object]] = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
LOOKS: Final[dict[Look, dict[str, object]]] = {
    Look.TITLE: {"bold": True, "font_size": 16},
    Look.HEADING: {"bold": True, "font_size": 12, "font_color": "#1F3864"},
    Look.NOTE: {"text_wrap": True, "valign": "top", "font_color": "#404040"},
    Look.HEAD: {**_FRAME, "bold": True, "text_wrap": True, "bg_color": "#1F3864", "font_color": "#FFFFFF"},
    Look.LABEL: {**_FRAME, "text_wrap": True},
    Look.GIVEN: {**_FRAME, "text_wrap": True, "bg_color": GIVEN_FILL},
    Look.DERIVED: {**_FRAME, "text_wrap": True},
    Look.RESULT: {**_FRAME, "text_wrap": True, "bg_color": RESULT_FILL},
    Look.VERDICT: {**_FRAME, "bold": True, "align": "center"},
    Look.ROOM: {**_FRAME, "text_wrap": True, "bg_color": ROOM_FILL},
}
"""How each look is drawn, in XlsxWriter's words."""
NUMBERS: Final = frozenset({Look.HEAD, Look.LABEL, Look.GIVEN, Look.DERIVED, Look.RESULT})
"""The looks of cells that may hold a number."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: a text or a number, or with ``formula`` what that comes to; shown with ``places`` decimals."""

    value: Value
    look: Look = Look.LABEL
    formula: str | None = None
    places: int = 0


def given(value: Value, places: int = 0) -> Cell:
    """Return what the workbook starts from; a fraction that no decimal is becomes its division."""
    return Cell(value, Look.GIVEN, _division(value), places)


def derived(formula: str, value: Value, places: int = 0) -> Cell:
    """Return an intermediate value with its formula."""
    return Cell(value, Look.DERIVED, formula, places)


def result(formula: str, value: Value, places: int = 2) -> Cell:
    """Return a figure of the report with its formula."""
    return Cell(value, Look.RESULT, formula, places)


def exact(figure: Figure | None) -> Value:
    """Return a figure as it is, or the sign for none and for one that is not scored."""
    return figure if isinstance(figure, Fraction) else NONE


def shown(figure: Figure | None, places: int = 2) -> Value:
    """Return a figure as it is shown: rounded half up, or the sign for none."""
    return round_half_up(figure, places) if isinstance(figure, Fraction) else NONE


def difference(one: Figure | None, other: Figure | None) -> Fraction | None:
    """Return how much more one figure is than another, where both are known."""
    if isinstance(one, Fraction) and isinstance(other, Fraction):
        return one - other
    return None


def _division(value: Value) -> str | None:
    """Return a fraction as a formula, where its float is not what its decimals say."""
    if isinstance(value, Fraction) and 10**12 % value.denominator:
        return f"{value.numerator}/{value.denominator}"
    return None
