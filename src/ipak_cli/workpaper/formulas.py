"""Formulas that several sheets share: rounding half up, and a figure that cannot be known.

A figure is computed as a float from whole numbers in a dozen steps at most; up to 10,000 that is wrong by
less than 1e-11. ``JAGA`` (1e-9) is added before a value is cut off, so that 3.815, which as a float is
3.81499..., becomes 3.82. That is wrong only where the exact value lies less than 1e-9 below a half, which
cannot be while its denominator is below 500 million, as it is where everybody answered every item: the number
of respondents times that of the items and of the parts of a point. Elsewhere it happens once in a thousand
million figures.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from ipak_cli.workpaper.cells import NONE

GUARD: Final = Fraction(1, 10**9)
"""What ``JAGA`` is."""


def rounded(cell: str, places: int = 2) -> str:
    """Return the formula that rounds a cell of no sign half up; what is no number stays the sign for none."""
    unit = 10**places
    return f'IF(ISNUMBER({cell}),INT({unit}*{cell}+0.5+JAGA)/{unit},"{NONE}")'


def rounded_signed(cell: str, places: int = 2) -> str:
    """Return the formula that rounds a cell half away from zero, as differences are."""
    unit = 10**places
    return f'IF(ISNUMBER({cell}),SIGN({cell})*INT({unit}*ABS({cell})+0.5+JAGA)/{unit},"{NONE}")'


def known(cells: str, formula: str) -> str:
    """Return the formula that holds only while a cell, or each of several, is a number."""
    names = cells.split()
    if len(names) == 1:
        return f'IF(ISNUMBER({cells}),{formula},"{NONE}")'
    return f'IF(COUNT({",".join(names)})={len(names)},{formula},"{NONE}")'


def banded(cell: str, number: str) -> str:
    """Return the formula that finds the band of a rounded value among those of the index with a number."""
    return f'IFERROR(INDEX(MUTU_{number},MATCH({cell}+JAGA,MUTU_{number}_MULAI,1)),"{NONE}")'
