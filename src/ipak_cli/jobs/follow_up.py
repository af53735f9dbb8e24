"""The form of a period's follow-up beside its report: written anew as long as nobody has filled it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.follow_up import (
    FILLED_FORM_KEPT,
    FORM_MADE_BY_REPORT,
    FORM_OF_OTHER_RUBRIC,
    FORM_OF_OTHER_UNIT,
    FORM_PERIOD_WITHOUT_RESULT,
    FORM_STILL_OPEN,
)
from ipak_cli.jobs.kept_workbooks import is_taken, remove_unless_taken
from ipak_cli.workspace.atomic import Written, write_for_people
from ipak_cli.workspace.config_file import TO_REPLACE
from ipak_cli.workspace.layout import FOLLOW_UP_FORM, open_marks
from ipak_cli.workspace.store import InputKind, load, stored_periods

if TYPE_CHECKING:
    from pathlib import Path, PurePath

    from ipak_cli.forms.filled import FilledForm
    from ipak_cli.report.material import Material
    from ipak_cli.rubric.yaml_lines import Document
    from ipak_cli.workspace.config import Config


def form_of(material: Material, settings: Document) -> bytes | None:
    """Return the form of a report's period; ``None`` where no item is below its target."""
    if not material.below:
        return None
    from ipak_cli.forms.follow_up import follow_up_form  # noqa: PLC0415 (nothing below: no library)

    return follow_up_form(material, settings.data)


def put_form(root: Path, folder: PurePath, form: bytes | None) -> tuple[Written | None, tuple[Problem, ...]]:
    """Write a form into a report's folder, or remove one that asks for nothing any more.

    One that somebody saved, or has open, stays as it is, and that is told. Raises ``ProblemsFoundError`` when
    the system refuses.
    """
    name = folder / FOLLOW_UP_FORM
    if is_taken(root, name):
        return None, () if form is None else (problem(FILLED_FORM_KEPT, Where(str(root / name))),)
    if form is not None:
        return write_for_people(root, name, form), ()
    remove_unless_taken(root, name)
    return None, ()


def must_be_of_workspace(form: FilledForm, config: Config, workspace: Path, name: str) -> None:
    """Raise ``ProblemsFoundError`` for a form of another unit or rubric, or of a period without result."""
    record, where = form.record, Where(name)
    if record is None:
        return
    unit = config.unit.name if config.unit else ""
    known = [each for each in (record.unit, unit) if each and not each.startswith(TO_REPLACE)]
    if len({normalise(each) for each in known}) > 1:
        raise ProblemsFoundError([problem(FORM_OF_OTHER_UNIT, where, found=record.unit, known=unit)])
    period = parse_period(record.period)
    if period not in stored_periods(workspace, InputKind.SURVEY):
        raise ProblemsFoundError([problem(FORM_PERIOD_WITHOUT_RESULT, where, period=period)])
    rubric = load(workspace, InputKind.SURVEY, period).rubric.id
    if rubric != record.rubric:
        told = {"found": record.rubric, "known": rubric, "period": period}
        raise ProblemsFoundError([problem(FORM_OF_OTHER_RUBRIC, where, **told)])


def must_not_be_follow_up(form: Path) -> None:
    """Raise ``ProblemsFoundError`` where a form of all settings would get the follow-up form's name."""
    if form.name.casefold() == FOLLOW_UP_FORM:
        raise ProblemsFoundError([problem(FORM_MADE_BY_REPORT, Where(str(form)), name=FOLLOW_UP_FORM)])


def open_elsewhere(form: Path) -> tuple[Problem, ...]:
    """Warn of a form that a program has open: what is not saved yet is not in the file."""
    if any(form.with_name(mark).exists() for mark in open_marks(form.name)):
        return (problem(FORM_STILL_OPEN, Where(form.name)),)
    return ()
