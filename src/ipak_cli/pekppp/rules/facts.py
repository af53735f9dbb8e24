"""One indicator's facts as its rule asks for them: met or not, in part, a number, a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ipak_cli.pekppp.answers import Answer, BlankFactError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.rubric.pekppp import Indicator


@dataclass(frozen=True, slots=True)
class Facts:
    """The answers to one indicator's facts; asking for a blank one raises :class:`BlankFactError`."""

    indicator: Indicator
    answers: Mapping[str, Answer]

    def answer(self, fact_id: str) -> Answer:
        """Return the answer to a fact."""
        if fact_id not in self.answers:
            raise BlankFactError(self.indicator.fact(fact_id))
        return self.answers[fact_id]

    def met(self, fact_id: str) -> bool:
        """Tell whether a fact has its best answer."""
        return self.answer(fact_id) == self.indicator.fact(fact_id).answers[-1]

    def partly(self, fact_id: str) -> bool:
        """Tell whether an answered fact is neither at its worst nor at its best."""
        words = self.indicator.fact(fact_id).answers
        return bool(words) and self.answers.get(fact_id) in words[1:-1]

    def rank(self, fact_id: str) -> int:
        """Return the place of an answer among the fact's answers, 0 for the worst."""
        return self.indicator.fact(fact_id).answers.index(str(self.answer(fact_id)))

    def number(self, fact_id: str) -> int:
        """Return a number; raises ``TypeError`` for a fact of another type."""
        answer = self.answer(fact_id)
        if isinstance(answer, int):
            return answer
        raise TypeError(f"{fact_id} is no number")

    def day(self, fact_id: str) -> date:
        """Return a date; raises ``TypeError`` for a fact of another type."""
        answer = self.answer(fact_id)
        if isinstance(answer, date):
            return answer
        raise TypeError(f"{fact_id} is no date")

    def count(self, fact_ids: Iterable[str]) -> int:
        """Return how many facts are met; every one must be answered."""
        return sum([self.met(fact_id) for fact_id in fact_ids])

    def unmet(self, fact_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the facts that are not met, blank ones included."""
        best = {fact_id: self.indicator.fact(fact_id).answers[-1] for fact_id in fact_ids}
        return tuple(fact_id for fact_id, word in best.items() if self.answers.get(fact_id) != word)
