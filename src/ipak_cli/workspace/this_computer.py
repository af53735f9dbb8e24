"""The time of this computer, who uses it and which process works: commands and pages ask here alone."""

from __future__ import annotations

import getpass
import os
import re
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli import __version__
from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.usage import COMPUTER_ZONE_INVALID

if TYPE_CHECKING:
    from ipak_cli.workspace.lock_owner import Holder

_OFFSET_ZERO: Final = re.compile(r"(?:[A-Za-z]{3,}|<[^<>]{3,}>)[+-]?0{1,2}(?![0-9])")
"""A zone that is written with its distance from UTC, such as ``UTC0``."""


def now() -> datetime:
    """Return the time, with the zone of this computer; raises ``ProblemsFoundError`` where that is none.

    A system takes a name in ``TZ`` that it does not know for UTC, in silence: dates and times would be wrong
    by hours.
    """
    zone = os.environ.get("TZ", "")
    try:
        here = datetime.now(UTC).astimezone()
    except ValueError:  # a zone of more than a day
        here = None
    if here is None or (zone and not here.utcoffset() and not _is_utc(zone, here)):
        raise ProblemsFoundError([problem(COMPUTER_ZONE_INVALID, zone=zone)])
    return here


def _is_utc(zone: str, moment: datetime) -> bool:
    """Tell whether a value of ``TZ`` means UTC at a moment, by itself or by the zone or file it names."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 (few computers need it)

    name = zone.removeprefix(":")
    if _OFFSET_ZERO.match(name) or (name.startswith("/") and Path(name).is_file()):
        return True
    try:
        return not moment.astimezone(ZoneInfo(name)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def user_name() -> str:
    """Return the user's name where the system has one for this process."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "pengguna tidak dikenal"


def this_process(started: datetime, kind: str = "") -> Holder:
    """Return what the lock says of this process; the run's name is the time and a word or digits."""
    from ipak_cli.workspace.lock_owner import this_holder  # noqa: PLC0415 (as above)

    return this_holder(started, __version__, f"{started:%Y%m%dT%H%M%S}-{kind or secrets.token_hex(2)}")
