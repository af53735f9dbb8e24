"""Settings at a terminal: what a form changes, and the questions about a new workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import typer
from rich.text import Text

from ipak_cli.base.message import one_line
from ipak_cli.terminal.console import Hanging, stderr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.jobs.form_changes import Change

YES: Final = frozenset({"y", "ya", "yes"})


def show_changes(changes: Sequence[Change]) -> None:
    """Show what a form changes, sheet by sheet: the cell, what was there and what will be."""
    console = stderr()
    if not changes:
        console.print(Text("Tidak ada yang berubah: isi formulir sama dengan ipak.yaml."))
        return
    console.print(Text(f"Yang berubah di ipak.yaml ({len(changes)}):", style="bold"))
    sheet = None
    for change in changes:
        if change.where.sheet != sheet:
            sheet = change.where.sheet
            console.print(Text(f"Lembar {sheet}", style="bold cyan"))
        new = _shown(change.new, "(dihapus)")
        line = Text.assemble(
            (f"{change.where.cell} ", "dim"), f"{change.label}: ", _old(change), (new, "green")
        )
        console.print(Hanging(line))


def _old(change: Change) -> str:
    return f"{_shown(change.old, '')} → " if change.old else ""


def _shown(text: str, empty: str) -> str:
    return one_line("; ".join(text.splitlines())) or empty


def ask_to_write() -> bool:
    """Ask whether the changes shall be written; Enter says yes. Raises ``typer.Abort`` on Ctrl-C."""
    answer: str = typer.prompt("Tulis? [Y/t]", default="y", show_default=False, err=True)
    return answer.strip().casefold() in YES


def ask_about(label: str, told: str, choices: Sequence[str] = ()) -> str:
    """Ask one thing about a new workspace; an empty answer leaves the example.

    A choice may be typed as its number. Raises ``typer.Abort`` on Ctrl-C and at the end of the input.
    """
    console = stderr()
    for number, choice in enumerate(choices, start=1):
        console.print(Text(f"  {number}. {choice}"))
    answer: str = typer.prompt(f"{label} ({told})", default="", show_default=False, err=True)
    given = answer.strip()
    if given.isdecimal() and 1 <= int(given) <= len(choices):
        return choices[int(given) - 1].split(" ")[0]
    return given
