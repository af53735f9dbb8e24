"""What reading a sheet's rows needs to know beforehand: its place, its layout, the order of its dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Where
from ipak_cli.base.timezones import JAKARTA, Clocks, Zone
from ipak_cli.survey.reading.date import TimeForm
from ipak_cli.survey.reading.row_pattern import RowPattern
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.answer import Words
    from ipak_cli.survey.reading.date import DateOrder
    from ipak_cli.survey.reading.sheet_layout import SheetLayout


@dataclass(frozen=True, slots=True)
class SheetContext:
    """How to read one sheet's rows as responses to one rubric.

    ``words[item]`` are the words each item's answers can be given in; ``lenient`` counts a faulty answer as
    not given, and says so; ``zone`` is the office's; ``frame`` tells what the rows have beside their answers.
    """

    where: Where
    rubric: SurveyRubric
    layout: SheetLayout
    words: tuple[Words, ...]
    order: DateOrder | None
    epoch_1904: bool
    lenient: bool
    zone: Zone = JAKARTA
    frame: RowPattern = field(default_factory=RowPattern)

    @property
    def time_form(self) -> TimeForm:
        """How the time column is read."""
        return TimeForm(self.order, Clocks(self.zone, self.layout.time_offset), self.epoch_1904)

    def at(self, row: int, column: int) -> Where:
        """Return the place of a cell."""
        return Where(self.where.file, self.where.sheet, address(row, column))
