"""Names compared as people read them: letter case, punctuation and spacing aside."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


def normalise(text: str) -> str:
    """Reduce a text to what makes it the same name: letters and digits, single spaces, one case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())


def nearest(name: str, known: Collection[str], alike: int) -> str | None:
    """Return the known name that a misspelt one is most like, if they are at least so alike in percent."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 (only where something is misspelt)

    found = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=alike)
    return found[0] if found else None
