"""Workspaces made of the examples, and runs over them at a time that the test names."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.console import problem_lines
from ipak_cli.jobs.run import RunRequest, run_below
from ipak_cli.origin import Tool
from ipak_cli.progress import Nobody
from ipak_cli.workspace.lock import Holder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.jobs.run import RunDone
    from ipak_cli.problems import Problem

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
NIGHT: Final = datetime(2025, 1, 3, 2, 0, tzinfo=UTC)
VERSION: Final = "1.2"
LONG_AGO: Final = 1_700_000_000
"""When inputs arrived, seconds since 1970."""


def workspace(folder: Path, *inputs: str) -> Path:
    """Make a workspace with the example's settings and evidence, and some of its inputs."""
    (folder / "masuk").mkdir(parents=True)
    shutil.copy(EXAMPLES / "ipak.yaml", folder)
    shutil.copytree(EXAMPLES / "bukti", folder / "bukti")
    for name in inputs:
        arrive(folder, name, (EXAMPLES / "masuk" / name).read_bytes())
    return folder


def arrive(folder: Path, name: str, content: bytes, written: float = LONG_AGO) -> Path:
    """Put an input into a workspace, written long ago unless the test says when."""
    path = folder / "masuk" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (written, written))
    return path


def run(folder: Path, *, dry: bool = False, version: str = VERSION, nights: int = 0) -> RunDone:
    """Run a folder's workspaces, so many nights after the first."""
    now = NIGHT + timedelta(days=nights)
    me = Holder(host="kantor", pid=os.getpid(), started=now, version=version, run=f"malam-{nights}")
    request = RunRequest(Tool("ipak", version), me, lambda: now, lambda: None, _lines, dry=dry)
    return run_below(folder, request, Nobody())


def _lines(problems: Sequence[Problem]) -> list[str]:
    return [text.plain for text in problem_lines(problems)]


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return every file's bytes and time, but for the state, which each run dates, and the lock's gate."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in {"state.json", "gate"}
    }
