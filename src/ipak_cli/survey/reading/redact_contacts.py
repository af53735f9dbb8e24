"""Numbers and addresses that lead to a person, however they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ipak_cli.survey.reading.redact import MARK
from ipak_cli.survey.reading.redact_places import remove_places
from ipak_cli.survey.reading.redact_spelt import remove_spelt

if TYPE_CHECKING:
    from collections.abc import Callable

# What stands between the digits of a number: anything but a letter. A comma before a space parts two numbers.
_BETWEEN: Final = r"(?:(?![,;]\s)[^\w\0]|_){0,3}"
_DAY_TIME: Final = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_YEAR: Final = r"(?:19|20)\d\d"
_AMOUNT: Final = r"[1-9]\d{0,2}(?:\.\d{3}){0,3}\.(?:000|250|500|750|999)(?:,\d\d)?(?!\d)"
_HARMLESS: Final = (
    rf"(?<!\d)(?:{_DAY_TIME}\s?[-–—]\s?{_DAY_TIME}|{_YEAR}(?:\s?[-–—/]\s?{_YEAR}|(?:\s{_YEAR}){{1,3}})"
    rf"|\b(?:rp\.?\s?|(?:kuota|sebesar|sejumlah|biaya|bayar|harga|tarif|denda|total)\s)"
    rf"[1-9]\d{{0,2}}(?:\.\d{{3}}){{1,3}}(?:,\d\d)?"
    rf"|(?<![\d.,/+-]){_AMOUNT}(?:\s?[-–—]\s?(?:rp\.?\s?)?{_AMOUNT})?"
    rf"|(?<![\d.,/+-])\d{{1,3}}/{_YEAR}"
    r"|(?<![\d.,/+-])(?:0?[1-9]|[12]\d|3[01])(?P<sign>[./-])(?:0?[1-9]|1[0-2])(?P=sign)202\d"
    rf")(?!{_BETWEEN}\d)"
)
"""Opening hours, years, amounts, laws, recent days: digits that a suggestion needs and that name nobody."""

_URL: Final = (
    r"\b(?:[a-z][a-z0-9+.-]{0,20}:\s?//|www\.)[^\s\0]*[\w/]"
    r"|(?<![\w.@-])(?:[\w-]+\.)+(?:com|net|org|id|info|biz|io|me|ly|gl|gg|app|link|site|online|page|xyz|web|co|tv)"
    r"\b(?![@-])(?:[/?#:][^\s\0]*[\w/])?"
)
_SIGN: Final = r"(?:@|[(\[{]\s?(?:at|et|a)\s?[)\]}])"
_DOT: Final = r"(?:\.|[(\[{]\s?(?:dot|titik)\s?[)\]}])"
_EMAIL: Final = (
    r"(?<![\w.+%-])[\w.+%-]++(?:@[\w-]+(?:[.,][\w-]+)*"
    rf"|\s?{_SIGN}\s?[\w-]+(?:\s?{_DOT}\s?[\w-]+)+"
    rf"|(?:\s(?:dot|titik)\s[\w-]+)?\s+(?:at|et|add|(?:a\s)?keong)\s+[\w-]+(?:(?:\s+(?:dot|titik)\s+[\w-]+)+"
    r"|\.(?:com|co|id|net|go|sch|ac)\b[\w.]*))"
)
_NETWORK: Final = (
    r"\b(?:ig|insta|instagram|fb|facebook|twitter|tiktok|telegram|tele|line|discord|akun|gmail|email|surel"
    r"|username)"
)
_HANDLE: Final = (
    r"(?<![\w@])@[\w.]+\w"
    rf"|(?P<account>{_NETWORK}\s?[:=]\s?)@?[\w.]+"
    rf"|(?P<mine>{_NETWORK}\s(?:(?:saya|sy|aku|ku|gue|kami|pribadi|anak)\s)?)(?=[\w.]*(?:[_\d]|\.\w))[\w.]*\w"
)
_LABEL: Final = (
    r"\b(?:wa|whatsapp|hp|handphone|telp|tlp|telepon|telpon|rek|norek|rekening|nik|nip|nisn|npwp|ktp|kk|bpjs)\b"
    r"(?:\s(?:bri|bni|bca|bsi|btn|mandiri|saya|ku|no|nomor)\b)?"
)
_NUMBER: Final = (
    rf"(?P<label>{_LABEL}[^\w\0+(]{{0,3}})(?!{_YEAR}(?!{_BETWEEN}\d))[+(]?\d(?:{_BETWEEN}\d){{3,}}"
    rf"|(?:\+\s?|\((?=\d{{2,4}}\)))?\d(?:{_BETWEEN}\d){{5,}}"
)
_PIECE: Final = re.compile(rf"(?P<harmless>{_HARMLESS})|{_URL}|{_EMAIL}|{_HANDLE}|{_NUMBER}", re.IGNORECASE)
_HINT: Final = re.compile(r"[\d@:=/(\[{]|\w\.\w|\b(?:at|et|add|keong)\b|_", re.IGNORECASE)
"""What stands in every text with a piece; most texts have nothing of it."""

_AHEAD: Final = re.compile(r"\d{1,2}\s[-–—|]\s(?=\+?62|0|\()")
"""The number of a counter ahead of a telephone's."""
_LONG_NUMBER: Final = 9
"""Digits from which a number of a label is somebody's: a day or a range of ages has fewer."""


def remove_contacts(text: str) -> tuple[str, int]:
    """Put ``MARK`` for each address, account name, plate, birthday and long number, and count them.

    Takes and returns plain text. Long is a number of six digits or more, whatever stands between them and
    though words stand for some of them, or of four behind a word such as WA or NIP.
    """
    text, removed = remove_spelt(text)
    if not _HINT.search(text):
        return text, removed
    text, places = remove_places(text)
    text, pieces = _repeatedly(text, lambda piece: piece["harmless"] is None)
    return text, removed + places + pieces


def remove_label_contacts(text: str) -> tuple[str, int]:
    """Do as :func:`remove_contacts` with a group's label, where a short number tells ages, days or money."""
    text, removed = remove_spelt(text)
    if not _HINT.search(text):
        return text, removed
    text, pieces = _repeatedly(text, _is_somebodys)
    return text, removed + pieces


def _is_somebodys(piece: re.Match[str]) -> bool:
    if piece["harmless"] is not None:
        return False
    digits = sum(map(str.isdigit, piece[0]))
    return digits >= _LONG_NUMBER or any(c.isalpha() for c in piece[0][len(piece["label"] or "") :])


def _repeatedly(text: str, is_removed: Callable[[re.Match[str]], bool]) -> tuple[str, int]:
    removed, found = 0, 1
    # An address that was glued to a number is seen once the number is gone.
    while found:
        text, found = _marked(text, is_removed)
        removed += found
    return text, removed


def _marked(text: str, is_removed: Callable[[re.Match[str]], bool]) -> tuple[str, int]:
    removed = 0

    def mark(piece: re.Match[str]) -> str:
        nonlocal removed
        if not is_removed(piece):
            return piece[0]
        removed += 1
        ahead = _AHEAD.match(piece[0])
        return (piece["account"] or piece["mine"] or piece["label"] or (ahead[0] if ahead else "")) + MARK

    return _PIECE.sub(mark, text), removed
