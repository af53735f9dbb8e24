"""What the forms of F-03 ask, prepared once for all headers: the questions by code and by key words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.rubric.pekppp import UsersForm, UsersSurvey

Match = tuple[str, str]
"""The letter of a form of F-03, and the code of a question on it."""
_Keys = tuple[tuple[str, ...], ...]
"""The words of each key of a question."""
_WHOLE_WORD: Final = 5
"""Letters below which a key word must be a whole word of the header."""


@dataclass(frozen=True, slots=True)
class FormWords:
    """The questions of a survey's forms by their codes, and the words of their keys by form and question.

    ``whole`` are key words that must be whole words of a header, ``roots`` those that may be part of one.
    """

    codes: Mapping[str, frozenset[Match]]
    keys: Mapping[str, Mapping[str, _Keys]]
    whole: frozenset[str]
    roots: frozenset[str]

    @classmethod
    def of(cls, survey: UsersSurvey | None) -> FormWords:
        """Prepare the forms of a survey; without one no header matches a question."""
        forms = survey.forms if survey else ()
        codes: dict[str, set[Match]] = defaultdict(set)
        for form in forms:
            for question in form.questions:
                codes[question.code.replace(".", "").casefold()].add((form.code, question.code))
        keys = {form.code: _keys(form) for form in forms}
        words = frozenset(
            word
            for of_form in keys.values()
            for of_question in of_form.values()
            for key in of_question
            for word in key
        )
        whole = frozenset(word for word in words if len(word) < _WHOLE_WORD)
        return cls({code: frozenset(found) for code, found in codes.items()}, keys, whole, words - whole)

    def coded(self, code: str) -> frozenset[Match]:
        """Return the questions that have a code, written in small letters without its points."""
        return self.codes.get(code, frozenset())

    def worded(self, words: Sequence[str]) -> frozenset[Match]:
        """Return the questions of each form whose key words stand in a header: those with most of them."""
        text = " ".join(words)
        standing = self.whole.intersection(words).union(root for root in self.roots if root in text)
        return frozenset(self._best(standing)) if standing else frozenset()

    def _best(self, standing: frozenset[str]) -> Iterator[Match]:
        for form, questions in self.keys.items():
            fits = {code: _fit(keys, standing) for code, keys in questions.items()}
            best = max(fits.values())
            yield from ((form, code) for code, fit in fits.items() if best and fit == best)


def _keys(form: UsersForm) -> Mapping[str, _Keys]:
    return {each.code: tuple(tuple(normalise(key).split()) for key in each.keys) for each in form.questions}


def _fit(keys: _Keys, standing: frozenset[str]) -> int:
    """Return how many words the longest key has of which all stand in the header."""
    return max((len(key) for key in keys if standing.issuperset(key)), default=0)
