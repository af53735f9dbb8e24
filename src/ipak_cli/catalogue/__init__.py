"""The catalogue of problem codes: messages, ``ipak explain`` and the manual's page all come from here."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from ipak_cli.catalogue import answers, columns, files, rubrics, texts, times, usage
from ipak_cli.catalogue.entry import Entry, Severity

__all__ = ["CATALOGUE", "Entry", "Severity"]

CATALOGUE: Final = MappingProxyType(
    {
        entry.code: entry
        for area in (files, texts, columns, answers, times, rubrics, usage)
        for entry in area.ENTRIES
    }
)
"""Every entry by its code, in the order in which the manual lists them."""
