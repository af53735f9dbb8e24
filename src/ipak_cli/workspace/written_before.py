"""What the program wrote for people: by its digest, a file that somebody edited since is told from it.

A loss costs copies of files that were not edited, and never one that was.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from pydantic import RootModel, ValidationError

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.workspace.atomic import write_file
from ipak_cli.workspace.files import read
from ipak_cli.workspace.layout import LARGEST_RECORD, SHOWN
from ipak_cli.workspace.state import own_folder

if TYPE_CHECKING:
    from pathlib import Path

MOST: Final = 16
"""Digests that are remembered of a place; who puts back what is older still is taken to have edited it."""

Digests: TypeAlias = Mapping[str, tuple[str, ...]]
"""The digests of what was written to each place, the newest last."""


class _Written(RootModel[Digests]):
    """All places that the program wrote to for people."""


def place_of(workspace: Path, file: Path) -> str:
    """Return how a file is remembered: by its path below the workspace, or by its whole path elsewhere."""
    home, path = workspace.absolute(), file.absolute()
    return (path.relative_to(home) if path.is_relative_to(home) else path).as_posix()


def written_before(workspace: Path) -> Digests:
    """Return what was written to each place; nothing where that cannot be read."""
    try:
        return _Written.model_validate_json(read(workspace, SHOWN.written, LARGEST_RECORD)).root
    except (OSError, ValidationError, ProblemsFoundError):
        return {}


def remember_written(workspace: Path, files: Mapping[str, str]) -> None:
    """Remember what is about to be written, the digest by the place, beside what was written there before.

    It comes before the files: when the power fails between them, both the old and the new are known.
    Raises ``ProblemsFoundError`` when the system refuses.
    """
    before = written_before(workspace)
    new = {place: (*_without(before.get(place, ()), digest), digest) for place, digest in files.items()}
    _remember(workspace, before, new)


def adopt_written(workspace: Path, files: Mapping[str, str]) -> None:
    """Remember what others know to have been written, for the places of which nothing is remembered.

    Raises ``ProblemsFoundError`` when the system refuses.
    """
    before = written_before(workspace)
    _remember(workspace, before, {place: (each,) for place, each in files.items() if place not in before})


def _without(digests: tuple[str, ...], digest: str) -> tuple[str, ...]:
    return tuple(each for each in digests if each != digest)[1 - MOST :]


def _remember(workspace: Path, before: Digests, new: Digests) -> None:
    now = {**before, **new}
    if now != before:
        own_folder(workspace)
        content = _Written(dict(sorted(now.items()))).model_dump_json(indent=1)
        write_file(workspace, SHOWN.written, f"{content}\n".encode())
