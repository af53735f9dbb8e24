"""Exports without a workspace: thousands of small ones, one huge one of many units, and a cluster at hand."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING

from bench.data import EXAMPLES, csv_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROWS = 40
"""Responses of a small export."""
PER_UNIT = 1_000
"""Rows of each unit in the huge one, which come in turn, as the answers of a national form do."""
FEW = 50
"""Exports that are read before a cluster has started."""
_WRITTEN = 5_000
_SECONDS = 60


def small_exports(folder: Path, count: int) -> Path:
    """Make so many exports, one in ten a workbook, of units with two quarters each."""
    place = folder / f"ekspor-{count}"
    if place.exists():
        return place
    text = csv_file(folder, ROWS * 8).read_text(encoding="utf-8").splitlines(keepends=True)
    book = (EXAMPLES / "masuk" / "ipak-ipkp-2024-tw3.xlsx").read_bytes()
    place.mkdir()
    for number in range(count):
        unit, quarter = divmod(number, 2)
        if number % 10 == 0:
            (place / f"Unit {unit:05d}-III-2024.xlsx").write_bytes(book)
        else:
            rows = text[1 + number % 7 : 1 + number % 7 + ROWS]
            of_quarter = rows if quarter == 0 else [row.replace("2024/0", "2023/0", 1) for row in rows]
            year = 2024 - quarter
            path = place / f"Unit {unit:05d}-III-{year}.csv"
            path.write_text(text[0] + "".join(of_quarter), encoding="utf-8")
    return place


def units_of(rows: int) -> int:
    """Return how many units so many rows are of."""
    return max(2, rows // PER_UNIT)


def file_of_units(folder: Path, rows: int, units: int) -> Path:
    """Make one CSV file of so many responses of so many units."""
    path = folder / f"{rows}-dari-{units}-unit.csv"
    if path.exists():
        return path
    with csv_file(folder, rows).open(encoding="utf-8") as whole, path.open("w", encoding="utf-8") as file:
        file.write(f"unit,{next(whole)}")
        lines = (f"Unit {number * 7919 % units:05d},{line}" for number, line in enumerate(whole))
        while part := "".join(islice(lines, _WRITTEN)):
            file.write(part)
    return path


def has_dask() -> bool:
    """Tell whether a cluster can be started."""
    return find_spec("distributed") is not None


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[str]:
    """Give the address of a scheduler on the loopback with so many workers of one thread."""
    file = folder / "penjadwal.json"
    file.unlink(missing_ok=True)
    where = ("--host", "127.0.0.1", "--no-dashboard")
    started = [_dask("scheduler", *where, "--port", "0", "--no-show", "--scheduler-file", str(file))]
    try:
        address = _address(file)
        started += [_dask("worker", address, *where, "--nthreads", "1", "--no-nanny") for _ in range(workers)]
        from distributed import Client  # noqa: PLC0415 (an extra of the package)

        with Client(address, timeout=_SECONDS, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=_SECONDS)
        yield address
    finally:
        for process in started:
            process.kill()
            process.wait()


def _dask(*arguments: str) -> subprocess.Popen[bytes]:
    command = (sys.executable, "-m", "dask", *arguments)
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 (our own)


def _address(file: Path) -> str:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        try:
            return str(json.loads(file.read_text(encoding="utf-8"))["address"])
        except (OSError, ValueError):
            time.sleep(0.05)
    raise TimeoutError("the scheduler did not start")
