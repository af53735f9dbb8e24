"""How a summary row is known: by the words of its label, and by figures that sum up the answers above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from ipak_cli.rubric.survey import Scale

    Answers = npt.NDArray[np.int8]
    Value = tuple[Fraction, int]

_SUMS_UP: Final = (
    "rata rerata ratarata rataan rate mean average avg median modus sum jumlah jumlahnya jml jmlh jlh "
    "total grandtotal subtotal count banyak banyaknya cacah frekuensi frek nrr nrrt ikm skm ipak ipkp "
    "spak spkp ipk indeks index indek skor score nilai nilainya min minimum minimal maks max maksimum "
    "maksimal terendah tertinggi peringkat ranking rangking rangkin rank urutan mutu kinerja kategori "
    "predikat kriteria target sasaran bobot konversi dikonversi simpangan deviasi stdev stdeva std sd "
    "baku standar standart standard varian varians ragam selisih gap kenaikan penurunan naik turun "
    "perubahan tren trend capaian pencapaian realisasi persentase prosentase persen percent proporsi "
    "porsi rasio tertimbang timbangan penimbang rekap rekapitulasi keterangan ket catatan kesimpulan "
    "interpretasi prioritas grade lalu sebelumnya baseline kuartil rentang interval range pembulatan "
    "dibulatkan akumulasi kumulatif agregat komposit σ skala"
)
"""Words that say what a summary row or column holds."""
_AROUND: Final = (
    "tahun per unsur item butir pertanyaan soal indikator aspek pelayanan layanan unit kerja dari untuk "
    "seluruh "
    "semua keseluruhan setiap tiap masing responden kuesioner kuisioner yang yg terisi diisi x kali dan "
    "atau di ke pada dalam survei survey kepuasan masyarakat penilaian persepsi kualitas anti antikorupsi "
    "korupsi hasil akhir jawaban sub grand u n maka adalah dengan kolom baris data sampel jenis bagi "
    "dibagi dikali kelompok angka huruf status unsurnya i ii iii iv v vi vii viii ix"
)
"""Words that stand around those, and say nothing of a person."""
_PERIODS: Final = (
    "triwulan tw semester bulan periode kini ini sekarang januari februari maret april mei juni "
    "juli agustus september oktober november desember jan feb mar apr jun jul agu ags sep okt nov des"
)
"""Words of a period: alone they may head a block of rows, or be somebody's name."""
_NUMBERS: Final = re.compile(r"[0-9]+")
YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
"""A year, as far as a number tells."""
_TELLING: Final = frozenset(_SUMS_UP.split())
_OF_PERIODS: Final = frozenset(_PERIODS.split())
_KNOWN: Final = _TELLING | _OF_PERIODS | frozenset(_AROUND.split())
_LONGEST: Final = 160
"""Letters from which a text is no label."""
SHORT: Final = 3
"""Letters of a word that may as well be a name or initials: Min, Max, SD."""


class SummaryLikeness(IntEnum):
    """How much a text is like the label of a summary."""

    OTHER = 0
    """Nothing in it is."""
    PART = 1
    """A word of it is; the others may be a name ("Total Setiawan"), or it names only a period."""
    MOST = 2
    """Most of its words are."""
    WHOLE = 3
    """Every word of it is."""


@lru_cache(maxsize=4096)
def label_of(text: str) -> SummaryLikeness:
    """Tell how much a text is like a summary's label, such as "Rata2", "J U M L A H" or "Bobot (1/9)"."""
    if len(text) > _LONGEST or text.isdecimal():
        return SummaryLikeness.OTHER
    words = _words(text)
    if not words:
        return SummaryLikeness.WHOLE if any(sign in text for sign in "∑Σ%") else SummaryLikeness.OTHER
    tells = not _TELLING.isdisjoint(words)
    dated = not _OF_PERIODS.isdisjoint(words) or ("tahun" in words and bool(YEAR.search(text)))
    if tells:
        known = sum(word in _KNOWN for word in words)
        return (
            SummaryLikeness.WHOLE
            if known == len(words)
            else SummaryLikeness.MOST
            if 2 * known > len(words)
            else SummaryLikeness.PART
        )
    if not dated or not _KNOWN.issuperset(words):
        return SummaryLikeness.OTHER
    return SummaryLikeness.MOST if _is_period(text, words) else SummaryLikeness.PART


def _is_period(text: str, words: list[str]) -> bool:
    """Tell "Tahun 2023" and "Semester II" from "Mei", which may be a name, and from a day or an age."""
    numbers = _NUMBERS.findall(text)
    return all(YEAR.fullmatch(number) for number in numbers) and len(words) + len(numbers) > 1


def is_short(text: str) -> bool:
    """Tell whether a label is so short that it may be somebody's name or initials."""
    return sum(map(len, _words(text))) <= SHORT


def _words(text: str) -> list[str]:
    """Return the words without the digits in them: "rata2" and "rata-rata", "u1" and "U" are the same."""
    words = normalise(text).split()
    if len(words) > SHORT and all(len(word) == 1 for word in words):
        words = ["".join(words)]
    bare = ("".join(c for c in word if not c.isdigit()) for word in words)
    return [word for word in bare if word]


_FEWEST: Final = 2
"""Responses, and answers in a row, below which a match says nothing."""
_MOST_PLACES: Final = 6
"""Decimals of a number that was computed, not typed."""


@dataclass(slots=True)
class _Totals:
    """For each item: answers, their sum, the lowest and the highest, as places on the scale."""

    counts: npt.NDArray[np.int64] | int = 0
    sums: npt.NDArray[np.int64] | int = 0
    lowest: npt.NDArray[np.int64] | int = 127
    highest: npt.NDArray[np.int64] | int = 0

    def take(self, answers: Answers) -> None:
        given = answers > 0
        self.counts = self.counts + given.sum(axis=0)
        self.sums = self.sums + answers.sum(axis=0, dtype=np.int64)
        self.lowest = np.minimum(self.lowest, np.where(given, answers, 127).min(axis=0))
        self.highest = np.maximum(self.highest, answers.max(axis=0))

    def figures(self, item: int, scale: Scale) -> Iterator[Fraction]:
        """Yield what a summary may say of an item: sum, mean, percent, count, lowest, highest."""
        down = scale.lowest - 1
        count, total, low, high = (
            int(each[item])
            for each in (self.counts, self.sums, self.lowest, self.highest)
            if not isinstance(each, int)
        )
        mean = Fraction(total, count) + down
        yield from (Fraction(total + down * count), mean, mean * 100 / scale.highest)
        yield from map(Fraction, (count, low + down, high + down))

    def told_by(self, values: Sequence[Value | None], scale: Scale) -> bool:
        """Tell whether all values are the same figure of their items."""
        if isinstance(self.counts, int) or int(self.counts.max()) < _FEWEST:
            return False
        given = [(item, value) for item, value in enumerate(values) if value is not None]
        if len(given) < min(_FEWEST, len(values)) or not all(self.counts[item] for item, _ in given):
            return False
        matched = [[_is(value, figure) for figure in self.figures(item, scale)] for item, value in given]
        return any(map(all, zip(*matched, strict=True)))


@dataclass(slots=True)
class AnswersAbove:
    """The responses above a row: all of them, and those since the last summary; and the last row in use."""

    scale: Scale
    row: int
    _all: _Totals = field(default_factory=_Totals)
    _block: _Totals = field(default_factory=_Totals)
    _closed: bool = False

    @property
    def begun(self) -> bool:
        """Whether any response stands above."""
        return not isinstance(self._all.counts, int)

    def take(self, answers: Answers) -> None:
        """Take further responses."""
        if not answers.any():
            return
        if self._closed:
            self._block, self._closed = _Totals(), False
        self._all.take(answers)
        self._block.take(answers)

    def close(self) -> None:
        """End a block of responses: a row that is none stands below it."""
        self._closed = True

    def told_by(self, values: Sequence[Value | None]) -> bool:
        """Tell whether a row's numbers (with their decimals) sum up the answers above, or the last block."""
        return self._all.told_by(values, self.scale) or self._block.told_by(values, self.scale)


def _is(value: Value, figure: Fraction) -> bool:
    """Tell whether a number is a figure, as far as it was written out."""
    number, places = value
    return (
        abs(number - figure) <= Fraction(1, 2 * 10 ** min(places, _MOST_PLACES))
        if places
        else number == figure
    )
