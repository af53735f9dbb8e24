"""``ipak audit --report``: an audit as a report of its own, in Word or as a web page."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ipak_cli.audit.paper import audit_paper
from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.audit_command import AUDIT_REPORT_EXISTS
from ipak_cli.report.formats import FORMATS
from ipak_cli.report.numbering import NumberedReport, number
from ipak_cli.report.templates import OwnTemplates
from ipak_cli.workspace.atomic import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.audit.result import AuditedReport


def write_audit_report(report: AuditedReport, out: Path, *, replace: bool = False) -> None:
    """Write an audit as the report whose format the name of ``out`` tells; whole, or not at all.

    Raises ``ProblemsFoundError`` where something stands there already (unless ``replace``), or where the
    system refuses.
    """
    if not replace and os.path.lexists(out):
        raise ProblemsFoundError([problem(AUDIT_REPORT_EXISTS, Where(str(out)))])
    write_whole(out, rendered(report, out.suffix.lower().removeprefix(".")))


def rendered(report: AuditedReport, name: str) -> bytes:
    """Return the file of a format, ``docx`` or ``html``; the same audit gives the same bytes."""
    paper = audit_paper(report)
    files = FORMATS[name].render(NumberedReport(paper, number(paper)), OwnTemplates())
    return files[f"{paper.extent}.{name}"]
