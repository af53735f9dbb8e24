"""Codes that mean different items in different forms: which one a bare code asks, told by the answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Entry, Where, problem
from ipak_cli.base.text import wording
from ipak_cli.catalogue.columns import CODES_MAY_BE_SWAPPED, CODES_READ_FROM_ANSWERS
from ipak_cli.survey.reading.row_pattern import column_of
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.survey import Item, SurveyRubric
    from ipak_cli.survey.reading.sheet_layout import SheetLayout
    from ipak_cli.tables.column import Piece


def settle_codes(
    layout: SheetLayout, rubric: SurveyRubric, first: Piece, where: Where
) -> tuple[SheetLayout, tuple[Problem, ...]]:
    """Return the layout as the first answers' words tell it, and what is to be said of bare codes."""
    problems: list[Problem] = []
    for codes in rubric.swapped:
        bare = [code for code in codes if layout.items[code] in layout.coded]
        if len(bare) < 2:
            continue
        items = [item for item in rubric.items if item.code in bare]
        best = _by_words(items, layout, first)
        told = CODES_MAY_BE_SWAPPED if best is None else CODES_READ_FROM_ANSWERS if best != bare else None
        if told is not None:
            problems.append(_told(told, items, layout, where, best or bare))
        if best is not None:
            columns = [layout.items[code] for code in bare]
            layout = replace(layout, items={**layout.items, **dict(zip(best, columns, strict=True))})
    return layout, tuple(problems)


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


def _texts(first: Piece, column: int, header: int) -> Iterator[str]:
    cells = column_of(first, column).only(first.rows > header).held()
    return (wording(cell) for cell in cells if isinstance(cell, str))


def _told(
    entry: Entry, items: Sequence[Item], layout: SheetLayout, where: Where, best: Sequence[str]
) -> Problem:
    row = layout.header_rows[1]
    names = {item.code: item.text for item in items}
    cells = [address(row, layout.items[item.code]) for item in items]
    turned = [names[items[-1 - number].code] for number in range(len(items))]
    return problem(
        entry,
        Where(where.file, where.sheet, cells[0]),
        codes=tuple(f"“{layout.headers[layout.items[item.code]]}”" for item in items),
        read=tuple(f"{cell} {names[each]}" for cell, each in zip(cells, best, strict=True)),
        turned=tuple(f"{cell} {name}" for cell, name in zip(cells, turned, strict=True)),
        heads=tuple(f"“{item.code} {name}”" for item, name in zip(items, turned, strict=True)),
    )
