"""Recaps and responses that are for one period: neither is added to the other, nor chosen before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.catalogue.drive import AS_ONE_SURVEY, RECAP_OR_ANSWERS
from ipak_cli.jobs.kept_kind import may_not_replace
from ipak_cli.survey.result import SurveyResult
from ipak_cli.workspace.inbox import where_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.jobs.open_workspace import StoredResults
    from ipak_cli.run.due import StoredDocument
    from ipak_cli.run.values import InputRead


def recaps_among(taken: Iterable[InputRead], stored: Iterable[StoredDocument]) -> frozenset[str]:
    """Return the digests of the inputs that are known to be recaps, by what they gave now or before."""
    given = (result for each in taken for result in (each.result, *each.repeated))
    new = {
        source.sha256
        for result in given
        if isinstance(result, SurveyResult) and result.recap
        for source in result.sources
    }
    return frozenset(new).union(*(each.sources for each in stored if _says_recap(each)))


def _says_recap(document: StoredDocument) -> bool:
    sources = document.said.get("sources")
    return isinstance(sources, list) and any(isinstance(s, dict) and s.get("recap") for s in sources)


def as_one_survey(digests: Collection[str], recaps: Collection[str], command: str) -> Message:
    """Return how inputs of one period may become one survey, or why recaps and responses may not."""
    of_recap = sum(digest in recaps for digest in digests)
    return AS_ONE_SURVEY(command=command) if of_recap in (0, len(digests)) else RECAP_OR_ANSWERS()


def hold_other_kind(each: InputRead, stored: StoredResults) -> InputRead:
    """Hold an input whose result would replace one of the other kind, or that of a recap which says more."""
    results: Sequence[object] = each.repeated if each.result is None else (each.result,)
    for period, result in zip(each.periods, results, strict=False):  # periods whose results stay have none
        if isinstance(result, SurveyResult):
            fault = may_not_replace(result, period, stored, where_of(each.name))
            if fault is not None:
                return replace(each, periods=(period,), result=None, repeated=(), problems=(fault,))
    return each
