"""A year of several units in a tree: a second run finds nothing to do, and writes that it succeeded."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from makers.exports import example_rows, write_csv
from makers.runs import ALL, arrive, in_memory, snapshot, workspace

UNITS = ("daerah/barat", "daerah/timur", "pusat")
OF_THE_LOCK = ("gate", "lock", "alive", "holder.json", "asked-", ".tmp")
HEAVY = {"pandas", "numpy", "openpyxl", "xlrd", "jinja2"}

# Runs the command line, then prints what it had written and imported.
WATCHED = """
import json, os, sys
from pathlib import Path
from ipak_cli.cli.app import run

if sys.argv[2] == "first":
    from makers.runs import remember_figures
    remember_figures()
from makers.watched_files import WRITES, watch

written = set()
watch(lambda path, flags: written.add(path) if flags & WRITES else None, written.add)
code = run(["run", sys.argv[1]])
print(json.dumps([code, sorted(written), sorted({name.partition(".")[0] for name in sys.modules})]))
"""


@pytest.fixture(scope="module")
def tree():
    with in_memory() as root:
        exports = [write_csv(root / "survei.csv", example_rows(tw)[:12]).read_bytes() for tw in (1, 2, 3, 4)]
        for unit in UNITS:
            folder = workspace(root / "unit" / unit, formats=ALL)
            shutil.rmtree(folder / "bukti")
            for number, export in enumerate(exports, start=1):
                arrive(folder, f"tw{number}.csv", export)
        yield root / "unit"


def watched(folder, night):
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(folder), night], capture_output=True, text=True, check=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[1])},
    )  # fmt: skip
    assert done.stderr == ""
    code, written, modules = json.loads(done.stdout)
    inside = [os.path.relpath(path, folder) for path in written if path.startswith(str(folder))]
    return code, [path for path in inside if not any(part in path for part in OF_THE_LOCK)], set(modules)


@pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="the system does not tell what a descriptor stands for"
)
def test_the_second_run_over_a_year_of_units_writes_the_state_alone_and_loads_no_library(tree):
    code, written, modules = watched(tree, "first")
    assert (code, HEAVY - modules) == (0, {"openpyxl", "xlrd"})
    periods = [f"{period}-2024" for period in ("I", "II", "III", "IV")]
    wanted = {f"{unit}/hasil/{period}/survey.json" for unit in UNITS for period in periods}
    wanted |= {f"{unit}/laporan/{period}/laporan.html" for unit in UNITS for period in periods}
    assert wanted <= set(written)
    before = snapshot(tree)
    code, written, modules = watched(tree, "second")
    assert (code, written) == (0, [f"{unit}/.ipak/state.json" for unit in UNITS])
    assert HEAVY & modules == set()
    assert snapshot(tree) == before
