"""The sheet ``Hasil``: the figures as the report tells them, each from its cell in ``Hitung``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.workpaper import further_parts, result_parts
from ipak_cli.workpaper.cells import NONE, Cell, result
from ipak_cli.workpaper.paper import Line
from ipak_cli.workpaper.result_parts import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.workpaper.book import Sheet
    from ipak_cli.workpaper.paper import Paper, Places
    from ipak_cli.workpaper.result_parts import Entry, Part

RESULT_WIDTHS: Final = (22, 44, *([13] * 12))


def write_results(sheet: Sheet, paper: Paper, places: Places) -> list[Line]:
    """Write everything but the charts; return every figure on the sheet with what the report says."""
    return write_parts(sheet, _parts(paper, places), places)


def write_parts(sheet: Sheet, parts: Iterable[Part], places: Places) -> list[Line]:
    """Write the tables of a result; return every figure in them with what the report says."""
    sheet.title("Hasil")
    sheet.note(
        "Angka laporan, masing-masing dari selnya di lembar Hitung dan dibulatkan setengah ke atas. Tanda "
        f"{NONE} berarti tidak dapat dihitung."
    )
    found: list[Line] = []
    for part in parts:
        found += _write(sheet, part, places)
    sheet.lay_out(rows=1)
    return found


def _parts(paper: Paper, places: Places) -> Iterator[Part]:
    yield result_parts.indices(paper)
    yield result_parts.totals(paper, places)
    yield result_parts.items(paper, places)
    yield result_parts.distribution(paper)
    yield from further_parts.zone(paper)
    yield further_parts.groups(paper)
    yield further_parts.quality(paper, places)
    yield further_parts.intervals(paper)
    yield further_parts.periods(paper)


def _write(sheet: Sheet, part: Part, places: Places) -> Iterator[Line]:
    if not part.rows:
        return
    sheet.heading(part.title)
    sheet.heads(*part.heads)
    for entries in part.rows:
        row = sheet.put(*(_cell(entry, places) for entry in entries))
        for column, entry in enumerate(entries, 1):
            if isinstance(entry, Shown):
                place = places[entry.key]
                ref = sheet.ref(column, row)
                yield Line(part.title, entry.name, entry.reported, place.places, ref, place.value)


def _cell(entry: Entry, places: Places) -> Cell | None:
    if isinstance(entry, Shown):
        place = places[entry.key]
        return result(place.ref, place.value, place.places)
    return None if entry is None else Cell(entry)
