"""The options of ``ipak rollup --exports``: exports without a workspace, and where they are scored."""

from __future__ import annotations

import csv
import io
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.cli.surveys import DayOrder
    from ipak_cli.rollup.engines.batches import Engine
    from ipak_cli.rollup.exports.keep import ExportsAsked
    from ipak_cli.rollup.exports.task import LeftOut


class EngineName(StrEnum):
    """Where exports are scored."""

    LOCAL = "local"
    DASK = "dask"


ExportsPlace = Annotated[
    str | None,
    typer.Option(
        "--exports",
        metavar="DIR|URL",
        help="Hitung juga ekspor tanpa ruang kerja di folder atau alamat ini (s3://, webdav://, smb://).",
    ),
]
Pattern = Annotated[
    str | None,
    typer.Option(
        "--path-pattern",
        metavar="POLA",
        help='Letak unit dan periode pada nama berkas, misalnya "{unit}/{period}/*.xlsx".',
    ),
]
UnitColumnName = Annotated[
    str | None,
    typer.Option(
        "--unit-column", metavar="JUDUL", help="Kolom yang menyebut unit; tiap ekspor dibagi menurutnya."
    ),
]
EngineOption = Annotated[
    EngineName, typer.Option("--engine", help="local: mesin ini; dask: klaster Dask yang sudah ada.")
]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="ALAMAT", help="Penjadwal Dask, misalnya tcp://10.0.0.5:8786."),
]
ProblemsFile = Annotated[
    Path | None,
    typer.Option(
        "--problems", metavar="FILE.csv", help="Tulis setiap masalah ekspor: kode, berkas, lembar, sel."
    ),
]
_HEADS: Final = ("kode", "tingkat", "masalah", "unit", "berkas", "lembar", "sel")
_PARTS: Final = 8
"""Tasks that one huge file of many units is divided into on a cluster, at the most."""
_MOST: Final = 40
"""Problems of exports that the screen lists; ``--problems`` writes all."""


@dataclass(frozen=True, slots=True)
class AskedExports:
    """What the options say of exports."""

    place: str | None
    pattern: str | None
    unit_column: str | None
    engine: EngineName
    scheduler: str | None
    jobs: int | None
    rubric: str | None = None
    date_order: DayOrder | None = None
    lenient: bool = False


def check_exports(asked: AskedExports) -> None:
    """Raise ``typer.BadParameter`` for options that do not go together."""
    if asked.place is None and (asked.pattern or asked.unit_column or asked.scheduler):
        raise typer.BadParameter("sebutkan juga folder ekspornya", param_hint="--exports")
    if asked.engine is EngineName.DASK and asked.scheduler is None:
        raise typer.BadParameter("sebutkan alamat penjadwal Dask dengan --scheduler", param_hint="--engine")
    if asked.engine is EngineName.LOCAL and asked.scheduler is not None:
        raise typer.BadParameter("hanya untuk --engine dask", param_hint="--scheduler")


def exports_asked(asked: AskedExports, hear: list[LeftOut]) -> ExportsAsked | None:
    """Return what a roll-up does with exports, if any are asked for.

    Raises ``ProblemsFoundError`` where the rubric is not sound.
    """
    if asked.place is None:
        return None
    from ipak_cli import __version__
    from ipak_cli.base.provenance import Tool
    from ipak_cli.rollup.exports.keep import ExportsAsked
    from ipak_cli.rollup.exports.task import ExportOptions
    from ipak_cli.rollup.pool import cores
    from ipak_cli.rubric import SURVEY_RUBRIC
    from ipak_cli.rubric.load import load_rubric
    from ipak_cli.survey.reading.date_order import DateOrder

    jobs = asked.jobs or cores()
    options = ExportOptions(
        load_rubric(asked.rubric or SURVEY_RUBRIC),
        Tool("ipak", __version__),
        asked.unit_column,
        date_order=DateOrder(asked.date_order.value) if asked.date_order else None,
        lenient=asked.lenient,
    )
    return ExportsAsked(
        root=asked.place,
        options=options,
        engine=_engine(asked, jobs),
        pattern=asked.pattern,
        parts=jobs if asked.engine is EngineName.LOCAL else max(_PARTS, jobs),
        hear=hear.append,
    )


def _engine(asked: AskedExports, jobs: int) -> Engine:
    if asked.engine is EngineName.DASK:
        from ipak_cli.rollup.engines.dask_cluster import DaskEngine

        return DaskEngine(asked.scheduler or "")
    from ipak_cli.rollup.engines.local import LocalEngine

    return LocalEngine(jobs)


def show_left_out(left_out: Sequence[LeftOut]) -> None:
    """Print the problems of what was left out as one table, to standard error."""
    from rich.table import Table

    from ipak_cli.terminal.console import stderr

    rows = problem_rows(left_out)
    if not rows:
        return
    table = Table(title="Masalah ekspor yang tidak ikut dihitung", title_justify="left", box=None)
    for head in ("Kode", "Masalah", "Berkas", "Lembar", "Sel"):
        table.add_column(head, overflow="fold")
    for code, _, title, _, source, sheet, cell in rows[:_MOST]:
        table.add_row(code, title, source, sheet, cell)
    console = stderr()
    console.print(table)
    if len(rows) > _MOST:
        console.print(f"dan {len(rows) - _MOST} lagi; --problems FILE.csv menulis semuanya")
    sys.stderr.write(
        f"{len(left_out)} ekspor atau unit tidak ikut dihitung. Perbaiki galatnya, lalu jalankan perintah "
        "yang sama lagi; `ipak explain KODE` menjelaskan tiap kode.\n"
    )


def problem_rows(left_out: Sequence[LeftOut]) -> list[tuple[str, ...]]:
    """Return a row for each problem of what was left out, in the order of files and cells."""
    from ipak_cli.catalogue.indonesian import title_of

    return sorted(
        {
            (
                each.code,
                "galat",
                title_of(each.code),
                left.unit,
                each.source,
                each.sheet or "",
                each.cell or "",
            )
            for left in left_out
            for each in left.problems
            if each.severity == "error"
        },
        key=lambda row: (row[4], row[3], row[0], row[5], len(row[6]), row[6]),
    )


def write_left_out(path: Path, left_out: Sequence[LeftOut]) -> None:
    """Write that table as CSV. Raises ``ProblemsFoundError`` when that is refused."""
    from ipak_cli.workspace.atomic import write_whole

    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([_HEADS, *problem_rows(left_out)])
    write_whole(path, text.getvalue().encode("utf-8-sig"))
