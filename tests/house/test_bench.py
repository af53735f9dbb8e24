"""The bench runs: every comparison has its line, whatever the figures on tiny files are."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
JOBS = (
    "ipak --help", "ipak --version", "ipak score", "ipak report",
    "ipak score --xlsx", "ipak run", "ipak open", "a million rows more",
)  # fmt: skip


def test_the_bench_compares_every_job_and_writes_its_figures(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--small", "--json", str(tmp_path / "bench.json")],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr

    compared = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))["comparisons"]
    assert [job for job in JOBS if not any(line["job"].startswith(job) for line in compared)] == []
    assert all(line["ours"]["seconds"] > 0 and line["theirs"]["seconds"] > 0 for line in compared)
    assert all(f"| {line['job']}" in done.stdout for line in compared)
