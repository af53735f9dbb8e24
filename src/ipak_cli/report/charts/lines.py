"""What the trend is drawn from: a line's figures and their intervals, and what they are in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NOT_SCORED
from ipak_cli.base.text import capital
from ipak_cli.report.charts.values import ChartTable, clean, known, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from ipak_cli.base.figures import Figure

INTERVAL: Final = "Selang kepastian"


@dataclass(frozen=True, slots=True)
class Whisker:
    """The interval of a figure in words, and its ends, between which it is drawn.

    Without ends nothing is drawn: ``words`` say so under the figure, and ``why`` tells the reason.
    """

    words: str
    ends: tuple[Fraction, Fraction] | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class TrendLine:
    """A line of the trend: its name, one figure a period, and an interval each where intervals are told."""

    name: str
    values: tuple[Figure | None, ...]
    whiskers: tuple[Whisker | None, ...] = ()

    def __post_init__(self) -> None:
        if self.whiskers and len(self.whiskers) != len(self.values):
            raise ValueError("a line has an interval for each of its figures, or none at all")


def table(periods: Sequence[str], lines: Sequence[TrendLine]) -> ChartTable:
    """Return the figures, and behind them the intervals of the lines that have any."""
    told = [each for each in lines if each.whiskers]
    headers = ("Periode", *(clean(each.name) for each in lines))
    rows = zip(periods, *(each.values for each in lines), strict=True)
    spans = zip(*(each.whiskers for each in told), strict=True) if told else ((),) * len(periods)
    return ChartTable(
        (*headers, *(f"{INTERVAL} {clean(each.name)}" for each in told)),
        tuple(
            (clean(period), *map(shown, values), *map(words_of, whiskers))
            for (period, *values), whiskers in zip(rows, spans, strict=True)
        ),
    )


def words_of(whisker: Whisker | None) -> str:
    """Return an interval in words, or the sign for a figure that has none because it is missing."""
    return NOT_SCORED if whisker is None else whisker.words


def description(periods: Sequence[str], lines: Sequence[TrendLine]) -> str:
    """Return what the chart shows: the first and the last figure of each line, with their intervals."""
    where = f"pada {periods[0]}" if len(periods) == 1 else f"dari {periods[0]} sampai {periods[-1]}"
    parts = "; ".join(f"{each.name} {_ends(periods, each)}" for each in lines)
    return " ".join([f"Diagram garis {where}. {parts}.", *notes(periods, lines)])


def _ends(periods: Sequence[str], each: TrendLine) -> str:
    whiskers = each.whiskers or (None,) * len(each.values)
    texts = [
        f"{shown(value)} ({', '.join((period, *_interval(whisker)))})"
        for period, value, whisker in zip(periods, each.values, whiskers, strict=True)
        if known(value) is not None
    ]
    return " menjadi ".join([*texts[:1], *texts[1:][-1:]]) or "tanpa nilai"


def _interval(whisker: Whisker | None) -> Iterator[str]:
    if whisker is not None:
        yield f"selang {whisker.words}" if whisker.ends else whisker.words


def notes(periods: Sequence[str], lines: Sequence[TrendLine]) -> Iterator[str]:
    """Yield what the upright strokes are, and why they are not at each figure; nothing without intervals."""
    if not any(each.whiskers for each in lines):
        return
    if any(whisker and whisker.ends for each in lines for whisker in each.whiskers):
        yield "Garis tegak: selang kepastian 95 persen."
    for why, names in _reasons(periods, lines).items():
        yield f"{capital(why)} ({'; '.join(names)})."
    for each in lines:
        if not each.whiskers:
            yield f"{each.name} tanpa selang: selang dihitung untuk setiap indeks sendiri."


def _reasons(periods: Sequence[str], lines: Sequence[TrendLine]) -> dict[str, list[str]]:
    """Return why figures have no interval, each reason once, with the lines and periods of which it is."""
    found: dict[str, dict[str, list[str]]] = {}
    for each in lines:
        for period, whisker in zip(periods, each.whiskers, strict=False):
            if whisker and whisker.why:
                found.setdefault(whisker.why, {}).setdefault(period, []).append(each.name)
    return {
        why: [f"{', '.join(names)} {period}" for period, names in of.items()] for why, of in found.items()
    }
