"""A text as words, with what tells whether they may be a name: capitals, and what stands between them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ipak_cli.survey.reading.name_words import word_set

WORD: Final = re.compile(r"[^\W\d_]+(?:['’‘`][^\W\d_]+)*")
JOINT: Final = re.compile(r"[\s.,_-]{0,3}")
"""What may stand between two parts of one name."""

_APOSTROPHES: Final = str.maketrans("", "", "'’‘`ʼ")
_ABBREVIATIONS: Final = word_set("muh moh moch abd st ma md tgk hj kh drs dr ir th hm")
"""Words with a full stop inside a name."""


class Word(NamedTuple):
    """A word of a text, and how it is compared: in small letters, without apostrophes.

    ``shouted`` has capitals alone, two or more.
    """

    key: str
    start: int
    end: int
    capital: bool
    shouted: bool

    @property
    def single(self) -> bool:
        """Tell an initial."""
        return len(self.key) == 1


def words_of(text: str) -> list[Word]:
    """Return the words of a text in their order."""
    words = []
    for found in WORD.finditer(text):
        written = found[0]
        key = written.casefold()
        if not written.isalpha():
            key = key.translate(_APOSTROPHES)
        capital = written[0].isupper()
        shouted = capital and len(written) > 1 and written.isupper()
        words.append(Word(key, *found.span(), capital, shouted))
    return words


def is_one_name(text: str, first: Word, second: Word) -> bool:
    """Tell whether what stands between two words leaves them one name: a space, or the stop of an initial."""
    gap = text[first.end : second.start]
    return gap == " " or ((first.single or first.key in _ABBREVIATIONS) and gap in (".", ". "))
