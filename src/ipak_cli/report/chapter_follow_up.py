"""The chapter on the follow-up: what is done about each item that misses its target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NOT_SCORED, ends_of
from ipak_cli.base.text import capital
from ipak_cli.report.cautions import no_target
from ipak_cli.report.format_words import (
    NOT_SET,
    listed,
    long_period,
    mean_against,
    said,
    short_period,
    target,
)
from ipak_cli.report.material import ActionProgress
from ipak_cli.report.outline import Cell, Chapter, Paragraph, Prose, ReportTable, Section, left, right

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.report.material import Material, PlannedAction
    from ipak_cli.report.outline import Block
    from ipak_cli.survey.result import ItemResult

_PROGRESS: Final = {
    ActionProgress.OPEN: "Belum dimulai",
    ActionProgress.RUNNING: "Sedang berjalan",
    ActionProgress.DONE: "Selesai",
}
_COLUMNS: Final = (
    *right("Target", "Realisasi"),
    *left("Rencana tindak lanjut", "PIC", "Tenggat", "Status"),
)
_NO_PLAN: Final = "Rencana tindak lanjut disusun setelah target ditetapkan."
_NOTHING: Final = "–"
"""What stands in the columns of a plan behind the words that there is none."""


def follow_up(material: Material) -> Chapter:
    """Return the chapter; an item that reaches its target needs no action."""
    name = capital(material.terms.words.item)
    below = Section("butir-di-bawah-target", f"{name} di Bawah Target", tuple(_below(material)))
    others = Section("butir-lain", f"{name} Lainnya", tuple(_others(material)))
    sections = (*_earlier(material), below, *((others,) if material.has_targets else ()))
    return Chapter("tindak-lanjut", "Tindak Lanjut", sections)


def _earlier(material: Material) -> Iterator[Section]:
    """Yield what became of the plan of the period before: its items, the status, the means then and now."""
    before = material.history[-2] if len(material.history) > 1 else None
    if before is None or before.survey is None or not material.earlier_actions:
        return
    now = {item.code: item for item in material.survey.items}
    planned = [
        (item, plan)
        for item in before.survey.items
        if (plan := material.earlier_actions.get(item.code)) and material.is_below(item)
    ]
    if not planned:
        return
    then_name, now_name = short_period(before.period), short_period(material.period)
    columns = (
        *left(material.terms.words.columns[0], "Rencana", "PIC", "Tenggat", "Status"),
        *right(f"Nilai {then_name}", f"Nilai {now_name}"),
    )
    rows = tuple(_became(item, plan, now.get(item.code)) for item, plan in planned)
    caption = f"Tindak lanjut {long_period(before.period)} dan nilainya sekarang"
    table = ReportTable("tabel-tindak-lanjut-sebelumnya", caption, columns, rows)
    title = f"Pelaksanaan Tindak Lanjut {long_period(before.period)}"
    yield Section(
        "tindak-lanjut-sebelumnya", title, (Paragraph(_done(planned, material.terms.words.item)), table)
    )


def _became(then: ItemResult, plan: PlannedAction, now: ItemResult | None) -> tuple[Cell, ...]:
    texts = (plan.pic or NOT_SET, plan.deadline or NOT_SET, _PROGRESS[plan.progress])
    values = (said(then.mean), NOT_SCORED if now is None else said(now.mean))
    return (
        Cell((then.code,), head=True),
        Cell(plan.actions),
        *(Cell((text,)) for text in (*texts, *values)),
    )


def _done(planned: Sequence[tuple[ItemResult, PlannedAction]], word: str) -> str:
    """Say how many of the plans are done, under way or not begun."""
    counts = [
        (word.lower(), sum(plan.progress is each for _, plan in planned)) for each, word in _PROGRESS.items()
    ]
    shown = listed(f"{count} {word}" for word, count in counts if count)
    return f"Dari {len(planned)} {word} yang direncanakan tindak lanjutnya, {shown}."


def _below(material: Material) -> Iterator[Block]:
    if not material.has_targets:
        yield Paragraph(f"{no_target(material)} {_NO_PLAN}")
        return
    yield Prose("tindak_lanjut")
    terms = material.terms
    if not material.below:
        known = any(ends_of(item.mean) is not None for item in material.survey.items)
        what = "bernilai di bawah" if known else "mempunyai nilai untuk dibandingkan dengan"
        yield Paragraph(f"Tidak ada {terms.words.item} yang {what} targetnya.")
    for code in material.survey.indices:
        if mine := [item for item in material.below if item.index == code]:
            key = f"tabel-tindak-lanjut-{code}"
            rows = tuple(_row(material, item) for item in mine)
            caption = f"Rencana tindak lanjut {terms.words.item} {code}"
            yield ReportTable(key, caption, (*left(*terms.words.columns), *_COLUMNS), rows)
    if open_ := material.unplanned:
        yield Paragraph(f"Tindak lanjut {terms.named(open_)} {NOT_SET}.")


def _row(material: Material, item: ItemResult) -> tuple[Cell, ...]:
    goal = material.target_of(item)
    plan = material.settings.actions.get(item.code)
    texts = (item.code, item.text, target(goal), mean_against(item, goal))
    return (*(Cell((text,), head=n == 0) for n, text in enumerate(texts)), *_plan(plan))


def _plan(plan: PlannedAction | None) -> tuple[Cell, ...]:
    if plan is None:
        return (Cell((NOT_SET,)), *(Cell((_NOTHING,)),) * 3)
    texts = (plan.pic or NOT_SET, plan.deadline or NOT_SET, _PROGRESS[plan.progress])
    return (Cell(plan.actions), *(Cell((text,)) for text in texts))


def _others(material: Material) -> Iterator[Block]:
    """Yield which items need no action, and which cannot be judged."""
    items = material.survey.items
    reached = [item for item in items if material.has_reached(item)]
    unscored = [item for item in items if ends_of(item.mean) is None]
    unsure = [item for item in items if material.is_open(item)]
    untargeted = [item for item in items if item not in unscored and material.target_of(item) is None]
    said_of = (
        (reached, "sudah mencapai target dan tidak memerlukan tindak lanjut"),
        (unsure, "belum pasti mencapai target, sebab rata-rata pada rekap dibulatkan"),
        (unscored, "belum mempunyai nilai, sehingga belum dapat dibandingkan dengan target"),
        (untargeted, "belum mempunyai target, sehingga belum dapat dinilai"),
    )
    for mine, what in said_of:
        if mine:
            yield Paragraph(f"{capital(material.terms.named(mine))} {what}.")
    if not any(mine for mine, _ in said_of):
        word = material.terms.words.item
        yield Paragraph(f"Tidak ada: semua {word} berada di bawah targetnya.")
