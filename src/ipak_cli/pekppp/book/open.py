"""Opening a filled self-assessment workbook: as an assessment, or as input for a fresh workbook."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeVar

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.pekppp import (
    NOT_CARRIED_UNREADABLE,
    OTHER_SHEETS_NOT_READ,
    ROW_AND_CELL,
    ROWS_AND_CELLS,
    RUBRIC_CONTENT_CHANGED,
    UNIT_OR_PERIOD_CELL_MISSING,
    WORKBOOK_OF_OTHER_RUBRIC,
    WORKBOOK_OF_OTHER_VERSION,
    WORKBOOK_ORIGIN_UNKNOWN,
)
from ipak_cli.pekppp.answers import Assessment, FactAnswer, IndicatorAnswers
from ipak_cli.pekppp.book import names
from ipak_cli.pekppp.book.answer_texts import Unread
from ipak_cli.pekppp.book.cell_values import (
    read_answer,
    read_claim,
    read_cost,
    read_evidence,
    read_period,
    read_text,
    shown,
    told,
)
from ipak_cli.pekppp.book.rows import rows_to_carry, sound_rows
from ipak_cli.pekppp.book.table import Row, Table, cell_at, cells_of, find_table, sheet_named
from ipak_cli.pekppp.result import WorkbookSource
from ipak_cli.tables.open import open_any
from ipak_cli.tables.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ipak_cli.base.message import Message, Value
    from ipak_cli.pekppp.book.rows import ReadableRows
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.pekppp import Fact, PekpppRubric
    from ipak_cli.tables.cell import Cell

_ONE_BY_ONE: Final = 3
"""So many cells with the same fault are named one by one; more are one problem that names the first."""

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class WorkbookRead:
    """A filled workbook: what it says, where it came from, and everything that is wrong with it."""

    assessment: Assessment
    source: WorkbookSource
    problems: tuple[Problem, ...]


def read_workbook(opened: Workbook | Path, loaded: LoadedRubric[PekpppRubric]) -> WorkbookRead:
    """Read a filled workbook by a rubric; one that is not open yet is opened.

    A fact whose row or cell cannot be read is faulty, so that no claim stands in its place. Raises
    ``ProblemsFoundError`` when the file cannot be opened, was made for another rubric or version, as its
    questions are others, or has no row that can be read. Every other fault, errors too, is in the result, so
    that the caller can show them together with what could be read.
    """
    workbook = opened if isinstance(opened, Workbook) else open_any(opened)
    rubric = loaded.rubric
    origin = _other_rubric(workbook, rubric) or _other_version(workbook, rubric, loaded.digest)
    known = (*workbook.problems, *((origin,) if origin else ()))
    if origin and has_errors([origin]):
        raise ProblemsFoundError(known)
    filled = _read(workbook, rubric, lambda table, texts: sound_rows(table, texts, rubric.id))
    if not filled.indicators and not filled.facts:
        raise ProblemsFoundError((*known, *filled.structure))
    sheets = tuple(sheet.name for sheet in workbook.sheets if sheet.name and not sheet.hidden)
    return WorkbookRead(
        filled.assessment(rubric, absent=FactAnswer(faulty=True)),
        WorkbookSource(workbook.file, workbook.sha256, sheets),
        (*known, *filled.structure, *filled.unread),
    )


def carry_over(opened: Workbook | Path, rubric: PekpppRubric) -> tuple[Assessment, tuple[Problem, ...]]:
    """Return the input of an old workbook that fits a rubric, whatever version the workbook was made from.

    A row's input is carried when its sentence is still the rubric's and the cell can be read; everything else
    that was filled in is a warning with the old cell. Raises ``ProblemsFoundError`` when the file cannot be
    opened, was made for another instrument, or lacks a sheet or a column.
    """
    workbook = opened if isinstance(opened, Workbook) else open_any(opened)
    origin = _other_rubric(workbook, rubric)
    problems = (*workbook.problems, *((origin,) if origin else ()))
    if has_errors(problems):
        raise ProblemsFoundError(problems)
    filled = _read(workbook, rubric, rows_to_carry)
    lost = (problem(NOT_CARRIED_UNREADABLE, fault.where, reason=fault.message) for fault in filled.unread)
    problems = (*problems, *filled.structure, *lost)
    if has_errors(problems):
        raise ProblemsFoundError(problems)
    return filled.assessment(rubric, absent=FactAnswer()), problems


def _other_rubric(workbook: Workbook, rubric: PekpppRubric) -> Problem | None:
    """Return what is wrong when the workbook was made from another instrument, or does not name its own."""
    said, where = _origin(workbook)
    if not said.get("rubric") or not said.get("version"):
        values = {"rubric": rubric.id, "version": rubric.version, "sheet": names.ORIGIN_SHEET}
        return problem(WORKBOOK_ORIGIN_UNKNOWN, where, **values)
    if said["rubric"] != rubric.id:
        return problem(WORKBOOK_OF_OTHER_RUBRIC, where, old=told(said["rubric"]), new=rubric.id)
    return None


def _other_version(workbook: Workbook, rubric: PekpppRubric, digest: str) -> Problem | None:
    """Return what is wrong when the workbook's rubric is of another version or has another content."""
    said, where = _origin(workbook)
    if said["version"] != rubric.version:
        return problem(
            WORKBOOK_OF_OTHER_VERSION, where, rubric=rubric.id, old=told(said["version"]), new=rubric.version
        )
    if said.get("digest") != digest:
        return problem(RUBRIC_CONTENT_CHANGED, where, rubric=rubric.id, version=rubric.version)
    return None


def _origin(workbook: Workbook) -> tuple[dict[str, str], Where]:
    sheet = sheet_named(workbook, names.ORIGIN_SHEET)
    rows = cells_of(sheet) if sheet else []
    said = {shown(cell_at(rows, row, 1)): shown(cell_at(rows, row, 2)) for row in range(1, len(rows) + 1)}
    return said, Where(workbook.file, sheet.name if sheet else None)


@dataclass(frozen=True, slots=True)
class _Filled:
    """What was filled in; what is wrong with sheets, columns and rows; and the cells that cannot be read."""

    unit: str | None
    period: str | None
    indicators: Mapping[int, IndicatorAnswers]
    facts: Mapping[str, FactAnswer]
    structure: tuple[Problem, ...]
    unread: tuple[Problem, ...]

    def assessment(self, rubric: PekpppRubric, absent: FactAnswer) -> Assessment:
        """Return every indicator of the rubric with its facts; ``absent`` stands for a fact without a row."""
        return Assessment(
            self.unit,
            self.period,
            {
                each.no: replace(
                    self.indicators.get(each.no, IndicatorAnswers()),
                    facts={fact.id: self.facts.get(fact.id, absent) for fact in each.facts},
                )
                for each in rubric.indicators
            },
        )


def _read(workbook: Workbook, rubric: PekpppRubric, readable: ReadableRows) -> _Filled:
    """Read every row that may be read, and name every fault of sheets, columns, rows and cells."""
    facts = {fact.id: fact for indicator in rubric.indicators for fact in indicator.facts}
    titles = {str(indicator.no): indicator.title for indicator in rubric.indicators}
    statements = {fact.id: fact.text for fact in facts.values()}
    claims, wrong_with_claims = _open(workbook, names.INDICATOR_FORM, titles, readable)
    answers, wrong_with_facts = _open(workbook, names.FACT_FORM, statements, readable)
    head: list[Problem] = []
    return _Filled(
        unit=_beside(claims.table, names.UNIT_LABEL, read_text, head),
        period=_beside(claims.table, names.PERIOD_LABEL, read_period, head),
        indicators={int(no): _indicator(claims, no) for no in claims.rows},
        facts={fact_id: _fact(answers, facts[fact_id]) for fact_id in answers.rows},
        structure=(*wrong_with_claims, *wrong_with_facts, *_other_sheets(workbook)),
        unread=(*head, *_few(claims.unread), *_few(answers.unread)),
    )


def _other_sheets(workbook: Workbook) -> Iterator[Problem]:
    """Note the sheets that nothing is read from, where none is missing that every workbook has."""
    own = [sheet_named(workbook, name) for name in names.SHEETS]
    others = ", ".join(f"“{sheet.name}”" for sheet in workbook.sheets if sheet.name and sheet not in own)
    if others and None not in own[:2]:
        yield problem(OTHER_SHEETS_NOT_READ, Where(workbook.file), sheets=others)


def _beside(
    table: Table, label: str, read: Callable[[Cell], str | Unread | None], unread: list[Problem]
) -> str | None:
    """Return what stands to the right of a label above a table, where there is a table at all."""
    if not table.header:
        return None
    labels = (
        (number, column)
        for number, row in enumerate(table.above, start=1)
        for column, cell in enumerate(row, start=1)
        if isinstance(cell, str) and normalise(cell) == normalise(label)
    )
    place = next(labels, None)
    if place is None:
        unread.append(problem(UNIT_OR_PERIOD_CELL_MISSING, table.where, label=label))
        return None
    row, column = place[0], place[1] + 1
    value = read(cell_at(table.above, row, column))
    if isinstance(value, Unread):
        unread.append(problem(value.entry, table.cell(row, column), what=label, **value.values))
        return None
    return value


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of the rows that may be read, by the rows' ids; those that cannot be read are kept."""

    table: Table
    rows: Mapping[str, Row]
    unread: list[Problem] = field(default_factory=list)

    def read(self, row_id: str, column: str, read: Callable[[Cell], V | Unread | None]) -> V | None:
        """Return a cell's value; one that cannot be read is kept, and counts as blank."""
        value = read(self.rows[row_id].cells.get(column))
        if isinstance(value, Unread):
            self.keep(row_id, column, value)
            return None
        return value

    def keep(self, row_id: str, column: str, fault: Unread) -> None:
        """Keep what is wrong with a cell."""
        what = self.table.form.row(id=row_id)
        self.unread.append(problem(fault.entry, self.place(row_id, column), what=what, **fault.values))

    def place(self, row_id: str, column: str) -> Where:
        """Return the place of a cell."""
        return self.table.place(self.rows[row_id].number, column)


def _open(
    workbook: Workbook, form: names.Form, texts: Mapping[str, str], readable: ReadableRows
) -> tuple[_Cells, tuple[Problem, ...]]:
    table, faults = find_table(workbook, form)
    rows, others = readable(table, texts)
    return _Cells(table, rows), (*faults, *others)


def _indicator(cells: _Cells, no: str) -> IndicatorAnswers:
    cost = cells.read(no, names.COST, read_cost)
    return IndicatorAnswers(
        claimed=cells.read(no, names.CLAIM, read_claim),
        evidence=cells.read(no, names.EVIDENCE, read_evidence) or (),
        note=cells.read(no, names.NOTE, read_text),
        cost=cost if isinstance(cost, int) else None,
        fixed=cost == names.FIXED,
        where=cells.place(no, names.CLAIM),
        evidence_where=cells.place(no, names.EVIDENCE),
    )


def _fact(cells: _Cells, fact: Fact) -> FactAnswer:
    """Return what was filled in for a fact; an answer that cannot be read makes it faulty."""
    evidence = cells.read(fact.id, names.EVIDENCE, read_evidence) or ()
    answer = read_answer(cells.rows[fact.id].cells.get(names.ANSWER), fact)
    unread = isinstance(answer, Unread)
    if isinstance(answer, Unread):
        cells.keep(fact.id, names.ANSWER, answer)
    return FactAnswer(
        None if isinstance(answer, Unread) else answer,
        evidence,
        faulty=unread or names.ANSWER not in cells.table.columns,
        where=cells.place(fact.id, names.ANSWER),
        evidence_where=cells.place(fact.id, names.EVIDENCE),
    )


def _few(unread: Iterable[Problem]) -> Iterator[Problem]:
    """Yield each problem with a cell; where many cells have the same fault, one for all of them."""
    alike: defaultdict[str, list[Problem]] = defaultdict(list)
    for each in unread:
        alike[repr((each.entry, sorted(_without_row(each).items())))].append(each)
    for same in alike.values():
        if len(same) > _ONE_BY_ONE:
            yield problem(same[0].entry, same[0].where, what=_first_of(same), **_without_row(same[0]))
        else:
            yield from same


def _without_row(unread: Problem) -> dict[str, Value]:
    return {name: value for name, value in unread.values.items() if name != "what"}


def _first_of(same: Sequence[Problem]) -> Message:
    first = tuple(ROW_AND_CELL(row=each.values["what"], cell=each.where.cell) for each in same[:_ONE_BY_ONE])
    return ROWS_AND_CELLS(first=first, more=len(same) - _ONE_BY_ONE)
