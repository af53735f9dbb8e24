"""Where a result comes from: the program and its version, the rubric, the period, what was decided."""

from __future__ import annotations

import re
from collections.abc import Mapping  # noqa: TC003 (documents read the types at run time)
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import Period, PeriodKind, parse_period, period_words

if TYPE_CHECKING:
    from ipak_cli.base.message import Message


ADDED_LATER: Final = {"added_later": True}
"""Marks a result's field that documents may lack: it came after the first of its schema were written."""
WHERE_TOLD: Final = {**ADDED_LATER, "where_told": True}
"""Marks one that documents of most results lack still: they name it only where it is not ``None``."""


@dataclass(frozen=True, slots=True)
class Tool:
    """The program that made a document."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class RubricRef:
    """The rubric that a result was scored by."""

    id: str
    version: str
    digest: str

    @property
    def fingerprint(self) -> str:
        """The first 8 hexadecimal digits of the digest, enough to tell rubrics apart on a screen."""
        return self.digest.partition(":")[2][:8]


@dataclass(frozen=True, slots=True)
class PeriodRef:
    """A period as documents hold it: its name, its kind, its first and last day (ISO).

    ``quarter`` is the name of one that is a quarter. All are ``None`` where the data name no time.
    """

    name: str | None = None
    kind: PeriodKind | None = None
    quarter: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class DecidedFile:
    """A file that was scored: its content, and its name relative to the workspace if it stands in ``masuk/``.

    Of any other file the name alone is kept, without its folder.
    """

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """How a result was made: what was asked by hand or by ``sources:`` of the settings, to be repeated.

    ``columns`` and ``answers`` are the settings' own words that took part; ``respondents`` is how many people
    answered, where the office said so of a recap that does not.
    """

    files: tuple[DecidedFile, ...] = ()
    period: str | None = None
    lenient: bool = False
    sheet: str | None = None
    date_order: str | None = None
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    respondents: int | None = field(default=None, metadata=WHERE_TOLD)


@dataclass(frozen=True, slots=True)
class AnswerDays:
    """The days (ISO) of the first and the last response by the office's clock, or why they are not told.

    Of a few respondents they could tell who answered when.
    """

    first: str | None
    last: str | None
    reason: Message | None = None


def period_of(period: Period | None) -> PeriodRef:
    """Return a period as documents hold it."""
    if period is None:
        return PeriodRef()
    quarter = period.name if period.kind is PeriodKind.QUARTER else None
    return PeriodRef(period.name, period.kind, quarter, period.start.isoformat(), period.end.isoformat())


def spoken(period: PeriodRef) -> str:
    """Return the period of a document in words; it must have a name."""
    return period_words(parse_period(period.name or ""))


def is_newer(version: str, own: str) -> bool:
    """Tell by its numbers whether a program's version is newer than ours: ``1.10`` is newer than ``1.9``."""
    return _numbers(version) > _numbers(own)


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a release: those at the version's beginning, zeros at its end aside."""
    found = re.match(r"[0-9]{1,9}(\.[0-9]{1,9})*", version)
    numbers = [int(number) for number in found[0].split(".")] if found else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
