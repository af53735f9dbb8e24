"""Dates that are probably typed wrong: in the future, or long before the period that is assessed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Where, problem
from ipak_cli.base.quarter import indonesian_date
from ipak_cli.catalogue.pekppp import DATE_IN_FUTURE, DATE_LONG_PAST
from ipak_cli.rubric.rules.elapsed import add_months

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.problem import Problem
    from ipak_cli.base.quarter import Quarter
    from ipak_cli.pekppp.answers import Assessment

_LONG_AGO: Final = -24
"""Months."""


def odd_dates(assessment: Assessment, quarter: Quarter | None, today: date | None) -> Iterator[Problem]:
    """Yield a question for each date after today, and for each more than two years before the period's end.

    Without a period the two years end today. What is not known is not compared with.
    """
    ends = [day for day in (quarter and quarter.end, today) if day]
    for no, row in assessment.indicators.items():
        for fact, answer in row.answers.items():
            if not isinstance(answer, date):
                continue
            shown = {"no": no, "fact": fact, "day": indonesian_date(answer)}
            where = row.answer_where.get(fact, Where())
            if today and answer > today:
                yield problem(DATE_IN_FUTURE, where, **shown)
            elif ends and answer < add_months(min(ends), _LONG_AGO):
                yield problem(DATE_LONG_PAST, where, **shown, end=indonesian_date(min(ends)))
