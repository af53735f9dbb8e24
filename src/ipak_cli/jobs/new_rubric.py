"""``ipak rubric new``: a form read, what is said of it drafted and kept, checked, and tried on its file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.new_rubric import FORM_WITHOUT_HEADS, KNOWN_FORM_NEEDS_WORKSPACE
from ipak_cli.catalogue.usage import TARGET_FILE_EXISTS
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.read_survey import sheet_missing
from ipak_cli.jobs.rubric import Checked, check_rubric
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.jobs.score_kept import score_by_settings
from ipak_cli.rubric.draft import columns_text, rubric_text
from ipak_cli.rubric.load import list_shipped, load_rubric, parse_as_survey
from ipak_cli.rubric.survey import SurveyRubric
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.form.columns import Use, read_form
from ipak_cli.survey.form.drafts import draft_columns, draft_rubric, roles_draft
from ipak_cli.survey.form.earlier import beside_earlier
from ipak_cli.survey.form.questions import Known, rubric_id
from ipak_cli.survey.form.said import Topic
from ipak_cli.tables.open import open_any
from ipak_cli.workspace.atomic import ensure_folder, write_file, write_whole
from ipak_cli.workspace.config_file import load_config
from ipak_cli.workspace.layout import MARKER, SHOWN
from ipak_cli.workspace.settings_text import changed_settings

if TYPE_CHECKING:
    from ipak_cli.base.provenance import Tool
    from ipak_cli.rubric.draft import ColumnsDraft
    from ipak_cli.survey.form.columns import Form
    from ipak_cli.survey.form.said import Said
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.tables.workbook import Workbook

FOLDER: Final = PurePath("rubrik")
"""Where the rubrics of a workspace stand."""


@dataclass(frozen=True, slots=True)
class OpenForm:
    """An export as opened, the form that it holds, and what is known beside it."""

    path: Path
    workbook: Workbook
    form: Form
    known: Known


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rubric goes: into a workspace, into a file that was named; ``replace`` what stands there."""

    workspace: Path | None
    out: Path | None = None
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What was written: the rubric's file, or none where the settings say it all.

    ``rubric`` is the name that ``--rubric`` takes; ``settings`` tells that ``ipak.yaml`` was changed.
    """

    rubric: str
    file: Path | None
    settings: bool


@dataclass(frozen=True, slots=True)
class Made(Kept):
    """What was kept of a form, the rubric as checked, and how the file scores."""

    checked: Checked
    result: SurveyResult


def open_form(path: Path, sheet: str | None, workspace: Path | None) -> OpenForm:
    """Open an export, and choose the sheet with most columns like items: a visible one before hidden ones.

    Raises ``ProblemsFoundError`` when it cannot be read, has no such sheet, or no row of heads.
    """
    workbook = open_any(path)
    known = _known(path, workspace)
    sheets = [each for each in workbook.sheets if sheet is None or each.name == sheet]
    if not sheets:
        raise ProblemsFoundError([sheet_missing(workbook, sheet or "")])
    forms = [
        (not each.hidden, len(form.of(Use.ITEM)), len(form.columns), form)
        for each in sheets
        if (form := read_form(each, known.rubrics[0])) is not None
    ]
    if not forms:
        raise ProblemsFoundError([*workbook.problems, problem(FORM_WITHOUT_HEADS, Where(workbook.file))])
    best = max(forms, key=lambda found: (found[1] > 0, *found[:3]))
    return OpenForm(path, workbook, best[3], known)


@cache
def _shipped() -> tuple[SurveyRubric, ...]:
    """Return the survey rubrics that come with the program, which a page asks for again and again."""
    return tuple(each.rubric for each in list_shipped() if isinstance(each.rubric, SurveyRubric))


def _known(path: Path, workspace: Path | None) -> Known:
    """Return the shipped survey rubrics, and first that of the workspace where it is sound."""
    shipped = _shipped()
    if workspace is None:
        return Known(shipped, path.stem)
    opened = OpenWorkspace(workspace)
    name = opened.config.rubrics.survey
    try:
        own = opened.survey_rubric.rubric
    except ProblemsFoundError:  # a rubric that is gone may be why a new one is made
        return Known(shipped, path.stem)
    others = (rubric for rubric in shipped if rubric.id != own.id)
    return Known((own, *others), path.stem, {} if name == own.id else {own.id: name})


def target(opened: OpenForm, said: Said, place: Place) -> Path | None:
    """Return the file of the new rubric; ``None`` where the settings say it all.

    Raises ``ProblemsFoundError`` where it exists already, and where settings are needed and there are none.
    """
    rubric = opened.known.named(said.one(Topic.LIKE) or "", opened.form)
    if rubric is not None:
        if place.workspace is None:
            raise ProblemsFoundError([problem(KNOWN_FORM_NEEDS_WORKSPACE, rubric=rubric.id)])
        return None
    name = rubric_id(said.one(Topic.NAME) or opened.known.stem)
    inside = place.workspace / FOLDER if place.workspace is not None else Path()
    out = place.out or inside / f"{name}.yaml"
    if out.exists() and not place.replace:
        raise ProblemsFoundError([problem(TARGET_FILE_EXISTS, Where(str(out)))])
    return out


def make_rubric(opened: OpenForm, said: Said, place: Place, tool: Tool) -> Made:
    """Keep what was said as a rubric's file or in the settings, check it, and score the file with it.

    Raises ``ProblemsFoundError``, and leaves everything as it was, where what would be written has faults.
    """
    return _tried(opened, keep_form(opened, said, place), place, tool)


def keep_form(opened: OpenForm, said: Said, place: Place) -> Kept:
    """Keep what was said as a rubric's file or in the settings; raises as :func:`make_rubric` does."""
    out = target(opened, said, place)
    rubric = opened.known.named(said.one(Topic.LIKE) or "", opened.form)
    if out is None and rubric is not None:
        name = opened.known.called(rubric)
        block = columns_text(_drafted(opened.form, said, rubric, name, place))
        return Kept(name, None, settings=_keep_settings(place, block, name))
    file = out or Path(f"{rubric_id(opened.known.stem)}.yaml")
    name = said.one(Topic.NAME) or file.stem
    draft = draft_rubric(opened.form, said.saying(Topic.NAME, name), opened.known.rubrics[0].profiles)
    text = rubric_text(draft).encode()
    parse_as_survey(read_document(text, str(file)))
    if place.workspace is None or place.out is not None:
        write_whole(file, text)
        changed = False
    else:
        roles = roles_draft(opened.form, said, draft.id)
        changed = _keep_both(place.workspace, file, text, columns_text(roles) if roles else "")
    return Kept(str(file), file, settings=changed)


def _drafted(form: Form, said: Said, rubric: SurveyRubric, name: str, place: Place) -> ColumnsDraft:
    """Draft a form's heads and words, beside those of earlier forms of the same rubric, if there are any."""
    config = None if place.workspace is None else load_config(place.workspace).config
    if config is None or config.rubrics.survey != name:
        return draft_columns(form, said, rubric)
    answers = config.answers
    draft = draft_columns(form, said, rubric, told=answers.all_words)
    where = Where(MARKER)
    return beside_earlier(draft, config.columns, answers, form, where, rubric, replacing=place.replace)


def _keep_both(workspace: Path, file: Path, text: bytes, block: str) -> bool:
    """Write a rubric of a workspace, and name it in the settings; tell whether those changed."""
    inside = FOLDER / file.name
    settings = changed_settings(workspace, block, inside.as_posix())
    ensure_folder(workspace, FOLDER)
    write_file(workspace, inside, text)
    return _write_settings(workspace, settings)


def _keep_settings(place: Place, block: str, rubric: str) -> bool:
    if place.workspace is None:
        return False
    return _write_settings(place.workspace, changed_settings(place.workspace, block, rubric))


def _write_settings(workspace: Path, settings: bytes) -> bool:
    before = load_config(workspace).digest
    write_file(workspace, SHOWN.settings, settings)
    return load_config(workspace).digest != before


def _tried(opened: OpenForm, kept: Kept, place: Place, tool: Tool) -> Made:
    """Check the rubric that was made, and score the file with it; nothing is stored."""
    rubric = kept.rubric
    inside = place.workspace is not None and kept.file is None and rubric in opened.known.files.values()
    checked = check_rubric(str(place.workspace / rubric) if place.workspace and inside else rubric)
    request = ScoreRequest(files=(opened.workbook,), sheet=opened.form.where.sheet)
    if place.workspace is None:
        result = score(request, load_rubric(rubric), tool)
    else:
        named = rubric if place.out is not None else None
        result = score_by_settings(request, named, OpenWorkspace(place.workspace), tool)
    return Made(rubric, kept.file, kept.settings, checked, result)
