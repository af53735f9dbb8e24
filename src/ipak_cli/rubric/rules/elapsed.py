"""The rule ``elapsed``: how many calendar months passed until everything was done."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from ipak_cli.base.period import indonesian_date
from ipak_cli.catalogue.pekppp import (
    DONE_BY,
    DONE_IN_PART,
    ELAPSED_FROM_TO,
    END_BEFORE_START,
    FOLLOW_UP_ALL_WITHIN,
    FOLLOW_UP_FIRST,
    FOLLOW_UP_MORE,
    LONGER_OR_IN_PART,
    MORE_DONE_THAN_DUE,
    NEXT_TIME_WITHIN,
    NONE_FOLLOWED_UP,
    NOTHING_TO_FOLLOW_UP,
    TOOK_AT_MOST,
    TOOK_MORE_THAN,
    WITHIN_MONTHS,
)
from ipak_cli.rubric.rules import limits
from ipak_cli.rubric.rules.interface import (
    AnyRule,
    Derived,
    Doubt,
    FactId,
    Facts,
    Line,
    Need,
    NotDerived,
    Outcome,
    Wanted,
    change,
)
from ipak_cli.rubric.types import HIGHEST_LEVEL, Whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Indicator


def add_months(day: date, months: int) -> date:
    """Return the same day so many calendar months later, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class Elapsed(AnyRule):
    """Whole calendar months from one date to another, at the latest; only when everything is done."""

    model_config = ConfigDict(title="Lama waktu antara dua tanggal")
    facts_used: ClassVar = {
        "start": Wanted.DATE,
        "end": Wanted.DATE,
        "planned": Wanted.NUMBER,
        "done": Wanted.NUMBER,
    }
    doubts: ClassVar = (Doubt.EDGE, Doubt.PARTIAL)

    rule: Literal["elapsed"] = Field(description="Aturan: lama waktu antara dua tanggal.")
    start: FactId = Field(description="Tanggal awal.")
    end: FactId = Field(description="Tanggal akhir.")
    planned: FactId = Field(description="Banyaknya yang harus dikerjakan.")
    done: FactId = Field(description="Banyaknya yang dikerjakan.")
    months: Annotated[tuple[Whole, ...], Field(min_length=5, max_length=5)] = Field(
        description="Paling lama sekian bulan untuk tingkat 5 sampai 1."
    )

    def level_of(self, facts: Facts) -> Outcome:
        """Return the level of the time that everything took, at the latest; in part is level 1, nothing 0."""
        done, planned = facts.number(self.done), facts.number(self.planned)
        if done > planned:
            return NotDerived(MORE_DONE_THAN_DUE(done=done, planned=planned))
        if not planned:
            return NotDerived(NOTHING_TO_FOLLOW_UP())
        if not done:
            return Derived(0, NONE_FOLLOWED_UP(planned=planned))
        if done < planned:
            return Derived(1, DONE_IN_PART(done=done, planned=planned), (Doubt.PARTIAL,))
        start, end = facts.day(self.start), facts.day(self.end)
        if end < start:
            return NotDerived(END_BEFORE_START(end=indonesian_date(end), start=indonesian_date(start)))
        return self._level_of_days(start, end)

    def _level_of_days(self, start: date, end: date) -> Derived:
        last_days = [add_months(start, months) for months in self.months]
        late = sum(end > day for day in last_days)
        days = {"start": indonesian_date(start), "end": indonesian_date(end)}
        if late == len(last_days):
            reason = TOOK_MORE_THAN(**days, months=self.months[-1])
        else:
            reason = TOOK_AT_MOST(**days, months=self.months[late])
        between = late and end not in last_days
        return Derived(max(HIGHEST_LEVEL - late, 1), reason, (Doubt.EDGE,) if between else ())

    def needs_for(self, facts: Facts, target: int) -> Iterator[tuple[Need, ...]]:
        """Ask for everything to be done, by the date that the level allows; level 1 needs a beginning."""
        planned, done = facts.number(self.planned), facts.number(self.done)
        if target == 1:
            yield change(facts, self.done, 1, FOLLOW_UP_FIRST(planned=planned))
            return
        months = self.months[HIGHEST_LEVEL - target]
        if self.start not in facts.answers:
            yield self._start_first(facts, months)
            return
        limit = add_months(facts.day(self.start), months)
        rest = change(facts, self.done, planned, FOLLOW_UP_MORE(count=planned - done))
        if self.end not in facts.answers or facts.day(self.end) < facts.day(self.start):
            yield (*rest, *change(facts, self.end, limit, DONE_BY(day=indonesian_date(limit))))
        elif facts.day(self.end) > limit:
            yield (*rest, *change(facts, self.end, limit, NEXT_TIME_WITHIN(months=months)))
        else:
            yield rest

    def _start_first(self, facts: Facts, months: int) -> tuple[Need, ...]:
        """Ask for everything at once where the first date is blank; the days stand for any that fit."""
        text = FOLLOW_UP_ALL_WITHIN(months=months, start=facts.text(self.start), end=facts.text(self.end))
        planned = facts.number(self.planned)
        last = add_months(date.min, months)
        return (Need(text, ((self.start, date.min), (self.end, last), (self.done, planned)), 3),)

    def faults(self, indicator: Indicator, place: Place) -> Iterator[Problem]:
        """Check that the months rise."""
        del indicator
        yield from limits.rising("months", self.months, 1, place)

    def words(self) -> Iterator[Line]:
        """Say between which dates, and the months of each level."""
        yield (
            "",
            ELAPSED_FROM_TO(start=self.start, end=self.end, done=self.done, planned=self.planned),
        )
        for level, months in zip(range(HIGHEST_LEVEL, 0, -1), self.months, strict=True):
            yield str(level), WITHIN_MONTHS(months=months)
        yield "1", LONGER_OR_IN_PART()
