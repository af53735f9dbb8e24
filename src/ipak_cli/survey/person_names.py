"""Names of persons are taken out of a respondent's text: those of respondents, and those behind a title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from ipak_cli.survey.name_words import COMMON, ROLES, SALUTATIONS, TITLES
from ipak_cli.survey.personal_data import MARK, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORTEST: Final = 3
"""Letters from which one part of a name is looked for by itself."""
MOST_PARTS: Final = 5
"""Words that are taken as one name behind a title."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’‘`][^\W\d_]+)*")
_JOINT: Final = re.compile(r"[\s.,_-]{0,3}")
"""What may stand between two parts of one name."""
_APOSTROPHES: Final = str.maketrans("", "", "'’‘`ʼ")
_NO_NAMES: Final = SALUTATIONS | TITLES | ROLES | COMMON


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text, and how it is compared: in small letters, without apostrophes."""

    key: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Respondents' names, as far as their words occur in the texts: single parts, and pairs of one person."""

    parts: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, identities: Iterable[str], texts: Iterable[str]) -> KnownNames:
        """Take names and e-mail addresses apart, for use on ``texts``."""
        used = {word.key for text in texts for word in _words(text)}
        parts: set[str] = set()
        pairs: set[tuple[str, str]] = set()
        for identity in identities:
            words = (word.key for word in _words(plain_text(identity).partition("@")[0]))
            mine = [key for key in words if len(key) >= SHORTEST and key not in _NO_NAMES]
            parts.update(used.intersection(mine))
            for first, second in combinations(mine, 2):
                if first in used and second in used:
                    pairs.add((first, second))
                if (glued := first + second) in used:
                    parts.add(glued)
        return cls(frozenset(parts), frozenset(pairs))


def remove_names(text: str, known: KnownNames) -> tuple[str, int]:
    """Put ``MARK`` for each name, and count them.

    A respondent's name goes where two of its parts stand together, or one with a capital; behind a title such
    as Pak or Ibu whatever may be a name goes, so that now and then a word is lost that was none.
    """
    words = list(_words(text))
    found = {*_known(text, words, known), *_titled(text, words)}
    spans: list[list[int]] = []
    for place in sorted(found):
        word = words[place]
        if spans and _JOINT.fullmatch(text, spans[-1][1], word.start):
            spans[-1][1] = word.end
        else:
            spans.append([word.start, word.end])
    for start, end in reversed(spans):
        text = text[:start] + MARK + text[end:]
    return text, len(spans)


def _words(text: str) -> Iterator[_Word]:
    for found in _WORD.finditer(text):
        key = found[0].casefold().translate(_APOSTROPHES)
        yield _Word(key, found.start(), found.end(), found[0][0].isupper())


def _known(text: str, words: list[_Word], known: KnownNames) -> Iterator[int]:
    for place, word in enumerate(words):
        if word.capital and word.key in known.parts:
            yield place
    for place, (first, second) in enumerate(pairwise(words)):
        together = _JOINT.fullmatch(text, first.end, second.start)
        if together and (first.key, second.key) in known.pairs:
            yield from (place, place + 1)


def _titled(text: str, words: list[_Word]) -> Iterator[int]:
    for place, word in enumerate(words):
        if word.key in SALUTATIONS or word.key in TITLES:
            yield from _name_behind(text, words, place)


def _name_behind(text: str, words: list[_Word], title: int) -> Iterator[int]:
    """Yield the places of the words that are a name behind the title at a place."""
    place, small = title + 1, words[title].key in SALUTATIONS
    if place < len(words) and words[place].key in ROLES and _follows(text, words, place):
        place, small = place + 1, False
    first = place
    while place < min(len(words), first + MOST_PARTS) and _follows(text, words, place):
        word = words[place]
        if word.key in _NO_NAMES or not (word.capital or (small and place == first and _may_name(word.key))):
            return
        yield place
        place += 1


def _follows(text: str, words: list[_Word], place: int) -> bool:
    """Tell whether nothing but a space, or what belongs to an abbreviation, parts a word from the last."""
    last = words[place - 1]
    gap = text[last.end : words[place].start]
    if last.key in ("nama", "saya", "bernama"):
        return re.fullmatch(r"\s?[:=]?\s?", gap) is not None
    short = last.key in TITLES or len(last.key) == 1
    return re.fullmatch(r"\.?\s?" if short else r"[\s-]", gap) is not None


def _may_name(key: str) -> bool:
    """Tell whether a word in small letters may be a name: two letters, or an ending, say that it is none."""
    return len(key) >= SHORTEST and not key.endswith(("nya", "kan"))
