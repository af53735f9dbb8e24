"""``ipak publish``: from a workspace's stored results to one page for the public, in all its forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem, worst_first
from ipak_cli.catalogue.publication import (
    COLOUR_TOO_LIGHT,
    LINK_TOO_LONG_FOR_CODE,
    PUBLISHED_AS_DRAFT,
    SHEET_NOT_INSTALLED,
    SHEET_TEMPLATE_FAILED,
    SHEET_TEMPLATE_FETCHES,
    SHEET_TEMPLATE_OF_SEVERAL_PAGES,
    TOO_FEW_TO_PUBLISH,
)
from ipak_cli.catalogue.report import NOT_TYPESET
from ipak_cli.jobs.report import cross_checked
from ipak_cli.jobs.report_inputs import load_inputs
from ipak_cli.jobs.written import WrittenFile, place_for_files, write_files
from ipak_cli.publication.colours import palette
from ipak_cli.publication.compose import LONGEST_LINK, Said, compose, lacking
from ipak_cli.report.templates import SHEET, own_path
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.own_templates import own_sheet, own_templates
from ipak_cli.workspace.report_files import office_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from typst import TypstError

    from ipak_cli.base.period import Period
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.jobs.report_inputs import ReportInputs
    from ipak_cli.publication.colours import Palette
    from ipak_cli.publication.poster import Logo
    from ipak_cli.publication.sheet import Publication
    from ipak_cli.report.office_files import OfficeFiles
    from ipak_cli.workspace.config_file import LoadedConfig
    from ipak_cli.workspace.config_publication import PublicationSettings

SCHEMA: Final = "ipak/publication/1"
PAGE: Final = "publikasi.html"
MESSAGE: Final = "publikasi.txt"
_NEEDS: Final = ("typst", "segno", "font_lato")
_PACKAGE: Final = re.compile(r'"(@[\w-]+/[\w-]+)')
"""A package of the typesetter, which it would fetch: ``"@preview/name:1.0.0"``."""


_LINE: Final = re.compile(r"main\.typ:(\d+):")
"""The line of a template in what the typesetter says of its fault."""


@dataclass(frozen=True, slots=True)
class PublicationMade:
    """What was written, whether it is a draft, what it lacks, and what there is to know about it."""

    schema: str
    period: str
    draft: bool
    files: tuple[WrittenFile, ...]
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class RenderedPublication:
    """A publication's files by name before they are written, and all that is told of them."""

    period: Period
    draft: bool
    files: Mapping[str, bytes]
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


def make_publication(workspace: OpenWorkspace, period: Period, out: Path | None = None) -> PublicationMade:
    """Write a period's page in all its forms into ``out``, else into the workspace; same inputs, same bytes.

    Raises ``ProblemsFoundError`` when there is no result, when a cross-check fails, when there are fewer
    respondents than a group must have to be shown, for faults of settings and own templates, and when the
    system refuses; nothing is written then.
    """
    return write_publication(render_publication(workspace, period), workspace.folder, out)


def render_publication(workspace: OpenWorkspace, period: Period) -> RenderedPublication:
    """Make a period's page without writing it; raises as :func:`make_publication` does.

    A draft is made and marked, not refused: the office has to see it to finish it.
    """
    if lacks := [module for module in _NEEDS if find_spec(module) is None]:
        raise ProblemsFoundError([problem(SHEET_NOT_INSTALLED, modules=" ".join(lacks))])
    inputs = load_inputs(workspace, period)
    refused = (*cross_checked(inputs), *_too_few(inputs, period))
    if has_errors(refused):
        raise ProblemsFoundError(worst_first((*inputs.notices, *refused)))
    settings = workspace.config.publication
    said = Said(settings.service, settings.link, settings.items)
    material = inputs.material.as_circulated()
    given = compose(material, said)
    colours, told = _colours(settings, workspace.settings)
    files = _files(
        given, colours, _logos(office_files(workspace.folder, workspace.settings)), workspace.folder
    )
    problems = (*inputs.notices, *refused, *told, *_link(given, workspace.settings), *_draft(given))
    missing = tuple(lacking(material, said))
    return RenderedPublication(period, bool(given.draft), files, missing, worst_first(problems))


def write_publication(made: RenderedPublication, workspace: Path, out: Path | None = None) -> PublicationMade:
    """Write a page's files into ``out``, else into the workspace; raises when the system refuses."""
    root, folder = place_for_files(workspace, SHOWN.report(made.period), out)
    written = write_files(workspace, root, folder, made.files)
    problems = worst_first((*made.problems, *written.problems))
    return PublicationMade(SCHEMA, str(made.period), made.draft, written.files, made.missing, problems)


def _files(
    given: Publication, colours: Palette, logos: Sequence[Logo], workspace: Path
) -> Mapping[str, bytes]:
    from ipak_cli.publication.message import message  # noqa: PLC0415 (a refusal loads no typesetter)
    from ipak_cli.publication.page import page  # noqa: PLC0415 (as above)

    own = own_templates(workspace)
    return {
        **_pictures(given, colours, logos, own_sheet(workspace)),
        PAGE: page(given, colours, own.texts, logos).encode(),
        MESSAGE: message(given).encode(),
    }


def _pictures(
    given: Publication, colours: Palette, logos: Sequence[Logo], template: bytes | None
) -> Mapping[str, bytes]:
    """Return the sheet in each size; raises ``ProblemsFoundError`` where the typesetter refuses one."""
    from typst import TypstError  # noqa: PLC0415 (as above)

    from ipak_cli.publication.poster import SIZES, SeveralPagesError, typeset  # noqa: PLC0415 (as above)

    where, made = Where(own_path(SHEET)), {}
    if template is not None and (found := _PACKAGE.search(template.decode("utf-8", "replace"))):
        raise ProblemsFoundError([problem(SHEET_TEMPLATE_FETCHES, where, package=found[1])])
    for size in SIZES:
        try:
            made[size.file] = typeset(given, size, colours, logos=logos, template=template)
        except TypstError as fault:
            raise ProblemsFoundError([_failed(fault, size.file, own=template is not None)]) from None
        except SeveralPagesError:
            if template is None:
                raise
            told = problem(SHEET_TEMPLATE_OF_SEVERAL_PAGES, where, file=size.file)
            raise ProblemsFoundError([told]) from None
    return made


def _failed(fault: TypstError, file: str, *, own: bool) -> Problem:
    """Tell what the typesetter refuses: of an office's own sheet with its line where it names one."""
    if not own:
        return problem(NOT_TYPESET, file=file, reason=fault)
    line = _LINE.search(fault.diagnostic)
    where = Where(own_path(SHEET), line=int(line[1]) if line else None)
    return problem(SHEET_TEMPLATE_FAILED, where, file=file, reason=fault)


def _logos(given: OfficeFiles) -> Sequence[Logo]:
    """Return the logos of the report's cover for the head of the sheet and of the page."""
    from ipak_cli.publication.poster import Logo  # noqa: PLC0415 (as above)

    return tuple(Logo(each.picture.file_name, each.content, each.picture.alt) for each in given.logos)


def _too_few(inputs: ReportInputs, period: Period) -> Iterator[Problem]:
    """Yield the refusal of results of so few people that an item's mean almost tells what each answered."""
    count, smallest = inputs.material.survey.least_respondents, inputs.survey_rubric.rubric.smallest_group
    if count < smallest:
        yield problem(TOO_FEW_TO_PUBLISH, period=period, count=count, smallest=smallest)


def _colours(settings: PublicationSettings, loaded: LoadedConfig) -> tuple[Palette, tuple[Problem, ...]]:
    colours, darkened = palette(settings.colours)
    where = loaded.document.place("publication", "colours")
    return colours, tuple(
        problem(
            COLOUR_TOO_LIGHT, where,
            colour=each.colour, contrast=_comma(each.contrast), least=_comma(each.least), used=each.used,
        )
        for each in darkened
    )  # fmt: skip


def _comma(ratio: float) -> str:
    return f"{ratio:.2f}".replace(".", ",")


def _link(given: Publication, loaded: LoadedConfig) -> Iterator[Problem]:
    if given.link is not None and not given.link.has_code:
        part = "publication" if loaded.config.publication.link else "report"
        where = loaded.document.place(part, "link")
        yield problem(LINK_TOO_LONG_FOR_CODE, where, count=len(given.link.address), most=LONGEST_LINK)


def _draft(given: Publication) -> Iterator[Problem]:
    if given.draft:
        yield problem(PUBLISHED_AS_DRAFT, reasons=" ".join(given.draft))
