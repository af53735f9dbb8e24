"""What one task is given and gives back: few words there, counts back, nothing of one machine alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipak_cli.base.period import Period
    from ipak_cli.base.problem import Problem
    from ipak_cli.base.provenance import Tool
    from ipak_cli.rollup.facts import Facts, ProblemFact
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.date_order import DateOrder


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file: its path or URL, its path below the folder that was asked (``source``), and its quick look.

    ``size`` is in bytes; ``written`` changes when somebody writes to it.
    """

    place: str
    source: str
    size: int = 0
    written: int = 0


@dataclass(frozen=True, slots=True)
class ExportTask:
    """What is scored together: the files of one unit, or a part of one file that a column divides.

    ``unit`` is empty where a column tells it, or may tell it (``maybe_by_column``: the file's name would be
    the unit otherwise). The period is empty where the times tell it. Of a divided file a task takes the
    units that ``part`` (number, of how many) names by their digests, so that parts need nothing of each
    other.
    """

    files: tuple[ExportFile, ...]
    unit: str = ""
    period: Period | None = None
    maybe_by_column: bool = False
    part: tuple[int, int] = (0, 1)

    @property
    def source(self) -> str:
        """The path of its first file, by which problems and progress name it."""
        return self.files[0].source


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How every export is read; ``unit_column`` is the head of the column that tells the unit."""

    rubric: LoadedRubric[SurveyRubric]
    tool: Tool
    unit_column: str | None = None
    sheet: str | None = None
    date_order: DateOrder | None = None
    lenient: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An export, or a unit of it, that is not counted: why, and each problem where it stands.

    ``told`` is for the list of problems, ``problems`` for the table with a row for each. ``period`` is empty
    where nothing tells it.
    """

    source: str
    unit: str
    told: Problem
    problems: tuple[ProblemFact, ...]
    period: str | None = None


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """What came of a task: the facts of each unit and period, and what was left out."""

    task: ExportTask
    facts: tuple[Facts, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
