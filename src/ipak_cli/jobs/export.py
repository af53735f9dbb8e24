"""``ipak export``: from a workspace's stored results to tidy tables with their data dictionary."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem, worst_first
from ipak_cli.catalogue.report import EXPORT_FORMAT_NOT_INSTALLED
from ipak_cli.catalogue.workspace import NO_STORED_RESULTS
from ipak_cli.export.formats import FORMATS
from ipak_cli.export.package import FILE, Origin, data_package
from ipak_cli.export.rows import filled_tables
from ipak_cli.jobs.report_inputs import load_inputs
from ipak_cli.jobs.written import WrittenFile, place_for_files, write_files
from ipak_cli.report.checks import check_survey
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from ipak_cli.base.period import Period
    from ipak_cli.jobs.open_workspace import OpenWorkspace

SCHEMA: Final = "ipak/export/1"
DEFAULT: Final = ("csv",)


@dataclass(frozen=True, slots=True)
class ExportMade:
    """What was written, of which periods, and what there is to know about it."""

    schema: str
    periods: tuple[str, ...]
    files: tuple[WrittenFile, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class RenderedExport:
    """An export's files by name before they are written, the dictionary last, and what to know about it."""

    periods: tuple[Period, ...]
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def stored_periods(workspace: OpenWorkspace) -> tuple[Period, ...]:
    """Return every period that has a result, the earliest first.

    Raises ``ProblemsFoundError`` where nothing is stored.
    """
    stored = workspace.stored.periods(InputKind.SURVEY)
    if not stored:
        raise ProblemsFoundError([problem(NO_STORED_RESULTS)])
    return stored


def make_export(
    workspace: OpenWorkspace, periods: Sequence[Period], out: Path | None = None, formats: Sequence[str] = ()
) -> ExportMade:
    """Write the tables of periods into ``out``, else into the workspace; the same inputs give the same bytes.

    ``formats`` are names of :data:`ipak_cli.export.formats.FORMATS`. Raises ``ProblemsFoundError`` where a
    period has no result that its report could show, for a format that is not installed, for faults of
    settings and rubrics, and when the system refuses; nothing is written then.
    """
    rendered = render_export(workspace, periods, formats)
    own = SHOWN.export(rendered.periods[0] if len(rendered.periods) == 1 else None)
    root, folder = place_for_files(workspace.folder, own, out)
    written = write_files(workspace.folder, root, folder, rendered.files)
    return ExportMade(
        SCHEMA,
        tuple(period.name for period in rendered.periods),
        written.files,
        worst_first((*rendered.problems, *written.problems)),
    )


def render_export(
    workspace: OpenWorkspace, periods: Sequence[Period], formats: Sequence[str] = ()
) -> RenderedExport:
    """Make an export without writing it; raises as :func:`make_export` does."""
    names = [*dict.fromkeys(formats or DEFAULT)]
    if faults := [*_not_installed(names)]:
        raise ProblemsFoundError(faults)
    origins, problems = _origins(workspace, periods)
    materials = [each.material for each in origins]
    tables = filled_tables(materials)
    files = {name: FORMATS[name].render(tables) for name in names}
    package = data_package(tables, files, origins, workspace.config.export.license)
    return RenderedExport(
        tuple(material.period for material in materials),
        {**{name: data for made in files.values() for name, data in made.items()}, FILE: package},
        worst_first(problems),
    )


def _not_installed(names: Sequence[str]) -> Iterator[Problem]:
    for name in names:
        if modules := FORMATS[name].lacks:
            yield problem(EXPORT_FORMAT_NOT_INSTALLED, format=name, modules=" ".join(modules))


def _origins(
    workspace: OpenWorkspace, periods: Sequence[Period]
) -> tuple[tuple[Origin, ...], tuple[Problem, ...]]:
    """Read the periods and check each as its report does; raises for what no report could be made of."""
    origins: list[Origin] = []
    problems: list[Problem] = []
    for period in periods:
        inputs = load_inputs(workspace, period)
        document = SHOWN.result(period, InputKind.SURVEY.file).as_posix()
        checked = check_survey(inputs.material, inputs.survey_rubric, Where(document))
        problems += [each for each in (*inputs.notices, *checked) if each not in problems]
        content = workspace.stored.content(InputKind.SURVEY, period) or b""
        origins.append(Origin(inputs.material.as_circulated(), document, hashlib.sha256(content).hexdigest()))
    if has_errors(problems):
        raise ProblemsFoundError(worst_first(problems))
    return tuple(origins), tuple(problems)
