"""Sheets of service users' answers as tests need them: rows that stand one below the other from A1 on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.problem import Where
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.f03.answers import AnswerTable, count_answers
from ipak_cli.f03.problems import f03_problems
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.tables.column import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.tables.cell import Cell

SURVEY = load_pekppp("pekppp-2025").rubric.f03
FORM_A, FORM_B = SURVEY.forms
SHEET = Where("skm.xlsx", "Jawaban")


def counted(*rows: Sequence[Cell]) -> AnswerTable:
    """Count the answers of rows."""
    width = max(map(len, rows), default=0)
    cells = (cell for row in rows for cell in (*row, *[None] * (width - len(row))))
    return count_answers(Piece.of(range(1, len(rows) + 1), range(1, width + 1), cells), SHEET, SURVEY)


def codes(table: AnswerTable) -> list[str]:
    """Return the codes of what is said of a sheet, without those on the size of every small sheet."""
    return [each.code for each in f03_problems(table, SURVEY) if each.code not in ("E231", "E232")]


def told(table: AnswerTable, code: str) -> list[tuple[str | None, str]]:
    """Return the cell and the message of every problem with a code."""
    found = f03_problems(table, SURVEY)
    return [(each.where.cell, message_of(each)) for each in found if each.code == code]
