"""Where cron, systemd and pipes start a run: no terminal, no locale, no home, and nobody who reads."""

import json
import os
import socket
import subprocess
import sys

import pytest

from makers.exports import example_rows, write_csv
from makers.runs import ALL, BROKEN, arrive, in_memory, outputs, workspace

PLACES = {
    "nothing set": {"LANG": "C"},
    "as cron does": {"PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "HOME": "/", "LOGNAME": "kantor"},
    "no home": {"LANG": "C", "HOME": "/dev/null"},
}


@pytest.fixture
def office():
    """Make a workspace whose path is not ASCII."""
    with in_memory() as root:
        folder = workspace(root / "Balai Mutu – “é”", formats=ALL)
        rows = example_rows(3)[:12]
        arrive(folder, "survei.csv", write_csv(root / "survei.csv", rows).read_bytes())
        yield folder


def ipak(*arguments, env=None, stdout=subprocess.PIPE, stderr=subprocess.PIPE):
    return subprocess.run(
        [sys.executable, "-m", "ipak_cli", *map(str, arguments)], cwd="/", stdin=subprocess.DEVNULL,
        stdout=stdout, stderr=stderr, env={"LANG": "C"} if env is None else env,
        start_new_session=True, check=False,
    )  # fmt: skip


def closed_pipe():
    """Return the end of a pipe that nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    return writer


@pytest.mark.parametrize("place", PLACES)
def test_a_run_is_silent_and_right_wherever_it_is_started(office, place):
    done = ipak("run", office, env=PLACES[place])
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    made = outputs(office)
    assert json.loads(made["hasil/III-2024/survey.json"])["respondents"] == 11
    assert "“" in made["laporan/III-2024/laporan.html"].decode("utf-8")


def test_problems_can_be_read_without_a_locale(office):
    arrive(office, "rusak – “é”.xlsx", BROKEN)
    done = ipak("run", office, env={"LC_ALL": "C"})
    assert done.returncode == 1
    assert b"GALAT F108 rusak" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("command", [("run", "--json"), ("run", "--dry-run"), ("status",)], ids=" ".join)
def test_output_that_nobody_reads_is_quiet(office, command):
    writer = closed_pipe()
    try:
        done = ipak(*command, office, stdout=writer)
    finally:
        os.close(writer)
    assert (done.returncode in {0, 1}, done.stderr) == (True, b"")
    assert (office / "hasil").is_dir() == (command == ("run", "--json"))


def test_a_failing_run_whose_errors_nobody_reads_ends_without_a_crash(office):
    arrive(office, "rusak.xlsx", BROKEN)
    writer = closed_pipe()
    try:
        done = ipak("run", office, stdout=writer, stderr=writer)
    finally:
        os.close(writer)
    assert done.returncode
    assert (office / "hasil" / "rusak.xlsx.masalah.txt").is_file()
    assert not (office / ".ipak" / "lock").exists()


def test_a_busy_workspace_found_by_cron_names_the_holder_in_one_line(office):
    own = office / ".ipak"
    own.mkdir()
    holder = {
        "host": "komputer-lain",
        "pid": 7,
        "started": "2025-01-03T02:00:00Z",
        "version": "1",
        "run": "x",
    }
    (own / "lock").write_text("7\nkomputer-lain\n", encoding="utf-8")
    (own / "holder.json").write_text(json.dumps(holder), encoding="utf-8")
    done = ipak("run", office)
    first, *rest = done.stderr.decode().splitlines()
    assert (done.returncode, "komputer-lain" in first, len(rest)) == (75, True, 1)
    assert socket.gethostname() not in first
