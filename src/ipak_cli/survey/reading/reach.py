"""The proof that every word which a rubric declares is read as its value, from whatever file it comes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import visible, wording
from ipak_cli.survey.reading.answer import ERRORS, SHOWN_AS, read_answer, words_of
from ipak_cli.tables.cell import Cell, ErrorCell, PercentCell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.rubric.survey import Item, Label, Scale, SurveyRubric

_PERCENT: Final = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*%")


@dataclass(frozen=True, slots=True)
class Unreached:
    """A declared word that is read as something else: ``path`` leads to it in the rubric's file.

    ``own`` is what it means without being declared, ``None`` where a cell with the word is refused.
    """

    path: tuple[str | int, ...]
    word: str
    value: int
    own: int | None


def unreached(rubric: SurveyRubric) -> Iterator[Unreached]:
    """Yield the words that a cell cannot give, and those that would mean another value undeclared."""
    for number, index in enumerate(rubric.indices):
        for order, item in enumerate(index.items):
            own = ("indices", number, "items", order, "labels")
            yield from _of_labels(item.labels, rubric.scale, item, own)
    first = rubric.items[0].model_copy(update={"labels": ()})
    yield from _of_labels(rubric.scale.labels, rubric.scale, first, ("scale", "labels"))


def _of_labels(
    labels: tuple[Label, ...], scale: Scale, item: Item, path: tuple[str | int, ...]
) -> Iterator[Unreached]:
    words = words_of(scale, item)
    for number, label in enumerate(labels):
        for order, word in enumerate(label.words):
            others = {key: value for key, value in words.values.items() if key != wording(word)}
            undeclared = read_answer(word, replace(words, values=others))
            read = [read_answer(cell, words) for cell in (word, _typed(word))]
            place = (*path, number, "words", order)
            if isinstance(undeclared, int) and undeclared != label.value:
                yield Unreached(place, word, label.value, undeclared)
            elif read != [label.value] * 2:
                yield Unreached(place, word, label.value, None)


def _typed(word: str) -> Cell:
    """Return what a spreadsheet stores when someone types a word."""
    text = visible(word)
    for truth, shown in SHOWN_AS.items():
        if text.casefold() in shown:
            return truth
    if percent := _PERCENT.fullmatch(text):
        return PercentCell(float(percent[1].replace(",", ".")) / 100)
    return ErrorCell(text.upper()) if text.upper() in ERRORS else text
