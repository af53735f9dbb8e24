"""``ipak pekppp``: the self-assessment's workbook, its result, and the way to a target."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipak_cli.base.text import shown
from ipak_cli.catalogue.pekppp import LIMIT_NOT_REACHED
from ipak_cli.cli.completion import rubric_names
from ipak_cli.cli.options import (
    AskedPeriod,
    Detail,
    Exit,
    IndonesianGroup,
    Json,
    Out,
    Quiet,
    Unit,
    Workpaper,
    Workspace,
)
from ipak_cli.cli.workspaces import writing
from ipak_cli.rubric import PEKPPP_RUBRIC
from ipak_cli.workspace.this_computer import now

if TYPE_CHECKING:
    from ipak_cli.base.problem import Problem
    from ipak_cli.cli.outcome import Kept, OutputChoice
    from ipak_cli.jobs.assess import PlanDocument
    from ipak_cli.jobs.workpaper import AskedBesideAssessment
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.rubric.pekppp import PekpppRubric

_HELP = "Penilaian mandiri PEKPPP: buku kerja, hasil, dan rencana."

app = typer.Typer(name="pekppp", help=_HELP, cls=IndonesianGroup, no_args_is_help=True, rich_markup_mode=None)

RubricName = Annotated[
    str, typer.Option(metavar="ID|FILE", help="Rubrik PEKPPP.", autocompletion=rubric_names)
]
Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", help="Buku kerja yang sudah diisi; beberapa berkas dibandingkan."),
]


_SIGNS = frozenset("0123456789.,/:%+-–− ")
"""What a number may be written with, rightly or wrongly."""


def _gate(text: str, rubric: PekpppRubric) -> Fraction:
    """Return the least value that may be reached, written as a figure or as a category of the rubric."""
    from ipak_cli.pekppp.plan import minimum_of

    try:
        return minimum_of(text, rubric)
    except ValueError:
        said = f"--fail-under “{text}” bukan kategori dan bukan nilai 0 sampai 5; tulis misalnya 4,01 atau A-"
        raise typer.BadParameter(said) from None


def _f03(text: str) -> Fraction | Path:
    """Return the number 0 to 5 that was typed, or the file.

    ``4,5/5`` says 4.5 out of 5, as people write a mark, and is no fraction; ``8/10`` and ``80%`` are refused.
    """
    if not _SIGNS.issuperset(text) or ("/" in text and Path(text).exists()):
        return Path(text)
    from ipak_cli.base.figures import parse_fraction
    from ipak_cli.rubric.types import HIGHEST_LEVEL

    mark, slash, scale = text.replace(",", ".").partition("/")
    try:
        value = parse_fraction("" if slash and scale.strip() != str(HIGHEST_LEVEL) else mark)
    except ValueError:
        advice = "tulis misalnya 4,13, atau nama berkas jawaban pengguna"
        raise typer.BadParameter(f"“{text}” bukan bilangan; {advice}") from None
    if 0 <= value <= HIGHEST_LEVEL:
        return value
    raise typer.BadParameter(f"“{text}” di luar skala 0 sampai {HIGHEST_LEVEL}; tulis misalnya 4,13")


@app.command("template")
def template_command(
    out: Annotated[Path, typer.Argument(metavar="OUT.xlsx", help="Berkas yang akan ditulis.")],
    rubric: RubricName = PEKPPP_RUBRIC,
    old: Annotated[
        Path | None, typer.Option("--from", metavar="LAMA.xlsx", help="Buku kerja lama yang isinya dibawa.")
    ] = None,
    unit: Unit = None,
    period: AskedPeriod = None,
    force: Annotated[bool, typer.Option("--force", help="Timpa berkas yang sudah ada.")] = False,
) -> None:
    """Tulis buku kerja penilaian mandiri, kosong atau dengan isi buku kerja lama."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.cli.outcome import leave_with, tell
    from ipak_cli.forms.pekppp import new_assessment

    try:
        problems = new_assessment(out, rubric, old, unit=unit, period=period, overwrite=force)
    except ProblemsFoundError as found:
        leave_with(found.problems)
    tell(problems)
    typer.echo(shown(f"Buku kerja ditulis: {out}"), err=True)


@app.command("assess")
def assess_command(
    files: Files,
    rubric: RubricName = PEKPPP_RUBRIC,
    period: AskedPeriod = None,
    unit: Unit = None,
    evidence_root: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder bukti; bukti ditulis relatif terhadapnya.")
    ] = None,
    f03: Annotated[
        Path | None,
        typer.Option(
            parser=_f03, metavar="NILAI|FILE", help="F-03: nilai 0-5, atau berkas jawaban pengguna."
        ),
    ] = None,
    fail_under: Annotated[
        str | None,
        typer.Option(metavar="4.01|A-", help="Nilai atau kategori; kode keluar 3 bila lebih rendah."),
    ] = None,
    out: Out = None,
    xlsx: Workpaper = None,
    filled: Annotated[
        Path | None,
        typer.Option(
            "--filled",
            "--terisi",
            metavar="OUT.xlsx",
            help="Tulis juga buku kerja ini dengan tingkat dan sebabnya di samping nilai mandiri.",
        ),
    ] = None,
    workspace: Workspace = None,
    detail: Detail = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Turunkan tingkat setiap indikator dari faktanya, periksa buktinya, dan hitung F-02."""
    from ipak_cli import __version__
    from ipak_cli.base.problem import ProblemsFoundError, has_errors
    from ipak_cli.base.provenance import Tool
    from ipak_cli.cli.outcome import NOT_KEPT, Kept, OutputChoice, end_with, leave_with, tell
    from ipak_cli.jobs.assess import AssessRequest
    from ipak_cli.jobs.workpaper import assess_with_workpaper
    from ipak_cli.rubric.load import load_pekppp
    from ipak_cli.workspace.layout import Destination, find_workspace

    asked = _beside(files, xlsx, filled)
    request = AssessRequest(tuple(files), period, unit, evidence_root, f03, now().date())
    try:
        loaded = load_pekppp(rubric)
        least = None if fail_under is None else _gate(fail_under, loaded.rubric)
        destination = Destination(find_workspace(workspace, Path.cwd(), os.environ), out)
        with writing(destination.workspace, as_json=as_json):
            tool = Tool("ipak", __version__)
            results, told = assess_with_workpaper(request, loaded, destination, tool, asked)
    except ProblemsFoundError as found:
        leave_with(found.problems, as_json=as_json, last="" if quiet else NOT_KEPT)
    if not quiet and not has_errors(results[0].problems):
        tell(told)
        end_with(*asked.told)
    choice = OutputChoice.NOTHING if quiet else OutputChoice.DETAIL if detail else OutputChoice.VIEW
    _show_assessment(results, OutputChoice.JSON if as_json else choice, Kept(destination, workspace))
    if least is not None:
        _fail_below(results, least)


@app.command("plan")
def plan_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Buku kerja yang sudah diisi.")],
    target: Annotated[str, typer.Option(metavar="A", help="Kategori, atau nilai F-02, yang ingin dicapai.")],
    rubric: RubricName = PEKPPP_RUBRIC,
    as_json: Json = False,
) -> None:
    """Cari langkah termurah menuju sebuah kategori atau nilai."""
    from ipak_cli import __version__
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.base.provenance import Tool
    from ipak_cli.cli.outcome import leave_with
    from ipak_cli.jobs.assess import plan_file
    from ipak_cli.rubric.load import load_pekppp

    try:
        planned = plan_file(file, target, load_pekppp(rubric), Tool("ipak", __version__))
    except ProblemsFoundError as found:
        leave_with(found.problems, as_json=as_json)
    _show_plan(planned, as_json=as_json)


def _beside(files: Sequence[Path], workpaper: Path | None, filled: Path | None) -> AskedBesideAssessment:
    """Return what is to be written beside the result; that is of one workbook only."""
    from ipak_cli.jobs.workpaper import AskedBesideAssessment

    asked = AskedBesideAssessment(workpaper, filled)
    if asked.told and len(files) > 1:
        told = "--xlsx dan --filled menulis tentang satu buku kerja; sebutkan satu berkas saja"
        raise typer.BadParameter(told)
    return asked


def _show_assessment(results: Sequence[PekpppResult], choice: OutputChoice, kept: Kept) -> None:
    """Show one result, or several side by side, and the problems; leave with 1 when there are errors."""
    from ipak_cli.base.problem import has_errors
    from ipak_cli.cli.outcome import OutputChoice, end_with, tell
    from ipak_cli.jobs.assess import document_of
    from ipak_cli.terminal.console import stdout
    from ipak_cli.terminal.pekppp import figures_line, pekppp_view
    from ipak_cli.terminal.pekppp_compare import compare_view

    viewed = choice in {OutputChoice.VIEW, OutputChoice.DETAIL}
    alone = results[0] if len(results) == 1 else None
    if choice is OutputChoice.JSON:
        sys.stdout.write(document_of(tuple(results)))
    elif viewed:
        detail = choice is OutputChoice.DETAIL
        stdout().print(compare_view(results) if alone is None else pekppp_view(alone, detail=detail))
    sys.stdout.flush()
    problems = [problem for result in results for problem in result.problems]
    tell(problems, quiet=choice is OutputChoice.NOTHING)
    if viewed and alone is not None:
        end_with(figures_line(alone), kept.told(alone, "pekppp"))
    elif viewed and kept.destination.workspace is not None:
        end_with("TIDAK disimpan di ruang kerja, sebab beberapa buku kerja hanya dibandingkan.")
    if has_errors(problems):
        raise typer.Exit(Exit.INPUT_PROBLEMS)


def _fail_below(results: Sequence[PekpppResult], least: Fraction) -> None:
    """Leave with 3 when an index, IPP where it is known and else F-02, is below the gate or not known."""
    from ipak_cli.cli.outcome import tell

    below = [problem for result in results for problem in _below(result, least)]
    if below:
        tell(below)
        raise typer.Exit(Exit.GATE_NOT_MET)


def _below(result: PekpppResult, least: Fraction) -> Iterator[Problem]:
    from ipak_cli.base.figures import NotScored, decimal, round_half_up
    from ipak_cli.base.problem import Where, problem

    index, name = (result.f02, "F-02") if isinstance(result.ipp, NotScored) else (result.ipp, "IPP")
    where = Where(result.sources[0].name)
    if isinstance(index, NotScored):
        yield problem(
            LIMIT_NOT_REACHED, where, what=f"{name} yang belum dapat dihitung", least=decimal(least)
        )
    elif round_half_up(index) < least:
        yield problem(LIMIT_NOT_REACHED, where, what=f"{name} {decimal(index)}", least=decimal(least))


def _show_plan(planned: PlanDocument, *, as_json: bool) -> None:
    """Show a plan and what was doubtful in its workbook; leave with 3 when the target cannot be reached."""
    from ipak_cli.cli.outcome import tell
    from ipak_cli.documents.write import to_json
    from ipak_cli.terminal.console import stdout
    from ipak_cli.terminal.pekppp import plan_view

    if as_json:
        sys.stdout.write(to_json(planned))
    else:
        stdout().print(plan_view(planned.plan))
    sys.stdout.flush()
    tell(planned.problems)
    if not planned.plan.reachable:
        raise typer.Exit(Exit.GATE_NOT_MET)
