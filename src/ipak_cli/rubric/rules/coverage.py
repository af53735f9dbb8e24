"""The rule ``coverage``: how often something is done, and for which of the services."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from ipak_cli.base.problem import problem
from ipak_cli.catalogue.pekppp import (
    FOR_ALL_SERVICES,
    FOR_SOME_SERVICES,
    FOR_SOME_SERVICES_DOUBTFUL,
    HIGHEST_SATISFIED,
)
from ipak_cli.catalogue.rubrics import INTERVAL_CONTRADICTS_DOUBTFUL_MARK
from ipak_cli.rubric.rules.interface import (
    AnyRule,
    Derived,
    Doubt,
    FactId,
    Facts,
    KeyPath,
    Level,
    Line,
    Markable,
    Need,
    RulePart,
    Wanted,
    change,
)
from ipak_cli.rubric.types import Flag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Indicator


class Interval(RulePart):
    """A review interval: the levels when all services keep it, and when only some do."""

    model_config = ConfigDict(title="Selang peninjauan")
    facts_used: ClassVar = {"fact": Wanted.COVERAGE}

    fact: FactId = Field(description="Fakta: layanan mana yang memenuhi selang ini.")
    all: Level = Field(description="Tingkat bila semua layanan memenuhi.")
    part: Level = Field(description="Tingkat bila sebagian layanan memenuhi.")
    doubtful: Flag = Field(
        default=False,
        description="true bila menurut bunyi instrumen sebagian layanan memberi tingkat lebih tinggi.",
    )

    def level(self, rank: int) -> int:
        """Return the level by the coverage: none, some, all."""
        return (0, self.part, self.all)[rank]


class Coverage(AnyRule):
    """Intervals, the shortest first, each with its coverage; the highest level that is satisfied."""

    model_config = ConfigDict(title="Selang dan cakupan")
    doubts: ClassVar = (Doubt.OVERLAP,)

    rule: Literal["coverage"] = Field(description="Aturan: selang waktu dan cakupan layanan.")
    intervals: Annotated[tuple[Interval, ...], Field(min_length=1)] = Field(
        description="Selang dari yang tersingkat; setiap selang mencakup yang lebih singkat."
    )

    def level_of(self, facts: Facts) -> Derived:
        """Return the highest level whose interval is kept by all services, or by some."""
        covered = [(interval, facts.rank(interval.fact)) for interval in self.intervals]
        best, rank = max(covered, key=lambda pair: pair[0].level(pair[1]))
        doubts = (Doubt.OVERLAP,) if _overlaps(covered, best, rank) else ()
        return Derived(best.level(rank), facts.said(best.fact), doubts)

    def needs_for(self, facts: Facts, target: int) -> Iterator[tuple[Need, ...]]:
        """Ask for an interval to be kept by all services or by some, never by fewer than today."""
        for interval in self.intervals:
            words = facts.indicator.fact(interval.fact).answers
            for rank in (1, 2):
                if interval.level(rank) == target and rank > facts.rank(interval.fact):
                    yield change(facts, interval.fact, words[rank])

    def markable(self) -> Iterator[tuple[KeyPath, Sequence[Markable], Doubt]]:
        """Yield the intervals: some services may give more than all."""
        yield ("intervals",), self.intervals, Doubt.OVERLAP

    def may_lower(self) -> frozenset[str]:
        """Return the facts of which the instrument's own words give more for some services than for all."""
        return frozenset(interval.fact for interval in self.intervals if interval.doubtful)

    def faults(self, indicator: Indicator, place: Place) -> Iterator[Problem]:
        """Check that some services give more than all of them only where the rubric says that it is so."""
        del indicator
        for number, interval in enumerate(self.intervals):
            if interval.doubtful != (interval.part > interval.all):
                levels = {"part": interval.part, "all": interval.all}
                where = place("intervals", number)
                yield problem(INTERVAL_CONTRADICTS_DOUBTFUL_MARK, where, fact=interval.fact, **levels)

    def words(self) -> Iterator[Line]:
        """Say each interval's levels."""
        yield "", HIGHEST_SATISFIED()
        for interval in self.intervals:
            yield str(interval.all), FOR_ALL_SERVICES(fact=interval.fact)
            phrase = FOR_SOME_SERVICES_DOUBTFUL if interval.doubtful else FOR_SOME_SERVICES
            yield str(interval.part), phrase(fact=interval.fact)


def _overlaps(covered: Sequence[tuple[Interval, int]], best: Interval, rank: int) -> bool:
    """Tell whether the printed levels fit in more than one way.

    They do when a slower interval covers more services, when only some keep a middle interval ("or more"
    beside "or faster"), and for the slowest one, which is printed as 3 years and begins above 2.
    """
    intervals = [interval for interval, _ in covered]
    if best is intervals[0]:
        return any(slower > rank for _, slower in covered)
    return bool(rank) and (best is intervals[-1] or rank == 1)
