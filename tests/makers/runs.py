"""Workspaces made of the examples, and runs over them at a time that the test names."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from ipak_cli import __version__
from ipak_cli.base.provenance import Tool
from ipak_cli.run.engine import RunRequest, run_below
from ipak_cli.terminal.console import log_words, problem_lines
from ipak_cli.terminal.run import Nobody
from ipak_cli.workspace.lock_owner import this_holder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.run.engine import RunDone
    from ipak_cli.run.values import Watcher

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
NIGHT: Final = datetime(2025, 1, 3, 2, 0, tzinfo=UTC)
VERSION: Final = __version__
LONG_AGO: Final = 1_700_000_000
"""When inputs arrived, seconds since 1970."""
SLOW: Final = os.environ.get("IPAK_SLOW_TESTS") == "1"
"""Whether kills and runs at once are tried as often as the promise names, instead of a few times."""
BROKEN: Final = b"PK\x03\x04 bukan arsip"
"""An input that cannot be read."""
NOBODY: Final = Nobody()
QUICK: Final = ("html", "md")
"""The formats of a report that take little of a run's time: PDF, Word and workpaper take most of it."""
PLAIN: Final = f"version: 1\nformats: [{', '.join(QUICK)}]\n"
"""Settings that say no more than these formats."""
ALL: Final = ()
"""No format that the settings name: a report is made in all."""
_MOMENTS: Final = re.compile(rb'"(changed|evidence)": ("[0-9a-f]*"|[0-9]+)')


def copy_settings(folder: Path) -> None:
    """Copy the example's settings into a folder, and the logos and annexes that they name."""
    shutil.copy(EXAMPLES / "ipak.yaml", folder)
    for name in ("logo", "lampiran"):
        shutil.copytree(EXAMPLES / name, folder / name)


def workspace(folder: Path, *inputs: str, formats: Sequence[str] = QUICK) -> Path:
    """Make a workspace with the example's settings and evidence, and some of its inputs.

    A report is made in the ``formats``.
    """
    (folder / "masuk").mkdir(parents=True)
    copy_settings(folder)
    if formats:
        with (folder / "ipak.yaml").open("a", encoding="utf-8") as settings:
            settings.write(f"\nformats: [{', '.join(formats)}]\n")
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


def run(
    folder: Path,
    *,
    dry: bool = False,
    version: str = VERSION,
    nights: int = 0,
    watcher: Watcher = NOBODY,
    apart: bool = False,
) -> RunDone:
    """Run a folder's workspaces, so many nights after the first."""
    now = NIGHT + timedelta(days=nights)
    request = RunRequest(
        tool=Tool("ipak", version),
        me=this_holder(now, version, f"malam-{nights}"),
        clock=lambda: now,
        pause=lambda: None,
        lines=_lines,
        words=log_words,
        dry=dry,
        apart=apart,
    )
    return run_below(folder, request, watcher)


def _lines(problems: Sequence[Problem]) -> list[str]:
    return [text.plain for text in problem_lines(problems)]


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return every file's bytes and time, but for the state, which each run dates, and the lock's gate."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in {"state.json", "gate"}
    }


def outputs(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all that a run makes for people and for the next run, by their names.

    But for the moments that the system alone sets, which differ in workspaces that are alike.
    """
    found = [path for name in ("hasil", "laporan") for path in sorted((folder / name).rglob("*"))]
    found += sorted((folder / ".ipak").glob("*.json"))
    return {path.relative_to(folder).as_posix(): undated(path) for path in found if path.is_file()}


def undated(path: Path) -> bytes:
    """Return what a file of a workspace holds, without the moments that the system alone sets."""
    content = path.read_bytes()
    return _MOMENTS.sub(rb'"\1": 0', content) if path.name == "memory.json" else content


@contextmanager
def in_memory() -> Iterator[Path]:
    """Make a folder on a disk in memory where the system has one: a thousand flushes take long elsewhere."""
    shm = Path("/dev/shm")  # noqa: S108 (the name of that disk)
    with TemporaryDirectory(prefix="ipak-", dir=shm if os.access(shm, os.W_OK) else None) as folder:
        yield Path(folder).resolve()


def start_script(script: Path, *arguments: str | Path, before: Sequence[str] = ()) -> str:
    """Run a script that forks children of its own, to its good end; return what it printed."""
    paths = os.pathsep.join(map(str, (Path(__file__).parents[1], *sys.path)))
    command = [*before, sys.executable, str(script), *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": paths, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=3600, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def child(work: Callable[[], int | None]) -> int:
    """Do some work in a child process that never comes back; return its id."""
    process = os.fork()
    if process:
        return process
    try:
        code = work() or 0
    except BaseException as fault:  # noqa: BLE001 (a child must not go on with its parent's work)
        os.write(2, f"child: {fault!r}\n".encode())
        code = 99
    os._exit(code)


def ended(process: int) -> int:
    """Wait for a child; return its exit code, or the signal that ended it below zero."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def remember_figures(put: Callable[[object, str, object], None] = setattr) -> None:
    """Remember rubrics and pages once made in this process and its children; all else is done in full."""
    from ipak_cli.jobs import open_workspace, report  # noqa: PLC0415 (only children need all this)

    parse, parsed = open_workspace.parse_as_survey, {}

    def parse_once(document):
        key = repr(document.data)
        if key not in parsed:
            parsed[key] = parse(document)
        return parsed[key]

    put(open_workspace, "parse_as_survey", parse_once)
    write, known = report._written, []

    def written(*given):
        for before, files in known:
            if before == given:
                return files
        known.append((given, write(*given)))
        return known[-1][1]

    put(report, "_written", written)
