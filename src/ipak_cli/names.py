"""Names compared as people read them: letter case, punctuation and spacing aside."""

from __future__ import annotations

import unicodedata


def normalise(text: str) -> str:
    """Reduce a text to what makes it the same name: letters and digits, single spaces, one case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())
