"""An audit in a terminal: what was read of a report, the findings with their places, and what they prove."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rich.console import Group
from rich.text import Text

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
    "Tidak ada temuan: angka-angka yang dibaca tidak saling bertentangan. Itu belum membuktikan bahwa semuanya "
    "benar, sebab angka keliru yang cocok satu sama lain tidak terlihat dari hitungan."
)
_MOST_COMPARED: Final = 3


def audit_view(result: AuditResult, *, detail: bool = False) -> RenderableType:
    """Return the view of an audit, report by report; ``detail`` adds the arithmetic and the unread numbers."""
    lines: list[RenderableType] = []
    for number, report in enumerate(result.reports):
        lines += [*([Text()] if number else []), *_report(report, detail=detail)]
    return Group(*lines)


def _report(report: AuditedReport, *, detail: bool) -> Iterator[RenderableType]:
    yield Text(report.file, style="bold")
    period = period_words(parse_period(report.period.name)) if report.period.name else "periode tidak disebut"
    yield Hanging(Text(sentence(f"{period}; {report.title} (rubrik {report.rubric.id})")))
    kinds = counted(each.kind for each in report.claims)
    count = grouped_int(len(report.claims))
    yield Hanging(Text(sentence(f"dibaca {count} pernyataan: {kinds}" if kinds else "tidak ada angka yang dibaca")))
    if report.unread:
        advice = "" if detail else "; daftarnya dengan --rinci"
        yield Hanging(
            Text(f"{grouped_int(len(report.unread))} angka tidak dipahami dan tidak dipakai{advice}.")
        )
    if report.compared:
        periods = ", ".join(each.period for each in report.compared)
        yield Hanging(Text(f"Dibandingkan juga dengan hasil yang tersimpan: {periods}."))
    for finding in report.findings:
        yield Text()
        yield from _finding(finding, detail=detail)
    if detail and report.unread:
        yield Text("\nAngka yang tidak dipahami dan tidak dipakai", style="bold")
        for each in report.unread:
            yield Hanging(Text(f"{each.printed} · {place_words(each.place)} · “{each.quote}”"))
    yield Text()
    yield Text(certainties(report), style="bold") if report.findings else Text(NOTHING_FOUND)


def _finding(finding: FindingTold, *, detail: bool) -> Iterator[RenderableType]:
    certainty = Certainty(finding.certainty)
    code = finding.problem.code
    yield Text.assemble((f"{certainty.value.upper()} {code}", _STYLES[certainty]), f" {CATALOGUE[code].title}")
    yield Hanging(Text(sentence(message_of(finding.problem))))
    doubted, others = parted(finding.claims)
    if doubted:
        yield Hanging(Text.assemble(("Tempat: ", "bold"), place_words(*(each.place for each in doubted))))
    for each in others[:_MOST_COMPARED]:
        yield Hanging(Text(f"Dibandingkan dengan {claim_words(each)} ({place_words(each.place)})."))
    for possible in finding.possible:
        yield Hanging(Text(sentence(say(possible))))
    if detail:
        yield from (Hanging(Text(f"= {step}", style="dim")) for step in finding.arithmetic)
        if doubted and doubted[0].quote:
            yield Hanging(Text(f"“{doubted[0].quote}”", style="dim"))
    yield Hanging(Text(f"→ {hint_of(finding.problem)}", style="italic"))


def parted(claims: Sequence[ClaimTold]) -> tuple[list[ClaimTold], list[ClaimTold]]:
    """Part a finding's claims: the doubted one with those of its kind, and what it was compared with."""
    doubted = [each for each in claims if each.kind == claims[0].kind]
    others = [each for each in claims if each.kind != claims[0].kind]
    return doubted, others


def claim_words(claim: ClaimTold) -> str:
    """Write a claim: ``jumlah responden 24``, ``nilai indeks IPAK 3,91``."""
    parts = (kind_name(claim.kind), subject_name(claim.subject), claim.printed, claim.period or "")
    return " ".join(part for part in parts if part)


def certainties(report: AuditedReport) -> str:
    """Count a report's findings by how sure they are: ``1 mustahil, 3 bertentangan``."""
    counts = Counter(each.certainty for each in report.findings)
    told = ", ".join(f"{counts[each.value]} {each.value}" for each in Certainty if counts[each.value])
    return f"{len(report.findings)} temuan: {told}."
