"""Fingerprints of responses, so that the same one can be noticed without keeping what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from ipak_cli.names import normalise
from ipak_cli.survey.column import Column, as_text

if TYPE_CHECKING:
    from collections.abc import Mapping

_MIX: Final = 0x9E3779B97F4A7C15
_WORD: Final = 1 << 64


def fingerprint(
    columns: Mapping[int, Column],
    chosen: Mapping[str, int],
    rows: npt.NDArray[np.intp],
    extra: tuple[npt.NDArray[np.integer], ...] = (),
) -> npt.NDArray[np.uint64]:
    """Return one number a row for the chosen columns (by header) and extra numbers; 0 where all is blank.

    The order of the columns does not matter, so the same answers in another export have the same print.
    """
    prints = np.zeros(len(rows), np.uint64)
    for header, number in chosen.items():
        column = columns[number]
        prints += _hashes(normalise(header), column)[column.places][rows]
    for place, numbers in enumerate(extra):
        # A salt for each place, so that the same numbers in other places make another print.
        salted = np.asarray(numbers).astype(np.int64).astype(np.uint64) + np.uint64(
            (place + 1) * _MIX % _WORD
        )
        prints += pd.util.hash_array(salted)
    return prints


def _hashes(key: str, column: Column) -> npt.NDArray[np.uint64]:
    """Return a hash for each distinct value, with a 0 last for empty cells."""
    texts = [as_text(value) for value in column.distinct]
    hashes = np.zeros(len(texts) + 1, np.uint64)
    if texts:
        hashes[:-1] = pd.util.hash_array(np.array([f"{key}\x1f{text}" for text in texts], dtype=object))
        hashes[:-1][np.array([not text for text in texts])] = 0
    return hashes
