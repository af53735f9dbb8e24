"""The documents say what the program does: commands, options and problem codes."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from manual import (
    COLUMNS_END,
    COLUMNS_START,
    END,
    REDACTION_END,
    REDACTION_START,
    START,
    columns_page,
    problem_page,
    redaction_page,
)

from ipak_cli.catalogue.indonesian import CATALOGUE
from ipak_cli.rubric.load import load_rubric

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
MANUAL = ROOT / "docs" / "panduan.md"
OWN_WORDS = "\n".join(
    (README.read_text(encoding="utf-8"), MANUAL.read_text(encoding="utf-8").partition(START)[0])
)
"""The prose without the page that the catalogue writes."""
CODE = re.findall(r"^ *```\w*\n(.*?)^ *```$|`([^`\n]+)`", OWN_WORDS, re.MULTILINE | re.DOTALL)
CODE_LINES = [line.strip() for block, span in CODE for line in (block or span).splitlines()]
CALLS = sorted({call for line in CODE_LINES for call in re.findall(r"(?:^|[\\/ ])(ipak [a-z].*)", line)})
COMMANDS = (
    "score", "recap", "pekppp template", "pekppp assess", "pekppp plan", "report", "publish", "export",
    "suggestions", "audit", "trend", "init", "settings", "open", "rollup", "query",
    "run", "status", "schedule", "unlock", "template",
    "manual", "explain",
    "rubric list", "rubric show", "rubric check", "rubric new", "rubric schema", "schema",
)  # fmt: skip


@cache
def help_of(command):
    done = subprocess.run(
        [sys.executable, "-m", "ipak_cli", *command.split(), "--help"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def commands_line(language):
    """Return the one-line commands of the README: those that begin by making an environment."""
    lines = README.read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("python3 -m venv") and language in line)


def test_the_page_of_problem_codes_is_the_one_that_the_catalogue_writes():
    text = MANUAL.read_text(encoding="utf-8")
    between = text.partition(START)[2].partition(END)[0]
    assert between == problem_page(), "run python tools/manual.py"


def test_the_page_of_exported_columns_is_the_one_that_their_dictionary_writes():
    text = MANUAL.read_text(encoding="utf-8")
    between = text.partition(COLUMNS_START)[2].partition(COLUMNS_END)[0]
    assert between == columns_page(), "run python tools/manual.py"


def test_the_table_of_redaction_is_what_is_measured():
    text = MANUAL.read_text(encoding="utf-8")
    between = text.partition(REDACTION_START)[2].partition(REDACTION_END)[0]
    assert between == redaction_page(), "run python tools/manual.py"


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_manual_explains_the_code(code):
    assert f"\n#### {code} – " in MANUAL.read_text(encoding="utf-8")


@pytest.mark.parametrize("document", [README, MANUAL], ids=lambda path: path.name)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_document_names_every_command(document, command):
    assert f"ipak {command}" in document.read_text(encoding="utf-8")


@pytest.mark.parametrize("call", CALLS)
def test_a_call_in_the_documents_exists_with_all_its_options(call):
    command = next((name for name in COMMANDS if f"{call} ".startswith(f"ipak {name} ")), None)
    assert command, f"no such command: {call}"
    shown = help_of(command)
    assert [option for option in re.findall(r"--[a-z][a-z0-9-]*", call) if option not in shown] == []


@pytest.mark.parametrize(
    "command",
    [
        "score",
        "pekppp template",
        "pekppp assess",
        "pekppp plan",
        "init",
        "settings",
        "trend",
        "report",
        "export",
        "audit",
        "publish",
        "suggestions",
        "open",
        "run",
        "status",
        "schedule",
        "unlock",
        "manual",
        "rollup",
        "query",
    ],
)
def test_the_manual_explains_every_option_of(command):
    options = set(re.findall(r"--[a-z][a-z0-9-]*", help_of(command))) - {"--help"}
    assert {option for option in options if option not in MANUAL.read_text(encoding="utf-8")} == set()


@pytest.mark.parametrize("purpose", ["ipak score", "-m pytest"])
def test_ci_runs_the_command_of_the_readme(purpose):
    assert f"\n{commands_line(purpose)}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("document", [README, MANUAL, ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(document):
    targets = re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_the_manual_lists_every_legal_basis_with_the_instruments_for_which_it_is_usual():
    rows = dict[str, list[str]]()
    for place, name in enumerate(("ipak-ipkp", "skm-14-2017")):
        for each in load_rubric(name).rubric.legal_basis:
            row = rows.setdefault(each.id, [f"`{each.id}`", each.text, "–", "–"])
            row[2 + place] = "ya" if each.usual else "tidak"
    head = "| Nama pendek | Peraturan | `ipak-ipkp` | `skm-14-2017` |\n|---|---|---|---|\n"
    table = OWN_WORDS.partition(head)[2].partition("\n\n")[0]
    assert table.splitlines() == [f"| {' | '.join(row)} |" for row in rows.values()]
