"""How much work something is, in calls: the same on every machine and on every day, unlike seconds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def calls_of(job: Callable[[], object]) -> int:
    """Return how many functions are called while ``job`` runs, those of libraries in C included.

    What one call does inside is not seen: a pattern that goes on for ever is caught by a test's own time-out.
    """
    calls = 0

    def count(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        job()
    finally:
        sys.setprofile(before)
    return calls
