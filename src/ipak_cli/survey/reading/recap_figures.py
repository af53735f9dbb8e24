"""What a recap's cells say, before it is known whether they agree: of items, of totals, of the survey."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from ipak_cli.survey.reading.recap_numbers import with_zeros

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.base.printed import Printed
    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.survey.reading.recap_numbers import Number

_MOST_CELLS: Final = 6
"""Cells that a message lists one by one."""


class Kind(Enum):
    """What a number of a recap is.

    ``TOTAL`` is headed "Jumlah" alone: of answers or of their values; ``SHARE`` a count in percent;
    ``SKIPPED`` how many people did not answer.
    """

    COUNT = "count"
    SHARE = "share"
    N = "n"
    SKIPPED = "skipped"
    SUM = "sum"
    MEAN = "mean"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column's or a row's numbers are; ``value`` is the answer that is counted.

    ``people``: respondents are counted. ``turned``: answers to negative items were turned before. ``weak``:
    the head may mean another thing, such as "Nilai"; ``bare``: it is a number alone, such as "4".
    """

    kind: Kind
    value: int | None = None
    people: bool = field(default=False, compare=False)
    turned: bool = field(default=False, compare=False)
    weak: bool = field(default=False, compare=False)
    bare: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Said:
    """A number that a cell says; ``places`` are the decimals of the longest number in its column."""

    number: Number
    where: Where
    meaning: Meaning
    places: int = 0

    @property
    def whole(self) -> int | None:
        """The whole number that it is, if it is one; a percentage is no count."""
        return None if self.number.percent else self.number.whole

    @property
    def printed(self) -> tuple[Printed, ...]:
        """What it can be as a number with decimals, the likeliest first."""
        return with_zeros(self.number, self.places)

    @property
    def cell(self) -> str:
        """The address of its cell."""
        return self.where.cell or ""


@dataclass(slots=True)
class Figures:
    """The numbers of one item, of an index or of a footer; ``blank`` are the cells where one is missing.

    ``unread`` tells that a cell could not be read, which is said already: more about the item would confuse.
    ``again`` are the labels of further rows of the same.
    """

    label: Where
    said: list[Said] = field(default_factory=list)
    blank: dict[Meaning, Where] = field(default_factory=dict)
    unread: bool = False
    again: list[Where] = field(default_factory=list)

    def of(self, kind: Kind) -> list[Said]:
        """Return all numbers of a kind."""
        return [each for each in self.said if each.meaning.kind is kind]

    def counts(self) -> Mapping[int, list[Said]]:
        """Return the counts by the value that is counted."""
        found: dict[int, list[Said]] = {}
        for each in self.of(Kind.COUNT):
            found.setdefault(each.meaning.value or 0, []).append(each)
        return found

    @property
    def is_double(self) -> bool:
        """Whether several rows count the answers, and differ by more than a slip in one cell."""
        return bool(self.again) and self.unlike > 1

    @property
    def unlike(self) -> int:
        """Of how many answers several rows tell different counts."""
        wholes = ({each.whole for each in cells} for cells in self.counts().values())
        return sum(len(told) > 1 for told in wholes)

    def join(self, other: Figures) -> None:
        """Add the numbers that another table says of the same."""
        self.said += other.said
        self.again += [other.label, *other.again]
        given = {each.meaning for each in self.said}
        self.blank = {
            meaning: at for meaning, at in {**self.blank, **other.blank}.items() if meaning not in given
        }
        self.unread = self.unread or other.unread


@dataclass(frozen=True, slots=True)
class Footer:
    """A line below items: their totals, shares or means; ``above`` are the items that it may speak of."""

    kind: Kind
    figures: Figures
    above: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class RecapFigures:
    """All that a recap says: of items and of indices by their codes (``""``: of all), and of the survey.

    ``footers`` speak of the items above them, ``printed`` are indices that were worked out of the items.
    ``by_period`` is what a table of several periods says of each, of which one is to be chosen, and
    ``named_at`` the cell that names its period. ``sheet`` is the place of it all.
    """

    sheet: Where
    items: dict[str, Figures] = field(default_factory=dict)
    totals: dict[str, Figures] = field(default_factory=dict)
    footers: list[Footer] = field(default_factory=list)
    by_period: dict[Period, RecapFigures] = field(default_factory=dict)
    respondents: list[Said] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    unit: str | None = None
    rows: int = 0
    printed: list[tuple[str, Said]] = field(default_factory=list)
    named_at: str | None = None
    problems: list[Problem] = field(default_factory=list)

    def take(self, into: dict[str, Figures], code: str, read: Figures, problems: Iterable[Problem]) -> None:
        """Add the numbers of a row to those of an item or index, and what cannot be read of them."""
        self.problems += problems
        self.rows += 1
        if code in into:
            into[code].join(read)
        else:
            into[code] = read

    def usual(self) -> Kind | None:
        """Return what most of the filled items have: counts, else sums, else means."""
        kinds = (Kind.COUNT, Kind.SUM, Kind.MEAN)
        often = {kind: sum(bool(each.of(kind)) for each in self.items.values()) for kind in kinds}
        most = max(often.values())
        return next(kind for kind in kinds if often[kind] == most) if most else None

    def people(self) -> list[Said]:
        """Return the number of respondents that a column tells, if it is the same in every row."""
        rows = (*self.items.values(), *self.totals.values())
        said = [each for row in rows for each in row.of(Kind.N) if each.meaning.people]
        return said[:1] if len({each.whole for each in said}) == 1 else []


def cells_beside(said: Said, others: Sequence[Said]) -> tuple[str, ...]:
    """Return the addresses of other numbers as a message lists them; of many the first and the last.

    One in another sheet is named with its sheet.
    """
    cells = [
        each.cell if each.where.sheet == said.where.sheet else f"{each.where.sheet}!{each.cell}"
        for each in others
        if each.where != said.where
    ]
    unlike = tuple(dict.fromkeys(cells))
    return unlike if len(unlike) <= _MOST_CELLS else (f"{unlike[0]}:{unlike[-1].rpartition('!')[2]}",)
