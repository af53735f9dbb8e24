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
    """A form that was read: the digest of what it was ``made`` from, and what its cells said, by place."""

    made: str
    said: Mapping[str, str]


class _Forms(RootModel[dict[str, ReadForm]]):
    """The forms by the names of their files."""


def read_forms(workspace: Path) -> Mapping[str, ReadForm]:
    """Return the forms that were read; none where that is not known."""
    try:
        return _Forms.model_validate_json(read(workspace, SHOWN.forms, LARGEST_RECORD)).root
    except (OSError, ValidationError, ProblemsFoundError):
        return {}


def remember_form(workspace: Path, name: str, form: ReadForm | None) -> None:
    """Remember what a form said, if it tells what it was made from.

    Raises ``ProblemsFoundError`` when the system refuses.
    """
    if form is not None:
        own_folder(workspace)
        forms = _Forms({**read_forms(workspace), name: form})
        write_file(workspace, SHOWN.forms, f"{forms.model_dump_json(indent=1)}\n".encode())
