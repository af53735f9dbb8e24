"""A command imports what it needs, and no other command's libraries and rooms."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from makers.runs import copy_settings

EXAMPLES = Path(__file__).parents[2] / "examples"

HEAVY = {"pandas", "numpy", "openpyxl", "xlrd", "jinja2"}
IMPORTED = re.compile(r"^import time:.*\|\s*([\w.]+)$", re.MULTILINE)


def modules_of(*arguments):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "ipak_cli", *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(IMPORTED.findall(done.stderr))


def imported_by(*arguments):
    return {name.partition(".")[0] for name in modules_of(*arguments)}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"], ["--version"], ["explain"], ["explain", "F101"], ["score", "--help"],
        ["schema", "survey"], ["schema", "pekppp"], ["export", "--help"],
        ["audit", "--help"], ["schema", "audit"],
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


def test_scoring_a_survey_imports_nothing_of_pekppp_and_no_other_kind_of_file():
    imported = modules_of("score", str(EXAMPLES / "masuk" / "ipak-ipkp-2024-tw3.xlsx"), "--json")
    ours = {name for name in imported if name.startswith("ipak_cli") and "ipak_cli.catalogue." not in name}
    assert {name for name in ours if "pekppp" in name} == {"ipak_cli.cli.pekppp"}
    assert "ipak_cli.rubric.rules" not in imported
    assert {name.partition(".")[0] for name in imported} & {
        "xlrd",
        "jinja2",
    } == set()


def test_an_export_as_text_imports_no_library_of_another_format(tmp_path):
    shutil.copy2(EXAMPLES / "ipak.yaml", tmp_path)
    shutil.copytree(EXAMPLES / "hasil", tmp_path / "hasil")
    imported = imported_by("export", "--all", "--workspace", str(tmp_path))
    assert "csv" in imported
    assert imported & {*HEAVY, "duckdb", "typst", "rapidfuzz"} == set()


def test_a_report_imports_nothing_that_reads_spreadsheets(tmp_path):
    copy_settings(tmp_path)
    shutil.copytree(EXAMPLES / "hasil", tmp_path / "hasil")
    imported = imported_by("report", "--quarter", "IV-2024", "--workspace", str(tmp_path))
    assert "jinja2" in imported
    assert imported & {"pandas", "numpy", "openpyxl", "xlrd", "rapidfuzz", "rich"} == set()
