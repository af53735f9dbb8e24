"""What ``ipak run`` did, or would do, as an office worker reads it in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from ipak_cli.catalogue.indonesian import say
from ipak_cli.run.values import REPORT, UNKNOWN, Outcome
from ipak_cli.terminal.parts import marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.jobs.setup import Recipe
    from ipak_cli.run.engine import RunDone, WorkspaceRun
    from ipak_cli.run.values import RunStep

_WHY: Final = {
    "new": "belum pernah selesai dikerjakan",
    "result": "berkas hasilnya tidak ada lagi",
    "input": "isi berkas berubah",
    "tool": "versi ipak berubah",
    "config": "ipak.yaml berubah",
    "rubric": "rubrik berubah",
    "evidence": "folder bukti berubah",
    "templates": "templat berubah",
    "results": "hasil triwulan ini atau sebelumnya berubah",
}
_KINDS: Final = {"survey": "survei", "pekppp": "PEKPPP", UNKNOWN: "jenis belum dikenal"}
_MARKS: Final = {Outcome.DONE: "✓", Outcome.PLANNED: "•", Outcome.FAILED: "✗", Outcome.BUSY: "…"}
_STYLES: Final = {Outcome.FAILED: "bold red", Outcome.BUSY: "bold yellow"}


def run_view(done: RunDone) -> RenderableType:
    """Return the steps of every workspace that had any; workspaces are named where there are several."""
    parts: list[RenderableType] = []
    for each in done.workspaces:
        if len(done.workspaces) > 1 and (each.steps or each.outcome is not Outcome.DONE):
            parts.append(Text(each.workspace, style="bold"))
        parts.append(marked(_steps(each)))
    return Group(*parts, Text(summary(done)))


def summary(done: RunDone) -> str:
    """Count what happened in one line."""
    steps = [step for each in done.workspaces for step in each.steps]
    counts = [
        (sum(step.outcome is Outcome.PLANNED for step in steps), "akan dikerjakan"),
        (sum(step.outcome is Outcome.DONE for step in steps), "selesai"),
        (sum(step.outcome is Outcome.FAILED for step in steps), "gagal"),
        (sum(len(each.waiting) for each in done.workspaces), "menunggu"),
        (sum(each.outcome is Outcome.BUSY for each in done.workspaces), "ruang kerja sedang dipakai"),
    ]
    told = [f"{count} {word}" for count, word in counts if count] or ["tidak ada yang perlu dikerjakan"]
    workspaces = f"{len(done.workspaces)} ruang kerja: " if len(done.workspaces) > 1 else ""
    return f"{workspaces}{', '.join(told)}."


def _steps(run: WorkspaceRun) -> Iterator[tuple[str, Text]]:
    for step in run.steps:
        why = ", ".join(_WHY[each] for each in step.why)
        style = _STYLES.get(step.outcome, "")
        yield _MARKS[step.outcome], Text.assemble((_name(step), style), (f" ({why})", "dim"))


def _name(step: RunStep) -> str:
    if step.action == REPORT:
        return f"laporan {step.quarter}"
    quarter = f" {step.quarter}" if step.quarter else ""
    return f"masuk/{step.input}: {_KINDS[step.action]}{quarter}"


def recipe_text(recipe: Recipe) -> str:
    """Return what makes a scheduler run a workspace, under a line that says what to do with it."""
    return f"# {recipe.name}: {say(recipe.advice)}\n{recipe.text}\n"
