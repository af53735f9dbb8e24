"""The rules of shares: ``ratio`` of what was planned, ``two_channel_ratio`` of what came in."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from ipak_cli.base.figures import exact_text, short
from ipak_cli.catalogue.pekppp import (
    ACT_ON_AT_LEAST,
    FALLING_ABOVE,
    FALLING_TO_NOTHING,
    MAIN_CHANNEL,
    MORE_DONE_THAN_PLANNED,
    MORE_SETTLED_THAN_RECEIVED,
    NO_PLAN,
    NONE_DONE,
    NONE_SETTLED,
    NOTHING_RECEIVED,
    NOTHING_SETTLED_ANYWHERE,
    OTHER_CHANNEL,
    PLAN_ALONE,
    PLAN_AT_LEAST,
    PLAN_IS_EMPTY,
    SETTLE_AT_LEAST,
    SHARE_ABOVE,
    SHARE_ABOVE_DOUBTFUL,
    SHARE_DONE,
    SHARE_DONE_UNPROVEN,
    SHARE_FROM,
    SHARE_FROM_DOUBTFUL,
    SHARE_OF_PLAN,
    SHARE_SETTLED,
    USE_MAIN_CHANNEL,
)
from ipak_cli.rubric.rules import limits
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
    NotDerived,
    Outcome,
    RulePart,
    Wanted,
    change,
    improve,
)
from ipak_cli.rubric.types import Exact, Flag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Indicator


class Share(RulePart):
    """A level and the share from which it holds."""

    model_config = ConfigDict(title="Batas persentase")

    level: Level = Field(description="Tingkat.")
    minimum: Exact = Field(description="Persentase terendah.")
    inclusive: Flag = Field(
        default=True, description="true bila batas itu sendiri sudah termasuk tingkat ini."
    )
    doubtful: Flag = Field(default=False, description="true bila tepat pada batas ini tingkatnya meragukan.")

    def holds(self, percent: Fraction) -> bool:
        """Tell whether a share reaches this level."""
        return percent > self.minimum or (self.inclusive and percent == self.minimum)


def level_of_share(shares: Sequence[Share], percent: Fraction) -> tuple[int, bool]:
    """Return a share's level, and whether it lies exactly on a limit that the instrument leaves open."""
    doubtful = any(share.doubtful and percent == share.minimum for share in shares)
    level = next((share.level for share in shares if share.holds(percent)), 0)
    return level, doubtful


def least_done(shares: Sequence[Share], whole: int, target: int) -> int:
    """Return the least number done out of ``whole`` that reaches a level."""
    minimum = min(share.minimum for share in shares if share.level >= target)
    near = int(minimum * whole / 100)
    return next(n for n in (near, near + 1) if level_of_share(shares, Fraction(100 * n, whole))[0] >= target)


def share_words(shares: Iterable[Share]) -> Iterator[Line]:
    """Yield each level with its share."""
    for share in shares:
        from_it, above_it = (
            (SHARE_FROM_DOUBTFUL, SHARE_ABOVE_DOUBTFUL) if share.doubtful else (SHARE_FROM, SHARE_ABOVE)
        )
        phrase = from_it if share.inclusive else above_it
        yield str(share.level), phrase(percent=short(share.minimum))


def share_faults(shares: Sequence[Share], floor: int, place: Place) -> Iterator[Problem]:
    """Check that limits and levels go down, from at most 100 percent to anything above nothing."""
    minimums = [share.minimum for share in shares]
    falling = all(before > after for before, after in pairwise(minimums))
    if not falling or minimums[0] > 100 or minimums[-1] != 0:
        yield limits.disorder(
            "minimum", [exact_text(each) for each in minimums], FALLING_TO_NOTHING(), place()
        )
    levels = [share.level for share in shares]
    if any(level <= lower for level, lower in pairwise((*levels, floor))):
        yield limits.disorder("level", levels, FALLING_ABOVE(floor=floor), place())


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
        least = least_done(self.shares, wanted, target)
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
        yield from share_faults(self.shares, self.plan_level, partial(place, "shares"))

    def words(self) -> Iterator[Line]:
        """Say what is divided by what, and the shares."""
        facts = {"base": self.base, "planned": self.planned, "done": self.done, "report": self.report}
        yield "", SHARE_OF_PLAN(**facts)
        yield from share_words(self.shares)
        yield str(self.plan_level), PLAN_ALONE(base=self.base)


class Channel(RulePart):
    """One channel: what came in, what was settled, and the levels by the share settled in percent."""

    model_config = ConfigDict(title="Saluran")
    facts_used: ClassVar = {"received": Wanted.NUMBER, "settled": Wanted.NUMBER}

    received: FactId = Field(description="Banyaknya yang diterima.")
    settled: FactId = Field(description="Banyaknya yang selesai.")
    shares: Annotated[tuple[Share, ...], Field(min_length=1)] = Field(
        description="Batas persentase, dari yang tertinggi."
    )

    def level_of(self, received: int, settled: int, doubts: Sequence[Doubt]) -> Derived:
        """Return the level of the share settled, with the doubts that are known already."""
        share = Fraction(100 * settled, received)
        level, doubtful = level_of_share(self.shares, share)
        reason = SHARE_SETTLED(settled=settled, received=received, percent=short(share))
        return Derived(level, reason, (*doubts, *([Doubt.EDGE] if doubtful else [])))

    def settle(self, facts: Facts, target: int) -> tuple[Need, ...]:
        """Ask for as many to be settled as the level needs."""
        received = facts.number(self.received)
        least = max(least_done(self.shares, received, target), 1)
        return change(facts, self.settled, least, SETTLE_AT_LEAST(count=least, received=received))


class TwoChannelRatio(AnyRule):
    """The share settled in the first channel that was used; nothing settled anywhere is level 0."""

    model_config = ConfigDict(title="Persentase pada dua saluran")
    doubts: ClassVar = (Doubt.CHANNELS, Doubt.NO_CASE)

    rule: Literal["two_channel_ratio"] = Field(description="Aturan: persentase selesai, saluran utama dulu.")
    main: Channel = Field(description="Saluran utama.")
    other: Channel = Field(description="Saluran lain.")

    def level_of(self, facts: Facts) -> Outcome:
        """Return the level of the share settled, in the main channel where it was used at all."""
        main = facts.number(self.main.received), facts.number(self.main.settled)
        other = facts.number(self.other.received), facts.number(self.other.settled)
        for received, settled in (main, other):
            if settled > received:
                return NotDerived(MORE_SETTLED_THAN_RECEIVED(settled=settled, received=received))
        if not main[0] and not other[0]:
            return NotDerived(NOTHING_RECEIVED(), (Doubt.NO_CASE,))
        both = [Doubt.CHANNELS] if main[0] and other[0] else []
        if not main[1] and not other[1]:
            return Derived(0, NONE_SETTLED(), tuple(both))
        return self.main.level_of(*main, both) if main[0] else self.other.level_of(*other, both)

    def needs_for(self, facts: Facts, target: int) -> Iterator[tuple[Need, ...]]:
        """Ask for more to be settled in the channel that counts, or for the main channel to be used."""
        used = facts.number(self.main.received) > 0
        channel = self.main if used else self.other
        if target <= channel.shares[0].level:
            yield channel.settle(facts, target)
        if not used:
            text = USE_MAIN_CHANNEL(fact=facts.text(self.main.settled))
            yield (Need(text, ((self.main.received, 1), (self.main.settled, 1)), 2),)

    def markable(self) -> Iterator[tuple[KeyPath, Sequence[Markable], Doubt]]:
        """Yield the shares of both channels: a limit may be in two levels."""
        yield ("main", "shares"), self.main.shares, Doubt.EDGE
        yield ("other", "shares"), self.other.shares, Doubt.EDGE

    def faults(self, indicator: Indicator, place: Place) -> Iterator[Problem]:
        """Check that the shares of both channels go down."""
        del indicator
        yield from share_faults(self.main.shares, 0, partial(place, "main", "shares"))
        yield from share_faults(self.other.shares, 0, partial(place, "other", "shares"))

    def words(self) -> Iterator[Line]:
        """Say the shares of both channels."""
        yield "", MAIN_CHANNEL(settled=self.main.settled, received=self.main.received)
        yield from share_words(self.main.shares)
        yield "", OTHER_CHANNEL(settled=self.other.settled, received=self.other.received)
        yield from share_words(self.other.shares)
        yield "0", NOTHING_SETTLED_ANYWHERE()
