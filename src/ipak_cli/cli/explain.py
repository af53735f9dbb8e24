"""``ipak explain CODE``: what a problem code means and what to do."""

from __future__ import annotations

from typing import Annotated

import typer

from ipak_cli.catalogue.usage import CODE_UNKNOWN


def explain(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="Kode masalah, misalnya J301.")] = None,
) -> None:
    """Jelaskan sebuah kode masalah; tanpa kode, tampilkan daftarnya."""
    from ipak_cli.base.problem import problem
    from ipak_cli.catalogue.indonesian import CATALOGUE
    from ipak_cli.terminal.console import show_entries, show_entry, show_problems

    if code is None:
        show_entries(CATALOGUE.values())
    elif entry := CATALOGUE.get(code.strip().upper()):
        show_entry(entry)
    else:
        show_problems([problem(CODE_UNKNOWN, code=code)])
        raise typer.Exit(2)
