"""What a period's stored result holds: a recap never replaces responses, nor they it, nor a richer recap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.recap_sources import (
    ANSWERS_OF_INDEX,
    COUNTS_OF_ITEMS,
    MEANS_OF_ITEMS,
    RESPONDENTS_OF_SURVEY,
    SUMS_OF_ITEMS,
)
from ipak_cli.catalogue.workspace import (
    ANSWERS_FOR_STORED_RECAP,
    RECAP_FOR_STORED_ANSWERS,
    RECAP_SAYS_LESS_THAN_STORED,
)
from ipak_cli.survey.recap import RecapShape
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from ipak_cli.base.message import Message
    from ipak_cli.base.period import Period
    from ipak_cli.jobs.open_workspace import StoredResults
    from ipak_cli.survey.result import SurveyResult


def other_kind_stored(period: Period, stored: StoredResults, where: Where, *, recap: bool) -> Problem | None:
    """Return what is wrong with a result for a period that holds one of the other kind; ``None`` if nothing.

    ``recap`` tells whether the new one is of a recap.
    A stored result that cannot be read says nothing of that: whoever needs it tells why.
    """
    before = _stored(period, stored)
    if before is None or (before.recap is not None) == recap:
        return None
    entry = RECAP_FOR_STORED_ANSWERS if recap else ANSWERS_FOR_STORED_RECAP
    return problem(entry, where, period=period, **_told(period, before))


def may_not_replace(
    result: SurveyResult, period: Period, stored: StoredResults, where: Where
) -> Problem | None:
    """Return why a result may not take the place of a period's stored one; ``None`` if it may.

    One of the other kind may not, and no recap that lacks a kind of figure which the stored recap holds.
    """
    fault = other_kind_stored(period, stored, where, recap=result.recap is not None)
    before = _stored(period, stored) if fault is None and result.recap is not None else None
    if before is None:
        return fault
    held = _holds(result)
    lost = tuple(each for each in _holds(before) if each not in held)
    told = _told(period, before)
    return problem(RECAP_SAYS_LESS_THAN_STORED, where, period=period, lost=lost, **told) if lost else None


def _holds(result: SurveyResult) -> list[Message]:
    """Return the kinds of figures that a recap's result holds; each shape holds what those after it do."""
    shapes = [*RecapShape]
    of_items = zip(shapes, (COUNTS_OF_ITEMS, SUMS_OF_ITEMS, MEANS_OF_ITEMS), strict=False)
    rank = shapes.index(result.recap or RecapShape.COUNTS)
    found = [phrase() for shape, phrase in of_items if shapes.index(shape) >= rank]
    if not isinstance(result.respondents, NotScored):
        found.append(RESPONDENTS_OF_SURVEY())
    counted = result.recap is not RecapShape.TOTALS
    of_index = [code for code, index in result.indices.items() if counted or index.distribution]
    return [*found, *(ANSWERS_OF_INDEX(index=code) for code in of_index)]


def _stored(period: Period, stored: StoredResults) -> SurveyResult | None:
    if period not in stored.periods(InputKind.SURVEY):
        return None
    try:
        return stored.load(InputKind.SURVEY, period)
    except ProblemsFoundError:
        return None


def _told(period: Period, before: SurveyResult) -> dict[str, object]:
    """Return what is told of the stored result: what it was made of, and where it is put aside."""
    document = SHOWN.result(period, InputKind.SURVEY.file)
    return {
        "names": tuple(source.name for source in before.sources),
        "document": InFull(document.as_posix()),
        "aside": InFull((document.parent / "lama").as_posix()),
    }
