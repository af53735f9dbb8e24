"""Text as people see it, without what was removed from it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MARK: Final = "\0"
"""Stands for a removed piece while a text is worked on; what ``plain_text`` returns never has it."""

REMOVED: Final = "[dihapus]"
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me"})
"""Categories of characters that show nothing by themselves: controls, joiners, marks on other letters."""

_FILLERS: Final = frozenset("\u115f\u1160\u2800")
"""Letters and symbols that are blank."""


def plain_text(text: str) -> str:
    """Return a text on one line as people see it: usual letters and digits, nothing hidden between them."""
    if not (text.isascii() and text.isprintable()):
        usual = unicodedata.normalize("NFKC", text)
        text = "".join(" " if c.isspace() else c for c in usual if c.isspace() or not _is_unseen(c))
    return " ".join(text.split())


def _is_unseen(character: str) -> bool:
    return character in _FILLERS or unicodedata.category(character) in _UNSEEN


def shown(text: str) -> str:
    """Write out the marks; neighbouring ones become one."""
    return re.sub(rf"{MARK}(?:\s*{MARK})*", REMOVED, text)
