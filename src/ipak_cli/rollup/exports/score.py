"""Score one task's exports: the same files and options give the same facts, wherever and how often."""

from __future__ import annotations

import hashlib
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Problem, ProblemsFoundError, Severity, Where, has_errors, problem
from ipak_cli.catalogue.rollup_exports import (
    EXPORT_LEFT_OUT,
    EXPORT_UNFORESEEN,
    EXPORT_WITHOUT_PERIOD,
    UNIT_CELLS_EMPTY,
)
from ipak_cli.catalogue.survey import DAY_MONTH_ORDER_UNCERTAIN, NO_RESPONDENTS, ROWS_OUTSIDE_PERIOD
from ipak_cli.jobs.read_files import FilesRead
from ipak_cli.jobs.read_survey import Reading
from ipak_cli.jobs.score import ScoreRequest, score_each_period
from ipak_cli.rollup.exports.by_unit import divided_by_unit, find_unit_column, order_of_all
from ipak_cli.rollup.exports.fetch import fetched
from ipak_cli.rollup.exports.task import ExportOutcome, LeftOut
from ipak_cli.rollup.facts import ProblemFact
from ipak_cli.rollup.read import survey_facts
from ipak_cli.rubric.own_form import OwnForm, asked_of
from ipak_cli.tables.open import open_any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from ipak_cli.rollup.exports.by_unit import UnitColumn, UnitRows
    from ipak_cli.rollup.exports.task import ExportOptions, ExportTask
    from ipak_cli.rollup.facts import Facts
    from ipak_cli.survey.reading.date_order import DateOrder
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.tables.workbook import Workbook


def score_tasks(tasks: Sequence[ExportTask], options: ExportOptions) -> list[ExportOutcome]:
    """Score a batch of tasks, in their order."""
    return [score_task(task, options) for task in tasks]


def score_task(task: ExportTask, options: ExportOptions) -> ExportOutcome:
    """Score a task's exports; whatever is wrong with them is told, and never ends the others' work."""
    try:
        with ExitStack() as stack:
            paths = [stack.enter_context(fetched(file)) for file in task.files]
            return _Scoring(task, options, paths).outcome()
    except ProblemsFoundError as refused:
        return left_out(task, refused.problems)
    except Exception as error:  # noqa: BLE001 (a mistake of ours in one file of thousands)
        return left_out(task, [problem(EXPORT_UNFORESEEN, Where(task.source), reason=type(error).__name__)])


def left_out(task: ExportTask, problems: Iterable[Problem]) -> ExportOutcome:
    """Return the outcome of a task of which nothing is counted."""
    told = [
        replace(each, where=replace(each.where, file=source_of(task, each.where.file))) for each in problems
    ]
    period = task.period.name if task.period else None
    return ExportOutcome(task, left_out=(_left_out(task.source, task.unit, told, period),))


def source_of(task: ExportTask, name: str | None) -> str:
    """Return the path below the folder of a file of a task; problems of its content tell its name alone."""
    sources = [file.source for file in task.files]
    return next((each for each in sources if name in {each, PurePosixPath(each).name}), task.source)


def _left_out(source: str, unit: str, problems: Sequence[Problem], period: str | None) -> LeftOut:
    errors = Counter(each.code for each in problems if each.severity is Severity.ERROR)
    told = problem(EXPORT_LEFT_OUT, Where(source), count=errors.total(), codes=tuple(sorted(errors)))
    return LeftOut(source, unit, told, problem_facts(problems), period)


def problem_facts(problems: Iterable[Problem], digest: str = "") -> tuple[ProblemFact, ...]:
    """Return problems as rows of a table: without their values, in which a text of an answer could stand."""
    return tuple(
        ProblemFact(
            digest, each.code, str(each.severity), each.where.file or "", each.where.sheet, each.where.cell
        )
        for each in problems
    )


@dataclass(frozen=True)
class _Scoring:
    """A task whose files are at hand, and how they are read."""

    task: ExportTask
    options: ExportOptions
    paths: Sequence[Path]

    def outcome(self) -> ExportOutcome:
        """Score the files as one unit's, or as those of the units of a column."""
        books = self._books()
        column = None
        if self.options.unit_column is not None or self.task.maybe_by_column:
            named = self.task.maybe_by_column
            column = find_unit_column(books[0], self._reading, self.options.unit_column, named=named)
        if column is not None:
            return self._divided(books[0], column)
        results = self._results(self._request(books, self.task.unit, self.options.date_order))
        return self._joined(self._kept(result, self.task.unit, lambda cell: cell) for result in results)

    def _divided(self, book: Workbook, column: UnitColumn) -> ExportOutcome:
        """Score the units of a file one after the other."""
        orders: list[DateOrder | None] = []
        with divided_by_unit(column, self.task.part) as units:
            return self._joined(kept for unit in units for kept in self._unit(book, unit, orders))

    def _unit(
        self, book: Workbook, unit: UnitRows, orders: list[DateOrder | None]
    ) -> Iterator[Facts | LeftOut]:
        """Score a unit; dates that it leaves open are read as the whole file's decide."""

        def read(reading: Reading) -> FilesRead:
            return FilesRead(answers=(unit.read(book, reading),))

        results = self._results(self._request([book], unit.unit, self.options.date_order), read)
        if any(each.entry is DAY_MONTH_ORDER_UNCERTAIN for result in results for each in result.problems):
            if not orders:
                orders.append(order_of_all(unit.column))
            if orders[0] is not None:
                results = self._results(self._request([book], unit.unit, orders[0]), read)
        if unit.unit:
            yield from (self._kept(result, unit.unit, unit.cell) for result in results)
        elif any(_has_answers(result) for result in results):
            where = Where(source_of(self.task, book.file), unit.column.form.sheet.name, unit.first_cell)
            told = [problem(UNIT_CELLS_EMPTY, where, count=len(unit.divided.rows("")))]
            yield _left_out(self.task.source, "", told, None)

    def _joined(self, parts: Iterable[Facts | LeftOut]) -> ExportOutcome:
        facts: list[Facts] = []
        out: list[LeftOut] = []
        for part in parts:
            if isinstance(part, LeftOut):
                out.append(part)
            else:
                facts.append(part)
        return ExportOutcome(self.task, tuple(facts), tuple(out))

    def _request(self, books: Sequence[Workbook], unit: str, order: DateOrder | None) -> ScoreRequest:
        return ScoreRequest(
            tuple(books),
            period=self.task.period,
            unit=unit,
            sheet=self.options.sheet,
            date_order=order,
            lenient=self.options.lenient,
            figures_only=True,
        )

    def _results(
        self, request: ScoreRequest, read: Callable[[Reading], FilesRead] | None = None
    ) -> tuple[SurveyResult, ...]:
        """Score files as one survey a period."""
        return score_each_period(request, self.options.rubric, self.options.tool, read)

    def _kept(
        self, result: SurveyResult, unit: str, cell: Callable[[str | None], str | None]
    ) -> Facts | LeftOut:
        """Return what is kept of a unit's period, or why nothing is."""
        # Where every period is scored, no row lies outside of all.
        every = self.task.period is None
        told = [each for each in result.problems if not (every and each.entry is ROWS_OUTSIDE_PERIOD)]
        if not has_errors(told) and result.period.name is None:
            told.append(problem(EXPORT_WITHOUT_PERIOD, Where(self.task.files[0].source)))
        told = [replace(each, where=self._where(each.where, cell)) for each in told]
        source = self.task.source if unit == self.task.unit else f"{self.task.source}#{unit}"
        if has_errors(told):
            return _left_out(source, unit, told, result.period.name)
        digest = self._digest(unit, result)
        return replace(survey_facts(result, digest, source), problems=problem_facts(told, digest))

    def _where(self, where: Where, cell: Callable[[str | None], str | None]) -> Where:
        return replace(where, file=source_of(self.task, where.file), cell=cell(where.cell))

    def _digest(self, unit: str, result: SurveyResult) -> str:
        """Return what the facts depend on, as one digest: files, rubric, options, unit and period."""
        options = self.options
        asked = options.sheet, options.date_order, options.lenient, options.unit_column
        files = sorted(source.sha256 for source in result.sources)
        parts = (*files, options.rubric.digest, *map(str, asked), unit, str(result.period.name))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def _books(self) -> list[Workbook]:
        """Open the files; each that cannot be opened is told."""
        books: list[Workbook] = []
        problems: list[Problem] = []
        for path in self.paths:
            try:
                books.append(open_any(path))
            except ProblemsFoundError as refused:
                problems += refused.problems
        if problems:
            raise ProblemsFoundError(problems)
        return books

    @cached_property
    def _reading(self) -> Reading:
        rubric, options = self.options.rubric.rubric, self.options
        form = OwnForm(rubric, asked_of(rubric) if rubric.has_means else rubric)
        return Reading(form, options.sheet, options.date_order, options.lenient)


def _has_answers(result: SurveyResult) -> bool:
    """Tell whether rows without a unit are responses, and no footer or sum below a table."""
    if has_errors(result.problems):
        return any(
            each.severity is Severity.ERROR and each.entry is not NO_RESPONDENTS for each in result.problems
        )
    return bool(result.respondents)
