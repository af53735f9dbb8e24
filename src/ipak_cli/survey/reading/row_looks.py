"""How a row looks beside the others: its label, number, name and profile, and what stands for answers.

The label of a summary is known by its words, a row's as well as a column's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from functools import lru_cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.text import counts_stars, normalise
from ipak_cli.tables.column import as_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy.typing as npt

    from ipak_cli.survey.reading.row_pattern import RowPattern
    from ipak_cli.survey.reading.sheet_layout import SheetContext
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Mask, Piece

    Answers = npt.NDArray[np.int8]
    _Cells = Mapping[int, Cell]

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
    "seluruh semua keseluruhan setiap tiap masing responden kuesioner kuisioner yang yg terisi diisi x kali "
    "dan atau di ke pada dalam survei survey kepuasan masyarakat penilaian persepsi kualitas anti "
    "antikorupsi korupsi hasil akhir jawaban sub grand u n maka adalah dengan kolom baris data sampel jenis "
    "bagi dibagi dikali kelompok angka huruf status unsurnya i ii iii iv v vi vii viii ix"
)
"""Words that stand around those, and say nothing of a person."""
_PERIODS: Final = (
    "triwulan tw semester bulan periode kini ini sekarang januari februari maret april mei juni "
    "juli agustus september oktober november desember jan feb mar apr jun jul agu ags sep okt nov des"
)
"""Words of a period: alone they may head a block of rows, or be somebody's name."""
_NUMBERS: Final = re.compile(r"[0-9]+")
_DIGIT: Final = re.compile(r"\d")
YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
"""A year, as far as a number tells."""
_TELLING: Final = frozenset(_SUMS_UP.split())
_OF_PERIODS: Final = frozenset(_PERIODS.split())
_KNOWN: Final = _TELLING | _OF_PERIODS | frozenset(_AROUND.split())
_LONGEST: Final = 160
"""Letters from which a text is no label."""
SHORT: Final = 3
"""Letters of a word that may as well be a name or initials: Min, Max, SD."""
_COUNTED_ON: Final = 5
"""Numbers in a row that count on from column to column, at the least."""
_FEW: Final = 2
"""Cells of a row that are too few to be a header again."""
_ANSWERED: Final = 2
"""Items with something in them, below which a row may be a legend."""
_LONGEST_NUMBER: Final = 25
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


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


def is_numbered(text: str) -> bool:
    """Tell a number, or a code with a number such as "R-07", from a label: "Rata2" or "Triwulan 2"."""
    other = label_of(text) is SummaryLikeness.OTHER and not counts_stars(text)
    return text.isdecimal() or (bool(_DIGIT.search(text)) and other)


@dataclass(frozen=True, slots=True)
class RowLook:
    """What a row has; columns are counted from 1.

    ``column`` is that of its label, the first text beside the answers that is no number, nor what others have
    (0: there is none).
    ``cells`` are those that hold something, ``values`` those of the items in the rubric's order, ``valid`` of
    them answers. ``gap`` tells of blank rows above it.
    """

    row: int
    cells: Mapping[int, Cell]
    values: tuple[Cell, ...]
    valid: int
    label: str
    column: int
    gap: bool

    @classmethod
    def of(
        cls, row: int, cells: _Cells, items: list[int], frame: RowPattern, *, valid: int, gap: bool
    ) -> RowLook:
        """Look at one row; ``items`` are the columns of the items."""
        texts = {number: as_text(cells.get(number)) for number in frame.labels}
        labels = ((n, text) for n, text in texts.items() if _may_label(n, text, frame))
        column, label = next(labels, (0, ""))
        values = tuple(map(cells.get, items))
        return cls(row, cells, values, valid, label, column, gap)

    @property
    def given(self) -> list[Cell]:
        """The cells of the items that are not blank."""
        return [value for value in self.values if value is not None and not is_blank(value)]

    @property
    def filled(self) -> int:
        """How many cells are not blank."""
        return sum(not is_blank(value) for value in self.cells.values())

    @property
    def numbers(self) -> list[tuple[Fraction, int] | None]:
        """The items' cells as numbers, each with its decimals."""
        return [number_of(value) for value in self.values]

    @property
    def is_numeric(self) -> bool:
        """Whether all that stands where answers do is numbers."""
        return len([number for number in self.numbers if number]) == len(self.given)

    @property
    def has_fraction(self) -> bool:
        """Whether a number that is not whole stands where answers do."""
        return any(number is not None and number[0].denominator > 1 for number in self.numbers)

    @property
    def odd(self) -> bool:
        """Whether most of what stands where answers do is none."""
        return 2 * self.valid < len(self.given)

    def impossible(self, highest: int) -> bool:
        """Tell numbers that nobody types as answers: most are none, some are fractions or far too high."""
        far = any(number is not None and number[0] > 2 * highest for number in self.numbers)
        return self.odd and self.is_numeric and (far or self.has_fraction)

    def repeats_header(self, headers: Mapping[int, str]) -> bool:
        """Tell a header that stands again, or the numbers of the columns, from answers."""
        if self.filled <= _FEW:
            return False
        filled = {n: as_text(value) for n, value in sorted(self.cells.items()) if not is_blank(value)}
        same = sum(normalise(text) == normalise(headers[n]) for n, text in filled.items() if n in headers)
        digits = [text.strip("()[].").strip() for text in filled.values()]
        numbers = [int(text) for text in digits if text.isdecimal() and len(text) < _LONGEST_NUMBER]
        counts_on = all(b - a == 1 for a, b in pairwise(numbers))
        return (counts_on and len(filled) == len(numbers) >= _COUNTED_ON) or 2 * same > len(filled)


def looks(
    piece: Piece, answers: Answers, places: npt.NDArray[np.intp], context: SheetContext, last: int
) -> Iterator[tuple[int, RowLook]]:
    """Yield the place and look of each row at ``places`` that is not like any response.

    ``last`` is the row in use above the piece.
    """
    if not len(places):
        return
    doubtful = piece.only(places)
    gap = (np.diff(piece.rows, prepend=last) > 1)[places]
    valid = (answers[places] > 0).sum(axis=1)
    chosen = np.flatnonzero(_strange(doubtful, valid, gap, context))
    items = [context.layout.items[item.code] for item in context.rubric.items]
    for place, cells in zip(chosen.tolist(), _cells(doubtful, chosen), strict=True):
        row, answered, apart = int(doubtful.rows[place]), int(valid[place]), bool(gap[place])
        look = RowLook.of(row, cells, items, context.frame, valid=answered, gap=apart)
        yield int(places[place]), look


def _cells(piece: Piece, places: npt.NDArray[np.intp]) -> list[dict[int, Cell]]:
    """Return the cells of some rows that hold something; a wide sheet is empty in most places."""
    found: list[dict[int, Cell]] = [{} for _ in places]
    for number, column in piece.columns.items():
        filled = np.flatnonzero(column.codes[places] >= 0)
        cells = column.only(places[filled]).trimmed().cells()
        for order, cell in zip(filled.tolist(), cells.tolist(), strict=True):
            found[order][number] = cell
    return found


def _strange(piece: Piece, valid: npt.NDArray[np.int64], gap: Mask, context: SheetContext) -> Mask:
    """Tell which rows must be looked at, by whole columns: the others are like any response."""
    frame = context.frame
    filled = np.zeros(len(piece.rows), np.int64)
    for number in context.layout.items.values():
        filled += ~piece.columns[number].blank
    strange: Mask = (filled < _ANSWERED) | (2 * valid < filled)
    strange |= piece.rows == context.layout.header_rows[1] + 1
    unlike: Mask = gap | (valid < filled)
    if frame.running is not None and frame.running in piece.columns:
        running = piece.columns[frame.running].trimmed()
        unlike = ~running.map(frame.has_number, empty=False, kind=np.bool_)
    for number in frame.labels:
        column = piece.columns.get(number)
        if column is not None:
            usual = {text for repeated, text in frame.repeated if repeated == number}
            labelled = partial(_is_label, usual=usual)
            strange |= column.trimmed().map(labelled, empty=False, kind=np.bool_)
    for number in frame.always & piece.columns.keys():
        strange |= piece.columns[number].blank
    strange |= unlike
    return strange


def _is_label(value: Cell, usual: set[str]) -> bool:
    if not isinstance(value, str) or value.isdecimal() or as_text(value) in usual:
        return False
    return label_of(value) is not SummaryLikeness.OTHER or counts_stars(value)


def _may_label(column: int, text: str, frame: RowPattern) -> bool:
    """Tell a text that may be a label: no code, and none that others have in its column, such as "SMA"."""
    if not any(c.isalpha() for c in text):
        year = YEAR.fullmatch(text) and column not in frame.numeric and column != frame.running
        return bool(year) or label_of(text) is SummaryLikeness.WHOLE or counts_stars(text)
    coded = is_numbered(text) and (column in frame.numeric or column == frame.running)
    return not coded and (column, text) not in frame.common


def number_of(value: Cell) -> tuple[Fraction, int] | None:
    """Return a number exactly as it is written, and its decimals; ``None`` for what is no number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = as_text(value).replace(",", ".")
    if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return None
    return Fraction(text), len(text.partition(".")[2])
