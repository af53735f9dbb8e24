"""What ``.ipak/`` remembers: the last success and failure, and what was done with which input."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Final, Literal, TypeAlias

from pydantic import AwareDatetime, Field, PlainSerializer, PlainValidator

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.base.provenance import is_newer
from ipak_cli.catalogue.drive import RUN_RECORD_DAMAGED, RUN_RECORD_UNREADABLE, WRITTEN_BY_NEWER_VERSION
from ipak_cli.documents.read import read_problem
from ipak_cli.documents.write import plain
from ipak_cli.rubric.types import Model
from ipak_cli.workspace.atomic import ensure_folder, write_file
from ipak_cli.workspace.files import read
from ipak_cli.workspace.layout import LARGEST_RECORD, SHOWN, Paths, must_be_there

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA: Final = "ipak/state/1"
_WHERE: Final = Where(SHOWN.state.as_posix())
_LAYOUT: Final = re.compile(r"ipak/state/([0-9]{1,9})")


Told: TypeAlias = Annotated[Problem, PlainValidator(read_problem), PlainSerializer(plain, return_type=dict)]
"""A problem as result documents keep it."""


class Success(Model):
    """A run that did all there was to do."""

    run: str
    started: AwareDatetime
    finished: AwareDatetime


class Failure(Model):
    """A run that left something undone, and why."""

    run: str
    finished: AwareDatetime
    problems: tuple[Told, ...] = ()


class Input(Model):
    """What was done with an input's content, so that it is not done twice."""

    sha256: str
    kind: str
    period: str | None = None
    outcome: str


class RunRecord(Model):
    """Everything that one run tells the next; ``inputs`` goes by the input's name.

    ``failing`` tells how the last run ended: clocks differ, and go back.
    """

    layout: Annotated[Literal["ipak/state/1"], Field(alias="schema")] = SCHEMA
    tool: str
    last_success: Success | None = None
    last_failure: Failure | None = None
    failing: bool = False
    inputs: Mapping[str, Input] = {}


def own_folder(workspace: Path) -> Path:
    """Return the folder ``.ipak``, made when missing, in a workspace alone: never in an empty mount point.

    Raises ``ProblemsFoundError`` when the folder has no ``ipak.yaml``, or the system refuses.
    """
    must_be_there(workspace)
    ensure_folder(workspace, SHOWN.own)
    return Paths(workspace).own


def read_state(workspace: Path, tool: str) -> RunRecord:
    """Return what the last run left, or a blank state where none was.

    ``tool`` is this program's version. Raises ``ProblemsFoundError`` for a state that a newer version wrote,
    for one that is not sound or no file of its own, and when the system refuses.
    """
    try:
        content = read(workspace, SHOWN.state, LARGEST_RECORD)
    except FileNotFoundError:
        return RunRecord(tool=tool)
    except OSError:
        raise ProblemsFoundError([problem(RUN_RECORD_UNREADABLE, _WHERE)]) from None
    try:
        _refuse_newer(json.loads(content), tool)
        return RunRecord.model_validate_json(content)
    except (ValueError, RecursionError):
        raise ProblemsFoundError([problem(RUN_RECORD_DAMAGED, _WHERE)]) from None


def write_state(workspace: Path, state: RunRecord) -> None:
    """Write the state whole. Raises ``ProblemsFoundError`` when the system refuses."""
    text = state.model_dump_json(indent=2, by_alias=True) + "\n"
    own_folder(workspace)
    write_file(workspace, SHOWN.state, text.encode())


def _refuse_newer(data: object, tool: str) -> None:
    """Refuse a newer layout or program before its unknown keys are taken for damage."""
    said = data if isinstance(data, dict) else {}
    layout, writer = str(said.get("schema")), str(said.get("tool"))
    number = _LAYOUT.fullmatch(layout)
    if is_newer(writer, tool) or (number and int(number[1]) > int(SCHEMA.rpartition("/")[2])):
        found, known = f"{writer} ({layout})", f"{tool} ({SCHEMA})"
        raise ProblemsFoundError([problem(WRITTEN_BY_NEWER_VERSION, _WHERE, found=found, known=known)])
