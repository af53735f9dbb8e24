"""``ipak score``: read response exports, score them, show the result."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ipak_cli.cli.options import AskedQuarter, Json, Out, Quiet, Unit, Workspace


class Grade(StrEnum):
    """Answers to the performance question."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class Order(StrEnum):
    """Day first or month first."""

    DMY = "dmy"
    MDY = "mdy"


Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help="Ekspor jawaban; beberapa berkas menjadi satu survei.")
]
RubricName = Annotated[str | None, typer.Option(metavar="ID|FILE", help="Rubrik survei.")]
Population = Annotated[int | None, typer.Option(min=1, metavar="N", help="Jumlah pengunjung.")]
Performance = Annotated[
    Grade | None, typer.Option(case_sensitive=False, help="Jawaban pertanyaan capaian kinerja.")
]
SheetName = Annotated[str | None, typer.Option(metavar="NAMA", help="Lembar yang dibaca.")]
AskedOrder = Annotated[Order | None, typer.Option(help="Urutan tanggal: hari dulu atau bulan dulu.")]
Lenient = Annotated[
    bool, typer.Option("--lenient", help="Anggap jawaban yang salah sebagai tidak diberikan, dan sebutkan.")
]


def score(
    files: Files,
    quarter: AskedQuarter = None,
    rubric: RubricName = None,
    unit: Unit = None,
    population: Population = None,
    performance: Performance = None,
    sheet: SheetName = None,
    date_order: AskedOrder = None,
    lenient: Lenient = False,
    out: Out = None,
    workspace: Workspace = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Hitung indeks dari ekspor survei, dan sebutkan setiap masalah dengan selnya."""
    from ipak_cli import __version__
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.base.provenance import Tool
    from ipak_cli.cli.outcome import Shown, leave_with, show_outcome
    from ipak_cli.cli.writing import writing
    from ipak_cli.jobs.score import Destination, ScoreRequest, score_files
    from ipak_cli.survey.reading.date import DateOrder
    from ipak_cli.workspace.layout import find_workspace

    request = ScoreRequest(
        files=tuple(files),
        quarter=quarter,
        unit=unit,
        population=population,
        performance=performance.value if performance else None,
        sheet=sheet,
        date_order=DateOrder(date_order.value) if date_order else None,
        lenient=lenient,
    )
    try:
        destination = Destination(find_workspace(workspace, Path.cwd(), os.environ), out)
        with writing(destination.workspace, as_json=as_json):
            result = score_files(request, rubric, destination, Tool("ipak", __version__))
    except ProblemsFoundError as found:
        leave_with(found.problems, as_json=as_json)
    show_outcome(result, Shown.JSON if as_json else Shown.NOTHING if quiet else Shown.VIEW)
