"""Whether the rows of a filled form go together: all of one shape, and each of the item that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from ipak_cli.base.problem import problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.recap_forms import (
    FORM_COUNTS,
    FORM_MEANS,
    FORM_SENTENCE_OF_NO_ITEM,
    FORM_SHAPES_MIXED,
    FORM_SUMS,
)
from ipak_cli.survey.reading.header import AsksItem, BetweenItems, ItemNames, find_item
from ipak_cli.survey.reading.recap_codes import code_contradicts
from ipak_cli.survey.reading.recap_figures import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.survey import Item, SurveyRubric
    from ipak_cli.survey.reading.recap_figures import Figures

_SHAPES: Final = {Kind.COUNT: FORM_COUNTS, Kind.SUM: FORM_SUMS, Kind.MEAN: FORM_MEANS}
"""What the items may have, the most telling first."""
_ALIKE: Final = 50
"""Per cent of likeness from which a sentence may be an item's in the office's own words."""


def mixed_shapes(items: Mapping[str, Figures]) -> Iterator[Problem]:
    """Yield that no shape is common to all items that are filled in; the odd ones are not read."""
    shapes = {
        code: [kind for kind in _SHAPES if each.of(kind)] for code, each in items.items() if not each.unread
    }
    filled = {code: kinds for code, kinds in shapes.items() if kinds}
    if not filled or any(all(kind in kinds for kinds in filled.values()) for kind in _SHAPES):
        return
    best = next(kind for kind in _SHAPES if any(kind in kinds for kinds in filled.values()))
    first = tuple(code for code, kinds in filled.items() if best in kinds)
    second = tuple(code for code, kinds in filled.items() if best not in kinds)
    for code in second:
        items[code].unread = True
    other = filled[second[0]][0]
    told = {"what": _SHAPES[best](), "first": first, "second": second, "other": _SHAPES[other]()}
    yield problem(FORM_SHAPES_MIXED, items[second[0]].of(other)[0].where, **told)


def unlike_sentences(
    items: Mapping[str, Figures], sentences: Mapping[str, tuple[str, Where]], rubric: SurveyRubric
) -> Iterator[Problem]:
    """Yield of each item whose code stands beside a sentence that is not its own; it is not read.

    Unlike in an office's table, no codes are exchanged here: the form writes both. A blank sentence says
    nothing.
    """
    names = ItemNames.of(rubric)
    for item in rubric.items:
        sentence, beside = sentences.get(item.code, ("", None))
        if not sentence or beside is None:
            continue
        figures, asks = items[item.code], find_item(sentence, names)
        if isinstance(asks, AsksItem) and asks.item != item.code:
            figures.unread = True
            yield code_contradicts(item.code, figures.label, sentence, beside, asks.item)
        elif not isinstance(asks, AsksItem | BetweenItems) and not _is_alike(sentence, item):
            figures.unread = True
            told = {"code": item.code, "cell": figures.label.cell or ""}
            yield problem(FORM_SENTENCE_OF_NO_ITEM, beside, **told)


def _is_alike(sentence: str, item: Item) -> bool:
    own = [each for each in (item.text, *item.aliases, item.element) if each]
    return any(fuzz.token_set_ratio(normalise(sentence), normalise(each)) >= _ALIKE for each in own)
