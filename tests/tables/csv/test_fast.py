"""Many records at once: what is split is what the strict reader reads."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ipak_cli.tables.csv.fast import split

PARTS = st.sampled_from(
    ['"', '""', ",", ";", "\n", "\r\n", "\r", "x", " ", '"a"', '"b,c"', '"q\nr"', '"r\r"', '5"', "–"]
)  # fmt: skip


def strictly(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def at_once(text):
    """Return length and records of what is split, ``None`` where only the strict reader can tell."""
    data = text.encode()
    found = split(data, ",")
    if found is None:
        return None
    fields = [
        data[start:end].decode().replace('""', '"')
        for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True)
    ]
    rows = [
        fields[first : first + count]
        for first, count in zip(found.firsts.tolist(), found.counts.tolist(), strict=True)
    ]
    blank = found.blank.tolist()
    return data[: found.length].decode(), [[] if b else row for b, row in zip(blank, rows, strict=True)]


@settings(deadline=None, max_examples=500)
@given(st.lists(PARTS, max_size=30).map("".join))
@example('"a,b",c\n"d ""e""",5"\n')
@example('"a",""\n"",x\r\n,\n')
@example('x,"\n')
@example('""\n\n"",\r\n\r\n')
def test_what_is_split_is_what_the_strict_reader_reads(text):
    found = at_once(text)
    if found is not None:
        whole, rows = found
        assert rows == strictly(whole)


@pytest.mark.parametrize(
    "text",
    ["abc,d\n", '"a,b",c\n', 'abc,"d ""e"""\r\n', '"ab\ncd",e\n', "abc\n\n", '"",""\n', "NA,null\r\nx, \r\n"],
)
def test_usual_records_are_split(text):
    assert at_once(text) == (text, strictly(text))


@pytest.mark.parametrize(
    "text",
    ['abc,"d" x\n', 'abc,5"\n5",x\n', "a\rb\n", "a" * 140_000 + ",b\n"],
    ids=["text after", "mark inside", "lone return", "endless"],
)
def test_what_only_the_strict_reader_can_tell_is_left_to_it(text):
    assert at_once(text) is None


@pytest.mark.parametrize(
    ("text", "whole"), [("a,b\nc,d", "a,b\n"), ('a,b\n"c\nd', "a,b\n"), ("a", ""), ("", "")]
)
def test_a_record_without_end_is_left_over(text, whole):
    assert at_once(text) == (whole, strictly(whole))


def test_a_separator_outside_ascii_is_left_to_the_strict_reader():
    assert split("abc·d\n".encode(), "·") is None


def test_a_table_takes_short_records_and_leaves_out_what_is_beyond_its_width():
    found = split(b"a,b\nc\n\nd,e,\nf,g,h\n", ",")
    starts, ends = found.table(1, 5, 2)
    assert (ends - starts).tolist() == [[1, 0, 1, 1], [0, 0, 1, 1]]
    assert found.wide(2).tolist() == [4]
    assert found.wide(3).tolist() == []
