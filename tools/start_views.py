"""What the starters of an office's computer show, for the manual: the very texts that they print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import wheelhouse
from rich.console import Group
from rich.text import Text
from starters import mulai

from ipak_cli import __version__
from ipak_cli.cli.web import HOW_TO_END, OPENED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

IN_THE_FOLDER: Final = f"ipak-{__version__}-windows"
FIRST_START: Final = "sh mulai-ipak.sh"
WITHOUT_PYTHON: Final = "Mulai ipak.bat"
_PYTHONS: Final = ("3.12", "3.13")
_ID: Final = f"{__version__}-5f0c2d6b9a14"
"""Stands for the name that is made of the wheels."""


def in_the_folder() -> RenderableType:
    """Return what lies in the folder of the zip."""
    names = (*wheelhouse.starter_files("windows", _PYTHONS), "Panduan ipak.html", "roda")
    return _lines(sorted(names, key=str.casefold))


def first_start() -> RenderableType:
    """Return what is shown while ipak is installed, and when its page is open."""
    place = Path.home() / ".local" / "share" / "ipak" / _ID
    return _lines((mulai.beginning(place, {"version": __version__}), mulai.END, f"{OPENED} {HOW_TO_END}"))


def without_python() -> RenderableType:
    """Return what Windows' starter shows where there is no Python that fits."""
    batch = wheelhouse.starter_files("windows", _PYTHONS)["Mulai ipak.bat"].decode("ascii")
    told = [line for line in batch.splitlines() if line.startswith("echo")]
    return _lines(line.removeprefix("echo.").removeprefix("echo ") for line in told)


def _lines(lines: Iterable[str]) -> RenderableType:
    return Group(*(Text(line) for line in lines))
