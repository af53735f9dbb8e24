"""What a column's header asks for in a service users' survey: a question of F-03, or something beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import normalise
from ipak_cli.f03.names import RESPONDENTS, Beside, beside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.rubric.pekppp import UsersSurvey
    from ipak_cli.tables.cell import Cell

Match = tuple[str, str]
"""The letter of a form of F-03, and the code of a question on it."""


class Asks(Enum):
    """How sure a header is to ask a question: by code or number, by key words, not at all, or open."""

    QUESTION = "question"
    WORDED = "worded"
    BESIDE = "beside"
    OPEN = "open"
    UNTITLED = "untitled"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a header says.

    ``key`` is what no two questions share. ``matches`` are the questions that it may ask. ``beside`` is what
    it asks for instead. An open header may end in a number, as ``layanan1`` does (``series``), or begin with
    one (``number``).
    """

    asks: Asks
    key: str | None = None
    matches: frozenset[Match] = frozenset()
    beside: Beside | None = None
    series: tuple[str, int] | None = None
    number: int | None = None


UNTITLED: Final = Heading(Asks.UNTITLED)
_LABEL: Final = r"(?:q|p|pertanyaan|soal|item|butir|pernyataan|question)(?: (?:no|nomor|ke))? ?0*(\d{1,2})"
_LABELLED: Final = re.compile(rf"(?:f ?03 )?{_LABEL}(?: (.+))?")
_GROUPED: Final = re.compile(rf"[^ ]+ {_LABEL}")
"""A group's name ahead of the label, as in ``f03/P1``."""
_CODE: Final = re.compile(r"(\d{1,2}) ?([a-e]) ?([kats]{1,2}) ?(\d?)(?: .+)?")
_NUMBERED: Final = re.compile(r"0*(\d{1,2}) (.+)")
_SERIES: Final = re.compile(r"(.*[^\d ]) ?0*(\d{1,3})")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SENTENCE: Final = 3
"""Words from which a header may be a sentence."""
_WHOLE_WORD: Final = 5
"""Letters below which a key word must be a whole word of the header."""


def is_title(cell: Cell) -> bool:
    """Tell a title, which has a letter, from numbers and blanks."""
    return isinstance(cell, str) and any(c.isalpha() for c in cell)


def heading_of(titles: Sequence[str], survey: UsersSurvey | None) -> Heading:
    """Return what a column's titles say, the nearest to its cells first; a code or number decides."""
    found = [_heading(title, survey) for title in titles]
    certain = (each for each in found if each.asks is Asks.QUESTION)
    telling = (each for each in found if each.asks is not Asks.OPEN)
    return next(certain, None) or next(telling, None) or next(iter(found), UNTITLED)


def _heading(title: str, survey: UsersSurvey | None) -> Heading:
    text = normalise(_CAMEL.sub(" ", title))
    if coded := _coded(text, survey):
        return Heading(Asks.QUESTION, min(coded)[1], coded)
    if label := _LABELLED.fullmatch(text) or _GROUPED.fullmatch(text):
        rest = label[2] if label.re is _LABELLED else None
        asked = _described(rest, survey) if rest else Heading(Asks.OPEN)
        if asked.asks is Asks.BESIDE:
            return asked
        return Heading(Asks.QUESTION, f"{int(label[1])}", asked.matches)
    numbered = _NUMBERED.fullmatch(text)
    number = int(numbered[1]) if numbered else None
    return _described(numbered[2] if numbered else text, survey, number)


def _described(text: str, survey: UsersSurvey | None, number: int | None = None) -> Heading:
    words = text.split()
    series = _SERIES.fullmatch(text)
    if series and len(words) < _SENTENCE:
        stem = series[1].strip()
        if stem in RESPONDENTS:
            return Heading(Asks.OPEN)
        if role := beside(stem.split(), numbered=True):
            return Heading(Asks.BESIDE, beside=role)
        matches = frozenset(_worded(stem.split(), survey))
        asks = Asks.WORDED if matches else Asks.OPEN
        return Heading(asks, matches=matches, series=(stem, int(series[2])))
    matches = frozenset(_worded(words, survey))
    if role := beside(words):
        return Heading(Asks.BESIDE, matches=matches, beside=role)
    if matches:
        return Heading(Asks.WORDED, matches=matches, number=number)
    return Heading(Asks.OPEN, number=number)


def _coded(text: str, survey: UsersSurvey | None) -> frozenset[Match]:
    match = _CODE.fullmatch(text)
    if match is None or survey is None:
        return frozenset()
    said = "".join(part for part in match.groups())
    return frozenset(
        (form.code, question.code)
        for form in survey.forms
        for question in form.questions
        if question.code.replace(".", "").casefold() == said
    )


def _worded(words: Sequence[str], survey: UsersSurvey | None) -> Iterator[Match]:
    """Yield the questions of each form whose key words stand in a header: those with most of them."""
    for form in survey.forms if survey else ():
        fits = {question.code: _fit(question.keys, words) for question in form.questions}
        best = max(fits.values())
        yield from ((form.code, code) for code, fit in fits.items() if best and fit == best)


def _fit(keys: Sequence[str], words: Sequence[str]) -> int:
    """Return how many words the longest key has of which all stand in the header."""
    wanted = [normalise(key).split() for key in keys]
    return max((len(key) for key in wanted if all(_stands(word, words) for word in key)), default=0)


def _stands(key: str, words: Sequence[str]) -> bool:
    return any(key == word or (len(key) >= _WHOLE_WORD and key in word) for word in words)
