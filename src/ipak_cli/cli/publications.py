"""``ipak publish``: a period's results for the notice board, the website and messages."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from ipak_cli.base.text import shown
from ipak_cli.cli.options import Json, Quiet, Workspace
from ipak_cli.cli.surveys import ReportPeriod
from ipak_cli.cli.workspaces import writing

PublicationOut = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="Folder publikasi; biasanya di ruang kerja.")
]


def publish(
    period: ReportPeriod = None,
    workspace: Workspace = None,
    out: PublicationOut = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Tulis lembar publikasi sebuah periode: PDF A4 dan A3, gambar, halaman web, dan teks singkat."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.documents.write import to_json
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.jobs.publish import make_publication
    from ipak_cli.jobs.report_inputs import newest_period
    from ipak_cli.workspace.layout import must_find_workspace

    try:
        place = must_find_workspace(workspace, Path.cwd(), os.environ)
        with writing(place, as_json=as_json):
            opened = OpenWorkspace(place)
            made = make_publication(opened, period or newest_period(opened), out)
    except ProblemsFoundError as found:
        from ipak_cli.cli.outcome import leave_with

        leave_with(found.problems, as_json=as_json)
    if as_json:
        sys.stdout.write(to_json(made))
    elif not quiet:
        for file in made.files:
            typer.echo(shown(file.path))
    sys.stdout.flush()
    if made.problems:
        from ipak_cli.cli.outcome import tell

        tell(made.problems, quiet=quiet)
    if quiet:
        return
    if made.missing:
        typer.echo("Yang belum ada dalam publikasi ini:", err=True)
    for sentence in made.missing:
        typer.echo(shown(f"- {sentence}"), err=True)
