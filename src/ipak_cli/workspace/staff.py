"""The names of the office's staff in ``pegawai.txt``, which no result may show."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.workspace import STAFF_UNREADABLE
from ipak_cli.workspace.files import read
from ipak_cli.workspace.layout import LARGEST_STAFF, SHOWN

if TYPE_CHECKING:
    from pathlib import Path

_COMMENT: Final = "#"
_TITLES_FROM: Final = ","
"""What stands before the degrees behind a name."""


def read_staff(workspace: Path) -> tuple[str, ...]:
    """Return the names of ``pegawai.txt``, one a line, without degrees; nothing where it is not there.

    Raises ``ProblemsFoundError`` when it cannot be read: a result without it would show names.
    """
    try:
        content = read(workspace, SHOWN.staff, LARGEST_STAFF)
    except FileNotFoundError:
        return ()
    except OSError:
        raise ProblemsFoundError([problem(STAFF_UNREADABLE, Where(SHOWN.staff.name))]) from None
    lines = (line.strip() for line in _decoded(content).splitlines())
    names = (line.partition(_TITLES_FROM)[0].strip() for line in lines if not line.startswith(_COMMENT))
    return tuple(name for name in names if name)


def _decoded(content: bytes) -> str:
    """Decode what Notepad and other editors save, whatever they call it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
