"""``ipak trend``: show the indices over the stored quarters."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from ipak_cli.cli.options import Exit, Json, Quiet, Workspace


def trend(workspace: Workspace = None, as_json: Json = False, quiet: Quiet = False) -> None:
    """Tampilkan perkembangan indeks dari semua triwulan yang tersimpan."""
    from ipak_cli.base.problem import ProblemsFoundError, has_errors
    from ipak_cli.cli.outcome import leave_with, tell
    from ipak_cli.documents.write import to_json
    from ipak_cli.jobs.open_workspace import OpenWorkspace, stored_trend
    from ipak_cli.terminal.console import stdout
    from ipak_cli.terminal.trend import trend_view
    from ipak_cli.workspace.layout import must_find_workspace

    try:
        found = stored_trend(OpenWorkspace(must_find_workspace(workspace, Path.cwd(), os.environ)).stored)
    except ProblemsFoundError as refusal:
        leave_with(refusal.problems, as_json=as_json)
    if as_json:
        sys.stdout.write(to_json(found))
    elif not quiet:
        stdout().print(trend_view(found))
    sys.stdout.flush()
    failed = has_errors(found.problems)
    tell(found.problems, quiet=quiet)
    if failed:
        raise typer.Exit(Exit.INPUT_PROBLEMS)
