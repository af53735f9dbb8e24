"""A run opens each file once: inputs, settings, rubrics, stored results, its memory, templates."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from makers.exports import example_rows, write_xlsx
from makers.runs import ALL, EXAMPLES, arrive, workspace

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="the system does not tell what a descriptor stands for"
)
INPUTS = sorted(path.name for path in (EXAMPLES / "masuk").iterdir() if path.is_file())

# Runs the command line, then prints how often each file of ours was opened for reading.
COUNTED = """
import collections, json, os, sys
from pathlib import Path
from ipak_cli.cli.app import run
from makers.watched_files import WRITES, watch

opened = collections.Counter()
OURS = tuple(os.path.realpath(folder) for folder in sys.argv[1:])

def seen(path, flags):
    path = os.path.realpath(path)
    if not flags & WRITES and path.startswith(OURS) and not os.path.isdir(path):
        if not path.endswith((".py", ".pyc")):
            opened[path] += 1

watch(seen, lambda _: None)
code = run(["run", sys.argv[1], "--fresh", "0"])
print(json.dumps([code, opened]))
"""


def opened_by_a_run(folder):
    """Return the exit code and how often each file was opened, but for what each writing looks at.

    That is the lock, and what was written before: each report is made in a process of its own.
    """
    ours = [folder, *(EXAMPLES.parent / name for name in ("rubrics", "templates"))]
    done = subprocess.run(
        [sys.executable, "-c", COUNTED, *map(str, ours)], capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
    )  # fmt: skip
    code, opened = json.loads(done.stdout)
    looked_at = {folder / ".ipak" / name for name in ("lock", "holder.json", "written.json")}
    return code, {Path(path): times for path, times in opened.items() if Path(path) not in looked_at}


def test_a_run_over_the_example_opens_each_file_once_and_so_does_the_next_with_a_changed_input(tmp_path):
    folder = workspace(tmp_path.resolve() / "unit", *INPUTS, formats=ALL)
    code, opened = opened_by_a_run(folder)
    assert code == 0
    read = {path.relative_to(folder).as_posix() for path in opened if path.is_relative_to(folder)}
    assert {"ipak.yaml", *(f"masuk/{name}" for name in INPUTS)} <= read
    assert {"ipak-ipkp.yaml", "pekppp-2025.yaml"} <= {path.name for path in opened}
    assert {path: times for path, times in opened.items() if times > 1} == {}

    export = write_xlsx(tmp_path / "ekspor.xlsx", example_rows(3)[:12])
    arrive(folder, "ipak-ipkp-2024-tw3.xlsx", export.read_bytes())
    code, opened = opened_by_a_run(folder)
    read = {path.relative_to(folder).as_posix() for path in opened if path.is_relative_to(folder)}
    periods = ("I", "II", "III", "IV")
    assert {".ipak/memory.json", *(f"hasil/{name}-2024/survey.json" for name in periods)} <= read
    # What a file is about to be replaced by is compared with it, where it has as many bytes.
    replaced = {path for path in opened if "laporan" in path.parts or path.name == "state.json"}
    assert {path: times for path, times in opened.items() if times > 1 and path not in replaced} == {}
