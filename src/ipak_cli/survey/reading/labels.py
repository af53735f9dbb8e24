"""Labels of summaries told from names and answers by their words: "NRR per unsur" from "Nilai Kurnia"."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import Final

from ipak_cli.base.text import normalise

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


class Label(IntEnum):
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
def label_of(text: str) -> Label:
    """Tell how much a text is like a summary's label, such as "Rata2", "J U M L A H" or "Bobot (1/9)"."""
    if len(text) > _LONGEST or text.isdecimal():
        return Label.OTHER
    words = _words(text)
    if not words:
        return Label.WHOLE if any(sign in text for sign in "∑Σ%") else Label.OTHER
    tells = not _TELLING.isdisjoint(words)
    dated = not _OF_PERIODS.isdisjoint(words) or ("tahun" in words and bool(YEAR.search(text)))
    if tells:
        known = sum(word in _KNOWN for word in words)
        return Label.WHOLE if known == len(words) else Label.MOST if 2 * known > len(words) else Label.PART
    if not dated or not _KNOWN.issuperset(words):
        return Label.OTHER
    return Label.MOST if _is_period(text, words) else Label.PART


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
