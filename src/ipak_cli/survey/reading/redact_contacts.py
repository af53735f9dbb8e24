"""Numbers and addresses that lead to a person, however they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import MONTH_NUMBERS
from ipak_cli.survey.reading.name_words import word_set
from ipak_cli.survey.reading.redact import ANY_MARK, MARKS
from ipak_cli.survey.suggestion_result import Taken

if TYPE_CHECKING:
    from collections.abc import Callable

# What stands between the digits of a number: anything but a letter. A comma before a space parts two numbers.
_BETWEEN: Final = rf"(?:(?![,;]\s)[^\w{ANY_MARK}]|_){{0,3}}"
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
    r"\b(?:[a-z][a-z0-9+.-]{0,20}:\s?//|www\.)[^\s\x00-\x07]*[\w/]"
    r"|(?<![\w.@-])(?:[\w-]+\.)+(?:com|net|org|id|info|biz|io|me|ly|gl|gg|app|link|site|online|page|xyz|web|co|tv)"
    r"\b(?![@-])(?:[/?#:][^\s\x00-\x07]*[\w/])?"
)
_SIGN: Final = r"(?:@|[(\[{]\s?(?:at|et|a)\s?[)\]}])"
_DOT: Final = r"(?:\.|[(\[{]\s?(?:dot|titik)\s?[)\]}])"
_EMAIL: Final = (
    r"(?<![\w.+%-])(?:[\w.+%-]{1,30}\s?[(\[{]\s?(?:dot|titik)\s?[)\]}]\s?){0,2}[\w.+%-]++(?:@[\w-]+(?:[.,][\w-]+)*"
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
    rf"(?P<label>{_LABEL}[^\w{ANY_MARK}+(]{{0,3}})(?!{_YEAR}(?!{_BETWEEN}\d))[+(]?\d(?:{_BETWEEN}\d){{3,}}"
    rf"|(?:\+\s?|\((?=\d{{2,4}}\)))?\d(?:{_BETWEEN}\d){{5,}}"
)
_PIECE: Final = re.compile(
    rf"(?P<harmless>{_HARMLESS})|(?P<link>{_URL})|(?P<email>{_EMAIL})|(?P<handle>{_HANDLE})|{_NUMBER}",
    re.IGNORECASE,
)
_KINDS: Final = (("link", Taken.LINK), ("email", Taken.EMAIL), ("handle", Taken.ACCOUNT))
"""What the groups of a piece are; any other is a number."""
_HINT: Final = re.compile(r"[\d@:=/(\[{]|\w\.\w|\b(?:at|et|add|keong)\b|_", re.IGNORECASE)
"""What stands in every text with a piece; most texts have nothing of it."""

_AHEAD: Final = re.compile(r"\d{1,2}\s[-–—|]\s(?=\+?62|0|\()")
"""The number of a counter ahead of a telephone's."""
_LONG_NUMBER: Final = 9
"""Digits from which a number of a label is somebody's: a day or a range of ages has fewer."""


def remove_contacts(text: str) -> tuple[str, int]:
    """Put a mark for each address, account name, plate, birthday and long number, and count them.

    Takes and returns plain text. Long is a number of six digits or more, whatever stands between them and
    though words stand for some of them, or of four behind a word such as WA or NIP.
    """
    text, removed = _remove_spelt(text)
    if not _HINT.search(text):
        return text, removed
    text, places = _remove_places(text)
    text, pieces = _repeatedly(text, lambda piece: piece["harmless"] is None)
    return text, removed + places + pieces


def remove_label_contacts(text: str) -> tuple[str, int]:
    """Do as :func:`remove_contacts` with a group's label, where a short number tells ages, days or money."""
    text, removed = _remove_spelt(text)
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
        label = piece["account"] or piece["mine"] or piece["label"] or (ahead[0] if ahead else "")
        kind = next((kind for group, kind in _KINDS if piece[group] is not None), Taken.NUMBER)
        return label + MARKS[kind]

    return _PIECE.sub(mark, text), removed


_DIGIT: Final = (
    r"(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan|zero|one|two|three|four|five"
    r"|six|seven|eight|nine|dobel|double)"
)
_SPELT_WORDS: Final = re.compile(
    rf"(?<!\w)(?:{_DIGIT}|\d+)(?:[\s,.*~/-]{{1,3}}(?:{_DIGIT}|\d+)){{2,}}(?!\w)", re.IGNORECASE
)
_SPELT_LETTERS: Final = re.compile(
    r"(?<!\w)[o0][\dolix*]{2,13}(?:[\s.-][\dolix*]{2,9}){0,4}(?!\w)", re.IGNORECASE
)
"""``O`` and ``l`` for 0 and 1, or ``x`` for a digit that is not told."""
_SPELT_HINT: Final = re.compile(rf"\b{_DIGIT}\b|\d[olix*]|[olix*]\d", re.IGNORECASE)
_FEWEST: Final = 9
"""Digits of the shortest telephone number that is looked for."""
_FEWEST_WORDS: Final = 6
"""Digits of a number of words alone."""
_FEWEST_TOLD: Final = 6
"""Digits that are digits in a number with letters."""


def _remove_spelt(text: str) -> tuple[str, int]:
    """Put a mark for each number that has words or letters for some of its digits, and count them."""
    if not _SPELT_HINT.search(text):
        return text, 0
    removed = 0

    def words(found: re.Match[str]) -> str:
        nonlocal removed
        told = re.findall(_DIGIT, found[0], re.IGNORECASE)
        digits = len(told) + sum(map(str.isdigit, found[0]))
        if not told or digits < (_FEWEST_WORDS if digits == len(told) else _FEWEST):
            return found[0]
        removed += 1
        return MARKS[Taken.NUMBER]

    def letters(found: re.Match[str]) -> str:
        nonlocal removed
        digits = sum(map(str.isdigit, found[0]))
        plain = not any(c.isalpha() or c == "*" for c in found[0])
        if plain or digits < _FEWEST_TOLD or len(re.sub(r"[\s.-]", "", found[0])) < _FEWEST:
            return found[0]
        removed += 1
        return MARKS[Taken.NUMBER]

    return _SPELT_LETTERS.sub(letters, _SPELT_WORDS.sub(words, text)), removed


_STREET: Final = (
    r"\b(?:jl|jln|jalan|gang|gg|lorong|lrg|perum|perumahan|komp|komplek|kompleks|griya|blok|dusun|dsn|kampung|kp"
    r"|jorong)\b\.?"
)
_NO_STREET: Final = (
    r"(?!(?:ke|di|dari|kaki|loket|antrean|antrian|lantai|yang|dan|untuk|ruang|pintu|keluar|masuk|menuju|macet"
    r"|rusak|depan|terus|saja|sampai|lewat|karena|tapi)\b)"
)
_HOUSE: Final = (
    r"(?:no|nomor|nomer|nmr|blok|rt|rw)\b[\s.:]{0,3}(?:[a-z]{1,2}[\s/.-]?)?\d{1,4}(?:[/-]\d{1,3})?[a-z]?\b"
)
_NEIGHBOURS: Final = r"\brt\b[\s.:]{0,3}\d{1,3}(?:\s?/\s?|[\s/,.-]{0,3}rw\b[\s.:]{0,3})\d{1,3}\b"
_ADDRESS: Final = re.compile(
    rf"{_STREET}(?:[\s.,/]{{1,3}}{_NO_STREET}(?:[^\W\d_][\w']*|\d{{1,3}})){{0,6}}?[\s.,/]{{1,3}}{_HOUSE}"
    rf"(?:[\s.,/]{{1,3}}{_HOUSE})*|{_NEIGHBOURS}",
    re.IGNORECASE,
)
_DAY: Final = (
    r"(?:\d{1,2}[\s./-]{1,3}"
    rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))}|\d{{1,2}})"
    r"[\s./-]{1,3}(?:\d{4}|'?\d\d)\b)"
)
_BIRTH: Final = re.compile(
    rf"(?P<before>\b(?:lahir|ttl|kelahiran|ultah)\b[^\d{ANY_MARK}]{{0,40}}?){_DAY}"
    r"|(?P<born>(?<!akta )(?<!akte )\b(?:lahir|kelahiran)\s(?:(?:tahun|thn|th)\s)?)(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_BIRTH_HINT: Final = re.compile(r"lahir|ttl|ultah", re.IGNORECASE)
_PLATE: Final = re.compile(
    r"(?<!\w)(?:[abdefghklmnprstwz]|a[abdeg]|b[abdeghklmnp]|d[abcdeghklmnrstw]|e[abd]|k[bhtu]|p[ab])"
    r"[\s-]?(?P<digits>\d{1,4})[\s-]?(?P<after>[a-z]{1,3})\b",
    re.IGNORECASE,
)
_VEHICLES: Final = word_set(
    "plat pelat nopol polisi mobil motor kendaraan sepeda avanza vario beat truk pick up angkot ojek"
)
_NO_VEHICLES: Final = word_set(
    "ruang lantai loket kamar blok gedung kertas nomor no antrean antrian kode pintu kelas kursi meja"
)
_UNITS: Final = word_set(
    "kg gr cm ml km mm jt rb an pk thn th org jam hr am pm ke di dr itu ini dan yg gb mb tb wib "
    "wit m s d x kali"
)
_SHORT: Final = 3
"""Digits from which a plate is one whatever stands before it."""


def _remove_places(text: str) -> tuple[str, int]:
    """Put a mark for each address of a house, plate and birthday, and count them. Takes plain text."""
    text, addresses = _ADDRESS.subn(MARKS[Taken.ADDRESS], text)
    text, plates = _without_plates(text)
    days = 0
    if _BIRTH_HINT.search(text):
        text, days = _BIRTH.subn(lambda found: (found["before"] or found["born"]) + MARKS[Taken.BIRTH], text)
    return text, addresses + plates + days


def _without_plates(text: str) -> tuple[str, int]:
    removed = 0

    def mark(found: re.Match[str]) -> str:
        nonlocal removed
        before = _word_before(text, found.start())
        known = before in _VEHICLES
        long = len(found["digits"]) >= _SHORT and found["after"].casefold() not in _UNITS
        if before in _NO_VEHICLES or not (known or long):
            return found[0]
        removed += 1
        return MARKS[Taken.PLATE]

    return _PLATE.sub(mark, text), removed


def _word_before(text: str, place: int) -> str:
    words = text[max(0, place - 20) : place].casefold().split()
    return words[-1].strip(".,:(-") if words else ""
