"""Filled recap forms: what an office that has no export would hand in of the example's respondents."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ipak_cli.base.period import parse_period
from ipak_cli.forms.recap import RecapEntries, recap_form
from ipak_cli.rubric.load import load_rubric
from makers.exports import example_rows, item_columns

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = load_rubric("ipak-ipkp").rubric
THIRD = "III-2024"
THIRD_SUMS = (162, 161, 162, 161, 162, 157, 160, 161, 164, 161, 158, 159, 161, 160)
"""The sums of the 41 answers to each item in Triwulan III."""
THIRD_MEANS = (
    "3,95", "3,93", "3,95", "3,93", "3,95", "3,83", "3,90",
    "3,93", "4,00", "3,93", "3,85", "3,88", "3,93", "3,90",
)  # fmt: skip
"""Their means as a report prints them."""


def counts_of(rows, first=0, last=None):
    """Return how often each value was given, by the code of the item: those of rows without their header."""
    head, *responses = rows
    columns = item_columns(head)
    found = {}
    for item, column in zip(RUBRIC.items, columns, strict=True):
        given = Counter(int(row[column]) for row in responses[first:last])
        found[item.code] = {value: given[value] for value in RUBRIC.scale.values}
    return found


def counts_form(counts, *, period=THIRD, respondents=None):
    """Return a form with the counts of each item."""
    return filled(counts=counts, period=period, respondents=respondents)


def example_form(*, quarter=3, period=THIRD, first=0, last=None, respondents=True):
    """Return a form with the counts of some of the example's respondents in a quarter."""
    rows = example_rows(quarter)
    people = len(rows[1:][first:last]) if respondents else None
    return counts_form(counts_of(rows, first, last), period=period, respondents=people)


def filled(*, period=THIRD, **entries):
    """Return a form filled with anything."""
    return recap_form(RUBRIC, RecapEntries(period=period and parse_period(period), **entries))


def write(path: Path, content: bytes) -> Path:
    """Write a form."""
    path.write_bytes(content)
    return path
