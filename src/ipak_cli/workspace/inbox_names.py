"""What a file's name tells: litter of other programs, files on their way, copies of a conflict."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from ipak_cli.base.text import normalise

_LITTER: Final = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r"})
_LITTER_STARTS: Final = (".", "~$", "@eadir", "#recycle", "$recycle.bin")
"""Hidden files (our own temporary ones and LibreOffice's locks too), Excel's owner files, bins of servers."""
_LITTER_ENDS: Final = (".tmp",)
_ON_ITS_WAY: Final = (".part", ".partial", ".crdownload", ".download", ".filepart")
_COPIES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:copy of|salinan(?: dari)?) (?P<original>.+)",
        r"(?P<original>.+?)[ _-]+(?:copy|salinan|salin)(?: ?\(?\d{1,3}\)?)?",
        r"(?P<original>.+?) ?\([^()]*(?:conflict|konflik)[^()]*\)",
        r"(?P<original>.+?)[ ._-]+(?:sync-|salinan )?(?:conflict|konflik)(?:ed copy)?(?:[-_ ]?\d[\w-]*)?",
        r"(?P<original>.+?) ?\(\d{1,3}\)",
    )
)
"""How file managers and shared drives name a second copy of a file, such as ``a (1)`` or ``Salinan a``."""


def is_litter(name: str) -> bool:
    """Tell whether a file or folder of this name belongs to a program, and never holds answers."""
    folded = name.casefold()
    return folded in _LITTER or folded.startswith(_LITTER_STARTS) or folded.endswith(_LITTER_ENDS)


def is_on_its_way(name: str) -> bool:
    """Tell whether the name is one that programs give a file until it has arrived."""
    return name.casefold().endswith(_ON_ITS_WAY)


def original_of(name: str) -> str | None:
    """Return the file name that a copy was made from, by its name alone; ``None`` for any other name."""
    path = PurePosixPath(name)
    stem, found = path.stem, None
    while match := next(filter(None, (pattern.fullmatch(stem) for pattern in _COPIES)), None):
        stem = found = match["original"]
    return None if found is None else f"{found}{path.suffix}"


def same_name(one: str, other: str) -> bool:
    """Tell whether two file names differ by letter case, spacing or signs alone."""
    return normalise(one) == normalise(other)
