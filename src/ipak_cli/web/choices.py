"""What the page asks about files where they do not say it themselves: the period, the order of dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from ipak_cli.base.message import Message
from ipak_cli.base.period import parse_asked, parse_period, period_words
from ipak_cli.base.text import capital
from ipak_cli.catalogue import survey
from ipak_cli.jobs.score import ScoreRequest
from ipak_cli.survey.reading.date_order import DateOrder
from ipak_cli.web.advice import told_at_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ipak_cli.base.problem import Problem

_OF_PERIOD: Final = frozenset(
    {
        survey.SEVERAL_PERIODS,
        survey.PERIOD_NOT_IN_FILE,
        survey.PERIOD_UNKNOWN,
        survey.FILE_WITHOUT_TIME_COLUMN,
    }
)
"""Problems that a period answers."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the page asked where the files do not say it themselves; kept in the address, never a text."""

    period: str = ""
    date_order: str = ""
    lenient: bool = False
    period_refused: bool = False

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Choices:
        """Read what a form or an address says; a period that is none is told beside its field."""
        period = given.get("periode", "").strip()[:40]
        order = given.get("urutan", "")
        known, lenient = order if order in [*DateOrder] else "", bool(given.get("longgar"))
        try:
            parse_asked(period or "2024")
        except ValueError:
            return cls(period, known, lenient, period_refused=True)
        return cls(period, known, lenient)

    def request(self, paths: tuple[Path, ...]) -> ScoreRequest:
        """Return what is asked of the job."""
        return ScoreRequest(
            files=paths,
            period=parse_asked(self.period) if self.period and not self.period_refused else None,
            date_order=DateOrder(self.date_order) if self.date_order else None,
            lenient=self.lenient,
        )

    @property
    def query(self) -> str:
        """The address's part that says the same."""
        told = {"periode": self.period, "urutan": self.date_order, "longgar": "1" if self.lenient else ""}
        return urlencode({name: value for name, value in told.items() if value})


@dataclass(frozen=True, slots=True)
class PeriodQuestion:
    """Which period is to be scored: those that the files hold, with their respondents, and what is wrong.

    Where the files hold several, one of them or all are to choose from; else a period is typed.
    """

    found: tuple[tuple[str, str, int], ...] = ()
    errors: tuple[str, ...] = ()


def period_question(choices: Choices, problems: Iterable[Problem]) -> PeriodQuestion:
    """Return what there is to ask about the period."""
    told = [each for each in problems if each.entry in _OF_PERIOD]
    if choices.period_refused:
        return PeriodQuestion(_found(told), (NO_PERIOD,))
    return PeriodQuestion(_found(told), tuple(dict.fromkeys(map(told_at_field, told))))


NO_PERIOD: Final = "Bukan periode; tulis misalnya IV-2024, 2024-10 atau 2024."


def _found(problems: Iterable[Problem]) -> tuple[tuple[str, str, int], ...]:
    """Return the periods of the files with the respondents of each, the earliest first."""
    counts: dict[str, int] = {}
    for each in problems:
        listed = each.values.get("periods", ())
        for part in listed if isinstance(listed, tuple) else ():
            if isinstance(part, Message):
                name, count = str(part.values["period"]), part.values["respondents"]
                counts[name] = counts.get(name, 0) + (count if isinstance(count, int) else 0)
    names = sorted(counts, key=parse_period)
    return tuple((name, capital(period_words(parse_period(name))), counts[name]) for name in names)
