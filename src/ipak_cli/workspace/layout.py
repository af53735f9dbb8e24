"""Which workspace a command works in: the one named, the nearest upward, or the environment's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.usage import NOT_A_WORKSPACE
from ipak_cli.catalogue.workspace import NO_WORKSPACE_HERE

if TYPE_CHECKING:
    from collections.abc import Mapping

MARKER: Final = "ipak.yaml"
"""The file that tells a workspace from any other folder, and from a share that is not mounted."""
VARIABLE: Final = "IPAK_WORKSPACE"


def find_workspace(named: Path | None, start: Path, environment: Mapping[str, str]) -> Path | None:
    """Return the workspace's folder, or ``None`` outside any.

    A folder that was named, by the user or the environment, must be one: raises ``ProblemsFoundError``.
    """
    if named is not None:
        return _must_be(named)
    nearest = next((folder for folder in (start, *start.parents) if (folder / MARKER).is_file()), None)
    if nearest is None and environment.get(VARIABLE):
        return _must_be(Path(environment[VARIABLE]))
    return nearest


def must_find_workspace(named: Path | None, start: Path, environment: Mapping[str, str]) -> Path:
    """Return the workspace's folder, as :func:`find_workspace` does, for a command that needs one.

    Raises ``ProblemsFoundError`` outside any.
    """
    found = find_workspace(named, start, environment)
    if found is None:
        raise ProblemsFoundError([problem(NO_WORKSPACE_HERE, Where(str(start)), marker=MARKER)])
    return found


def _must_be(folder: Path) -> Path:
    if not (folder / MARKER).is_file():
        raise ProblemsFoundError([problem(NOT_A_WORKSPACE, Where(str(folder)), marker=MARKER)])
    return folder
