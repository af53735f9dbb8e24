"""What makes implications sound: facts that exist, one form that fits them, and two facts that differ."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from ipak_cli.problems import InFull, problem
from ipak_cli.rubric.pekppp import FactType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.problems import Problem
    from ipak_cli.rubric.implications import Saying
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Fact, PekpppRubric

_WORDS: Final = frozenset({FactType.YES_NO, FactType.CHOICE})
_FITTING: Final[Mapping[str, frozenset[FactType]]] = {
    "answers": _WORDS,
    "minimum": frozenset({FactType.NUMBER}),
    "maximum": frozenset({FactType.NUMBER}),
    "answered": frozenset(FactType),
}
"""The types of facts that each form of a saying can be compared with."""


def lint_implications(rubric: PekpppRubric, place: Place) -> Iterator[Problem]:
    """Yield every fault of a rubric's implications."""
    facts = {fact.id: fact for indicator in rubric.indicators for fact in indicator.facts}
    for number, implication in enumerate(rubric.implications):
        here = partial(place, number)
        yield from _saying(implication.when, facts, partial(here, "when"), "when")
        yield from _saying(implication.then, facts, partial(here, "then"), "then")
        for order, fact in enumerate(implication.then.facts):
            if fact in implication.when.facts:
                yield problem("R695", here("then", "facts", order), fact=fact)


def _saying(saying: Saying, facts: Mapping[str, Fact], place: Place, part: str) -> Iterator[Problem]:
    if saying.answered is not None and saying.answered != (part == "when"):
        yield problem("R696", place("answered"), part=part)
    if len(saying.forms) != 1:
        shown = {"count": len(saying.forms), "forms": ", ".join(saying.forms) or "tidak ada"}
        yield problem("R693", place(), part=part, **shown)
    for order, fact_id in enumerate(saying.facts):
        where, fact = place("facts", order), facts.get(fact_id)
        if fact is None:
            known = f"{next(iter(facts))} sampai {list(facts)[-1]}"
            yield problem("R652", where, key="facts", code=fact_id, known=known)
            continue
        for form in saying.forms:
            if fact.type not in _FITTING[form]:
                yield problem("R694", where, fact=fact.id, type=fact.type.value, form=form)
        yield from _answers(saying, fact, place)


def _answers(saying: Saying, fact: Fact, place: Place) -> Iterator[Problem]:
    for order, answer in enumerate(saying.answers):
        if fact.answers and answer not in fact.answers:
            shown = {"answer": answer, "known": InFull(", ".join(fact.answers))}
            yield problem("R684", place("answers", order), fact=fact.id, **shown)
