"""Codes of items beside their sentences in a recap: one that belongs to another item contradicts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.problem import problem
from ipak_cli.catalogue.recap import RECAP_CODE_OF_OTHER_ITEM
from ipak_cli.survey.reading.header import AsksItem, find_item
from ipak_cli.survey.reading.shown_cells import short_header

if TYPE_CHECKING:
    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.header import ItemNames


def other_item(code: str, sentence: str, names: ItemNames, rubric: SurveyRubric) -> str | None:
    """Return the item whose sentence stands beside the code of another; ``None`` where none clearly does.

    ``code`` is the item that the code names. Codes that many forms exchange are no contradiction.
    """
    found = find_item(sentence, names)
    if not isinstance(found, AsksItem) or found.coded or found.item == code:
        return None
    exchanged = any(code in codes and found.item in codes for codes in rubric.swapped)
    return None if exchanged else found.item


def code_contradicts(code: str, at: Where, sentence: str, beside: Where, other: str) -> Problem:
    """Return the problem of a code ``at`` a cell with the sentence of another item ``beside`` it."""
    told = {"written": code, "sentence": short_header(sentence), "cell": beside.cell or "", "code": other}
    return problem(RECAP_CODE_OF_OTHER_ITEM, at, **told)
