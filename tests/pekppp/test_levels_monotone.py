"""A fact that becomes better never lowers a level, except for the amounts that a share is taken of."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from ipak_cli.pekppp.levels import derive
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.pekppp import FactType
from ipak_cli.rubric.rules.interface import Derived

RUBRIC = load_pekppp("pekppp-2025").rubric
WHOLES = {"F08-02", "F09-03", "F28-01", "F28-03"}
"""What was planned or came in: more of it makes the same work a smaller share, as the instrument has it."""
BY_THE_LETTER = {"F04-03"}
"""Reviews at more than 2 years: some services are level 2, all of them level 1, as the instrument has it."""
LATER = {"F09-02"}
"""A later report is a worse one."""


def any_answer(fact, choose):
    """Return an answer to a fact, small numbers and near dates first of all."""
    if fact.answers:
        return choose.choice(fact.answers)
    if fact.type is FactType.NUMBER:
        return choose.choice([0, 0, 1, 2, 3, 5, 9, 10, 12, 100])
    return date(2024, 1, 31) + timedelta(days=choose.randrange(500))


def better_answers(fact, answer):
    """Return the answers that are better than one."""
    if fact.answers:
        return fact.answers[fact.answers.index(answer) + 1 :]
    return [answer + 1 if fact.type is FactType.NUMBER else answer + timedelta(days=1)]


@pytest.mark.parametrize("indicator", RUBRIC.indicators, ids=lambda indicator: str(indicator.no))
def test_only_the_listed_facts_can_lower_a_level(indicator):
    choose = random.Random(indicator.no)  # noqa: S311 (no secret)
    lowering = set()
    for _ in range(1500):
        answers = {fact.id: any_answer(fact, choose) for fact in indicator.facts}
        today = derive(indicator, answers)
        for fact in indicator.facts:
            for better in better_answers(fact, answers[fact.id]):
                after = derive(indicator, answers | {fact.id: better})
                if isinstance(today, Derived) and isinstance(after, Derived) and after.level < today.level:
                    lowering.add(fact.id)
    assert lowering == (WHOLES | BY_THE_LETTER | LATER) & {fact.id for fact in indicator.facts}
