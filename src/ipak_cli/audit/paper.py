"""The report on an audit, as values: a summary, the findings by certainty, and annexes that prove them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.finding import Certainty
from ipak_cli.audit.words import counted, kind_name, place_words, subject_name
from ipak_cli.base.figures import grouped_int
from ipak_cli.base.period import parse_period
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import hint_of, message_of, say, title_of
from ipak_cli.report.build import DATE_LINE
from ipak_cli.report.format_words import long_period
from ipak_cli.report.outline import (
    Align,
    Cell,
    Chapter,
    Cover,
    Listing,
    Paragraph,
    Person,
    Report,
    ReportTable,
    Section,
    Signature,
    TableColumn,
    left,
    row,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.result import AuditedReport, ClaimTold, FindingTold
    from ipak_cli.report.outline import Block, Row

ENDINGS: Final = (".docx", ".html")
"""How the names of the files end into which it can be written."""
_NO_DAY: Final = date(2024, 1, 1)
"""The date of the file of an audit without a period: the same audit gives the same bytes."""
_DIGITS: Final = 16
_MEANINGS: Final = {
    Certainty.IMPOSSIBLE: (
        "tidak ada jawaban responden yang dapat menghasilkan angka itu, bagaimanapun pembulatannya"
    ),
    Certainty.CONTRADICTION: (
        "angka itu tidak mungkin benar bersama angka lain dalam laporan atau dengan hasil yang tersimpan; "
        "sekurang-kurangnya satu di antaranya keliru"
    ),
    Certainty.QUESTION: "angka atau kalimat itu janggal, tetapi dapat mempunyai alasan yang tidak tertulis",
}
_LIMITS: Final = (
    "Pemeriksaan ini hanya memakai angka yang tercetak dalam laporan{compared}. Pemeriksaan membuktikan "
    "bahwa suatu angka tidak mungkin atau bertentangan; pemeriksaan tidak dapat membuktikan bahwa suatu "
    "angka benar, dan tidak menilai sebab kekeliruan ataupun siapa yang membuatnya."
)
_COMPARED: Final = " dan hasil survei yang tersimpan di ruang kerja ({periods})"


def audit_paper(audited: AuditedReport) -> Report:
    """Return the report on one audited report; the same audit gives the same report."""
    period = parse_period(audited.period.name) if audited.period.name else None
    findings = _numbered(audited)
    return Report(
        day=_NO_DAY if period is None else period.end,
        cover=Cover(
            "Laporan Hasil Audit Angka",
            "periode tidak disebut" if period is None else capital(long_period(period)),
            f"Atas laporan: {audited.file}",
            None,
            None,
        ),
        roles=(),
        preface=(),
        summary=tuple(_summary(audited)),
        chapters=(
            Chapter("pemeriksaan", "PEMERIKSAAN", tuple(_examination(audited))),
            Chapter("temuan", "TEMUAN", tuple(_findings(findings))),
            Chapter("penutup", "PENUTUP", tuple(_closing(findings))),
        ),
        signature=Signature(DATE_LINE, Person(DATE_LINE, "Pemeriksa")),
        annexes=tuple(_annexes(audited, findings)),
    )


def _numbered(audited: AuditedReport) -> list[tuple[str, FindingTold]]:
    """Give each finding the name by which the annex refers to it: ``T1``."""
    return [(f"T{number}", each) for number, each in enumerate(audited.findings, start=1)]


def _summary(audited: AuditedReport) -> Iterator[Block]:
    read = f"{grouped_int(len(audited.claims))} pernyataan dibaca dari laporan ini"
    unread = f"{grouped_int(len(audited.unread))} angka tidak dipahami dan tidak dipakai"
    yield Paragraph(f"{read}; {unread}.")
    if not audited.findings:
        yield Paragraph(
            "Tidak ada temuan: angka-angka yang dibaca tidak saling bertentangan. Hal itu belum membuktikan "
            "bahwa semuanya benar."
        )
        return
    counts = Counter(each.certainty for each in audited.findings)
    yield Paragraph(f"Pemeriksaan menghasilkan {len(audited.findings)} temuan:")
    found = [each for each in Certainty if counts[each.value]]
    yield Listing(tuple(f"{counts[each.value]} {each.value}: {_MEANINGS[each]}" for each in found))
    surest = audited.findings[0]
    yield Paragraph(f"Temuan yang paling pasti: {message_of(surest.problem)}.")


def _examination(audited: AuditedReport) -> Iterator[Section]:
    period = parse_period(audited.period.name) if audited.period.name else None
    facts = (
        ("Berkas", audited.file),
        ("Sidik digital (SHA-256)", audited.sha256),
        ("Periode", "tidak disebut" if period is None else long_period(period)),
        ("Instrumen", f"{audited.title} (rubrik {audited.rubric.id}, versi {audited.rubric.version})"),
        ("Yang dibaca", counted(each.kind for each in audited.claims) or "tidak ada"),
        ("Tidak dipahami", f"{grouped_int(len(audited.unread))} angka, tidak dipakai"),
        ("Bukan angka survei", f"{grouped_int(len(audited.asides))} angka, misalnya nomor peraturan"),
        *(
            (f"Hasil tersimpan {each.period}", f"SHA-256 sumber: {', '.join(map(_cut, each.sources))}")
            for each in audited.compared
        ),
    )
    table = ReportTable(
        "tabel-berkas", "Laporan yang diaudit", left("Keterangan", "Isi"), tuple(row(*pair) for pair in facts)
    )
    yield Section("berkas", "Laporan yang Diaudit", (table,))
    periods = ", ".join(each.period for each in audited.compared)
    compared = _COMPARED.format(periods=periods) if periods else ""
    yield Section(
        "cara",
        "Cara Pemeriksaan dan Batasnya",
        (
            Paragraph(_LIMITS.format(compared=compared)),
            Paragraph("Setiap temuan diberi tingkat kepastian:"),
            Listing(tuple(f"{capital(each.value)}: {_MEANINGS[each]}." for each in Certainty)),
            Paragraph(
                "Angka yang berbeda hanya karena pembulatan tidak disebut: setiap angka diperlakukan sebagai "
                "seluruh rentang nilai yang dapat dibulatkan menjadi angka yang tercetak."
            ),
        ),
    )


def _cut(digest: str) -> str:
    return f"{digest[:_DIGITS]}…"


def _findings(findings: list[tuple[str, FindingTold]]) -> Iterator[Section]:
    for certainty in Certainty:
        of_it = [(name, each) for name, each in findings if each.certainty == certainty.value]
        title = capital(certainty.value)
        if not of_it:
            nothing = Paragraph("Tidak ada temuan pada tingkat ini.")
            yield Section(f"temuan-{certainty.rank}", title, (nothing,))
            continue
        columns = (TableColumn("No.", Align.CENTRE), *left("Temuan", "Tempat", "Yang mungkin"))
        rows = tuple(row(name, _words(each), _places(each), _possible(each)) for name, each in of_it)
        key = f"tabel-temuan-{certainty.rank}"
        table = ReportTable(key, f"Temuan: {certainty.value}", columns, rows)
        meaning = Paragraph(f"{capital(_MEANINGS[certainty])}.")
        yield Section(f"temuan-{certainty.rank}", title, (meaning, table))


def _words(finding: FindingTold) -> str:
    return f"{capital(message_of(finding.problem))} ({finding.problem.code})."


def _places(finding: FindingTold) -> str:
    return place_words(*(each.place for each in finding.claims)) if finding.claims else "–"


def _possible(finding: FindingTold) -> str:
    return "; ".join(say(each) for each in finding.possible) or "–"


def _closing(findings: list[tuple[str, FindingTold]]) -> Iterator[Section]:
    advice: dict[str, list[str]] = {}
    for name, each in findings:
        advice.setdefault(hint_of(each.problem), []).append(name)
    if not advice:
        nothing = Paragraph("Tidak ada yang perlu diperbaiki menurut pemeriksaan ini.")
        yield Section("saran", "Saran", (nothing,))
        return
    told = tuple(f"{text} ({', '.join(names)})" for text, names in advice.items())
    before = Paragraph("Sebelum laporan dipakai atau diterbitkan ulang, disarankan hal-hal berikut.")
    yield Section("saran", "Saran", (before, Listing(told, ordered=True)))


def _annexes(audited: AuditedReport, findings: list[tuple[str, FindingTold]]) -> Iterator[Section]:
    if proven := [(name, each) for name, each in findings if each.arithmetic]:
        table = ReportTable(
            "tabel-hitungan",
            "Hitungan setiap temuan",
            (TableColumn("No.", Align.CENTRE), *left("Temuan", "Hitungan")),
            tuple(_arithmetic(name, each) for name, each in proven),
        )
        yield Section("hitungan", "Hitungan", (table,))
    if audited.claims:
        table = ReportTable(
            "tabel-pernyataan",
            "Pernyataan yang dibaca dari laporan",
            (*left("Jenis", "Hal"), TableColumn("Tercetak", Align.RIGHT), *left("Periode", "Tempat")),
            tuple(map(_claim, audited.claims)),
        )
        yield Section("pernyataan", "Pernyataan yang Dibaca", (table,))
    if audited.unread:
        table = ReportTable(
            "tabel-tidak-dipakai",
            "Angka yang tidak dipahami dan tidak dipakai",
            (TableColumn("Tercetak", Align.RIGHT), *left("Kutipan", "Tempat")),
            tuple(
                row(each.printed, each.quote, place_words(each.place), head=None) for each in audited.unread
            ),
        )
        yield Section("tidak-dipakai", "Angka yang Tidak Dipakai", (table,))


def _arithmetic(name: str, finding: FindingTold) -> Row:
    return (Cell((name,), head=True), Cell((title_of(finding.problem.code),)), Cell(finding.arithmetic))


def _claim(claim: ClaimTold) -> Row:
    subject = ", ".join(each for each in (subject_name(claim.subject), claim.group) if each)
    texts = (kind_name(claim.kind), subject, claim.printed, claim.period or "", place_words(claim.place))
    return row(*texts, head=None)
