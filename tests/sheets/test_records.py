"""Many lines at once and one by one: what the quick reader takes, the strict one reads the same."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ipak_cli.sheets.records import plain_cells

PARTS = st.sampled_from(
    ['"', '""', ",", ";", "\n", "\r", "\r\n", "x", " ", "NA", "\ufeff", '"a"', '"b,c"', '"q\nr"', '5"', "\\"]
)  # fmt: skip


def lines_of(text):
    return list(io.StringIO(text, newline=""))


def strictly(lines, width):
    """Return the rows of the strict reader, as wide as the table; nothing may stand beyond it."""
    rows = list(csv.reader(lines, strict=True))
    assert not any(any(row[width:]) for row in rows)
    return [[*row[:width], *[""] * (width - len(row))] for row in rows]


@settings(deadline=None, max_examples=300)
@given(st.lists(PARTS, min_size=1, max_size=30).map("".join), st.integers(1, 4))
@example('"a,b",c\n"d ""e""",5"\n', 2)
@example("\ufeffa,b\nNA,null\n", 2)
def test_what_is_read_at_once_is_what_the_strict_reader_reads(text, width):
    cells = plain_cells(lines_of(text), ",", width)

    if cells is not None:
        assert cells.tolist() == strictly(lines_of(text), width)


@pytest.mark.parametrize(
    "text",
    ["abc,d\n", '"a,b",c\n', 'abc,"d ""e"""\n', 'abc,5"\n', "abc\n", 'abc,"d"', "NA,null\r\nx, \r\n"],
)
def test_usual_lines_are_read_at_once(text):
    assert plain_cells(lines_of(text), ",", 2).tolist() == strictly(lines_of(text), 2)


@pytest.mark.parametrize(
    "text",
    ['"abc,d\n', 'abc,"d" x\n', '"ab\nc",d\n', "abc,d\n\n", "abc,d,e\n", "abc,d,\n", "a" * 140_000 + ",b\n"],
    ids=["unclosed", "text after", "line break", "blank line", "too wide", "empty beyond", "endless"],
)
def test_what_only_the_strict_reader_can_tell_is_left_to_it(text):
    assert plain_cells(lines_of(text), ",", 2) is None


def test_a_separator_outside_ascii_is_left_to_the_strict_reader():
    assert plain_cells(["abc·d\n"], "·", 2) is None
