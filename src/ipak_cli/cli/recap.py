"""``ipak recap``: a recap typed by options or at questions, as a form that is then scored."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipak_cli.base.period import Period
from ipak_cli.cli.completion import rubric_names
from ipak_cli.cli.options import (
    PERIOD_NAMES,
    Detail,
    Json,
    Out,
    Quiet,
    Respondents,
    Unit,
    Workspace,
    read_period,
)
from ipak_cli.cli.workspaces import writing

if TYPE_CHECKING:
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.jobs.recap import AskedRecap
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.survey.typed_recap import TypedRecap
    from ipak_cli.workspace.layout import Destination

AskedPeriod = Annotated[
    Period | None,
    typer.Option(*PERIOD_NAMES, parser=read_period, metavar="IV-2024", help="Periode rekap."),
]
Numbers = Annotated[
    list[str] | None,
    typer.Option("--n", metavar="41|I1=40", help="Jumlah jawaban semua butir, atau satu butir."),
]
Counts = Annotated[
    list[str] | None,
    typer.Option(metavar="I1=0,1,3,37", help="Banyaknya setiap jawaban sebuah butir, dari nilai terendah."),
]
Sums = Annotated[list[str] | None, typer.Option("--sum", metavar="I1=162", help="Jumlah nilai sebuah butir.")]
Means = Annotated[
    list[str] | None,
    typer.Option("--mean", metavar="I1=3,95", help="Rata-rata sebuah butir, seperti tercetak."),
]
Stars = Annotated[
    list[str] | None,
    typer.Option(
        metavar="IPAK=1,7,30,536", help="Jumlah bintang sebuah indeks; semua=... untuk seluruh survei."
    ),
]


def recap(
    form: Annotated[Path, typer.Argument(metavar="OUT.xlsx", help="Formulir rekap yang akan ditulis.")],
    period: AskedPeriod = None,
    respondents: Respondents = None,
    n: Numbers = None,
    counts: Counts = None,
    sums: Sums = None,
    means: Means = None,
    stars: Stars = None,
    rubric: Annotated[
        str | None, typer.Option(metavar="ID|FILE", help="Rubrik survei.", autocompletion=rubric_names)
    ] = None,
    unit: Unit = None,
    lenient: Annotated[
        bool,
        typer.Option("--lenient", help="Anggap yang kurang dari jumlah responden sebagai tidak dijawab."),
    ] = False,
    out: Out = None,
    workspace: Workspace = None,
    yes: Annotated[bool, typer.Option("--yes", help="Jangan bertanya.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Timpa berkas yang sudah ada.")] = False,
    detail: Detail = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Tulis rekap yang diketik sebagai formulir, lalu hitung seperti `ipak score`.

    Di terminal yang belum disebut ditanyakan satu per satu.
    """
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.cli.outcome import NOT_KEPT, Kept, OutputChoice, end_with, leave_with, show_outcome
    from ipak_cli.jobs.recap import AskedRecap, instrument, must_be_free
    from ipak_cli.survey.recap_options import take_options
    from ipak_cli.survey.typed_recap import TypedRecap
    from ipak_cli.terminal.console import at_terminal
    from ipak_cli.workspace.layout import Destination, find_workspace

    figures = (counts or (), sums or (), means or (), stars or ())
    try:
        must_be_free(form, replace=force)
        destination = Destination(find_workspace(workspace, Path.cwd(), os.environ), out)
        instrument_of = instrument(rubric, destination.workspace).rubric
        said = take_options(TypedRecap(instrument_of, period, respondents), n or (), figures)
        asking = at_terminal() and not yes
        asked = AskedRecap(form, rubric, unit, replace=force, lenient=lenient)
        if asking:
            said = _asked(said, form, destination.workspace)
        else:
            _must_be_whole(said)
        result = _made(said, asked, destination, as_json=as_json, asking=asking)
    except ProblemsFoundError as found:
        leave_with(found.problems, as_json=as_json, last="" if quiet else NOT_KEPT)
    if not quiet:
        end_with(f"Formulir rekap ditulis: {form}")
    choice = OutputChoice.NOTHING if quiet else OutputChoice.DETAIL if detail else OutputChoice.VIEW
    show_outcome(result, OutputChoice.JSON if as_json else choice, Kept(destination, workspace, rubric))


def _made(
    said: TypedRecap, asked: AskedRecap, destination: Destination, *, as_json: bool, asking: bool
) -> SurveyResult:
    """Make the recap; at a terminal what cannot be scored is asked again until it can."""
    from ipak_cli import __version__
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.base.provenance import Tool
    from ipak_cli.jobs.recap import make_recap

    while True:
        try:
            with writing(destination.workspace, as_json=as_json):
                return make_recap(said, asked, destination, Tool("ipak", __version__))
        except ProblemsFoundError as found:
            if not asking:
                raise
            said, asked = _mended(said, asked, found, destination.workspace)


def _mended(
    said: TypedRecap, asked: AskedRecap, found: ProblemsFoundError, workspace: Path | None
) -> tuple[TypedRecap, AskedRecap]:
    """Ask again what cannot be scored, so that nothing has to be typed twice."""
    from dataclasses import replace

    from ipak_cli.catalogue.recap import RECAP_ITEMS_NOT_ANSWERED
    from ipak_cli.terminal.console import show_problems
    from ipak_cli.terminal.recap import ask_leniency

    show_problems(found.problems)
    errors = {each.entry for each in found.problems if each.severity is each.severity.ERROR}
    if errors == {RECAP_ITEMS_NOT_ANSWERED} and ask_leniency():
        return said, replace(asked, lenient=True)
    return _asked(said, asked.form, workspace), asked


def _must_be_whole(said: TypedRecap) -> None:
    """Raise ``ProblemsFoundError`` where options do not say all that is needed."""
    from ipak_cli.base.problem import ProblemsFoundError, problem
    from ipak_cli.catalogue.typed_recap import RECAP_NOT_FULLY_TYPED
    from ipak_cli.survey.recap_options import still_missing

    if missing := still_missing(said):
        raise ProblemsFoundError([problem(RECAP_NOT_FULLY_TYPED, missing=missing)])


def _asked(said: TypedRecap, form: Path, workspace: Path | None) -> TypedRecap:
    """Ask for what is not said until all of it is right; what is called wrong is asked again."""
    from ipak_cli.terminal.recap import ask_to_write

    said = _answered(said, form, workspace)
    while wrong := ask_to_write(said, str(form)):
        mended = said.forgetting(wrong)
        said = said if mended is None else _answered(mended, form, workspace)
    return said


def _answered(said: TypedRecap, form: Path, workspace: Path | None) -> TypedRecap:
    """Ask one question after the other; what cannot be is told at once and asked again."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.jobs.recap import must_be_for_a_recap
    from ipak_cli.survey.typed_recap import Topic, questions
    from ipak_cli.terminal.console import show_problems
    from ipak_cli.terminal.recap import ask

    while (question := next(questions(said), None)) is not None:
        if question.topic is Topic.FIGURE and question.code in said.waiting:
            given = said.waiting[question.code]
            said = said.no_longer_waiting(question.code)
        else:
            usual = said.respondents if question.topic is Topic.N else None
            given = ask(said, question, "" if usual is None else str(usual))
        if not given and said.may_pass(question):
            said = said.passing(question)
            continue
        try:
            tried = said.saying(question, given)
            if question.topic is Topic.PERIOD and tried.period is not None:
                must_be_for_a_recap(tried.period, form, workspace)
            said = tried
        except ProblemsFoundError as found:
            show_problems(found.problems)
    return said
