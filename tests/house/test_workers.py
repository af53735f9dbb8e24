"""The tests run on every core: what any worker's tests raise counts, and a single file starts no workers."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
SUITE = """
import pytest

from ipak_cli.base.problem import Entry, Problem, Severity, Where
from ipak_cli.catalogue.indonesian import CATALOGUE


@pytest.mark.parametrize("code", CATALOGUE)
def test_raises(code, worker_id):
    if code != "F101":
        Problem(Entry(code, Severity.NOTE), Severity.NOTE, Where())
    print("process", worker_id)
"""


def run_suite(folder, *arguments):
    """Run a suite that raises every code but one, each in a test of its own, with what our tests share."""
    tests = folder / "tests"
    tests.mkdir()
    shutil.copy(TESTS / "conftest.py", tests)
    (tests / "test_codes.py").write_text(SUITE)
    (folder / "pytest.ini").write_text(
        f"[pytest]\ntestpaths = tests\npythonpath = {TESTS}\naddopts = -q -rP\n"
    )
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def processes(done):
    return {line.split()[1] for line in done.stdout.splitlines() if line.startswith("process ")}


def test_only_the_code_that_no_worker_raises_fails_the_run(tmp_path):
    done = run_suite(tmp_path, "-n2")
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "no test raises F101\n" in done.stdout
    assert processes(done) == {"gw0", "gw1"}


def test_a_single_file_is_tested_in_the_process_that_was_started(tmp_path):
    done = run_suite(tmp_path, "-nauto", "tests/test_codes.py")
    assert done.returncode == 0, done.stdout
    assert processes(done) == {"master"}
