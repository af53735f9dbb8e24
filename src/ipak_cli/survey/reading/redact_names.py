"""Names of persons in a text: those of respondents and staff, those that titles and their shape betray."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ipak_cli.survey.reading.name_shapes import guard_before, shaped_names, signature, written_small
from ipak_cli.survey.reading.name_words import (
    JOINT,
    NO_NAMES,
    ROLES,
    SALUTATIONS,
    TITLES,
    Kind,
    Word,
    keys_of,
    kind_of,
    word_set,
    words_of,
)
from ipak_cli.survey.reading.redact import MARKS, plain_text
from ipak_cli.survey.suggestion_result import Taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SHORTEST: Final = 3
"""Letters from which one part of a name is looked for by itself."""

MOST_PARTS: Final = 5
"""Words that are taken as one name behind a title."""

LONGEST_NAME: Final = 12
"""Words of one person's name of which two are looked for together: a whole page is no name."""

_STATES: Final = word_set(
    "hamil menyusui kandung tiri angkat mertua muda tua kota negara rumah tangga pengajian kantin parkir "
    "loket polisi jaksa hakim presiden menteri gubernur bupati walikota notaris tentara direktur bos"
)
"""Words that often follow ``Ibu`` or ``Bapak`` and say what kind of person it is."""


_WEAK: Final = word_set("teh om n an nama miss gus raden")
"""Titles that are other words as well."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names of respondents and staff, as far as their words occur in the texts.

    ``parts`` are names where they have a capital, ``anywhere`` however they are written; ``pairs`` are two
    words of one person.
    """

    parts: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    anywhere: frozenset[str] = frozenset()

    @classmethod
    def of(cls, identities: Iterable[str], texts: Iterable[str], staff: Iterable[str] = ()) -> KnownNames:
        """Take names and e-mail addresses apart, for use on ``texts``.

        A part of a name of the staff goes in small letters too, unless it is an ordinary word besides.
        """
        identities, staff = tuple(identities), tuple(staff)
        if not (identities or staff):
            return NOBODY
        used = {key for text in texts for key in keys_of(text)}
        parts: set[str] = set()
        pairs: set[tuple[str, str]] = set()
        anywhere: set[str] = set()
        for identity in identities:
            _take_apart(_parts_of(identity), used, parts, pairs)
        for name in staff:
            mine = _parts_of(name)
            _take_apart(mine, used, parts, pairs)
            sure = (Kind.NAME, Kind.UNKNOWN)
            anywhere.update(key for key in mine if key in used and (len(mine) == 1 or kind_of(key) in sure))
        return cls(frozenset(parts), frozenset(pairs), frozenset(anywhere))


NOBODY: Final = KnownNames(frozenset(), frozenset())


def _parts_of(identity: str) -> list[str]:
    keys = keys_of(plain_text(identity).partition("@")[0])
    return [key for key in keys if len(key) >= SHORTEST and key not in NO_NAMES]


def _take_apart(mine: Sequence[str], used: set[str], parts: set[str], pairs: set[tuple[str, str]]) -> None:
    parts.update(used.intersection(mine))
    for place, first in enumerate(mine):
        for second in mine[place + 1 : place + LONGEST_NAME]:
            if first in used and second in used:
                pairs.add((first, second))
            if (glued := first + second) in used:
                parts.add(glued)


def remove_names(text: str, known: KnownNames) -> tuple[str, int]:
    """Put a mark for each name, and count them.

    A respondent's name goes where two of its parts stand together, or one with a capital; behind a title such
    as Pak or Ibu whatever may be a name goes, and so do words that have the shape of a name, so that now and
    then a word is lost that was none.
    """
    words = words_of(text)
    found = {*_known(text, words, known), *_titled(text, words)}
    found.update(shaped_names(text, words), written_small(text, words), signature(text, words))
    return _marked(text, words, found)


def remove_sure_names(text: str, known: KnownNames) -> tuple[str, int]:
    """Do as :func:`remove_names` with a group's label: what only looks like a name may be a service there."""
    words = words_of(text)
    found = {*_known(text, words, known), *_titled(text, words)}
    found.update(shaped_names(text, words, sure=True), written_small(text, words))
    return _marked(text, words, found)


def may_name(text: str) -> bool:
    """Tell whether a short text, such as a header, has a title with a name or known parts of names in it."""
    return remove_sure_names(plain_text(text), NOBODY)[1] > 0


def _marked(text: str, words: Sequence[Word], found: set[int]) -> tuple[str, int]:
    spans: list[list[int]] = []
    for place in sorted(found):
        word = words[place]
        if spans and JOINT.fullmatch(text, spans[-1][1], word.start):
            spans[-1][1] = word.end
        else:
            spans.append([word.start, word.end])
    for start, end in reversed(spans):
        text = text[:start] + MARKS[Taken.NAME] + text[end:]
    return text, len(spans)


def _known(text: str, words: Sequence[Word], known: KnownNames) -> Iterator[int]:
    if not (known.parts or known.pairs):
        return
    for place, word in enumerate(words):
        if word.key in known.anywhere or (word.capital and word.key in known.parts):
            yield place
    for place, (first, second) in enumerate(pairwise(words)):
        together = JOINT.fullmatch(text, first.end, second.start)
        if together and (first.key, second.key) in known.pairs:
            yield from (place, place + 1)


def _titled(text: str, words: Sequence[Word]) -> Iterator[int]:
    told = any(not word.capital for word in words)
    for place, word in enumerate(words):
        titled = word.key in SALUTATIONS or word.key in TITLES
        if titled and guard_before(text, words, place) is not Kind.NAMED_AFTER:
            yield from _name_behind(text, words, place, told=told)


def _name_behind(text: str, words: Sequence[Word], title: int, *, told: bool) -> Iterator[int]:
    """Yield the places of the words that are a name behind the title at a place.

    ``told`` says that a capital tells something: not every word of the text has one.
    """
    place, small = title + 1, words[title].key in SALUTATIONS or _is_on_behalf(words, title)
    if place < len(words) and words[place].key in ROLES and _follows(text, words, place):
        place, small = place + 1, False
    first, weak = place, words[title].key in _WEAK
    while place < min(len(words), first + MOST_PARTS) and _follows(text, words, place):
        word = words[place]
        capital = word.capital and _may_be_called(word, sure=not told or place > first or weak)
        if weak and told and word.shouted and word.kind is Kind.UNKNOWN:
            return
        if word.key in NO_NAMES or not (capital or (small and place == first and _may_name(word.key))):
            return
        yield place
        place += 1


def _is_on_behalf(words: Sequence[Word], title: int) -> bool:
    return words[title].key == "nama" and title > 0 and words[title - 1].key == "atas"


def _may_be_called(word: Word, *, sure: bool) -> bool:
    """Tell whether a word with a capital behind a title may be a name; a cry has capitals everywhere."""
    kind = word.kind
    if kind is Kind.ORDINARY:
        return not (sure or word.shouted) and word.key not in _STATES
    return kind not in (Kind.INSTITUTION, Kind.NAMED_AFTER) or word.single


def _follows(text: str, words: Sequence[Word], place: int) -> bool:
    """Tell whether nothing but a space, or what belongs to an abbreviation, parts a word from the last."""
    last = words[place - 1]
    gap = text[last.end : words[place].start]
    if last.key in ("nama", "saya", "bernama", "namanya"):
        return re.fullmatch(r"\s?[:=]?\s?", gap) is not None
    short = last.key in TITLES or last.single
    return re.fullmatch(r"\.?\s?" if short else r"[\s-]", gap) is not None


def _may_name(key: str) -> bool:
    """Tell whether a word in small letters may be a name: no ordinary one, nor two letters, nor an ending."""
    ordinary = kind_of(key) in (Kind.ORDINARY, Kind.INSTITUTION, Kind.NAMED_AFTER)
    return len(key) >= SHORTEST and not key.endswith(("nya", "kan")) and not ordinary
