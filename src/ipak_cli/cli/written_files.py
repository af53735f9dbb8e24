"""How the commands that write files end: which files there are, what is told of them, what they lack."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from ipak_cli.base.text import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.jobs.export import ExportMade
    from ipak_cli.jobs.publish import PublicationMade
    from ipak_cli.jobs.report import ReportMade


def show_files(made: ReportMade | PublicationMade | ExportMade, *, as_json: bool, quiet: bool) -> None:
    """Show the files on standard output, or all that was made as JSON; the problems on standard error."""
    if as_json:
        from ipak_cli.documents.write import to_json

        sys.stdout.write(to_json(made))
    elif not quiet:
        for file in made.files:
            typer.echo(shown(file.path))
    sys.stdout.flush()
    if made.problems:
        from ipak_cli.cli.outcome import tell

        tell(made.problems, quiet=quiet)


def show_missing(head: str, missing: Sequence[str], *, quiet: bool) -> None:
    """Show under a head what is not yet in what was made, on standard error; nothing when quiet."""
    if missing and not quiet:
        lines = (head, *(f"- {sentence}" for sentence in missing))
        typer.echo("\n".join(map(shown, lines)), err=True)
