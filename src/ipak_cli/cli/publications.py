"""``ipak publish``: a period's results for the notice board, the website and messages."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from ipak_cli.cli.options import Json, Quiet, Workspace
from ipak_cli.cli.surveys import ReportPeriod
from ipak_cli.cli.workspaces import writing
from ipak_cli.cli.written_files import show_files, show_missing

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
    show_files(made, as_json=as_json, quiet=quiet)
    show_missing("Yang belum ada dalam publikasi ini:", made.missing, quiet=quiet)
