"""A workspace as a command holds it: settings, rubrics and stored results, read when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, overload

from ipak_cli.base.problem import Problem, ProblemsFoundError, problem, worst_first
from ipak_cli.catalogue.workspace import NO_STORED_RESULTS
from ipak_cli.report.trend import Trend, trend
from ipak_cli.rubric.lint_own_form import lint_own_form
from ipak_cli.rubric.load import parse_as_pekppp, parse_as_survey
from ipak_cli.rubric.own_settings import own_form
from ipak_cli.rubric.yaml_lines import by_line
from ipak_cli.workspace.config_file import load_config, read_rubric
from ipak_cli.workspace.store import (
    InputKind,
    item_table,
    load,
    store,
    stored_content,
    stored_quarters,
    withdraw,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipak_cli.base.quarter import Quarter
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
    _contents: dict[tuple[InputKind, Quarter], bytes] = field(default_factory=dict)
    _results: dict[tuple[InputKind, Quarter], SurveyResult | PekpppResult] = field(default_factory=dict)

    def quarters(self, kind: InputKind) -> tuple[Quarter, ...]:
        """Return the quarters that have a document of a kind, the oldest first."""
        return stored_quarters(self.workspace, kind)

    def content(self, kind: InputKind, quarter: Quarter) -> bytes | None:
        """Return a document's bytes; ``None`` where there is none. Raises ``OSError`` when it is refused."""
        key = kind, quarter
        if key not in self._contents:
            found = stored_content(self.workspace, kind, quarter)
            if found is None:
                return None
            self._contents[key] = found
        return self._contents[key]

    @overload
    def load(self, kind: Literal[InputKind.SURVEY], quarter: Quarter) -> SurveyResult: ...
    @overload
    def load(self, kind: Literal[InputKind.PEKPPP], quarter: Quarter) -> PekpppResult: ...
    def load(self, kind: InputKind, quarter: Quarter) -> SurveyResult | PekpppResult:
        """Return a quarter's result.

        Raises ``ProblemsFoundError`` when there is none, or when it cannot be read or is another quarter's.
        """
        key = kind, quarter
        if key not in self._results:
            try:
                content = self.content(kind, quarter)
            except OSError:
                content = None  # what is refused is tried once more, and told by who tries
            self._results[key] = load(self.workspace, kind, quarter, content)
        return self._results[key]

    def store(self, kind: InputKind, quarter: Quarter, document: str) -> None:
        """Store a quarter's document, as :func:`ipak_cli.workspace.store.store` does."""
        store(self.workspace, kind, quarter, document, self._contents.get((kind, quarter)))
        self._contents[kind, quarter] = document.encode()
        self._results.pop((kind, quarter), None)

    def withdraw(self, kind: InputKind, quarter: Quarter) -> None:
        """Put a quarter's document aside, as :func:`ipak_cli.workspace.store.withdraw` does."""
        withdraw(self.workspace, kind, quarter)
        self._contents.pop((kind, quarter), None)
        self._results.pop((kind, quarter), None)

    def item_tables(self) -> Iterator[tuple[Quarter, ItemTable]]:
        """Yield the item table of every stored quarter; what is no sound result document is passed over."""
        for quarter in self.quarters(InputKind.SURVEY):
            try:
                yield quarter, item_table(self.load(InputKind.SURVEY, quarter))
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


def stored_trend(stored: StoredResults) -> Trend:
    """Join the stored survey results; one that cannot be read is left out and named in the problems.

    Raises ``ProblemsFoundError`` when no result can be read, or when their rubrics cannot be joined.
    """
    results, unread = _load_all(stored)
    if not results:
        raise ProblemsFoundError(unread or [problem(NO_STORED_RESULTS)])
    try:
        joined = trend(results)
    except ProblemsFoundError as refusal:
        raise ProblemsFoundError((*unread, *refusal.problems)) from None
    return replace(joined, problems=worst_first((*unread, *joined.problems)))


def _load_all(stored: StoredResults) -> tuple[list[SurveyResult], list[Problem]]:
    results: list[SurveyResult] = []
    unread: list[Problem] = []
    for quarter in stored.quarters(InputKind.SURVEY):
        try:
            results.append(stored.load(InputKind.SURVEY, quarter))
        except ProblemsFoundError as found:
            unread += found.problems
    return results, unread
