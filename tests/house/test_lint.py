"""The linters of the house, inside the one test command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = sys.executable


@pytest.mark.parametrize(
    "command",
    [
        pytest.param([PYTHON, "-m", "ruff", "check", "."], id="ruff check"),
        pytest.param([PYTHON, "-m", "ruff", "format", "--check", "."], id="ruff format"),
        pytest.param([PYTHON, "-m", "mypy"], id="mypy"),
        pytest.param([str(Path(PYTHON).with_name("lint-imports")), "--no-logo"], id="import-linter"),
    ],
)
def test_the_code_passes(command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
