"""Results of one rubric added up over units or periods, from the whole numbers that their documents hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue.survey import RECAP_WITHOUT_ANSWERS
from ipak_cli.survey.quality import cronbach_alpha
from ipak_cli.survey.recap_scores import respondents_of, score_recap
from ipak_cli.survey.recap_sums import add_recaps, recap_of
from ipak_cli.survey.scores import score_counts
from ipak_cli.survey.tally import Counts, StoredTally, valued, values_counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.figures import Figure
    from ipak_cli.rubric.survey import Scale, SurveyRubric
    from ipak_cli.survey.result import ItemResult, SurveyResult
    from ipak_cli.survey.scores import Scores


@dataclass(frozen=True, slots=True)
class AddedUp:
    """What several results say together: the figures of all their respondents, as if scored from one export.

    ``reliability`` is Cronbach's alpha by index; where a part is a recap, it is not scored. Groups do not add
    up: documents hold no more of them than is printed.
    """

    respondents: int | NotScored
    scores: Scores
    reliability: Mapping[str, Figure]


def add_up(results: Sequence[SurveyResult], rubric: SurveyRubric, digest: str) -> AddedUp:
    """Score the respondents of several results together; ``digest`` is the rubric's, and theirs.

    Raises ``ValueError`` for no result, one of another rubric, one of bad input, which has no tally, one
    whose tally is not that of its items, and for a recap beside answers that are means of several columns.
    """
    if not results:
        raise ValueError("no result to add up")
    if any(result.recap for result in results):
        return _with_recaps(results, rubric, digest)
    tallies = [_tally_of(result, digest) for result in results]
    together = reduce(add, _alike(tallies, rubric.scale))
    return AddedUp(
        respondents=together.total.respondents,
        scores=score_counts(together.total, rubric),
        reliability={code: cronbach_alpha(products) for code, products in together.products.items()},
    )


def _with_recaps(results: Sequence[SurveyResult], rubric: SurveyRubric, digest: str) -> AddedUp:
    for result in results:
        if result.recap is None:
            _tally_of(result, digest)
        elif result.rubric.digest != digest:
            raise ValueError(f"a result of another rubric: {result.rubric.digest}")
    recap = add_recaps([recap_of(result) for result in results], rubric)
    unknown = NotScored(RECAP_WITHOUT_ANSWERS())
    return AddedUp(
        respondents=respondents_of(recap),
        scores=score_recap(recap, rubric),
        reliability={index.code: unknown for index in rubric.indices},
    )


def _alike(tallies: Sequence[StoredTally], scale: Scale) -> Iterator[StoredTally]:
    """Yield tallies whose items have the same values, where some forms ask an item in several columns."""
    most = [max(map(len, rows)) for rows in zip(*(tally.total.answers for tally in tallies), strict=True)]
    for tally in tallies:
        rows = zip(tally.total.answers, most, strict=True)
        answers = tuple(row if len(row) == many else _widened(row, many, scale) for row, many in rows)
        yield replace(tally, total=Counts(tally.total.respondents, answers))


def _widened(given: tuple[int, ...], many: int, scale: Scale) -> tuple[int, ...]:
    counts = dict(valued(given, scale))
    return tuple(counts.get(value, 0) for value in values_counted(many, scale))


def _tally_of(result: SurveyResult, digest: str) -> StoredTally:
    if result.rubric.digest != digest:
        raise ValueError(f"a result of another rubric: {result.rubric.digest}")
    if result.tally is None:
        raise ValueError("a result of bad input has no tally")
    if [_counted(item) for item in result.items] != [*result.tally.total.answers]:
        raise ValueError("a tally that is not that of the items")
    return result.tally


def _counted(item: ItemResult) -> tuple[int, ...]:
    return () if isinstance(item.counts, NotScored) else tuple(item.counts.values())
