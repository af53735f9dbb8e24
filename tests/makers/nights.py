"""Nights of an office: sources that change, at any moment of a run, and what a first run over them gives."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from typing import TYPE_CHECKING, Final

from ipak_cli.base.provenance import Tool
from ipak_cli.run.status import Asked, status_below
from makers.exports import example_rows, write_csv
from makers.runs import LONG_AGO, NIGHT, VERSION, arrive, in_memory, outputs, run, workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipak_cli.run.status import WorkspaceStatus


def export(period: int, rows: int) -> bytes:
    """Return the first rows of a period's example as a CSV file."""
    with in_memory() as folder:
        return write_csv(folder / "ekspor.csv", example_rows(period)[:rows]).read_bytes()


MADE: Final = ("hasil", "laporan", ".ipak")
"""What runs make."""
EXPORTS: Final = {(period, rows): export(period, rows) for period in (2, 3) for rows in (10, 11, 12)}
"""Exports by their period and how many rows they have."""
AGAIN: Final = (
    EXPORTS[3, 12]
    .replace(b"2024-07", b"2024-10")
    .replace(b"2024-08", b"2024-11")
    .replace(b"2024-09", b"2024-12")
)
"""The answers of the third period, handed in again as those of the fourth."""
MOVED: Final = tuple(
    EXPORTS[2, 12]
    .replace(b"2024-04", f"2023-{month:02}".encode())
    .replace(b"2024-05", f"2023-{month + 1:02}".encode())
    .replace(b"2024-06", f"2023-{month + 2:02}".encode())
    for month in (1, 4, 7)
)
"""The same answers, dated in the first, the second and the third period of another year."""
_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_CHANGES: Final = {
    "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "os.link",
}  # fmt: skip


def office(folder: Path, *names: str) -> Path:
    """Make a workspace that says nothing in its settings."""
    made = workspace(folder, *names)
    (made / "ipak.yaml").write_text("version: 1\n")
    return made


def results(folder: Path) -> dict[str, bytes]:
    """Return all results and reports, and what is told of inputs; not what earlier or killed runs left."""
    made = outputs(folder)
    return {
        name: data
        for name, data in made.items()
        if not (name.startswith(".ipak/") or "/lama/" in name or name.endswith(".tmp"))
    }


def fresh(folder: Path) -> dict[str, bytes]:
    """Return what a first run over the same sources gives."""
    with in_memory() as other:
        copy = other / "unit"
        shutil.copytree(folder, copy, ignore=lambda at, _: MADE if at == str(folder) else ())
        run(copy)
        return results(copy)


def word(folder: Path) -> tuple[WorkspaceStatus, bool]:
    """Return the status of a workspace, and whether it says that all is well."""
    found = status_below(folder, Asked(Tool("ipak", VERSION), NIGHT)).workspaces[0]
    return found, found.sound and not (found.waiting or found.outdated or found.failed or found.overdue)


class Interfering:
    """A watcher that does something when some step begins."""

    workspaces = workspace = steps = staticmethod(lambda *_: None)

    def __init__(self, at: int, change: Callable[[], object]) -> None:
        """Do the change when the so-manieth step begins."""
        self.at, self.change, self.seen = at, change, 0

    def step(self, _: object) -> None:
        """Begin a step."""
        self.seen += 1
        if self.seen == self.at:
            self.change()


def apply(folder: Path, change: tuple[str, int], when: int) -> None:
    """Change a source of the workspace, as people do while a run works."""
    name, what = change
    if name == "ipak.yaml":
        periods = "\n".join(f"  {period}-2024: {{population: {what}}}" for period in ("II", "III"))
        (folder / name).write_text(f"version: 1\nperiods:\n{periods}\n")
    elif name == "rusak.xlsx":
        if what:
            arrive(folder, name, b"PK\x03\x04 bukan arsip", LONG_AGO + when)
        else:
            (folder / "masuk" / name).unlink(missing_ok=True)
    elif name == "lagi.csv":
        # A second export of the third period, which contradicts the first unless it is the same.
        if what:
            arrive(folder, name, EXPORTS[3, what], LONG_AGO + when)
        else:
            (folder / "masuk" / name).unlink(missing_ok=True)
    elif name == "pindah.csv":
        arrive(folder, name, MOVED[what], LONG_AGO + when)
    elif name == "tw4.csv":
        arrive(folder, name, AGAIN, LONG_AGO + when)
    else:
        if name.endswith("tw2.csv"):
            other = "tw2.csv" if name.startswith("lain/") else "lain/tw2.csv"
            (folder / "masuk" / other).unlink(missing_ok=True)
        arrive(folder, name, EXPORTS[int(name[-5]), what], LONG_AGO + when)


def die_at(step: int) -> None:
    """Have this process killed just before its so-manieth write."""
    left, fsync = [step], os.fsync

    def count() -> None:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    def seen(event: str, arguments: tuple[object, ...]) -> None:
        if event in _CHANGES or (event == "open" and arguments[2] & _WRITES):
            count()

    def counted(descriptor: int) -> None:
        count()
        fsync(descriptor)
        count()

    os.fsync = counted
    sys.addaudithook(seen)
