"""The rule ``base_plus_count``: a base with levels of its own, then how many other facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.phrases_pekppp import (
    BASE_AND_MORE,
    BASE_GIVES_LEVELS,
    BASE_NOT_MET,
    EACH_OTHER_ON_BASE,
    FROM_NOTHING,
)
from ipak_cli.catalogue.rubrics import BASE_LEVELS_INCOMPLETE
from ipak_cli.rubric.rules import limits
from ipak_cli.rubric.rules.interface import AnyRule, Doubt, FactId, FactIds, Level, Line, Wanted
from ipak_cli.rubric.rules.outcome import Derived, Facts, Need, change
from ipak_cli.rubric.types import HIGHEST_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Indicator


class BasePlusCount(AnyRule):
    """The base gives a first level; when it is wholly met, each further fact gives one more, up to 5."""

    model_config = ConfigDict(title="Unsur dasar, lalu banyaknya unsur lain")
    facts_used: ClassVar = {"base": Wanted.WORDS, "of": Wanted.WORDS}
    doubts: ClassVar = (Doubt.NO_BASE,)

    rule: Literal["base_plus_count"] = Field(description="Aturan: unsur dasar, lalu unsur lain.")
    base: FactId = Field(description="Fakta dasar.")
    base_levels: Annotated[tuple[Level, ...], Field(min_length=2)] = Field(
        description="Tingkat untuk setiap jawaban fakta dasar, dari yang terburuk."
    )
    of: FactIds = Field(description="Unsur lain yang dihitung bila fakta dasar terpenuhi penuh.")

    def level_of(self, facts: Facts) -> Derived:
        """Return the base's own level, plus one for each further fact when the base is wholly met."""
        level = self.base_levels[facts.rank(self.base)]
        if not facts.met(self.base):
            reason = BASE_NOT_MET(answer=facts.answer(self.base), fact=facts.text(self.base))
            return Derived(level, reason, (Doubt.NO_BASE,) if limits.any_met(self.of, facts) else ())
        count = limits.count_met(self.of, range(1, HIGHEST_LEVEL - level + 1), facts)
        return Derived(min(level + count, HIGHEST_LEVEL), BASE_AND_MORE(count=count))

    def needs_for(self, facts: Facts, target: int) -> Iterator[tuple[Need, ...]]:
        """Ask for the base answer that gives the level, or for the whole base and further facts."""
        words = facts.indicator.fact(self.base).answers
        rank = next((rank for rank, level in enumerate(self.base_levels) if level >= target), len(words) - 1)
        rest = limits.more(self.of, facts, target - self.base_levels[rank])
        yield change(facts, self.base, words[rank]) + rest

    def faults(self, indicator: Indicator, place: Place) -> Iterator[Problem]:
        """Check that the base's levels rise from 0, one for each answer, and that the others suffice."""
        levels, where = self.base_levels, place("base_levels")
        yield from limits.rising("base_levels", levels, 0, place)
        if levels[0] > 0:
            yield limits.disorder("base_levels", levels, FROM_NOTHING(), where)
        yield from limits.in_reach(HIGHEST_LEVEL - levels[-1], len(self.of), place("of"))
        base = next((fact for fact in indicator.facts if fact.id == self.base), None)
        if base and base.answers and len(base.answers) != len(levels):
            answers = InFull(", ".join(base.answers))
            yield problem(BASE_LEVELS_INCOMPLETE, where, fact=base.id, count=len(levels), answers=answers)

    def words(self) -> Iterator[Line]:
        """Say what the base gives, and what is counted besides."""
        yield "", BASE_GIVES_LEVELS(base=self.base, levels=self.base_levels)
        yield "+1", EACH_OTHER_ON_BASE(base=self.base, facts=limits.named(self.of))
