"""``ipak run``, ``status`` and ``schedule``: everything that is new done, how that went, and every day."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import time as clock_time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipak_cli.cli.options import Exit, Json, Quiet
from ipak_cli.workspace.this_computer import now, this_process

if TYPE_CHECKING:
    from ipak_cli.base.problem import Problem
    from ipak_cli.run.engine import RunDone
    from ipak_cli.run.values import Watcher

_PAUSE = 0.25
"""Seconds between two looks at a file that is new."""

_LONGEST = 86_400
"""Seconds, at most, that a run waits for anything: a day later the next one begins."""

Folder = Annotated[
    Path | None,
    typer.Argument(metavar="[DIR]", help="Ruang kerja, atau folder di atas banyak ruang kerja."),
]
Wait = Annotated[
    float,
    typer.Option(min=0, max=_LONGEST, metavar="DETIK", help="Lama menunggu ruang kerja yang sedang dipakai."),
]
Fresh = Annotated[
    float,
    typer.Option(
        min=0, max=_LONGEST, metavar="DETIK", help="Biarkan dulu masukan yang berubah selama ini terakhir."
    ),
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
        apart=True,
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
        with ProgressBars() as bar:
            yield bar
    else:
        yield Nobody()


def _show(done: RunDone, *, as_json: bool, quiet: bool) -> None:
    """Tell what was done: all of it on a terminal, elsewhere what failed and what waits, for cron."""
    from ipak_cli.cli.outcome import end_with, tell
    from ipak_cli.documents.write import to_json
    from ipak_cli.run.engine import problems_of
    from ipak_cli.run.values import Outcome
    from ipak_cli.terminal.console import stdout
    from ipak_cli.terminal.run import run_view, waiting_lines

    looked_at = sys.stdout.isatty() and not quiet
    if as_json:
        sys.stdout.write(to_json(done))
    elif done.dry or looked_at:
        stdout().print(run_view(done))
    sys.stdout.flush()
    silent = done.outcome is Outcome.DONE and not (looked_at or done.dry)
    tell(problems_of(done), quiet=silent)
    if silent and not quiet:
        end_with(*waiting_lines(done))
    if done.outcome is Outcome.FAILED:
        raise typer.Exit(Exit.INPUT_PROBLEMS)
    if done.outcome is Outcome.BUSY:
        raise typer.Exit(Exit.BUSY)


_AGE = re.compile(r"(\d{1,5})(h|d|w)")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


def _age(text: str) -> timedelta:
    found = _AGE.fullmatch(text.strip().lower())
    if found is None:
        raise typer.BadParameter(f"“{text}” bukan umur; tulis misalnya 36h (jam), 100d (hari), 2w (minggu)")
    return int(found[1]) * _UNITS[found[2]]


MaxAge = Annotated[
    timedelta | None,
    typer.Option(
        parser=_age, metavar="100d", help="Kode keluar 3 bila keberhasilan terakhir lebih lama dari ini."
    ),
]


def status(
    folder: Folder = None, max_age: MaxAge = None, as_json: Json = False, quiet: Quiet = False
) -> None:
    """Tampilkan kapan terakhir berhasil, apa yang kurang, dan apa yang menunggu; tidak ada yang ditulis."""
    from ipak_cli import __version__
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.base.provenance import Tool
    from ipak_cli.cli.outcome import leave_with, tell
    from ipak_cli.documents.write import to_json
    from ipak_cli.run.status import Asked, problems_of, status_below
    from ipak_cli.terminal.console import stdout
    from ipak_cli.terminal.run import status_view
    from ipak_cli.workspace.layout import must_find_workspace

    asked = Asked(Tool("ipak", __version__), now(), max_age)
    try:
        target = must_find_workspace(None, Path.cwd(), os.environ) if folder is None else folder
        found = status_below(target, asked)
    except ProblemsFoundError as refusal:
        leave_with(refusal.problems, as_json=as_json)
    if as_json:
        sys.stdout.write(to_json(found))
    elif not quiet:
        stdout().print(status_view(found))
    sys.stdout.flush()
    tell(problems_of(found))
    if found.overdue:
        raise typer.Exit(Exit.GATE_NOT_MET)
    if not found.sound:
        raise typer.Exit(Exit.INPUT_PROBLEMS)


_DEFAULT = clock_time(2)


def _time(text: str) -> clock_time:
    hour, colon, minute = text.replace(".", ":").partition(":")
    try:
        if not (colon and len(minute) == 2 and f"{hour}{minute}".isdecimal()):
            raise ValueError
        return clock_time(int(hour), int(minute))
    except ValueError:
        raise typer.BadParameter(f"“{text}” bukan jam; tulis misalnya 02:00") from None


def schedule(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Ruang kerja.")] = None,
    at: Annotated[
        clock_time | None,
        typer.Option("--time", parser=_time, metavar="02:00", help="Jam setiap hari; bawaan 02:00."),
    ] = None,
) -> None:
    """Tampilkan jadwal siap pakai untuk cron, systemd atau Task Scheduler; tidak ada yang dipasang."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.cli.outcome import leave_with, tell
    from ipak_cli.jobs.setup import make_schedule
    from ipak_cli.terminal.run import recipe_text
    from ipak_cli.workspace.layout import must_find_workspace

    try:
        workspace = must_find_workspace(folder, Path.cwd(), os.environ)
        made = make_schedule(workspace.absolute(), own_command(), at or _DEFAULT)
    except ProblemsFoundError as refusal:
        leave_with(refusal.problems)
    for recipe in made.recipes:
        sys.stdout.write(recipe_text(recipe))
    sys.stdout.flush()
    tell(made.problems)


def own_command() -> tuple[str, ...]:
    """Return the command line that starts this very program from any folder, without a search path."""
    script = Path(sys.executable).with_name("ipak.exe" if os.name == "nt" else "ipak")
    return (str(script),) if script.is_file() else (sys.executable, "-P", "-m", "ipak_cli")
