"""Words with another value on another scale: "Tidak Setuju" is 1, but 2 above "Sangat Tidak Setuju"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import problem
from ipak_cli.base.text import wording
from ipak_cli.catalogue.answers import LOWEST_WORD_DOUBTFUL, WORD_OF_OTHER_SCALE
from ipak_cli.survey.reading.frame import column_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.base.problem import Problem
    from ipak_cli.survey.reading.context import SheetContext
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Piece

_SHORTEST_WORD: Final = 4
"""Letters from which an answer is a word and no abbreviation."""


def other_scales(first: Piece, context: SheetContext) -> Iterator[Problem]:
    """Tell of answers whose words belong to a scale that the rubric does not have.

    The rubric's lowest word has another value in a form that has a still lower one, such as "STS": an error.
    Where the lowest word is used and the next one never, it may be so: a warning, but not for a word of one
    item alone.
    """
    used = _used(first, context)
    scale = context.rubric.scale
    declared = {word for words in context.words for word in words.values}
    meant = {pair for words in context.words for pair in words.values.items()}
    lowest = {word for word, value in meant if value == scale.lowest}
    below = {lower: word for word in sorted(lowest) if (lower := _below(word)) and lower not in declared}
    if found := next((lower for lower in below if lower in used), None):
        column, text = used[found]
        yield problem(
            WORD_OF_OTHER_SCALE,
            context.at(context.layout.header_rows[1], column),
            word=text,
            low=below[found],
        )
        return
    shared = {wording(word): label.value for label in scale.labels for word in label.words}
    low = next((lower for lower in below if below[lower] in used and below[lower] in shared), None)
    next_up = {word for word, value in shared.items() if value == scale.lowest + 1}
    if low is not None and next_up and not next_up & used.keys():
        column, text = used[below[low]]
        told = {"word": text, "value": scale.lowest, "lower": low, "rubric": context.rubric.id}
        yield problem(LOWEST_WORD_DOUBTFUL, context.at(context.layout.header_rows[1], column), **told)


def _used(first: Piece, context: SheetContext) -> Mapping[str, tuple[int, str]]:
    """Return the answers in words, each with the first column that holds it and as it stands there."""
    header = context.layout.header_rows[1]
    columns = {n: column_of(first, n).only(first.rows > header) for n in context.layout.items.values()}
    texts: dict[str, tuple[int, Cell]] = {}
    for number, column in columns.items():
        for cell in column.held():
            if isinstance(cell, str):
                texts.setdefault(wording(cell), (number, cell))
    return {word: (number, " ".join(str(cell).split())) for word, (number, cell) in texts.items()}


def _below(word: str) -> str | None:
    """Return what the next lower word would be called: ``sangat tidak setuju``, ``sts``."""
    if word.startswith("tidak "):
        return f"sangat {word}"
    return f"s{word}" if word.startswith("t") and word.isalpha() and len(word) < _SHORTEST_WORD else None
