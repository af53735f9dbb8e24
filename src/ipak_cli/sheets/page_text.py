"""The text of a web page: its encoding by its mark, by what it declares, or found out."""

from __future__ import annotations

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_START: Final = 4_096
_DECLARED: Final = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_KNOWN: Final = re.compile(r"(?:x-)?(?:windows-?|cp)(125\d)|iso-?8859-?(\d{1,2})|(latin-?1|us-ascii|ascii)")
_UNUSED: Final = str.maketrans("", "", "\0\ufeff")


def page_text(data: bytes) -> tuple[str, bool]:
    """Return the text, and whether its encoding is a guess: one that is not UTF-8 and declares none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _clean(data.decode(encoding, errors="replace")), False
    for encoding, every_other in (("utf-16-le", data[1:20:2]), ("utf-16-be", data[:20:2])):
        if not any(every_other):
            return _clean(data.decode(encoding, errors="replace")), False
    declared = _declared(data[:_START])
    if declared is not None:
        return _clean(data.decode(declared, errors="replace")), False
    try:
        return _clean(data.decode("utf-8")), False
    except UnicodeDecodeError:
        return _clean(data.decode("cp1252", errors="replace")), True


def _declared(start: bytes) -> str | None:
    """Return the one-byte encoding that a page declares; UTF-8 has to prove true, so it counts as none."""
    found = _DECLARED.search(start)
    known = _KNOWN.fullmatch(found[1].decode("ascii", "replace").lower()) if found else None
    if known is None:
        return None
    if known[1]:
        return f"cp{known[1]}"
    # As in every browser, the first Latin alphabet is that of Windows.
    return "cp1252" if known[3] or known[2] == "1" else f"iso8859_{known[2]}"


def _clean(text: str) -> str:
    """Leave out marks of byte order, which programs leave within, and zeros."""
    return text.translate(_UNUSED)
