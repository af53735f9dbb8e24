"""The period of a survey: how responses are told apart by their time, and which of them are scored."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.period import (
    MOST_YEARS,
    AllDays,
    Period,
    PeriodKind,
    PeriodTooLongError,
    indonesian_date,
)
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.base.provenance import AnswerDays
from ipak_cli.catalogue.recap_sources import RECAP_BESIDE_ANSWERS
from ipak_cli.catalogue.survey import (
    ALL_DAYS_TOO_LONG,
    DAYS_NOT_IN_FILE,
    DAYS_OF_TOO_FEW,
    FILE_WITHOUT_TIME_COLUMN,
    PERIOD_AND_RESPONDENTS,
    PERIOD_NOT_CHECKABLE,
    PERIOD_NOT_IN_FILE,
    PERIOD_UNKNOWN,
    SEVERAL_PERIODS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy.typing as npt

    from ipak_cli.base.message import Message
    from ipak_cli.survey.tally import Tally

    Numbers = npt.NDArray[np.int64]
    Moments = npt.NDArray[np.datetime64]

NO_PERIOD: Final = -1
"""The period of a response whose time is not known."""
_INSIDE: Final = 0
"""The number of the range; what lies outside has the number of its month since year 0, which is higher."""
_MONTHS_TO_1970: Final = 1970 * 12


@dataclass(frozen=True, slots=True)
class PeriodSplit:
    """Periods of a kind, numbered in their order; or the days of ``days``, and the months of all others.

    ``everything`` takes all responses that have a time as one period, whose days are known afterwards.
    """

    kind: PeriodKind = PeriodKind.QUARTER
    days: Period | None = None
    everything: bool = False

    @classmethod
    def for_asked(cls, asked: Period | AllDays | None, kind: PeriodKind) -> PeriodSplit:
        """Return the split in which what is asked for is one part; ``kind`` counts where nothing is."""
        match asked:
            case AllDays.ALL:
                return cls(everything=True)
            case Period() if asked.kind is PeriodKind.RANGE:
                return cls(days=asked)
            case Period():
                return cls(asked.kind)
            case None:
                return cls(kind)

    def ordinals(self, moments: Moments) -> Numbers:
        """Return the number of each moment's period, ``NO_PERIOD`` where it is not known."""
        known = ~np.isnat(moments)
        if self.everything:
            return np.where(known, _INSIDE, NO_PERIOD)
        months = moments.astype("datetime64[M]").astype(np.int64) + _MONTHS_TO_1970
        if self.days is None:
            return np.where(known, months // self.kind.months, NO_PERIOD)
        first, last = np.datetime64(self.days.start), np.datetime64(self.days.end)
        day = moments.astype("datetime64[D]")
        return np.where(known, np.where((first <= day) & (day <= last), _INSIDE, months), NO_PERIOD)

    def ordinal(self, period: Period) -> int:
        """Return the number of a period of this split."""
        if self.everything or self.days is not None:
            return _INSIDE
        months = 12 * period.start.year + period.start.month - 1
        return months // self.kind.months

    def period(self, ordinal: int) -> Period:
        """Return the period of a number; what lies outside a range is told by its month."""
        if self.days is not None and ordinal == _INSIDE:
            return self.days
        kind = PeriodKind.MONTH if self.days is not None else self.kind
        year, month = divmod(ordinal * kind.months, 12)
        return Period.of(date(year, month + 1, 1), kind)


BY_QUARTER: Final = PeriodSplit()
"""What counts where nothing else is said."""

_EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001 (by the office's clock, as all times are)

Counted = tuple[Where, "Mapping[int, int]"]
"""A file, and its responses by period ordinal."""


def choose_period(
    files: Sequence[Counted], asked: Period | None, split: PeriodSplit = BY_QUARTER
) -> tuple[Period | None, tuple[Problem, ...]]:
    """Return the period to score and what there is to say about it; ``split`` told the responses apart.

    The responses of a file without times are taken as those of the asked period; without one to ask for the
    period stays unknown. Raises ``ProblemsFoundError``, with each file's own periods, where the data hold
    several periods and none was asked for, or none of the asked one, or where only some files have times.
    """
    dated = [(where, periods) for where, responses in files if (periods := _periods(responses, split))]
    if not dated:
        return asked, not_checkable(files, asked)
    total: Counter[Period] = Counter()
    for _, periods in dated:
        total.update(periods)
    if asked is None:
        return _only(total, dated, _undated(files)), ()
    if asked not in total:
        raise ProblemsFoundError(
            problem(PERIOD_NOT_IN_FILE, where, period=asked, periods=_listed(periods))
            for where, periods in dated
        )
    return asked, not_checkable(files, asked)


def not_checkable(files: Sequence[Counted], period: Period | None) -> tuple[Problem, ...]:
    """Say of each file without times that nothing in it tells whether its responses are of a period."""
    return tuple(
        problem(PERIOD_NOT_CHECKABLE, where, period=period) if period else problem(PERIOD_UNKNOWN, where)
        for where in _undated(files)
    )


def all_days(tallies: Iterable[Tally]) -> Period | None:
    """Return the days from the first to the last response; ``None`` where none has a time.

    Raises ``ProblemsFoundError`` where they are more than a period may have.
    """
    ends = [day for tally in tallies if tally.minutes for day in _first_and_last(tally)]
    if not ends:
        return None
    first, last = min(ends), max(ends)
    try:
        return Period(first, last)
    except PeriodTooLongError:
        days = {"first": indonesian_date(first), "last": indonesian_date(last)}
        raise ProblemsFoundError(
            [problem(ALL_DAYS_TOO_LONG, most=MOST_YEARS, year=last.year, **days)]
        ) from None


def answer_days(tally: Tally, fewest: int) -> AnswerDays:
    """Return the days of the first and the last response; of fewer than ``fewest`` respondents, why not."""
    if not tally.minutes:
        return AnswerDays(None, None, DAYS_NOT_IN_FILE())
    if tally.total.respondents < fewest:
        return AnswerDays(None, None, DAYS_OF_TOO_FEW(fewest=fewest))
    first, last = _first_and_last(tally)
    return AnswerDays(first.isoformat(), last.isoformat())


def _first_and_last(tally: Tally) -> tuple[date, date]:
    first, last = min(tally.minutes), max(tally.minutes)
    return (_EPOCH + timedelta(minutes=first)).date(), (_EPOCH + timedelta(minutes=last)).date()


def _undated(files: Sequence[Counted]) -> list[Where]:
    return [where for where, responses in files if responses and not is_dated(responses)]


def are_several(problems: Iterable[Problem]) -> bool:
    """Tell whether nothing is scored because the files may be of several periods.

    So may be a recap and the responses that it stands beside.
    """
    return any(each.entry in (SEVERAL_PERIODS, RECAP_BESIDE_ANSWERS) for each in problems)


def is_dated(responses: Mapping[int, int]) -> bool:
    """Tell whether any response has a time."""
    return bool(responses.keys() - {NO_PERIOD})


def _only(
    total: Counter[Period], dated: Sequence[tuple[Where, Mapping[Period, int]]], undated: Sequence[Where]
) -> Period:
    """Return the one period of all files, or raise what keeps them from having one."""
    [(most, _)] = total.most_common(1)
    several = dated if len(total) > 1 else ()
    faults = [
        problem(SEVERAL_PERIODS, where, periods=_listed(found), period=most) for where, found in several
    ]
    faults += [problem(FILE_WITHOUT_TIME_COLUMN, where, period=most) for where in undated]
    if faults:
        raise ProblemsFoundError(faults)
    return most


def _periods(responses: Mapping[int, int], split: PeriodSplit) -> dict[Period, int]:
    return {split.period(ordinal): n for ordinal, n in responses.items() if ordinal != NO_PERIOD and n}


def _listed(periods: Mapping[Period, int]) -> tuple[Message, ...]:
    return tuple(
        PERIOD_AND_RESPONDENTS(period=period, respondents=n) for period, n in sorted(periods.items())
    )
