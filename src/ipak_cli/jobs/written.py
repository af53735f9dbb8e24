"""Files that a command writes for people, and what it says of each; what people edited is never lost.

A file that stands where one is to be written is the program's own, when its digest is that of something that
was written there before; then it is replaced. With another digest it is somebody's: it stays, and the new
one stands beside it. Of a place that nothing is known of, as after a loss of the memory, the file is copied
first: the new one takes its place, as everybody expects, and nothing is gone.

The forms that tell by a seal of their own whether somebody saved them are left out of this.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import PurePath
from typing import TYPE_CHECKING

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.report import EDITED_FILES_KEPT, EDITED_FILES_OF_WITHDRAWN, UNKNOWN_FILES_COPIED
from ipak_cli.jobs.kept_workbooks import has_seal, is_taken
from ipak_cli.workspace.atomic import (
    ensure_folders,
    make_folder,
    named_beside,
    remove_file,
    write_file,
    write_for_people,
)
from ipak_cli.workspace.files import is_file, read
from ipak_cli.workspace.layout import LARGEST_REPORT_FILE
from ipak_cli.workspace.written_before import place_of, remember_written, written_before

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from ipak_cli.base.problem import Problem
    from ipak_cli.workspace.atomic import Written


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written: its path as the user would write it, and its content's digest."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class FilesWritten:
    """What was written, what there is to tell of it, and the names of the edited files that stay."""

    files: tuple[WrittenFile, ...]
    problems: tuple[Problem, ...]
    kept: frozenset[str]


def written_file(place: Written, data: bytes) -> WrittenFile:
    """Return what is said of a file that was written with this content."""
    return WrittenFile(str(place.path), _sha256(data))


def place_for_files(workspace: Path, folder: PurePath, out: Path | None) -> tuple[Path, PurePath]:
    """Make the folder of a command's files; return the root, and where below it the files go.

    That is ``folder`` of the workspace, or ``out`` itself, where the user named one: it is made too, what is
    before it must exist. Raises ``ProblemsFoundError`` when the system refuses.
    """
    if out is not None:
        make_folder(out)
        return out, PurePath()
    ensure_folders(workspace, folder)
    return workspace, folder


def write_files(workspace: Path, root: Path, folder: PurePath, files: Mapping[str, bytes]) -> FilesWritten:
    """Write files by their names into a folder below ``root``: the workspace, or where the user wants them.

    Raises ``ProblemsFoundError`` when the system refuses.
    """
    guarded = {name: place_of(workspace, root / folder / name) for name in files if not has_seal(name)}
    before = written_before(workspace)
    try:
        remember_written(workspace, {place: _sha256(files[name]) for name, place in guarded.items()})
    except ProblemsFoundError:
        # Who may only read a workspace writes its report elsewhere.
        if root == workspace:
            raise
    written: list[WrittenFile] = []
    problems: list[Problem] = []
    kept: dict[str, str] = {}
    copied: dict[str, str] = {}
    for name, data in files.items():
        target, beside = folder / name, None
        if name in guarded:
            known = before.get(guarded[name], ())
            ours = {_sha256(data), *known}
            beside = _beside(root, target, ours)
            if is_file(root, target) and _digest(root, target) not in ours:
                content = content_of(root, target)
                if known or content is None:
                    kept[name], target, beside = beside.name, beside, None
                else:
                    copied[name] = keep_copy(root, target, content)
        place = write_for_people(root, target, data, beside=beside)
        written.append(written_file(place, data))
        problems += [] if place.problem is None else [place.problem]
    where = Where(str(folder if folder.parts else root))
    for entry, names in ((EDITED_FILES_KEPT, kept), (UNKNOWN_FILES_COPIED, copied)):
        if names:
            problems.append(problem(entry, where, files=(*names,), others=(*names.values(),)))
    return FilesWritten(tuple(written), tuple(problems), frozenset(kept))


def remove_unless_edited(workspace: Path, files: Mapping[str, str]) -> tuple[Problem, ...]:
    """Remove files that were written, given by their digests; those that people edited stay, and are told.

    What was written beside one goes too. Raises ``ProblemsFoundError`` when the system refuses.
    """
    before, edited = written_before(workspace), []
    for place, digest in files.items():
        ours = {digest, *before.get(place, ())}
        name = PurePath(place)
        for number in count():
            each = named_beside(name, number) if number else name
            if not is_file(workspace, each):
                if number:
                    break
            elif is_taken(workspace, each) if has_seal(each.name) else _digest(workspace, each) not in ours:
                edited.append(each.as_posix())
            else:
                remove_file(workspace, each)
    return (problem(EDITED_FILES_OF_WITHDRAWN, files=tuple(edited)),) if edited else ()


def _beside(root: Path, name: PurePath, ours: Collection[str]) -> PurePath:
    """Return the first name beside a file's at which nothing stands that may be somebody's."""
    names = (named_beside(name, number) for number in count(1))
    return next(each for each in names if not is_file(root, each) or _digest(root, each) in ours)


def keep_copy(root: Path, name: PurePath, content: bytes) -> str:
    """Keep a copy of what a file holds beside it, unless there is one; return its name.

    Raises ``ProblemsFoundError`` when the system refuses.
    """
    digest = _sha256(content)
    names = (name.with_name(f"{name.stem} (lama{f' {n}' if n > 1 else ''}){name.suffix}") for n in count(1))
    copy = next(each for each in names if not is_file(root, each) or _digest(root, each) == digest)
    write_file(root, copy, content)
    return copy.name


def _digest(root: Path, name: PurePath) -> str:
    """Return the digest of a file; an empty text for one that cannot be read, which may be anything."""
    content = content_of(root, name)
    return "" if content is None else _sha256(content)


def content_of(root: Path, name: PurePath) -> bytes | None:
    """Return what a file holds; nothing where it cannot be read or is longer than any that is written."""
    with suppress(OSError, ProblemsFoundError):
        return read(root, name, LARGEST_REPORT_FILE)
    return None


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
