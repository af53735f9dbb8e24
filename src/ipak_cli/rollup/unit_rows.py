"""The rows of a roll-up's page: a unit's figures by period as they are shown, its small trends, its flags."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored, decimal, figure, grouped_int
from ipak_cli.catalogue.indonesian import say
from ipak_cli.rollup.conversion import converted_indices
from ipak_cli.rollup.highlights import gaps, group_of
from ipak_cli.rollup.result import CellState
from ipak_cli.rollup.words import CHANGE_MARKS, MARKS, STATES, change_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.base.provenance import RubricRef
    from ipak_cli.rollup.highlights import Highlights
    from ipak_cli.rollup.result import IndexCell, PekpppCell, RollUp, SurveyCell, UnitRow

STEP: Final = 12
"""How far apart two periods are in a small trend; its points lie from 2 to 18 downwards."""
_LEAST_SPREAD: Final = Fraction(1, 8)
"""The part of the scale that a trend's height is at least, so that a change too small to matter looks so."""
_MET: Final = {True: "ya", False: "belum", None: "belum dinilai"}
_SEPARATOR: Final = " · "
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


class Flag(StrEnum):
    """What a unit can be filtered by."""

    INCOMPLETE = "b"
    FALLEN = "t"
    LOST = "s"
    HIDDEN = "k"


@dataclass(frozen=True, slots=True)
class Trend:
    """An index over the periods: the path of an SVG, in pieces where there are gaps, and its words."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A unit's period: a text for each view, or the mark and word of why there is none."""

    texts: tuple[str, ...]
    words: str
    small: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A unit as the page shows it; ``group`` is the place of its group among the roll-up's."""

    name: str
    about: str
    flags: str
    group: int | None
    changes: tuple[str, ...]
    trends: tuple[Trend | None, ...]
    cells: tuple[ShownCell, ...]
    pekppp: str


class Notes:
    """The reasons that cells name by their numbers, each once, in the order of their first cell."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def mark(self, reason: Message | None) -> str:
        """Return the number of a reason behind what it explains; nothing where there is none."""
        return f" [{self._numbers.setdefault(say(reason), len(self._numbers) + 1)}]" if reason else ""

    def told(self) -> tuple[str, ...]:
        """Return the reasons in the order of their numbers."""
        return tuple(self._numbers)


@dataclass(frozen=True, slots=True)
class RowMaker:
    """What rows need to know of the whole roll-up: ``letters`` name rubrics where a period has two."""

    given: RollUp
    found: Highlights
    groups: Sequence[str]
    by: str | None
    letters: Mapping[tuple[str, RubricRef], str]
    notes: Notes

    def rows(self) -> Iterator[ShownRow]:
        """Yield a row for each unit, in the roll-up's order."""
        fallen = {fall.unit.unit for fall in self.found.fallen}
        lost = {each.unit.unit for each in self.found.lost}
        highest = highest_values(self.given)
        for unit in self.given.units:
            flags = {
                Flag.INCOMPLETE: gaps(unit) > 0,
                Flag.FALLEN: unit.unit in fallen,
                Flag.LOST: unit.unit in lost,
                Flag.HIDDEN: any(cell.state is CellState.SMALL for cell in unit.surveys),
            }
            yield self._row(unit, "".join(flag for flag, holds in flags.items() if holds), highest)

    def _row(self, unit: UnitRow, flags: str, highest: Mapping[str, Mapping[str, Fraction]]) -> ShownRow:
        codes = [*self.given.index_names]
        latest = next((cell for cell in unit.surveys if cell.period == self.found.latest), None)
        group = group_of(unit, self.by)
        told = (unit.unit if unit.unit != unit.name else None, unit.parent, unit.region)
        return ShownRow(
            unit.name,
            _SEPARATOR.join(each for each in told if each),
            flags,
            self.groups.index(group) if group in self.groups else None,
            tuple(self._change(latest.indices.get(code) if latest else None) for code in codes),
            tuple(trend_of(unit, code, highest[code]) for code in codes),
            tuple(self._cell(cell) for cell in unit.surveys),
            _SEPARATOR.join(map(self._assessment, unit.pekppp)) or "–",
        )

    def _change(self, cell: IndexCell | None) -> str:
        change = cell.change if cell else None
        if change and isinstance(change.size, NotScored):
            return f"tidak dibandingkan{self.notes.mark(change.size.reason)}"
        return change_words(change) or "–"

    def _cell(self, cell: SurveyCell) -> ShownCell:
        if cell.state is not CellState.SCORED:
            words = f"{MARKS[cell.state]}{_NO_BREAK}{STATES[cell.state]}{self.notes.mark(cell.reason)}"
            quiet = cell.state in {CellState.SMALL, CellState.NOT_YET, CellState.NOT_ASKED}
            return ShownCell((), words, quiet)
        letter = self.letters.get((cell.period, cell.rubric)) if cell.rubric else None
        behind = f" {letter}" if letter else ""
        texts = [self._index(cell.indices.get(code), behind) for code in self.given.index_names]
        people = "–" if cell.respondents is None else grouped_int(cell.respondents)
        texts.append(people + (" (kurang)" if cell.adequate is False else ""))
        if has_predicates(self.given):
            texts.append(
                _SEPARATOR.join(f"{name} {_MET[met]}" for name, met in cell.predicates.items()) or "–"
            )
        return ShownCell(tuple(texts), "", small=False)

    def _index(self, cell: IndexCell | None, behind: str) -> str:
        if cell is None:
            return "–"
        if isinstance(cell.mean, NotScored):
            return f"{figure(cell.mean)}{self.notes.mark(cell.mean.reason)}{behind}"
        mark = CHANGE_MARKS.get(cell.change.word) if cell.change else None
        parts = (figure(cell.mean), cell.band, mark)
        return " ".join(part for part in parts if part) + behind

    def _assessment(self, cell: PekpppCell) -> str:
        f02, ipp = (
            figure(each) + (self.notes.mark(each.reason) if isinstance(each, NotScored) else "")
            for each in (cell.f02, cell.ipp)
        )
        whole = "" if cell.complete else " (belum lengkap)"
        return f"{cell.period}: {cell.category or '–'}, F-02 {f02}, IPP {ipp}{whole}"


def highest_values(given: RollUp) -> Mapping[str, Mapping[str, Fraction]]:
    """Return the highest value of each index by rubric: 100 where it is shown as a converted value."""
    percent = dict.fromkeys(given.scales, Fraction(100))
    codes = converted_indices(given)
    return {code: percent if code in codes else given.scales for code in given.index_names}


def has_predicates(given: RollUp) -> bool:
    """Tell whether any survey of a roll-up has conditions of a predicate."""
    return any(total.predicates for total in given.totals)


def trend_of(unit: UnitRow, code: str, highest: Mapping[str, Fraction]) -> Trend | None:
    """Return an index over the periods; a gap, or another rubric, is never joined. None without a figure.

    Heights are parts of the ``highest`` value by rubric, so that those of two scales stand side by side.
    """
    known = {
        place: (cell, mean)
        for place, cell in enumerate(unit.surveys)
        if cell.rubric and code in cell.indices and isinstance(mean := cell.indices[code].mean, Fraction)
    }
    if not known:
        return None
    parts = {
        place: mean / highest[cell.rubric.digest]
        for place, (cell, mean) in known.items()
        if cell.rubric is not None
    }
    middle = (min(parts.values()) + max(parts.values())) / 2
    spread = max(max(parts.values()) - min(parts.values()), _LEAST_SPREAD)
    path, before = "", None
    for place, (cell, _) in known.items():
        joined = before == (place - 1, cell.rubric)
        # A line of no length is a dot, which a point without neighbours would else not be.
        goes_on = known.get(place + 1, (None,))[0]
        alone = not joined and (goes_on is None or goes_on.rubric != cell.rubric)
        height = round(10 - 16 * (parts[place] - middle) / spread, 1)
        path += f"{'L' if joined else 'M'}{4 + STEP * place} {float(height):g}{'h0' if alone else ''}"
        before = (place, cell.rubric)
    (first, low), (last, high) = (known[place] for place in (min(known), max(known)))
    words = f"{code} {decimal(low)} pada {first.period}"
    if last is not first:
        words += f", {decimal(high)} pada {last.period}"
    return Trend(path, f"{words}; {len(known)} dari {len(unit.surveys)} periode")
