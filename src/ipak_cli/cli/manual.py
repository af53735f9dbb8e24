"""``ipak manual``: the manual in the browser, or where its file lies."""

from __future__ import annotations

import webbrowser
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Final

import typer

_PAGE: Final = "panduan.html"
_PDF: Final = "panduan.pdf"

Pdf = Annotated[bool, typer.Option("--pdf", help="Panduan sebagai PDF, untuk dicetak.")]
PathAlone = Annotated[
    bool, typer.Option("--path", "--letak", help="Cetak letak berkasnya, jangan buka peramban.")
]


def manual(pdf: Pdf = False, path: PathAlone = False) -> None:
    """Buka panduan ipak di peramban; ada pencariannya, dan tidak memerlukan internet."""
    from ipak_cli.base.text import shown

    file = manual_file(_PDF if pdf else _PAGE)
    if path:
        typer.echo(file)
    elif webbrowser.open(file.as_uri()):
        typer.echo(f"Panduan dibuka di peramban: {shown(str(file))}", err=True)
    else:
        typer.echo(f"Buka berkas ini di peramban: {shown(str(file))}", err=True)


def manual_file(name: str) -> Path:
    """Return a form of the manual: in the installed package, else in the repository's ``docs``."""
    inside = files("ipak_cli") / "manual" / name
    return Path(str(inside)) if inside.is_file() else Path(__file__).parents[3] / "docs" / name
