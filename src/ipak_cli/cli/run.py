"""``ipak run``: do everything that is new, in a workspace or in all below a folder."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipak_cli.cli.options import Exit, Json, Quiet

if TYPE_CHECKING:
    from ipak_cli.base.problem import Problem
    from ipak_cli.run.engine import RunDone
    from ipak_cli.run.values import Watcher

_PAUSE = 0.25
"""Seconds between two looks at a file that is new."""

Folder = Annotated[
    Path | None,
    typer.Argument(metavar="[DIR]", help="Ruang kerja, atau folder di atas banyak ruang kerja."),
]
Wait = Annotated[
    float, typer.Option(min=0, metavar="DETIK", help="Lama menunggu ruang kerja yang sedang dipakai.")
]
Fresh = Annotated[
    float, typer.Option(min=0, metavar="DETIK", help="Biarkan dulu masukan yang berubah selama ini terakhir.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Tampilkan apa yang akan dikerjakan, dan mengapa; tanpa menulis.")
]


def run(
    folder: Folder = None,
    dry_run: DryRun = False,
    wait: Wait = 0,
    fresh: Fresh = 2,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Kerjakan semua masukan yang baru atau berubah: hitung, nilai, dan perbarui laporannya."""
    from ipak_cli import __version__
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.base.provenance import Tool
    from ipak_cli.cli.outcome import leave_with
    from ipak_cli.cli.writing import now, this_process
    from ipak_cli.run.engine import RunRequest, run_below
    from ipak_cli.terminal.console import log_words, problem_lines
    from ipak_cli.workspace.layout import must_find_workspace

    def lines(problems: Sequence[Problem]) -> list[str]:
        return [text.plain for text in problem_lines(problems)]

    request = RunRequest(
        tool=Tool("ipak", __version__),
        me=this_process(now()),
        clock=now,
        pause=lambda: time.sleep(_PAUSE),
        lines=lines,
        words=log_words,
        wait=wait,
        fresh=fresh,
        dry=dry_run,
    )
    try:
        target = must_find_workspace(None, Path.cwd(), os.environ) if folder is None else folder
        with _watcher(shown=sys.stderr.isatty() and not quiet) as watcher:
            done = run_below(target, request, watcher)
    except ProblemsFoundError as found:
        leave_with(found.problems, as_json=as_json)
    _show(done, as_json=as_json, quiet=quiet)


@contextmanager
def _watcher(*, shown: bool) -> Iterator[Watcher]:
    """Show a bar where somebody looks."""
    from ipak_cli.terminal.run import Nobody, ProgressBars

    if shown:
        with ProgressBars() as bars:
            yield bars
    else:
        yield Nobody()


def _show(done: RunDone, *, as_json: bool, quiet: bool) -> None:
    """Tell what was done: all of it on a terminal, only what failed elsewhere, so that cron stays silent."""
    from ipak_cli.cli.outcome import tell
    from ipak_cli.documents.write import to_json
    from ipak_cli.run.engine import problems_of
    from ipak_cli.run.values import Outcome
    from ipak_cli.terminal.console import stdout
    from ipak_cli.terminal.run import run_view

    looked_at = sys.stdout.isatty() and not quiet
    if as_json:
        sys.stdout.write(to_json(done))
    elif done.dry or looked_at:
        stdout().print(run_view(done))
    sys.stdout.flush()
    silent = done.outcome is Outcome.DONE and not (looked_at or done.dry)
    tell(problems_of(done), quiet=silent)
    if done.outcome is Outcome.FAILED:
        raise typer.Exit(Exit.INPUT_PROBLEMS)
    if done.outcome is Outcome.BUSY:
        raise typer.Exit(Exit.BUSY)
