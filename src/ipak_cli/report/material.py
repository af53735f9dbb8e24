"""What a report is made from: the settings, the quarter's results and those of the quarters before it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.figures import Figure
    from ipak_cli.base.problem import Problem
    from ipak_cli.base.quarter import Quarter
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.survey.result import ItemResult, SurveyResult
    from ipak_cli.workspace.config import Config

MOST_QUARTERS: Final = 8
"""How many quarters a trend shows at most, the report's own included: two years."""
UNKNOWN_UNIT: Final = "unit yang belum disebut namanya"


@dataclass(frozen=True, slots=True)
class Past:
    """A quarter of the trend and what is stored of it; ``None`` where nothing is."""

    quarter: Quarter
    survey: SurveyResult | None


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a report is made from; ``history`` ends with the report's own quarter, without gaps.

    ``problems`` are what the cross-checks found and the report tells.
    """

    config: Config
    quarter: Quarter
    survey: SurveyResult
    history: tuple[Past, ...]
    pekppp: PekpppResult | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def unit(self) -> str:
        """The unit's name: the settings' before the result's."""
        return self._unit or UNKNOWN_UNIT

    @property
    def has_unit(self) -> bool:
        """Tell whether anything names the unit."""
        return self._unit is not None

    @property
    def _unit(self) -> str | None:
        return self.config.unit.name if self.config.unit else self.survey.unit

    @property
    def scored(self) -> tuple[Past, ...]:
        """The quarters of the history that have a result, the report's own last."""
        return tuple(past for past in self.history if past.survey is not None)

    @property
    def scale(self) -> tuple[int, int]:
        """The lowest and the highest answer."""
        values = [int(value) for value in self.survey.distribution]
        return min(values), max(values)

    def target_of(self, item: ItemResult) -> Fraction | None:
        """Return what an item shall reach: the settings' target before the rubric's."""
        set_here = self.config.target_of(item.code)
        return item.target if set_here is None else set_here

    def is_below(self, item: ItemResult) -> bool:
        """Tell whether an item with a mean and a target misses it, exactly."""
        target = self.target_of(item)
        return isinstance(item.mean, Fraction) and target is not None and item.mean < target

    def has_reached(self, item: ItemResult) -> bool:
        """Tell whether an item with a mean and a target reaches it, exactly."""
        target = self.target_of(item)
        return isinstance(item.mean, Fraction) and target is not None and item.mean >= target


def history_of(quarter: Quarter, stored: dict[Quarter, SurveyResult]) -> tuple[Past, ...]:
    """Return the quarters up to a report's own, from the earliest stored one that a trend can show."""
    known = [each for each in stored if quarter.ordinal - MOST_QUARTERS < each.ordinal <= quarter.ordinal]
    first = min(known, default=quarter)
    return tuple(Past(each, stored.get(each)) for each in _up_to(first, quarter))


def _up_to(first: Quarter, last: Quarter) -> Iterator[Quarter]:
    while first <= last:
        yield first
        first = first.next


def known(figure: Figure) -> Fraction | None:
    """Return a figure's exact value, or ``None`` for one that is not scored."""
    return None if isinstance(figure, NotScored) else figure
