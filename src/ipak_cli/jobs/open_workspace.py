"""A workspace as a command holds it: settings, rubrics and stored results, read when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, overload

from ipak_cli.base.problem import Problem, ProblemsFoundError, has_errors, problem, worst_first
from ipak_cli.catalogue.report import OTHER_KINDS_NOT_SHOWN
from ipak_cli.catalogue.workspace import NO_STORED_RESULTS
from ipak_cli.report.trend import Trend, trend
from ipak_cli.rubric.lint_own_form import lint_own_form
from ipak_cli.rubric.load import parse_as_pekppp, parse_as_survey
from ipak_cli.rubric.own_settings import own_form
from ipak_cli.rubric.yaml_lines import by_line
from ipak_cli.workspace.config_file import load_config, read_rubric
from ipak_cli.workspace.staff import read_staff
from ipak_cli.workspace.store import (
    InputKind,
    item_table,
    load,
    store,
    stored_content,
    stored_periods,
    withdraw,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ipak_cli.base.period import Period, PeriodKind
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.rubric.load import LoadedRubric, RubricFile
    from ipak_cli.rubric.own_form import OwnForm
    from ipak_cli.rubric.pekppp import PekpppRubric
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.workspace.config import Config
    from ipak_cli.workspace.config_file import LoadedConfig
    from ipak_cli.workspace.store import ItemTable


@dataclass(frozen=True, slots=True)
class StoredResults:
    """The result documents of a workspace; each is read from the disk once, and parsed once.

    That is true while nobody else writes: under the lock, or for the moment of a command that reads.
    """

    workspace: Path
    _contents: dict[tuple[InputKind, Period], bytes] = field(default_factory=dict)
    _results: dict[tuple[InputKind, Period], SurveyResult | PekpppResult] = field(default_factory=dict)

    def periods(self, kind: InputKind) -> tuple[Period, ...]:
        """Return the periods that have a document of a kind, the oldest first."""
        return stored_periods(self.workspace, kind)

    def content(self, kind: InputKind, period: Period) -> bytes | None:
        """Return a document's bytes; ``None`` where there is none. Raises ``OSError`` when it is refused."""
        key = kind, period
        if key not in self._contents:
            found = stored_content(self.workspace, kind, period)
            if found is None:
                return None
            self._contents[key] = found
        return self._contents[key]

    @overload
    def load(self, kind: Literal[InputKind.SURVEY], period: Period) -> SurveyResult: ...
    @overload
    def load(self, kind: Literal[InputKind.PEKPPP], period: Period) -> PekpppResult: ...
    def load(self, kind: InputKind, period: Period) -> SurveyResult | PekpppResult:
        """Return a period's result.

        Raises ``ProblemsFoundError`` when there is none, or when it cannot be read or is another period's.
        """
        key = kind, period
        if key not in self._results:
            try:
                content = self.content(kind, period)
            except OSError:
                content = None  # what is refused is tried once more, and told by who tries
            self._results[key] = load(self.workspace, kind, period, content)
        return self._results[key]

    def store(self, kind: InputKind, period: Period, document: str) -> None:
        """Store a period's document, as :func:`ipak_cli.workspace.store.store` does."""
        store(self.workspace, kind, period, document, self._contents.get((kind, period)))
        self._contents[kind, period] = document.encode()
        self._results.pop((kind, period), None)

    def withdraw(self, kind: InputKind, period: Period) -> None:
        """Put a period's document aside, as :func:`ipak_cli.workspace.store.withdraw` does."""
        withdraw(self.workspace, kind, period)
        self._contents.pop((kind, period), None)
        self._results.pop((kind, period), None)

    def item_tables(self) -> Iterator[tuple[Period, ItemTable]]:
        """Yield the item table of every stored period; what is no sound result document is passed over."""
        for period in self.periods(InputKind.SURVEY):
            try:
                yield period, item_table(self.load(InputKind.SURVEY, period))
            except ProblemsFoundError:
                continue


@dataclass(frozen=True)
class OpenWorkspace:
    """A workspace's folder, and what a command reads of it; what is faulty raises ``ProblemsFoundError``."""

    folder: Path

    @cached_property
    def settings(self) -> LoadedConfig:
        """The settings of ``ipak.yaml``, with their lines and warnings."""
        return load_config(self.folder)

    @property
    def config(self) -> Config:
        """The settings alone."""
        return self.settings.config

    @cached_property
    def staff(self) -> tuple[str, ...]:
        """The names of the office's staff."""
        return read_staff(self.folder)

    @property
    def digest(self) -> str:
        """The digest of the settings, and of the names of the staff where there are any."""
        if not self.staff:
            return self.settings.digest
        return sha256("\n".join((self.settings.digest, *self.staff)).encode()).hexdigest()

    @cached_property
    def survey_file(self) -> RubricFile:
        """The survey rubric's file, which may have faults."""
        return read_rubric(self.folder, self.settings, "survey")

    @cached_property
    def pekppp_file(self) -> RubricFile:
        """The PEKPPP rubric's file, which may have faults."""
        return read_rubric(self.folder, self.settings, "pekppp")

    @cached_property
    def survey_rubric(self) -> LoadedRubric[SurveyRubric]:
        """The survey rubric of the settings."""
        return parse_as_survey(self.survey_file.document())

    @cached_property
    def survey_form(self) -> OwnForm | None:
        """The survey rubric as the office's own form asks it, where the settings say something of that."""
        return self.form_of(self.survey_rubric.rubric)

    def form_of(self, rubric: SurveyRubric) -> OwnForm | None:
        """Return a rubric as the office's own form asks it, where the settings say something of that."""
        config, place = self.config, self.settings.document.place
        if not config.has_own_form:
            return None
        if faults := by_line(lint_own_form(config.columns, config.answers, rubric, place)):
            raise ProblemsFoundError(faults)
        return own_form(rubric, config.columns, config.answers)

    @cached_property
    def pekppp_rubric(self) -> LoadedRubric[PekpppRubric]:
        """The PEKPPP rubric of the settings."""
        return parse_as_pekppp(self.pekppp_file.document())

    @cached_property
    def stored(self) -> StoredResults:
        """The stored result documents."""
        return StoredResults(self.folder)


def stored_trend(stored: StoredResults, kind: PeriodKind | None = None) -> Trend:
    """Join the stored survey results of a kind of period, without one that of the newest result.

    A result that cannot be read is left out and named in the problems, as are those of other kinds. Raises
    ``ProblemsFoundError`` when no result can be read, or when their rubrics cannot be joined.
    """
    periods = stored.periods(InputKind.SURVEY)
    if not periods:
        raise ProblemsFoundError([problem(NO_STORED_RESULTS)])
    kind = kind or max(periods, key=lambda each: (each.end, each)).kind
    results, unread = _load_all(stored, [each for each in periods if each.kind is kind])
    if others := [each for each in periods if each.kind is not kind]:
        kinds = tuple(dict.fromkeys(each.kind.value for each in others))
        names = ", ".join(each.name for each in others)
        unread.append(
            problem(OTHER_KINDS_NOT_SHOWN, kind=kind.value, others=names, kinds=kinds, first=kinds[0])
        )
    if not results:
        raise ProblemsFoundError(unread if has_errors(unread) else [problem(NO_STORED_RESULTS), *unread])
    try:
        joined = trend(results)
    except ProblemsFoundError as refusal:
        raise ProblemsFoundError((*unread, *refusal.problems)) from None
    return replace(joined, problems=worst_first((*unread, *joined.problems)))


def _load_all(stored: StoredResults, periods: Sequence[Period]) -> tuple[list[SurveyResult], list[Problem]]:
    results: list[SurveyResult] = []
    unread: list[Problem] = []
    for period in periods:
        try:
            results.append(stored.load(InputKind.SURVEY, period))
        except ProblemsFoundError as found:
            unread += found.problems
    return results, unread
