"""A disk whose power fails: what was written or renamed is lost until file and folder are flushed."""

from __future__ import annotations

import os
from itertools import chain, combinations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pytest

CHANGES = ("open", "write", "fsync", "replace", "unlink", "mkdir", "chmod")
"""The calls before each of which the power may fail; opening what is there changes nothing."""

State = dict[str, bytes | None]
"""Files by their path; ``None`` is a file whose bytes never came to the disk."""


class PowerCutError(BaseException):
    """The power fails; nothing that follows happens, not even tidying up."""


class Disk:
    """A folder on a disk, with what is surely on it: bytes by file, names by folder, as of the last flush.

    Files and folders are known by their inode numbers; each is kept open, so that no number is used twice.
    """

    def __init__(self, root: Path, calls_before_the_cut: int | None = None) -> None:
        self.root = root
        self.left = calls_before_the_cut
        self.bytes: dict[int, bytes] = {}
        self.names: dict[int, dict[str, int]] = {}
        self._kept: list[int] = []
        self._open = os.open
        for path in (root, *root.rglob("*")):
            self._flush(path)

    def plug_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the power fail before the call that was asked for."""
        for name in CHANGES:
            monkeypatch.setattr(os, name, self._failing(name, getattr(os, name)))

    def states(self) -> Iterator[State]:
        """Yield all that may be there after the cut: each folder's names as they are, or as last flushed."""
        folders = [self.root, *(path for path in self.root.rglob("*") if path.is_dir())]
        now = {folder.stat().st_ino: _entries(folder) for folder in folders}
        for late in chain.from_iterable(combinations(now, n) for n in range(len(now) + 1)):
            names = now | {folder: self.names.get(folder, {}) for folder in late}
            yield dict(self._files(self.root.stat().st_ino, "", names))

    def _files(
        self, folder: int, path: str, names: dict[int, dict[str, int]]
    ) -> Iterator[tuple[str, bytes | None]]:
        for name, inode in sorted(names[folder].items()):
            if inode in names:
                yield from self._files(inode, f"{path}{name}/", names)
            else:
                yield f"{path}{name}", self.bytes.get(inode)

    def _failing(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if name == "open" and not given[1] & os.O_CREAT:
                return real(*given, **named)
            if self.left == 0:
                raise PowerCutError(name)
            if self.left is not None:
                self.left -= 1
            done = real(*given, **named)
            if name == "fsync":
                inode = os.fstat(given[0]).st_ino
                everything = (self.root, *self.root.rglob("*"))
                self._flush(next(path for path in everything if path.stat().st_ino == inode))
            return done

        return call

    def _flush(self, path: Path) -> None:
        inode = path.stat().st_ino
        self._kept.append(self._open(path, os.O_RDONLY))
        if path.is_dir():
            self.names[inode] = _entries(path)
        else:
            self.bytes[inode] = path.read_bytes()

    def unplug(self) -> None:
        """Close what was kept open."""
        while self._kept:
            os.close(self._kept.pop())


def _entries(folder: Path) -> dict[str, int]:
    with os.scandir(folder) as entries:
        return {entry.name: entry.inode() for entry in entries}
