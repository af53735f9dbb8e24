"""Everything that is said in Indonesian, by entry and by key: another language is another such folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import Message, one_line
from ipak_cli.catalogue import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.message import Part, Phrase, Value
    from ipak_cli.base.problem import Problem

__all__ = ["CATALOGUE", "Sentences", "hint_of", "message_of", "say", "title_of"]
_AREAS: Final = MappingProxyType(
    {
        "F": ("files",),
        "K": ("columns", "long_tables", "recap", "recap_forms", "recap_sources"),
        "J": ("answers",),
        "W": ("times",),
        "E": ("workbook", "evidence", "assessment"),
        "R": ("rubrics", "new_rubric"),
        "G": ("workspace", "own_form", "settings_form", "suggestions"),
        "L": ("report", "report_files", "report_templates", "publication", "workpaper"),
        "D": ("drive", "follow_up"),
        "U": ("usage", "typed_recap"),
        "A": ("audit", "audit_text", "audit_figures", "audit_command"),
        "B": ("rollup", "rollup_exports"),
    }
)
"""The modules that hold the sentences of each letter of code, in the order in which the manual lists them."""
_WITH_PHRASES: Final = (
    "survey", "files", "rubrics", "pekppp", "workspace", "drive", "report", "audit", "audit_command", "recap",
    "typed_recap", "recap_forms", "recap_sources", "certainty", "rollup", "rollup_exports",
)  # fmt: skip
"""The modules that hold the sentences of phrases; those that most commands need come first."""


class _Entries(Mapping[str, Sentences]):
    """The sentences of every entry by its code; those of a letter are loaded when one of them is asked for.

    A score that has nothing to tell should not wait for four hundred entries.
    """

    def __getitem__(self, code: str) -> Sentences:
        for area in _AREAS.get(code[:1], ()):
            if code in (found := _entries(area)):
                return found[code]
        raise KeyError(code)

    def __iter__(self) -> Iterator[str]:
        return (code for areas in _AREAS.values() for area in areas for code in _entries(area))

    def __len__(self) -> int:
        return sum(len(_entries(area)) for areas in _AREAS.values() for area in areas)


class _Phrases(Mapping[str, str]):
    """The sentence of every phrase by its key; those of a module are loaded when they are looked through."""

    def __getitem__(self, key: str) -> str:
        for area in _WITH_PHRASES:
            if key in (found := _phrases(area)):
                return found[key]
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (key for area in _WITH_PHRASES for key in _phrases(area))

    def __len__(self) -> int:
        return sum(len(_phrases(area)) for area in _WITH_PHRASES)


@cache
def _entries(area: str) -> Mapping[str, Sentences]:
    entries: tuple[Sentences, ...] = import_module(f"{__name__}.{area}").ENTRIES
    return {each.code: each for each in entries}


@cache
def _phrases(area: str) -> Mapping[str, str]:
    sentences: Mapping[Phrase, str] = import_module(f"{__name__}.{area}").SENTENCES
    return {phrase.key: sentence for phrase, sentence in sentences.items()}


CATALOGUE: Final[Mapping[str, Sentences]] = _Entries()
"""The sentences of every entry by its code, in the order in which the manual lists them."""
PHRASES: Final[Mapping[str, str]] = _Phrases()
"""The sentence of every phrase by its key."""

_NUMBER_WORDS: Final = (
    *("satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan", "sepuluh"),
)
_MOST_PARTS: Final = 12
"""Parts of a list that are named; of more it is told how many."""


def title_of(code: str) -> str:
    """Return the heading of a group of problems of one code."""
    return CATALOGUE[code].title


def message_of(problem: Problem) -> str:
    """Say what is wrong, and in which cells where there are several."""
    text = _filled(CATALOGUE[problem.code].message, problem.values)
    if problem.cells is None:
        return text
    return f"{text} ({problem.cells.count} sel: {problem.cells.cells})"


def hint_of(problem: Problem) -> str:
    """Say what to do about a problem."""
    return say(problem.advice)


def say(message: Message | str) -> str:
    """Say a reason, a finding or a part of a sentence; a text is said as it is.

    Raises ``KeyError`` for a key that has no sentence.
    """
    if isinstance(message, str):
        return message
    return _filled(_sentence(message.key), message.values)


def _sentence(key: str) -> str:
    """Return the sentence of a phrase, or the message or the advice of a problem that another one quotes."""
    code, _, part = key.partition(".")
    if code in CATALOGUE:
        return CATALOGUE[code].hint if part else CATALOGUE[code].message
    return PHRASES[key]


def _filled(sentence: str, values: Mapping[str, Value]) -> str:
    return sentence.format_map({name: _Words(value) for name, value in values.items()})


class _Words:
    """A value in a sentence: ``{n}`` as it is, ``{parts:dan}`` and ``{parts:atau}`` a list in running text.

    ``{n:kata}`` is a small number as a word. ``{parts:,}`` puts commas alone between the parts, ``{parts: dan }`` that word alone; an ``…`` at the end
    names all parts and cuts the whole list as a text is cut.
    """

    def __init__(self, value: Value) -> None:
        self._value = value

    def __str__(self) -> str:
        return self._listed("; ", "")

    def __format__(self, joined_by: str) -> str:
        if not joined_by:
            return str(self)
        if joined_by == "kata":
            return _number_word(self._value)
        if joined_by.endswith("…") and isinstance(self._value, tuple):
            return one_line((joined_by[:-1].replace(",", ", ")).join(map(_one, self._value)))
        return self._listed(", ", joined_by.strip(","))

    def _listed(self, separator: str, last: str) -> str:
        if not isinstance(self._value, tuple):
            return _one(self._value)
        parts = [_one(part) for part in self._value[:_MOST_PARTS]]
        if len(self._value) > _MOST_PARTS:
            return separator.join([*parts, f"dan {len(self._value) - _MOST_PARTS} lagi"])
        return _in_text(parts, separator, last)


def _number_word(value: Value) -> str:
    """Write a small whole number as a word, any other value as it is."""
    known = isinstance(value, int) and 0 < value <= len(_NUMBER_WORDS)
    return _NUMBER_WORDS[value - 1] if known and isinstance(value, int) else str(value)


def _in_text(parts: Sequence[str], separator: str, last: str) -> str:
    """Join a list: ``A; B``, or with a word before the last part ``A, B dan C``."""
    if not last or len(parts) < 2:
        return separator.join(parts)
    return f"{separator.join(parts[:-1])} {last} {parts[-1]}"


def _one(value: Part) -> str:
    match value:
        case Message():
            return say(value)
        case _:
            return str(value)
