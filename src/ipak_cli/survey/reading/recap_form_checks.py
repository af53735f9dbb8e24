"""Whether the rows of a filled form go together: all of one shape, and each of the item that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from ipak_cli.base.problem import problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.recap_forms import (
    FORM_CODE_LACKS,
    FORM_CODE_TWICE,
    FORM_COUNTS,
    FORM_MEANS,
    FORM_SENTENCE_OF_NO_ITEM,
    FORM_SHAPES_MIXED,
    FORM_SUMS,
)
from ipak_cli.survey.reading.header import AsksItem, BetweenItems, ItemNames, find_item
from ipak_cli.survey.reading.recap_codes import code_contradicts
from ipak_cli.survey.reading.recap_figures import Figures, Kind
from ipak_cli.survey.reading.recap_told import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.survey import Item, SurveyRubric

_SHAPES: Final = {Kind.COUNT: FORM_COUNTS, Kind.SUM: FORM_SUMS, Kind.MEAN: FORM_MEANS}
"""What the items may have, the most telling first."""
_ALIKE: Final = 50
"""Per cent of likeness from which a sentence may be an item's in the office's own words."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """The code and the sentence of a row, and where each stands; either may be blank."""

    code: str
    at: Where
    sentence: str
    beside: Where


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
    cells = [each.where for code in second for each in items[code].of(other)]
    yield problem(FORM_SHAPES_MIXED, span_of(cells), **told)


def unlike_sentences(
    items: Mapping[str, Figures], rows: Sequence[FormRow], rubric: SurveyRubric
) -> Iterator[Problem]:
    """Yield of each item whose code stands beside a sentence that is not its own; it is not read.

    Unlike in an office's table, no codes are exchanged here: the form writes both. A blank sentence says
    nothing.
    """
    names = ItemNames.of(rubric)
    known = {item.code: item for item in rubric.items}
    for row in rows:
        figures = items.get(row.code)
        if not row.sentence or figures is None or figures.label != row.at:
            continue
        item, asks = known[row.code], find_item(row.sentence, names)
        if isinstance(asks, AsksItem) and asks.item != item.code:
            figures.unread = True
            yield code_contradicts(row.code, row.at, row.sentence, row.beside, asks.item)
        elif not isinstance(asks, AsksItem | BetweenItems) and not _is_alike(row.sentence, item):
            figures.unread = True
            told = {"code": item.code, "cell": row.at.cell or ""}
            yield problem(FORM_SENTENCE_OF_NO_ITEM, row.beside, **told)


def wrong_codes(
    items: dict[str, Figures], rows: Sequence[FormRow], rubric: SurveyRubric
) -> Iterator[Problem]:
    """Yield that a code stands twice, or not where the sentence of its item stands.

    Such items count as found but not read, so that nobody is told to add a row that is there.
    """
    names = ItemNames.of(rubric)
    codes = {item.code for item in rubric.items}
    for row in rows:
        if row.code in items and items[row.code].label == row.at:
            continue
        asks = find_item(row.sentence, names) if row.sentence else None
        lost = asks.item if isinstance(asks, AsksItem) and asks.item not in items else None
        if row.code in codes:
            first = items[row.code].label.cell or ""
            items[row.code].unread = True
            yield problem(FORM_CODE_TWICE, row.at, code=row.code, first=first, second=row.at.cell or "")
        elif lost is not None:
            yield problem(FORM_CODE_LACKS, row.at, code=lost, cell=row.beside.cell or "")
        if lost is not None:
            items[lost] = Figures(row.at, unread=True)


def _is_alike(sentence: str, item: Item) -> bool:
    own = [each for each in (item.text, *item.aliases, item.element) if each]
    return any(fuzz.token_set_ratio(normalise(sentence), normalise(each)) >= _ALIKE for each in own)
