"""``ipak report``: write a quarter's report from the stored results."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from ipak_cli.base.quarter import Quarter
from ipak_cli.cli.options import Json, Quiet, Workspace, read_quarter

ReportQuarter = Annotated[
    Quarter, typer.Option("--quarter", parser=read_quarter, metavar="IV-2024", help="Triwulan laporan.")
]
Out = Annotated[Path | None, typer.Option(metavar="DIR", help="Folder laporan; biasanya di ruang kerja.")]


def report(
    quarter: ReportQuarter,
    workspace: Workspace = None,
    out: Out = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Tulis laporan triwulan (Markdown dan HTML) dari hasil yang tersimpan."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.cli.writing import writing
    from ipak_cli.documents.write import to_json
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.jobs.report import make_report
    from ipak_cli.workspace.layout import must_find_workspace

    try:
        place = must_find_workspace(workspace, Path.cwd(), os.environ)
        with writing(place, as_json=as_json):
            made = make_report(OpenWorkspace(place), quarter, out)
    except ProblemsFoundError as found:
        from ipak_cli.cli.outcome import leave_with

        leave_with(found.problems, as_json=as_json)
    if as_json:
        sys.stdout.write(to_json(made))
    elif not quiet:
        for file in made.files:
            typer.echo(file.path)
    sys.stdout.flush()
    if made.problems:
        from ipak_cli.cli.outcome import tell

        tell(made.problems, quiet=quiet)
    if quiet:
        return
    if made.missing:
        typer.echo("Yang belum ada dalam laporan ini:", err=True)
    for sentence in made.missing:
        typer.echo(f"- {sentence}", err=True)
