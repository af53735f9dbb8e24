"""Processes make the lake that one makes; an interrupted call leaves one that the next completes."""

import os
import subprocess
import sys

import pytest

from ipak_cli.rollup.lake import open_to_read
from ipak_cli.rollup.store import rows
from ipak_cli.rollup.views import NAMES
from makers.unit_documents import answers, put, rolled

PERIODS = ("III-2024", "IV-2024")
INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from ipak_cli.rollup import gather
from ipak_cli.rollup.run import Sources, roll_up
from ipak_cli.rollup.selection import Asked
from makers.unit_documents import TOOL

class Interrupting:
    heard = 0
    def begin(self, what, count):
        pass
    def done(self, count):
        self.heard += count
        if self.heard >= 100:
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
gather.BATCH = 40
tree, lake, processes = sys.argv[1:]
try:
    roll_up(Sources((Path(tree),), None, Path(lake), int(processes)), Asked(today="2025-01-01"), TOOL,
            Interrupting())
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    folder = tmp_path_factory.mktemp("unit")
    for number in range(120):
        for period in PERIODS:
            put(folder / f"u{number:03}", f"U{number:03}", period, answers(fours=10 + number % 7, threes=3))
    return folder


def run(*command):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, *map(str, command)], capture_output=True, check=False, timeout=600, env=environment
    )
    assert (done.returncode, done.stderr) == (0, b""), done.stderr[-2000:]
    return done.stdout


def answered(lake):
    db = open_to_read(lake).db
    return {name: db.view(name).order("ALL").fetchall() for name in NAMES}


def test_two_processes_give_the_bytes_of_one(tree, tmp_path):
    lakes = [tmp_path / "satu", tmp_path / "dua"]
    one, two = (
        run("-m", "ipak_cli", "rollup", tree, "--lake", lake, "--json", "--quiet", "--processes", count)
        for count, lake in enumerate(lakes, start=1)
    )
    assert one.count(b'"U119"') > 0
    assert one == two
    first, second = map(answered, lakes)
    assert first == second
    assert len(first["items"]) == 120 * len(PERIODS) * 4


@pytest.mark.skipif(os.name == "nt", reason="interrupts with a POSIX signal")
@pytest.mark.parametrize("processes", [1, 2])
def test_an_interrupted_call_leaves_a_lake_that_the_next_one_completes(tree, tmp_path, processes):
    lake = tmp_path / "danau"
    assert run("-c", INTERRUPTED, tree, lake, processes) == b"interrupted\n"
    [(kept,)] = rows(open_to_read(lake).db, "SELECT count(*) FROM data.documents")
    assert 0 < kept < 240
    assert rolled(tree, lake=lake) == rolled(tree)
    rolled(tree, lake=tmp_path / "utuh")
    assert answered(lake) == answered(tmp_path / "utuh")
