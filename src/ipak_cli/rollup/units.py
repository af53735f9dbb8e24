"""The list of units (``units.csv``): which are expected, of what kind they are, and whose a result is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import Period, parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.rollup import (
    UNITS_HEAD_MISSING,
    UNITS_HEAD_TWICE,
    UNITS_KEY_EMPTY,
    UNITS_KEY_TWICE,
    UNITS_PERIOD_UNREADABLE,
)
from ipak_cli.tables.cell import address
from ipak_cli.tables.open import open_any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.workbook import Sheet

KEY, NAME, PARENT, REGION, SINCE, UNTIL, FOLDER = (
    "unit", "name", "parent", "region", "since", "until", "folder",
)  # fmt: skip
_HEADS: Final = {
    KEY: ("unit", "kode", "kode unit", "id", "id unit", "key", "unit key", "satker", "kode satker"),
    NAME: ("nama", "nama unit", "name", "unit name", "nama satker"),
    PARENT: ("induk", "unit induk", "parent", "parent unit", "kementerian", "instansi", "ministry"),
    REGION: ("wilayah", "provinsi", "region", "province"),
    SINCE: ("sejak", "mulai", "since", "from"),
    UNTIL: ("sampai", "hingga", "until", "to"),
    FOLDER: ("folder", "path", "ruang kerja", "workspace"),
}
_FIELDS: Final = {words: name for name, heads in _HEADS.items() for words in heads}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the list; results are expected from the period ``since`` to ``until``, both included.

    ``folder`` is where its results are, below a folder that is rolled up, with ``/``; ``attributes`` are its
    further columns by their heads.
    """

    key: str
    name: str
    parent: str | None = None
    region: str | None = None
    since: Period | None = None
    until: Period | None = None
    folder: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)

    def is_asked(self, period: Period) -> bool:
        """Tell whether a result of a period is expected."""
        begun = self.since is None or self.since.start <= period.end
        return begun and (self.until is None or period.start <= self.until.end)


@dataclass(frozen=True)
class Units:
    """The units of the list in its order, and the heads of their further columns; empty without a list."""

    units: tuple[Unit, ...] = ()
    attributes: tuple[str, ...] = ()

    def key_of(self, folder: str, stated: str) -> tuple[str, bool]:
        """Return the key of a result's unit, and whether the list has it.

        The list knows a unit by its folder, by the name of the folder, or by the name or key that the
        document states. Of others the key is what the document states, else the folder.
        """
        if found := self._folders.get(folder):
            return found, True
        for name in dict.fromkeys((folder, folder.rpartition("/")[2])):
            if found := self._keys.get(normalise(name)):
                return found, True
        if stated and (found := self._names.get(normalise(stated)) or self._keys.get(normalise(stated))):
            return found, True
        return stated or folder, False

    def row(self, unit: Unit) -> tuple[object, ...]:
        """Return a unit as a row of the table of units."""
        span = (str(each) if each else None for each in (unit.since, unit.until))
        more = (unit.attributes.get(name) for name in self.attributes)
        return unit.key, unit.name, unit.parent, unit.region, *span, *more

    @cached_property
    def _folders(self) -> dict[str, str]:
        return {unit.folder: unit.key for unit in self.units if unit.folder}

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {normalise(unit.key): unit.key for unit in self.units}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Only names that one unit has."""
        often = Counter(normalise(unit.name) for unit in self.units)
        keys = {normalise(unit.name): unit.key for unit in self.units}
        return {name: key for name, key in keys.items() if often[name] == 1}


def read_units(path: Path) -> Units:
    """Read the list of units: a row a unit, heads in Indonesian or English, any further column an attribute.

    Raises ``ProblemsFoundError`` with every fault and its cell.
    """
    book = open_any(path)
    reader = max(map(_Reader.of, book.sheets), key=lambda each: len(each.columns))
    units = tuple(reader.units())
    if reader.problems:
        raise ProblemsFoundError(reader.problems)
    return Units(units, reader.attributes)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A sheet whose first row are heads; ``columns`` are numbers of columns by field or own head."""

    sheet: Sheet
    columns: Mapping[str, int]
    attributes: tuple[str, ...]
    problems: list[Problem]
    seen: dict[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, sheet: Sheet) -> _Reader:
        """Look at the first row of a sheet."""
        columns: dict[str, int] = {}
        attributes: list[str] = []
        problems: list[Problem] = []
        for number, cell in enumerate(next(iter(sheet.head(1)), ()), start=1):
            head = _text(cell)
            if not head:
                continue
            name = _FIELDS.get(normalise(head), head)
            if name in columns or name.casefold() in {each.casefold() for each in attributes}:
                where = Where(sheet.file, sheet.name, address(1, number))
                problems.append(problem(UNITS_HEAD_TWICE, where, head=head))
            elif name == head and normalise(head) not in _FIELDS:
                attributes.append(head)
            columns.setdefault(name, number)
        if KEY not in columns:
            where = Where(sheet.file, sheet.name, address(1, 1))
            problems.append(problem(UNITS_HEAD_MISSING, where, head=KEY))
        return cls(sheet, columns, tuple(attributes), problems)

    def units(self) -> Iterator[Unit]:
        """Yield the rows that are sound; what is wrong with others is noted."""
        if KEY not in self.columns:
            return
        for number, cells in self._rows():
            unit = self._unit(number, cells)
            if unit is not None:
                yield unit

    def _rows(self) -> Iterator[tuple[int, dict[int, str]]]:
        for piece in self.sheet.pieces():
            found: dict[int, dict[int, str]] = {}
            for (row, column), cell in piece.cells():
                if row > 1 and (text := _text(cell)):
                    found.setdefault(row, {})[column] = text
            yield from sorted(found.items())

    def _unit(self, row: int, cells: Mapping[int, str]) -> Unit | None:
        def said(name: str) -> str | None:
            return cells.get(self.columns.get(name, 0))

        key = said(KEY)
        if key is None:
            self.problems.append(problem(UNITS_KEY_EMPTY, self._where(row, KEY)))
            return None
        folder = said(FOLDER)
        folder = None if folder is None else PurePosixPath(folder.replace("\\", "/").strip("/")).as_posix()
        name = said(NAME) or key
        self._once(row, KEY, normalise(key), key)
        self._once(row, FOLDER, folder, folder)
        return Unit(
            key=key,
            name=name,
            parent=said(PARENT),
            region=said(REGION),
            since=self._period(row, SINCE, said(SINCE)),
            until=self._period(row, UNTIL, said(UNTIL)),
            folder=folder,
            attributes={head: text for head in self.attributes if (text := said(head))},
        )

    def _once(self, row: int, name: str, value: str | None, shown: str | None) -> None:
        if value is None:
            return
        first = self.seen.setdefault((name, value), row)
        if first != row:
            told = problem(UNITS_KEY_TWICE, self._where(row, name), what=name, value=shown, row=first)
            self.problems.append(told)

    def _period(self, row: int, name: str, text: str | None) -> Period | None:
        if text is None:
            return None
        try:
            return parse_period(text)
        except ValueError:
            self.problems.append(problem(UNITS_PERIOD_UNREADABLE, self._where(row, name), value=text))
            return None

    def _where(self, row: int, name: str) -> Where:
        return Where(self.sheet.file, self.sheet.name, address(row, self.columns[name]))


def _text(cell: Cell) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def attribute_of(unit: Unit, name: str) -> str | None:
    """Return the value of an attribute of a unit, by the name that :func:`find_attribute` gave."""
    match name:
        case "parent":
            return unit.parent
        case "region":
            return unit.region
        case _:
            return unit.attributes.get(name)


def find_attribute(attributes: Sequence[str], asked: str) -> str | None:
    """Return the attribute that somebody means, by any of its heads."""
    wanted = normalise(asked)
    if (known := _FIELDS.get(wanted)) in {PARENT, REGION}:
        return known
    return next((each for each in attributes if normalise(each) == wanted), None)


def groupings(units: Units) -> tuple[Mapping[str, str], ...]:
    """Return the group of each unit by each attribute that a roll-up can be asked for."""
    names = (PARENT, REGION, *units.attributes) if units.units else ()
    return tuple({unit.key: attribute_of(unit, name) or "" for unit in units.units} for name in names)
