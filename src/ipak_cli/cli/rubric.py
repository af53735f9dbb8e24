"""``ipak rubric``: the shipped rubrics, a user's own, the linter and the JSON Schema."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

from ipak_cli.base.text import shown
from ipak_cli.cli.completion import rubric_names
from ipak_cli.cli.new_rubric import new
from ipak_cli.cli.options import IndonesianGroup

T = TypeVar("T")
_HELP = "Rubrik: daftar, isi, pemeriksaan dan skema."

app = typer.Typer(name="rubric", help=_HELP, cls=IndonesianGroup, no_args_is_help=True, rich_markup_mode=None)

Json = Annotated[bool, typer.Option("--json", help="Satu dokumen JSON pada keluaran standar.")]
Name = Annotated[
    str,
    typer.Argument(
        metavar="ID|FILE", help="Nama rubrik bawaan, atau berkas rubrik.", autocompletion=rubric_names
    ),
]


class RubricKind(StrEnum):
    """The kinds of rubric that have a schema."""

    SURVEY = "survey"
    PEKPPP = "pekppp"


@app.command("list")
def list_command(*, as_json: Json = False) -> None:
    """Tampilkan rubrik bawaan."""
    from ipak_cli.documents.write import to_json
    from ipak_cli.jobs.rubric import list_document
    from ipak_cli.rubric.load import list_shipped
    from ipak_cli.terminal.rubric import show_list

    rubrics = list_shipped()
    if as_json:
        typer.echo(to_json(list_document(rubrics)), nl=False)
    else:
        show_list(rubrics)


@app.command("show")
def show_command(
    name: Name,
    *,
    as_json: Json = False,
    as_yaml: Annotated[bool, typer.Option("--yaml", help="Berkas rubriknya sendiri, untuk disalin.")] = False,
) -> None:
    """Tampilkan isi sebuah rubrik."""
    from ipak_cli.documents.write import to_json
    from ipak_cli.jobs.rubric import show_document
    from ipak_cli.rubric.load import load_any, rubric_text
    from ipak_cli.terminal.rubric import show_rubric

    loaded = _or_leave(load_any, name, as_json=as_json)
    if as_yaml:
        text = rubric_text(name)
        typer.echo(shown(text) if sys.stdout.isatty() else text, nl=False)  # a copy is the file, to the byte
    elif as_json:
        typer.echo(to_json(show_document(loaded)), nl=False)
    else:
        show_rubric(loaded)


@app.command("check")
def check_command(name: Name, *, as_json: Json = False) -> None:
    """Periksa sebuah rubrik; setiap kesalahan disebut barisnya."""
    from ipak_cli.documents.write import to_json
    from ipak_cli.jobs.rubric import check_rubric, sound_document
    from ipak_cli.terminal.rubric import show_sound

    checked = _or_leave(check_rubric, name, as_json=as_json)
    if as_json:
        typer.echo(to_json(sound_document(checked)), nl=False)
    else:
        show_sound(checked)


app.command("new", short_help="Buat rubrik dari ekspor formulir sendiri.")(new)


@app.command("schema")
def schema_command(
    kind: Annotated[RubricKind, typer.Option(help="Jenis rubrik.")] = RubricKind.SURVEY,
) -> None:
    """Cetak skema JSON rubrik, untuk penyunting teks."""
    from ipak_cli.rubric.schema import schema_text

    typer.echo(schema_text(kind), nl=False)


def _or_leave(work: Callable[[str], T], name: str, *, as_json: bool) -> T:
    """Return what a job makes of a rubric's name, or leave with the problems that it found."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.cli.outcome import leave_with

    try:
        return work(name)
    except ProblemsFoundError as found:
        leave_with(found.problems, as_json=as_json)
