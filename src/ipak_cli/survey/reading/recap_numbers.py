"""Numbers in the cells of a recap: how an office types them, and what a spreadsheet program makes of that.

A spreadsheet keeps the value of a number and forgets how it was typed: ``3,90`` becomes 3.9. So a number's
decimals are those of the longest one in its column. A value that a formula computed has many; they are cut
after ten, far beyond what tells the sums of any survey apart, and ahead of where binary numbers go wrong.

And why a number is none that can be taken: negative, too large, or a percentage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import round_half_up
from ipak_cli.base.printed import Printed, readings
from ipak_cli.base.text import visible
from ipak_cli.catalogue.recap_forms import IS_NEGATIVE, IS_PERCENTAGE, IS_TOO_LARGE
from ipak_cli.tables.cell import PercentCell

if TYPE_CHECKING:
    from ipak_cli.base.message import Message
    from ipak_cli.tables.cell import Cell

_MOST_PLACES: Final = 10
"""Decimals that are kept of a number."""
_COMPUTED: Final = 5
"""Decimals from which nobody has typed a number."""
_LONG: Final = re.compile(rf"\d+[.,]\d{{{_MOST_PLACES + 1},40}}")
_UNITS: Final = re.compile(
    r"\s*(?:orang|org|responden|jawaban|jwb|kuesioner|respon|poin|bintang|%)\.?\s*$", re.IGNORECASE
)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+")
LARGEST: Final = 10**12
"""Beyond any count: what is larger is no number of a recap."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a cell holds it: all that it can mean, and how it is shown in a message.

    ``is_held``: a spreadsheet program holds its value, and forgot the zeros at its end.
    """

    readings: tuple[Printed, ...]
    text: str
    is_held: bool = False
    percent: bool = False

    @property
    def places(self) -> int:
        """Its decimals."""
        return min(each.places for each in self.readings)

    @property
    def whole(self) -> int | None:
        """The whole number that it is, if it is one: ``2.249`` has thousands, ``41,0`` no decimals."""
        found = {int(each.value): each.places for each in self.readings if each.value.denominator == 1}
        if len(found) > 1 and _THOUSANDS.fullmatch(self.text):
            return next(value for value, places in found.items() if not places)
        return next(iter(found)) if len(found) == 1 else None

    def within(self, low: Fraction | int, high: Fraction | int) -> Printed | None:
        """Return the one meaning between two values, if there is one."""
        found = [each for each in self.readings if low <= each.value <= high]
        return found[0] if len(found) == 1 else None


def read_number(cell: Cell, *, as_typed: bool) -> Number | None:
    """Read a cell as a number; ``None`` for what is none.

    ``as_typed``: the text is what somebody typed, not what a program wrote into a text file.
    """
    match cell:
        case bool():
            return None
        case int():
            return _held(Fraction(cell), str(cell))
        case float() if not isfinite(cell):
            return None
        case float():
            return _held(Fraction(repr(cell)), _comma(repr(cell)))
        case PercentCell() if isfinite(cell.value):
            value = Fraction(repr(float(cell.value))) * 100
            number = _held(value, f"{cell.value * 100:.10g}%".replace(".", ","))
            return Number(number.readings, number.text, is_held=True, percent=True) if number else None
        case str():
            return _typed(cell, as_typed=as_typed)
        case _:
            return None


def _typed(cell: str, *, as_typed: bool) -> Number | None:
    text = visible(cell)
    bare = _UNITS.sub("", text).strip()
    found: tuple[Printed, ...] = ()
    if _LONG.fullmatch(bare):
        found = (_cut(Fraction(bare.replace(",", "."))),)
    elif len(bare) <= _MOST_PLACES * 3:
        found = tuple(each for each in readings(bare) if 0 <= each.value < LARGEST)
    percent = text.endswith("%")
    shown = f"{bare}%" if percent else bare
    return Number(found, shown, is_held=not as_typed, percent=percent) if found else None


def _held(value: Fraction, text: str) -> Number | None:
    return Number((_cut(value),), text, is_held=True) if 0 <= value < LARGEST else None


def _cut(value: Fraction) -> Printed:
    """Return a held value with its own decimals, those after the tenth rounded."""
    rounded = round_half_up(value, _MOST_PLACES)
    places = next(n for n in range(_MOST_PLACES + 1) if (rounded * 10**n).denominator == 1)
    return Printed(rounded, places)


def _comma(text: str) -> str:
    return text.removesuffix(".0").replace(".", ",")


def with_zeros(number: Number, places: int) -> tuple[Printed, ...]:
    """Return what a number of a column can be whose longest has so many decimals, the likeliest first.

    Among computed ones it may be typed: then it has its own decimals as well.
    """
    if not number.is_held or number.places >= places:
        return number.readings
    longer = tuple(Printed(each.value, max(each.places, places)) for each in number.readings)
    return (*longer, *number.readings) if places >= _COMPUTED else longer


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
