"""``ipak schedule``: print what makes a computer run a workspace every day."""

from __future__ import annotations

import os
import sys
from datetime import time
from pathlib import Path
from typing import Annotated

import typer

_DEFAULT = time(2)


def _time(text: str) -> time:
    hour, colon, minute = text.replace(".", ":").partition(":")
    try:
        if not (colon and len(minute) == 2 and f"{hour}{minute}".isdecimal()):
            raise ValueError
        return time(int(hour), int(minute))
    except ValueError:
        raise typer.BadParameter(f"“{text}” bukan jam; tulis misalnya 02:00") from None


def schedule(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Ruang kerja.")] = None,
    at: Annotated[
        time | None,
        typer.Option("--time", parser=_time, metavar="02:00", help="Jam setiap hari; bawaan 02:00."),
    ] = None,
) -> None:
    """Tampilkan jadwal siap pakai untuk cron, systemd atau Task Scheduler; tidak ada yang dipasang."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.cli.outcome import leave_with, tell
    from ipak_cli.jobs.schedule import make_schedule
    from ipak_cli.workspace.layout import must_find_workspace

    try:
        workspace = must_find_workspace(folder, Path.cwd(), os.environ)
        made = make_schedule(workspace.absolute(), own_command(), at or _DEFAULT)
    except ProblemsFoundError as refusal:
        leave_with(refusal.problems)
    for recipe in made.recipes:
        sys.stdout.write(f"# {recipe.name}: {recipe.advice}\n{recipe.text}\n")
    sys.stdout.flush()
    tell(made.problems)


def own_command() -> tuple[str, ...]:
    """Return the command line that starts this very program from any folder, without a search path."""
    script = Path(sys.executable).with_name("ipak.exe" if os.name == "nt" else "ipak")
    return (str(script),) if script.is_file() else (sys.executable, "-P", "-m", "ipak_cli")
