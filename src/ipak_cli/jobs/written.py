"""Files that a command writes for people, and what it says of each."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.workspace.atomic import write_for_people

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path, PurePath

    from ipak_cli.base.problem import Problem
    from ipak_cli.workspace.atomic import Written


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written: its path as the user would write it, and its content's digest."""

    path: str
    sha256: str


def written_file(place: Written, data: bytes) -> WrittenFile:
    """Return what is said of a file that was written with this content."""
    return WrittenFile(str(place.path), hashlib.sha256(data).hexdigest())


def write_files(
    root: Path, folder: PurePath, files: Mapping[str, bytes]
) -> tuple[tuple[WrittenFile, ...], tuple[Problem, ...]]:
    """Write files by their names into a folder; return them, and which stand beside one that is open."""
    written = [(data, write_for_people(root, folder / name, data)) for name, data in files.items()]
    return (
        tuple(written_file(place, data) for data, place in written),
        tuple(place.problem for _, place in written if place.problem is not None),
    )
