"""Words that a line's end or a column's edge cuts, and what is a figure alone."""

from __future__ import annotations

import re
from typing import Final

FIGURE: Final = re.compile(r"[-−–+(]?\d+(?:[.,]\d+)*(?:\s*(?:%|orang|poin|responden|jawaban|pengunjung))?\)?")
"""A cell that holds one figure; the number of a list's item, with its dot, is none."""
_CUT_WORD: Final = re.compile(r"(?<=[^\W\d_][/-])\n+(?=[^\W\d_])|(?<=[^\W\d_]{3})\n+(?=[a-z]\b)")


def one_line(text: str) -> str:
    """Return text of several lines in one, without blanks in words that a line's end cuts.

    Words are cut behind a hyphen or a stroke, or before their last letter where a column was too narrow.
    """
    return " ".join(_CUT_WORD.sub("", text).split())
