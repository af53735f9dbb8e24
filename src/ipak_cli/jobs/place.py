"""Where a result document goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where a result document goes: into a workspace, into a folder, both, or neither."""

    workspace: Path | None = None
    out: Path | None = None
