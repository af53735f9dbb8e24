"""The way to a target as an office worker reads it in a terminal of 80 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from ipak_cli.base.figures import decimal, whole
from ipak_cli.catalogue.indonesian import say
from ipak_cli.terminal.parts import gain, marked, one_line, table, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.pekppp.plan import Option, Plan

_COST: Final = "Biaya: banyaknya fakta yang harus berubah, atau biaya yang ditulis di buku kerja."


def plan_view(plan: Plan) -> RenderableType:
    """Return the whole view: today, the target and what it takes, then every indicator to raise."""
    return Group(_figures(plan), Text(), Text(_verdict(plan), style="bold"), *_climbs(plan))


def _figures(plan: Plan) -> RenderableType:
    lines = [
        ("Perkiraan F-02 hari ini", decimal(plan.today)),
        ("Sasaran", decimal(plan.target)),
        ("Tertinggi yang dapat dicapai", decimal(plan.highest)),
    ]
    return marked((f"{name:29}", Text(value, style="bold")) for name, value in lines)


def _verdict(plan: Plan) -> str:
    if plan.reachable and not plan.climbs:
        return "Sasaran sudah tercapai; tidak ada langkah yang diperlukan."
    steps = f"{len(plan.climbs)} indikator dengan biaya {whole(plan.cost)}"
    if plan.reachable:
        return f"Jalan termurah menaikkan {steps}; F-02 menjadi {decimal(plan.reached)}."
    if plan.climbs:
        return (
            f"Sasaran tidak dapat dicapai. Jalan termurah ke F-02 tertinggi, {decimal(plan.reached)}, "
            f"menaikkan {steps}."
        )
    return "Sasaran tidak dapat dicapai, dan tidak ada langkah yang menaikkan F-02."


def _climbs(plan: Plan) -> Iterator[RenderableType]:
    """Yield the climbs, by the indicators' numbers."""
    if not plan.climbs:
        return
    yield title("Langkah")
    rows = table("No", "Tingkat", "F-02", "Biaya", "Yang diperlukan", right=("No", "F-02", "Biaya"))
    for climb in plan.climbs:
        for number, (begin, step, gained) in enumerate(climb.stages):
            rows.add_row(
                "" if number else str(climb.candidate.no),
                f"{begin} → {step.level}",
                gain(gained),
                whole(step.cost),
                _needs(step, None if number else climb.candidate.title),
            )
    yield rows
    yield Text(_COST, style="dim")


def _needs(step: Option, name: str | None) -> RenderableType:
    needs = marked(("•", Text(say(need))) for need in step.needs)
    return Group(one_line(name, "bold"), needs) if name else needs
