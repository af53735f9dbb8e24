"""Sentences of a questionnaire in which an office has put its own name."""

from __future__ import annotations

from typing import Final

_THIS_UNIT: Final = ("unit layanan ini", "unit kerja ini", "unit pelayanan ini", "unit ini", "unit layanan")
"""What an item's sentence calls the unit."""
_LONGEST: Final = 8
"""Words of a unit's own name."""


def is_of_unit(wording: str, name: str, shortest: int) -> bool:
    """Tell whether a header is an item's name with another name of the unit (both normalised).

    ``shortest`` are the letters that the name must have ahead of the unit; fewer would be a guess.
    """
    for unit in _THIS_UNIT:
        before, here, after = name.partition(f" {unit}")
        if here and len(before) >= shortest:
            own = wording.removeprefix(f"{before} ").removesuffix(after)
            whole = f"{before} {own}{after}" == wording
            return whole and 0 < len(own.split()) <= _LONGEST
    return False
