"""``ipak score``, ``trend``, ``report`` and ``template``: from response exports to indices and reports."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from ipak_cli.base.period import Period, PeriodKind
from ipak_cli.base.text import shown
from ipak_cli.cli.completion import rubric_names, stored_periods
from ipak_cli.cli.options import (
    PERIOD_NAMES,
    AskedDays,
    Detail,
    Exit,
    Json,
    Out,
    Quiet,
    Respondents,
    Unit,
    Workpaper,
    Workspace,
    read_formats,
    read_period,
)
from ipak_cli.cli.workspaces import writing
from ipak_cli.cli.written_files import show_files, show_missing
from ipak_cli.rubric import SURVEY_RUBRIC
from ipak_cli.workspace import MOST_VISITORS


class AskedGrade(StrEnum):
    """Answers to the performance question."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class DayOrder(StrEnum):
    """Day first or month first."""

    DMY = "dmy"
    MDY = "mdy"


Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", help="Ekspor jawaban, atau rekap; beberapa menjadi satu survei."),
]
RubricName = Annotated[
    str | None, typer.Option(metavar="ID|FILE", help="Rubrik survei.", autocompletion=rubric_names)
]
Population = Annotated[
    int | None, typer.Option(min=1, max=MOST_VISITORS, metavar="N", help="Jumlah pengunjung.")
]
Performance = Annotated[
    AskedGrade | None, typer.Option(case_sensitive=False, help="Jawaban pertanyaan capaian kinerja.")
]
SheetName = Annotated[str | None, typer.Option(metavar="NAMA", help="Lembar yang dibaca.")]
AskedOrder = Annotated[DayOrder | None, typer.Option(help="Urutan tanggal: hari dulu atau bulan dulu.")]
Lenient = Annotated[
    bool, typer.Option("--lenient", help="Anggap jawaban yang salah sebagai tidak diberikan, dan sebutkan.")
]

WithoutAnswers = Annotated[
    bool,
    typer.Option(
        "--without-answers", "--tanpa-jawaban", help="Kertas kerja untuk diedarkan: mulai dari cacahan."
    ),
]


def score(
    files: Files,
    period: AskedDays = None,
    rubric: RubricName = None,
    unit: Unit = None,
    population: Population = None,
    performance: Performance = None,
    sheet: SheetName = None,
    date_order: AskedOrder = None,
    lenient: Lenient = False,
    respondents: Respondents = None,
    out: Out = None,
    xlsx: Workpaper = None,
    without_answers: WithoutAnswers = False,
    workspace: Workspace = None,
    detail: Detail = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Hitung indeks dari ekspor survei atau rekap, dan sebutkan setiap masalah dengan selnya."""
    from ipak_cli import __version__
    from ipak_cli.base.problem import ProblemsFoundError, has_errors
    from ipak_cli.base.provenance import Tool
    from ipak_cli.cli.outcome import NOT_KEPT, Kept, OutputChoice, end_with, leave_with, show_outcome
    from ipak_cli.jobs.score import ScoreRequest, score_files
    from ipak_cli.survey.reading.date_order import DateOrder
    from ipak_cli.workspace.layout import Destination, find_workspace

    if without_answers and xlsx is None:
        raise typer.BadParameter("--tanpa-jawaban hanya untuk kertas kerja; tambahkan --xlsx OUT.xlsx")
    request = ScoreRequest(
        files=tuple(files),
        period=period,
        unit=unit,
        population=population,
        performance=performance.value if performance else None,
        sheet=sheet,
        date_order=DateOrder(date_order.value) if date_order else None,
        lenient=lenient,
        respondents=respondents,
    )
    try:
        destination = Destination(find_workspace(workspace, Path.cwd(), os.environ), out)
        with writing(destination.workspace, as_json=as_json):
            tool = Tool("ipak", __version__)
            if xlsx is None:
                result = score_files(request, rubric, destination, tool)
            else:
                from ipak_cli.jobs.workpaper import AskedWorkpaper, score_with_workpaper

                asked = AskedWorkpaper(xlsx, with_answers=not without_answers)
                result = score_with_workpaper(request, rubric, destination, tool, asked)
    except ProblemsFoundError as found:
        leave_with(found.problems, as_json=as_json, last="" if quiet else NOT_KEPT)
    if xlsx is not None and not quiet and not has_errors(result.problems):
        end_with(f"Kertas kerja ditulis: {xlsx}")
    choice = OutputChoice.NOTHING if quiet else OutputChoice.DETAIL if detail else OutputChoice.VIEW
    shown_as = OutputChoice.JSON if as_json else choice
    show_outcome(result, shown_as, Kept(destination, workspace, rubric))


TrendKind = Annotated[
    PeriodKind | None,
    typer.Option("--kind", "--jenis", help="Jenis periode yang dibandingkan; biasanya jenis yang terbaru."),
]


def trend(
    kind: TrendKind = None, workspace: Workspace = None, as_json: Json = False, quiet: Quiet = False
) -> None:
    """Tampilkan perkembangan indeks dari semua periode yang tersimpan."""
    from ipak_cli.base.problem import ProblemsFoundError, has_errors
    from ipak_cli.cli.outcome import leave_with, tell
    from ipak_cli.documents.write import to_json
    from ipak_cli.jobs.open_workspace import OpenWorkspace, stored_trend
    from ipak_cli.terminal.console import stdout
    from ipak_cli.terminal.trend import trend_view
    from ipak_cli.workspace.layout import must_find_workspace

    try:
        opened = OpenWorkspace(must_find_workspace(workspace, Path.cwd(), os.environ))
        opened.settings  # noqa: B018 (whoever reads figures hears of settings that no run can read)
        found = stored_trend(opened.stored, kind)
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


ReportPeriod = Annotated[
    Period | None,
    typer.Option(
        *PERIOD_NAMES,
        parser=read_period,
        metavar="IV-2024",
        help="Periode laporan; biasanya yang terbaru.",
        autocompletion=stored_periods,
    ),
]
ReportOut = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="Folder laporan; biasanya di ruang kerja.")
]
Formats = Annotated[
    Any,  # Typer takes no tuple of any length; the parser returns one
    typer.Option(
        "--format",
        parser=read_formats,
        metavar="html,md,docx,pdf,xlsx",
        help="Bentuk laporan, dipisahkan koma; biasanya semua yang terpasang.",
    ),
]

Brief = Annotated[
    bool,
    typer.Option(
        "--summary",
        "--ringkas",
        help="Tulis ringkasannya saja, satu halaman, di samping laporan; laporannya tidak ditulis.",
    ),
]
Eject = Annotated[
    str | None,
    typer.Option(
        metavar="NAMA", help="Salin sebuah templat bawaan ke folder templat, tanpa menulis laporan."
    ),
]


def report(
    period: ReportPeriod = None,
    workspace: Workspace = None,
    out: ReportOut = None,
    formats: Formats = None,
    brief: Brief = False,
    eject: Eject = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Tulis laporan sebuah periode (HTML, Markdown, Word, PDF), dan kertas kerjanya (Excel)."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.jobs.report import eject_template, make_report
    from ipak_cli.jobs.report_inputs import newest_period
    from ipak_cli.report.extent import Extent
    from ipak_cli.workspace.layout import must_find_workspace

    try:
        place = must_find_workspace(workspace, Path.cwd(), os.environ)
        if eject is not None:
            typer.echo(shown(f"Templat disalin: {eject_template(place, eject)}"), err=True)
            return
        with writing(place, as_json=as_json):
            opened = OpenWorkspace(place)
            extent = Extent.SUMMARY if brief else Extent.FULL
            made = make_report(opened, period or newest_period(opened), out, formats or (), extent)
    except ProblemsFoundError as found:
        from ipak_cli.cli.outcome import leave_with

        leave_with(found.problems, as_json=as_json)
    show_files(made, as_json=as_json, quiet=quiet)
    show_missing("Yang belum ada dalam laporan ini:", made.missing, quiet=quiet)


def template(
    out: Annotated[Path, typer.Argument(metavar="OUT.xlsx", help="Berkas yang akan ditulis.")],
    rubric: Annotated[
        str, typer.Option(metavar="ID|FILE", help="Rubrik bawaan, atau berkas rubrik sendiri.")
    ] = SURVEY_RUBRIC,
    audit: Annotated[
        bool, typer.Option("--audit", help="Tulis tabel angka laporan cetak untuk `ipak audit`.")
    ] = False,
    recap: Annotated[
        bool,
        typer.Option("--recap", "--rekap", help="Tulis formulir cacah, jumlah atau rata-rata per butir."),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Timpa berkas yang sudah ada.")] = False,
) -> None:
    """Tulis lembar jawaban kosong untuk sebuah rubrik survei, lengkap dengan daftar pilihan."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.forms.audit import write_audit_form
    from ipak_cli.forms.recap import write_recap_form
    from ipak_cli.forms.survey import write_survey_template
    from ipak_cli.rubric.load import load_rubric
    from ipak_cli.terminal.console import show_problems

    if audit and recap:
        raise typer.BadParameter("pilih salah satu: --audit atau --rekap")
    try:
        loaded = load_rubric(rubric)
        if audit:
            write_audit_form(loaded.rubric, out, replace=force)
        elif recap:
            write_recap_form(loaded.rubric, out, replace=force)
        else:
            write_survey_template(loaded.rubric, loaded.digest, out, replace=force)
    except ProblemsFoundError as found:
        show_problems(found.problems)
        raise typer.Exit(Exit.INPUT_PROBLEMS) from None
    written = "Tabel angka" if audit else "Formulir rekap" if recap else "Lembar jawaban"
    typer.echo(shown(f"{written} ditulis: {out}"), err=True)
