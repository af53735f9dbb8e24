"""What the rows of a grid are called: items of a rubric, its indices, or periods."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeGuard

from ipak_cli.base.text import normalise, spaced
from ipak_cli.survey.reading.header import (
    NO_HEADS,
    AsksItem,
    BetweenItems,
    ItemNames,
    find_item,
    find_own,
    is_running_number,
)
from ipak_cli.survey.reading.numbered_headers import numbered_items
from ipak_cli.survey.reading.recap_codes import other_item
from ipak_cli.survey.reading.recap_words import is_total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ipak_cli.rubric.own_form import OwnHeads
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.recap_grid import Grid

_MOST_COLUMNS: Final = 30
_PLAIN_NUMBERS: Final = frozenset({"no", "nomor", "no urut", "nomor urut"})


@dataclass(frozen=True, slots=True)
class NamedRows:
    """The names of a grid's rows, and the last of the columns in which they stand.

    ``near`` are rows known by a name with a slip of the pen, ``between`` those whose name lies between items,
    ``counted`` one that is known by its number alone, if any is, and ``coded`` those known by a code alone.
    ``unlike`` are rows with the code of one item and the sentence of another, and the columns of the two;
    ``numbered`` tells that they all are so since the codes only count the rows.
    """

    names: Mapping[int, str]
    edge: int
    near: tuple[int, ...] = ()
    between: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    counted: int | None = None
    coded: frozenset[int] = frozenset()
    unlike: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    numbered: bool = False

    def repeats(self, rows: Iterable[int]) -> bool:
        """Tell whether most names come several times in some rows: a row is an answer then."""
        often = Counter(self.names[row] for row in rows)
        return sum(count > 1 for count in often.values()) * 2 > len(often)


def names_for(rubric: SurveyRubric, own: OwnHeads) -> ItemNames:
    """Return the names of the items, those of elements that one item alone measures among them."""
    names = ItemNames.of(rubric, own.codes if own.written else NO_HEADS)
    elements = Counter(normalise(item.element) for item in rubric.items if item.element)
    alone = {
        normalise(item.element): item.code
        for item in rubric.items
        if item.element and elements[normalise(item.element)] == 1
    }
    return replace(names, items={**alone, **names.items})


def item_rows(grid: Grid, names: ItemNames, rubric: SurveyRubric) -> NamedRows | None:
    """Return the rows that are called like items, if at least half of the items are among them."""
    asked = _asked_cells(grid, names)
    counted = _counted(grid, rubric) if 2 * _most(asked) < len(rubric.items) else {}
    if counted:
        names = replace(names, numbered=counted)
        asked = _asked_cells(grid, names)
    columns = [column for column, found in asked.items() if 2 * len(_items(found)) >= len(rubric.items)]
    if not columns:
        return None
    edge = max(columns)
    found, near, between, coded = {}, [], {}, set()
    for row in range(grid.height):
        given = [asks for column in columns if (asks := asked[column].get(row)) is not None]
        sure = [asks for asks in given if isinstance(asks, AsksItem)]
        named = [asks for asks in sure if not asks.coded] or sure
        if named:
            found[row] = named[0].item
            if named[0].near:
                near.append(row)
            if named[0].coded:
                coded.add(row)
        elif given and isinstance(given[0], BetweenItems):
            between[row] = given[0].items
    first = min(found, default=None)
    asked = {column: asked[column] for column in columns}
    unlike = _unlike(grid, asked, names, rubric)
    return NamedRows(
        found,
        edge,
        near=tuple(near),
        between=between,
        counted=first if counted else None,
        coded=frozenset(coded),
        unlike=unlike,
        numbered=2 * len(unlike) >= len(rubric.items) and _codes_count_rows(asked, rubric),
    )


def _unlike(
    grid: Grid,
    asked: Mapping[int, Mapping[int, AsksItem | BetweenItems]],
    names: ItemNames,
    rubric: SurveyRubric,
) -> dict[int, tuple[int, int]]:
    """Return the rows with the code of one item and the sentence of another, and the columns of the two."""
    found: dict[int, tuple[int, int]] = {}
    for column, rows in asked.items():
        for row, asks in rows.items():
            if not isinstance(asks, AsksItem) or not asks.coded:
                continue
            for beside in asked:
                if other_item(asks.item, grid.text(row, beside), names, rubric):
                    found.setdefault(row, (column, beside))
    return found


def _codes_count_rows(
    asked: Mapping[int, Mapping[int, AsksItem | BetweenItems]], rubric: SurveyRubric
) -> bool:
    """Tell codes that run down the rows in their order, each beside the whole sentence of any item."""
    order = [item.code for item in rubric.items]
    for rows in asked.values():
        codes = [(row, asks.item) for row, asks in sorted(rows.items()) if _is_code(asks)]
        if [code for _, code in codes] != order:
            continue
        sentences = [
            {asks.item for others in asked.values() if _is_sentence(asks := others.get(row))}
            for row, _ in codes
        ]
        if all(len(each) == 1 for each in sentences) and set().union(*sentences) == {*order}:
            return True
    return False


def _is_code(asks: AsksItem | BetweenItems | None) -> TypeGuard[AsksItem]:
    return isinstance(asks, AsksItem) and asks.coded


def _is_sentence(asks: AsksItem | BetweenItems | None) -> TypeGuard[AsksItem]:
    return isinstance(asks, AsksItem) and not asks.coded and not asks.near


def _asked_cells(grid: Grid, names: ItemNames) -> dict[int, dict[int, AsksItem | BetweenItems]]:
    """Return what the texts of each column ask, by row."""
    known: dict[str, AsksItem | BetweenItems | None] = {}
    found: dict[int, dict[int, AsksItem | BetweenItems]] = {}
    for row, cells in enumerate(grid.rows):
        for column, cell in enumerate(cells[:_MOST_COLUMNS]):
            if not isinstance(cell, str):
                continue
            if cell not in known:
                own = find_own(cell, names) if names.own else None
                known[cell] = AsksItem(own) if own in names.codes.values() and own else find_item(cell, names)
            if (asks := known[cell]) is not None:
                found.setdefault(column, {})[row] = asks
    return found


def _items(found: Mapping[int, AsksItem | BetweenItems]) -> set[str]:
    return {asks.item for asks in found.values() if isinstance(asks, AsksItem)}


def _most(asked: Mapping[int, Mapping[int, AsksItem | BetweenItems]]) -> int:
    return max((len(_items(found)) for found in asked.values()), default=0)


def _counted(grid: Grid, rubric: SurveyRubric) -> Mapping[str, str]:
    """Return the item of each text of a column that counts as many questions as the rubric has."""
    return numbered_items(grid.turn().rows[:_MOST_COLUMNS], rubric)


def has_respondents(grid: Grid) -> bool:
    """Tell a table with a column that numbers respondents; a running number of rows says nothing."""
    texts = {cell for row in grid.rows for cell in row if isinstance(cell, str)}
    return any(is_running_number(text) and normalise(spaced(text)) not in _PLAIN_NUMBERS for text in texts)


def index_named(text: str, rubric: SurveyRubric) -> str | None:
    """Return the index whose code or name a label is, or holds as a word."""
    plain = normalise(text)
    words = set(plain.split())
    exact, within = set(), set()
    for index in rubric.indices:
        names = {normalise(name) for name in (index.code, index.name, *index.aliases)}
        if plain in names:
            exact.add(index.code)
        if any(name in words for name in names if " " not in name):
            within.add(index.code)
        if any(f" {name} " in f" {plain} " for name in names if " " in name):
            within.add(index.code)
    found = exact or within
    return found.pop() if len(found) == 1 else None


def index_rows(grid: Grid, rubric: SurveyRubric) -> NamedRows | None:
    """Return the rows that are called like indices, or like all of them together (``""``)."""
    return _best(grid, lambda text: index_or_total(text, rubric))


def index_or_total(text: str, rubric: SurveyRubric) -> str | None:
    """Return the index that a label names, ``""`` for all together, ``None`` for anything else."""
    index = index_named(text, rubric)
    return index if index is not None else "" if is_total(text) else None


def _best(grid: Grid, name: Callable[[str], str | None]) -> NamedRows | None:
    best: NamedRows | None = None
    for column in range(min(grid.width, _MOST_COLUMNS)):
        cells = ((row, grid.cell(row, column)) for row in range(grid.height))
        texts = ((row, cell) for row, cell in cells if isinstance(cell, str) and cell.strip())
        found = {row: code for row, text in texts if (code := name(text)) is not None}
        if found and (best is None or len(set(found.values())) > len(set(best.names.values()))):
            best = NamedRows(found, column)
    return best
