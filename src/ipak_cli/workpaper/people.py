"""``Hitung``, the people: whether enough answered, and the groups that may be shown."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue.indonesian import say
from ipak_cli.workpaper.cells import NONE, Look, derived, exact, given, shown
from ipak_cli.workpaper.formulas import known, rounded
from ipak_cli.workpaper.table import Column, Table, write_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.survey.result import Breakdown, GroupResult
    from ipak_cli.workpaper.book import Sheet
    from ipak_cli.workpaper.cells import Cell, Value
    from ipak_cli.workpaper.paper import Paper, Places

    Row = dict[str, Value | Cell]

ADEQUACY: Final = {True: "Cukup", False: "Belum cukup", None: "Belum dapat disimpulkan"}


def write_sample(sheet: Sheet, paper: Paper, places: Places) -> None:
    """Write the response rate, the size by Krejcie and Morgan, the size to reach, and the verdict."""
    sample = paper.survey.sample
    sheet.heading("Kecukupan responden")
    rate = known("PENGUNJUNG", "100*RESPONDEN/PENGUNJUNG")
    full = write_line(
        sheet, places, ("rate", "full"), "Tingkat respons (%)", derived(rate, exact(sample.response_rate), 6)
    )
    cell = derived(rounded(full), shown(sample.response_rate), 2)
    write_line(sheet, places, ("rate",), "Tingkat respons dibulatkan (%)", cell)
    part = "3.841*0.25*PENGUNJUNG/(0.0025*(PENGUNJUNG-1)+3.841*0.25)"
    size = write_line(
        sheet, places, ("size",), "Ukuran sampel menurut Krejcie dan Morgan",
        derived(known("PENGUNJUNG", f"INT({part}+0.5+JAGA)"), _or_none(sample.krejcie_morgan)),
    )  # fmt: skip
    both = f"IF(PENGUNJUNG<=RESPONDEN_MINIMUM,{size},MAX({size},RESPONDEN_MINIMUM))"
    required = write_line(
        sheet, places, ("required",), "Jumlah responden yang diperlukan",
        derived(
            f"IF(ISNUMBER({size}),IF(ISNUMBER(RESPONDEN_MINIMUM),{both},{size}),RESPONDEN_MINIMUM)",
            _or_none(sample.required),
        ),
    )  # fmt: skip
    enough = f'IF(RESPONDEN>={required},"{ADEQUACY[True]}","{ADEQUACY[False]}")'
    verdict = f'IF(ISNUMBER({required}),{enough},"{ADEQUACY[None]}")'
    write_line(sheet, places, ("adequate",), "Kesimpulan", derived(verdict, ADEQUACY[sample.adequate]))


def _or_none(value: int | None) -> Value:
    return NONE if value is None else value


def group_names(paper: Paper) -> Iterator[tuple[str, Breakdown, GroupResult]]:
    """Yield each group that is shown with its number."""
    rows = ((given, group) for given in paper.survey.breakdowns for group in given.rows)
    for number, (breakdown, group) in enumerate(rows, 1):
        yield str(number), breakdown, group


def write_groups(sheet: Sheet, paper: Paper, places: Places) -> None:
    """Write the indices of each group that may be shown, as the result tells them."""
    groups = [*group_names(paper)]
    if not groups:
        return
    sheet.heading("Kelompok responden: indeks")
    sheet.note(
        "Hanya kelompok yang boleh dirinci. Banyaknya responden dan indeksnya diambil dari hasil (kuning); "
        "indeksnya sudah dibulatkan di sana. Jumlah nilai suatu kelompok tidak disimpan dan tidak diedarkan, "
        "supaya jawaban beberapa orang saja tidak dapat dihitung dari selisihnya.",
        12,
    )
    table = Table(sheet, "group", [*_columns(paper)])
    table.write({number: _row(paper, number, group) for number, _, group in groups}, places)


def _columns(paper: Paper) -> Iterator[Column]:
    yield Column("group", "No kelompok", look=Look.LABEL)
    yield Column("name", "Kelompok", look=Look.LABEL)
    yield Column("n", "Responden", look=Look.GIVEN)
    yield Column("share_full", "Bagian (%)", f'IF(RESPONDEN=0,"{NONE}",100*{{n}}/RESPONDEN)', 6)
    yield Column("share", "Bagian dibulatkan (%)", rounded("{share_full}"), 2)
    for code in paper.survey.indices:
        yield Column(code, code, look=Look.GIVEN)


def _row(paper: Paper, number: str, group: GroupResult) -> Row:
    share = Fraction(100 * group.respondents, paper.respondents)
    figures = {code: given(shown(index), 2) for code, index in group.indices.items()}
    return {
        "group": int(number),
        "name": say(group.name),
        "n": group.respondents,
        "share_full": share,
        "share": shown(share),
        **figures,
    }
