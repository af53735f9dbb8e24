"""What numbers belong to where they are no figures: dates, periods, parts, laws, codes and scales."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import MONTH_NUMBERS, MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator


class NameKind(StrEnum):
    """What a name is that holds a number."""

    DATE = "date"
    SPAN = "span"
    MONTHS = "months"
    PERIOD = "period"
    PART = "part"
    STAR = "star"
    ITEM = "item"
    SCALE = "scale"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of a text whose numbers are a part of a name; ``start`` and ``end`` count its letters."""

    kind: NameKind
    text: str
    start: int
    end: int


TO: Final = r"(?:s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|[-–—])"
"""What stands between the two ends of a span."""
_MONTH: Final = "|".join([*MONTHS, *(m for m in sorted(MONTH_NUMBERS, key=len, reverse=True) if len(m) > 2)])
_YEAR: Final = r"(?:19|20)\d\d"
_NUMBER_OF_DAY: Final = r"(?:0?[1-9]|[12]\d|3\d)"
_DAY: Final = rf"{_NUMBER_OF_DAY}\s+(?:{_MONTH})\.?"
_NAME_OF_DAY: Final = r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)"
_WEEKDAY: Final = rf"(?:(?:hari\s+)?{_NAME_OF_DAY}\s*,?\s+)?(?:tanggal\s+)?"
_NEXT: Final = r"(?:\s*,\s*(?:dan\s+)?|\s+dan\s+|\s*&\s*)"
_ROMAN: Final = r"(?:iv|i{1,3})\b"
_ORDER: Final = r"(?:iv|i{1,3}|[1-4])"
_OF_YEAR: Final = rf"(?:\s*(?:[-/,]|tahun(?:\s+anggaran)?|t\.?a\.?)?\s*{_YEAR}\b)?"
_SMALL: Final = r"\d{1,2}(?!\d|[.,/]\d|\s*%|\s*(?:responden|orang))"
_REGULATION: Final = r"(?:kep|per|se|sk|permen\w*|perpres|pp|uu|perda|perbup|pergub|inpres|keppres|kepmen\w*)"
_PART: Final = r"(?:tabel|gambar|grafik|diagram|bagan|lampiran|bab|bagian|subbab|sub\s+bab)"
_COUNTED: Final = (
    r"(?:butir|unsur|indikator|pertanyaan|item|aspek|prinsip|kolom|poin|langkah|komponen|hari\s+ke)"
)
_AGED: Final = r"(?:tahun|thn|th)\b"
_FORMS: Final = (
    # Addresses, numbers of people and of files, money and times.
    (NameKind.OTHER, r"(?:https?://|www\.)\S+"),
    (NameKind.OTHER, r"\S+@\S+\.\w+"),
    (NameKind.OTHER, r"\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{16,}\b"),
    (NameKind.OTHER, r"\bSHA-\d+\b"),
    (NameKind.OTHER, r"\bNIP\.?\s*:?\s*[\d ]{8,}\d"),
    (NameKind.OTHER, r"\b\d{18}\b"),
    (NameKind.OTHER, r"\b\d{8} \d{6} \d \d{3}\b"),
    (
        NameKind.OTHER,
        r"\b(?:telp|telepon|tel|hp|fax|faks|wa|whatsapp|kode\s+pos)\b\.?\s*:?\s*\(?\+?\d[\d\s()./-]*",
    ),
    (NameKind.OTHER, r"\bRp\.?\s*\d(?:[\d.,]*\d)?"),
    (NameKind.OTHER, r"\bpukul\s+\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?"),
    (NameKind.OTHER, r"\b\d{1,2}[.:]\d\d\s*(?:WIB|WITA|WIT)\b"),
    # Dates and periods.
    (
        NameKind.SPAN,
        (
            rf"\b{_WEEKDAY}{_NUMBER_OF_DAY}(?:\s+(?:{_MONTH})\.?)?(?:\s+(?:tahun\s+)?{_YEAR})?\s*{TO}"
            rf"\s*{_WEEKDAY}{_DAY}\s+(?:tahun\s+)?{_YEAR}\b"
        ),
    ),
    (NameKind.DATE, rf"\b{_WEEKDAY}{_DAY}\s+(?:tahun\s+)?{_YEAR}\b"),
    (NameKind.DATE, rf"\b\d{{1,2}}[-/]\d{{1,2}}[-/]{_YEAR}\b"),
    (NameKind.DATE, rf"\b{_YEAR}-\d\d-\d\d\b"),
    (NameKind.OTHER, rf"\b{_DAY}(?!\w)"),
    (
        NameKind.MONTHS,
        rf"\b(?:bulan\s+)?(?:{_MONTH})(?:\s+{_YEAR})?\s*{TO}\s*(?:bulan\s+)?(?:{_MONTH})\s+(?:tahun\s+)?{_YEAR}\b",
    ),
    (
        NameKind.PERIOD,
        rf"\b(?:triwulan|tri\s+wulan|tw\.?|kuartal|semester|smt\.?)\s*{_ORDER}\b(?:{_NEXT}{_ROMAN})*{_OF_YEAR}",
    ),
    (NameKind.PERIOD, rf"\b{_YEAR}[- ]?Q[1-4]\b"),
    (NameKind.PERIOD, rf"\bQ[1-4]\b(?:[ -]?{_YEAR})?"),
    (NameKind.PERIOD, rf"\b(?:{_MONTH})\s+(?:tahun\s+)?{_YEAR}\b"),
    # Regulations, parts of the document, and years that are no period of their own.
    (NameKind.OTHER, rf"\b(?:nomor|no\.?)\s*:?\s*(?=[\w./-]*\d)[\w./-]*\w(?:\s+tahun\s+{_YEAR})?"),
    (
        NameKind.OTHER,
        rf"\b{_REGULATION}(?:\s+(?:panrb|pan|rb))?[/. -]?\s?\d+(?:\s*/\s*[\w.]+|\s+tahun\s+{_YEAR})+",
    ),
    (NameKind.OTHER, r"\b(?:pasal|ayat|angka|huruf|versi|level|rt|rw)\s*\(?\d+(?:\.\d+)*\)?"),
    (NameKind.PART, rf"(?<!daftar )\b{_PART}\s+(?:\d+(?:\s?[.-]\s?\d+)*|[ivx]+\b)(?:\.?[a-z]\b)?"),
    (NameKind.OTHER, r"\b(?:halaman|hal\.|hlm\.)\s*\d+"),
    (NameKind.OTHER, rf"\b{_YEAR}\s*[-–/]\s*{_YEAR}\b"),
    (NameKind.PERIOD, rf"\btahun\s+(?:anggaran\s+)?{_YEAR}\b(?:{_NEXT}{_YEAR}\b)*"),
    (NameKind.PERIOD, rf"\bT\.?A\.?\s*{_YEAR}\b"),
    (NameKind.OTHER, rf"\b{_YEAR}\b(?!\s*(?:responden|orang|pengunjung|jawaban|[.,]\d|%))"),
    # Answers, the scale, ages, and items.
    (
        NameKind.STAR,
        (
            r"\b(?:bintang|(?:jawaban|skor)\s+(?:dengan\s+)?(?:bernilai|nilai|skor)|nilai\s+jawaban)\s+[1-9]\b"
            r"(?![.,]\d|\s*s\.?/?d)"
        ),
    ),
    (NameKind.STAR, r"\bnilai\s+[1-9](?=\s+\(?\d[\d.,]*\s*%)"),
    (
        NameKind.SCALE,
        (
            r"\b(?:skala|rentang(?:\s+penilaian|\s+nilai)?)(?:\s+likert)?(?:\s+dari)?\s+"
            rf"\d(?:[\s,]*\d\b)*(?:\s*{TO}\s*\d+)?"
        ),
    ),
    (NameKind.SCALE, rf"(?<![\d.,])\d\s*{TO}\s*\d(?![\d%]|[.,]\d|\s*%)"),
    (NameKind.OTHER, rf"(?:\b(?:usia|umur)\s+)?[<>≤≥]?\s*\d{{1,2}}\s*{TO}\s*\d{{1,2}}\s*{_AGED}"),
    (
        NameKind.OTHER,
        (
            r"(?:[<>≤≥]|\bdi\s*(?:atas|bawah)|\b(?:lebih|kurang)\s+dari|\b(?:usia|umur))\s*=?\s*\d{1,2}\s*"
            rf"{_AGED}"
        ),
    ),
    (NameKind.ITEM, rf"\b{_COUNTED}(?:\s+nomor)?\s+(?:ke-?\s?)?{_SMALL}(?:{_NEXT}{_SMALL})*"),
    (NameKind.OTHER, r"\bke-?\s?\d+\b"),
    (NameKind.ITEM, r"(?<![\w.,])[A-Z]{1,6}-?\d{1,3}(?:/[A-Z]{1,3}-?\d{1,3})*(?![\w]|[.,]\d)"),
    (NameKind.OTHER, r"\b(?:S\s?-?[1-3]|D\s?-?[1-4])\b"),
)
"""Every form of a name; of names that share letters the first counts."""
_PATTERNS: Final = tuple((kind, re.compile(form, re.IGNORECASE)) for kind, form in _FORMS)
_ORDINAL: Final = re.compile(r"(?:(?<=\s)|^)\(?(\d{1,2})[.)](?=\s+\D)|^\(?(\d{1,2})[.)]\s*$")
TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*")
"""Any number of a text, whatever stands around it."""


def names_in(text: str) -> tuple[Name, ...]:
    """Return the names of a text that hold numbers, in order; none shares a letter with another."""
    found: list[Name] = []
    taken = bytearray(len(text))  # the letters that a name has already
    for name in (*_ordinals(text), *_matches(text)):
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = b"\1" * (name.end - name.start)
            found.append(name)
    return tuple(sorted(found, key=lambda name: name.start))


def _matches(text: str) -> Iterator[Name]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Name(kind, match[0], match.start(), match.end())


def _ordinals(text: str) -> Iterator[Name]:
    """Yield the numbers of a list: ``1. ...`` at the start, and ``2. ...`` behind it where they go on."""
    expected = None
    for match in _ORDINAL.finditer(text):
        number = int(match[1] or match[2])
        first = match.start() == 0
        if first or (expected is not None and number == expected):
            expected = number + 1
            yield Name(NameKind.OTHER, match[0], match.start(), match.end())
