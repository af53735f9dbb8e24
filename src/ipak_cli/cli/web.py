"""``ipak open``: the same jobs on a page in the browser of this computer."""

from __future__ import annotations

import os
import sys
import tempfile
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from ipak_cli.web.desk import Desk

OPENED: Final = "Halaman dibuka di peramban."
HOW_TO_END: Final = "Tutup halamannya, atau tekan Ctrl-C di sini, untuk selesai."

Place = Annotated[
    Path | None,
    typer.Argument(metavar="[BERKAS|RUANG]", help="Ekspor jawaban, atau ruang kerja; boleh kosong."),
]
NoBrowser = Annotated[
    bool, typer.Option("--no-browser", "--tanpa-peramban", help="Tampilkan alamatnya, jangan buka peramban.")
]
Menu = Annotated[
    bool, typer.Option("--menu", help="Taruh ipak di menu aplikasi Linux, tanpa membuka halamannya.")
]


def open_page(place: Place = None, no_browser: NoBrowser = False, menu: Menu = False) -> None:
    """Buka ipak di peramban: seret berkas ke halamannya, lihat hasilnya, simpan laporannya.

    Halamannya hanya untuk komputer ini; tidak ada yang dikirim ke internet. Tutup halamannya untuk selesai.
    """
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.cli.outcome import leave_with
    from ipak_cli.workspace.this_computer import now

    if menu:
        _add_to_menu(place)
        return
    with tempfile.TemporaryDirectory(prefix="ipak-laman-") as scratch:
        try:
            now()  # a page has no use for a computer of no zone, and could tell it too late
            desk = _desk(place, Path(scratch))
        except ProblemsFoundError as found:
            leave_with(found.problems)
        _serve(desk, no_browser=no_browser)


def _add_to_menu(place: Path | None) -> None:
    """Put what was called here into the menu, with the file or workspace that was named."""
    from ipak_cli.base.text import shown
    from ipak_cli.jobs.menu import add_to_menu

    named = [] if place is None else [str(place.absolute())]
    call = (sys.executable, "-m", "ipak_cli", "open", *named)
    entry = add_to_menu(call, os.environ, platform=sys.platform)
    typer.echo(f"ipak ada di menu aplikasi: {shown(str(entry))}", err=True)


def _serve(desk: Desk, *, no_browser: bool) -> None:
    from ipak_cli.web.server import serve

    def opened(address: str) -> None:
        shown = not no_browser and webbrowser.open(address)
        told = OPENED if shown else f"Buka di peramban komputer ini: {address}"
        typer.echo(f"{told} {HOW_TO_END}", err=True)

    serve(desk, opened=opened)


def _desk(place: Path | None, scratch: Path) -> Desk:
    """Return what the page begins with: the workspace, and the file that was named, as if it were dropped."""
    import shutil

    from ipak_cli.base.problem import ProblemsFoundError, Where, problem
    from ipak_cli.catalogue.usage import NOTHING_TO_OPEN
    from ipak_cli.jobs.setup import make_workspace
    from ipak_cli.tables.missing import advice_on_missing
    from ipak_cli.web.desk import Desk
    from ipak_cli.workspace.layout import find_workspace

    if place is not None and not place.exists():
        advice = advice_on_missing(place)
        raise ProblemsFoundError([problem(NOTHING_TO_OPEN, Where(str(place)), advice=advice)])
    named = place if place is not None and place.is_dir() else None
    workspace = find_workspace(named, Path.cwd(), os.environ)
    own = workspace is not None
    if workspace is None:
        workspace = scratch / "ruang"
        make_workspace(workspace)
    desk = Desk(workspace, scratch, own)
    if place is not None and named is None:
        drop = desk.new_drop([place.name])
        shutil.copyfile(place, drop.paths[0])
        desk.first_page = f"/berkas/{drop.key}"
    return desk
