"""Sheets with very many columns: what is not looked at is said, and each column is looked at once."""

from __future__ import annotations

from ipak_cli.base.figures import NotScored
from ipak_cli.f03.answers import MOST_COLUMNS
from makers.f03_tables import codes, counted, told
from makers.work import calls_of


def wide(columns: int) -> list[list[str]]:
    return [[f"Persyaratan mudah k{n}x" for n in range(columns)], ["5"] * columns]


def work(columns: int) -> int:
    rows = wide(columns)
    return calls_of(lambda: counted(*rows))


def test_columns_beyond_the_most_are_not_read_in_silence():
    table = counted(*wide(MOST_COLUMNS + 2))

    assert told(table, "E240") == [("SG1", "ada lebih dari 500 kolom; 2 kolom mulai SG tidak dibaca")]
    assert isinstance(table.mean, NotScored)
    assert "E240" not in codes(counted(*wide(MOST_COLUMNS)))


def test_empty_columns_beyond_the_most_are_no_error():
    assert "E240" not in codes(counted(["P1", *[None] * MOST_COLUMNS], [5, *[None] * MOST_COLUMNS]))


def test_twice_as_many_headers_are_no_more_than_twice_the_work():
    few, many = (work(columns) for columns in (100, 200))

    assert many < 2.2 * few


def test_a_header_costs_far_fewer_calls_than_there_are_key_words():
    few, many = (work(columns) for columns in (100, 200))

    assert (many - few) / 100 < 1_500
