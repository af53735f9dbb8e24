"""The figures that follow from a recap, exact or between two ends; every other one says why it does not."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored, mean, within
from ipak_cli.base.figures import scale as times
from ipak_cli.base.message import InFull
from ipak_cli.catalogue import survey as p
from ipak_cli.rubric.survey import Polarity
from ipak_cli.survey.recap import RecapShape
from ipak_cli.survey.result import AnswerShare, ItemResult
from ipak_cli.survey.scores import (
    NO_ANSWER,
    Scores,
    distribute,
    index_of_mean,
    score_combined,
    score_items,
    scores_of,
)
from ipak_cli.survey.tally import Counts, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.base.figures import Figure
    from ipak_cli.base.message import Message
    from ipak_cli.rubric.survey import Index, Item, Scale, SurveyRubric
    from ipak_cli.survey.recap import ItemRecap, Recap


def score_recap(recap: Recap, rubric: SurveyRubric) -> Scores:
    """Score a recap.

    Counts give every figure; sums and means all but the distribution, means with two ends where several
    sums have the same one; totals the distribution, the pooled mean, and the indices where nobody left out
    an item.
    """
    match recap.shape:
        case RecapShape.COUNTS:
            return _of_counts(recap, rubric)
        case RecapShape.SUMS | RecapShape.MEANS:
            items = tuple(_summed(item, recap, rubric) for item in rubric.items)
            unknown = _shares_unknown(rubric, _why_no_counts(recap.shape))
            return scores_of(items, unknown, rubric)
        case RecapShape.TOTALS:
            return _of_totals(recap, rubric)


def respondents_of(recap: Recap) -> int | NotScored:
    """Return how many people answered, or why that is not known."""
    return recap.respondents if recap.respondents is not None else NotScored(p.RECAP_WITHOUT_RESPONDENTS())


def answers_of(recap: Recap, rubric: SurveyRubric) -> int | NotScored:
    """Return how many answers were given to all items together, or why that is not known."""
    if recap.shape is not RecapShape.TOTALS:
        return sum(item.n for item in recap.items.values())
    together = _together(recap, rubric)
    return NotScored(_why_not_together(recap, rubric)) if together is None else sum(together.values())


def missing_of(recap: Recap, rubric: SurveyRubric) -> int | NotScored:
    """Return how many answers were not given, or why that is not known."""
    respondents, answers = respondents_of(recap), answers_of(recap, rubric)
    if isinstance(respondents, NotScored):
        return respondents
    return answers if isinstance(answers, NotScored) else respondents * len(rubric.items) - answers


def _of_counts(recap: Recap, rubric: SurveyRubric) -> Scores:
    rows = (recap.items[item.code].counts or {} for item in rubric.items)
    answers = tuple(tuple(row.get(value, 0) for value in rubric.scale.values) for row in rows)
    counts = Counts(recap.respondents or 0, answers)
    items = score_items(counts, rubric)
    if recap.respondents is None:
        items = tuple(replace(item, missing=respondents_of(recap)) for item in items)
    return scores_of(items, distribute(counts, rubric.scale), rubric)


def _summed(item: Item, recap: Recap, rubric: SurveyRubric) -> ItemResult:
    """Return what the sum of an item's answers gives, or the lowest and the highest that it can be."""
    given = recap.items[item.code]
    total = _sum(given, rubric.scale)
    if not given.n:
        figure: Figure = NotScored(NO_ANSWER)
    elif isinstance(total, NotScored):
        figure = times(total, Fraction(1, given.n))
    else:
        figure = mean(total, given.n, reason=NO_ANSWER)
    respondents = respondents_of(recap)
    return _item(
        item,
        rubric,
        n=given.n,
        missing=respondents if isinstance(respondents, NotScored) else respondents - given.n,
        total=total,
        counts=NotScored(_why_no_counts(recap.shape)),
        figure=figure,
    )


def _sum(given: ItemRecap, scale: Scale) -> int | NotScored:
    """Return the sum of an item's answers; a mean that is rounded to 4,00 is not one above the scale."""
    first = max(given.sums[0], given.n * scale.lowest)
    last = min(given.sums[-1], given.n * scale.highest)
    if first > last:
        raise ValueError("a sum that no answers on the scale have")
    found = within(first, last, reason=p.SEVERAL_SUMS(n=given.n, first=first, last=last))
    return found if isinstance(found, NotScored) else first


def _item(
    item: Item,
    rubric: SurveyRubric,
    *,
    n: int | NotScored,
    missing: int | NotScored,
    total: int | NotScored,
    counts: NotScored,
    figure: Figure,
) -> ItemResult:
    target = item.target if item.target is not None else rubric.target
    index = rubric.index_of(item).code
    return ItemResult(item.code, item.text, index, item.element, n, missing, total, counts, figure, target)


def _why_no_counts(shape: RecapShape) -> Message:
    return p.RECAP_OF_SUMS() if shape is RecapShape.SUMS else p.RECAP_OF_MEANS()


def _of_totals(recap: Recap, rubric: SurveyRubric) -> Scores:
    indices = {
        index.code: replace(
            index_of_mean(index, _index_mean(index, recap, rubric), rubric),
            distribution=_shares_of_index(index, recap, rubric),
        )
        for index in rubric.indices
    }
    items = tuple(_of_all(item, recap, rubric) for item in rubric.items)
    together = _together(recap, rubric)
    if together is None:
        distribution = _shares_unknown(rubric, _why_not_together(recap, rubric))
        pooled: Figure = NotScored(_why_not_together(recap, rubric))
    else:
        distribution = _shares(together, rubric)
        pooled = _mean(together, rubric.items, rubric)
    combined = replace(score_combined(rubric, indices, items), pooled=pooled)
    return Scores(items, indices, combined, distribution)


def _of_all(item: Item, recap: Recap, rubric: SurveyRubric) -> ItemResult:
    """Return an item of which no more is known than of all: where nobody left one out, how many answered."""
    unknown = NotScored(p.RECAP_OF_TOTALS())
    index = rubric.index_of(item)
    whole = _is_whole(index, recap, rubric)
    n = recap.respondents if whole and recap.respondents is not None else unknown
    missing = 0 if whole else unknown
    return _item(item, rubric, n=n, missing=missing, total=unknown, counts=unknown, figure=unknown)


def _index_mean(index: Index, recap: Recap, rubric: SurveyRubric) -> Figure:
    """Return the mean of an index's answers where it is that of its items' means, or why it may not be."""
    given = _totals_of(index, recap, rubric)
    if given is None:
        return NotScored(_why_no_index(index, recap))
    pooled = _mean(given, index.items, rubric)
    if len(index.items) == 1 or isinstance(pooled, NotScored):
        return pooled
    if len({*index.weights}) > 1:
        return NotScored(p.TOTALS_OF_UNEQUAL_WEIGHTS())
    if recap.respondents is None:
        return NotScored(p.TOTALS_NEED_RESPONDENTS())
    if not _is_whole(index, recap, rubric):
        missing = recap.respondents * len(index.items) - sum(given.values())
        return NotScored(p.TOTALS_WITH_GAPS(missing=missing))
    return pooled


def _is_whole(index: Index, recap: Recap, rubric: SurveyRubric) -> bool:
    """Tell whether every respondent is known to have answered every item of an index."""
    given = _totals_of(index, recap, rubric)
    if given is None or recap.respondents is None:
        return False
    return sum(given.values()) == recap.respondents * len(index.items)


def _mean(given: Mapping[int, int], items: Iterable[Item], rubric: SurveyRubric) -> Figure:
    """Return the mean of answers to items together, after polarity."""
    polarities = {item.polarity for item in items}
    if len(polarities) > 1:
        return NotScored(p.TOTALS_OF_MIXED_POLARITY())
    answers, total = sum(given.values()), sum(value * count for value, count in given.items())
    if polarities == {Polarity.NEGATIVE}:
        total = (rubric.scale.lowest + rubric.scale.highest) * answers - total
    return mean(total, answers, reason=NO_ANSWER)


def _totals_of(index: Index, recap: Recap, rubric: SurveyRubric) -> Mapping[int, int] | None:
    """Return the counts of an index's answers; those of the survey where it has no other index."""
    whole = recap.totals.get("") if len(rubric.indices) == 1 else None
    return recap.totals.get(index.code, whole)


def _together(recap: Recap, rubric: SurveyRubric) -> Mapping[int, int] | None:
    """Return the counts of all answers: as the recap tells them, or those of every index together."""
    if "" in recap.totals:
        return recap.totals[""]
    parts = [recap.totals.get(index.code) for index in rubric.indices]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    return {value: sum(part.get(value, 0) for part in known) for value in rubric.scale.values}


def _why_not_together(recap: Recap, rubric: SurveyRubric) -> Message:
    absent = next(index for index in rubric.indices if index.code not in recap.totals)
    return p.RECAP_WITHOUT_INDEX(index=InFull(absent.code))


def _why_no_index(index: Index, recap: Recap) -> Message:
    if "" in recap.totals and len(recap.totals) == 1:
        return p.RECAP_OF_WHOLE_SURVEY()
    return p.RECAP_WITHOUT_INDEX(index=InFull(index.code))


def _shares_of_index(index: Index, recap: Recap, rubric: SurveyRubric) -> dict[str, AnswerShare] | None:
    given = _totals_of(index, recap, rubric)
    return None if given is None else _shares(given, rubric)


def _shares(given: Mapping[int, int], rubric: SurveyRubric) -> dict[str, AnswerShare]:
    row = tuple(given.get(value, 0) for value in rubric.scale.values)
    return distribute(Counts(0, (row,)), rubric.scale)


def _shares_unknown(rubric: SurveyRubric, reason: Message) -> dict[str, AnswerShare]:
    unknown = NotScored(reason)
    return {key_of(value): AnswerShare(unknown, unknown) for value in rubric.scale.values}
