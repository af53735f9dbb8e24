"""Modules, functions and parameter lists stay small enough to read in one go."""

from __future__ import annotations

import ast
from functools import cache
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("src", "tools", "examples", "tests/makers")
MODULES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(chain.from_iterable((ROOT / folder).rglob("*.py") for folder in FOLDERS))
}
COMMANDS = "src/ipak_cli/cli/"
SENTENCES = "src/ipak_cli/catalogue/indonesian/"
"""Tables of sentences: data, looked up and not read from top to bottom."""


@cache
def parsed(text):
    return ast.parse(text)


@cache
def functions(text):
    tree = parsed(text)
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def lines(name, function):
    """Count a function's lines; a command's options are documentation, so only its body counts."""
    start = function.body[0] if name.startswith(COMMANDS) else function
    return function.end_lineno - start.lineno + 1


def parameters(function):
    given = function.args
    names = [argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def test_the_modules_are_found():
    assert "src/ipak_cli/base/figures.py" in MODULES


def test_every_module_is_under_300_lines():
    lengths = {
        name: len(text.splitlines()) for name, text in MODULES.items() if not name.startswith(SENTENCES)
    }
    assert {name: n for name, n in lengths.items() if n >= 300} == {}


def test_every_function_is_under_50_lines():
    long = [
        f"{name}: {function.name} ({lines(name, function)})"
        for name, text in MODULES.items()
        for function in functions(text)
        if lines(name, function) >= 50
    ]
    assert long == []


def test_every_function_outside_the_command_line_has_at_most_seven_parameters():
    wide = [
        f"{name}: {function.name} ({parameters(function)})"
        for name, text in MODULES.items()
        for function in functions(text)
        if parameters(function) > 7 and not name.startswith(COMMANDS)
    ]
    assert wide == []


def test_every_module_opens_with_a_sentence():
    openings = {name: ast.get_docstring(parsed(text)) or "" for name, text in MODULES.items()}
    assert [name for name, text in openings.items() if not text.partition("\n")[0].endswith((".", ":"))] == []
