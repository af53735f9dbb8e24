"""What the words that a rubric declares tell: those never reached, another scale, swapped codes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Entry, problem
from ipak_cli.base.text import visible, wording
from ipak_cli.catalogue.survey import (
    CODES_MAY_BE_SWAPPED,
    CODES_READ_FROM_ANSWERS,
    LOWEST_WORD_DOUBTFUL,
    WORD_OF_OTHER_SCALE,
)
from ipak_cli.survey.reading.answer import ERRORS, read_answer
from ipak_cli.survey.reading.words import SHOWN_AS, words_of
from ipak_cli.tables.cell import Cell, ErrorCell, PercentCell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.survey import Item, Label, Scale, SurveyRubric
    from ipak_cli.survey.reading.sheet_layout import SheetContext, SheetLayout
    from ipak_cli.survey.reading.words import Words
    from ipak_cli.tables.column import Piece

_PERCENT: Final = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*%")
_SHORTEST_WORD: Final = 4
"""Letters from which an answer is a word and no abbreviation."""


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


def other_scales(first: Piece, context: SheetContext) -> Iterator[Problem]:
    """Tell of answers whose words belong to a scale that the rubric does not have.

    The rubric's lowest word has another value in a form that has a still lower one, such as "STS": an error.
    Where the lowest word is used and the next one never, it may be so: a warning, but not for a word of one
    item alone.
    """
    header = context.layout.header_rows[1]
    found = _used(first, context).items()
    used = {word: (context.at(header, column), text) for word, (column, text) in found}
    yield from words_of_other_scale(used, context.rubric, context.words)


def words_of_other_scale(
    used: Mapping[str, tuple[Where, str]], rubric: SurveyRubric, words: Sequence[Words]
) -> Iterator[Problem]:
    """Tell that some of the words used belong to another scale; ``used`` has where each stands and how."""
    scale = rubric.scale
    declared = {word for each in words for word in each.values}
    meant = {pair for each in words for pair in each.values.items()}
    lowest = {word for word, value in meant if value == scale.lowest}
    below = {lower: word for word in sorted(lowest) if (lower := _below(word)) and lower not in declared}
    if found := next((lower for lower in below if lower in used), None):
        where, text = used[found]
        yield problem(WORD_OF_OTHER_SCALE, where, word=text, low=below[found])
        return
    shared = {wording(word): label.value for label in scale.labels for word in label.words}
    low = next((lower for lower in below if below[lower] in used and below[lower] in shared), None)
    next_up = {word for word, value in shared.items() if value == scale.lowest + 1}
    if low is not None and next_up and not next_up & used.keys():
        where, text = used[below[low]]
        told = {"word": text, "value": scale.lowest, "lower": low, "rubric": rubric.id}
        yield problem(LOWEST_WORD_DOUBTFUL, where, **told)


def _used(first: Piece, context: SheetContext) -> Mapping[str, tuple[int, str]]:
    """Return the answers in words, each with the first column that holds it and as it stands there."""
    header = context.layout.header_rows[1]
    items = (number for number in context.layout.items.values() if number in first.columns)
    columns = {number: first.columns[number].only(first.rows > header) for number in items}
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


def settle_codes(first: Piece, context: SheetContext) -> tuple[SheetContext, tuple[Problem, ...]]:
    """Return the layout as the first answers' words tell it, and what is to be said of bare codes."""
    problems: list[Problem] = []
    for codes in context.rubric.swapped:
        layout = context.layout
        bare = [code for code in codes if layout.items[code] in layout.coded]
        if len(bare) < 2:
            continue
        items = [item for item in context.rubric.items if item.code in bare]
        best = _by_words(items, layout, first)
        told = CODES_MAY_BE_SWAPPED if best is None else CODES_READ_FROM_ANSWERS if best != bare else None
        if told is not None:
            problems.append(_told(told, items, context, best or bare))
        if best is not None:
            columns = [layout.items[code] for code in bare]
            settled = {**layout.items, **dict(zip(best, columns, strict=True))}
            context = replace(context, layout=replace(layout, items=settled))
    return context, tuple(problems)


def _by_words(items: Sequence[Item], layout: SheetLayout, first: Piece) -> list[str] | None:
    """Return the codes of the items whose own words stand in the columns of ``items``, if that is known."""
    own = {item.code: set(map(wording, _words(item))) for item in items}
    told: list[str] = []
    for item in items:
        texts = set(_texts(first, layout.items[item.code], layout.header_rows[1]))
        meant = [
            code
            for code, words in own.items()
            if texts & words.difference(*(other for name, other in own.items() if name != code))
        ]
        told.append(meant[0] if len(meant) == 1 else "" if not meant else "?")
    left = [code for code in own if code not in told]
    if "?" in told or told.count("") > 1 or len(left) != told.count(""):
        return None
    return [code or left[0] for code in told]


def _words(item: Item) -> Iterator[str]:
    return (word for label in item.labels for word in label.words)


def _texts(first: Piece, number: int, header: int) -> Iterator[str]:
    column = first.columns.get(number)
    cells = () if column is None else column.only(first.rows > header).held()
    return (wording(cell) for cell in cells if isinstance(cell, str))


def _told(entry: Entry, items: Sequence[Item], context: SheetContext, best: Sequence[str]) -> Problem:
    layout = context.layout
    row = layout.header_rows[1]
    names = {item.code: item.text for item in items}
    cells = [context.header_cell(layout.items[item.code]) for item in items]
    turned = [names[items[-1 - number].code] for number in range(len(items))]
    return problem(
        entry,
        context.at(row, layout.items[items[0].code]),
        codes=tuple(f"“{layout.headers[layout.items[item.code]]}”" for item in items),
        read=tuple(f"{cell} {names[each]}" for cell, each in zip(cells, best, strict=True)),
        turned=tuple(f"{cell} {name}" for cell, name in zip(cells, turned, strict=True)),
        heads=tuple(f"“{item.code} {name}”" for item, name in zip(items, turned, strict=True)),
    )
