"""What stands in a folder of a workspace, each entry for itself: one that is refused keeps no other."""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath, PurePosixPath
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.workspace import FOLDERS_TOO_DEEP
from ipak_cli.workspace.files import FileLook, open_folder
from ipak_cli.workspace.refusals import unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ipak_cli.base.message import Message
    from ipak_cli.workspace.files import OpenFolder

DEEPEST: Final = 40
"""Folders within one another that are listed: nobody sorts files any deeper."""
_NOT_SEEN: Final = FileLook(0, 0, 0)
_LISTED: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)


class EntryType(Enum):
    """What stands under a name; ``UNREADABLE`` is what the system does not tell."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a folder: its name relative to where the listing began, what it is, and its look.

    ``fault`` says why an entry is not readable.
    """

    name: PurePosixPath
    type: EntryType
    look: FileLook = _NOT_SEEN
    fault: Message | None = None


def list_folder(root: Path, name: PurePath) -> tuple[Listed, ...]:
    """Return the entries of a folder, sorted by name, each with its look. Raises as :func:`open_folder`."""
    with open_folder(root, name) as folder, ExitStack() as held:
        opened: int | Path = folder.path
        if folder.descriptor is not None:
            opened = os.open(".", _LISTED, dir_fd=folder.descriptor)
            held.callback(os.close, opened)
        with os.scandir(opened) as entries:
            found = [_listed(folder, entry.name) for entry in entries]
    return tuple(sorted((each for each in found if each is not None), key=lambda each: each.name.name))


def walk(root: Path, top: PurePath, skip: Callable[[str], bool] | None = None) -> Iterator[Listed]:
    """Yield the files, links and other entries below ``top``, named relative to it, in the order of names.

    ``skip`` tells by an entry's own name what is passed over. A folder is yielded only where it cannot be
    listed, or lies too deep, with its fault; the others go on. Raises as :func:`list_folder` does for ``top``
    itself.
    """
    yield from _walk(root, top, PurePosixPath(), skip or (lambda _: False))


def _listed(folder: OpenFolder, name: str) -> Listed | None:
    """Look at an entry; ``None`` for one that has gone since it was listed."""
    try:
        state = folder.state(name)
    except FileNotFoundError:
        return None
    except OSError as error:
        return Listed(PurePosixPath(name), EntryType.UNREADABLE, fault=unreadable(error))
    return Listed(PurePosixPath(name), _type(state.st_mode), FileLook.of(state))


def _type(mode: int) -> EntryType:
    if S_ISREG(mode):
        return EntryType.FILE
    if S_ISDIR(mode):
        return EntryType.FOLDER
    return EntryType.LINK if S_ISLNK(mode) else EntryType.OTHER


def _walk(root: Path, top: PurePath, below: PurePosixPath, skip: Callable[[str], bool]) -> Iterator[Listed]:
    for each in list_folder(root, top / below):
        if skip(each.name.name):
            continue
        name = below / each.name
        if each.type is not EntryType.FOLDER:
            yield Listed(name, each.type, each.look, each.fault)
        elif len(name.parts) >= DEEPEST:
            yield Listed(name, EntryType.FOLDER, fault=FOLDERS_TOO_DEEP())
        else:
            try:
                yield from _walk(root, top, name, skip)
            except OSError as error:
                yield Listed(name, EntryType.FOLDER, fault=unreadable(error))
            except ProblemsFoundError:  # since it was listed, a link has taken its place
                yield Listed(name, EntryType.LINK)
