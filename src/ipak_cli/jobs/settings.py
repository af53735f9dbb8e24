"""``ipak settings``: the settings as a form, and a filled form as changes to ``ipak.yaml``.

Only what a cell says otherwise than the file is changed, and where it stands; all the rest keeps its bytes.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Problem, ProblemsFoundError, Severity, Where, has_errors, problem
from ipak_cli.catalogue.workspace import (
    SETTINGS_CHANGED_MEANWHILE,
    SETTINGS_NEED_HANDWORK,
    SETTINGS_UNREADABLE,
)
from ipak_cli.forms.follow_up_read import is_follow_up, read_follow_up_form
from ipak_cli.forms.form_record import key_of, path_of
from ipak_cli.forms.settings import settings_form
from ipak_cli.forms.settings_names import value_at
from ipak_cli.forms.settings_read import read_settings_form
from ipak_cli.forms.survey import write_new_workbook
from ipak_cli.jobs.follow_up import must_be_of_workspace
from ipak_cli.jobs.form_changes import changed_by, in_file
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import MAX_BYTES, Document
from ipak_cli.tables.open import open_any
from ipak_cli.workspace.atomic import write_file
from ipak_cli.workspace.config_file import (
    check_document,
    examples_left,
    parse_config,
    read_rubric,
    settings_document,
)
from ipak_cli.workspace.config_items import check_items
from ipak_cli.workspace.files import open_file
from ipak_cli.workspace.forms_read import ReadForm, last_said, remember_form
from ipak_cli.workspace.layout import MARKER, SHOWN
from ipak_cli.workspace.yaml_edit import edited, put_value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ipak_cli.forms.filled import FilledForm
    from ipak_cli.forms.form_record import SettingsPath
    from ipak_cli.jobs.form_changes import Change
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.rubric.yaml_lines import Data, KeyPath


@dataclass(frozen=True, slots=True)
class SettingsPlan:
    """Settings before and after a form, what changes, what is to know, and the examples that are left.

    With an error among the problems the changes need a person, and ``after`` is as before. ``read`` is what
    to remember of the form, and ``period`` the one that it is of, if it is of one alone.
    """

    before: bytes
    after: bytes
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    examples: tuple[Problem, ...]
    read: ReadForm | None
    period: str | None


@dataclass(frozen=True, slots=True)
class _FormDocument(Document):
    """Settings as a form wants them: what the form holds stands in its cells, the rest in ``ipak.yaml``."""

    cells: Mapping[KeyPath, Where] = field(default_factory=dict)

    def place(self, *path: str | int) -> Where:
        """Return the cell of a key or list entry, or of the nearest part around it; else the line."""
        inner = next((path[:end] for end in range(len(path), 0, -1) if path[:end] in self.cells), None)
        return Document.place(self, *path) if inner is None else self.cells[inner]


def write_settings_form(workspace: OpenWorkspace, out: Path, *, replace: bool) -> None:
    """Write the settings of a workspace as a form, whole or not at all.

    Raises ``ProblemsFoundError`` when the settings or their rubric have faults, and as
    :func:`ipak_cli.forms.survey.write_new_workbook` does.
    """
    data, rubric = workspace.settings.document.data, workspace.survey_rubric.rubric
    write_new_workbook(out, settings_form(data, rubric), replace=replace)


def plan_settings(
    before: bytes, form: Path, workspace: Path, *, content: bytes | None = None, anew: bool = False
) -> SettingsPlan:
    """Return what a filled form makes of settings, that of all settings or a period's follow-up.

    Nothing is written. ``content`` is what stands in the file, where it has been read. A new workspace takes
    all that a form says (``anew``). Raises ``ProblemsFoundError`` when the settings themselves have faults,
    and when the form cannot be read or is not of this workspace, with everything that is wrong in its cells.
    """
    config = parse_config(before).config
    document = settings_document(before)
    workbook, data = open_any(form, content), document.renamed("quarters", "periods").data
    if is_follow_up(workbook):
        filled = read_follow_up_form(workbook, data)
        must_be_of_workspace(filled, config, workspace, form.name)
    else:
        filled = read_settings_form(workbook, data)
    since = None if anew else _since(workspace, form.name, filled)
    return _planned(before, document, filled, since, workspace, _read(form.name, filled))


def plan_filled(before: bytes, filled: FilledForm, workspace: Path) -> SettingsPlan:
    """Return what a form makes of settings that was filled in on a page; its record tells what that showed.

    Nothing is written; raises as :func:`plan_settings` does.
    """
    since = filled.record.values if filled.record else None
    return _planned(before, settings_document(before), filled, since, workspace, None)


def _planned(
    before: bytes,
    document: Document,
    filled: FilledForm,
    since: Mapping[SettingsPath, str] | None,
    workspace: Path,
    read: ReadForm | None,
) -> SettingsPlan:
    made = changed_by(document.data, filled.cells, since)
    problems = (*filled.problems, *made.problems, *_faults(document, made.wanted, filled, workspace))
    if has_errors(problems):
        raise ProblemsFoundError(problems)
    after = _changed(before, made.wanted) if made.changes else before
    if after is None:
        problems, after = (*problems, problem(SETTINGS_NEED_HANDWORK, Where(MARKER))), before
    examples, period = look_over(after)[1], (filled.record.period or None) if filled.record else None
    return SettingsPlan(before, after, made.changes, problems, examples, read, period)


def _since(workspace: Path, name: str, filled: FilledForm) -> Mapping[SettingsPath, str] | None:
    """Return what a form's cells said when it was made, or when it was last read under its name."""
    if filled.record is None:
        return None
    last = last_said(workspace, name, filled.record.digest)
    said = {path: text for key, text in last.items() if (path := path_of(key))}
    return {**filled.record.values, **said}


def _read(name: str, filled: FilledForm) -> ReadForm | None:
    if filled.record is None:
        return None
    said = {key_of(cell.path): cell.text for cell in filled.cells}
    return ReadForm(name=name, digest=filled.record.digest, said=said)


def look_over(content: bytes) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the warnings about sound settings, and the examples that they still hold."""
    loaded = parse_config(content)
    return loaded.problems, examples_left(loaded.document)


def keep_settings(workspace: Path, plan: SettingsPlan) -> None:
    """Write the planned settings, and keep the former ones beside them.

    Raises ``ProblemsFoundError`` when the file is not what the plan began with, or the system refuses.
    """
    if read_settings(workspace) != plan.before:
        raise ProblemsFoundError([problem(SETTINGS_CHANGED_MEANWHILE, Where(MARKER))])
    if plan.after != plan.before:
        write_file(workspace, SHOWN.former_settings, plan.before, like=SHOWN.settings)
        write_file(workspace, SHOWN.settings, plan.after)
        remember_form(workspace, plan.read)


def read_settings(workspace: Path) -> bytes:
    """Return the bytes of ``ipak.yaml``; raises ``ProblemsFoundError`` when it cannot be read."""
    try:
        with open_file(workspace, SHOWN.settings) as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        raise ProblemsFoundError([problem(SETTINGS_UNREADABLE, Where(MARKER))]) from None


def _faults(
    document: Document, wanted: Mapping[str, Data], filled: FilledForm, workspace: Path
) -> tuple[Problem, ...]:
    """Return what the checks of settings find in the form's cells.

    Some checks need settings that others found sound: what is at fault is taken back, and the rest looked at.
    """
    tried, found, told = deepcopy(dict(wanted)), list[Problem](), set[Where]()
    while True:
        problems = _checked(_FormDocument(document.name, tried, document.lines, (), filled.places), workspace)
        fresh = [each for each in problems if each.where not in told]
        found += fresh
        at_fault = {each.where for each in fresh if each.severity is Severity.ERROR}
        told |= {each.where for each in fresh}
        back = [path for path, where in filled.places.items() if where in at_fault]
        if not back:
            return tuple(found)
        for path in back:
            names = in_file(document.data, tuple(key for key in path if isinstance(key, str)))
            put_value(tried, names, deepcopy(value_at(dict(document.data), names)))


def _checked(document: _FormDocument, workspace: Path) -> tuple[Problem, ...]:
    """Return the faults of settings, and what in the form's cells does not fit the rubric."""
    try:
        loaded = check_document(document, "")
        rubric = parse_as_survey(read_rubric(workspace, loaded, "survey").document()).rubric
    except ProblemsFoundError as found:
        return found.problems
    cells = set(document.cells.values())
    items = check_items(loaded.config, rubric, loaded.document.place)
    return (*loaded.problems, *(each for each in items if each.where in cells))


def _changed(before: bytes, wanted: Mapping[str, Data]) -> bytes | None:
    try:
        text = edited(before.decode("utf-8"), wanted)
    except UnicodeDecodeError:
        return None
    return None if text is None else text.encode()
