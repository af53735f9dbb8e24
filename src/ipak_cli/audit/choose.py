"""Which instrument a report follows: of those with as many items as it states, the one that it names most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.audit.document import Grid
from ipak_cli.audit.instrument import COMBINED
from ipak_cli.audit.stated_items import stated_items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.audit.document import Document
    from ipak_cli.audit.instrument import Instrument

_ITEM: Final = 5
"""How much an item that a table names counts beside an index that a text names."""
_MOST_CELLS: Final = 5_000
"""Different texts of tables that are compared with items; a report's item tables come long before."""


def best_instruments(document: Document, instruments: Iterable[Instrument]) -> tuple[Instrument, ...]:
    """Return the instruments that a document names most: none, one, or several alike.

    One whose number of items, in all or of an index, is not what the document says of its questionnaire is
    left out.
    """
    known = [*instruments]
    stated = stated_items(_texts(document), known)
    scored = [(_score(document, each), each) for each in known if stated.fit(each)]
    best = max((score for score, _ in scored), default=0)
    return tuple(each for score, each in scored if best and score == best)


def _score(document: Document, instrument: Instrument) -> int:
    cells = list(dict.fromkeys(_cells(document)))[:_MOST_CELLS]
    items = {code for text in cells if (code := instrument.item_named(text))}
    named = (code for text in _texts(document) for _, code in instrument.indices_named(text))
    return _ITEM * len(items) + sum(code != COMBINED for code in named)


def _cells(document: Document) -> Iterator[str]:
    for part in document.parts:
        if isinstance(part, Grid):
            yield from (text for row in part.rows for text in row if any(map(str.isalpha, text)))


def _texts(document: Document) -> Iterator[str]:
    for part in document.parts:
        yield from _rows(part.rows) if isinstance(part, Grid) else (part.text,)


def _rows(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    return (" | ".join(row) for row in rows)
