"""``ipak rollup`` and ``ipak query``: many units at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from ipak_cli.base.period import Period
from ipak_cli.cli.options import PERIOD_NAMES, Exit, Json, Quiet, read_period

Folders = Annotated[
    list[Path] | None,
    typer.Argument(metavar="DIR", help="Folder berisi ruang kerja atau dokumen hasil, sedalam apa pun."),
]
UnitsFile = Annotated[
    Path | None,
    typer.Option(
        "--units",
        metavar="FILE",
        help="Daftar unit, dengan kolom unit, nama, induk, wilayah, dan lain-lain.",
    ),
]
LakeFolder = Annotated[
    Path | None,
    typer.Option("--lake", metavar="DIR", help="Danau data (Parquet); hanya dokumen baru yang dibaca."),
]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="KOLOM", help="Kelompokkan menurut kolom daftar unit, misalnya wilayah."),
]


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip() or not value.strip():
        raise typer.BadParameter(f"“{text}” bukan KOLOM=NILAI, misalnya induk=Kementerian Contoh")
    return name.strip(), value.strip()


Only = Annotated[
    Any,  # Typer takes no pair from one value; the parser returns one
    typer.Option("--only", parser=_pair, metavar="KOLOM=NILAI", help="Hanya unit dengan nilai itu."),
]
OnePeriod = Annotated[
    Period | None,
    typer.Option(*PERIOD_NAMES, parser=read_period, metavar="IV-2024", help="Hanya periode ini."),
]
From = Annotated[
    Period | None, typer.Option("--from", parser=read_period, metavar="I-2023", help="Periode pertama.")
]
To = Annotated[
    Period | None, typer.Option("--to", parser=read_period, metavar="IV-2024", help="Periode terakhir.")
]
Processes = Annotated[
    int | None, typer.Option("--processes", min=1, max=256, metavar="N", help="Jumlah proses pembaca.")
]


def rollup(
    folders: Folders = None,
    units: UnitsFile = None,
    lake: LakeFolder = None,
    by: By = None,
    only: Only = None,
    period: OnePeriod = None,
    first: From = None,
    last: To = None,
    processes: Processes = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Gabungkan hasil banyak unit: siapa yang belum, siapa yang turun, dan berapa nilai semuanya."""
    from ipak_cli import __version__
    from ipak_cli.base.problem import ProblemsFoundError, has_errors
    from ipak_cli.base.provenance import Tool
    from ipak_cli.cli.outcome import leave_with, tell
    from ipak_cli.cli.workspaces import now
    from ipak_cli.documents.write import to_json
    from ipak_cli.rollup.run import Sources, roll_up
    from ipak_cli.rollup.selection import Asked
    from ipak_cli.terminal.progress import watcher

    if not folders and lake is None:
        raise typer.BadParameter("sebutkan folder hasil, atau danau data dengan --lake", param_hint="DIR")
    if period is not None and (first is not None or last is not None):
        raise typer.BadParameter("pilih salah satu: --period, atau --from dan --to", param_hint="--period")
    asked = Asked(
        today=now().date().isoformat(), by=by, only=only, first=first or period, last=last or period
    )
    sources = Sources(tuple(folders or ()), units, lake, processes)
    try:
        with watcher(quiet=quiet) as watching:
            made = roll_up(sources, asked, Tool("ipak", __version__), watching)
    except ProblemsFoundError as found:
        busy = any(each.code == "B718" for each in found.problems)
        leave_with(found.problems, as_json=as_json, code=Exit.BUSY if busy else Exit.INPUT_PROBLEMS)
    sys.stdout.write(to_json(made))
    sys.stdout.flush()
    tell(made.problems, quiet=quiet)
    if has_errors(made.problems):
        raise typer.Exit(Exit.INPUT_PROBLEMS)


def query(
    sql: Annotated[str, typer.Argument(metavar="SQL", help='Misalnya "select * from totals".')],
    lake: Annotated[
        Path, typer.Option("--lake", metavar="DIR", help="Danau data; biasanya folder ini.")
    ] = Path(),
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Baris CSV pada keluaran standar.")] = False,
) -> None:
    """Tanyai danau data dengan SQL (DuckDB); tabelnya units, indices, items, trend, totals, dan lain-lain."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.cli.outcome import leave_with
    from ipak_cli.rollup.query import ask
    from ipak_cli.terminal.query import show_answer

    if as_json and as_csv:
        raise typer.BadParameter("pilih salah satu: --json atau --csv", param_hint="--csv")
    try:
        answer = ask(lake, sql)
    except ProblemsFoundError as found:
        leave_with(found.problems, as_json=as_json)
    show_answer(answer, as_json=as_json, as_csv=as_csv)
