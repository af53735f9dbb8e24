"""Words that are known, also where they are misspelt; a file may hold a hundred thousand that are not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

ALIKE: Final = 90
"""Percent from which a word is a known one misspelt."""
_SHORT: Final = 8
"""Letters up to which no two changed letters leave a word so much alike."""
_LEAST: Final = 6
"""Letters of the longer of two words from which one letter more or less leaves them so much alike."""


@dataclass(frozen=True, slots=True)
class KnownWords:
    """The words, all that remains of one when a letter is left out, and the long ones.

    A short word is the same as a known one, or has one letter more or less: to look that up takes no
    comparison with every known word.
    """

    words: frozenset[str]
    shortened: frozenset[str]
    long: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> KnownWords:
        """Prepare words that are normalised."""
        known = frozenset(words)
        shortened = frozenset(rest for word in known for rest in _shortened(word))
        return cls(known, shortened, tuple(sorted(word for word in known if len(word) >= _SHORT)))

    def has(self, word: str) -> bool:
        """Tell a known word from others, as it is or misspelt."""
        if word in self.words:
            return True
        if len(word) > _SHORT:
            return nearest(word, self.long, ALIKE) is not None
        return word in self.shortened or not self.words.isdisjoint(_shortened(word))


def _shortened(word: str) -> list[str]:
    return [word[:n] + word[n + 1 :] for n in range(len(word))] if len(word) >= _LEAST else []
