"""What is missing for a higher level: facts that have to get another answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.pekppp.answers import Answer
    from ipak_cli.pekppp.rules.facts import Facts


@dataclass(frozen=True, slots=True)
class Need:
    """So many of the changes have to happen, each a fact id with its new answer; ``text`` says it."""

    text: str
    changes: tuple[tuple[str, Answer], ...]
    choose: int


def cost(needs: Iterable[Need]) -> int:
    """Return how many facts have to change."""
    return sum(need.choose for need in needs)


def changed(answers: Mapping[str, Answer], needs: Iterable[Need]) -> dict[str, Answer]:
    """Return the answers after the first sufficient changes of each need."""
    return dict(answers) | {fact: answer for need in needs for fact, answer in need.changes[: need.choose]}


def improve(facts: Facts, fact_ids: Iterable[str], choose: int | None = None) -> tuple[Need, ...]:
    """Ask for the best answer of so many facts that are not met yet, or of all of them.

    Empty when nothing has to change, and when there are not so many facts left to improve.
    """
    unmet = facts.unmet(fact_ids)
    wanted = len(unmet) if choose is None else choose
    if wanted <= 0 or wanted > len(unmet):
        return ()
    names = "; ".join(facts.indicator.fact(fact).text for fact in unmet)
    text = names if wanted == len(unmet) else f"{wanted} dari: {names}"
    return (Need(text, tuple((fact, facts.indicator.fact(fact).answers[-1]) for fact in unmet), wanted),)


def change(facts: Facts, fact_id: str, answer: Answer, text: str | None = None) -> tuple[Need, ...]:
    """Ask for one fact's new answer; empty when it has it already."""
    if facts.answers.get(fact_id) == answer:
        return ()
    said = text or f"{facts.indicator.fact(fact_id).text}: {answer}"
    return (Need(said, ((fact_id, answer),), 1),)
