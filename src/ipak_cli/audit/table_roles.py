"""What the columns and rows of a table say, by their words: values, counts, targets, periods, answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.claim import ClaimKind
from ipak_cli.base.period import ROMAN, Period, PeriodKind, find_period
from ipak_cli.base.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipak_cli.audit.instrument import Instrument

_FEWEST: Final = r"(?:minimal|minimum|paling sedikit)"
_OF_WHAT: Final = r"(?: (?:rata rata|indeks|per unsur|unsur|butir|survei|akhir))*"
_UNIT_QUALITY: Final = r"(?: (?:unit )?(?:pelayanan|layanan|unsur|ikm))?(?: unit pelayanan)?"
_WORDS: Final = (
    (ClaimKind.LEAST_RESPONDENTS, rf"{_FEWEST}.*responden|responden.*{_FEWEST}"),
    (ClaimKind.VISITORS, r"(?:jumlah |total )?(?:pengunjung|populasi|pengguna layanan|penerima layanan)"),
    (ClaimKind.RESPONDENTS, r"(?:jumlah |total |banyak )?(?:responden|sampel|n|pengisi survei)(?: orang)?"),
    (ClaimKind.ANSWERS, r"(?:jumlah |total )?jawaban"),
    (ClaimKind.WEIGHTED, r"(?:nrr|nilai|rata rata|nilai rata rata)(?: \w+)? tertimbang.*|tertimbang"),
    (ClaimKind.CONVERTED, r"(?:nilai )?konversi(?: ikm)?|(?:nilai )?ikm(?: konversi)?|nilai interval.*"),
    (ClaimKind.ACHIEVEMENT, r"(?:persentase |tingkat )?capaian(?: (?:target|kinerja|persen))*"),
    (ClaimKind.CATEGORY, rf"(?:mutu|kategori|predikat|kualitas|kinerja){_UNIT_QUALITY}"),
    (ClaimKind.TARGET, r"target.*"),
    (ClaimKind.GAP, r"selisih.*|gap|kesenjangan|deviasi"),
    (ClaimKind.PERCENT, r"persen|persentase|prosentase|bagian|share"),
    (ClaimKind.POINTS, r"poin.*|nilai poin"),
    (ClaimKind.WEIGHT, r"bobot.*|nilai penimbang|penimbang"),
    (ClaimKind.SUM, r"(?:jumlah|total|sigma)(?: nilai| skor| per unsur| nilai per unsur)*"),
    (
        ClaimKind.INDEX,
        rf"(?:nilai|rata rata|rerata|mean|nrr|realisasi|skor|indeks|hasil){_OF_WHAT}(?: \d(?: \d)?)?",
    ),
)
"""Kinds by the whole normalised text of a head; the first that fits counts."""
_KINDS: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _WORDS)
_STAR: Final = re.compile(r"(?:bintang|nilai|skor|jawaban|skala)?\s*([1-9])(?:\s+(?:bintang|star))?")
_QUARTER: Final = re.compile(
    r"(?:triwulan|tw|tri wulan|kuartal|q)\s*(iv|i{1,3}|[1-4])(?:\s+(?:tahun\s+)?(\d{4}))?"
)
_SEMESTER: Final = re.compile(r"(?:semester|smt)\s*(ii?|[12])(?:\s+(?:tahun\s+)?(\d{4}))?")


@dataclass(frozen=True, slots=True)
class Label:
    """What a head or the start of a row says: a kind of figure, what it is about, and a period."""

    kind: ClaimKind | None = None
    item: str | None = None
    index: str | None = None
    star: int | None = None
    period: Period | None = None

    @property
    def subject(self) -> str | None:
        """The item, index or answer that it names."""
        return self.item or self.index or (str(self.star) if self.star is not None else None)


def label_of(texts: Iterable[str], instrument: Instrument, year: int | None) -> Label:
    """Return what some texts of a head or a row say together; ``year`` completes a quarter without one."""
    kind = item = index = star = period = None
    for text in texts:
        plain = normalise(text)
        if not plain:
            continue
        kind = kind or kind_named(plain)
        item = item or instrument.item_named(text)
        index = index or instrument.index_named(text)
        star = star if star is not None else star_named(plain, instrument)
        period = period or period_named(text, year)
    return Label(kind, item, index, star, period)


def kind_named(plain: str) -> ClaimKind | None:
    """Return the kind of figure that a normalised head names."""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(plain)), None)


def star_named(plain: str, instrument: Instrument) -> int | None:
    """Return the answer's value that a normalised head names: ``bintang 4``, ``4``."""
    found = _STAR.fullmatch(plain)
    if found is None:
        return None
    value = int(found[1])
    scale = instrument.rubric.scale
    return value if scale.lowest <= value <= scale.highest else None


def period_named(text: str, year: int | None) -> Period | None:
    """Return the period that a text names; a quarter or semester without a year is one of ``year``."""
    if (found := find_period(text)) is not None:
        return found
    plain = normalise(text)
    for pattern, kind in ((_QUARTER, PeriodKind.QUARTER), (_SEMESTER, PeriodKind.SEMESTER)):
        match = pattern.search(plain)
        if match is not None and (match[2] or year):
            number = ROMAN.index(match[1].upper()) + 1 if not match[1].isdigit() else int(match[1])
            return Period.of(date(int(match[2] or year or 0), (number - 1) * kind.months + 1, 1), kind)
    return None
