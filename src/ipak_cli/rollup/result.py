"""The roll-up of many units: the one value from which its screen, JSON, workbook and page are made.

Field names are the keys of ``rollup --json``; figures are exact fractions or say why they are not scored.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from ipak_cli.base.figures import Figure
    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem
    from ipak_cli.base.provenance import RubricRef, Tool

SCHEMA: Final = "ipak/rollup/1"


class CellState(StrEnum):
    """What a roll-up has of a unit's period.

    ``MISSING`` periods have ended without a result, ``NOT_YET`` ones have not ended, ``NOT_ASKED`` ones lie
    outside the unit's span in ``units.csv``; ``SMALL`` ones have too few respondents to be shown, or are
    hidden so that such a one cannot be computed. Answers that wait in a workspace are no state: only reading
    them tells their period.
    """

    SCORED = "scored"
    SMALL = "small"
    MISSING = "missing"
    FAULTY = "faulty"
    NOT_YET = "not_yet"
    NOT_ASKED = "not_asked"


class ChangeWord(StrEnum):
    """What can be said of a change since the period before."""

    RISEN = "risen"
    FALLEN = "fallen"
    UNSURE = "unsure"
    NOT_COMPARED = "not_compared"


@dataclass(frozen=True, slots=True)
class IndexChange:
    """The change of an index since the period before (now minus then), and what chance leaves of it."""

    size: Figure
    word: ChangeWord


@dataclass(frozen=True, slots=True)
class IndexCell:
    """A unit's index of one period: mean on the scale, ZI points, band, 95 % ends, change."""

    mean: Figure
    points: Figure
    band: str | None
    low: float | None
    high: float | None
    change: IndexChange | None


@dataclass(frozen=True, slots=True)
class SurveyCell:
    """A unit's survey of one period; only a scored one has figures."""

    period: str
    state: CellState
    reason: Message | None
    rubric: RubricRef | None
    respondents: int | None
    adequate: bool | None
    indices: Mapping[str, IndexCell]
    predicates: Mapping[str, bool | None]


@dataclass(frozen=True, slots=True)
class PekpppCell:
    """A unit's self-assessment of one period (mostly a year)."""

    period: str
    f02: Figure
    ipp: Figure
    category: str | None
    complete: bool


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit over the periods, in their order; ``attributes`` are its further columns of ``units.csv``."""

    unit: str
    name: str
    parent: str | None
    region: str | None
    attributes: Mapping[str, str]
    surveys: tuple[SurveyCell, ...]
    pekppp: tuple[PekpppCell, ...]


@dataclass(frozen=True, slots=True)
class IndexTotal:
    """An index of many units, both ways and never one: mean of the units, and pooled over all answers.

    ``units`` are those in the mean, which are those that are shown, ``answers`` those in the pool;
    ``risen``, ``fallen`` and ``unsure`` count units by their change since the period before.
    """

    units: int
    mean_of_units: Figure
    answers: int
    pooled: Figure
    lowest: Figure
    median: Figure
    highest: Figure
    risen: int
    fallen: int
    unsure: int


@dataclass(frozen=True, slots=True)
class Total:
    """The total of one period and one rubric (never two joined in silence) over a group of units.

    ``group`` is ``None`` for all units, else the value of the attribute asked for. ``units`` counts by state;
    small ones are in the sums only. ``distribution`` counts answers by value; ``bands`` and ``predicates``
    count units.
    """

    group: str | None
    period: str
    rubric: RubricRef
    units: Mapping[CellState, int]
    respondents: int
    indices: Mapping[str, IndexTotal]
    distribution: Mapping[str, int]
    bands: Mapping[str, Mapping[str, int]]
    predicates: Mapping[str, Mapping[str, int]]
    hidden: Message | None = None


@dataclass(frozen=True, slots=True)
class PekpppTotal:
    """How many units have each category in a period, and the mean of their F-02."""

    group: str | None
    period: str
    units: int
    categories: Mapping[str, int]
    f02: Figure


@dataclass(frozen=True, slots=True)
class RollUp:
    """Everything that is said of many units over their periods; ``by`` is the attribute that groups them.

    ``scales`` is the highest answer of each survey's rubric, by the rubric's digest.
    """

    schema: str
    tool: Tool
    by: str | None
    periods: tuple[str, ...]
    index_names: Mapping[str, str]
    scales: Mapping[str, Fraction]
    units: tuple[UnitRow, ...]
    totals: tuple[Total, ...]
    pekppp: tuple[PekpppTotal, ...]
    problems: tuple[Problem, ...]
