"""The rule ``two_channel_ratio``: the share settled, in the main channel where it was used at all."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from ipak_cli.base.figures import short
from ipak_cli.catalogue.phrases_pekppp import (
    MAIN_CHANNEL,
    MORE_SETTLED_THAN_RECEIVED,
    NONE_SETTLED,
    NOTHING_RECEIVED,
    NOTHING_SETTLED_ANYWHERE,
    OTHER_CHANNEL,
    SETTLE_AT_LEAST,
    SHARE_SETTLED,
    USE_MAIN_CHANNEL,
)
from ipak_cli.rubric.rules import limits
from ipak_cli.rubric.rules.interface import AnyRule, Doubt, FactId, KeyPath, Line, Markable, RulePart, Wanted
from ipak_cli.rubric.rules.limits import Share, level_of_share
from ipak_cli.rubric.rules.outcome import Derived, Facts, Need, NotDerived, Outcome, change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Indicator


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
        least = max(limits.least_done(self.shares, received, target), 1)
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
        yield from limits.share_faults(self.main.shares, 0, partial(place, "main", "shares"))
        yield from limits.share_faults(self.other.shares, 0, partial(place, "other", "shares"))

    def words(self) -> Iterator[Line]:
        """Say the shares of both channels."""
        yield "", MAIN_CHANNEL(settled=self.main.settled, received=self.main.received)
        yield from limits.share_words(self.main.shares)
        yield "", OTHER_CHANNEL(settled=self.other.settled, received=self.other.received)
        yield from limits.share_words(self.other.shares)
        yield "0", NOTHING_SETTLED_ANYWHERE()
