"""Workbooks beside a report that may be somebody's by now: what a person saved stays as it is."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Final

from ipak_cli.base.archive import is_untouched
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.workpaper import REVIEWED_WORKPAPER_KEPT
from ipak_cli.workpaper import FILE as WORKPAPER_FILE
from ipak_cli.workspace.atomic import named_beside, remove_file
from ipak_cli.workspace.files import is_file, read
from ipak_cli.workspace.layout import FOLLOW_UP_FORM, LARGEST_REPORT_FILE, open_marks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path, PurePath

_WORKPAPER: Final = re.compile(r"kertas-kerja(?: \(baru(?: \d{1,9})?\))?\.xlsx")
"""The names that :func:`beside_taken` gives a workpaper."""


def is_workpaper(name: str) -> bool:
    """Tell whether a file is named like a report's workpaper, or like one beside that."""
    return _WORKPAPER.fullmatch(name) is not None


def has_seal(name: str) -> bool:
    """Tell whether a file of a report tells by itself whether somebody saved it: a form or a workpaper."""
    return name == FOLLOW_UP_FORM or is_workpaper(name)


def is_taken(root: Path, name: PurePath) -> bool:
    """Tell whether a workbook is somebody's: saved since it was written, or open in a program."""
    if not is_file(root, name):
        return False
    if any(is_file(root, name.with_name(mark)) for mark in open_marks(name.name)):
        return True
    try:
        return not is_untouched(read(root, name, LARGEST_REPORT_FILE))
    except (OSError, ProblemsFoundError):
        # What cannot be looked at may be anything.
        return True


def beside_taken(
    root: Path, folder: PurePath, files: Mapping[str, bytes]
) -> tuple[Mapping[str, bytes], tuple[str, ...], tuple[Problem, ...]]:
    """Return a report's files with the name that its workpaper is to have, and which workpapers stay, told.

    It is the first of ``kertas-kerja.xlsx``, ``kertas-kerja (baru).xlsx``, ``kertas-kerja (baru 2).xlsx``
    that is nobody's, so that the next report takes the same one again.
    """
    if WORKPAPER_FILE not in files:
        return files, (), ()
    kept: list[str] = []
    name = folder / WORKPAPER_FILE
    for number in count(1):
        if not is_taken(root, name):
            break
        kept.append(name.name)
        name = named_beside(folder / WORKPAPER_FILE, number)
    given = {name.name if each == WORKPAPER_FILE else each: data for each, data in files.items()}
    if not kept:
        return given, (), ()
    told = problem(REVIEWED_WORKPAPER_KEPT, Where(str(root / folder / kept[-1])), name=name.name)
    return given, tuple(kept), (told,)


def remove_unless_taken(root: Path, name: PurePath) -> None:
    """Remove a file of a report; a form or a workpaper that is somebody's stays.

    Raises ``ProblemsFoundError`` when the system refuses.
    """
    if is_file(root, name) and not (has_seal(name.name) and is_taken(root, name)):
        remove_file(root, name)
