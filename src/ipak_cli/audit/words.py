"""What an audit calls kinds of claims, their subjects and places, wherever people read of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.cell import PERFORMANCE
from ipak_cli.audit.instrument import COMBINED
from ipak_cli.tables.cell import address, position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ipak_cli.audit.document import Place

KIND_NAMES: Final[Mapping[str, str]] = {
    "respondents": "jumlah responden",
    "visitors": "jumlah pengunjung",
    "least_respondents": "jumlah responden minimal",
    "answers": "jumlah jawaban",
    "stars": "jumlah bintang",
    "share": "persentase jawaban",
    "item_mean": "nilai butir",
    "index": "nilai indeks",
    "percent": "persentase indeks",
    "points": "poin",
    "component": "nilai komponen",
    "combined": "indeks gabungan",
    "sum": "jumlah nilai",
    "target": "target",
    "gap": "selisih",
    "achievement": "capaian",
    "change": "perubahan",
    "weight": "bobot",
    "weighted": "nilai tertimbang",
    "converted": "nilai konversi",
    "category": "kategori mutu",
    "predicate": "predikat",
    "trend_word": "arah perkembangan",
    "date": "tanggal",
    "period": "periode",
    "number_of_part": "nomor bagian",
    "response_rate": "tingkat respons",
    "aspect": "nilai aspek",
    "minimum": "nilai minimal",
}
"""Kinds of claims by their values in documents."""
_SUBJECT_NAMES: Final = {COMBINED: "gabungan", PERFORMANCE: "capaian kinerja"}


def kind_name(kind: str) -> str:
    """Return what a kind of claim is called."""
    return KIND_NAMES.get(kind, kind)


def subject_name(subject: str | None) -> str:
    """Return what a subject is called; the survey as a whole has no name."""
    return _SUBJECT_NAMES.get(subject or "", subject or "")


_MOST_PLACES: Final = 4
_LONGEST_HEADING: Final = 50
_IN_A_ROW: Final = 2
"""Numbers in a row that are still written one by one."""


def place_words(*places: Place) -> str:
    """Write places as a reader of the report looks for them: ``halaman 7, Tabel 3.1, baris 2 dan 4–6``.

    Rows of one table are told together. The column is left out: the row and the claimed figure find it. In a
    workbook the cell itself is told.
    """
    rows: dict[Place, list[int]] = {}
    for place in places:
        whole = replace(place, row=None, column=None)
        if place.sheet is not None:
            whole = replace(whole, cell=_cell(place))
        # A line of a text file is that of the whole table, so that the row has to be told as well.
        rows.setdefault(whole, []).extend([] if place.row is None or place.sheet else [place.row])
    told = [", ".join(_parts(place, sorted(set(of_it)))) for place, of_it in rows.items()]
    told = [text for text in dict.fromkeys(told) if text]
    if len(told) > _MOST_PLACES:
        told = [*told[:_MOST_PLACES], f"dan {len(told) - _MOST_PLACES} tempat lain"]
    return "; ".join(told) or "tempatnya tidak diketahui"


def _parts(place: Place, rows: list[int]) -> Iterator[str]:
    if place.page is not None:
        yield f"halaman {place.page}"
    if place.sheet is not None:
        yield f"lembar {place.sheet}"
    if place.cell is not None:
        yield f"sel {place.cell}"
    if place.table is not None:
        yield f"tabel ke-{place.table}" if place.table.isdigit() else place.table
    if rows:
        yield f"baris {numbers_told(rows)}"
    if place.line is not None:
        yield f"baris berkas {place.line}"
    if place.heading is not None and place.table is None and place.cell is None:
        yield f"bagian “{_short(place.heading)}”"


def _cell(place: Place) -> str | None:
    """Return the address of a workbook's cell: that of its table's first cell, moved by row and column."""
    if place.cell is None or place.row is None or place.column is None:
        return place.cell
    row, column = position(place.cell)
    return address(row + place.row - 1, column + place.column - 1)


def numbers_told(numbers: Iterable[int]) -> str:
    """Write ``2, 4 dan 28``; three and more in a row as ``5–8``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = [
        text for run in runs for text in ([f"{run[0]}–{run[-1]}"] if len(run) > _IN_A_ROW else map(str, run))
    ]
    return f"{', '.join(texts[:-1])} dan {texts[-1]}" if len(texts) > 1 else texts[0]


def _short(heading: str) -> str:
    if len(heading) <= _LONGEST_HEADING:
        return heading
    return f"{heading[:_LONGEST_HEADING].rpartition(' ')[0] or heading[:_LONGEST_HEADING]} …"


def counted(kinds: Iterable[str]) -> str:
    """Count kinds of claims in words, the most frequent first: ``14 nilai butir, 3 poin``."""
    counts = Counter(kinds)
    return ", ".join(f"{count} {kind_name(kind)}" for kind, count in counts.most_common())
