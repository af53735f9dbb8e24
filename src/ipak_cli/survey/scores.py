"""From counts to exact figures: items, indices, combined, distribution, one group."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import (
    Figure,
    NotScored,
    ends_of,
    mean,
    round_half_up,
    rounded,
    scale,
    weighted_sum,
)
from ipak_cli.base.message import InFull
from ipak_cli.catalogue.survey import (
    GROUP_NOT_FILLED,
    ITEM_NOT_SCORED,
    NO_ANSWERS,
    NO_COMBINED_INDEX,
    NO_ZI_POINTS,
    SEVERAL_SUMS_OF_ITEMS,
)
from ipak_cli.rubric.survey import (
    Index,
    Scale,
    SurveyPart,
    SurveyRubric,
)
from ipak_cli.survey.result import (
    AnswerShare,
    BandRef,
    CombinedResult,
    GroupResult,
    IndexResult,
    ItemResult,
)
from ipak_cli.survey.tally import Counts, key_of, sum_of_values, valued

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.base.message import Message
    from ipak_cli.survey.tally import Number


def index_points(rubric: SurveyRubric, index: str, mean: Figure) -> Figure:
    """Return the ZI points that an index earns: ``mean / highest * points`` of its part."""
    part = next(
        (
            part
            for component in (rubric.zi.components if rubric.zi else ())
            for part in component.parts
            if isinstance(part, SurveyPart) and part.index == index
        ),
        None,
    )
    if part is None:
        return NotScored(NO_ZI_POINTS())
    return scale(mean, part.points / rubric.scale.highest)


NO_ANSWER: Final = NO_ANSWERS()


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures that follow from how often each answer was given."""

    items: tuple[ItemResult, ...]
    indices: Mapping[str, IndexResult]
    combined: CombinedResult
    distribution: Mapping[str, AnswerShare]


def score_counts(counts: Counts, rubric: SurveyRubric, reason: Message = NO_ANSWER) -> Scores:
    """Score counts alone; ``reason`` says why there is no figure where nobody answered."""
    items = score_items(counts, rubric, reason)
    return scores_of(items, distribute(counts, rubric.scale, reason), rubric, reason)


def scores_of(
    items: tuple[ItemResult, ...],
    distribution: Mapping[str, AnswerShare],
    rubric: SurveyRubric,
    reason: Message = NO_ANSWER,
) -> Scores:
    """Score the indices and what combines them from the items."""
    by_code = {item.code: item for item in items}
    indices = {index.code: score_index(index, by_code, rubric) for index in rubric.indices}
    return Scores(items, indices, score_combined(rubric, indices, items, reason), distribution)


def score_items(counts: Counts, rubric: SurveyRubric, reason: Message = NO_ANSWER) -> tuple[ItemResult, ...]:
    """Score every item: mean = sum of answers / number of answers, after polarity."""
    results = []
    of_indices = [(index.code, item) for index in rubric.indices for item in index.items]
    for (index, item), given in zip(of_indices, counts.answers, strict=True):
        n = sum(given)
        total = sum_of_values(given, item, rubric.scale)
        results.append(
            ItemResult(
                code=item.code,
                text=item.text,
                index=index,
                element=item.element,
                n=n,
                missing=counts.respondents - n,
                sum=total,
                counts={key_of(value): count for value, count in valued(given, rubric.scale)},
                mean=mean(total, n, reason=reason),
                target=item.target if item.target is not None else rubric.target,
            )
        )
    return tuple(results)


def score_index(index: Index, items: Mapping[str, ItemResult], rubric: SurveyRubric) -> IndexResult:
    """Score an index: the weighted mean of its items' means; percent and ZI points follow from it."""
    return index_of_mean(index, _index_mean(index, {code: item.mean for code, item in items.items()}), rubric)


def index_of_mean(index: Index, figure: Figure, rubric: SurveyRubric) -> IndexResult:
    """Score an index from its mean: percent, ZI points and band."""
    percent = scale(figure, Fraction(100, rubric.scale.highest))
    return IndexResult(
        name=index.name,
        mean=figure,
        percent=percent,
        points=index_points(rubric, index.code, figure),
        band=band_of(index, percent),
    )


def score_combined(
    rubric: SurveyRubric,
    indices: Mapping[str, IndexResult],
    items: tuple[ItemResult, ...],
    reason: Message = NO_ANSWER,
) -> CombinedResult:
    """Score both combined figures, named apart: the mean of the indices, and all answers pooled."""
    if rubric.combined is None:
        of_indices: Figure = NotScored(NO_COMBINED_INDEX())
    else:
        members = rubric.combined.indices
        of_indices = weighted_sum((indices[code].mean, Fraction(1, len(members))) for code in members)
    return CombinedResult(of_indices, _pooled(items, reason))


def _pooled(items: tuple[ItemResult, ...], reason: Message) -> Figure:
    """Return the mean of all answers to all items."""
    answers = 0
    for item in items:
        if isinstance(item.n, NotScored):
            return item.n
        answers += item.n
    if not answers:
        return NotScored(reason)
    sums = {item.code: item.sum if isinstance(item.sum, NotScored) else Fraction(item.sum) for item in items}
    return _weighted(sums, dict.fromkeys(sums, Fraction(1, answers)))


def distribute(counts: Counts, scale_: Scale, reason: Message = NO_ANSWER) -> dict[str, AnswerShare]:
    """Count the answers (not the respondents) of each value, with their share of all answers in percent.

    An item of several columns has one answer a respondent, their mean: a value between those of the scale is
    told where there is such an answer.
    """
    totals: dict[Number, int] = dict.fromkeys(scale_.values, 0)
    for given in counts.answers:
        for value, count in valued(given, scale_):
            if count:
                totals[value] = totals.get(value, 0) + count
    answers = sum(totals.values())
    return {
        key_of(value): AnswerShare(totals[value], scale(mean(totals[value], answers, reason=reason), 100))
        for value in sorted(totals)
    }


def group_means(counts: Counts, rubric: SurveyRubric) -> dict[str, Figure]:
    """Return the mean of each index of a group, exactly."""
    means = {item.code: item.mean for item in score_items(counts, rubric)}
    return {index.code: _index_mean(index, means) for index in rubric.indices}


def score_group(name: str | Message, counts: Counts, rubric: SurveyRubric) -> GroupResult:
    """Score the indices of a group as they are told, rounded for good; no name is that of who gave none."""
    factor = told_factor(rubric)
    indices = {code: rounded(scale(mean, factor)) for code, mean in group_means(counts, rubric).items()}
    return GroupResult(name or GROUP_NOT_FILLED(), counts.respondents, indices)


def told_factor(rubric: SurveyRubric) -> Fraction:
    """Return what a mean is multiplied with where an index is told: 25 where answers to 4 become percent.

    An instrument with bands and without points of Zona Integritas tells percent (PermenPANRB 14/2017).
    """
    converted = rubric.zi is None and any(index.bands for index in rubric.indices)
    return Fraction(100, rubric.scale.highest) if converted else Fraction(1)


def _index_mean(index: Index, means: Mapping[str, Figure]) -> Figure:
    """Return the weighted mean; one item without a mean leaves the index without one, and says which."""
    mine = {item.code: means[item.code] for item in index.items}
    for code, figure in mine.items():
        if isinstance(figure, NotScored) and figure.between is None:
            alone = any(ends_of(other) is not None for other in mine.values())
            return NotScored(ITEM_NOT_SCORED(item=InFull(code), reason=figure.reason)) if alone else figure
    return _weighted(mine, dict(zip(mine, index.weights, strict=True)))


def _weighted(figures: Mapping[str, Figure], weights: Mapping[str, Fraction]) -> Figure:
    """Return the weighted sum of items' figures; where it has two ends, it names the items that open them."""
    total = weighted_sum((figure, weights[code]) for code, figure in figures.items())
    if not isinstance(total, NotScored) or total.between is None:
        return total
    open_ones = tuple(InFull(code) for code, figure in figures.items() if isinstance(figure, NotScored))
    return NotScored(SEVERAL_SUMS_OF_ITEMS(items=open_ones), total.between)


def band_of(index: Index, percent: Figure) -> BandRef | None:
    """Return the band of the percentage rounded half up to two places; lower bounds are inclusive.

    A percentage of which two ends are known has one where both have the same.
    """
    ends = ends_of(percent)
    if ends is None:
        return None
    lowest, highest = (_band(index, end) for end in ends)
    return lowest if lowest == highest else None


def _band(index: Index, percent: Fraction) -> BandRef | None:
    reached = [band for band in index.bands if round_half_up(percent) >= band.minimum]
    best = max(reached, key=lambda band: band.minimum, default=None)
    return BandRef(best.code, best.name) if best else None
