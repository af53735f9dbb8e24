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
from ipak_cli.forms.settings import settings_form
from ipak_cli.forms.settings_names import cell_text, value_at
from ipak_cli.forms.settings_read import read_settings_form
from ipak_cli.forms.survey import write_new_workbook
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
from ipak_cli.workspace.layout import MARKER, SHOWN
from ipak_cli.workspace.yaml_edit import edited, put_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ipak_cli.forms.settings_read import FilledForm, FormCell
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.rubric.yaml_lines import Data, KeyPath


@dataclass(frozen=True, slots=True)
class Change:
    """What a cell changes: its place and label, what the settings said and will say; empty for nothing."""

    where: Where
    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class SettingsPlan:
    """Settings before and after a form, what changes, what is to know, and the examples that are left.

    With an error among the problems the changes need a person, and ``after`` is as before.
    """

    before: bytes
    after: bytes
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    examples: tuple[Problem, ...]


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


def plan_settings(before: bytes, form: Path, workspace: Path) -> SettingsPlan:
    """Return what a filled form makes of settings; nothing is written.

    Raises ``ProblemsFoundError`` when the settings themselves have faults, when the form cannot be read, with
    everything that is wrong in its cells.
    """
    parse_config(before)
    document = settings_document(before)
    filled = read_settings_form(open_any(form), document.renamed("quarters", "periods").data)
    wanted, changes = _merged(document.data, filled.cells)
    problems = (*filled.problems, *_faults(document, wanted, filled, workspace))
    if has_errors(problems):
        raise ProblemsFoundError(problems)
    after = _changed(before, wanted) if changes else before
    if after is None:
        problems, after = (*problems, problem(SETTINGS_NEED_HANDWORK, Where(MARKER))), before
    return SettingsPlan(before, after, changes, problems, look_over(after)[1])


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


def read_settings(workspace: Path) -> bytes:
    """Return the bytes of ``ipak.yaml``; raises ``ProblemsFoundError`` when it cannot be read."""
    try:
        with open_file(workspace, SHOWN.settings) as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        raise ProblemsFoundError([problem(SETTINGS_UNREADABLE, Where(MARKER))]) from None


def _merged(
    data: Mapping[str, Data], cells: Sequence[FormCell]
) -> tuple[dict[str, Data], tuple[Change, ...]]:
    """Return settings with what the cells say otherwise, and what that changes."""
    wanted, changes = deepcopy(dict(data)), []
    for cell in cells:
        path = _in_file(data, cell.path)
        old = value_at(wanted, path)
        if cell_text(old) != _shown(cell):
            changes.append(Change(cell.where, cell.label, cell_text(old), _shown(cell)))
            put_value(wanted, path, list(cell.value) if isinstance(cell.value, list) else cell.value)
    return wanted, tuple(changes)


def _shown(cell: FormCell) -> str:
    return "\n".join(cell.value) if isinstance(cell.value, list) else cell.value or ""


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
            names = _in_file(document.data, tuple(key for key in path if isinstance(key, str)))
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


def _in_file(data: Mapping[str, Data], path: tuple[str, ...]) -> tuple[str, ...]:
    """Return a place as the file calls it: most offices say "quarters"."""
    old = "quarters" in data and "periods" not in data
    return ("quarters", *path[1:]) if old and path[0] == "periods" else path


def _changed(before: bytes, wanted: Mapping[str, Data]) -> bytes | None:
    try:
        text = edited(before.decode("utf-8"), wanted)
    except UnicodeDecodeError:
        return None
    return None if text is None else text.encode()
