"""The roll-up as one web page: a table of units to sort and to search, nothing that is fetched."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.problem import at_most, worst_first
from ipak_cli.base.text import capital, shown
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.catalogue.usage import MORE_OF_THE_SAME
from ipak_cli.documents.write import MOST_OF_A_KIND
from ipak_cli.report.templates import templates_folder
from ipak_cli.rollup.conversion import converted
from ipak_cli.rollup.highlights import group_of, highlights
from ipak_cli.rollup.result import CellState
from ipak_cli.rollup.total_tables import total_tables
from ipak_cli.rollup.unit_rows import STEP, Flag, Notes, RowMaker, has_predicates
from ipak_cli.rollup.words import (
    ATTRIBUTES,
    BOTH_WAYS,
    CHANGES_IN_FULL,
    MARKS,
    SEVERITIES,
    STATES,
    STATES_IN_FULL,
    converted_words,
    group_words,
    rubric_letters,
    rubric_words,
    span_words,
    summary_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.base.provenance import RubricRef
    from ipak_cli.rollup.result import RollUp
    from ipak_cli.rollup.total_tables import TotalTable
    from ipak_cli.rollup.unit_rows import ShownRow

FOLDER: Final = "rekap"
_FIRST: Final = 'document.documentElement.classList.add("jauh");'
"""Runs before the table is there: of its thousands of rows the first alone are laid out."""
_COLOURED: Final = {"▲": Markup('<i class="r">▲</i>'), "▼": Markup('<i class="t">▼</i>')}
_FLAGS: Final = (
    (Flag.INCOMPLETE, "Belum lengkap"),
    (Flag.FALLEN, "Turun melebihi kebetulan"),
    (Flag.LOST, "Syarat predikat tidak lagi terpenuhi"),
    (Flag.HIDDEN, "Ada yang disembunyikan"),
)
_PROBLEM_HEADS: Final = ("Bobot", "Kode", "Tempat", "Apa yang salah", "Yang perlu dilakukan")


@dataclass(frozen=True, slots=True)
class Page:
    """What the page shows, all of it as texts."""

    title: str
    subtitle: str
    summary: tuple[str, ...]
    both_ways: str
    totals: tuple[TotalTable, ...]
    open_totals: int
    legend: tuple[str, ...]
    flags: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]
    group_label: str
    views: tuple[str, ...]
    unit_count: str
    latest: str | None
    periods: tuple[str, ...]
    has_pekppp: bool
    trend_width: int
    rows: tuple[ShownRow, ...]
    notes: tuple[str, ...]
    problem_heads: tuple[str, ...]
    problems: tuple[tuple[str, ...], ...]
    made_by: str


def page(given: RollUp) -> str:
    """Return the page; the same roll-up gives the same page."""
    shown_page = page_of(given)
    style = _file("gaya.css") + _view_rules(len(shown_page.views), len(given.index_names))
    script = _file("halaman.js")
    pages = Environment(
        loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined, finalize=_clean,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    pages.globals["marked"] = _coloured
    return pages.get_template("halaman.html.j2").render(
        page=shown_page,
        style=Markup(style),  # noqa: S704 (our own file)
        script=Markup(script),  # noqa: S704 (as above)
        first_script=Markup(_FIRST),  # noqa: S704 (as above)
        style_hash=_hash(style),
        script_hashes=f"{_hash(_FIRST)} {_hash(script)}",
    )


def page_of(given: RollUp) -> Page:
    """Return what the page of a roll-up shows."""
    given, converted_note = converted(given), converted_words(given)
    found, notes = highlights(given), Notes()
    by = given.by or ("region" if any(unit.region for unit in given.units) else None)
    groups = tuple(sorted({group for unit in given.units if (group := group_of(unit, by)) is not None}))
    mixed, heads = _rubrics_of_periods(given)
    rows = tuple(RowMaker(given, found, groups, by, mixed, notes).rows())
    tables = tuple(total_tables(given))
    return Page(
        title=f"Rekap {grouped_int(len(given.units))} unit, {span_words(given)}",
        subtitle=" · ".join(f"{code}: {name}" for code, name in given.index_names.items()),
        summary=tuple(summary_lines(given, found)),
        both_ways=BOTH_WAYS,
        totals=tables,
        open_totals=next(
            (n for n, each in enumerate(tables) if each.label.endswith(f", {found.latest}")), -1
        ),
        legend=(*_legend(given), *([converted_note] if converted_note else [])),
        flags=_FLAGS,
        groups=tuple(group_words(group, by) for group in groups),
        group_label=capital(ATTRIBUTES.get(by or "", by or "")),
        views=(*given.index_names, "Responden", *(["Syarat predikat"] if has_predicates(given) else [])),
        unit_count=f"{grouped_int(len(given.units))} unit.",
        latest=found.latest,
        periods=heads,
        has_pekppp=any(unit.pekppp for unit in given.units),
        trend_width=STEP * (len(given.periods) - 1) + 8,
        rows=rows,
        notes=notes.told(),
        problem_heads=_PROBLEM_HEADS,
        problems=tuple(_problems(given)),
        made_by=f"Dibuat dengan {given.tool.name} {given.tool.version}; skema {given.schema}.",
    )


def _rubrics_of_periods(given: RollUp) -> tuple[Mapping[tuple[str, RubricRef], str], tuple[str, ...]]:
    """Return the rubrics' names for the cells of periods that have several, and the heads of the periods."""
    letters = rubric_letters(given)
    used: dict[str, dict[RubricRef, None]] = {}
    for total in given.totals:
        used.setdefault(total.period, {})[total.rubric] = None
    heads: list[str] = []
    mixed: dict[tuple[str, RubricRef], str] = {}
    for period in given.periods:
        rubrics = used.get(period, {})
        if len(rubrics) > 1:
            mixed |= {(period, rubric): letters[rubric] for rubric in rubrics}
        named = next((f" {letters[each]}" for each in rubrics if each in letters), "")
        heads.append(period + (named if len(rubrics) == 1 else ""))
    return mixed, tuple(heads)


def _legend(given: RollUp) -> Iterator[str]:
    states = dict.fromkeys(cell.state for unit in given.units for cell in unit.surveys)
    yield from (
        f"{MARKS[state]} {STATES[state]}: {STATES_IN_FULL[state]}."
        for state in STATES
        if state in states and state is not CellState.SCORED
    )
    yield CHANGES_IN_FULL
    yield "Tren: satu titik tiap periode; periode tanpa nilai dan rubrik yang berganti tidak disambung."
    yield "Kurang, di belakang responden: lebih sedikit daripada sampel minimum."
    letters = rubric_letters(given)
    if letters:
        named = ", ".join(f"{letter} {rubric_words(each)}" for each, letter in letters.items())
        yield f"Rubrik: {named}. Nilai dari rubrik yang berbeda tidak digabung."


def _problems(given: RollUp) -> Iterator[tuple[str, ...]]:
    for each in worst_first(at_most(given.problems, MOST_OF_A_KIND, MORE_OF_THE_SAME)):
        yield SEVERITIES[each.severity], each.code, str(each.where), message_of(each), hint_of(each)


def _view_rules(views: int, indices: int) -> str:
    """Return the style by which the chosen view alone is shown, without a script."""
    rules = ["#unit b { display: none; }"]
    for n in range(1, views + 1):
        chosen = f"#v{n}:checked ~"
        rules.append(f"{chosen} .kotak #unit b:nth-child({n}) {{ display: inline; }}")
        rules.append(
            f"{chosen} .pilihan label:nth-child({n}) "
            "{ background: var(--aksen); border-color: var(--aksen); color: var(--kertas); }"
        )
        rules.append(
            f"#v{n}:focus-visible ~ .pilihan label:nth-child({n}) "
            "{ outline: 3px solid var(--emas); outline-offset: 1px; }"
        )
        # On paper nothing can be chosen: what was chosen stands there alone.
        rules.append(
            f"@media print {{ {chosen} .pilihan label:nth-child({n}) "
            "{ display: inline !important; background: none; color: var(--tinta); } }"
        )
        if n > indices:
            columns = ", ".join(f"{chosen} .kotak #unit tr > :nth-child({column})" for column in (2, 3))
            rules.append(f"{columns} {{ display: none; }}")
    return "\n".join(rules) + "\n"


def _coloured(text: str) -> Markup:
    """Return a text with its marks of rise and fall in colour; they are read by their form, too."""
    found = escape(_clean(text))
    for mark, coloured in _COLOURED.items():
        found = found.replace(mark, coloured)
    return found


def _clean(value: object) -> object:
    """Drop from a text what turns the direction or is not seen; what is markup already stays."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _file(name: str) -> str:
    return (templates_folder() / FOLDER / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
