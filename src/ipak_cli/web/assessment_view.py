"""A self-assessment and a plan as the values of a page; figures stay exact until a template writes them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored, decimal
from ipak_cli.base.provenance import spoken
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.pekppp.result import Status
from ipak_cli.terminal.console import gain, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.pekppp.plan import Plan
    from ipak_cli.pekppp.result import IndicatorResult, PekpppResult


def overview_values(result: PekpppResult) -> dict[str, object]:
    """Return what the page of a whole assessment shows."""
    by_aspect = {
        code: tuple(each)
        for code, each in groupby(
            sorted(result.indicators, key=lambda each: each.aspect), lambda each: each.aspect
        )
    }
    return {
        "result": result,
        "period": capital(spoken(result.period)) if result.period.name else "Periode tidak disebut",
        "f02_missing": say(result.f02.reason) if isinstance(result.f02, NotScored) else "",
        "f03_missing": say(result.f03.reason) if isinstance(result.f03, NotScored) else "",
        "aspects": [
            {
                "aspect": each,
                "blank": [one.no for one in by_aspect[each.code] if one.level is None],
                "unproven": [one.no for one in by_aspect[each.code] if one.evidence.missing],
                "bare": [one.no for one in by_aspect[each.code] if one.level and not one.evidence.named],
            }
            for each in result.aspects
        ],
    }


def level_values(each: IndicatorResult) -> Mapping[str, object]:
    """Return what stands beneath an indicator: its level and why, the way to the next, its evidence."""
    reason = say(each.reason)
    return {
        "level": each.level,
        "claimed_only": each.status is Status.CLAIMED,
        "reason": sentence(reason),
        "claimed": each.claimed if each.claimed != each.level else None,
        "doubts": [
            *([sentence(f"instrumen mendua: {say(each.ambiguity)}")] if each.ambiguity else []),
            *(sentence(say(one)) for one in each.contradictions),
        ],
        "next": each.next
        and {
            "level": each.next.level,
            "gain": gain(each.next.gain),
            "needs": [say(one) for one in each.next.needs],
        },
        "evidence": [
            (words, listed)
            for words, listed in (
                ("Ditemukan", [one.path for one in each.evidence.found]),
                ("Tidak ditemukan", each.evidence.missing),
                ("Kosong", each.evidence.empty),
                ("Ditolak", each.evidence.refused),
                ("Tautan (tidak dibuka)", each.evidence.links),
            )
            if listed
        ],
    }


def plan_values(plan: Plan) -> dict[str, object]:
    """Return what the page of a plan shows."""
    return {"plan": plan, "reached": decimal(plan.reached), "steps": [*_steps(plan)]}


def _steps(plan: Plan) -> Iterator[Mapping[str, object]]:
    for climb in plan.climbs:
        for number, (begin, step, gained) in enumerate(climb.stages):
            yield {
                "no": climb.candidate.no,
                "title": "" if number else climb.candidate.title,
                "begin": begin,
                "level": step.level,
                "gain": gain(gained),
                "cost": step.cost,
                "needs": [say(one) for one in step.needs],
            }
