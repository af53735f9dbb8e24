"""How every form looks, whichever library writes it: colours, where a table begins, the room of a text."""

from __future__ import annotations

from textwrap import wrap
from typing import Final, NamedTuple

HEADER_ROW: Final = 4
FIRST_ROW: Final = HEADER_ROW + 1
PLAIN_HEADER: Final = "D9E2F3"
INPUT_HEADER: Final = "FFE08A"
LINE: Final = "B7B7B7"
LINE_HEIGHT: Final = 15
LONGEST_TEXT: Final = 32_767
"""Characters of a cell."""
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
LOCKED: Final = "Isi sel yang berwarna; yang lain dikunci tanpa sandi."


class InputState(NamedTuple):
    """What a shade of an input cell means."""

    fill: str
    ink: str | None
    meaning: str


BLANK: Final = InputState("FFF8CF", None, "belum diisi")
ANSWERED: Final = InputState("E3F2E1", None, "sudah diisi")
WORST: Final = InputState("EDEDED", "595959", "dijawab tidak, atau tidak ada")
INVALID: Final = InputState("FFC7CE", "9C0006", "isian perlu diperbaiki")
STATES: Final = (BLANK, ANSWERED, WORST, INVALID)


def lines_needed(text: str, width: float) -> int:
    """Guess how many lines a text wraps to; wide letters leave room for fewer characters than ``width``."""
    return sum(len(wrap(line, int(width * 0.9))) or 1 for line in text.splitlines())
