"""Names of evidence as an assessor writes them: links, and paths that stay inside the evidence folder."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue.pekppp import (
    EVIDENCE_NAME_FORBIDDEN_CHARACTER,
    EVIDENCE_NAME_TOO_LONG,
    EVIDENCE_PATH_ABSOLUTE,
    NAME_LEAVES_EVIDENCE_FOLDER,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from ipak_cli.base.problem import Entry, Where

LONGEST_PART: Final = 255
"""Characters of a file's or folder's name that no usual file system exceeds."""
_LINK: Final = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+://|www\.", re.IGNORECASE)
_ABSOLUTE: Final = re.compile(r"/|[a-z]:|~(?:/|$)|file:", re.IGNORECASE)
_FORBIDDEN: Final = frozenset('<>:"|?*')
_UNWRITTEN: Final = frozenset({"Cc", "Cs"})
"""Unicode categories of what no name holds: control characters and halves of surrogate pairs."""


@dataclass(frozen=True, slots=True)
class Named:
    """One name of evidence as written, for the indicator ``no``, and the cell that names it."""

    no: int
    name: str
    where: Where


class UnusableError(Exception):
    """A name that leads to no evidence: the catalogue's entry and what its sentences need besides."""

    def __init__(self, entry: Entry, **values: object) -> None:
        self.entry = entry
        self.values = values
        super().__init__(entry.code)

    @property
    def code(self) -> str:
        """The code that users look up."""
        return self.entry.code


class Likeness(IntEnum):
    """How near a real name is to the one written: the same, in another Unicode form, in another case."""

    SAME = 0
    FORM = 1
    CASE = 2


def is_link(name: str) -> bool:
    """Tell a web address (``scheme://`` or ``www.``) from a file's name; ``file:`` means a file."""
    return _LINK.match(name.strip()) is not None


def path_parts(name: str) -> tuple[str, ...]:
    """Return the folders and the file of a relative path, ``.`` and ``..`` worked out.

    Slashes and backslashes both separate. No part of the answer depends on the machine. Raises
    ``UnusableError`` for an absolute path, one that leaves its root, and parts that no file can be called.
    """
    path = name.strip().replace("\\", "/")
    if _ABSOLUTE.match(path):
        raise UnusableError(EVIDENCE_PATH_ABSOLUTE)
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                raise UnusableError(NAME_LEAVES_EVIDENCE_FOLDER)
            parts.pop()
        elif part not in ("", "."):
            parts.append(_possible(part))
    return tuple(parts)


def find_entry(part: str, entries: Collection[str]) -> tuple[str, Likeness] | None:
    """Return the entry of a folder that a part names, and how near it is; the nearest wins.

    Entries are compared here and not by the system, since systems differ in whether case matters.
    """
    if part in entries:
        return part, Likeness.SAME
    ranked = sorted((likeness, entry) for entry in entries if (likeness := _likeness(part, entry)))
    return (ranked[0][1], ranked[0][0]) if ranked else None


def _possible(part: str) -> str:
    if len(part) > LONGEST_PART:
        raise UnusableError(EVIDENCE_NAME_TOO_LONG, limit=LONGEST_PART)
    if any(c in _FORBIDDEN or unicodedata.category(c) in _UNWRITTEN for c in part):
        raise UnusableError(EVIDENCE_NAME_FORBIDDEN_CHARACTER)
    return part


def _likeness(part: str, entry: str) -> Likeness | None:
    part, entry = (unicodedata.normalize("NFC", text) for text in (part, entry))
    if part == entry:
        return Likeness.FORM
    return Likeness.CASE if part.casefold() == entry.casefold() else None
