"""Numbers beside an index that are no value of it: what it has to be, others' averages, ends of ranges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ipak_cli.audit.clause import Clause
    from ipak_cli.audit.number_words import Number

GAP: Final = re.compile(
    r"(?i)\b(?:target|minimal|minimum|ambang|syarat|standar|batas|nasional|bobot|interval"
    r"|alpha|alfa|cronbach|koefisien|unsur|butir|item"
    r"|aspek|indikator|simpangan|median|layanan|loket|selisih|nrr\s+tertimbang|responden|jumlah\s+jawaban)\b"
    r"|\b(?-i:(?:kabupaten|provinsi|kementerian)(?!\s+[A-Z]))\b"
)
"""Words between an index and a number that make the number another thing's."""
_OF_PEOPLE: Final = re.compile(
    r"(?i)\b(?:dari|oleh|terhadap|menurut|atas)\s+\d[\d.]*\s+(?:orang\s+)?responden\b"
)
"""Whose value it is, which makes it no number of people: ``IPAK dari 30 responden adalah 3,90``."""
_LEAST_OF: Final = re.compile(
    r"(?i)\b(?:nilai|skor|indeks|batas|ambang)\s+(?:minimal|minimum|ambang|batas)\b"
    r"|\b(?:minimal|minimum)\s+(?:nilai|skor|indeks|WBK|WBBM|predikat)\b|\bpassing\s+grade\b"
)
_ASKED_OF: Final = re.compile(
    r"(?i)\b(?:minimal|minimum|ambang|batas|syarat|persyaratan|standar|nasional|kementerian|provinsi|kabupaten)"
    r"(?:\s+(?:nilai|skor|indeks|untuk|predikat|bawah|minimal|minimum|wbk|wbbm))*\s*$"
)
"""What stands before an index where not its value is told: ``syarat minimal IPAK 3,60``."""
_BEYOND: Final = re.compile(
    r"(?i)\b(?:di\s+(?:atas|bawah)|(?:kurang|lebih)(?:\s+(?:tinggi|rendah|besar|kecil))?\s+(?:dari|daripada)"
    r"|melebihi|melampaui)\s+(?:nilai\s+|angka\s+)?$"
)
"""What stands between an index and a number that it lies above or below."""
_OF_SEVERAL: Final = re.compile(
    r"(?i)\brata-rata\b[^.;\d]*\b(?:selama|dalam|dari|antar)\s+(?:\d+|dua|tiga|empat|lima|enam|beberapa|semua|seluruh)\s+"
    r"(?:triwulan|semester|tahun|periode|bulan)\b"
)
"""What makes a mean that of several periods together."""
_TO: Final = r"(?:sampai(?:\s+dengan)?|s\.?/?d\.?|hingga|[-–])"
_BEGINS_RANGE: Final = re.compile(rf"(?i)\s*{_TO}\s*\d")
_ENDS_RANGE: Final = re.compile(rf"(?i)\d\s*{_TO}\s*$")
_MOVED: Final = re.compile(
    r"(?i)\b(?:naik|turun|mening\w+|menur\w+|pening\w+|penur\w+|kenaikan|bertambah|berkurang)\b"
)
_BEHIND_VALUE: Final = frozenset(
    (
        *("poin", "dengan", "atau", "dan", "pada", "dari", "dalam", "termasuk", "kategori", "yang", "berada"),
        *("mutu", "predikat", "sedangkan", "serta", "di", "masuk", "sehingga", "untuk", "naik", "turun"),
        *("meningkat", "menjadi"),
    )
)
"""Words behind a value that are no things which it counts."""


def is_no_value(number: Number, clause: Clause, subject: str) -> bool:
    """Tell whether a number that follows an index is no value of it.

    It is what the index has to be, the average of others, an end of a range such as that of an interval or a
    category, or a whole number of what the word behind it names: ``18 kecamatan``.
    """
    if _LEAST_OF.search(clause.masked[: number.start]) or _is_end_of_range(number, clause):
        return True
    above = number.readings[0].value > clause.instrument.rubric.scale.highest
    if number.is_whole and above and bool(number.unit) and number.unit not in _BEHIND_VALUE:
        return True
    start = _mention(clause, number, subject)
    if start is None:
        return False
    gap = _OF_PEOPLE.sub(" ", clause.text[start : number.start])
    if _BEYOND.search(gap) or _OF_SEVERAL.search(clause.text[: number.start]):
        return True
    return bool(GAP.search(gap) or _ASKED_OF.search(clause.text[:start]))


def _is_end_of_range(number: Number, clause: Clause) -> bool:
    if _MOVED.search(clause.text):
        return False
    begins = _BEGINS_RANGE.match(clause.text, number.end)
    return bool(begins or _ENDS_RANGE.search(clause.text[: number.start]))


def _mention(clause: Clause, number: Number, subject: str) -> int | None:
    """Return where an index is named last before a number; nothing of an item: its name may hold any word."""
    if subject in clause.instrument.items:
        return None
    starts = [start for start, _, code in clause.indices if code == subject and start < number.start]
    return starts[-1] if starts else None
