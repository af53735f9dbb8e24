"""A self-assessment and the way to a target, as an office worker reads them in 80 columns."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from ipak_cli.base.figures import NOT_SCORED, NotScored, decimal, figure, grouped_int, short
from ipak_cli.base.period import PeriodKind, indonesian_date
from ipak_cli.base.provenance import spoken
from ipak_cli.catalogue.indonesian import say
from ipak_cli.pekppp.result import Status
from ipak_cli.rubric.types import HIGHEST_LEVEL
from ipak_cli.terminal.console import gain, marked, numbers, one_line, sentence, table, title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ipak_cli.base.figures import Figure
    from ipak_cli.pekppp.plan import Option, Plan
    from ipak_cli.pekppp.result import AspectResult, Evidence, IndicatorResult, PekpppResult

BLOCKS: Final = 20
"""Columns of a bar."""
FIRST: Final = 5
"""How many steps the overview shows."""
NEEDS_SHOWN: Final = 100
"""Characters of the needs that the overview shows; the details have all."""
_ESTIMATE: Final = "F-02 ini perkiraan dari penilaian mandiri; yang berlaku adalah nilai evaluator."
_LEGEND: Final = "Tingkat 0 sampai 5, tambahan F-02 dalam kurung; * tanpa fakta, – belum dinilai"
_MORE: Final = "Prinsip, semua indikator, dan bukti: tambahkan --rinci"
_COST: Final = "Biaya: banyaknya fakta yang harus berubah, atau biaya yang ditulis di buku kerja."


def _overstated(each: IndicatorResult) -> bool:
    return each.claimed is not None and each.derived is not None and each.claimed > each.derived


def _understated(each: IndicatorResult) -> bool:
    return each.claimed is not None and each.derived is not None and each.claimed < each.derived


_LOOKS: Final[tuple[tuple[str, Callable[[IndicatorResult], bool]], ...]] = (
    ("Belum dinilai", lambda each: each.level is None),
    ("Nilai mandiri lebih tinggi daripada faktanya", _overstated),
    ("Nilai mandiri lebih rendah daripada faktanya", _understated),
    ("Nilai mandiri tanpa fakta", lambda each: each.status is Status.CLAIMED),
    ("Faktanya bertentangan", lambda each: bool(each.contradictions)),
    ("Instrumennya mendua", lambda each: each.ambiguity is not None),
    ("Bukti tidak ditemukan", lambda each: bool(each.evidence.missing)),
    ("Bukti kosong", lambda each: bool(each.evidence.empty)),
    ("Bukti ditolak", lambda each: bool(each.evidence.refused)),
)


def pekppp_view(result: PekpppResult, *, detail: bool = False) -> RenderableType:
    """Return figures, aspects, what to look at and to do first; in detail also each part in full."""
    parts = (*_head(result), *_figures(result), _aspects(result), *_attention(result), *_first_steps(result))
    if not detail:
        return Group(*parts, Text(f"\n{_MORE}", style="dim"))
    return Group(*parts, _principles(result), *_indicators(result), *_evidence(result))


def _head(result: PekpppResult) -> Iterator[Text]:
    period = result.period
    when = spoken(period) if period.name else "periode tidak disebut"
    if period.start and period.end and period.kind is not PeriodKind.RANGE:
        first, last = date.fromisoformat(period.start), date.fromisoformat(period.end)
        when += f" ({indonesian_date(first)} – {indonesian_date(last)})"
    yield Text(result.unit or "Unit tidak disebut", style="bold")
    yield Text(f"Penilaian mandiri PEKPPP, {when}")
    yield Text(f"Rubrik {result.rubric.id} versi {result.rubric.version}", style="dim")


def _figures(result: PekpppResult) -> Iterator[RenderableType]:
    lines = [("Perkiraan F-02", _f02(result))]
    if isinstance(result.f03, NotScored):
        lines.append(("IPP", Text(f"belum dihitung: {say(result.f03.reason)}")))
    else:
        lines.append(("F-03", _index(result.f03)))
        if users := result.users:
            lines.append(("", Text(f"dari {say(users.told)} ({users.source.name})", style="dim")))
        lines.append(("IPP", _index(result.ipp)))
    if category := result.category:
        named = f"{category.code} ({category.name})"
        lines.append(("Kategori", Text.assemble((named, "bold"), f" menurut {category.of}")))
    yield Text()
    yield marked((f"{name:15}", value) for name, value in lines)
    yield Text(_ESTIMATE, style="dim")


def figures_line(result: PekpppResult) -> str:
    """Return the figures on one line."""
    parts = [f"Perkiraan F-02 {_f02(result).plain}"]
    if not isinstance(result.ipp, NotScored):
        parts.append(f"IPP {_index(result.ipp).plain}")
    if result.category:
        parts.append(f"kategori {result.category.code} ({result.category.name})")
    return " · ".join(parts)


def _f02(result: PekpppResult) -> Text:
    if not isinstance(result.f02, NotScored):
        return _index(result.f02)
    count = f"{result.answered} dari {len(result.indicators)} indikator sudah dinilai"
    return Text.assemble(("belum lengkap", "bold"), f": {count}")


def _index(value: Figure) -> Text:
    if isinstance(value, NotScored):
        return Text(f"belum dihitung: {say(value.reason)}")
    return Text.assemble((decimal(value), "bold"), f" dari {HIGHEST_LEVEL}")


def bar(index: Fraction) -> str:
    """Draw an index of 0 to 5, rounded half up to whole blocks."""
    filled = int(index / HIGHEST_LEVEL * BLOCKS + Fraction(1, 2))
    return "█" * filled + "░" * (BLOCKS - filled)


def _aspects(result: PekpppResult) -> RenderableType:
    rows = table("", "Aspek", "Bobot", "Indeks", "0 sampai 5", right=("Bobot", "Indeks"))
    for each in result.aspects:
        drawn = "belum lengkap" if isinstance(each.index, NotScored) else bar(each.index)
        rows.add_row(each.code, each.name, f"{short(each.weight)} %", figure(each.index), drawn)
    return Group(Text(), rows)


def _attention(result: PekpppResult) -> Iterator[RenderableType]:
    """Yield what an assessor should look at before anybody else does, by indicator numbers."""
    found = [(name, [each.no for each in result.indicators if holds(each)]) for name, holds in _LOOKS]
    lines = [("•", Text(f"{name}: indikator {numbers(every)}")) for name, every in found if every]
    if lines:
        yield title("Perlu diperiksa")
        yield marked(lines)


def _first_steps(result: PekpppResult) -> Iterator[RenderableType]:
    """Yield the next levels that raise F-02 most."""
    ways = [(each, each.next) for each in result.indicators if each.next]
    if not ways:
        return
    yield title("Langkah yang paling menaikkan F-02")
    rows = table("No", "Tingkat", "F-02", "Yang diperlukan", right=("No", "F-02"))
    for each, onward in sorted(ways, key=lambda way: (-way[1].gain, way[0].no))[:FIRST]:
        needs = shorten("; ".join(map(say, onward.needs)), NEEDS_SHOWN, placeholder=" …")
        rows.add_row(
            str(each.no),
            f"{each.level} → {onward.level}",
            gain(onward.gain),
            Group(one_line(each.title), marked([("", Text(needs))])),
        )
    yield rows


def _principles(result: PekpppResult) -> RenderableType:
    rows = table("", "Prinsip", "Indeks", "Indikator", right=("Indeks",))
    for each in result.principles:
        rows.add_row(each.code, each.name, figure(each.index), numbers(each.indicators))
    return Group(title("Prinsip"), rows)


def _indicators(result: PekpppResult) -> Iterator[RenderableType]:
    yield title("Indikator")
    yield Text(_LEGEND, style="dim")
    for aspect in result.aspects:
        yield title(f"{aspect.code}. {aspect.name}")
        yield _aspect(aspect, result)


def _aspect(aspect: AspectResult, result: PekpppResult) -> RenderableType:
    rows = table("No", "Tingkat", "Indikator, alasan, dan jalan ke tingkat berikutnya", right=("No",))
    for each in result.indicators:
        if each.aspect == aspect.code:
            rows.add_row(
                str(each.no), _level(each), Group(one_line(each.title, "bold"), marked(_lines(each)))
            )
    return rows


def _level(each: IndicatorResult) -> str:
    if each.level is None:
        return NOT_SCORED
    mark = "*" if each.status is Status.CLAIMED else " "
    return f"{each.level}{mark} {'●' * each.level}{'○' * (HIGHEST_LEVEL - each.level)}"


def _lines(each: IndicatorResult) -> Iterator[tuple[str, Text]]:
    reason = say(each.reason)
    yield "", Text(sentence(f"belum dinilai: {reason}" if each.level is None else reason))
    if each.claimed is not None and each.claimed != each.level:
        counts = "tidak dihitung" if each.level is None else "yang dihitung adalah faktanya"
        yield "≠", Text(f"Nilai mandiri {each.claimed}; {counts}.")
    if each.ambiguity:
        yield "!", Text(sentence(f"instrumen mendua: {say(each.ambiguity)}"))
    for contradiction in each.contradictions:
        yield "!", Text(f"{say(contradiction)}.")
    if each.next:
        needs = "; ".join(map(say, each.next.needs))
        yield "→", Text(f"Tingkat {each.next.level} ({gain(each.next.gain)}): {needs}")


def _evidence(result: PekpppResult) -> Iterator[RenderableType]:
    """Yield how much evidence is named and there, and what is not."""
    every = [each.evidence for each in result.indicators]
    counts = {
        "disebut": sum(len(each.named) for each in every),
        "ditemukan": sum(len(each.found) for each in every),
        "kosong": sum(len(each.empty) for each in every),
        "ditolak": sum(len(each.refused) for each in every),
        "tidak ditemukan": sum(len(each.missing) for each in every),
        "tautan (tidak dibuka)": sum(len(each.links) for each in every),
        "belum diperiksa": sum(map(_unchecked, every)),
    }
    told = [f"{count} {name}" for name, count in counts.items() if count]
    yield title("Bukti")
    yield Text(", ".join(told) or "Tidak ada yang disebut")
    yield marked(_unproven(result.indicators))


def _unchecked(evidence: Evidence) -> int:
    """Return how many names nobody looked for, as no folder was given."""
    looked_at = (evidence.found, evidence.empty, evidence.refused, evidence.missing, evidence.links)
    return len(evidence.named) - sum(map(len, looked_at))


def _unproven(indicators: Iterable[IndicatorResult]) -> Iterator[tuple[str, Text]]:
    bare = [each.no for each in indicators if each.level and not each.evidence.named]
    for each in indicators:
        unusable = (
            ("Kosong", each.evidence.empty),
            ("Ditolak", each.evidence.refused),
            ("Tidak ditemukan", each.evidence.missing),
        )
        for why, name in ((why, name) for why, names in unusable for name in names):
            yield "✗", Text(f"{why}, indikator {each.no}: {name}")
    if bare:
        yield "•", Text(f"Bertingkat 1 ke atas tanpa menyebut bukti: indikator {numbers(bare)}")


def plan_view(plan: Plan) -> RenderableType:
    """Return the way to a target: today, the target and what it takes, then every indicator to raise."""
    return Group(_plan_figures(plan), Text(), Text(_plan_verdict(plan), style="bold"), *_climbs(plan))


def _plan_figures(plan: Plan) -> RenderableType:
    lines = [
        ("Perkiraan F-02 hari ini", decimal(plan.today)),
        ("Sasaran", decimal(plan.target)),
        ("Tertinggi yang dapat dicapai", decimal(plan.highest)),
    ]
    return marked((f"{name:29}", Text(value, style="bold")) for name, value in lines)


def _plan_verdict(plan: Plan) -> str:
    if plan.reachable and not plan.climbs:
        return "Sasaran sudah tercapai; tidak ada langkah yang diperlukan."
    steps = f"{len(plan.climbs)} indikator dengan biaya {grouped_int(plan.cost)}"
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
                grouped_int(step.cost),
                _plan_needs(step, None if number else climb.candidate.title),
            )
    yield rows
    yield Text(_COST, style="dim")


def _plan_needs(step: Option, name: str | None) -> RenderableType:
    needs = marked(("•", Text(say(need))) for need in step.needs)
    return Group(one_line(name, "bold"), needs) if name else needs
