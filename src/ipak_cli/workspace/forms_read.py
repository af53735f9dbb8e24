"""What forms said when they were last read: a form that is filled in further is compared with that.

Without it a form that was read before may seem older than what it wrote itself, and is asked about.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import RootModel, ValidationError

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rubric.types import Model
from ipak_cli.workspace.atomic import write_file
from ipak_cli.workspace.files import read
from ipak_cli.workspace.layout import LARGEST_RECORD, SHOWN
from ipak_cli.workspace.state import own_folder

if TYPE_CHECKING:
    from pathlib import Path


class ReadForm(Model):
    """What the cells of a form said, by place, and which form it was: its file's name and its digest.

    Two people may fill in copies of one form under two names; the forms of two periods have one name.
    """

    name: str
    digest: str
    said: Mapping[str, str]


class _Forms(RootModel[tuple[ReadForm, ...]]):
    """The forms that were read, the last one last."""


def last_said(workspace: Path, name: str, digest: str) -> Mapping[str, str]:
    """Return what a form said when it was last read; nothing where that is not known."""
    found = (form for form in _read(workspace) if (form.name, form.digest) == (name, digest))
    return next((form.said for form in found), {})


def remember_form(workspace: Path, form: ReadForm | None) -> None:
    """Remember what a form said, if it tells what it was made from.

    Raises ``ProblemsFoundError`` when the system refuses.
    """
    if form is not None:
        own_folder(workspace)
        others = (each for each in _read(workspace) if (each.name, each.digest) != (form.name, form.digest))
        forms = _Forms((*others, form))
        write_file(workspace, SHOWN.forms, f"{forms.model_dump_json(indent=1)}\n".encode())


def _read(workspace: Path) -> tuple[ReadForm, ...]:
    try:
        return _Forms.model_validate_json(read(workspace, SHOWN.forms, LARGEST_RECORD)).root
    except (OSError, ValidationError, ProblemsFoundError):
        return ()
