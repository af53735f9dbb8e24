"""``ipak rubric``: the shipped rubrics, a user's own, the linter and the JSON Schema."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

T = TypeVar("T")

_HELP = "Rubrik: daftar, isi, pemeriksaan dan skema."

app = typer.Typer(name="rubric", help=_HELP, no_args_is_help=True, rich_markup_mode=None)

Json = Annotated[bool, typer.Option("--json", help="Satu dokumen JSON pada keluaran standar.")]
Name = Annotated[str, typer.Argument(metavar="ID|FILE", help="Nama rubrik bawaan, atau berkas rubrik.")]


class Kind(StrEnum):
    """The kinds of rubric that have a schema."""

    SURVEY = "survey"
    PEKPPP = "pekppp"


@app.command("list")
def list_command(*, as_json: Json = False) -> None:
    """Tampilkan rubrik bawaan."""
    from ipak_cli.cli.rubric_view import show_list
    from ipak_cli.documents.plain import to_json
    from ipak_cli.jobs.rubric import list_document
    from ipak_cli.rubric.shipped import list_shipped

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
    from ipak_cli.cli.rubric_view import show_rubric
    from ipak_cli.documents.plain import to_json
    from ipak_cli.jobs.rubric import show_document
    from ipak_cli.rubric.shipped import load_any, rubric_text

    loaded = _or_leave(load_any, name, as_json=as_json)
    if as_yaml:
        typer.echo(rubric_text(name), nl=False)
    elif as_json:
        typer.echo(to_json(show_document(loaded)), nl=False)
    else:
        show_rubric(loaded)


@app.command("check")
def check_command(name: Name, *, as_json: Json = False) -> None:
    """Periksa sebuah rubrik; setiap kesalahan disebut barisnya."""
    from ipak_cli.cli.rubric_view import show_sound
    from ipak_cli.documents.plain import to_json
    from ipak_cli.jobs.rubric import check_rubric, sound_document

    checked = _or_leave(check_rubric, name, as_json=as_json)
    if as_json:
        typer.echo(to_json(sound_document(checked)), nl=False)
    else:
        show_sound(checked)


@app.command("schema")
def schema_command(kind: Annotated[Kind, typer.Option(help="Jenis rubrik.")] = Kind.SURVEY) -> None:
    """Cetak skema JSON rubrik, untuk penyunting teks."""
    from ipak_cli.rubric.schema import schema_text

    typer.echo(schema_text(kind), nl=False)


def _or_leave(work: Callable[[str], T], name: str, *, as_json: bool) -> T:
    """Return what a job makes of a rubric's name, or leave with the problems that it found."""
    from ipak_cli.cli.outcome import leave_with
    from ipak_cli.problems import ProblemsFoundError

    try:
        return work(name)
    except ProblemsFoundError as found:
        leave_with(found.problems, as_json=as_json)
