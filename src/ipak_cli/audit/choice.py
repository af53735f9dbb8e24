"""Which instrument a document follows: by the indices, items and numbers of items that it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.document import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.audit.document import Document, Part
    from ipak_cli.audit.instrument import Instrument

_ENOUGH: Final = 0.5
"""The part of an instrument's items that a report with a table of items names at least."""
_ITEMS: Final = re.compile(
    r"(?i)\b(?:berisi(?:kan)?|terdiri|memuat|meliputi|menggunakan|mengisi|menjawab|mencakup)\s+(?:\w+\s+){0,3}?"
    r"(\d{1,2})\s+(?:butir|pertanyaan|pernyataan|unsur|item)\b"
)


def choose_instrument(document: Document, instruments: Sequence[Instrument]) -> Instrument | None:
    """Return the instrument that a document follows, or ``None`` where none fits, or two fit as well.

    An instrument fits when the document names each of its indices, or several of its items, and does not say
    that the survey has another number of items. Of those that fit, one of whose items it names at least half
    is taken first, then the one of which it speaks most.
    """
    texts = [*_texts(document)]
    stated = {int(found[1]) for text in texts for found in _ITEMS.finditer(text)}
    ranked: list[tuple[tuple[float, int, int], Instrument]] = []
    for instrument in instruments:
        named = [code for text in texts for _, code in instrument.indices_named(text)]
        items = _items(texts, instrument)
        count = len(instrument.items)
        speaks = set(instrument.indices) <= set(named) or len(items) > 1
        if speaks and (not stated or count in stated):
            share = len(items) / count
            ranked.append(((share if share >= _ENOUGH else 0, len(items), len(named)), instrument))
    ranked.sort(key=lambda each: each[0], reverse=True)
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        return None
    return ranked[0][1] if ranked else None


def _items(texts: Sequence[str], instrument: Instrument) -> set[str]:
    """Return the items that the cells and sentences of a document name."""
    return {
        code
        for text in texts
        for code in (instrument.item_named(text), *(code for *_, code in instrument.items_named(text)))
        if code is not None
    }


def _texts(document: Document) -> Iterator[str]:
    for part in document.parts:
        yield from _lines(part)


def _lines(part: Part) -> Iterator[str]:
    if isinstance(part, Grid):
        yield from (text for row in part.rows for text in row if text)
    else:
        yield part.text
