"""What a result document holds of its answers for intervals and tests: values counted, and their sums."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue.certainty import (
    ITEM_ONLY_SUMMED,
    OWN_INDEX_UNKNOWN,
    OWN_INDEX_UNTOLD,
    RECAP_HAS_NO_PEOPLE,
)
from ipak_cli.survey.certainty.distribution import Distribution, Moments, read_counts
from ipak_cli.survey.own_index import read_own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.rubric.survey import Index, SurveyRubric
    from ipak_cli.survey.result import ItemResult, SurveyResult
    from ipak_cli.survey.tally import Products


def ends(survey: SurveyResult) -> tuple[int, int]:
    """Return the lowest and the highest answer of a result's scale."""
    lowest, *_, highest = survey.distribution
    return int(lowest), int(highest)


def item_distribution(item: ItemResult, scale: tuple[int, int]) -> Distribution | NotScored:
    """Return how many answers an item has of each value after polarity, or why that is not told."""
    if isinstance(item.counts, NotScored):
        return NotScored(ITEM_ONLY_SUMMED())
    upright = read_counts(item.counts, *scale)
    return upright if upright.total == item.sum else read_counts(item.counts, *scale, turned=True)


def index_distribution(survey: SurveyResult, code: str) -> Distribution | NotScored:
    """Return how many respondents have each value of an index as their own, or why that is not told.

    Who left out an item of it has none, though the index counts the other answers.
    """
    figure = survey.indices[code].mean
    if isinstance(figure, NotScored):
        return figure
    if survey.tally is None or not isinstance(survey.respondents, int):
        return NotScored(RECAP_HAS_NO_PEOPLE())
    if survey.tally.own is None:
        return NotScored(OWN_INDEX_UNTOLD())
    counts = read_own(survey.tally.own).get(code)
    if counts is None:
        return NotScored(OWN_INDEX_UNKNOWN())
    lowest, highest = map(Fraction, ends(survey))
    left_out = survey.respondents - sum(counts.values())
    return Distribution(lowest=lowest, highest=highest, counts=counts, left_out=left_out, published=figure)


def index_moments(survey: SurveyResult, code: str, rubric: SurveyRubric | None) -> Moments | NotScored:
    """Return the sums that an index's interval needs, or why they are not told.

    They follow from the respondents' own indices, or by the rubric's weights from the items' products.
    """
    told = index_distribution(survey, code)
    if isinstance(told, Distribution):
        return told.moments
    index = next((each for each in rubric.indices if each.code == code), None) if rubric else None
    figure = survey.indices[code].mean
    if survey.tally is None or index is None or isinstance(figure, NotScored):
        return told
    people = survey.respondents if isinstance(survey.respondents, int) else 0
    return _of_products(survey.tally.products[code], index, ends(survey), (people, figure))


def _of_products(
    products: Products, index: Index, scale: tuple[int, int], shown: tuple[int, Fraction] | None
) -> Moments:
    lowest, highest = map(Fraction, scale)
    found = Moments.of_products(
        (lowest, highest), index.weights, products.sums, products.cross, answers=products.respondents
    )
    if shown is None:
        return found
    people, figure = shown
    return Moments(
        lowest=lowest,
        highest=highest,
        answers=found.answers,
        total=found.total,
        squares=found.squares,
        left_out=people - found.answers,
        published=figure,
    )


def own_differences(survey: SurveyResult, rubric: SurveyRubric) -> Iterator[str]:
    """Yield the indices of which the respondents counted by their own value are not those of the products."""
    if survey.tally is None or survey.tally.own is None:
        return
    for index in rubric.indices:
        if index.code in survey.tally.own and not _agree(survey, index):
            yield f"cacahan responden menurut {index.code} masing-masing"


def _agree(survey: SurveyResult, index: Index) -> bool:
    """Tell whether both give the same respondents, sum and squares."""
    tally = survey.tally
    if tally is None or tally.own is None:
        return True
    try:
        lowest, highest = map(Fraction, ends(survey))
        counts = read_own({index.code: tally.own[index.code]})[index.code]
        own = Distribution(lowest=lowest, highest=highest, counts=counts).moments
        return own == _of_products(tally.products[index.code], index, ends(survey), None)
    except (ValueError, KeyError):
        return False
