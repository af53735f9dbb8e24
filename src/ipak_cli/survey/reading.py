"""What reading a sheet's rows needs to know beforehand: its place, its layout, the order of its dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipak_cli.cells import address
from ipak_cli.problems import Where
from ipak_cli.survey.frame import Frame

if TYPE_CHECKING:
    from ipak_cli.rubric.models import SurveyRubric
    from ipak_cli.survey.layout import Layout
    from ipak_cli.survey.times import DateOrder
    from ipak_cli.survey.words import Words


@dataclass(frozen=True, slots=True)
class SheetContext:
    """How to read one sheet's rows as responses to one rubric.

    ``words[item]`` are the words each item's answers can be given in; ``lenient`` counts a faulty answer as
    not given, and says so. ``frame`` tells what the rows have beside their answers.
    """

    where: Where
    rubric: SurveyRubric
    layout: Layout
    words: tuple[Words, ...]
    order: DateOrder | None
    epoch_1904: bool
    lenient: bool
    frame: Frame = field(default_factory=Frame)

    def at(self, row: int, column: int) -> Where:
        """Return the place of a cell."""
        return Where(self.where.file, self.where.sheet, address(row, column))
