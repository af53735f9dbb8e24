"""Columns of which nothing is taken, and those among them that look like items of the survey."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.problem import Problem, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.survey import (
    COLUMN_AND_HEADER,
    COLUMNS_NOT_IN_RUBRIC,
    HEADER_BLANK,
    UNUSED_COLUMNS_LIKE_ITEMS,
)
from ipak_cli.rubric.load import list_shipped
from ipak_cli.rubric.survey import SurveyRubric
from ipak_cli.survey.reading.answer import read_answer
from ipak_cli.survey.reading.header import AsksItem, ItemNames, find_item
from ipak_cli.survey.reading.row_looks import SummaryLikeness, label_of, number_of
from ipak_cli.survey.reading.row_pattern import column_of
from ipak_cli.survey.reading.shown_cells import short_header
from ipak_cli.survey.reading.words import Words
from ipak_cli.survey.result import UnusedColumn
from ipak_cli.tables.column import as_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import numpy.typing as npt

    from ipak_cli.base.problem import Problem
    from ipak_cli.survey.reading.collect import Collected
    from ipak_cli.survey.reading.sheet_layout import SheetContext, SheetLayout
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


def unused_columns(collected: Collected) -> tuple[UnusedColumn, ...]:
    """Return the columns of which nothing was taken, left to right.

    A running number tells rows apart where no time does, and a respondent's number which rows are theirs.
    """
    layout = collected.context.layout
    running = collected.context.frame.running if layout.time is None else None
    telling = {running, collected.context.addresses.joined_by}
    headers = {**dict.fromkeys(collected.beside, ""), **layout.unused}
    return tuple(
        UnusedColumn(
            collected.context.header_cell(column),
            _shown_or_none(headers[column]),
            ignored=column in layout.ignored,
        )
        for column in sorted(headers.keys() - telling)
    )


def _shown_or_none(header: str) -> str | None:
    shown = short_header(header)
    return shown if isinstance(shown, str) else None


def further_columns(first: Piece, context: SheetContext) -> Iterable[Problem]:
    """Ask about the columns that look like items, and are none of a shipped rubric's either."""
    layout = context.layout
    entries = COLUMNS_NOT_IN_RUBRIC, UNUSED_COLUMNS_LIKE_ITEMS
    for entry, columns in zip(entries, _like_items(first, context), strict=True):
        if found := _asked_nowhere_else(columns, context):
            cells = [context.header_cell(column) for column in found]
            heads = (short_header(layout.headers.get(column, "")) or HEADER_BLANK() for column in found)
            named = zip(cells, heads, strict=True)
            told = tuple(COLUMN_AND_HEADER(cell=cell, header=header) for cell, header in named)
            first_header = context.at(layout.header_rows[1], found[0])
            yield problem(entry, first_header, columns=told, rubric=context.rubric.id)


def _like_items(first: Piece, context: SheetContext) -> tuple[list[int], list[int]]:
    """Return the unused columns that are headed as the items are, and others that hold answers like theirs.

    A sum or mean of each row's answers is none, nor is an empty column.
    """
    layout = context.layout
    body = first.only(first.rows > layout.header_rows[1])
    values = _values(body, context)
    answered = np.flatnonzero(2 * (values > 0).sum(axis=1) > len(layout.items))
    body, values = body.only(answered), values[answered]
    meant = {word: value for each in context.words for word, value in each.values.items()}
    words = Words("", context.rubric.scale, meant, ())
    numbers = sorted(
        {*layout.unused, *columns_beside(first, layout)} - {context.frame.running or 0} - layout.ignored
    )
    columns = {number: _column(body, number, layout.headers.get(number, ""), words) for number in numbers}
    columns = {number: column for number, column in columns.items() if column.given}
    coded = {n for n, each in columns.items() if _has_code_of_items(each, context)}
    asking = {n for n, each in columns.items() if _asks_like_item(each, context)}
    alike = {n for n, each in columns.items() if each.in_words and not asks_no_item(each.header)}
    alike |= set(_beside_items(columns, context))
    recaps = {n for n in asking | alike if _recaps(columns[n], values.tolist())}
    return sorted(coded | (asking - recaps)), sorted(alike - recaps - coded - asking)


def _asked_nowhere_else(found: list[int], context: SheetContext) -> list[int]:
    """Leave out the columns that ask the sentences of another shipped rubric: one form, two surveys."""
    if not found:
        return found
    loaded = (each.rubric for each in list_shipped())
    others = [
        ItemNames.of(rubric)
        for rubric in loaded
        if isinstance(rubric, SurveyRubric) and rubric.id != context.rubric.id
    ]
    headers = context.layout.headers
    asked = {number: [find_item(headers.get(number), names) for names in others] for number in found}
    return [n for n, each in asked.items() if not any(isinstance(a, AsksItem) and not a.coded for a in each)]


def columns_beside(piece: Piece, layout: SheetLayout) -> set[int]:
    """Return the columns without a header that have something below where it would stand."""
    body = slice(int(np.searchsorted(piece.rows, layout.header_rows[1], "right")), None)
    free = piece.columns.keys() - layout.headers.keys()
    return {number for number in free if not piece.columns[number].only(body).blank.all()}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A column that is not used: its cells in the rows with answers, and what they are as answers."""

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


def _column(body: Piece, number: int, header: str, words: Words) -> _Candidate:
    cells = tuple(column_of(body, number).cells())
    read = (read_answer(cell, words) for cell in cells)
    return _Candidate(number, header, cells, tuple(r if isinstance(r, int) else None for r in read))


def _item_headers(context: SheetContext) -> list[str]:
    return [context.layout.headers.get(number, "").strip() for number in context.layout.items.values()]


def _has_code_of_items(column: _Candidate, context: SheetContext) -> bool:
    """Tell a header that goes on with the items' codes, whatever stands below it but free text."""
    own = {_letters(item.code) for item in context.rubric.items}
    own.update(map(_code_of, _item_headers(context)))
    code = _code_of(column.header)
    return bool(code) and code in own and not column.free_text


def _asks_like_item(column: _Candidate, context: SheetContext) -> bool:
    """Tell by the header above answers: a code, or a number or a question as most items have."""
    if not column.on_scale or asks_no_item(column.header):
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


def asks_no_item(header: str) -> bool:
    """Tell the header of a sum, a mean, or what is known of the respondent."""
    words = normalise(header).split()
    known = bool(words) and _PLACES.issuperset(words)
    return known or label_of(header) is not SummaryLikeness.OTHER or not _NO_ITEM.isdisjoint(words)


def _beside_items(columns: Mapping[int, _Candidate], context: SheetContext) -> Iterator[int]:
    """Yield the columns on the scale that stand between items, or go on to the right of the last."""
    items = set(context.layout.items.values())
    first, last = min(items), max(items)
    like = {n for n, each in columns.items() if each.on_scale and not asks_no_item(each.header)}
    yield from (number for number in like if first < number < last)
    yield from takewhile(like.__contains__, range(last + 1, last + 1 + len(like)))


def _recaps(column: _Candidate, values: Sequence[Sequence[int]]) -> bool:
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
