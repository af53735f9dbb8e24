"""Reports with known contradictions, and results of audits, as tests need them."""

from __future__ import annotations

from fractions import Fraction

from ipak_cli.audit.document import Place
from ipak_cli.audit.result import SCHEMA, AuditedReport, AuditResult, ClaimTold, FindingTold, UnreadTold
from ipak_cli.base.message import InFull
from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import problem
from ipak_cli.base.provenance import RubricRef, Tool, period_of
from ipak_cli.catalogue.audit import MEANS_IMPOSSIBLE, NEAREST_MEANS, PERCENT_NOT_OF_INDEX

CONTRADICTORY = """# LAPORAN SURVEI IPAK DAN IPKP TRIWULAN IV 2024

Survei ini diisi oleh 24 responden. IPAK Triwulan IV 2024 adalah 3,91.

Tabel 3.1 Nilai butir Triwulan IV 2024

| Kode | Nilai |
|---|---|
| I1 | 3,95 |
| I2 | 3,92 |
"""
"""A mean that no 24 answers give: 3,95."""
SOUND = CONTRADICTORY.replace("| I1 | 3,95 |", "| I1 | 3,96 |").replace(" adalah 3,91", " adalah 3,92")


def claim(kind, printed, *, subject=None, place=None, quote="", period="IV-2024"):
    """Return a claim as a result holds it; ``printed`` is a number with a decimal comma."""
    value = Fraction(printed.replace(",", "."))
    decimals = len(printed.partition(",")[2])
    return ClaimTold(
        kind, subject, printed, value, decimals, None, period, None, quote, place or Place(line=3)
    )


def audited(*findings, claims=(), unread=(), file="laporan.docx"):
    """Return one audited report of the fourth quarter of 2024."""
    return AuditedReport(
        file, "ab" * 32, RubricRef("ipak-ipkp", "1.1", "sha256:00"), "Survei mandiri IPAK dan IPKP",
        period_of(parse_period("IV-2024")), tuple(claims), tuple(unread), (), tuple(findings), (), (),
    )  # fmt: skip


def two_findings():
    """Return an audited report with an impossible mean and a percentage that is not its index's."""
    mean = claim("item_mean", "3,95", subject="I1", place=Place(page=7, table="Tabel 3.1", row=2, column=3))
    count = claim("respondents", "24", place=Place(page=5, heading="3.1 Hasil"))
    percent = claim(
        "percent", "95,38", subject="IPKP", place=Place(page=6, heading="3.1 Hasil"), quote="IPKP 95,38 %"
    )
    index = claim("index", "3,73", subject="IPKP", place=Place(page=6, heading="3.1 Hasil"))
    impossible = problem(
        MEANS_IMPOSSIBLE, count=1, all=14, respondents=24, values=InFull("I1 3,95"), items=InFull("I1")
    )
    not_its = problem(PERCENT_NOT_OF_INDEX, value=InFull("95,38"), index="IPKP", of=InFull("3,73"))
    return audited(
        FindingTold(
            "mustahil", impossible, (mean, count), (NEAREST_MEANS(values=InFull("I1 3,92 atau 3,96")),),
            ("I1: 3,95 x 24 = 94,8; 94/24 = 3,92, 95/24 = 3,96",),
        ),
        FindingTold("bertentangan", not_its, (percent, index), (), ()),
        claims=(mean, count, percent, index),
        unread=(UnreadTold("34229", "Pati Kelurahan 34229", Place(page=1)),),
    )  # fmt: skip


def result(*reports):
    """Return the result of an audit of these reports."""
    return AuditResult(SCHEMA, Tool("ipak", "0"), reports)
