"""Periods that handed in the same table of answers: told in the result of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.survey import TABLE_OF_OTHER_PERIOD
from ipak_cli.run.due import all_surveys
from ipak_cli.workspace.store import InputKind, item_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.jobs.open_workspace import StoredResults
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.workspace.store import ItemTable


def compared(
    new: Mapping[Period, SurveyResult], stored: StoredResults, last: str
) -> Mapping[Period, SurveyResult]:
    """Return the new results, and the stored ones that are to say something else of each other's tables.

    ``last`` is the digest of the stored surveys when they were last compared. A stored result that cannot be
    read is left alone: whoever needs it says so.
    """
    if not new and all_surveys(stored) == last:
        return {}
    before = {period: each for period, each in _readable(stored).items() if period not in new}
    told = tell_same_tables({**before, **new})
    return {period: each for period, each in told.items() if period in new or each != before[period]}


def tell_same_tables(results: Mapping[Period, SurveyResult]) -> dict[Period, SurveyResult]:
    """Tell in each result which others have its very table; what was told of them before goes."""
    sharing: dict[ItemTable, list[Period]] = defaultdict(list)
    for period, result in sorted(results.items()):
        sharing[item_table(result)].append(period)
    return {
        period: _told(result, [other for other in sharing[item_table(result)] if not other.meets(period)])
        for period, result in sorted(results.items())
    }


def _told(result: SurveyResult, others: Sequence[Period]) -> SurveyResult:
    where = Where(result.sources[0].name, result.sources[0].sheet)
    found = tuple(problem(TABLE_OF_OTHER_PERIOD, where, period=other) for other in others)
    rest = tuple(each for each in result.problems if each.entry != TABLE_OF_OTHER_PERIOD)
    return replace(result, problems=(*found, *rest))


def _readable(stored: StoredResults) -> dict[Period, SurveyResult]:
    results = {}
    for period in stored.periods(InputKind.SURVEY):
        try:
            results[period] = stored.load(InputKind.SURVEY, period)
        except ProblemsFoundError:
            continue
    return results
