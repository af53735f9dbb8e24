"""``ipak init``: make a new workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ipak_cli.cli.options import Exit


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder baru atau kosong.")],
    unit: Annotated[str | None, typer.Option(metavar="NAMA", help="Nama unit di ipak.yaml.")] = None,
) -> None:
    """Buat ruang kerja: ipak.yaml dengan penjelasan, folder-foldernya, dan petunjuk untuk kantor."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.jobs.init import make_workspace
    from ipak_cli.terminal.console import show_problems
    from ipak_cli.workspace.layout import Paths

    try:
        make_workspace(folder, unit)
    except ProblemsFoundError as found:
        show_problems(found.problems)
        raise typer.Exit(Exit.INPUT_PROBLEMS) from None
    typer.echo(f"Ruang kerja dibuat: {folder}. Mulailah dari {Paths(folder).guide}", err=True)
