"""The rule ``ladder``: five steps, of which none may be left out."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from ipak_cli.catalogue.pekppp import (
    ALL_STEPS,
    FACTS_TOGETHER,
    FACTS_TOGETHER_DOUBTFUL,
    LADDER,
    STEP_UNMET,
    STEP_UNMET_AND_MORE,
)
from ipak_cli.rubric.rules import limits
from ipak_cli.rubric.rules.interface import (
    AnyRule,
    Derived,
    Doubt,
    FactIds,
    Facts,
    KeyPath,
    Line,
    Markable,
    Need,
    RulePart,
    Wanted,
    improve,
)
from ipak_cli.rubric.types import Flag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.message import Message


class Step(RulePart):
    """One step of a ladder: all its facts together."""

    model_config = ConfigDict(title="Anak tangga")
    facts_used: ClassVar = {"all": Wanted.WORDS}

    all: FactIds = Field(description="Fakta yang semuanya harus terpenuhi.")
    doubtful: Flag = Field(
        default=False, description="true bila lubang di sini, dengan langkah berikutnya terpenuhi, meragukan."
    )

    def met(self, facts: Facts) -> bool:
        """Tell whether the step is met; an unmet fact settles that, whatever is blank beside it."""
        answered = [fact for fact in self.all if fact in facts.answers]
        return facts.count(answered) == len(answered) and facts.count(self.all) == len(self.all)


class Ladder(AnyRule):
    """Five steps, of which the longest unbroken run from the first one gives the level."""

    model_config = ConfigDict(title="Tangga")
    doubts: ClassVar = (Doubt.DIFFERENT,)

    rule: Literal["ladder"] = Field(description="Aturan: tangga tanpa lubang.")
    steps: Annotated[tuple[Step, ...], Field(min_length=5, max_length=5)] = Field(
        description="Langkah untuk tingkat 1 sampai 5."
    )

    def level_of(self, facts: Facts) -> Derived:
        """Return the longest unbroken run of steps from the first one."""
        level = len(list(takewhile(lambda step: step.met(facts), self.steps)))
        different = any(facts.partly(fact) for step in self.steps for fact in step.all)
        doubts = [Doubt.DIFFERENT] if different else []
        if level == len(self.steps):
            return Derived(level, ALL_STEPS(), tuple(doubts))
        step = self.steps[level]
        if step.doubtful and any(not facts.unmet(later.all) for later in self.steps[level + 1 :]):
            doubts.insert(0, Doubt.HOLE)
        return Derived(level, _unmet(level + 1, facts.unmet(step.all), facts), tuple(doubts))

    def needs_for(self, facts: Facts, target: int) -> Iterator[tuple[Need, ...]]:
        """Ask for everything that is unmet up to the step."""
        yield tuple(need for step in self.steps[:target] for need in improve(facts, step.all))

    def markable(self) -> Iterator[tuple[KeyPath, Sequence[Markable], Doubt]]:
        """Yield the steps: one that is left out may leave the level open."""
        yield ("steps",), self.steps, Doubt.HOLE

    def words(self) -> Iterator[Line]:
        """Say each step's facts."""
        yield "", LADDER()
        for level, step in enumerate(self.steps, start=1):
            phrase = FACTS_TOGETHER_DOUBTFUL if step.doubtful else FACTS_TOGETHER
            yield str(level), phrase(facts=limits.named(step.all))


def _unmet(number: int, missing: Sequence[str], facts: Facts) -> Message:
    first = facts.text(missing[0])
    if len(missing) == 1:
        return STEP_UNMET(step=number, fact=first)
    return STEP_UNMET_AND_MORE(step=number, fact=first, more=len(missing) - 1)
