"""Whole processes measured: seconds by the clock, seconds of work, and the most memory at one time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

RIVALS = Path(__file__).parent / "rivals"
_IMPORTED = re.compile(r"^import time:.*\|\s*(([\w]+)[\w.]*)$", re.MULTILINE)
# Bytecode is written once and found again, as it is after any installation.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one or the median of several processes took: seconds, seconds of processor time, MB of memory."""

    seconds: float
    work: float
    megabytes: float


class FailedError(Exception):
    """A process that was to be measured ended with an error."""


def ipak(*arguments: object) -> tuple[str, ...]:
    """Return the command line of ``ipak``."""
    return (sys.executable, "-m", "ipak_cli", *map(str, arguments))


def rival(name: str, *arguments: object) -> tuple[str, ...]:
    """Return the command line of an alternative."""
    return (sys.executable, str(RIVALS / f"{name}.py"), *map(str, arguments))


def libraries_of(*arguments: object) -> tuple[str, ...]:
    """Return the modules of other projects that a command line of ``ipak`` imports, in their order."""
    command = (sys.executable, "-X", "importtime", *ipak(*arguments)[1:])
    told = subprocess.run(command, env=_ENVIRONMENT, capture_output=True, text=True, check=True)  # noqa: S603 (as below)
    ours = sys.stdlib_module_names | {"ipak_cli"}
    return tuple(name for name, top in _IMPORTED.findall(told.stderr) if top not in ours)


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder. Raises ``FailedError`` with what it wrote when it fails."""
    with TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 (our own)
            command, cwd=folder, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=errors
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            raise FailedError(f"{' '.join(command)}: {errors.read().decode(errors='replace')}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def typical(costs: Sequence[Cost]) -> Cost:
    """Return the medians."""
    return Cost(
        median(cost.seconds for cost in costs),
        median(cost.work for cost in costs),
        median(cost.megabytes for cost in costs),
    )


def in_turn(commands: Sequence[Sequence[str]], folder: Path, times: int) -> list[Cost]:
    """Run commands one after the other, so many times round, and return each one's medians.

    A first round is not counted where there is more than one: it warms the disk's cache.
    """
    rounds = [[run(command, folder) for command in commands] for _ in range(times + (times > 1))]
    return [typical(costs) for costs in zip(*rounds[times > 1 :], strict=True)]
