"""Answers in words: the words and marks that clearly say yes or no, and a choice by its first words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.pekppp import NOT_A_CHOICE, YES_OR_NO_UNCLEAR
from ipak_cli.pekppp.book.unread import Unread
from ipak_cli.rubric.pekppp import NO, YES

if TYPE_CHECKING:
    from collections.abc import Sequence

_TICKS: Final = frozenset("✓✔☑✅√")
_VARIANT: Final = "\N{VARIATION SELECTOR-16}"
"""Follows a tick that is to be shown in colour."""
_THERE: Final = {
    "ada": YES, "sudah ada": YES, "ya ada": YES, "tidak ada": NO, "tdk ada": NO, "belum ada": NO,
}  # fmt: skip
"""Words of being there; on a statement that denies something, they may mean either."""
_SAID: Final = {
    "ya": YES, "iya": YES, "y": YES, "yes": YES, "v": YES, "sudah": YES, "benar": YES, "betul": YES,
    "true": YES,
    "tidak": NO, "tdk": NO, "no": NO, "n": NO, "belum": NO, "blm": NO, "false": NO,
}  # fmt: skip
_DENYING: Final = frozenset({"tanpa", "tidak", "bukan", "belum", "tak"})
_LONGEST_MARK: Final = 2


def yes_or_no(text: str, statement: str) -> str | Unread:
    """Return what a text answers to a statement; marks that are used either way are asked about."""
    mark, word = text.strip().removesuffix(_VARIANT), normalise(text)
    if mark in _TICKS or word in _SAID:
        return YES if mark in _TICKS else _SAID[word]
    if word in _THERE and not _denies(statement):
        return _THERE[word]
    if word in _THERE or len(text) <= _LONGEST_MARK:
        return Unread(YES_OR_NO_UNCLEAR, {"value": text})
    return Unread(NOT_A_CHOICE, {"value": text, "choices": f"{YES}, {NO}"})


def one_of(text: str, options: Sequence[str]) -> str | Unread:
    """Return the option that a text is, or the only one that begins with its words."""
    said = normalise(text)
    exact = [option for option in options if normalise(option) == said]
    begun = exact or [option for option in options if said and normalise(option).startswith(f"{said} ")]
    if len(begun) == 1:
        return begun[0]
    return Unread(NOT_A_CHOICE, {"value": text, "choices": InFull("; ".join(options))})


def _denies(statement: str) -> bool:
    first, *others = normalise(statement).split()
    return first != "ada" and not _DENYING.isdisjoint((first, *others))
