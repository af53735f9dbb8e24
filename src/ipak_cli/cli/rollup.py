"""``ipak rollup`` and ``ipak query``: many units at once."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipak_cli.base.period import Period
from ipak_cli.cli.options import PERIOD_NAMES, Exit, Json, Quiet, read_names, read_period
from ipak_cli.cli.rollup_exports import (
    AskedExports,
    EngineName,
    EngineOption,
    ExportsPlace,
    Pattern,
    ProblemsFile,
    Scheduler,
    UnitColumnName,
    check_exports,
    exports_asked,
    show_left_out,
    write_left_out,
)
from ipak_cli.cli.surveys import AskedOrder, Lenient, RubricName

if TYPE_CHECKING:
    from ipak_cli.jobs.written import FilesWritten
    from ipak_cli.rollup.exports.task import LeftOut
    from ipak_cli.rollup.result import RollUp

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


def _formats(text: str) -> tuple[str, ...]:
    from ipak_cli.rollup.outputs import OutputFormat

    return read_names(text, (*OutputFormat,), "bentuk rekap")


RollUpFormats = Annotated[
    Any,  # Typer takes no tuple of any length; the parser returns one
    typer.Option(
        "--format",
        parser=_formats,
        metavar="html,xlsx,json",
        help="Tulis rekap sebagai berkas: halaman web, buku kerja Excel, dokumen JSON; dipisahkan koma.",
    ),
]
RollUpOut = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="Folder berkas rekap; biasanya folder ini.")
]
Everything = Annotated[bool, typer.Option("--all", "--semua", help="Tampilkan setiap unit di layar.")]
Processes = Annotated[
    int | None,
    typer.Option("--jobs", "--processes", min=1, max=256, metavar="N", help="Jumlah proses pembaca."),
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
    exports: ExportsPlace = None,
    path_pattern: Pattern = None,
    unit_column: UnitColumnName = None,
    rubric: RubricName = None,
    date_order: AskedOrder = None,
    lenient: Lenient = False,
    engine: EngineOption = EngineName.LOCAL,
    scheduler: Scheduler = None,
    problems_file: ProblemsFile = None,
    formats: RollUpFormats = None,
    out: RollUpOut = None,
    everything: Everything = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Gabungkan hasil banyak unit: siapa yang belum, siapa yang turun, dan berapa nilai semuanya."""
    from ipak_cli import __version__
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.base.provenance import Tool
    from ipak_cli.cli.outcome import leave_with
    from ipak_cli.rollup.outputs import write_rollup
    from ipak_cli.rollup.run import Sources, roll_up
    from ipak_cli.rollup.selection import Asked
    from ipak_cli.terminal.progress import watcher
    from ipak_cli.workspace.this_computer import now

    of_exports = AskedExports(
        exports, path_pattern, unit_column, engine, scheduler, processes, rubric, date_order, lenient
    )
    check_exports(of_exports)
    _check(
        somewhere=bool(folders) or lake is not None or exports is not None,
        two_periods=period is not None and (first is not None or last is not None),
        backwards=first is not None and last is not None and first.start > last.end,
        out_alone=out is not None and not formats,
    )
    asked = Asked(
        today=now().date().isoformat(), by=by, only=only, first=first or period, last=last or period
    )
    left_out: list[LeftOut] = []
    try:
        sources = Sources(tuple(folders or ()), units, lake, processes, exports_asked(of_exports, left_out))
        with watcher(quiet=quiet) as watching:
            made = roll_up(sources, asked, Tool("ipak", __version__), watching)
        if problems_file is not None:
            write_left_out(problems_file, left_out)
        written = write_rollup(made, out or Path(), formats) if formats else None
    except ProblemsFoundError as found:
        busy = any(each.code == "B718" for each in found.problems)
        leave_with(found.problems, as_json=as_json, code=Exit.BUSY if busy else Exit.INPUT_PROBLEMS)
    shown = Shown(as_json=as_json, quiet=quiet, everything=everything)
    _show(made, shown)
    if not quiet:
        show_left_out(left_out)
    _end(made, written, shown, listed=bool(left_out) and not quiet)


def _check(*, somewhere: bool, two_periods: bool, backwards: bool, out_alone: bool) -> None:
    """Raise ``typer.BadParameter`` for options that do not go together."""
    if not somewhere:
        raise typer.BadParameter(
            "sebutkan folder hasil, ekspor dengan --exports, atau danau data dengan --lake", param_hint="DIR"
        )
    if two_periods:
        raise typer.BadParameter("pilih salah satu: --period, atau --from dan --to", param_hint="--period")
    if backwards:
        raise typer.BadParameter("periode --from sesudah periode --to", param_hint="--from")
    if out_alone:
        raise typer.BadParameter("sebutkan juga bentuk berkasnya dengan --format", param_hint="--out")


def _end(made: RollUp, written: FilesWritten | None, shown: Shown, *, listed: bool) -> None:
    """Tell the problems and the files written; errors are the exit code.

    ``listed``: the exports that are left out stand in a table already, and are not told one by one again.
    """
    from ipak_cli.base.problem import has_errors
    from ipak_cli.catalogue.rollup_exports import EXPORT_LEFT_OUT
    from ipak_cli.cli.outcome import end_with, tell

    told = [each for each in made.problems if not (listed and each.entry is EXPORT_LEFT_OUT)]
    tell((*told, *(written.problems if written else ())), quiet=shown.quiet)
    end_with(*(f"Disimpan: {each.path}" for each in (written.files if written and not shown.as_json else ())))
    if has_errors(made.problems):
        raise typer.Exit(Exit.INPUT_PROBLEMS)


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a roll-up goes to standard output."""

    as_json: bool
    quiet: bool
    everything: bool


def _show(made: RollUp, shown: Shown) -> None:
    """Show a roll-up as a document, on a screen, or not at all."""
    if shown.as_json:
        from ipak_cli.rollup.document import json_parts

        sys.stdout.writelines(json_parts(made))
    elif not shown.quiet:
        from ipak_cli.terminal.console import stdout
        from ipak_cli.terminal.rollup import rollup_view

        stdout().print(rollup_view(made, everything=shown.everything))
    sys.stdout.flush()


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
