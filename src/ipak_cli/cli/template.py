"""``ipak template``: write a blank response sheet for a survey rubric."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ipak_cli.cli.options import Exit
from ipak_cli.rubric.load import SURVEY_RUBRIC


def template(
    out: Annotated[Path, typer.Argument(metavar="OUT.xlsx", help="Berkas yang akan ditulis.")],
    rubric: Annotated[
        str, typer.Option(metavar="ID|FILE", help="Rubrik bawaan, atau berkas rubrik sendiri.")
    ] = SURVEY_RUBRIC,
    force: Annotated[bool, typer.Option("--force", help="Timpa berkas yang sudah ada.")] = False,
) -> None:
    """Tulis lembar jawaban kosong untuk sebuah rubrik survei, lengkap dengan daftar pilihan."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.forms.survey import write_survey_template
    from ipak_cli.rubric.load import load_rubric
    from ipak_cli.terminal.console import show_problems

    try:
        loaded = load_rubric(rubric)
        write_survey_template(loaded.rubric, loaded.digest, out, replace=force)
    except ProblemsFoundError as found:
        show_problems(found.problems)
        raise typer.Exit(Exit.INPUT_PROBLEMS) from None
    typer.echo(f"Lembar jawaban ditulis: {out}", err=True)
