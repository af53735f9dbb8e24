"""Everything that is said in Indonesian, by entry and by key: another language is another such folder."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import Message, one_line
from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.indonesian import (
    answers,
    assessment,
    columns,
    drive,
    evidence,
    f03,
    files,
    phrases_pekppp,
    phrases_rubric,
    phrases_survey,
    phrases_tables,
    report,
    rubrics,
    texts,
    times,
    usage,
    workbook,
    workspace,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.base.message import Part, Value
    from ipak_cli.base.problem import Problem

__all__ = ["CATALOGUE", "Sentences", "hint_of", "message_of", "say", "title_of"]
_AREAS: Final = (
    files, texts, columns, answers, times, workbook, evidence, f03, assessment,
    rubrics, workspace, report, drive, usage,
)  # fmt: skip

CATALOGUE: Final[Mapping[str, Sentences]] = MappingProxyType(
    {each.code: each for area in _AREAS for each in area.ENTRIES}
)
"""The sentences of every entry by its code, in the order in which the manual lists them."""

PHRASES: Final[Mapping[str, str]] = MappingProxyType(
    {
        phrase.key: sentence
        for area in (phrases_tables, phrases_rubric, phrases_survey, phrases_pekppp, workspace, drive, report)
        for phrase, sentence in area.SENTENCES.items()
    }
)
"""The sentence of every phrase by its key."""

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
    if key in PHRASES:
        return PHRASES[key]
    code, _, part = key.partition(".")
    return CATALOGUE[code].hint if part else CATALOGUE[code].message


def _filled(sentence: str, values: Mapping[str, Value]) -> str:
    return sentence.format_map({name: _Words(value) for name, value in values.items()})


class _Words:
    """A value in a sentence: ``{n}`` as it is, ``{parts:dan}`` and ``{parts:atau}`` a list in running text.

    ``{parts:,}`` puts commas alone between the parts, ``{parts: dan }`` that word alone; an ``…`` at the end
    names all parts and cuts the whole list as a text is cut.
    """

    def __init__(self, value: Value) -> None:
        self._value = value

    def __str__(self) -> str:
        return self._listed("; ", "")

    def __format__(self, joined_by: str) -> str:
        if not joined_by:
            return str(self)
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
