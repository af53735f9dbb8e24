"""``ipak rubric new``: from an export of the office's own form to a rubric, by options or by questions."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipak_cli.cli.completion import instruments
from ipak_cli.cli.options import Exit, Workspace

if TYPE_CHECKING:
    from ipak_cli.jobs.new_rubric import OpenForm, Place
    from ipak_cli.survey.form.questions import Question
    from ipak_cli.survey.form.said import Said

File = Annotated[Path, typer.Argument(metavar="FILE", help="Ekspor jawaban dari formulir kantor sendiri.")]
Like = Annotated[
    str | None,
    typer.Option(
        metavar="ID",
        help="Rubrik yang ditanyakan dengan kata lain; sendiri bila bukan rubrik bawaan.",
        autocompletion=instruments,
    ),
]
Items = Annotated[
    str | None, typer.Option(metavar="D-L", help="Kolom butir; F+G berarti satu butir, rata-rata dua kolom.")
]
Index = Annotated[
    list[str] | None, typer.Option(metavar="NAMA=D-H", help="Indeks dan kolomnya; boleh beberapa kali.")
]
Order = Annotated[
    list[str] | None,
    typer.Option(metavar='"Buruk,Baik"', help="Kata jawaban dari yang terburuk; boleh beberapa kali."),
]
Scale = Annotated[str | None, typer.Option(metavar="1-5", help="Nilai terendah dan tertinggi pada formulir.")]
Missing = Annotated[str | None, typer.Option(metavar="KATA,...", help="Kata yang berarti tidak menjawab.")]
Negative = Annotated[
    str | None, typer.Option(metavar="D,F", help="Kolom yang jawaban tingginya berarti buruk.")
]
Profiles = Annotated[str | None, typer.Option(metavar="B,C", help="Kolom yang mengelompokkan responden.")]
Time = Annotated[str | None, typer.Option(metavar="A", help="Kolom waktu, bila ada beberapa kolom tanggal.")]
Ignore = Annotated[
    str | None, typer.Option(metavar="M,N", help="Kolom yang tampak seperti butir tetapi tidak dihitung.")
]
RubricName = Annotated[str | None, typer.Option("--name", metavar="NAMA", help="Nama rubrik yang baru.")]
OutFile = Annotated[
    Path | None, typer.Option("--out", metavar="BERKAS.yaml", help="Berkas rubrik yang ditulis.")
]
SheetName = Annotated[str | None, typer.Option("--sheet", metavar="NAMA", help="Lembar yang dibaca.")]
Yes = Annotated[bool, typer.Option("--yes", help="Terima usul yang pasti tanpa bertanya.")]
Force = Annotated[
    bool, typer.Option("--force", help="Timpa rubrik yang sudah ada, dan arti lama yang berlawanan.")
]


def new(
    file: File,
    like: Like = None,
    items: Items = None,
    index: Index = None,
    order: Order = None,
    scale: Scale = None,
    missing: Missing = None,
    negative: Negative = None,
    profiles: Profiles = None,
    time: Time = None,
    ignore: Ignore = None,
    name: RubricName = None,
    out: OutFile = None,
    sheet: SheetName = None,
    workspace: Workspace = None,
    yes: Yes = False,
    force: Force = False,
) -> None:
    """Buat rubrik, atau columns dan answers di ipak.yaml, dari ekspor formulir sendiri."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.cli.outcome import leave_with
    from ipak_cli.jobs.new_rubric import Place, open_form, target
    from ipak_cli.survey.form.said import Said, Topic
    from ipak_cli.terminal.console import at_terminal
    from ipak_cli.terminal.new_rubric import show_summary, summary_of
    from ipak_cli.workspace.layout import find_workspace

    given = {
        Topic.LIKE: like,
        Topic.ITEMS: items,
        Topic.SCALE: scale,
        Topic.MISSING: missing,
        Topic.NEGATIVE: negative,
        Topic.PROFILES: profiles,
        Topic.TIME: time,
        Topic.IGNORE: ignore,
        Topic.NAME: name or (out.stem if out else None),
    }
    said = Said(
        {topic: (answer,) for topic, answer in given.items() if answer is not None}
        | ({Topic.INDEX: tuple(index)} if index else {})
        | ({Topic.ORDER: tuple(order)} if order else {})
    )
    try:
        place = Place(find_workspace(workspace, Path.cwd(), os.environ), out, force)
        opened = open_form(file, sheet, place.workspace)
        if at_terminal() and not yes:
            said = _asked(opened, said)
            target(opened, said, place)
            _agree(opened, said, place)
        else:
            said = _given(opened, said, _command(file, workspace, out, sheet), yes=yes)
            show_summary(summary_of(opened, said, target(opened, said, place)))
        _make(opened, said, place, workspace)
    except ProblemsFoundError as found:
        leave_with(found.problems)


def _asked(opened: OpenForm, said: Said) -> Said:
    """Ask one question after the other; an answer that cannot be is told and asked again."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.catalogue.new_rubric import SCALE_NOT_OF_RUBRIC
    from ipak_cli.survey.form.questions import next_question
    from ipak_cli.terminal.console import show_problems
    from ipak_cli.terminal.new_rubric import ask

    question = next_question(opened.form, said, opened.known)
    while question is not None:
        tried = said.saying(question.topic, ask(question))
        try:
            following = next_question(opened.form, tried, opened.known)
        except ProblemsFoundError as found:
            if any(each.code == SCALE_NOT_OF_RUBRIC.code for each in found.problems):
                raise  # no other columns mend that
            show_problems(found.problems)
            continue
        said, question = tried, following
    return said


def _agree(opened: OpenForm, said: Said, place: Place) -> None:
    from ipak_cli.jobs.new_rubric import target
    from ipak_cli.terminal.new_rubric import ask_to_write, summary_of

    if not ask_to_write(summary_of(opened, said, target(opened, said, place))):
        raise typer.Abort


def _given(opened: OpenForm, said: Said, command: list[str], *, yes: bool) -> Said:
    """Return what the options say and the proposals that may be taken; else say what is needed, and leave."""
    from ipak_cli.base.problem import problem
    from ipak_cli.catalogue.new_rubric import FORM_NOT_FULLY_SAID
    from ipak_cli.cli.outcome import tell
    from ipak_cli.survey.form.needed import needed
    from ipak_cli.survey.form.said import Topic
    from ipak_cli.terminal.new_rubric import show_needed

    def chosen(question: Question) -> str | None:
        taken = question.sure and question.proposal is not None and (yes or not question.needed)
        return question.proposal if taken else None

    questions, proposed = needed(opened.form, said, opened.known, chosen)
    if not questions:
        return proposed
    told = {*said.answers, *(question.topic for question in questions)}
    for topic in Topic:
        for answer in proposed.all(topic) if topic in told else ():
            command += [f"--{topic.value}", answer]
    options = tuple(f"--{question.topic.value}" for question in questions)
    tell([problem(FORM_NOT_FULLY_SAID, opened.form.where, options=options)])
    show_needed(command, questions)
    raise typer.Exit(Exit.INPUT_PROBLEMS)


def _command(file: Path, workspace: Path | None, out: Path | None, sheet: str | None) -> list[str]:
    """Begin the command line that is shown to be copied."""
    given = (("--workspace", workspace), ("--out", out), ("--sheet", sheet))
    return ["ipak", "rubric", "new", str(file), *(str(each) for pair in given if pair[1] for each in pair)]


def _make(opened: OpenForm, said: Said, place: Place, workspace: Path | None) -> None:
    """Make it, show what the file scores with it, and say what comes next."""
    from ipak_cli import __version__
    from ipak_cli.base.problem import has_errors
    from ipak_cli.base.provenance import Tool
    from ipak_cli.cli.outcome import tell
    from ipak_cli.cli.workspaces import writing
    from ipak_cli.jobs.new_rubric import make_rubric
    from ipak_cli.terminal.console import show_result
    from ipak_cli.terminal.new_rubric import show_made

    with writing(place.workspace, as_json=False):
        made = make_rubric(opened, said, place, Tool("ipak", __version__))
    failed = has_errors(made.result.problems)
    if not failed:
        show_result(made.result)
    sys.stdout.flush()
    tell(made.result.problems)
    where = ["--workspace", str(workspace)] if workspace else []
    own = ["--rubric", str(made.file)] if made.file and (place.workspace is None or place.out) else []
    show_made(made, ["ipak", "score", str(opened.path), *own, *where])
    if failed:
        raise typer.Exit(Exit.INPUT_PROBLEMS)
