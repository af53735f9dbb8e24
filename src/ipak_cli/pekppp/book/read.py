"""From an opened workbook to an assessment: every row by its id, every fault in one pass, nothing guessed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Problem, ProblemsFoundError, has_errors
from ipak_cli.pekppp.book.entries import FactEntry, assessment_of
from ipak_cli.pekppp.book.read_entries import read_entries
from ipak_cli.pekppp.book.read_origin import check_rubric, check_version
from ipak_cli.pekppp.book.rows import sound_rows

if TYPE_CHECKING:
    from ipak_cli.pekppp.answers import Assessment
    from ipak_cli.pekppp.book.table import BookGrid
    from ipak_cli.rubric.pekppp import PekpppRubric


def read_assessment(
    book: BookGrid, rubric: PekpppRubric, digest: str
) -> tuple[Assessment, tuple[Problem, ...]]:
    """Return what a workbook says of each indicator, and everything that is wrong with it.

    A fact whose row or cell cannot be read is faulty, so that no claim stands in its place. ``digest`` is the
    rubric's. Raises ``ProblemsFoundError`` for a workbook of another rubric, or of another version of it, as
    its questions are others; and where no row can be read.
    """
    origin = check_rubric(book, rubric) or check_version(book, rubric, digest)
    known = (origin,) if origin else ()
    if has_errors(known):
        raise ProblemsFoundError(known)
    filled = read_entries(book, rubric, lambda table, texts: sound_rows(table, texts, rubric.id))
    entries = filled.entries
    if not entries.indicators and not entries.facts:
        raise ProblemsFoundError((*known, *filled.structure))
    ids = [fact.id for indicator in rubric.indicators for fact in indicator.facts]
    facts = {fact_id: entries.facts.get(fact_id, FactEntry(faulty=True)) for fact_id in ids}
    problems = (*known, *filled.structure, *filled.cells)
    return assessment_of(replace(entries, facts=facts), rubric), problems
