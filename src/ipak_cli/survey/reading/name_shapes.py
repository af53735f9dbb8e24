"""Words that have the shape of a name: capitals side by side, parts of names together, the end of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ipak_cli.survey.reading.name_texts import is_one_name
from ipak_cli.survey.reading.name_words import (
    CLOSING_RESTS,
    CLOSINGS,
    SALUTATIONS,
    SERVING,
    SURE_CLOSINGS,
    TITLES,
    Kind,
    kind_of,
    name_parts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.survey.reading.name_texts import Word

_GUARDS: Final = (Kind.NAMED_AFTER, Kind.INSTITUTION)
_NAMES: Final = (Kind.NAME, Kind.EITHER)
_LONGEST_ACRONYM: Final = 5
_LONGEST_SIGNATURE: Final = 4
"""Words of who signed a text."""
_DASH: Final = re.compile(r"(?:^|[\s.!?])\s?[-–—~]{1,2}\s?")
_STROKE: Final = re.compile(r"\s[/|]\s?")
_BRACKET: Final = re.compile(r"[\s.!?]*\(\s?")
_AFTER_CLOSING: Final = re.compile(r"[\s,.:-]{1,4}")
_END: Final = re.compile(r"[\s.!)…\0]*")


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
    guard = _guard_before(text, words, run.start)
    name: list[int] = []
    for place in run:
        word, kind = words[place], kind_of(words[place].key)
        part = bool(name) and word.key in name_parts()
        if word.single or part or kind in (Kind.NAME, Kind.EITHER) or (kind is Kind.UNKNOWN and not _acronym(word)):
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


def _if_name(words: Sequence[Word], name: list[int], guard: Kind | None, *, sure: bool) -> Iterator[int]:
    while name and words[name[0]].single and len(name) > 1 and kind_of(words[name[1]].key) is Kind.UNKNOWN and sure:
        name = name[1:]
    kinds = [kind_of(words[place].key) for place in name if not words[place].single]
    if guard is Kind.NAMED_AFTER or not kinds:
        return
    known = kinds.count(Kind.NAME)
    shouted = any(words[place].shouted for place in name)
    if guard:
        enough = len(kinds) > 1 and known > 0 and Kind.UNKNOWN not in kinds
    elif len(kinds) > 1:
        enough = known > 0 or not (sure or shouted)
    else:
        enough = (known > 0 and not shouted) or (kinds[0] is Kind.EITHER and len(name) > 1 and not sure)
    if enough:
        yield from name


def _acronym(word: Word) -> bool:
    return word.shouted and len(word.key) <= _LONGEST_ACRONYM


def _joined(text: str, words: Sequence[Word], place: int) -> bool:
    return is_one_name(text, words[place - 1], words[place])


def _guard_before(text: str, words: Sequence[Word], place: int) -> Kind | None:
    """Return what kind of institution or place is named right before a place in the text."""
    if place == 0 or not _is_behind(text, words, place):
        return None
    kind = kind_of(words[place - 1].key)
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
        known = sum(kind_of(words[each].key) is Kind.NAME for each in range(place, end))
        if known and _guard_before(text, words, place) is not Kind.NAMED_AFTER:
            if end - place > 1 or _is_served_by(text, words, place):
                yield from range(place, end)
        place = max(end, place + 1)


def _is_small_part(word: Word) -> bool:
    return not word.capital and kind_of(word.key) in _NAMES


def signature(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Yield the places of the last words of a text, where they are who wrote it."""
    if not words or not _END.fullmatch(text, words[-1].end):
        return
    start = len(words)
    while start > 0 and len(words) - start < _LONGEST_SIGNATURE and _may_sign(text, words, start - 1):
        start -= 1
        mark = _signs(text, words, start)
        if mark is not None and _is_signature(words[start:], sure=mark):
            yield from (place for place in range(start, len(words)) if not _is_title(words[place]))
            return


def _may_sign(text: str, words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if place + 1 < len(words) and not _joined(text, words, place + 1):
        return False
    return word.single or _is_title(word) or kind_of(word.key) in (*_NAMES, Kind.UNKNOWN)


def _is_title(word: Word) -> bool:
    return word.key in SALUTATIONS or word.key in TITLES


def _is_signature(tail: Sequence[Word], *, sure: bool) -> bool:
    kinds = [kind_of(word.key) for word in tail if not (word.single or _is_title(word))]
    return bool(kinds) and (sure or Kind.NAME in kinds or Kind.EITHER in kinds)


def _signs(text: str, words: Sequence[Word], start: int) -> bool | None:
    """Tell whether what stands before a place opens a signature: surely, maybe, or not at all."""
    before = words[start - 1] if start else None
    gap = text[before.end if before else 0 : words[start].start]
    if _DASH.search(gap) and before:
        return True
    if _BRACKET.fullmatch(gap) and text.rstrip().endswith(")") and before:
        return True
    if _STROKE.fullmatch(gap) and before:
        return False
    if before is None or not _AFTER_CLOSING.fullmatch(gap):
        return None
    return _closes(text, words, start - 1)


def _closes(text: str, words: Sequence[Word], last: int) -> bool | None:
    """Tell whether the words up to a place are a closing, such as ``Salam hormat`` or ``Dari``."""
    if words[last].key == "dari" and (last == 0 or re.search(r"[.!?,]", text[words[last - 1].end : words[last].start])):
        return True
    place = last
    while place > 0 and words[place].key in CLOSING_RESTS and last - place < 2:
        place -= 1
    key = words[place].key
    if key in SURE_CLOSINGS or words[last].key in SURE_CLOSINGS:
        return True
    return True if key in CLOSINGS and words[last].key in CLOSINGS | CLOSING_RESTS else None
