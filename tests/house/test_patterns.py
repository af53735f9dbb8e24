"""Regular expressions mean the same in every supported Python."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(path for folder in ("src", "bench", "tools") for path in (ROOT / folder).rglob("*.py"))

QUANTIFIED = r"(?:[*+?]|\{\d*,?\d*\})\+"
POSSESSIVE_GROUP = re.compile(rf"(?<!\\)(?:\\\\)*\){QUANTIFIED}|^{QUANTIFIED}".encode())
"""A possessive repeat behind a group, or at the start of a piece that is joined to another one.

``re`` before Python 3.11.5 does not undo what such a group matched when it tries the next of its alternatives
(python/cpython#106052): ``(?:ab?c)?+`` matches ``a`` there. A possessive repeat of one character is right.
"""


def possessive_groups(source):
    constants = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    texts = (value.encode() if isinstance(value, str) else value for value in constants)
    return [text for text in texts if isinstance(text, bytes) and POSSESSIVE_GROUP.search(text)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_pattern_repeats_a_group_possessively(path):
    assert possessive_groups(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "pattern",
    ['r"(?:ab?c)?+"', 'rb"(?:a|b)++"', 'r"(a){2,3}+"', 'f"(?:{x})*+"', 'r"(?:a)" r"*+"', 'r"(?:a" + r")++"'],
)
def test_the_check_sees(pattern):
    assert possessive_groups(f"x = 1\ny = {pattern}") != []


@pytest.mark.parametrize("pattern", ['r"[ab]*+"', 'r"\\w++"', 'r"\\(?+\\)++"', 'r"(?>(?:ab?c)?)"', 'r"(a)+"'])
def test_the_check_lets_pass(pattern):
    assert possessive_groups(f"y = {pattern}") == []
