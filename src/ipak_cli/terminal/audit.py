"""An audit in a terminal: what was read of a report, the findings with their places, and what they prove."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rich.console import Group
from rich.text import Text

from ipak_cli.audit.claim import ClaimKind
from ipak_cli.audit.finding import Certainty
from ipak_cli.audit.words import counted, kind_name, place_words, subject_name
from ipak_cli.base.figures import grouped_int
from ipak_cli.base.period import parse_period, period_words
from ipak_cli.catalogue.indonesian import CATALOGUE, hint_of, message_of, say
from ipak_cli.terminal.console import Hanging, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from ipak_cli.audit.result import AuditedReport, AuditResult, ClaimTold, FindingTold

_STYLES: Final = {
    Certainty.IMPOSSIBLE: "bold red",
    Certainty.CONTRADICTION: "bold yellow",
    Certainty.QUESTION: "bold cyan",
}
NOTHING_FOUND: Final = (
    "Tidak ada temuan: angka-angka yang dibaca tidak saling bertentangan. Itu belum membuktikan bahwa "
    "semuanya benar, sebab angka keliru yang cocok satu sama lain tidak terlihat dari hitungan."
)
_MOST_COMPARED: Final = 3
_OF_ANSWERS: Final = frozenset({ClaimKind.STARS.value, ClaimKind.SHARE.value})
"""Kinds whose subject is an answer's value, or whose and which: ``IPAK:4``."""


def audit_view(result: AuditResult, *, detail: bool = False) -> RenderableType:
    """Return the view of an audit, report by report; ``detail`` adds arithmetic and unread numbers."""
    lines: list[RenderableType] = []
    for number, report in enumerate(result.reports):
        lines += [*([Text()] if number else []), *_report(report, detail=detail)]
    return Group(*lines)


def _report(report: AuditedReport, *, detail: bool) -> Iterator[RenderableType]:
    yield Text(report.file, style="bold")
    period = period_words(parse_period(report.period.name)) if report.period.name else "periode tidak disebut"
    yield Hanging(Text(sentence(f"{period}; {report.title} (rubrik {report.rubric.id})")))
    kinds = counted(each.kind for each in report.claims)
    read = f"dibaca {grouped_int(len(report.claims))} pernyataan: {kinds}"
    yield Hanging(Text(sentence(read if kinds else "tidak ada pernyataan yang dibaca")))
    if report.unread:
        more = "" if detail else "; daftarnya dengan --rinci"
        yield Hanging(
            Text(f"{grouped_int(len(report.unread))} angka tidak dipahami dan tidak dipakai{more}.")
        )
    if detail and report.asides:
        others = grouped_int(len(report.asides))
        yield Hanging(Text(f"{others} angka lain bukan angka survei, misalnya nomor peraturan atau tanggal."))
    if report.compared:
        periods = ", ".join(each.period for each in report.compared)
        yield Hanging(Text(f"Dibandingkan juga dengan hasil yang tersimpan: {periods}."))
    advice = [hint_of(each.problem) for each in report.findings]
    for number, finding in enumerate(report.findings):
        yield Text()
        yield from _finding(finding, report, detail=detail)
        if advice[number] not in advice[number + 1 : number + 2]:  # once below those that share it
            yield Hanging(Text(f"→ {advice[number]}", style="italic"))
    if detail and report.unread:
        yield Text("\nAngka yang tidak dipahami dan tidak dipakai", style="bold")
        for each in report.unread:
            yield Hanging(Text(f"{each.printed} · {place_words(each.place)} · “{each.quote}”"))
    yield Text()
    yield Text(certainties(report), style="bold") if report.findings else Text(NOTHING_FOUND)


def _finding(finding: FindingTold, report: AuditedReport, *, detail: bool) -> Iterator[RenderableType]:
    certainty = Certainty(finding.certainty)
    code = finding.problem.code
    yield Text.assemble(
        (f"{certainty.value.upper()} {code}", _STYLES[certainty]), f" {CATALOGUE[code].title}"
    )
    yield Hanging(Text(sentence(message_of(finding.problem))))
    groups = by_kind(finding.claims)
    doubted, others = (groups[0], groups[1:]) if groups else ([], [])
    if doubted:
        yield Hanging(Text(f"Tempat: {place_words(*(each.place for each in doubted))}."))
    for alike in others:
        words = claims_words(alike, report.period.name)
        yield Hanging(Text(f"Dibandingkan dengan {words} ({place_words(*(each.place for each in alike))})."))
    for possible in finding.possible:
        yield Hanging(Text(sentence(say(possible))))
    if detail:
        yield from (Hanging(Text(f"= {step}", style="dim")) for step in finding.arithmetic)
        if doubted and doubted[0].quote:
            yield Hanging(Text(f"Kutipan: “{doubted[0].quote}”", style="dim"))


def by_kind(claims: Sequence[ClaimTold]) -> list[list[ClaimTold]]:
    """Group a finding's claims by kind: the doubted one with those like it, then what it is compared with."""
    found: dict[str, list[ClaimTold]] = {}
    for claim in claims:
        found.setdefault(claim.kind, []).append(claim)
    return [*found.values()]


def claims_words(alike: Sequence[ClaimTold], period: str | None) -> str:
    """Write claims of one kind: ``nilai butir I1 3,95, I2 3,93 dan 3 lainnya``; ``period`` the report's."""
    told = list(dict.fromkeys(_figure(each, period) for each in alike))
    if len(told) > _MOST_COMPARED:
        told = [*told[:_MOST_COMPARED], f"dan {len(told) - _MOST_COMPARED} lainnya"]
    return f"{kind_name(alike[0].kind)} {', '.join(told).replace(', dan ', ' dan ')}"


def _figure(claim: ClaimTold, period: str | None) -> str:
    subject = "" if claim.kind == ClaimKind.COMBINED else subject_name(claim.subject)
    if claim.kind in _OF_ANSWERS and subject:  # ``4: 536``, since ``4 536`` would look like one number
        subject = f"{' '.join(reversed(subject.split(':')))}:"
    of = "" if claim.period in (None, period) else f"({claim.period})"
    return " ".join(part for part in (subject, claim.printed, of) if part)


def certainties(report: AuditedReport) -> str:
    """Count a report's findings by how sure they are: ``1 mustahil, 3 bertentangan``."""
    counts = Counter(each.certainty for each in report.findings)
    told = ", ".join(f"{counts[each.value]} {each.value}" for each in Certainty if counts[each.value])
    return f"{len(report.findings)} temuan: {told}."
