"""The rules that count: ``count``, ``mandatory_plus_count`` and ``base_plus_count``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal

from pydantic import ConfigDict, Field

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.pekppp import (
    ALL_MANDATORY,
    ALL_MANDATORY_ON_BASE,
    AT_LEAST_MET,
    BASE_AND_MORE,
    BASE_GIVES_LEVELS,
    BASE_NOT_MET,
    COUNT_MET,
    COUNT_OF,
    COUNT_OF_ON_BASE,
    EACH_COMPLEMENT,
    EACH_OTHER_ON_BASE,
    FROM_NOTHING,
    MANDATORY_AND_MORE,
    MANDATORY_SO_FAR,
)
from ipak_cli.catalogue.rubrics import (
    BASE_LEVELS_INCOMPLETE,
)
from ipak_cli.rubric.rules import limits
from ipak_cli.rubric.rules.interface import (
    AnyRule,
    Derived,
    Doubt,
    FactId,
    FactIds,
    Facts,
    Level,
    Line,
    Need,
    Wanted,
    change,
    improve,
)
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
