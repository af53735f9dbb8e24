"""Faults of cells gathered by kind: the same fault of the same value in the same column is told once."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Entry, Problem, SeveralCells, Severity, problem
from ipak_cli.base.text import wording
from ipak_cli.catalogue.survey import MORE_IN_SAME_COLUMN, WORD_UNKNOWN
from ipak_cli.survey.reading.shown_cells import is_like_name, shown_choice

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from ipak_cli.base.problem import Fault
    from ipak_cli.survey.reading.sheet_layout import SheetContext
    from ipak_cli.tables.cell import Addresses


MOST_KINDS: Final = 1000
"""Kinds of one code that are kept apart; the cells of all others are only counted."""
MOST_LISTED: Final = 5
"""Kinds of one code in one column that are told one by one; the others are told together."""
MOST_WORDS: Final = 20
"""The same for unknown words, each of which may have to be declared."""
_MOST_CHOICES: Final = 8
"""Different texts that the choices of one question may be; more are something else."""
_MOST_SPANS: Final = 8
"""Runs of rows that a message names."""
_MOST_COLUMNS: Final = 3
"""Columns whose cells a message names."""
_WORD: Final = WORD_UNKNOWN
"""The fault of a word that no label declares."""


@dataclass(slots=True)
class FaultKind:
    """One fault of one column: how many cells have it, and the first runs of their rows."""

    fault: Fault
    column: int
    count: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)

    def add(self, row: int) -> None:
        """Count one more cell; rows come in order."""
        self.count += 1
        if self.spans and row == self.spans[-1][1] + 1:
            self.spans[-1] = (self.spans[-1][0], row)
        elif len(self.spans) <= _MOST_SPANS:
            self.spans.append((row, row))

    @property
    def first(self) -> int:
        """The first row."""
        return self.spans[0][0]

    def cells(self, addresses: Addresses) -> str:
        """Return the cells as Excel writes them: ``F2, F5:F9``, and ``…`` where there are more."""
        told = list(islice(addresses.runs(self.spans, self.column), _MOST_SPANS))
        named = sum(count for _, count in told)
        return ", ".join(cells for cells, _ in told) + (", …" if named < self.count else "")


@dataclass(slots=True)
class CellFaults:
    """The faults of a sheet by period (``None``: unknown), column and value; ``unlisted`` were too many."""

    kinds: dict[tuple[int | None, Hashable], FaultKind] = field(default_factory=dict)
    unlisted: Counter[Entry] = field(default_factory=Counter)
    _codes: Counter[Entry] = field(default_factory=Counter)

    def add(self, row: int, column: int, period: int | None, fault: Fault, key: Hashable) -> None:
        """Take the fault of one cell; ``key`` is what :func:`key_of` gives for it."""
        kind = self.kinds.get((period, key))
        if kind is None:
            if self._codes[fault.entry] >= MOST_KINDS:
                self.unlisted[fault.entry] += 1
                return
            self._codes[fault.entry] += 1
            kind = self.kinds[period, key] = FaultKind(fault, column)
        kind.add(row)

    def beside(self, column: int | None) -> CellFaults:
        """Return the faults of all columns but one."""
        kinds = {place: kind for place, kind in self.kinds.items() if kind.column != column}
        return CellFaults(kinds, self.unlisted)

    def problems(self, period: int | None, context: SheetContext) -> list[Problem]:
        """Return the problems of a period, and of cells whose period is not known; ``None``: all."""
        mine: dict[Hashable, list[FaultKind]] = defaultdict(list)
        for (each, key), kind in self.kinds.items():
            if period is None or each in (period, None):
                mine[key].append(kind)
        kinds = sorted(_as_shown([_joined(same) for same in mine.values()]), key=_place)
        return [_told(same, context) for same in _by_word(_few(kinds))]


def key_of(column: int, fault: Fault) -> Hashable:
    """Return what makes faults the same."""
    text = wording(fault.unshown) if fault.unshown is not None else None
    return column, fault.entry, text, tuple(fault.values.items())


def _place(kind: FaultKind) -> tuple[int, int]:
    return kind.first, kind.column


def _joined(same: Sequence[FaultKind]) -> FaultKind:
    """Join one kind's cells of several periods."""
    if len(same) == 1:
        return same[0]
    spans: list[tuple[int, int]] = []
    for first, last in sorted(span for kind in same for span in kind.spans):
        if spans and first == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return replace(same[0], count=sum(kind.count for kind in same), spans=spans)


def _as_shown(kinds: Iterable[FaultKind]) -> Iterator[FaultKind]:
    """Show the texts that several cells of a column have in common; join those that are not shown.

    A column of many different texts, or of mostly single ones, holds no choices: names, perhaps. Nor does one
    of several texts that all look like names: of the staff who served, say.
    """
    columns: dict[tuple[int, Entry], list[FaultKind]] = defaultdict(list)
    for kind in kinds:
        if kind.fault.unshown is None:
            yield kind
        else:
            columns[kind.column, kind.fault.entry].append(kind)
    for same in columns.values():
        repeated = [kind for kind in same if kind.count > 1]
        alone = len(same) - len(repeated)
        choices = len(repeated) <= _MOST_CHOICES and sum(kind.count for kind in repeated) >= alone
        names = len(same) > 1 and all(is_like_name(kind.fault.unshown or "") for kind in same)
        hidden = []
        for kind in same:
            told = shown_choice(kind.fault.unshown or "")
            if choices and not names and kind.count > 1 and told != kind.fault.values["value"]:
                yield replace(kind, fault=replace(kind.fault, values={**kind.fault.values, "value": told}))
            else:
                hidden.append(kind)
        if hidden:
            yield _joined(hidden)


def _few(kinds: Iterable[FaultKind]) -> Iterator[FaultKind | tuple[FaultKind, ...]]:
    """Yield the kinds one by one, and those that are too many of a code in a column together."""
    listed: Counter[tuple[int, Entry]] = Counter()
    others: dict[tuple[int, Entry], list[FaultKind]] = defaultdict(list)
    for kind in kinds:
        place = kind.column, kind.fault.entry
        listed[place] += 1
        if listed[place] <= (MOST_WORDS if kind.fault.entry == _WORD else MOST_LISTED):
            yield kind
        else:
            others[place].append(kind)
    yield from map(tuple, others.values())


def _by_word(
    kinds: Iterable[FaultKind | tuple[FaultKind, ...]],
) -> list[list[FaultKind] | tuple[FaultKind, ...]]:
    """Put the columns together in which one word is unknown to the same list of declared ones."""
    words: dict[tuple[object, object], list[FaultKind]] = {}
    told: list[list[FaultKind] | tuple[FaultKind, ...]] = []
    for kind in kinds:
        if isinstance(kind, tuple):
            told.append(kind)
            continue
        values = kind.fault.values
        place = (values["value"], values["known"]) if kind.fault.entry == _WORD else (len(told), None)
        if place not in words:
            words[place] = []
            told.append(words[place])
        words[place].append(kind)
    return told


def _told(same: list[FaultKind] | tuple[FaultKind, ...], context: SheetContext) -> Problem:
    """Make the problem of one fault; a tuple holds the others of a column.

    A lenient reading turns the error into a warning that says so.
    """
    first = same[0]
    if isinstance(same, tuple):
        joined = _joined(same)
        at = context.at(joined.first, joined.column)
        return problem(
            MORE_IN_SAME_COLUMN,
            at,
            count=joined.count,
            code=first.fault.entry.code,
            cells=joined.cells(context.addresses),
        )
    values = first.fault.values
    if len(same) > 1:
        values = {**values, "item": ", ".join(str(kind.fault.values["item"]) for kind in same)}
    found = problem(first.fault.entry, context.at(first.first, first.column), **values)
    count = sum(kind.count for kind in same)
    if count > 1:
        cells = ", ".join(kind.cells(context.addresses) for kind in same[:_MOST_COLUMNS])
        more = ", …" if len(same) > _MOST_COLUMNS and not cells.endswith("…") else ""
        found = replace(found, cells=SeveralCells(count, f"{cells}{more}"))
    return replace(found, severity=Severity.WARNING) if context.lenient else found
