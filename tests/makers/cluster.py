"""A real Dask cluster on the loopback: a scheduler and workers as processes, for a bounded time."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module

_SECONDS = 60
_ALONE = ("--nthreads", "1", "--no-nanny")  # nobody starts a worker again that was killed


@dataclass
class Cluster:
    """A scheduler's address, its process, and those of its workers."""

    address: str
    scheduler: subprocess.Popen
    workers: list = field(default_factory=list)

    def add_worker(self):
        """Start another worker of one thread."""
        self.workers.append(_dask("worker", self.address, "--host", "127.0.0.1", *_ALONE))

    def wait_for_workers(self, count):
        """Wait until so many workers have come."""
        with import_module("distributed").Client(
            self.address, timeout=_SECONDS, set_as_default=False
        ) as client:
            client.wait_for_workers(count, timeout=_SECONDS)


@contextmanager
def cluster(folder, workers=2):
    """Give a cluster that ends with the test, whatever happens to it."""
    file = folder / "penjadwal.json"
    where = ("--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file), "--no-show")
    scheduler = _dask("scheduler", *where)
    made = None
    try:
        made = Cluster(_address(file, scheduler), scheduler)
        for _ in range(workers):
            made.add_worker()
        if workers:
            made.wait_for_workers(workers)
        yield made
    finally:
        for process in [*(made.workers if made else ()), scheduler]:
            process.kill()
            process.wait()


def _dask(*arguments):
    command = [sys.executable, "-m", "dask", *arguments, "--no-dashboard"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _address(file, scheduler):
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until and scheduler.poll() is None:
        try:
            return json.loads(file.read_text(encoding="utf-8"))["address"]
        except (OSError, ValueError):
            time.sleep(0.05)
    raise TimeoutError("the scheduler did not start")
