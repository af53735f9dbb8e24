"""Heads of a recap's columns that are answers of a scale which the rubric does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.problem import problem
from ipak_cli.base.text import wording
from ipak_cli.catalogue.recap import RECAP_ANSWER_UNKNOWN
from ipak_cli.catalogue.survey import WORD_OF_OTHER_SCALE
from ipak_cli.survey.reading.declared_words import words_of_other_scale
from ipak_cli.survey.reading.recap_figures import Kind
from ipak_cli.survey.reading.shown_cells import short_header
from ipak_cli.survey.reading.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.recap_table import Table
    from ipak_cli.survey.reading.recap_words import RecapWords


def head_problems(table: Table, words: RecapWords, rubric: SurveyRubric) -> Iterator[Problem]:
    """Tell of answers that the scale does not have, and of words that may have another value in the form.

    "Tidak Setuju" is 1 beside "Kurang Setuju", and 2 beside "Sangat Tidak Setuju" even where nobody says so.
    """
    columns = (*table.kinds(Kind.COUNT), *table.unknown)
    heads = {column: head for column in columns if (head := _answer(table, column, words))}
    told: list[Problem] = []
    if heads.keys() & table.kinds(Kind.COUNT).keys():
        used = {wording(head): (_at(table, column), head) for column, head in heads.items()}
        each_item = [words_of(rubric.scale, item) for item in rubric.items]
        told += words_of_other_scale(used, rubric, each_item)
    yield from told
    places = {each.where for each in told if each.entry is WORD_OF_OTHER_SCALE}
    for column, head in table.strange_answers(words).items():
        if _at(table, column) not in places:
            known = tuple(words.shown(rubric.scale))
            yield problem(RECAP_ANSWER_UNKNOWN, _at(table, column), head=short_header(head), known=known)


def _answer(table: Table, column: int, words: RecapWords) -> str:
    """Return the word that heads a count; nothing where a number or stars say which answer it is."""
    first, last = table.head
    texts = (" ".join(table.grid.text(row, column).split()) for row in range(last, first - 1, -1))
    named = [text for text in texts if text]
    text = next((each for each in named if words.value_named(each)), named[0] if named else "")
    return "" if any(map(str.isdecimal, text)) else words.bare_answer(text)


def _at(table: Table, column: int) -> Where:
    return table.grid.at(table.head[1], column)
