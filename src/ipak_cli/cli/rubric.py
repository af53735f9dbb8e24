"""``ipak rubric``: the shipped rubrics, a user's own, the linter and the JSON Schema."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ipak_cli.rubric.kinds import LoadedRubric, Rubric

_HELP = "Rubrik: daftar, isi, pemeriksaan dan skema."

app = typer.Typer(name="rubric", help=_HELP, no_args_is_help=True, rich_markup_mode=None)

Json = Annotated[bool, typer.Option("--json", help="Satu dokumen JSON pada keluaran standar.")]
Name = Annotated[str, typer.Argument(metavar="ID|FILE", help="Nama rubrik bawaan, atau berkas rubrik.")]


class Kind(StrEnum):
    """The kinds of rubric that have a schema."""

    SURVEY = "survey"


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
def show_command(name: Name, *, as_json: Json = False) -> None:
    """Tampilkan isi sebuah rubrik."""
    from ipak_cli.cli.rubric_view import show_rubric
    from ipak_cli.documents.plain import to_json
    from ipak_cli.jobs.rubric import show_document

    loaded = _open(name, as_json=as_json)
    if as_json:
        typer.echo(to_json(show_document(loaded)), nl=False)
    else:
        show_rubric(loaded)


@app.command("check")
def check_command(name: Name, *, as_json: Json = False) -> None:
    """Periksa sebuah rubrik; setiap kesalahan disebut barisnya."""
    from ipak_cli.cli.rubric_view import show_sound
    from ipak_cli.documents.plain import to_json
    from ipak_cli.jobs.rubric import sound_document

    loaded = _open(name, as_json=as_json)
    if as_json:
        typer.echo(to_json(sound_document(loaded)), nl=False)
    else:
        show_sound(loaded)


@app.command("schema")
def schema_command(kind: Annotated[Kind, typer.Option(help="Jenis rubrik.")] = Kind.SURVEY) -> None:
    """Cetak skema JSON rubrik, untuk penyunting teks."""
    from ipak_cli.rubric.schema import schema_text

    typer.echo(schema_text(kind), nl=False)


def _open(name: str, *, as_json: bool) -> LoadedRubric[Rubric]:
    """Open a rubric of any kind, or leave with its problems."""
    from ipak_cli.cli.outcome import leave_with
    from ipak_cli.problems import ProblemsFoundError
    from ipak_cli.rubric.shipped import load_any

    try:
        return load_any(name)
    except ProblemsFoundError as found:
        leave_with(found.problems, as_json=as_json)
