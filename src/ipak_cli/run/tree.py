"""The workspaces of a folder: itself, or all below it, as offices of many units keep them."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Entry, Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.drive import FOLDER_UNREADABLE, NO_WORKSPACE_BELOW
from ipak_cli.workspace.inbox_names import is_litter
from ipak_cli.workspace.layout import MARKER, is_workspace
from ipak_cli.workspace.refusals import unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def workspaces_below(folder: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Return the folder if it is a workspace, else those below it in the order of their paths.

    Gives a problem for each folder that cannot be opened. Raises ``ProblemsFoundError`` when there is no
    workspace: nothing is made in a share that is not mounted.
    """
    unread: list[Problem] = []
    found = tuple(_workspaces(folder, unread))
    if not found:
        raise ProblemsFoundError(unread or [problem(NO_WORKSPACE_BELOW, Where(str(folder)), marker=MARKER)])
    return found, tuple(unread)


def refused(entry: Entry, path: Path | str, refusal: OSError) -> Problem:
    """Return the problem for what the system refused to open."""
    return problem(entry, Where(str(path)), reason=unreadable(refusal))


def _workspaces(top: Path, unread: list[Problem]) -> Iterator[Path]:
    """Yield the workspaces of a tree, however deep; none is looked for inside another, or behind a link."""
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            if is_workspace(folder):
                yield folder
                continue
            with os.scandir(folder) as entries:
                inside = [each for each in entries if each.is_dir(follow_symlinks=False)]
        except OSError as refusal:
            unread.append(refused(FOLDER_UNREADABLE, folder, refusal))
            continue
        names = sorted((each.name for each in inside if not is_litter(each.name)), reverse=True)
        folders += [folder / name for name in names]


def placed(found: Iterable[tuple[str, tuple[Problem, ...]]]) -> tuple[Problem, ...]:
    """Return the problems of several workspaces, each with its workspace before its file."""
    listed = list(found)
    if len(listed) == 1:
        return listed[0][1]
    return tuple(_placed(workspace, each) for workspace, problems in listed for each in problems)


def _placed(workspace: str, found: Problem) -> Problem:
    file = found.where.file
    # Some places are whole paths already.
    if file is None or not file.startswith(workspace):
        file = workspace if file is None else f"{workspace}/{file}"
    return replace(found, where=replace(found.where, file=file))
