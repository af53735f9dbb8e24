"""Which suggestions a report may show word for word, as people decided; the others are themes and counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import normalise
from ipak_cli.survey.reading.redact import REMOVED
from ipak_cli.survey.suggestion_result import Suggestion, Suggestions, TextRule
from ipak_cli.survey.themes import ThemeCount, count_themes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Verdict(StrEnum):
    """What a person decided of one text."""

    PUBLISH = "publish"
    WITHHOLD = "withhold"


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on one text, and which of its words are taken out besides, counted from 0."""

    verdict: Verdict
    cut: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Withheld:
    """The suggestions that are not shown, counted by why: nobody decided yet, refused, or all by the rule."""

    waiting: int = 0
    refused: int = 0
    by_rule: int = 0
    themes: tuple[ThemeCount, ...] = ()

    @property
    def total(self) -> int:
        """All of them."""
        return self.waiting + self.refused + self.by_rule


NOTHING_WITHHELD: Final = Withheld()


class NothingLeftError(ValueError):
    """All words of a text are to be taken out."""


class WordsNotThereError(ValueError):
    """Words are to be taken out of a text that does not have them side by side."""


def may_publish(
    given: Suggestions, rule: TextRule, decisions: Mapping[str, Decision]
) -> tuple[Suggestions, Withheld]:
    """Return the suggestions with those texts alone that may be shown, and what is withheld.

    ``decisions`` are by text. A refusal counts under every rule, and so do words that a person took out.
    """
    texts: Counter[str] = Counter()
    why: Counter[str] = Counter()
    hidden: list[Suggestion] = []
    for each in given.shown:
        decision = decisions.get(each.text)
        if reason := _why_withheld(rule, decision):
            why[reason] += each.count
            hidden.append(each)
        else:
            texts[without_words(each.text, decision.cut) if decision else each.text] += each.count
    shown = sorted(texts.items(), key=lambda one: (-one[1], one[0]))
    withheld = Withheld(why["waiting"], why["refused"], why["rule"], count_themes(hidden))
    return replace(given, shown=tuple(Suggestion(text, count) for text, count in shown)), withheld


def _why_withheld(rule: TextRule, decision: Decision | None) -> str:
    if rule is TextRule.NONE:
        return "rule"
    if decision is None:
        return "waiting" if rule is TextRule.REVIEWED else ""
    return "refused" if decision.verdict is Verdict.WITHHOLD else ""


def without_words(text: str, cut: tuple[int, ...]) -> str:
    """Return a text with a mark for each run of words that are taken out."""
    gone, words = set(cut), text.split(" ")
    runs = groupby(range(len(words)), key=gone.__contains__)
    return " ".join(REMOVED if out else " ".join(words[n] for n in places) for out, places in runs)


def words_to_cut(text: str, phrases: str, before: tuple[int, ...] = ()) -> tuple[int, ...]:
    """Return the numbers of the words that are to be taken out, wherever they stand.

    ``phrases`` are words of the text, or several side by side; a semicolon parts one from the next. Case and
    punctuation do not matter; those numbered ``before`` go too.

    Raises ``WordsNotThereError`` and ``NothingLeftError``.
    """
    words = [normalise(word) for word in text.split(" ")]
    cut = set(before)
    for phrase in filter(None, (normalise(part) for part in phrases.split(";"))):
        found = [*_places(words, phrase)]
        if not found:
            raise WordsNotThereError
        cut.update(found)
    if cut.issuperset(number for number, word in enumerate(words) if word and word != normalise(REMOVED)):
        raise NothingLeftError
    return tuple(sorted(cut))


def _places(words: list[str], phrase: str) -> Iterator[int]:
    """Yield the places of the words that are together the phrase; a word of signs alone is passed over."""
    for first, word in enumerate(words):
        joined, last = word, first
        while word and phrase.startswith(f"{joined} ") and last + 1 < len(words):
            last += 1
            joined = " ".join(filter(None, (joined, words[last])))
        if word and joined == phrase:
            yield from range(first, last + 1)


def phrases_of(text: str, cut: tuple[int, ...]) -> str:
    """Return words that are taken out as :func:`words_to_cut` takes them."""
    gone, words = set(cut), text.split(" ")
    runs = groupby(range(len(words)), key=gone.__contains__)
    return "; ".join(" ".join(words[n] for n in places).replace(";", " ") for out, places in runs if out)
