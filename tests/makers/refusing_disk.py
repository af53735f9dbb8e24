"""A disk that refuses one kind of call for one file, as a lost share, a failing disk or a full one does."""

from __future__ import annotations

import io
import os
import re
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Refuse = Callable[[str], int]

_UNFINISHED = re.compile(r"\.ipak-[0-9a-f]{16}\.tmp")


@contextmanager
def refusing(call: str, path: Path, number: int) -> Iterator[list[str]]:
    """Refuse a kind of call for ``path`` with an error's number; yields the calls that were refused.

    The kinds are ``stat``, ``open``, ``read`` and ``readdir`` for what is read; ``create``, ``write``,
    ``fsync``, ``rename``, ``mkdir`` and ``unlink`` for what is written. A file that is being written is known
    by its folder until it has its name; ``fsync`` is also refused for that folder.
    """
    path, refused = path.resolve(), []

    def refuse(name: str) -> int:
        refused.append(name)
        raise OSError(number, os.strerror(number), str(path))

    with ExitStack() as undo:
        for name, patched in _patches(call, path, refuse).items():
            undo.callback(setattr, os, name, getattr(os, name))
            setattr(os, name, patched)
        yield refused


def _patches(call: str, path: Path, refuse: Refuse) -> dict[str, Callable[..., Any]]:
    """Return the functions of ``os`` that take the place of its own."""
    if call == "read":
        return {"fdopen": _failing_reads(path, refuse)}
    names, meant = _CALLS[call]
    return {name: _refused(name, path, meant, refuse) for name in names}


def _refused(name: str, path: Path, meant: Callable[..., bool], refuse: Refuse) -> Callable[..., Any]:
    real = getattr(os, name)

    def patched(*given: Any, **named: Any) -> Any:
        if meant(path, *given, **named):
            refuse(name)
        return real(*given, **named)

    return patched


def _failing_reads(path: Path, refuse: Refuse) -> Callable[..., Any]:
    real = os.fdopen

    class Failing(io.FileIO):
        def readinto(self, _buffer: Any) -> int:
            return refuse("read")

    def patched(descriptor: int, mode: str = "r", *given: Any, **named: Any) -> Any:
        if mode == "rb" and _place(descriptor) == path:
            return io.BufferedReader(Failing(descriptor))
        return real(descriptor, mode, *given, **named)

    return patched


def _here(path: Path, name: Any = ".", *_: Any, dir_fd: int | None = None, **__: Any) -> bool:
    return _place(name, dir_fd) == path


def _opened(path: Path, name: Any, flags: int, *_: Any, dir_fd: int | None = None) -> bool:
    return not flags & os.O_CREAT and _place(name, dir_fd) == path


def _created(path: Path, name: Any, flags: int, *_: Any, dir_fd: int | None = None) -> bool:
    return bool(flags & os.O_CREAT) and _stands_for(_place(name, dir_fd), path)


def _written(path: Path, descriptor: int, *_: Any) -> bool:
    return _stands_for(_place(descriptor), path)


def _flushed(path: Path, descriptor: int) -> bool:
    return _written(path, descriptor) or _place(descriptor) == path.parent


def _replaced(path: Path, _: Any, target: Any, *, dst_dir_fd: int | None = None, **__: Any) -> bool:
    return _place(target, dst_dir_fd) == path


_CALLS = {
    "stat": (("stat", "lstat"), _here),
    "open": (("open",), _opened),
    "readdir": (("scandir", "listdir"), _here),
    "create": (("open",), _created),
    "write": (("write",), _written),
    "fsync": (("fsync",), _flushed),
    "rename": (("replace", "rename"), _replaced),
    "mkdir": (("mkdir",), _here),
    "unlink": (("unlink", "remove"), _here),
}
"""The kinds of call by the functions of ``os`` that make them, and which of their calls are meant."""


def _place(name: Any, folder: int | None = None) -> Path:
    """Return the path that a call means: a descriptor's, or a name's seen from an open folder."""
    if isinstance(name, int):
        return Path(f"/proc/self/fd/{name}").readlink()
    start = Path.cwd() if folder is None else _place(folder)
    return Path(os.path.normpath(start / os.fsdecode(name)))


def _stands_for(place: Path, path: Path) -> bool:
    return place == path or (place.parent == path.parent and bool(_UNFINISHED.fullmatch(place.name)))
