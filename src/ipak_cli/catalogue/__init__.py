"""The catalogue of problem codes: messages, ``ipak explain`` and the manual's page all come from here."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from ipak_cli.catalogue import (
    answers,
    assessment,
    columns,
    drive,
    evidence,
    f03,
    files,
    pekppp_rubrics,
    report,
    rubrics,
    templates,
    texts,
    times,
    usage,
    workbook,
    workspace,
)
from ipak_cli.catalogue.entry import Entry, Severity

__all__ = ["CATALOGUE", "Entry", "Severity"]

_AREAS: Final = (
    files, texts, columns, answers, times, workbook, evidence, f03, assessment,
    rubrics, pekppp_rubrics, workspace, report, templates, drive, usage,
)  # fmt: skip

CATALOGUE: Final = MappingProxyType({entry.code: entry for area in _AREAS for entry in area.ENTRIES})
"""Every entry by its code, in the order in which the manual lists them."""
