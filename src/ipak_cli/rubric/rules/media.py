"""The rule ``media``: how many media carry everything, beside one required channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from ipak_cli.catalogue.pekppp import (
    AT_LEAST_MEDIA,
    AT_LEAST_MEDIA_AND_CHANNEL,
    MEDIA_AND_CHANNEL,
    MEDIA_OF,
    MEDIA_WITHOUT_CHANNEL,
    SOMETHING_PUBLISHED,
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
    change,
    improve,
)
from ipak_cli.rubric.types import Whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Indicator


class Media(AnyRule):
    """How many media carry everything, beside one required channel that is not counted among them."""

    model_config = ConfigDict(title="Media publikasi dengan saluran wajib")
    facts_used: ClassVar = {"media": Wanted.COVERAGE, "required": Wanted.WORDS}
    doubts: ClassVar = (Doubt.NOT_A_MEDIUM, Doubt.ONE_PLACE)

    rule: Literal["media"] = Field(description="Aturan: banyaknya media, dengan satu saluran wajib.")
    media: FactIds = Field(description="Media; jawaban terbaik berarti seluruh komponen dimuat.")
    required: FactId = Field(description="Saluran wajib, tidak dihitung sebagai media.")
    without: Whole = Field(description="Banyaknya media untuk tingkat 2, tanpa saluran wajib.")
    with_required: Annotated[tuple[Whole, ...], Field(min_length=3, max_length=3)] = Field(
        description="Banyaknya media untuk tingkat 3 sampai 5, dengan saluran wajib."
    )

    def level_of(self, facts: Facts) -> Derived:
        """Count the media that carry everything; the required channel is none of them."""
        complete = facts.count(self.media)
        required = facts.met(self.required)
        anywhere = any(facts.rank(fact) for fact in (*self.media, self.required))
        level = self._level(complete, required=required) or int(anywhere)
        reason = (MEDIA_AND_CHANNEL if required else MEDIA_WITHOUT_CHANNEL)(count=complete)
        doubts = []
        if complete < self.without and complete + required > 0:
            doubts.append(Doubt.ONE_PLACE)
        elif required and level < self._level(complete + 1, required=True):
            doubts.append(Doubt.NOT_A_MEDIUM)
        return Derived(level, reason, tuple(doubts))

    def _level(self, complete: int, *, required: bool) -> int:
        """Return the level from 2 up that so many media reach, or 0."""
        steps = limits.reached(self.with_required, complete) if required else 0
        return 2 + steps if complete >= self.without else 0

    def needs_for(self, facts: Facts, target: int) -> Iterator[tuple[Need, ...]]:
        """Ask for the required channel from level 3 on, and for media that carry everything."""
        if target == 1:
            first = facts.indicator.fact(self.media[0])
            yield change(facts, first.id, first.answers[1])
        elif target == 2:
            yield limits.more(self.media, facts, self.without)
        else:
            media = limits.more(self.media, facts, self.with_required[target - 3])
            yield improve(facts, (self.required,)) + media

    def faults(self, indicator: Indicator, place: Place) -> Iterator[Problem]:
        """Check that the thresholds rise and that there are media enough."""
        del indicator
        yield from limits.rising("with_required", self.with_required, max(self.without, 1), place)
        yield from limits.in_reach(self.with_required[-1], len(self.media), place("with_required"))

    def words(self) -> Iterator[Line]:
        """Say what is counted, and what each level takes."""
        yield "", MEDIA_OF(facts=limits.named(self.media))
        yield "1", SOMETHING_PUBLISHED()
        yield "2", AT_LEAST_MEDIA(count=self.without)
        yield from limits.threshold_words(
            self.with_required, 3, AT_LEAST_MEDIA_AND_CHANNEL, channel=self.required
        )
