"""The rule ``mandatory_plus_count``: everything mandatory, then how many complements."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from pydantic import ConfigDict, Field

from ipak_cli.catalogue.phrases_pekppp import (
    ALL_MANDATORY,
    ALL_MANDATORY_ON_BASE,
    EACH_COMPLEMENT,
    MANDATORY_AND_MORE,
    MANDATORY_SO_FAR,
)
from ipak_cli.rubric.rules import limits
from ipak_cli.rubric.rules.interface import AnyRule, Doubt, FactId, FactIds, Line, Wanted
from ipak_cli.rubric.rules.outcome import Derived, Facts, Need, improve
from ipak_cli.rubric.types import HIGHEST_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Indicator

_ON_BASE: Final = (Doubt.EMPTY, Doubt.NO_BASE, Doubt.STRAY)


class MandatoryPlusCount(AnyRule):
    """Level 1 when everything mandatory is there, and one more for each complement, up to 5."""

    model_config = ConfigDict(title="Hal wajib, lalu banyaknya pelengkap")
    facts_used: ClassVar = {"base": Wanted.WORDS, "mandatory": Wanted.WORDS, "of": Wanted.WORDS}
    doubts: ClassVar = (Doubt.EMPTY,)

    rule: Literal["mandatory_plus_count"] = Field(description="Aturan: hal wajib, lalu pelengkap.")
    base: FactId | None = Field(None, description="Fakta yang harus ada supaya yang lain dihitung.")
    mandatory: FactIds = Field(description="Fakta yang semuanya wajib.")
    of: FactIds = Field(description="Pelengkap yang dihitung.")

    def level_of(self, facts: Facts) -> Derived:
        """Return level 1 for everything mandatory, one more for each complement."""
        if self.base and not facts.met(self.base):
            return limits.without_base(self.base, (*self.mandatory, *self.of), facts)
        mandatory = facts.count(self.mandatory)
        if mandatory < len(self.mandatory):
            reason = MANDATORY_SO_FAR(count=mandatory, all=len(self.mandatory))
            return Derived(0, reason, (Doubt.EMPTY,))
        count = limits.count_met(self.of, range(1, HIGHEST_LEVEL), facts)
        return Derived(min(1 + count, HIGHEST_LEVEL), MANDATORY_AND_MORE(count=count))

    def needs_for(self, facts: Facts, target: int) -> Iterator[tuple[Need, ...]]:
        """Ask for the base, all that is mandatory, and one complement for each level above 1."""
        first = limits.with_base(self.base, facts) + improve(facts, self.mandatory)
        yield first + limits.more(self.of, facts, target - 1)

    def possible_doubts(self) -> tuple[Doubt, ...]:
        """Return more where there is a base, which may be missing."""
        return (*self.doubts, *(_ON_BASE if self.base else ()))

    def faults(self, indicator: Indicator, place: Place) -> Iterator[Problem]:
        """Check that there are complements enough for the highest level."""
        del indicator
        yield from limits.in_reach(HIGHEST_LEVEL - 1, len(self.of), place("of"))

    def words(self) -> Iterator[Line]:
        """Say what is mandatory, and what is counted besides."""
        facts = limits.named(self.mandatory)
        yield (
            "1",
            ALL_MANDATORY_ON_BASE(base=self.base, facts=facts) if self.base else ALL_MANDATORY(facts=facts),
        )
        yield "+1", EACH_COMPLEMENT(facts=limits.named(self.of))
