"""``ipak export``: the figures of stored results as tidy tables for other programs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from ipak_cli.base.period import Period
from ipak_cli.cli.completion import stored_periods
from ipak_cli.cli.options import PERIOD_NAMES, Json, Quiet, Workspace, read_names, read_period
from ipak_cli.cli.workspaces import writing
from ipak_cli.cli.written_files import show_files


def _formats(text: str) -> tuple[str, ...]:
    from ipak_cli.export.formats import FORMATS

    return read_names(text, (*FORMATS,), "bentuk ekspor")


ExportPeriod = Annotated[
    Period | None,
    typer.Option(
        *PERIOD_NAMES,
        parser=read_period,
        metavar="IV-2024",
        help="Periode yang diekspor; biasanya yang terbaru.",
        autocompletion=stored_periods,
    ),
]
AllPeriods = Annotated[bool, typer.Option("--all", "--semua", help="Ekspor semua periode yang tersimpan.")]
ExportFormats = Annotated[
    Any,  # Typer takes no tuple of any length; the parser returns one
    typer.Option(
        "--format",
        parser=_formats,
        metavar="csv,parquet,xlsx",
        help="Bentuk data, dipisahkan koma; bawaan csv. Untuk Excel pilih xlsx.",
    ),
]
ExportOut = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="Folder data; biasanya di ruang kerja.")
]


def export(
    period: ExportPeriod = None,
    every: AllPeriods = False,
    formats: ExportFormats = None,
    out: ExportOut = None,
    workspace: Workspace = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Tulis angka survei sebagai data beserta kamusnya, untuk program lain; isinya sama dengan laporan."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.cli.outcome import leave_with
    from ipak_cli.jobs.export import make_export
    from ipak_cli.jobs.export import stored_periods as all_periods
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.jobs.report_inputs import newest_period
    from ipak_cli.workspace.layout import must_find_workspace

    if every and period is not None:
        raise typer.BadParameter("pilih salah satu: --period atau --all", param_hint="--all")
    try:
        place = must_find_workspace(workspace, Path.cwd(), os.environ)
        with writing(place, as_json=as_json):
            opened = OpenWorkspace(place)
            periods = all_periods(opened) if every else (period or newest_period(opened),)
            made = make_export(opened, periods, out, formats or ())
    except ProblemsFoundError as found:
        leave_with(found.problems, as_json=as_json)
    show_files(made, as_json=as_json, quiet=quiet)
