"""Recaps added together: of disjoint respondents, such as those of two service points or two periods."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored, ends_of
from ipak_cli.survey.recap import ItemRecap, Recap, RecapShape, weakest
from ipak_cli.survey.tally import is_between

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.rubric.survey import Item, SurveyRubric
    from ipak_cli.survey.result import AnswerShare, ItemResult, SurveyResult


def add_recaps(recaps: Sequence[Recap], rubric: SurveyRubric) -> Recap:
    """Return what recaps of disjoint respondents say together; the weakest shape is that of all.

    Of totals beside sums or means nothing is known together but the number of respondents. Raises
    ``ValueError`` for no recap.
    """
    shape = weakest([recap.shape for recap in recaps])
    if shape is None:
        raise ValueError("no recap to add up")
    given = [recap.respondents for recap in recaps if recap.respondents is not None]
    respondents = sum(given) if len(given) == len(recaps) else None
    if shape is RecapShape.TOTALS:
        return Recap(shape, respondents, {}, _totals([_as_totals(recap, rubric) for recap in recaps]))
    items = {item.code: _added([recap.items[item.code] for recap in recaps]) for item in rubric.items}
    return Recap(shape, respondents, items, {})


def recap_of(result: SurveyResult) -> Recap:
    """Return the recap that a result was made of, or the counts of one that was made of answers.

    Raises ``ValueError`` for a result of bad input, and for answers that are means of several columns.
    """
    if result.respondents is None:
        raise ValueError("a result of bad input has no counts")
    shape = result.recap or RecapShape.COUNTS
    respondents = None if isinstance(result.respondents, NotScored) else result.respondents
    if shape is not RecapShape.TOTALS:
        return Recap(shape, respondents, {item.code: _of_item(item) for item in result.items}, {})
    totals = {
        code: _counted(index.distribution) for code, index in result.indices.items() if index.distribution
    }
    if not any(isinstance(share.count, NotScored) for share in result.distribution.values()):
        totals[""] = _counted(result.distribution)
    return Recap(shape, respondents, {}, totals)


def _added(items: Sequence[ItemRecap]) -> ItemRecap:
    counts = [item.counts for item in items if item.counts is not None]
    sums = range(sum(item.sums[0] for item in items), sum(item.sums[-1] for item in items) + 1)
    n = sum(item.n for item in items)
    return ItemRecap(n, sums, _sum_of(counts) if len(counts) == len(items) else None)


def _sum_of(counts: Sequence[Mapping[int, int]]) -> dict[int, int]:
    total = Counter[int]()
    for each in counts:
        total.update(each)
    return dict(sorted(total.items()))


def _totals(parts: Sequence[Mapping[str, Mapping[int, int]]]) -> dict[str, dict[int, int]]:
    """Add up what every part tells."""
    shared = [code for code in parts[0] if all(code in part for part in parts)]
    return {code: _sum_of([part[code] for part in parts]) for code in shared}


def _as_totals(recap: Recap, rubric: SurveyRubric) -> dict[str, Mapping[int, int]]:
    """Return the counts by index and of the survey, as far as a recap tells them."""
    found = dict(recap.totals)
    for index in rubric.indices:
        rows = _counts_of(index.items, recap)
        if rows is not None:
            found[index.code] = _sum_of(rows)
    if "" not in found and all(index.code in found for index in rubric.indices):
        found[""] = _sum_of([found[index.code] for index in rubric.indices])
    return found


def _counts_of(items: Sequence[Item], recap: Recap) -> list[Mapping[int, int]] | None:
    rows = [recap.items[item.code].counts for item in items if item.code in recap.items]
    known = [row for row in rows if row is not None]
    return known if len(known) == len(items) else None


def _of_item(item: ItemResult) -> ItemRecap:
    ends = ends_of(item.sum)
    if isinstance(item.n, NotScored) or ends is None or any(end.denominator > 1 for end in ends):
        raise ValueError(f"an item whose sum is no whole number: {item.code}")
    counts = None if isinstance(item.counts, NotScored) else _whole_values(item.counts)
    return ItemRecap(item.n, range(int(ends[0]), int(ends[1]) + 1), counts)


def _whole_values(counts: Mapping[str, int]) -> dict[int, int]:
    if any(count and is_between(value) for value, count in counts.items()):
        raise ValueError("answers that are means of several columns")
    return {int(value): count for value, count in counts.items() if not is_between(value)}


def _counted(shares: Mapping[str, AnswerShare]) -> dict[int, int]:
    return {
        int(value): share.count for value, share in shares.items() if not isinstance(share.count, NotScored)
    }
