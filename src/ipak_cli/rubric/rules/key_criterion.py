"""The rule ``key_criterion``: a count of criteria in which one criterion opens the higher levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from ipak_cli.catalogue.pekppp import (
    AT_LEAST_WITH_KEY,
    AT_LEAST_WITHOUT_KEY,
    CRITERIA_OF_ON_BASE,
    CRITERIA_WITH_KEY,
    CRITERIA_WITHOUT_KEY,
    LISTED_TOO_LOW,
)
from ipak_cli.rubric.rules import limits
from ipak_cli.rubric.rules.interface import (
    AnyRule,
    Derived,
    Doubt,
    FactId,
    FactIds,
    Facts,
    Line,
    Need,
    Wanted,
    improve,
)
from ipak_cli.rubric.types import Whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Indicator


class KeyCriterion(AnyRule):
    """A count with thresholds that depend on whether the key criterion is among those met."""

    model_config = ConfigDict(title="Kriteria dengan satu kriteria kunci")
    facts_used: ClassVar = {"base": Wanted.WORDS, "key": Wanted.WORDS, "of": Wanted.WORDS}
    doubts: ClassVar = (Doubt.TOP, Doubt.NO_BASE, Doubt.EMPTY)

    rule: Literal["key_criterion"] = Field(description="Aturan: kriteria dengan satu kriteria kunci.")
    base: FactId = Field(description="Fakta yang harus ada supaya kriteria dihitung.")
    key: FactId = Field(description="Kriteria kunci.")
    of: FactIds = Field(description="Kriteria lain.")
    without: Annotated[tuple[Whole, ...], Field(min_length=2, max_length=2)] = Field(
        description="Banyaknya kriteria untuk tingkat 1 dan 2 tanpa kriteria kunci."
    )
    with_key: Annotated[tuple[Whole, ...], Field(min_length=3, max_length=3)] = Field(
        description="Banyaknya kriteria, termasuk kunci, untuk tingkat 3 sampai 5."
    )
    listed: Annotated[tuple[Whole, ...], Field(min_length=2, max_length=2)] = Field(
        description="Banyaknya kriteria tertinggi yang disebut instrumen, tanpa dan dengan kunci."
    )

    def level_of(self, facts: Facts) -> Derived:
        """Count criteria against thresholds that depend on whether the key criterion is among them."""
        if not facts.met(self.base):
            return limits.without_base(self.base, (self.key, *self.of), facts)
        others = facts.count(self.of)
        if facts.met(self.key):
            count = others + 1
            level = 2 + limits.reached(self.with_key, count)
            top = (Doubt.TOP,) if count > self.listed[1] else ()
            return Derived(level, CRITERIA_WITH_KEY(count=count), top)
        level = limits.reached(self.without, others)
        top = (Doubt.TOP,) if others > self.listed[0] else ()
        reason = CRITERIA_WITHOUT_KEY(count=others, key=facts.text(self.key))
        return Derived(level, reason, top if others else (Doubt.EMPTY,))

    def needs_for(self, facts: Facts, target: int) -> Iterator[tuple[Need, ...]]:
        """Ask for more criteria, with the key criterion or, for the lower levels, without it."""
        base = limits.with_base(self.base, facts)
        if target <= len(self.without):
            yield base + limits.more(self.of, facts, self.without[target - 1])
        wanted = self.with_key[max(target - 1 - len(self.without), 0)]
        yield base + improve(facts, (self.key,)) + limits.more(self.of, facts, wanted - 1)

    def faults(self, indicator: Indicator, place: Place) -> Iterator[Problem]:
        """Check that the thresholds rise, that there are criteria enough, and what the instrument lists."""
        del indicator
        yield from limits.rising("without", self.without, 1, place)
        yield from limits.rising("with_key", self.with_key, 1, place)
        yield from limits.in_reach(self.without[-1], len(self.of), place("without"))
        yield from limits.in_reach(self.with_key[-1], len(self.of) + 1, place("with_key"))
        highest = self.without[-1], self.with_key[-1]
        if any(listed < most for listed, most in zip(self.listed, highest, strict=True)):
            wanted = LISTED_TOO_LOW(without=highest[0], with_key=highest[1])
            yield limits.disorder("listed", self.listed, wanted, place("listed"))

    def words(self) -> Iterator[Line]:
        """Say what is counted, and both rows of thresholds."""
        yield "", CRITERIA_OF_ON_BASE(base=self.base, facts=limits.named((self.key, *self.of)))
        yield from limits.threshold_words(self.without, 1, AT_LEAST_WITHOUT_KEY, key=self.key)
        yield from limits.threshold_words(self.with_key, 3, AT_LEAST_WITH_KEY, key=self.key)
