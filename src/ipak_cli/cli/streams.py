"""Output streams: none at all, one whose reader has gone, and an old terminal that lacks signs."""

from __future__ import annotations

import codecs
import os
import sys
import unicodedata
from pathlib import Path
from typing import Final, TextIO

PLAIN: Final = "ipak-plain"
"""The error handler of encoders that writes other signs in place of those that cannot be encoded."""
_SIGNS: Final = {
    "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "•": "*", "·": "|", "×": "x", "÷": "/", "±": "+/-",
    "≥": ">=", "≤": "<=", "≠": "!=", "≈": "~", "→": "->", "←": "<-", "⚠": "!", "…": "...",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "′": "'",
    "✓": "v", "✔": "v", "✗": "x", "✘": "x", "★": "*", "⭐": "*", "☆": "-", "●": "*", "○": "o", "▪": "*",
    "⁄": "/", "°": " derajat", "§": "pasal ", "€": "EUR",
}  # fmt: skip
_BOXES: Final = range(0x2500, 0x25A0)
_HORIZONTAL: Final = frozenset("─━┄┅┈┉╌╍═╴╶╸╺╼╾")
_VERTICAL: Final = frozenset("│┃┆┇┊┋╎╏║╵╷╹╻╽╿")


def survive(stream: TextIO) -> None:
    """Let a stream write any text in the encoding that it has."""
    if hasattr(stream, "reconfigure"):  # a stream of a test or of another program may lack it
        stream.reconfigure(errors=PLAIN)


def use_utf8(stream: TextIO) -> None:
    """Let a stream write a JSON document, which is UTF-8 wherever it goes."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="replace")


def open_closed_streams() -> None:
    """Give a program that was started without output (``>&-``) somewhere to write."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (open to the end)


def give_up_output() -> None:
    """Write what is buffered, and all that follows, nowhere: its reader or its disk takes no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def plain_sign(sign: str) -> str:
    """Return a sign, or a letter with an accent, in ASCII; ``?`` for what has no equal there."""
    if sign in _SIGNS:
        return _SIGNS[sign]
    if ord(sign) in _BOXES:
        return _plain_box(sign)
    raised = "^" if unicodedata.decomposition(sign).startswith("<super>") else ""
    usual = (c for c in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(c))
    return raised + "".join(c if c.isascii() else _SIGNS.get(c, "?") for c in usual)


def _plain_box(sign: str) -> str:
    if sign in _HORIZONTAL:
        return "-"
    if sign in _VERTICAL:
        return "|"
    return "+" if ord(sign) < 0x2580 else "#"  # corners and crossings, then blocks


def _in_plain_signs(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(plain_sign, error.object[error.start : error.end])), error.end


codecs.register_error(PLAIN, _in_plain_signs)
