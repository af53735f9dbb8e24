"""The rule ``ratio``: the share of a plan that was done, and that a report proves."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from ipak_cli.base.figures import short
from ipak_cli.catalogue.phrases_pekppp import (
    ACT_ON_AT_LEAST,
    MORE_DONE_THAN_PLANNED,
    NO_PLAN,
    NONE_DONE,
    PLAN_ALONE,
    PLAN_AT_LEAST,
    PLAN_IS_EMPTY,
    SHARE_DONE,
    SHARE_DONE_UNPROVEN,
    SHARE_OF_PLAN,
)
from ipak_cli.rubric.rules import limits
from ipak_cli.rubric.rules.interface import AnyRule, Doubt, FactId, KeyPath, Level, Line, Markable, Wanted
from ipak_cli.rubric.rules.limits import Share, level_of_share
from ipak_cli.rubric.rules.outcome import Derived, Facts, Need, NotDerived, Outcome, change, improve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Indicator


class Ratio(AnyRule):
    """Done out of planned in percent, proven by a report; the plan alone gives ``plan_level``."""

    model_config = ConfigDict(title="Persentase")
    facts_used: ClassVar = {
        "base": Wanted.WORDS,
        "planned": Wanted.NUMBER,
        "done": Wanted.NUMBER,
        "report": Wanted.WORDS,
    }
    doubts: ClassVar = (Doubt.EMPTY, Doubt.UNPROVEN)

    rule: Literal["ratio"] = Field(description="Aturan: persentase yang dilaksanakan.")
    base: FactId = Field(description="Fakta: rencana ada.")
    planned: FactId = Field(description="Banyaknya yang direncanakan.")
    done: FactId = Field(description="Banyaknya yang dilaksanakan.")
    report: FactId = Field(description="Fakta: ada laporan pelaksanaan.")
    plan_level: Level = Field(description="Tingkat bila ada rencana saja.")
    shares: Annotated[tuple[Share, ...], Field(min_length=1)] = Field(
        description="Batas persentase, dari yang tertinggi."
    )

    def level_of(self, facts: Facts) -> Outcome:
        """Return the level of the share that was done; a plan alone has its own; a report proves more."""
        if not facts.met(self.base):
            return Derived(0, NO_PLAN())
        planned, done = facts.number(self.planned), facts.number(self.done)
        if done > planned:
            return NotDerived(MORE_DONE_THAN_PLANNED(done=done, planned=planned))
        if not planned:
            return Derived(0, PLAN_IS_EMPTY())
        if not done:
            return Derived(self.plan_level, NONE_DONE(planned=planned), (Doubt.EMPTY,))
        share = Fraction(100 * done, planned)
        counts = {"done": done, "planned": planned, "percent": short(share)}
        if not facts.met(self.report):
            return Derived(self.plan_level, SHARE_DONE_UNPROVEN(**counts), (Doubt.UNPROVEN,))
        level, doubtful = level_of_share(self.shares, share)
        return Derived(level, SHARE_DONE(**counts), (Doubt.EDGE,) if doubtful else ())

    def needs_for(self, facts: Facts, target: int) -> Iterator[tuple[Need, ...]]:
        """Ask for the plan, for as many actions done as the share needs, and for the report."""
        base = improve(facts, (self.base,))
        planned, all_done = facts.number(self.planned), facts.number(self.done)
        wanted = max(planned, all_done, 1)
        plan = change(facts, self.planned, wanted, PLAN_AT_LEAST(count=wanted)) if wanted > planned else ()
        if target <= self.plan_level:
            yield (*base, *plan)
            return
        least = limits.least_done(self.shares, wanted, target)
        done: tuple[Need, ...] = ()
        if all_done < least:
            done = change(facts, self.done, least, ACT_ON_AT_LEAST(count=least, planned=wanted))
        yield (*base, *plan, *done, *improve(facts, (self.report,)))

    def markable(self) -> Iterator[tuple[KeyPath, Sequence[Markable], Doubt]]:
        """Yield the shares: a limit may be in two levels."""
        yield ("shares",), self.shares, Doubt.EDGE

    def faults(self, indicator: Indicator, place: Place) -> Iterator[Problem]:
        """Check that the shares go down to the plan's own level."""
        del indicator
        yield from limits.share_faults(self.shares, self.plan_level, partial(place, "shares"))

    def words(self) -> Iterator[Line]:
        """Say what is divided by what, and the shares."""
        facts = {"base": self.base, "planned": self.planned, "done": self.done, "report": self.report}
        yield "", SHARE_OF_PLAN(**facts)
        yield from limits.share_words(self.shares)
        yield str(self.plan_level), PLAN_ALONE(base=self.base)
