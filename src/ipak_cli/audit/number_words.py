"""Numbers in a text with the words around them: units, percent signs, maximums, parts of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.printed import readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.printed import Printed

_NUMBER: Final = re.compile(
    r"(?<![\w.,/])[-−–]?\d+(?:[.,]\d+)*(?![\w/]|[.,]\d)|(?<=[A-Za-z(=:])\d+[.,]\d+(?![\w/])"
)
_NAMED: Final = re.compile(
    r"(?i)(?<!\w)(?:nomor|no\.?|pasal|ayat|tahun|bab|bagian|tabel|gambar|grafik|lampiran|halaman|hal\.?|versi|nip|pp|uu|"
    r"triwulan|tw|semester|butir|unsur|indikator|pertanyaan|u|bintang|skala|tanggal|pukul|jalan|level|tingkat)\s*$"
)
_PERCENT: Final = re.compile(r"\s?(?:%|persen\b)", re.IGNORECASE)
_UNIT: Final = re.compile(r"\s*(?:\([^)]{0,20}\)\s*)?(?P<unit>[A-Za-z]+)")
_OF: Final = re.compile(
    r"(?i)\s*(?:,?\s*(?:dari|dengan|dan)\s+(?:nilai\s+|skor\s+)?(?:maksimum|maksimal|tertinggi)|dari)\s+$"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its meanings (two where thousands look like decimals), and what stands around it.

    ``before`` and ``after`` are the text up to the numbers next to it.
    """

    readings: tuple[Printed, ...]
    text: str
    start: int
    end: int
    before: str
    after: str
    percent: bool

    @property
    def value(self) -> Printed | None:
        """The only meaning, or ``None`` where there are two."""
        return self.readings[0] if len(self.readings) == 1 else None

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole number, in one of its meanings."""
        return any(not reading.places for reading in self.readings)

    @property
    def unit(self) -> str:
        """The word right behind it, in small letters."""
        found = _UNIT.match(self.after)
        return found["unit"].lower() if found else ""

    @property
    def is_named(self) -> bool:
        """Whether it is a part of a name: ``Nomor 90``, ``Tabel 3``, ``Triwulan 4``, ``Bintang 1``."""
        return _NAMED.search(self.before) is not None

    @property
    def is_maximum(self) -> bool:
        """Whether it is the most that the number before it can be: ``dari nilai maksimum 22,5``."""
        return _OF.search(self.before) is not None


def numbers_in(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order."""
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[Number]:
    matches = [match for match in _NUMBER.finditer(text) if readings(match[0])]
    for n, match in enumerate(matches):
        start = matches[n - 1].end() if n else 0
        end = matches[n + 1].start() if n + 1 < len(matches) else len(text)
        after = text[match.end() : end]
        percent = _PERCENT.match(after) is not None
        yield Number(
            readings(match[0]),
            match[0],
            match.start(),
            match.end(),
            text[start : match.start()],
            after,
            percent,
        )
