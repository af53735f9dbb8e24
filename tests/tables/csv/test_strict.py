"""Records one by one and strictly: lines, their ends, and what makes no sense."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables.csv.strict import Lines, lines_of, records

TEXTS = st.lists(st.sampled_from(["\n", "\r", "\r\n", "x", "–", "\u2028", "\x0b", ""])).map("".join)


@settings(deadline=None)
@given(TEXTS, st.integers(1, 4))
def test_lines_are_the_same_however_the_text_is_cut(text, size):
    data = text.encode()
    blocks = (data[start : start + size] for start in range(0, len(data), size))
    assert list(lines_of(blocks)) == list(io.StringIO(text, newline=""))


def test_records_are_counted_and_may_take_several_lines():
    lines = Lines(['a,"b\n', 'c"\n', "\n", "d\n"], "jawaban.csv", ",")
    assert list(records(lines)) == list(csv.reader(['a,"b\n', 'c"\n', "\n", "d\n"]))
    assert lines.row == 4


@pytest.mark.parametrize("text", ['x,y\n"a', 'x,y\n"a" b,c\n'], ids=["unclosed", "text after"])
def test_a_quotation_that_makes_no_sense_is_refused_with_its_row(text):
    with pytest.raises(ProblemsFoundError) as found:
        list(records(Lines(io.StringIO(text), "jawaban.csv", ",")))
    assert str(found.value.problems[0].where) == "jawaban.csv:2"
