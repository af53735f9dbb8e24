"""The time of this computer, which the pages are told here alone."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """Return the time, with the zone of this computer."""
    return datetime.now(UTC).astimezone()
