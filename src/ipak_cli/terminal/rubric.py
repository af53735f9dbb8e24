"""Rubrics on the screen: readable at 80 columns, in Indonesian."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from rich import box
from rich.padding import Padding
from rich.table import Table

from ipak_cli.base.figures import exact_text, half_up
from ipak_cli.rubric.pekppp import PekpppRubric
from ipak_cli.rubric.survey import (
    BlankRule,
    Combined,
    Component,
    Index,
    Item,
    PerformancePart,
    Polarity,
    Predicate,
    Scale,
    SurveyRubric,
)
from ipak_cli.terminal.console import show_problems, stdout
from ipak_cli.terminal.pekppp_rubric import show_pekppp, show_proofs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from ipak_cli.jobs.rubric import Checked
    from ipak_cli.rubric.load import LoadedRubric, Rubric

_BLANK = {BlankRule.ERROR: "ditanyakan", BlankRule.MISSING: "dianggap tidak menjawab"}


def show_list(loaded: Sequence[LoadedRubric[Rubric]]) -> None:
    """Print the rubrics in a table."""
    table = _table("ID", "Versi", "Judul", "Isi")
    for each in loaded:
        table.add_row(each.rubric.id, each.rubric.version, each.rubric.title, _holding(each.rubric))
    console = stdout()
    console.print(table)
    console.print("Lihat isinya dengan: ipak rubric show ID")


def show_sound(checked: Checked) -> None:
    """Print that a rubric has no fault, and what trying the rules of a PEKPPP rubric showed."""
    rubric, console = checked.loaded.rubric, stdout()
    console.print(f"{checked.loaded.name}: tidak ada kesalahan.", style="green", soft_wrap=True)
    console.print(f"Rubrik {rubric.id} versi {rubric.version}: {_holding(rubric)}.")
    if checked.proofs:
        show_proofs(console, checked.proofs)
    show_problems(checked.loaded.problems)


def show_rubric(loaded: LoadedRubric[Rubric]) -> None:
    """Print all that a rubric says."""
    rubric, console = loaded.rubric, stdout()
    console.print(rubric.title, style="bold")
    console.print(f"{rubric.id} versi {rubric.version} · {loaded.name}", soft_wrap=True)
    console.print(loaded.digest, style="dim")
    match rubric:
        case SurveyRubric():
            _show_survey(console, rubric)
        case PekpppRubric():
            show_pekppp(console, rubric)
        case _:
            assert_never(rubric)


def _holding(rubric: Rubric) -> str:
    """Count what a rubric holds: the items of its indices, or its aspects and indicators."""
    if isinstance(rubric, PekpppRubric):
        return f"{len(rubric.aspects)} aspek, {len(rubric.indicators)} indikator"
    return ", ".join(f"{index.code} {len(index.items)} butir" for index in rubric.indices)


def _show_survey(console: Console, rubric: SurveyRubric) -> None:
    _show_rules(console, rubric)
    _show_elements(console, rubric)
    for index in rubric.indices:
        _show_index(console, index)
    _show_words(console, rubric)
    if rubric.combined:
        _show_combined(console, rubric.combined)
    if rubric.zi:
        _heading(console, f"Zona Integritas ({rubric.zi.regulation})")
        console.print(_components(rubric.zi.components))
        _show_grades(console, rubric.zi.components)
        console.print(_predicates(rubric.zi.predicates))
    _show_profiles(console, rubric)
    _show_legal_basis(console, rubric)
    _show_list_of(console, "Catatan", rubric.notes)


def number(value: Fraction) -> str:
    """Write an exact number with a decimal comma, or as a fraction where two decimals would not be exact."""
    text = half_up(value)
    return text.rstrip("0").rstrip(".").replace(".", ",") if Fraction(text) == value else exact_text(value)


def _show_rules(console: Console, rubric: SurveyRubric) -> None:
    least = rubric.sample.minimum
    rules = Table.grid(padding=(0, 2))
    rules.add_row("Sumber", rubric.source)
    rules.add_row("Skala", _scale(rubric.scale))
    rules.add_row("Jawaban kosong", _BLANK[rubric.blank])
    rules.add_row("Responden", f"paling sedikit {least}" if least else "jumlah minimum tidak ditetapkan")
    rules.add_row("", rubric.sample.source)
    rules.add_row("Kelompok terkecil", f"{rubric.smallest_group} responden")
    if rubric.target is not None:
        rules.add_row("Target butir", number(rubric.target))
    console.print()
    console.print(rules)


def _scale(scale: Scale) -> str:
    """Write what the values are called, and what the lowest and the highest mean where that is said."""
    told = f"{scale.word} {scale.lowest} sampai {scale.highest}"
    if scale.ends is None:
        return told
    return f"{told}: {scale.lowest} {scale.ends.lowest}, {scale.highest} {scale.ends.highest}"


def _show_elements(console: Console, rubric: SurveyRubric) -> None:
    if not rubric.elements:
        return
    _heading(console, "Unsur")
    table = _table("Unsur", "Butir", "Tujuan")
    for each in rubric.elements:
        codes = [item.code for item in rubric.items if item.element == each.name]
        table.add_row(each.name, ", ".join(codes) or "–", each.purpose)
    console.print(table)


def _show_legal_basis(console: Console, rubric: SurveyRubric) -> None:
    if not rubric.legal_basis:
        return
    _heading(console, "Dasar hukum untuk laporan")
    table = _table("Nama pendek", "Lazim", "Peraturan")
    for each in rubric.legal_basis:
        table.add_row(each.id, "ya" if each.usual else "tidak", each.text)
    console.print(table)
    console.print(
        "Yang lazim dicetak bila legal_basis di ipak.yaml kosong; yang lain bila namanya ditulis di sana."
    )


def _show_index(console: Console, index: Index) -> None:
    _heading(console, f"{index.code} – {index.name} ({len(index.items)} butir)")
    if index.aliases:
        console.print(f"Nama lain: {', '.join(index.aliases)}")
    table = _table("Kode", "Butir", "Unsur", "Bobot")
    for item, weight in zip(index.items, index.weights, strict=True):
        turned = " [arah terbalik]" if item.polarity is Polarity.NEGATIVE else ""
        parts = f" [rata-rata {len(item.mean_of)} kolom: {_columns(item)}]" if item.mean_of else ""
        table.add_row(item.code, item.text + turned + parts, item.element or "–", number(weight))
    console.print(table)
    if index.bands:
        bands = (f"{band.code} {band.name} mulai {number(band.minimum)}" for band in index.bands)
        console.print(f"Kategori: {'; '.join(bands)}.")


def _columns(item: Item) -> str:
    return "; ".join(" atau ".join(heads) for heads in item.mean_of)


def _show_words(console: Console, rubric: SurveyRubric) -> None:
    _heading(console, "Kata-kata jawaban")
    table = _table("Butir", "Nilai", "Kata")
    own = ((item.code, item.labels) for item in rubric.items)
    for name, labels in (("semua", rubric.scale.labels), *own):
        for order, label in enumerate(labels):
            table.add_row("" if order else name, str(label.value), ", ".join(label.words))
    if rubric.scale.missing:
        table.add_row("semua", "tidak menjawab", ", ".join(rubric.scale.missing))
    console.print(table)


def _show_combined(console: Console, combined: Combined) -> None:
    _heading(console, "Indeks gabungan")
    console.print(f"{combined.name}: rata-rata {' dan '.join(combined.indices)}.")


def _components(components: Iterable[Component]) -> Table:
    table = _table("Kode", "Komponen dan bagian", "Poin")
    for component in components:
        table.add_row(component.code, component.name, number(component.points))
        for part in component.parts:
            table.add_row(f"  {part.code}", f"  {part.name}", number(part.points))
    return table


def _show_grades(console: Console, components: Iterable[Component]) -> None:
    for component in components:
        for part in component.parts:
            if isinstance(part, PerformancePart):
                console.print(part.question)
                table = _table("Pilihan", "Arti", "Poin")
                for grade in part.grades:
                    table.add_row(grade.code, grade.meaning, number(grade.points))
                console.print(table)


def _predicates(predicates: Iterable[Predicate]) -> Table:
    table = _table("Predikat", "Syarat", "Dari", "Minimum")
    for predicate in predicates:
        for order, condition in enumerate(predicate.conditions):
            code = "" if order else predicate.code
            table.add_row(code, condition.name, condition.of or "di luar survei", number(condition.minimum))
    return table


def _show_profiles(console: Console, rubric: SurveyRubric) -> None:
    headers = (f"{profile.name}: {', '.join(profile.headers)}" for profile in rubric.profiles)
    _show_list_of(console, "Kolom pengelompokan", tuple(headers))


def _show_list_of(console: Console, title: str, entries: Sequence[str]) -> None:
    if entries:
        _heading(console, title)
    for entry in entries:
        bullet = Table.grid(padding=(0, 1))
        bullet.add_row("•", entry)
        console.print(bullet)


def _heading(console: Console, text: str) -> None:
    console.print(Padding(text, (1, 0, 0, 0)), style="bold")


def _table(*headers: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for header in headers:
        right = header in {"Poin", "Minimum", "Bobot", "Nilai"}
        table.add_column(header, justify="right" if right else "left")
    return table
