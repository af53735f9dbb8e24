"""What a workpaper is made from, and where its figures stand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeVar

from ipak_cli.base.figures import NotScored
from ipak_cli.report.terms import terms_of
from ipak_cli.survey.tally import values_counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.report.material import Material, Past
    from ipak_cli.report.terms import Terms
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.survey.tally import Number
    from ipak_cli.workpaper.cells import Value


T = TypeVar("T")
_UNCOUNTED: Final = "a workpaper needs the counts of every item and the number of respondents"


@dataclass(frozen=True, slots=True)
class Paper:
    """A result with the rubric that it was scored by, and what else the report says of it.

    ``answers`` are the responses in an order that tells nothing of them, each with the place of its answer to
    every item among the item's values, counted from 1, 0 where none was given; ``None`` where the workpaper
    is to start from counts. ``history`` are the periods of the report's trend, the result's own last.
    """

    survey: SurveyResult
    rubric: SurveyRubric
    answers: Sequence[Sequence[int]] | None = None
    history: tuple[Past, ...] = ()
    targets: Mapping[str, Fraction] = field(default_factory=dict)
    published_weight: Fraction | None = None

    @property
    def terms(self) -> Terms:
        """The words and the figures of the survey's instrument."""
        return terms_of(self.survey, self.rubric)

    @property
    def respondents(self) -> int:
        """How many people answered."""
        return needed(self.survey.respondents)

    @property
    def values(self) -> tuple[Number, ...]:
        """The values that have a column: the scale's, and those between them that anybody's answers have."""
        found: set[Number] = {*self.rubric.scale.values}
        for item in self.survey.items:
            counts = needed(item.counts)
            values = values_counted(len(counts), self.rubric.scale)
            found |= {value for value, count in zip(values, counts.values(), strict=True) if count}
        return tuple(sorted(found))

    def target_of(self, code: str) -> Fraction | None:
        """Return what an item shall reach: the settings' target before the rubric's."""
        rubrics = next(item.target for item in self.survey.items if item.code == code)
        return self.targets.get(code, rubrics)


def needed(value: T | NotScored | None) -> T:
    """Return what a result tells: a workpaper starts from counts, so that all of them have to be known."""
    if value is None or isinstance(value, NotScored):
        raise ValueError(_UNCOUNTED)
    return value


def needed_sum(value: Number | NotScored) -> Number:
    """Return the sum of an item's answers, which follows from its counts."""
    if isinstance(value, int | Fraction):
        return value
    raise ValueError(_UNCOUNTED)


def with_settings(paper: Paper, material: Material) -> Paper:
    """Return the workpaper with what a report takes from the workspace.

    Those are targets, the earlier periods, and which figures of groups are kept back because of others.
    """
    said = material.settings
    return replace(
        paper,
        survey=replace(paper.survey, breakdowns=material.survey.breakdowns),
        history=material.history,
        targets=said.targets,
        published_weight=said.published_weight,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure is derived: its cell for a formula, and what it comes to with how many decimals."""

    ref: str
    value: Value
    places: int


Places = dict[tuple[str, ...], Place]
"""Where each figure is derived, by what it is: ``("item", "I1", "mean")``."""


@dataclass(frozen=True, slots=True)
class Line:
    """A figure to check: what it is, what the report says, and the cell where it was derived again."""

    part: str
    name: str
    reported: Value
    places: int
    ref: str
    value: Value
