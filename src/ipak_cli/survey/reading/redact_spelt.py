"""Numbers that people write with words, letters or gaps, so that no program finds them."""

from __future__ import annotations

import re
from typing import Final

from ipak_cli.survey.reading.redact import MARK

_DIGIT: Final = (
    r"(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan|zero|one|two|three|four|five"
    r"|six|seven|eight|nine|dobel|double)"
)
_WORDS: Final = re.compile(
    rf"(?<!\w)(?:{_DIGIT}|\d+)(?:[\s,.*~/-]{{1,3}}(?:{_DIGIT}|\d+)){{2,}}(?!\w)", re.IGNORECASE
)
_LETTERS: Final = re.compile(r"(?<!\w)[o0][\dolix*]{2,13}(?:[\s.-][\dolix*]{2,9}){0,4}(?!\w)", re.IGNORECASE)
"""``O`` and ``l`` for 0 and 1, or ``x`` for a digit that is not told."""
_HINT: Final = re.compile(rf"\b{_DIGIT}\b|\d[olix*]|[olix*]\d", re.IGNORECASE)
_FEWEST: Final = 9
"""Digits of the shortest telephone number that is looked for."""
_FEWEST_WORDS: Final = 6
"""Digits of a number of words alone."""
_FEWEST_TOLD: Final = 6
"""Digits that are digits in a number with letters."""


def remove_spelt(text: str) -> tuple[str, int]:
    """Put ``MARK`` for each number that has words or letters for some of its digits, and count them."""
    if not _HINT.search(text):
        return text, 0
    removed = 0

    def words(found: re.Match[str]) -> str:
        nonlocal removed
        told = re.findall(_DIGIT, found[0], re.IGNORECASE)
        digits = len(told) + sum(map(str.isdigit, found[0]))
        if not told or digits < (_FEWEST_WORDS if digits == len(told) else _FEWEST):
            return found[0]
        removed += 1
        return MARK

    def letters(found: re.Match[str]) -> str:
        nonlocal removed
        digits = sum(map(str.isdigit, found[0]))
        plain = not any(c.isalpha() or c == "*" for c in found[0])
        if plain or digits < _FEWEST_TOLD or len(re.sub(r"[\s.-]", "", found[0])) < _FEWEST:
            return found[0]
        removed += 1
        return MARK

    return _LETTERS.sub(letters, _WORDS.sub(words, text)), removed
