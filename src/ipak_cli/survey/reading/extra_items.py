"""Columns that look like items which the rubric does not have: an office asks an element more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.text import normalise
from ipak_cli.survey.reading.answer import Words, read_answer
from ipak_cli.survey.reading.row_looks import number_of
from ipak_cli.survey.reading.row_pattern import column_of
from ipak_cli.survey.reading.summary_rows import SummaryLikeness, label_of
from ipak_cli.tables.column import as_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy.typing as npt

    from ipak_cli.survey.reading.context import SheetContext
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Piece

_CODED: Final = re.compile(r"(?:\w+/)?(?P<letters>[^\W\d_]{1,10})[\s._-]*0*(?P<number>[1-9]\d?)(?!\w)")
_NUMBERED: Final = re.compile(r"\d{1,2}\s*[.):-]")
_CODES: Final = frozenset(
    {"unsur", "pertanyaan", "soal", "item", "butir", "indikator", "question", "u", "p", "q"}
)
_ASKING: Final = frozenset({"bagaimana", "bagaimanakah", "seberapa", "apakah", "menurut"})
_NO_ITEM: Final = frozenset(
    {
        "kode", "kelas", "kelompok", "golongan", "gol", "usia", "umur", "kelamin", "jenkel", "jk", "gender",
        "pendidikan", "pekerjaan", "profesi", "jabatan", "jenis", "nama", "loket", "shift",
        "kunjungan", "berkunjung", "berapa", "kali", "frekuensi", "lama", "tahun", "bulan", "tanggal", "jam",
        "hari", "no", "nomor", "id", "urut", "antrian", "antrean", "agama", "suku", "disabilitas",
        "difabel", "kategori", "penghasilan", "pendapatan", "domisili", "kecamatan", "kelurahan", "desa",
        "kawin", "perkawinan", "status", "responden", "periode", "anak", "keluarga", "pend", "pddk", "didik",
        "pkj", "rt", "rw", "dusun", "jenjang", "surveyor", "enumerator", "pewawancara", "pangkat", "eselon",
        "education", "age", "sex", "occupation", "marital", "jarak", "gelombang", "alasan", "kesan", "pesan",
        "tanggapan", "bersedia", "setuju", "persetujuan",
    }
)  # fmt: skip
"""Words of headers of small whole numbers that are no answers: classes of age, counts of visits."""
_PLACES: Final = frozenset(
    {
        "unit", "layanan", "pelayanan", "petugas", "kerja", "lokasi", "tempat", "ruang", "ruangan", "poli",
        "instansi", "asal", "wilayah", "zona",
    }
)  # fmt: skip
"""Words that alone are no question, and in a longer header may belong to one."""
_NEARLY: Final = 0.9
_FREE_TEXT: Final = 40
"""Letters from which a text is no answer to choose."""
_ROUNDED: Final = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class _UnusedColumn:
    """A column that is not used: its cells in the rows with answers, and those that are on the scale."""

    number: int
    header: str
    cells: tuple[Cell, ...]
    answers: tuple[int | None, ...]

    @property
    def on_scale(self) -> bool:
        """Whether nearly all of it is answers."""
        given = sum(answer is not None for answer in self.answers)
        return bool(self.cells) and given >= _NEARLY * len(self.given)

    @property
    def given(self) -> list[Cell]:
        return [cell for cell in self.cells if not is_blank(cell)]

    @property
    def in_words(self) -> bool:
        """Whether the answers are words of the scale, which no count and no code is."""
        return self.on_scale and not any(number_of(cell) for cell in self.given)

    @property
    def free_text(self) -> bool:
        texts = {as_text(cell) for cell in self.given if isinstance(cell, str)}
        return any(len(text) > _FREE_TEXT for text in texts) or len(texts) > _FREE_TEXT


@dataclass(frozen=True, slots=True)
class ExtraItems:
    """Unused columns that are headed as the items are, and others that only hold answers like theirs."""

    headed: list[int]
    alike: list[int]


def further_items(first: Piece, context: SheetContext, beside: frozenset[int]) -> ExtraItems:
    """Return the unused columns that look like items: by their headers, or by answers beside the items.

    ``beside`` are columns without a header. A sum or mean of each row's answers is none, nor is an empty one.
    """
    layout = context.layout
    body = first.only(first.rows > layout.header_rows[1])
    values = _values(body, context)
    answered = np.flatnonzero(2 * (values > 0).sum(axis=1) > len(layout.items))
    body, values = body.only(answered), values[answered]
    meant = {word: value for each in context.words for word, value in each.values.items()}
    words = Words("", context.rubric.scale, meant, ())
    numbers = sorted({*layout.unused, *beside} - {context.frame.running or 0})
    columns = {number: _column(body, number, layout.headers.get(number, ""), words) for number in numbers}
    columns = {number: column for number, column in columns.items() if column.given}
    coded = {n for n, each in columns.items() if _has_code_of_items(each, context)}
    asking = {n for n, each in columns.items() if _asks_like_item(each, context)}
    alike = {n for n, each in columns.items() if each.in_words and not _exempt(each.header)}
    alike |= set(_beside_items(columns, context))
    recaps = {n for n in asking | alike if _recaps(columns[n], values.tolist())}
    return ExtraItems(sorted(coded | (asking - recaps)), sorted(alike - recaps - coded - asking))


def _column(body: Piece, number: int, header: str, words: Words) -> _UnusedColumn:
    cells = tuple(column_of(body, number).cells())
    read = (read_answer(cell, words) for cell in cells)
    return _UnusedColumn(number, header, cells, tuple(r if isinstance(r, int) else None for r in read))


def _item_headers(context: SheetContext) -> list[str]:
    return [context.layout.headers.get(number, "").strip() for number in context.layout.items.values()]


def _has_code_of_items(column: _UnusedColumn, context: SheetContext) -> bool:
    """Tell a header that goes on with the items' codes, whatever stands below it but free text."""
    own = {_letters(item.code) for item in context.rubric.items}
    own.update(map(_code_of, _item_headers(context)))
    code = _code_of(column.header)
    return bool(code) and code in own and not column.free_text


def _asks_like_item(column: _UnusedColumn, context: SheetContext) -> bool:
    """Tell by the header above answers: a code, or a number or a question as most items have."""
    if not column.on_scale or _exempt(column.header):
        return False
    items = _item_headers(context)
    return _code_of(column.header) in _CODES or any(
        like(column.header) and 2 * sum(map(like, items)) > len(items) for like in (_is_numbered, _asks)
    )


def _is_numbered(header: str) -> bool:
    return bool(_NUMBERED.match(header.strip()))


def _asks(header: str) -> bool:
    return "?" in header or not _ASKING.isdisjoint(normalise(header).split()[:1])


def _code_of(header: str) -> str:
    """Return the letters of a header's code, "" where it begins with none that items have."""
    match = _CODED.match(header.strip())
    return match["letters"].casefold() if match else ""


def _letters(code: str) -> str:
    return "".join(c for c in code if c.isalpha()).casefold()


def _exempt(header: str) -> bool:
    """Tell the header of a sum, a mean, or what is known of the respondent."""
    words = normalise(header).split()
    known = bool(words) and _PLACES.issuperset(words)
    return known or label_of(header) is not SummaryLikeness.OTHER or not _NO_ITEM.isdisjoint(words)


def _beside_items(columns: Mapping[int, _UnusedColumn], context: SheetContext) -> Iterator[int]:
    """Yield the columns on the scale that stand between items, or go on to the right of the last."""
    items = set(context.layout.items.values())
    first, last = min(items), max(items)
    like = {n for n, each in columns.items() if each.on_scale and not _exempt(each.header)}
    yield from (number for number in like if first < number < last)
    yield from takewhile(like.__contains__, range(last + 1, last + 1 + len(like)))


def _recaps(column: _UnusedColumn, values: Sequence[Sequence[int]]) -> bool:
    """Tell a column that holds the sum of each row's answers, or their mean however it is rounded."""
    told = [
        (number, [value for value in row if value])
        for row, number in zip(values, map(number_of, column.cells), strict=True)
        if number is not None
    ]
    sums = all(number == sum(row) for (number, _), row in told)
    means = all(
        abs(number - Fraction(sum(row), len(row))) <= _ROUNDED / 10**places for (number, places), row in told
    )
    return bool(told) and (sums or means)


def _values(body: Piece, context: SheetContext) -> npt.NDArray[np.int64]:
    """Return the answers row by row, 0 for none."""
    columns = []
    for item, words in zip(context.rubric.items, context.words, strict=True):
        column = column_of(body, context.layout.items[item.code]).trimmed()
        columns.append(column.map(partial(_value, words=words), empty=0, kind=np.int64))
    return np.stack(columns, axis=-1)


def _value(cell: Cell, words: Words) -> int:
    read = read_answer(cell, words)
    return read if isinstance(read, int) else 0
