"""``Hitung``, the people: whether enough answered, and the groups that may be shown."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.survey import GROUP_NOT_FILLED
from ipak_cli.survey.overlap import is_kept_back
from ipak_cli.survey.tally import GroupSums, whole
from ipak_cli.workpaper.cells import NONE, Look, derived, exact, given, shown
from ipak_cli.workpaper.formulas import known, rounded
from ipak_cli.workpaper.paper import needed, needed_sum
from ipak_cli.workpaper.table import Column, Table, write_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.survey.result import Breakdown, GroupResult
    from ipak_cli.workpaper.book import Sheet
    from ipak_cli.workpaper.cells import Cell, Value
    from ipak_cli.workpaper.paper import Paper, Places

    Row = dict[str, Value | Cell]
    _Named = tuple[str, Breakdown, GroupResult, GroupSums]

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


def group_names(paper: Paper) -> Iterator[_Named]:
    """Yield each group that is shown with its number, and what is kept of its answers.

    Of the groups that are gathered in one, that is what all respondents gave less what the others did.
    """
    tally = paper.survey.tally
    number = 0
    for breakdown in paper.survey.breakdowns:
        kept = tally.profiles[breakdown.code].groups if tally and breakdown.code in tally.profiles else {}
        sums = {label or say(GROUP_NOT_FILLED()): each for label, each in kept.items()}
        shown_sums = [sums[name] for group in breakdown.groups if (name := say(group.name)) in sums]
        for group in breakdown.rows:
            number += 1
            mine = sums.get(say(group.name))
            if group is breakdown.gathered:
                mine = _others(paper, group, shown_sums)
            if mine is not None:
                yield str(number), breakdown, group, mine


def _others(paper: Paper, group: GroupResult, shown_sums: Sequence[GroupSums]) -> GroupSums:
    items = paper.survey.items
    given = tuple(needed(item.n) - sum(each.given[n] for each in shown_sums) for n, item in enumerate(items))
    sums = tuple(
        whole(needed_sum(item.sum) - sum(each.sums[n] for each in shown_sums)) for n, item in enumerate(items)
    )
    return GroupSums(group.respondents, given, sums)


def _thin(paper: Paper, groups: Sequence[_Named]) -> set[str]:
    """Return the profile questions with an item that too few of a group answered to tell their sum."""
    smallest = paper.rubric.smallest_group
    return {
        breakdown.code
        for _, breakdown, _, sums in groups
        if any(0 < count < smallest for count in sums.given)
    }


def write_groups(sheet: Sheet, paper: Paper, places: Places) -> None:
    """Write the indices of each group that may be shown, and before that what is counted of its items."""
    groups = [*group_names(paper)]
    if not groups:
        return
    sheet.heading("Kelompok responden: butir")
    sheet.note(
        "Hanya kelompok yang boleh dirinci. Banyaknya jawaban dan jumlah nilai setiap butir berasal dari "
        "dokumen hasil, sebab lembar Jawaban tidak memuat kelompok responden. Bila suatu butir "
        "dijawab terlalu sedikit orang dalam kelompoknya, butirnya tidak dirinci dan indeksnya diambil dari "
        "hasil (kuning).",
        12,
    )
    counted = Table(
        sheet,
        "group item",
        (
            Column("group", "No kelompok", look=Look.LABEL),
            Column("no", "No butir", look=Look.LABEL),
            Column("code", "Butir", "INDEX(BUTIR_KODE,{no})"),
            Column("index", "Indeks", "INDEX(BUTIR_INDEKS,{no})"),
            Column("n", "Jawaban", look=Look.GIVEN),
            Column("sum", "Jumlah nilai", look=Look.GIVEN),
            Column("weighted", "Rata-rata × bobot", "IF({n}=0,0,INDEX(BUTIR_BOBOT,{no})*{sum}/{n})", 6),
        ),
    )
    counted.write(_item_rows(paper, groups), places)
    sheet.heading("Kelompok responden: indeks")
    factor = "*100/SKALA_TERTINGGI" if paper.terms.converted else ""
    table = Table(sheet, "group", [*_columns(paper, counted, factor)])
    thin = _thin(paper, groups)
    rows = {
        number: _row(paper, number, group, in_full=breakdown.code not in thin)
        for number, breakdown, group, _ in groups
    }
    table.write(rows, places)


def _item_rows(paper: Paper, groups: Sequence[_Named]) -> dict[str, Row]:
    weights = [weight for index in paper.rubric.indices for weight in index.weights]
    thin = _thin(paper, groups)
    rows: dict[str, Row] = {}
    for number, breakdown, group, sums in groups:
        if is_kept_back(group) or breakdown.code in thin:
            continue
        given = zip(paper.survey.items, weights, sums.given, sums.sums, strict=True)
        for place, (item, weight, n, total) in enumerate(given, 1):
            rows[f"{number} {item.code}"] = {
                "group": int(number),
                "no": place,
                "code": item.code,
                "index": item.index,
                "n": n,
                "sum": total,
                "weighted": weight * Fraction(total) / n if n else 0,
            }
    return rows


def _columns(paper: Paper, counted: Table, factor: str) -> Iterator[Column]:
    yield Column("group", "No kelompok", look=Look.LABEL)
    yield Column("name", "Kelompok", look=Look.LABEL)
    yield Column("n", "Responden", look=Look.GIVEN)
    yield Column("share_full", "Bagian (%)", f'IF(RESPONDEN=0,"{NONE}",100*{{n}}/RESPONDEN)', 6)
    yield Column("share", "Bagian dibulatkan (%)", rounded("{share_full}"), 2)
    for code in paper.survey.indices:
        mine = f'{counted.range("group")},{{group}},{counted.range("index")},"{code}"'
        lacking = f'COUNTIFS({mine},{counted.range("n")},">0")<COUNTIF(BUTIR_INDEKS,"{code}")'
        total = f"SUMIFS({counted.range('weighted')},{mine}){factor}"
        yield Column(f"full_{code}", code, f'IF({lacking},"{NONE}",{total})', 6)
        yield Column(code, f"{code} dibulatkan", rounded(f"{{full_{code}}}"), 2)


def _row(paper: Paper, number: str, group: GroupResult, *, in_full: bool) -> Row:
    """Return a group's values; its indices are derived where its items are told ``in_full``, else given."""
    share = Fraction(100 * group.respondents, paper.respondents)
    value = paper.terms.value
    row: Row = {
        "group": int(number),
        "name": say(group.name),
        "n": group.respondents,
        "share_full": share,
        "share": shown(share),
    }
    for code, index in group.indices.items():
        told = shown(value(index))
        row |= {f"full_{code}": exact(value(index)) if in_full else given(told, 2), code: told}
    return row
