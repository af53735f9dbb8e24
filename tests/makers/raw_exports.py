"""Exports without a workspace: folders of small files, one file of many units, and how they are scored."""

from __future__ import annotations

import csv
import io
import random
from pathlib import PurePosixPath

from ipak_cli.base.provenance import Tool
from ipak_cli.rollup.exports.task import ExportFile, ExportOptions, ExportTask
from ipak_cli.rubric.load import load_rubric

RUBRIC = load_rubric("ipak-ipkp")
OPTIONS = ExportOptions(RUBRIC, Tool("ipak", "0"))
HEADS = ["Timestamp", *(item.text for item in RUBRIC.rubric.items)]
MONTHS = {"I": 2, "II": 5, "III": 8, "IV": 11}


def answers(seed, *, quarter="IV", year=2024, people=6):
    """Return rows of responses of one quarter, without their head."""
    chance = random.Random(seed)  # noqa: S311 (the same every time)
    month = MONTHS[quarter]
    return [
        [
            f"{year}/{month:02}/{1 + n % 28:02} 09:{n % 60:02}:00",
            *(chance.choice((2, 3, 4)) for _ in HEADS[1:]),
        ]
        for n in range(people)
    ]


def csv_text(rows, heads=HEADS):
    """Return rows as the text of a CSV file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([heads, *rows])
    return text.getvalue()


def put(folder, files):
    """Write texts by their path below a folder."""
    for name, text in files.items():
        path = folder / PurePosixPath(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def task(path, **said):
    """Return the task of one file."""
    return ExportTask((ExportFile(str(path), path.name, path.stat().st_size),), **said)


def of_units(parts, *, head="unit", at=1):
    """Return the text of one file of many units: rows of (unit, row), the unit in a column of its own."""
    heads = [*HEADS[:at], head, *HEADS[at:]]
    return csv_text([[*row[:at], unit, *row[at:]] for unit, row in parts], heads)
