"""``ipak audit``: what arithmetic finds in finished reports."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from ipak_cli.base.period import Period
from ipak_cli.base.text import shown
from ipak_cli.cli.completion import rubric_names, stored_periods
from ipak_cli.cli.options import PERIOD_NAMES, Detail, Exit, Json, Workspace, read_period

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="Laporan: Word, PDF berisi teks, Excel, HTML, Markdown, teks; atau tabel angka yang diketik.",
    ),
]
AuditRubric = Annotated[
    str | None,
    typer.Option(
        "--rubric",
        metavar="ID|FILE",
        help="Rubrik survei laporan itu; biasanya dikenali dari isinya.",
        autocompletion=rubric_names,
    ),
]
AuditPeriod = Annotated[
    Period | None,
    typer.Option(
        *PERIOD_NAMES,
        parser=read_period,
        metavar="IV-2024",
        help="Periode laporan, bila yang disebut laporan tidak dipakai.",
        autocompletion=stored_periods,
    ),
]
Paper = Annotated[
    Path | None,
    typer.Option("--report", metavar="OUT.docx|OUT.html", help="Tulis hasil audit sebagai laporan."),
]
Force = Annotated[bool, typer.Option("--force", help="Timpa laporan audit yang sudah ada.")]


def audit(
    files: Files,
    rubric: AuditRubric = None,
    period: AuditPeriod = None,
    report: Paper = None,
    force: Force = False,
    workspace: Workspace = None,
    detail: Detail = False,
    as_json: Json = False,
) -> None:
    """Periksa angka laporan yang sudah jadi: yang mustahil, yang bertentangan, dan yang patut ditanyakan.

    Kode keluar 3 bila ada yang mustahil.
    """
    from ipak_cli import __version__
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.base.provenance import Tool
    from ipak_cli.cli.outcome import leave_with, tell
    from ipak_cli.documents.write import to_json
    from ipak_cli.jobs.audit import AuditRequest, audit_files
    from ipak_cli.workspace.layout import find_workspace

    _must_be_paper(report, files)
    try:
        place = find_workspace(workspace, Path.cwd(), os.environ)
        request = AuditRequest(tuple(files), rubric, period, place)
        result = audit_files(request, Tool("ipak", __version__))
        if report is not None:
            from ipak_cli.jobs.audit_report import write_audit_report

            write_audit_report(result.reports[0], report, replace=force)
    except ProblemsFoundError as found:
        leave_with(found.problems, as_json=as_json)
    if as_json:
        sys.stdout.write(to_json(result))
    else:
        from ipak_cli.terminal.audit import audit_view
        from ipak_cli.terminal.console import stdout

        stdout().print(audit_view(result, detail=detail))
    sys.stdout.flush()
    tell([each for audited in result.reports for each in audited.problems])
    if report is not None:
        typer.echo(shown(f"Laporan audit ditulis: {report}"), err=True)
    if result.is_impossible:
        raise typer.Exit(Exit.GATE_NOT_MET)


def _must_be_paper(report: Path | None, files: list[Path]) -> None:
    """Refuse a report's name that tells no format, and one report for several files."""
    if report is None:
        return
    from ipak_cli.audit.paper import ENDINGS

    if report.suffix.lower() not in ENDINGS:
        known = " atau ".join(ENDINGS)
        raise typer.BadParameter(f"“{report}” tidak berakhiran {known}", param_hint="--report")
    if len(files) > 1:
        raise typer.BadParameter("satu laporan audit untuk satu berkas", param_hint="--report")
