"""The claims of a table: each number by its column, its row and the caption; what is unclear is not used."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.claim import Claim, ClaimKind, Unread
from ipak_cli.audit.document import Place
from ipak_cli.audit.instrument import COMBINED
from ipak_cli.audit.number_words import numbers_in
from ipak_cli.audit.table_roles import Label, label_of, period_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.document import Grid
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.audit.number_words import Number
    from ipak_cli.audit.printed import Printed
    from ipak_cli.base.period import Period

PERFORMANCE: Final = "performance"
"""The subject of the points for performance (*capaian kinerja*)."""
_PERFORMANCE: Final = re.compile(r"(?i)capaian\s+kinerja")
_MAXIMUM: Final = re.compile(r"\((\d+(?:[.,]\d+)?)\)")
_NOWHERE: Final = Place()
_ORDINAL: Final = re.compile(r"(?i)no\.?|nomor|urut(?:an)?|#")


@dataclass(frozen=True, slots=True)
class Context:
    """What a table's claims are about where neither column nor row says it: the document's period."""

    instrument: Instrument
    period: Period | None


def claims_of(grid: Grid, context: Context) -> tuple[tuple[Claim, ...], tuple[Unread, ...]]:
    """Return a table's claims, and its numbers that nobody can tell the meaning of."""
    found = [*_read(_filled(grid), context)]
    claims = tuple(each for each in found if isinstance(each, Claim))
    unread = tuple(each for each in found if isinstance(each, Unread))
    return claims, unread


def _filled(grid: Grid) -> Grid:
    """Repeat what a merged cell at the left says in the rows that it covers."""
    rows: list[tuple[str, ...]] = []
    for n, row in enumerate(grid.rows):
        if n > 1 and rows and not row[0]:
            kept = list(row)
            for place in range(len(row)):
                if kept[place] or numbers_in(rows[-1][place]):
                    break
                kept[place] = rows[-1][place]
            rows.append(tuple(kept))
        else:
            rows.append(row)
    return replace(grid, rows=tuple(rows))


def _read(grid: Grid, context: Context) -> Iterator[Claim | Unread]:
    instrument, period = context.instrument, context.period
    year = period.start.year if period else None
    of_caption = period_named(grid.caption or "", year)
    heads = _head_rows(grid)
    columns = [
        label_of([grid.rows[n][place] for n in range(heads)], instrument, year)
        for place in range(len(grid.rows[0]))
    ]
    numbered = {place for place in range(len(columns)) if _ORDINAL.fullmatch(grid.rows[0][place].strip())}
    for n, row in enumerate(grid.rows[heads:], start=heads):
        words = [text for place, text in enumerate(row) if place not in numbered and _is_label(text)]
        row_label = label_of(words, instrument, year)
        quoted = " | ".join(text for text in row if text)
        for place, text in enumerate(row):
            if place in numbered or text in words:
                continue
            at = grid.place.at(n + 1, place + 1)
            labels = _Labels(columns[place], row_label, of_caption or period, " ".join(words))
            for number in numbers_in(text):
                claim = _claim(number, labels, instrument)
                if claim is None:
                    yield Unread(number.text, quoted, at)
                else:
                    yield replace(claim, place=at, words=quoted)


@dataclass(frozen=True, slots=True)
class _Labels:
    column: Label
    row: Label
    period: Period | None
    words: str

    @property
    def group(self) -> str | None:
        """The group of respondents that the row is about: its words, where they name nothing else."""
        return self.words or None if self.row == Label() else None


def _claim(number: Number, labels: _Labels, instrument: Instrument) -> Claim | None:
    """Return what a number of a cell claims, or ``None`` where its column and row leave that open."""
    value = number.value
    column, row = labels.column, labels.row
    if value is None or number.is_named:
        return None
    subject = row.item or row.index or column.item or column.index
    period = row.period or column.period or labels.period
    star = column.star if column.star is not None else row.star
    made = Claim(ClaimKind.SHARE, _NOWHERE, "", subject, value, period=period, group=labels.group)
    if star is not None and column.kind is None:
        answered = ClaimKind.SHARE if number.percent else ClaimKind.STARS
        return replace(made, kind=answered, subject=_star_of(star, subject))
    if component := _component(number, labels, made, instrument):
        return component
    named = column.kind or row.kind
    kind = named or (ClaimKind.INDEX if subject is not None and (column.index or column.period) else None)
    if kind is not ClaimKind.INDEX:
        return None if kind is None else replace(made, kind=kind)
    return None if subject is None else replace(made, kind=_value_kind(number, value, subject, instrument))


def _value_kind(number: Number, value: Printed, subject: str, instrument: Instrument) -> ClaimKind:
    """Return what a value is of its subject: a percentage, points above the scale, a mean, an index."""
    if number.percent:
        return ClaimKind.PERCENT
    if subject == COMBINED:
        return ClaimKind.COMBINED
    if subject in instrument.items:
        return ClaimKind.ITEM_MEAN
    above = value.value > instrument.rubric.scale.highest
    if above and any(index.bands for index in instrument.rubric.indices):
        return ClaimKind.CONVERTED
    return ClaimKind.POINTS if above and instrument.rubric.zi is not None else ClaimKind.INDEX


def _component(number: Number, labels: _Labels, made: Claim, instrument: Instrument) -> Claim | None:
    """Return what a number says in a row of the result component: ``17,13 (3,91-97,86%)`` of 17,5."""
    maximum = _MAXIMUM.search(labels.words)
    performance = _PERFORMANCE.search(labels.words) is not None
    if instrument.rubric.zi is None or maximum is None or not (made.subject or performance):
        return None
    if number.percent:
        return replace(made, kind=ClaimKind.PERCENT)
    inside = number.before.rstrip().endswith("(") or (number.before.strip() in {"-", "–", "/"})
    if inside:
        return replace(made, kind=ClaimKind.INDEX)
    of = numbers_in(maximum[1])[0].value
    subject = PERFORMANCE if performance else made.subject
    return replace(made, kind=ClaimKind.COMPONENT, subject=subject, of=of)


def _star_of(star: int, subject: str | None) -> str:
    return f"{star}" if subject is None else f"{subject}:{star}"


def _head_rows(grid: Grid) -> int:
    """Return how many rows are heads: those before the first that has a figure, and at least one."""
    for n, row in enumerate(grid.rows):
        if any(_is_figure(text) for text in row):
            return max(n, 1) if n else 1
    return 1


def _is_figure(text: str) -> bool:
    numbers = numbers_in(text)
    return bool(numbers) and not any(c.isalpha() for c in text) and not numbers[0].is_named


def _is_label(text: str) -> bool:
    return any(c.isalpha() for c in text) and not _is_value(text)


def _is_value(text: str) -> bool:
    """Tell a cell whose words are its number's units and remarks: ``24 orang``."""
    return bool(text) and text.strip()[0].isdigit() and bool(numbers_in(text)) and len(text) < _LONGEST_VALUE


_LONGEST_VALUE: Final = 40
