"""What an audit finds in a whole report, read back from a file of any kind."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from ipak_cli.audit.checks import check
from ipak_cli.audit.choose import best_instruments
from ipak_cli.audit.extract import extract
from ipak_cli.audit.fit import fitted
from ipak_cli.audit.readers.report import read_report
from makers.instruments import SHIPPED, instrument
from makers.whole_reports.writers import WRITERS

if TYPE_CHECKING:
    from ipak_cli.audit.finding import Finding
    from makers.whole_reports.office import Office


def audit(office: Office, suffix: str) -> tuple[Finding, ...]:
    """Write an office's report as a file and return what the audit finds in it."""
    content = WRITERS[suffix](office.report, Random(suffix))  # noqa: S311 (tests repeat themselves)
    document = read_report(f"laporan.{suffix}", content)
    given = office.instrument
    if office.name in SHIPPED:
        [given] = best_instruments(document, map(instrument, SHIPPED))
    used = fitted(given, document)
    return check(extract(document, used), used)
