"""Entries of the catalogue in the terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from ipak_cli.base.problem import Severity
from ipak_cli.terminal.console import stdout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipak_cli.catalogue.indonesian import Sentences

NAMES = {Severity.ERROR: "galat", Severity.WARNING: "peringatan", Severity.NOTE: "catatan"}


def show_entry(entry: Sentences) -> None:
    """Print what a code means: its sentences keep the names of what is filled in."""
    console = stdout()
    console.print(Text(f"{entry.code} {entry.title} ({NAMES[entry.entry.severity]})", style="bold"))
    console.print(Text(f"\n{entry.meaning}"))
    console.print(Text(f"\nPesan: {placeholders(entry.message)}"))
    console.print(Text(f"Yang perlu dilakukan: {placeholders(entry.hint)}"))


def show_entries(entries: Iterable[Sentences]) -> None:
    """Print a line for each code."""
    console = stdout()
    for entry in entries:
        console.print(Text(f"{entry.code}  {entry.title} ({NAMES[entry.entry.severity]})"))


def placeholders(sentence: str) -> str:
    """Show what a message fills in as ``…``."""
    return re.sub(r"\{[^}]*\}", "…", sentence)
