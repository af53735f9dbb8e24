"""``ipak audit``: from finished reports, or their typed figures, to what arithmetic finds in them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipak_cli.audit.checks import check
from ipak_cli.audit.choose import best_instruments
from ipak_cli.audit.extract import extract
from ipak_cli.audit.finding import surest_first
from ipak_cli.audit.fit import fitted
from ipak_cli.audit.instrument import Instrument
from ipak_cli.audit.readers.limits import MOST_BYTES
from ipak_cli.audit.readers.report import read_report
from ipak_cli.audit.result import SCHEMA, AuditResult, Compared, audited
from ipak_cli.audit.stored import StoredResult, compare
from ipak_cli.audit.topic import is_of_pekppp
from ipak_cli.base.message import InFull
from ipak_cli.base.period import period_words
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.base.regular_file import NotRegularError, open_regular
from ipak_cli.catalogue.audit_command import (
    INSTRUMENT_DOUBTFUL,
    INSTRUMENT_UNKNOWN,
    REPORT_NOT_A_FILE,
    REPORT_PERIOD_UNKNOWN,
    STORED_UNREADABLE,
)
from ipak_cli.catalogue.files import FILE_NOT_FOUND, FILE_UNREADABLE
from ipak_cli.forms.audit_read import open_typed_table, read_typed_table
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.rubric import PEKPPP_RUBRIC
from ipak_cli.rubric.load import list_shipped, load_pekppp, load_rubric
from ipak_cli.rubric.survey import SurveyRubric
from ipak_cli.tables.missing import advice_on_missing
from ipak_cli.workspace.refusals import unreadable
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ipak_cli.audit.claim import Claims
    from ipak_cli.audit.document import Document
    from ipak_cli.audit.result import AuditedReport
    from ipak_cli.base.period import Period
    from ipak_cli.base.provenance import Tool
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.pekppp import PekpppRubric


@dataclass(frozen=True, slots=True)
class AuditRequest:
    """What is to be audited: the files, and what the user said of instrument and period.

    ``rubric`` is an id or a file, ``None`` to let each report tell; ``period`` replaces what a report says.
    ``workspace`` is the folder with whose stored results claims are compared, if there is one.
    """

    files: tuple[Path, ...]
    rubric: str | None = None
    period: Period | None = None
    workspace: Path | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """What every report of one call is read with: the instruments, and the stored results."""

    rubrics: tuple[LoadedRubric[SurveyRubric], ...]
    pekppp: PekpppRubric
    stored: Mapping[Period, StoredResult]
    problems: tuple[Problem, ...] = ()
    has_workspace: bool = False

    def instrument(self, rubric: SurveyRubric) -> Instrument:
        """Return a survey rubric as reports speak of it, with the PEKPPP rubric that they may follow too."""
        return Instrument(rubric, self.pekppp)


def audit_files(request: AuditRequest, tool: Tool) -> AuditResult:
    """Audit every file; raises ``ProblemsFoundError`` with what is wrong with all that cannot be read."""
    known = _known(request)
    reports: list[AuditedReport] = []
    problems: list[Problem] = []
    for path in request.files:
        try:
            reports.append(_audit(path, request, known))
        except ProblemsFoundError as found:
            problems += found.problems
    if problems:
        raise ProblemsFoundError(problems)
    return AuditResult(SCHEMA, tool, tuple(reports))


def _audit(path: Path, request: AuditRequest, known: _Known) -> AuditedReport:
    read = _read(path, request, known)
    claims, loaded = read.claims, read.loaded
    compared = Compared()
    if known.has_workspace:
        compared = compare(claims, known.stored, loaded.rubric.id, claims.period)
        compared = replace(compared, problems=(*compared.problems, *known.problems))
    told = () if claims.period else (problem(REPORT_PERIOD_UNKNOWN, Where(path.name)),)
    findings = surest_first((*check(claims, read.instrument), *compared.findings))
    return audited(read.document, claims, findings, loaded, compared, told)


@dataclass(frozen=True, slots=True)
class _Read:
    """A file's document, its claims, the rubric by which they were read, and how the file uses it."""

    document: Document
    claims: Claims
    loaded: LoadedRubric[SurveyRubric]
    instrument: Instrument


def _read(path: Path, request: AuditRequest, known: _Known) -> _Read:
    content = content_of(path)
    typed = open_typed_table(path.name, content)
    if typed is not None:
        loaded = _named(request.rubric or typed.rubric, known)
        instrument = known.instrument(loaded.rubric)
        claims = read_typed_table(typed, instrument, request.period)
        return _Read(typed.document, claims, loaded, instrument)
    document = read_report(path.name, content)
    loaded = known.rubrics[0] if request.rubric else _chosen(document, known)
    instrument = fitted(known.instrument(loaded.rubric), document)
    return _Read(document, extract(document, instrument, request.period), loaded, instrument)


def _named(name: str, known: _Known) -> LoadedRubric[SurveyRubric]:
    return next((each for each in known.rubrics if each.rubric.id == name), None) or load_rubric(name)


def _chosen(document: Document, known: _Known) -> LoadedRubric[SurveyRubric]:
    """Return the instrument that a report names most; the workspace's own wins over one like it."""
    instruments = {id(each.rubric): each for each in known.rubrics}
    best = best_instruments(document, (known.instrument(each.rubric) for each in known.rubrics))
    if len(best) != 1 and is_of_pekppp(document):
        return known.rubrics[0]  # no survey is read with it
    if len(best) != 1:
        names = tuple(each.rubric.id for each in best) or tuple(each.rubric.id for each in known.rubrics)
        entry = INSTRUMENT_DOUBTFUL if best else INSTRUMENT_UNKNOWN
        told = problem(entry, Where(document.name), known=InFull(", ".join(names)), first=names[0])
        raise ProblemsFoundError([told])
    return instruments[id(best[0].rubric)]


def _known(request: AuditRequest) -> _Known:
    workspace = None if request.workspace is None else OpenWorkspace(request.workspace)
    if request.rubric is not None:
        rubrics: Sequence[LoadedRubric[SurveyRubric]] = [load_rubric(request.rubric)]
    else:
        shipped = [each for each in list_shipped() if isinstance(each.rubric, SurveyRubric)]
        own = [] if workspace is None else [workspace.survey_rubric]
        ids = {each.rubric.id for each in own}
        rubrics = [*own, *(each for each in shipped if each.rubric.id not in ids)]  # type: ignore[list-item]
    if workspace is None:
        return _Known(tuple(rubrics), load_pekppp(PEKPPP_RUBRIC).rubric, {})
    stored, problems = _stored(workspace)
    return _Known(tuple(rubrics), workspace.pekppp_rubric.rubric, stored, problems, has_workspace=True)


def _stored(workspace: OpenWorkspace) -> tuple[Mapping[Period, StoredResult], tuple[Problem, ...]]:
    """Return the stored survey results, and what there is to say of those that cannot be read."""
    found: dict[Period, StoredResult] = {}
    problems: list[Problem] = []
    for period in workspace.stored.periods(InputKind.SURVEY):
        try:
            result = workspace.stored.load(InputKind.SURVEY, period)
        except ProblemsFoundError:
            problems.append(problem(STORED_UNREADABLE, period=period_words(period)))
            continue
        content = workspace.stored.content(InputKind.SURVEY, period) or b""
        found[period] = StoredResult(result, hashlib.sha256(content).hexdigest())
    return found, tuple(problems)


def content_of(path: Path) -> bytes:
    """Return what a report's file holds, one byte more than may be read of one that is too large.

    Raises ``ProblemsFoundError`` for a file that is not there, is no file, or is refused by the system.
    """
    try:
        with open_regular(path) as file:
            return file.read(MOST_BYTES + 1)
    except (IsADirectoryError, NotRegularError) as error:
        raise _refused(problem(REPORT_NOT_A_FILE, Where(path.name))) from error
    except FileNotFoundError as error:
        told = problem(FILE_NOT_FOUND, Where(path.name), advice=advice_on_missing(path))
        raise _refused(told) from error
    except OSError as error:
        raise _refused(problem(FILE_UNREADABLE, Where(path.name), reason=unreadable(error))) from error
    except ValueError as error:  # a name that no system has, such as one with a zero byte
        told = problem(FILE_NOT_FOUND, Where(path.name), advice=advice_on_missing(path))
        raise _refused(told) from error


def _refused(told: Problem) -> ProblemsFoundError:
    return ProblemsFoundError([told])
