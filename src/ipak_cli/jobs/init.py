"""``ipak init``: a new workspace, in a new or empty folder; nothing that exists is ever changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.workspace import ALREADY_A_WORKSPACE, FOLDER_NOT_EMPTY, NOT_A_FOLDER
from ipak_cli.workspace.atomic import make_folder, write_whole
from ipak_cli.workspace.config_file import parse_config
from ipak_cli.workspace.layout import MARKER, Paths, starting_folders
from ipak_cli.workspace.starter import starter_config, starter_guide

if TYPE_CHECKING:
    from pathlib import Path


def make_workspace(folder: Path, unit: str | None = None) -> None:
    """Make a workspace: its folders, the page for the office, and last the ``ipak.yaml`` that marks it.

    Raises ``ProblemsFoundError`` when the folder's parent is missing, when anything stands in the folder,
    when the unit's name has no letter, or when the system refuses.
    """
    config = starter_config(unit).encode()
    parse_config(config)
    if fault := _refusal(folder):
        raise ProblemsFoundError([fault])
    make_folder(folder)
    for inside in starting_folders(folder):
        make_folder(inside)
    write_whole(Paths(folder).guide, starter_guide().encode())
    write_whole(Paths(folder).settings, config)


def _refusal(folder: Path) -> Problem | None:
    where = Where(str(folder))
    if not folder.exists():
        return None
    if not folder.is_dir():
        return problem(NOT_A_FOLDER, where)
    inside = sorted(path.name for path in folder.iterdir())
    if MARKER in inside:
        return problem(ALREADY_A_WORKSPACE, where, marker=MARKER)
    return problem(FOLDER_NOT_EMPTY, where, example=inside[0]) if inside else None
