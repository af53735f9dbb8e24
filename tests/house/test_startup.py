"""Commands that only tell something start without the libraries that read spreadsheets."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

HEAVY = {"pandas", "numpy", "openpyxl", "xlrd", "ortools", "matplotlib", "jinja2"}
IMPORTED = re.compile(r"^import time:.*\|\s*([\w.]+)$", re.MULTILINE)


def imported_by(*arguments):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "ipak_cli", *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in IMPORTED.findall(done.stderr)}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"], ["--version"], ["explain"], ["explain", "F101"], ["score", "--help"],
        ["template", "--help"], ["rubric", "--help"], ["rubric", "list"], ["rubric", "show", "ipak-ipkp"],
        ["rubric", "show", "pekppp-2025"], ["pekppp", "--help"], ["pekppp", "assess", "--help"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_the_command_imports_no_spreadsheet_library(arguments):
    imported = imported_by(*arguments)
    assert "ipak_cli" in imported
    assert imported & HEAVY == set()


def test_the_version_alone_imports_no_command_line_library():
    assert imported_by("--version") & {"typer", "rich", "pydantic"} == set()
