"""An instrument as a document uses it: on the scale that the document says, where that is another one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.document import Grid, TextKind
from ipak_cli.audit.names import TO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.document import Document
    from ipak_cli.audit.instrument import Instrument

_SCALE: Final = re.compile(
    r"(?i)\bskala(?:\s+(?:likert|penilaian|pengukuran|nilai|jawaban|persepsi|dengan|dari|antara|angka|:))*\s+"
    rf"(?:1(?:\s*\([a-z\s]+\))?\s*(?:{TO}|hingga)\s*(?P<to>\d{{1,2}})|(?P<alone>[4-9]|10))(?!\d|[.,]\d)"
)
_WIDEST: Final = 10
"""A scale up to more, such as 1 to 100, is one of results and not of answers."""


def fitted(instrument: Instrument, document: Document) -> Instrument:
    """Return the instrument on the only scale that a document says its answers have.

    On another scale than its own an instrument has no bands and no points.
    """
    scale = instrument.rubric.scale
    stated = {highest for text in _texts(document) for highest in _highest_in(text)}
    if len(stated) != 1 or scale.highest in stated:
        return instrument
    other = scale.model_copy(update={"highest": stated.pop()})
    indices = tuple(each.model_copy(update={"bands": ()}) for each in instrument.rubric.indices)
    rubric = instrument.rubric.model_copy(update={"scale": other, "indices": indices, "zi": None})
    return replace(instrument, rubric=rubric)


def _texts(document: Document) -> Iterator[str]:
    for part in document.parts:
        if isinstance(part, Grid):
            yield from (text for row in part.rows for text in row)
        elif part.kind is not TextKind.CONTENTS:
            yield part.text


def _highest_in(text: str) -> Iterator[int]:
    for found in _SCALE.finditer(text):
        highest = int(found["to"] or found["alone"])
        if 1 < highest <= _WIDEST:
            yield highest
