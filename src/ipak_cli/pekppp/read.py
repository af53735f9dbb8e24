"""From an opened workbook to an assessment: every row by its id, every fault in one pass, nothing guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.pekppp.entries import Entries, assessment_of
from ipak_cli.pekppp.read_entries import read_entries
from ipak_cli.pekppp.read_origin import check_rubric, check_version
from ipak_cli.pekppp.rows import sound_rows
from ipak_cli.problems import Problem, has_errors

if TYPE_CHECKING:
    from ipak_cli.pekppp.answers import Assessment
    from ipak_cli.pekppp.table import BookGrid
    from ipak_cli.rubric.pekppp import PekpppRubric


def read_assessment(
    book: BookGrid, rubric: PekpppRubric, digest: str
) -> tuple[Assessment, tuple[Problem, ...]]:
    """Return what a workbook says of each indicator, and everything that is wrong with it.

    A workbook of another rubric, or of another version of it, is not read any further: its questions are
    others. ``digest`` is the rubric's.
    """
    origin = check_rubric(book, rubric) or check_version(book, rubric, digest)
    known = (origin,) if origin else ()
    if has_errors(known):
        return assessment_of(Entries(), rubric), known
    filled = read_entries(book, rubric, lambda table, texts: sound_rows(table, texts, rubric.id))
    return assessment_of(filled.entries, rubric), (*known, *filled.structure, *filled.cells)
