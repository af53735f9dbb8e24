"""The rule ``count``: how many of some facts are met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal

from pydantic import ConfigDict, Field

from ipak_cli.catalogue.phrases_pekppp import AT_LEAST_MET, COUNT_MET, COUNT_OF, COUNT_OF_ON_BASE
from ipak_cli.rubric.rules import limits
from ipak_cli.rubric.rules.interface import AnyRule, Doubt, FactId, FactIds, Line, Wanted
from ipak_cli.rubric.rules.outcome import Derived, Facts, Need
from ipak_cli.rubric.types import HIGHEST_LEVEL, Whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Indicator

_ON_BASE: Final = (Doubt.EMPTY, Doubt.NO_BASE, Doubt.STRAY)


class Count(AnyRule):
    """How many of some facts are met; without the base, if there is one, nothing counts."""

    model_config = ConfigDict(title="Banyaknya hal yang terpenuhi")
    facts_used: ClassVar = {"base": Wanted.WORDS, "of": Wanted.WORDS}
    doubts: ClassVar = (Doubt.TOP,)

    rule: Literal["count"] = Field(description="Aturan: banyaknya hal yang terpenuhi.")
    base: FactId | None = Field(None, description="Fakta yang harus ada supaya yang lain dihitung.")
    of: FactIds = Field(description="Fakta yang dihitung.")
    thresholds: Annotated[tuple[Whole, ...], Field(min_length=5, max_length=5)] = Field(
        description="Banyaknya yang diperlukan untuk tingkat 1 sampai 5."
    )

    def level_of(self, facts: Facts) -> Derived:
        """Count the facts that are met; without the base nothing counts."""
        if self.base and not facts.met(self.base):
            return limits.without_base(self.base, self.of, facts)
        count = limits.count_met(self.of, self.thresholds, facts)
        level = limits.reached(self.thresholds, count)
        empty = (Doubt.EMPTY,) if self.base and not level else ()
        top = (Doubt.TOP,) if level == HIGHEST_LEVEL else ()
        return Derived(level, COUNT_MET(count=count, all=len(self.of)), empty + top)

    def needs_for(self, facts: Facts, target: int) -> Iterator[tuple[Need, ...]]:
        """Ask for the base, and for as many of the others as the threshold wants."""
        wanted = self.thresholds[target - 1]
        yield limits.with_base(self.base, facts) + limits.more(self.of, facts, wanted)

    def possible_doubts(self) -> tuple[Doubt, ...]:
        """Return more where there is a base, which may be missing."""
        return (*self.doubts, *(_ON_BASE if self.base else ()))

    def faults(self, indicator: Indicator, place: Place) -> Iterator[Problem]:
        """Check that the thresholds rise and that there are facts enough."""
        del indicator
        yield from limits.rising("thresholds", self.thresholds, 1, place)
        yield from limits.in_reach(self.thresholds[-1], len(self.of), place("thresholds"))

    def words(self) -> Iterator[Line]:
        """Say what is counted, and the thresholds."""
        facts = limits.named(self.of)
        yield "", COUNT_OF_ON_BASE(base=self.base, facts=facts) if self.base else COUNT_OF(facts=facts)
        yield from limits.threshold_words(self.thresholds, 1, AT_LEAST_MET)
