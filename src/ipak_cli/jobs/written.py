"""What a command says of a file that it wrote."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written: its path as the user would write it, and its content's digest."""

    path: str
    sha256: str
