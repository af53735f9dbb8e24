"""Signals at any moment of a run at work: no traceback, and the next run takes over and is right."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from makers.exports import example_rows, write_csv
from makers.nights import office, results
from makers.runs import SLOW, arrive, in_memory

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sends POSIX signals")
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGKILL")
INTERRUPTED = 130


def start(folder):
    return subprocess.Popen(
        [sys.executable, "-m", "ipak_cli", "run", str(folder)],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={"LANG": "C"}, start_new_session=True,
    )  # fmt: skip


def at_work(process, folder):
    """Wait until a run has come to its workspace."""
    while not (folder / ".ipak").exists():
        assert process.poll() is None, process.communicate()
        time.sleep(0.005)
    return time.monotonic()


def unit(root, name):
    folder = office(root / name)
    arrive(folder, "survei.csv", write_csv(root / "survei.csv", example_rows(3)[:12]).read_bytes())
    return folder


def test_a_run_that_gets_a_signal_at_any_moment_shows_no_traceback_and_the_next_one_is_right():
    chance = random.Random(7)  # noqa: S311 (moments, not secrets)
    with in_memory() as root:
        calm = unit(root, "tenang")
        process = start(calm)
        began = at_work(process, calm)
        assert process.communicate() == (b"", b"")
        lasts, wanted = time.monotonic() - began, results(calm)
        for number in range(100 if SLOW else 4):
            sent = signal.Signals[SIGNALS[number % len(SIGNALS)]]
            folder = unit(root, f"unit-{number}")
            process = start(folder)
            at_work(process, folder)
            time.sleep(chance.uniform(0, lasts))
            process.send_signal(sent)
            out, err = process.communicate()
            ends = INTERRUPTED if sent is signal.SIGINT else -sent
            assert process.returncode in (0, ends), (sent, process.returncode, err)
            assert (out, b"Traceback" in err) == (b"", False), (sent, err)
            again = start(folder)
            _, said = again.communicate()
            assert (again.returncode, b"Traceback" in said) == (0, False), said
            assert not (folder / ".ipak" / "lock").exists()
            assert results(folder) == wanted
