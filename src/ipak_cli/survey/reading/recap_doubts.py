"""What is to be told of how a recap's rows were understood: slips, names between items, swapped codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.base.problem import problem
from ipak_cli.catalogue.recap import RECAP_CODES_COUNT_ROWS, RECAP_ITEM_ALMOST_MATCHES
from ipak_cli.catalogue.survey import CODES_MAY_BE_SWAPPED, HEADER_AMBIGUOUS, ITEMS_KNOWN_BY_NUMBER
from ipak_cli.survey.reading.recap_codes import code_contradicts
from ipak_cli.survey.reading.recap_told import span_of
from ipak_cli.survey.reading.shown_cells import short_header, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.recap_grid import Grid
    from ipak_cli.survey.reading.recap_rows import NamedRows


@dataclass(frozen=True, slots=True)
class Doubts:
    """Tells of the names of a grid's rows."""

    grid: Grid
    named: NamedRows
    rubric: SurveyRubric

    def all(self) -> Iterator[Problem]:
        """Yield what is to be told: errors for names between items and codes of others, else notes."""
        found = set(self.named.names.values())
        for row, codes in self.named.between.items():
            if not found.issuperset(codes):
                candidates = tuple(map(self._item, codes))
                yield problem(HEADER_AMBIGUOUS, self._at(row), header=self._label(row), candidates=candidates)
        for row in self.named.near:
            code = self.named.names[row]
            yield problem(RECAP_ITEM_ALMOST_MATCHES, self._at(row), label=self._label(row), code=code)
        if self.named.counted is not None:
            row = self.named.counted
            meant = tuple(self._item(item.code) for item in self.rubric.items)
            yield problem(ITEMS_KNOWN_BY_NUMBER, self._at(row), header=self._label(row), meant=meant)
        if self.named.numbered:
            yield self._numbered()
            return
        for row, (column, beside) in self.named.unlike.items():
            at, said_at = self.grid.at(row, column), self.grid.at(row, beside)
            written, sentence = self.grid.text(row, column), self.grid.text(row, beside)
            yield code_contradicts(written, at, sentence, said_at, self.named.names[row])
        yield from self._swapped()

    def _numbered(self) -> Problem:
        """Tell that codes only count the rows, with the first one that is another item's."""
        row, (column, _) = min(self.named.unlike.items())
        rows = sorted(self.named.unlike)
        where = span_of([self.grid.at(each, column) for each in rows])
        first = f"{self.grid.text(row, column)} “{shortened(self._text(self.named.names[row]))}”"
        return problem(RECAP_CODES_COUNT_ROWS, where, first=first)

    def _swapped(self) -> Iterator[Problem]:
        """Tell of codes alone that mean each other's element in many forms."""
        rows = {self.named.names[row]: row for row in sorted(self.named.coded)}
        for codes in self.rubric.swapped:
            bare = [code for code in codes if code in rows]
            if len(bare) < 2 or self.named.counted is not None:
                continue
            cells = [self._at(rows[code]).cell for code in bare]
            names = [self._text(code) for code in bare]
            yield problem(
                CODES_MAY_BE_SWAPPED,
                self._at(rows[bare[0]]),
                codes=tuple(f"“{self.grid.text(rows[code], self.named.edge)}”" for code in bare),
                read=tuple(f"{cell} {name}" for cell, name in zip(cells, names, strict=True)),
                turned=tuple(f"{cell} {name}" for cell, name in zip(cells, names[::-1], strict=True)),
                heads=tuple(f"“{code} {name}”" for code, name in zip(bare, names[::-1], strict=True)),
            )

    def _at(self, row: int) -> Where:
        return self.grid.at(row, self.named.edge)

    def _label(self, row: int) -> str | Message:
        return short_header(self.grid.text(row, self.named.edge))

    def _text(self, code: str) -> str:
        return next(item.text for item in self.rubric.items if item.code == code)

    def _item(self, code: str) -> str:
        return f"{code} “{shortened(self._text(code))}”"
