"""Labels that fit: cleaned of what cannot be seen, wrapped to a width, shortened where they are too long."""

from __future__ import annotations

import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST: Final = 400
"""Characters that are looked at; no chart shows as many in one label."""
ELLIPSIS: Final = "…"


def clean(text: str) -> str:
    """Return a text on one line, without control characters and marks that steer the writing direction."""
    seen = (c if c.isprintable() else " " for c in text if unicodedata.category(c) != "Cf")
    return " ".join("".join(seen).split())


def wrap(text: str, fits: Callable[[str], bool], *, lines: int) -> list[str]:
    """Return a cleaned text in at most ``lines`` lines that fit; what is left out becomes an ellipsis."""
    wrapped = _wrapped(clean(text)[:LONGEST], fits)
    if len(wrapped) <= lines:
        return wrapped
    return [*wrapped[: lines - 1], _shortened(wrapped[lines - 1], fits)]


def _wrapped(text: str, fits: Callable[[str], bool]) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(word, fits):
            if lines and fits(f"{lines[-1]} {piece}"):
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """Cut a word that is longer than a line into pieces that are not."""
    while word and not fits(word):
        piece = [part for part in accumulate(word) if fits(part)][-1:] or [word[0]]
        yield piece[0]
        word = word.removeprefix(piece[0])
    if word:
        yield word


def _shortened(line: str, fits: Callable[[str], bool]) -> str:
    while line and not fits(line + ELLIPSIS):
        line = line[:-1].rstrip()
    return line + ELLIPSIS
