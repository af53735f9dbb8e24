"""Text as people see it, without what was removed from it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from ipak_cli.survey.suggestion_result import Taken

MARKS: Final = {kind: chr(number) for number, kind in enumerate(Taken)}
"""Stand for removed pieces while a text is worked on, a kind each; ``plain_text`` returns none of them."""
ANY_MARK: Final = r"\x00-\x07"
"""All of them, inside the brackets of a pattern."""

_KINDS: Final = {mark: kind for kind, mark in MARKS.items()}
_RUN: Final = re.compile(rf"[{ANY_MARK}](?:\s*[{ANY_MARK}])*")
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
    return _RUN.sub(REMOVED, text)


def taken(text: str) -> tuple[tuple[Taken, ...], ...]:
    """Return what stood where :func:`shown` writes a mark, each kind once."""
    runs = (dict.fromkeys(found[0]) for found in _RUN.finditer(text))
    return tuple(tuple(kind for mark in run if (kind := _KINDS.get(mark))) for run in runs)


def without_marks(text: str) -> str:
    """Put a blank for each mark."""
    return _RUN.sub(" ", text)
