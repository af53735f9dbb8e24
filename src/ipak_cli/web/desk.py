"""What one start of the page holds: the workspace, the files that were dropped, and who still looks at it.

Nothing here outlives the program: results, settings and decisions stand in the workspace alone.
"""

from __future__ import annotations

import secrets
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ipak_cli.base.period import Period
    from ipak_cli.base.problem import Problem

MOST_DROPS: Final = 50
"""Sets of dropped files that are kept; the oldest goes for the next one."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Files that were dropped together: the folder that holds copies of them, under their own names."""

    key: str
    folder: Path
    names: tuple[str, ...]

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where the copies stand."""
        return tuple(self.folder / name for name in self.names)


@dataclass(frozen=True, slots=True)
class Note:
    """What the work of a button has to tell on the page that comes next.

    ``done`` is told once; ``missing`` and ``problems`` are of the files that were made, and told as long as
    these are the last. What was ``refused`` made nothing, and is told once.
    """

    done: str = ""
    problems: tuple[Problem, ...] = ()
    missing: tuple[str, ...] = ()
    refused: tuple[Problem, ...] = ()


@dataclass
class Desk:
    """The state of one start; ``scratch`` is a folder of its own that is removed at the end."""

    workspace: Path
    scratch: Path
    own_workspace: bool
    """Whether the workspace is the office's; else it is a passing one in ``scratch``."""
    first_page: str = "/"
    closed: bool = False
    """Whether the page is to end now."""
    writing: Lock = field(default_factory=Lock)
    """Held by a page that writes: the lock of the workspace is between processes."""
    _notes: dict[Period, Note] = field(default_factory=dict)
    _drops: dict[str, Drop] = field(default_factory=dict)
    _looking: int = 0
    _last: float = field(default_factory=monotonic)

    @contextmanager
    def visited(self) -> Iterator[None]:
        """Count a request while it lasts: an open page keeps one open as long as it is looked at."""
        self._looking += 1
        try:
            yield
        finally:
            self._looking -= 1
            self._last = monotonic()

    def unseen(self) -> float:
        """Return the seconds since anybody looked at a page; 0 while somebody does."""
        return 0.0 if self._looking else monotonic() - self._last

    def new_drop(self, names: Sequence[str]) -> Drop:
        """Make the folder of files that are dropped; names that are one get a number, none has a folder."""
        key = secrets.token_urlsafe(9)
        folder = self.scratch / "kiriman" / key
        folder.mkdir(parents=True, mode=0o700)
        drop = Drop(key, folder, _distinct([plain_name(name) for name in names]))
        self._drops[key] = drop
        while len(self._drops) > MOST_DROPS:
            oldest = next(iter(self._drops))
            shutil.rmtree(self._drops.pop(oldest).folder, ignore_errors=True)
        return drop

    def tell(self, period: Period, note: Note) -> None:
        """Keep what the page of a period has to tell; a refusal leaves what is told of its files."""
        if note.refused and (before := self._notes.get(period)):
            note = replace(note, problems=before.problems, missing=before.missing)
        self._notes[period] = note

    def told(self, period: Period) -> Note:
        """Return what there is to tell of a period, and forget what is told once."""
        note = self._notes.get(period, Note())
        self._notes[period] = replace(note, done="", refused=())
        return note

    def drop(self, key: str) -> Drop | None:
        """Return the files that were dropped under a key."""
        return self._drops.get(key)


def plain_name(name: str) -> str:
    """Return a file's name without any folder, and without what file systems refuse."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in last if c.isprintable() and c not in '<>:"|?*').strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    return f"{stem[:100]}{dot}{suffix[:20]}" if stem else (kept[:100] or "berkas")


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        stem, dot, suffix = name.rpartition(".")
        number, free = 2, name
        while free.casefold() in {each.casefold() for each in found}:
            free = f"{stem} ({number}){dot}{suffix}" if dot else f"{name} ({number})"
            number += 1
        found.append(free)
    return tuple(found)
