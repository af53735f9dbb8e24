"""A text as words, with what tells whether they may be a name: capitals, and what stands between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ipak_cli.survey.reading.name_words import Kind, kind_of, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    kind: Kind
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
        key = _key(written)
        capital = written[0].isupper()
        shouted = capital and len(written) > 1 and written.isupper()
        words.append(Word(key, kind_of(key), *found.span(), capital, shouted))
    return words


def keys_of(text: str) -> Iterator[str]:
    """Yield how the words of a text are compared."""
    return map(_key, WORD.findall(text))


def _key(written: str) -> str:
    key = written.casefold()
    return key if written.isalpha() else key.translate(_APOSTROPHES)


def is_one_name(text: str, first: Word, second: Word) -> bool:
    """Tell whether what stands between two words leaves them one name: a space, or the stop of an initial."""
    gap = text[first.end : second.start]
    return gap == " " or ((first.single or first.key in _ABBREVIATIONS) and gap in (".", ". "))
