"""The words in which an item's answers can be given: those of each value, and those that mean "not given"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import nearest, visible, wording
from ipak_cli.catalogue.survey import NUMBERS_FROM_TO
from ipak_cli.tables.cell import Cell, ErrorCell, PercentCell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.base.message import Message
    from ipak_cli.rubric.own_form import OwnForm
    from ipak_cli.rubric.survey import Item, Scale
    from ipak_cli.survey.reading.sheet_layout import Match

LETTERED: Final = re.compile(r"[a-e]\s?[.)]\s*(?P<rest>[^\W\d].*)", re.IGNORECASE | re.DOTALL)
"""A choice as a form on paper has it: ``a. Tidak ada``. The word counts, whichever letter it has."""
SHOWN_AS: Final = {True: ("true", "benar"), False: ("false", "salah")}
"""What a spreadsheet shows, in English and in Indonesian, for a cell that holds a truth value."""
ALIKE: Final = 90
"""Percent from which a word is a known one misspelt."""
_SHORT: Final = 8
"""Letters up to which no two changed letters leave a word so much alike."""
_LEAST: Final = 6
"""Letters of the longer of two words from which one letter more or less leaves them so much alike."""
_MOST_TOLD: Final = 3
"""Words of one value that a message tells."""


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


@dataclass(frozen=True)
class Words:
    """An item's scale, and the value of each declared wording (see :func:`ipak_cli.base.text.wording`).

    ``told`` are the declared words as a message shows them; ``missing`` those that mean "not given", as they
    are declared, by their wording. ``turned`` are wordings that settings for another form than this sheet's
    give another value than the rubric, with that of the rubric.
    """

    item: str
    scale: Scale
    values: Mapping[str, int]
    told: tuple[str | Message, ...]
    missing: Mapping[str, str] = field(default_factory=dict)
    turned: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def single(self) -> KnownWords:
        """The words of which the declared wordings are made."""
        return KnownWords.of(word for declared in self.values for word in declared.split())

    def meaning(self, text: str) -> int | None:
        """Return the value that a declared word stands for, however it is written."""
        return self.values.get(wording(text))

    def not_given(self, value: Cell) -> str | None:
        """Return the declared word for "not given" that stands in a cell, if one does."""
        shown = shown_as(value)
        return next((self.missing[found] for found in map(wording, shown) if found in self.missing), None)


def shown_as(value: Cell) -> tuple[str, ...]:
    """Return what a spreadsheet may show for a cell that can be a word: a text, a number, a truth value."""
    match value:
        case bool():
            return SHOWN_AS[value]
        case str():
            lettered = LETTERED.fullmatch(visible(value))
            return (value, lettered["rest"]) if lettered else (value,)
        case int():
            return (str(value),) if abs(value) < 10**9 else ()
        case float():
            return (f"{value:.10g}",)
        case PercentCell():
            return (f"{value.value * 100:.10g}%",)
        case ErrorCell():
            return (value.text,)
        case _:
            return ()


def words_of(scale: Scale, item: Item) -> Words:
    """Gather the words of the scale and of one item; the item's own labels win."""
    labels = (*scale.labels, *item.labels)
    values = {wording(word): label.value for label in labels for word in label.words}
    missing = {wording(word): word for word in scale.missing}
    return Words(item.code, scale, values, _told(scale, item), missing)


def words_asked(match: Match, form: OwnForm) -> tuple[Words, ...]:
    """Return the words of each item that a matched sheet asks."""
    if form.plain is None:
        return tuple(words_of(form.asked.scale, item) for item in form.asked.items)
    from ipak_cli.survey.reading.match_form import words_for  # noqa: PLC0415 (no own form: nothing of it)

    return words_for(match, form)


def _told(scale: Scale, item: Item) -> tuple[str | Message, ...]:
    """Write ``1 = Buruk``, ``3 = Baik/Puas/Setuju``: an item's own words before the scale's."""
    words = {label.value: label.words for label in (*scale.labels, *item.labels)}
    told = tuple(f"{value} = {'/'.join(words[value][:_MOST_TOLD])}" for value in sorted(words))
    return told or (NUMBERS_FROM_TO(lowest=scale.lowest, highest=scale.highest),)
