"""Numbers and addresses that lead to a person are taken out of a respondent's text."""

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

# What stands between the digits of a number: anything but a letter. A comma before a space parts two numbers.
_BETWEEN: Final = r"(?:(?![,;]\s)[^\w\0]|_){0,3}"
_DAY_TIME: Final = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_YEAR: Final = r"(?:19|20)\d\d"
_HARMLESS: Final = (
    rf"(?<!\d)(?:{_DAY_TIME}\s?[-–—]\s?{_DAY_TIME}|{_YEAR}\s?[-–—/]\s?{_YEAR}"
    rf"|\brp\.?\s?[1-9]\d{{0,2}}(?:\.\d{{3}}){{1,2}}(?:,\d\d)?)(?!{_BETWEEN}\d)"
)
"""Opening hours, school years and amounts of rupiah: digits that a suggestion needs and that name nobody."""
_URL: Final = (
    r"\b(?:[a-z][a-z0-9+.-]{0,20}:\s?//|www\.)[^\s\0]*[\w/]"
    r"|(?<![\w.@-])(?:[\w-]+\.)+(?:com|net|org|id|info|biz|io|me|ly|gl|gg|app|link|site|online|page|xyz|web|co|tv)"
    r"\b(?![@-])(?:[/?#:][^\s\0]*[\w/])?"
)
_EMAIL: Final = (
    r"(?<![\w.+%-])[\w.+%-]++(?:@[\w-]+(?:\.[\w-]+)*"
    r"|\s?(?:@|[(\[{]\s?at\s?[)\]}])\s?[\w-]+(?:\s?(?:\.|[(\[{]\s?dot\s?[)\]}])\s?[\w-]+)+"
    r"|\s+at\s+[\w-]+(?:\s+dot\s+[\w-]+)+)"
)
_HANDLE: Final = (
    r"(?<![\w@])@[\w.]+\w"
    r"|(?P<account>\b(?:ig|insta|instagram|fb|facebook|twitter|tiktok|telegram|line|akun)\s?[:=]\s?)@?[\w.]+"
)
_NUMBER: Final = (
    r"(?P<label>\b(?:wa|whatsapp|hp|handphone|telp|tlp|telepon|telpon|rek|rekening|nik|nip|nisn|npwp)\b"
    rf"[^\w\0+(]{{0,3}})[+(]?\d(?:{_BETWEEN}\d){{3,}}"
    rf"|(?:\+\s?|\((?=\d{{2,4}}\)))?\d(?:{_BETWEEN}\d){{5,}}"
)
_PIECE: Final = re.compile(rf"(?P<harmless>{_HARMLESS})|{_URL}|{_EMAIL}|{_HANDLE}|{_NUMBER}", re.IGNORECASE)


def plain_text(text: str) -> str:
    """Return a text on one line as people see it: usual letters and digits, nothing hidden between them."""
    if not (text.isascii() and text.isprintable()):
        usual = unicodedata.normalize("NFKC", text)
        text = "".join(" " if c.isspace() else c for c in usual if c.isspace() or not _is_unseen(c))
    return " ".join(text.split())


def _is_unseen(character: str) -> bool:
    return character in _FILLERS or unicodedata.category(character) in _UNSEEN


def remove_contacts(text: str) -> tuple[str, int]:
    """Put ``MARK`` for each e-mail address, web address, account name and long number, and count them.

    Takes and returns plain text. Long is a number of six digits or more, whatever stands between them, or of
    four behind a word such as WA or NIP. Numbers written in words are not found.
    """
    removed, found = 0, 1
    # An address that was glued to a number is seen once the number is gone.
    while found:
        text, found = _marked(text)
        removed += found
    return text, removed


def _marked(text: str) -> tuple[str, int]:
    removed = 0

    def mark(piece: re.Match[str]) -> str:
        nonlocal removed
        if piece["harmless"]:
            return piece[0]
        removed += 1
        return (piece["account"] or piece["label"] or "") + MARK

    return _PIECE.sub(mark, text), removed


def shown(text: str) -> str:
    """Write out the marks; neighbouring ones become one."""
    return re.sub(rf"{MARK}(?:\s*{MARK})*", REMOVED, text)
