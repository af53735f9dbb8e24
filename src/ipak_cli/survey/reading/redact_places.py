"""Where somebody lives, a vehicle's plate, a birthday: what short numbers tell with the words around them."""

from __future__ import annotations

import re
from typing import Final

from ipak_cli.base.period import MONTH_NUMBERS
from ipak_cli.survey.reading.name_words import word_set
from ipak_cli.survey.reading.redact import MARK

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
    rf"(?P<before>\b(?:lahir|ttl|kelahiran|ultah)\b[^\d\0]{{0,40}}?){_DAY}"
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


def remove_places(text: str) -> tuple[str, int]:
    """Put ``MARK`` for each address of a house, plate and birthday, and count them. Takes plain text."""
    text, addresses = _ADDRESS.subn(MARK, text)
    text, plates = _without_plates(text)
    days = 0
    if _BIRTH_HINT.search(text):
        text, days = _BIRTH.subn(lambda found: (found["before"] or found["born"]) + MARK, text)
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
        return MARK

    return _PLATE.sub(mark, text), removed


def _word_before(text: str, place: int) -> str:
    words = text[max(0, place - 20) : place].casefold().split()
    return words[-1].strip(".,:(-") if words else ""
