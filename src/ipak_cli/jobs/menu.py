"""``ipak open --menu``: an entry for ipak in the menu of applications, as freedesktop.org describes it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.usage import MENU_NOT_HERE
from ipak_cli.workspace.atomic import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_QUOTED: Final = str.maketrans({each: f"\\{each}" for each in '\\"`$'} | {"%": "%%"})
"""What means something between the quotation marks of ``Exec``, and the percent sign."""
_WRITTEN: Final = str.maketrans({"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"})
"""How the value of any key is written on its one line."""


def add_to_menu(call: Sequence[str], environment: Mapping[str, str], *, platform: str) -> Path:
    """Write the entry that runs ``call`` for this user alone, in place of an earlier one; return its file.

    ``platform`` is named as ``sys.platform`` is. Raises ``ProblemsFoundError`` where systems keep no such
    files, and where the folder cannot be written.
    """
    if platform in ("win32", "darwin"):
        raise ProblemsFoundError([problem(MENU_NOT_HERE)])
    data = environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    folder = Path(data) / "applications"
    with suppress(OSError):  # writing the file tells what is refused
        folder.mkdir(parents=True, exist_ok=True)
    entry = folder / "ipak.desktop"
    write_whole(entry, desktop_entry(call).encode())
    return entry


def desktop_entry(call: Sequence[str]) -> str:
    """Return the text of an entry that runs a program with its arguments."""
    quoted = " ".join(f'"{each.translate(_QUOTED)}"' for each in call)
    fields = {
        "Type": "Application",
        "Name": "ipak",
        "Comment": "Survei, penilaian PEKPPP, dan laporannya",
        "Exec": quoted.translate(_WRITTEN),
        "Icon": "x-office-spreadsheet",
        "Categories": "Office;",
        "Terminal": "false",
    }
    lines = (f"{key}={value}\n" for key, value in fields.items())
    return "".join(("[Desktop Entry]\n", *lines))
