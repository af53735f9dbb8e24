"""Nothing that a file, a name or a respondent says can steer the terminal, whatever view shows it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from ipak_cli.base.problem import Problem, Severity, Where, problem
from ipak_cli.base.text import escaped, shown
from ipak_cli.catalogue.files import FILE_NOT_FOUND
from ipak_cli.catalogue.rubrics import KEY_WRITTEN_TWICE
from ipak_cli.documents.write import to_json
from ipak_cli.report.prose import tidy
from ipak_cli.terminal.console import (
    log_words,
    marked,
    problem_groups,
    problem_lines,
    show_problems,
    stderr,
    stdout,
    table,
    title,
)
from ipak_cli.workspace.log import Log
from makers.hostile_values import CLEAN, HOSTILE

TERMINAL = Path(__file__).parents[2] / "src" / "ipak_cli" / "terminal"


def rows():
    made = table("Kepala", HOSTILE)
    made.add_row(HOSTILE, Text(HOSTILE))
    return made


def several(count, entry=KEY_WRITTEN_TWICE):
    return [problem(entry, Where("x.yaml", line=n), key=f"k{n}", first=1) for n in range(count)]


LINES = marked([("•", Text(HOSTILE))])


@pytest.mark.parametrize(
    "view",
    [
        HOSTILE,
        Text(HOSTILE),
        title(HOSTILE),
        rows(),
        Group(Padding(HOSTILE, 1)),
        marked([("•", Text(HOSTILE))]),
    ],
    ids=["text", "styled", "title", "table", "group", "marked"],
)
@pytest.mark.parametrize("console", [stdout, stderr])
def test_every_kind_of_view_is_clean(capsys, console, view):
    console().print(view)
    out, err = capsys.readouterr()
    assert CLEAN in (out + err).replace("\n", "")
    assert shown(out + err) == out + err


def test_every_view_is_printed_by_the_clean_console_alone():
    made = [path.name for path in TERMINAL.glob("*.py") if re.search(r"\bConsole\(", path.read_text("utf-8"))]
    assert made == []


def test_the_line_of_a_problem_is_clean_even_if_its_values_are_not(capsys):
    found = Problem(FILE_NOT_FOUND, FILE_NOT_FOUND.severity, Where(HOSTILE), {"advice": HOSTILE})
    (line,) = problem_lines([found])
    assert shown(str(line)) == str(line)
    show_problems([found])
    err = capsys.readouterr().err
    assert shown(err) == err


def test_json_escapes_what_is_not_seen_and_loses_none_of_it():
    text = to_json({HOSTILE: HOSTILE + "\U000e0041"})
    assert shown(text) == text
    assert json.loads(text) == {HOSTILE: HOSTILE + "\U000e0041"}
    assert escaped('"é – 😀"') == '"é – 😀"'


def test_a_report_holds_no_control_and_no_mark_of_direction():
    assert tidy(HOSTILE) == CLEAN
    assert tidy("a\tb\nc") == "a\tb\nc"


@pytest.mark.parametrize("text", ["a\tb\nc", "é – “x” ★ 😀", "नि"])
def test_what_people_write_stays(text):
    assert shown(text) == text


def test_a_hundred_lines_of_a_kind_are_told_and_the_others_counted():
    assert len(list(problem_lines(several(100)))) == 100
    lines = [str(line) for line in problem_lines(several(50_001))]
    assert len(lines) == 101
    assert f"dan 49.901 lagi dengan kode {KEY_WRITTEN_TWICE.code}" in lines[-1]


def test_a_document_holds_a_hundred_of_a_kind_and_a_count():
    found = (*several(250), problem(FILE_NOT_FOUND, Where("x"), advice="a"))
    listed = json.loads(to_json({"problems": found}))["problems"]
    codes = [each["code"] for each in listed]
    assert (codes.count(KEY_WRITTEN_TWICE.code), codes.count("F101"), codes.count("U905")) == (100, 1, 1)
    assert listed[-1]["severity"] == "error"
    assert listed[-1]["values"] == {"same": KEY_WRITTEN_TWICE.code, "count": "150"}
    assert len(json.loads(to_json(tuple(several(100))))) == 100


def test_the_log_is_clean_in_lines_and_in_the_places_of_problems(tmp_path):
    log = Log(tmp_path / "ipak.log", "malam", log_words)
    log.line(Severity.NOTE, HOSTILE)
    log.problem(problem(FILE_NOT_FOUND, Where(HOSTILE, HOSTILE, "A1"), advice=HOSTILE))
    text = log.path.read_text("utf-8")
    assert shown(text) == text
    assert len(text.splitlines()) == 2


@pytest.mark.parametrize(("count", "there"), [(100, "semuanya"), (101, "100 yang pertama")])
def test_a_terminal_says_what_the_document_has_of_the_problems_that_it_leaves_out(count, there):
    said = [line.plain for line in problem_groups(several(count))]
    assert f"  … dan {count - 20} lagi; {there} ada di keluaran --json" in said
