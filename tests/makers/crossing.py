"""Respondents of groups put together: who of a group of one question is in which group of another."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.survey.tally import Counts, Membership


MOST_PEOPLE = 20_000
"""People who are put into groups one by one."""


def crossed_at_random(groups: Mapping[tuple[str, str], Counts]) -> dict[Membership, int] | None:
    """Return how many people are in groups of all questions together, as if answers had nothing in common.

    The same groups give the same people. Questions may have groups of different numbers of people in all; of
    very many people it is not known.
    """
    if sum(counts.respondents for counts in groups.values()) > MOST_PEOPLE:
        return None
    questions: dict[str, list[str]] = {}
    for (question, label), counts in groups.items():
        questions.setdefault(question, []).extend([label] * counts.respondents)
    for number, labels in enumerate(questions.values()):
        Random(number).shuffle(labels)  # noqa: S311 (no secret)
    everybody = range(max(map(len, questions.values()), default=0))
    return dict(
        Counter(
            tuple((question, labels[n]) for question, labels in questions.items() if n < len(labels))
            for n in everybody
        )
    )
