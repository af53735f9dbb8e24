"""Words that have the shape of a name: capitals side by side, parts of names together, the end of a text."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from ipak_cli.survey.reading.name_words import (
    CLOSING_RESTS,
    CLOSINGS,
    NO_NAMES,
    SALUTATIONS,
    SERVING,
    SURE_CLOSINGS,
    TITLES,
    Kind,
    is_one_name,
    name_parts,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.survey.reading.name_words import Word

_GUARDS: Final = (Kind.NAMED_AFTER, Kind.INSTITUTION)
_NAMES: Final = (Kind.NAME, Kind.EITHER)
_LONGEST_ACRONYM: Final = 5
_VOWELS: Final = frozenset("aeiou")
_SHORTEST_UNKNOWN: Final = 5
"""Letters of a word in no list that is taken for a name behind one that is, both in small letters."""
_LONGEST_SIGNATURE: Final = 4
"""Words of who signed a text."""
_LONGEST_CLOSING: Final = 4
"""Words from ``Salam`` to the name."""
_SAYING: Final = word_set("salam hangat dari kami saya kenal takzim pribadi wb wassalam")
"""Words behind which a name needs no comma."""
_DASH: Final = re.compile(r"(?:^|[\s.!?])\s?[-–—~]{1,2}\s?")
_STROKE: Final = re.compile(r"\s[/|]\s?|[/|]\s")
_BRACKET: Final = re.compile(r"[\s.!?]*\(\s?")
_AFTER_CLOSING: Final = re.compile(r"[\s,.:-]{1,4}")
_STOP: Final = re.compile(r"[.!?,]+\W*")
_BESIDE: Final = word_set("dan keluarga sekeluarga rekan kawan")
"""Words behind the name of who signed."""
_END: Final = re.compile(r"[\W_]*")


def shaped_names(text: str, words: Sequence[Word], *, sure: bool = False) -> Iterator[int]:
    """Yield the places of capital words that are a name: no institution, place or product, nor ordinary.

    ``sure`` asks for a known part of names among them. Where every word of a text is in capitals, or begins
    with one, a capital tells nothing, and known parts are asked for too.
    """
    told = any(not word.capital for word in words)
    place = 0
    while place < len(words):
        end = place
        while end < len(words) and words[end].capital and (end == place or _joined(text, words, end)):
            end += 1
        if end > place:
            yield from _names_in_run(text, words, range(place, end), sure=sure or not told)
        place = max(end, place + 1)


def _names_in_run(text: str, words: Sequence[Word], run: range, *, sure: bool) -> Iterator[int]:
    guard = guard_before(text, words, run.start)
    name: list[int] = []
    for place in run:
        kind = words[place].kind
        if _is_part(words[place], words[name[-1]] if name else None, sure=sure):
            name.append(place)
            continue
        yield from _if_name(words, name, guard, sure=sure)
        name = []
        if kind in _GUARDS:
            guard = kind
        elif kind is not Kind.ORDINARY:
            guard = guard if guard is Kind.NAMED_AFTER else None
    yield from _if_name(words, name, guard, sure=sure)
    if not sure and len(name) == 1 and not guard and _is_served_by(text, words, name[0]):
        yield name[0]


def _is_part(word: Word, last: Word | None, *, sure: bool) -> bool:
    """Tell whether a capital word may be a part of a name, ``last`` being the part before it.

    Behind a known part of names a capital makes a name of an ordinary word too: Vera Permata.
    """
    kind = word.kind
    if word.single or kind in _NAMES or (kind is Kind.UNKNOWN and not _acronym(word)):
        return True
    if last is None or kind in _GUARDS:
        return last is not None and word.key in name_parts()
    told = not (sure or word.shouted or word.key in NO_NAMES)
    return word.key in name_parts() or (told and kind is Kind.ORDINARY and last.kind is Kind.NAME)


def _if_name(words: Sequence[Word], name: list[int], guard: Kind | None, *, sure: bool) -> Iterator[int]:
    while name and words[name[0]].key in TITLES:
        name = name[1:]
    kinds = [words[place].kind for place in name if not words[place].single]
    if guard is Kind.NAMED_AFTER or not kinds:
        return
    known = kinds.count(Kind.NAME)
    shouted = any(words[place].shouted for place in name)
    if guard:
        enough = len(kinds) > 1 and known > 0 and Kind.UNKNOWN not in kinds
    elif len(kinds) > 1:
        enough = known > 0 or not (sure or shouted)
    else:
        enough = not (sure or shouted) and (known > 0 or (kinds[0] is Kind.EITHER and len(name) > 1))
    if enough:
        yield from name


def _acronym(word: Word) -> bool:
    return word.shouted and (len(word.key) <= _LONGEST_ACRONYM or _VOWELS.isdisjoint(word.key))


def _joined(text: str, words: Sequence[Word], place: int) -> bool:
    return is_one_name(text, words[place - 1], words[place])


def guard_before(text: str, words: Sequence[Word], place: int) -> Kind | None:
    """Return what kind of institution or place is named right before a place in the text."""
    if place == 0 or not _is_behind(text, words, place):
        return None
    kind = words[place - 1].kind
    return kind if kind in _GUARDS else None


def _is_behind(text: str, words: Sequence[Word], place: int) -> bool:
    return text[words[place - 1].end : words[place].start] in (" ", ".", ". ", ": ")


def _is_served_by(text: str, words: Sequence[Word], place: int) -> bool:
    return place > 0 and words[place - 1].key in SERVING and _is_behind(text, words, place)


def written_small(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Yield the places of known parts of names side by side, and of one that serves, in small letters."""
    place = 0
    while place < len(words):
        end = place
        while end < len(words) and _is_small_part(words[end]) and (end == place or _joined(text, words, end)):
            end += 1
        known = sum(words[each].kind is Kind.NAME for each in range(place, end))
        if known and end < len(words) and _may_end(words[end - 1], words[end]) and _joined(text, words, end):
            end += 1
        last = end
        while known > 1 and words[last - 1].kind is Kind.EITHER:
            last -= 1
        enough = known and (end - place > 1 or _is_served_by(text, words, place))
        if enough and guard_before(text, words, place) is not Kind.NAMED_AFTER:
            yield from range(place, last)
        place = max(end, place + 1)


def _may_end(last: Word, word: Word) -> bool:
    """Tell whether a small word that is in no list ends the name before it."""
    long = min(len(last.key), len(word.key)) >= _SHORTEST_UNKNOWN
    return long and not word.capital and last.kind is Kind.NAME and word.kind is Kind.UNKNOWN


def _is_small_part(word: Word) -> bool:
    return not word.capital and word.kind in _NAMES


class _Sign(IntEnum):
    """How sure it is that the last words of a text are who wrote it: what they must be for that."""

    KNOWN_NAME = 0
    PART_OF_NAMES = 1
    ANY = 2


def signature(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Yield the places of the last words of a text, where they are who wrote it."""
    end = len(words)
    while end and words[end - 1].key in _BESIDE:
        end -= 1
    if not end or not _END.fullmatch(
        text, words[end - 1].end, words[end].start if end < len(words) else len(text)
    ):
        return
    start = end
    while start > 0 and end - start < _LONGEST_SIGNATURE and _may_sign(text, words[:end], start - 1):
        start -= 1
        sign = _signs(text, words, start)
        if sign is not None and _is_signature(words[start:end], sign):
            yield from (place for place in range(start, end) if not _is_title(words[place]))
            return


def _may_sign(text: str, words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if place + 1 < len(words) and not _joined(text, words, place + 1):
        return False
    return word.single or _is_title(word) or word.kind in (*_NAMES, Kind.UNKNOWN)


def _is_title(word: Word) -> bool:
    return word.key in SALUTATIONS or word.key in TITLES


def _is_signature(tail: Sequence[Word], sign: _Sign) -> bool:
    if tail[0].single and (len(tail) == 1 or tail[1].single):
        return False
    kinds = [word.kind for word in tail if not (word.single or _is_title(word))]
    least = {_Sign.KNOWN_NAME: (Kind.NAME,), _Sign.PART_OF_NAMES: _NAMES, _Sign.ANY: (*_NAMES, Kind.UNKNOWN)}
    return any(kind in least[sign] for kind in kinds)


def _signs(text: str, words: Sequence[Word], start: int) -> _Sign | None:
    """Tell how surely what stands before a place opens a signature."""
    if start == 0:
        return None
    gap = text[words[start - 1].end : words[start].start]
    if guard_before(text, words, start) is not None:
        return None
    if _DASH.search(gap) or (_BRACKET.fullmatch(gap) and text.rstrip().endswith(")")):
        return _Sign.ANY
    if _STROKE.fullmatch(gap):
        return _Sign.PART_OF_NAMES
    closing = _closes(text, words, start - 1) if _AFTER_CLOSING.fullmatch(gap) else None
    if closing is not None:
        return closing
    if not _STOP.match(gap) or _joined(text, words, start):
        return None
    return _Sign.ANY if gap.startswith(",") and _is_told(words, start) else _Sign.KNOWN_NAME


def _closes(text: str, words: Sequence[Word], last: int) -> _Sign | None:
    """Tell how surely the words up to a place are a closing, such as ``Salam hormat`` or ``Dari saya``."""
    for place in range(last, max(-1, last - _LONGEST_CLOSING), -1):
        key = words[place].key
        if key == "dari" and not _opens(text, words, place):
            return None
        if key in SURE_CLOSINGS:
            return _Sign.ANY
        if key in CLOSINGS:
            sure = _stops(text, words, last) or words[last].key in _SAYING or _is_told(words, last + 1)
            return _Sign.ANY if sure else _Sign.PART_OF_NAMES
        if key not in CLOSING_RESTS and not _is_wish(words, place):
            return None
    return None


def _is_wish(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word is what somebody wishes: ``Salam kompak``."""
    return place > 0 and words[place - 1].key == "salam" and words[place].kind is Kind.ORDINARY


def _is_told(words: Sequence[Word], place: int) -> bool:
    """Tell whether a capital at a place sets the word apart from others."""
    word = words[place]
    return word.capital and not word.shouted and any(not each.capital for each in words)


def _opens(text: str, words: Sequence[Word], place: int) -> bool:
    """Tell whether a sentence, or what follows a closing word, begins at a place."""
    if place == 0:
        return True
    stop = re.search(r"[.!?,(]", text[words[place - 1].end : words[place].start]) is not None
    return stop or words[place - 1].key in CLOSINGS


def _stops(text: str, words: Sequence[Word], last: int) -> bool:
    return re.match(r"\s?[,.:-]", text[words[last].end :]) is not None
