"""Fingerprints of responses, so that the same one can be noticed without keeping what it says."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from ipak_cli.base.text import normalise
from ipak_cli.survey.reading.identity import Identity
from ipak_cli.tables.column import as_text, objects

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.survey.reading.taken import Taken
    from ipak_cli.tables.column import Column

_MIX: Final = 0x9E3779B97F4A7C15
_WORD: Final = 1 << 64


def fingerprint(taken: Taken, chosen: Mapping[str, int]) -> npt.NDArray[np.uint64]:
    """Return one number a row for the chosen columns (by header); 0 where all is blank.

    The order of the columns does not matter, so the same answers in another export have the same print.
    """
    prints = np.zeros(len(taken.rows), np.uint64)
    for header, number in chosen.items():
        column = taken.columns[number]
        prints += _hashes(normalise(header), column)[column.codes]
    return prints


def person_print(taken: Taken, header: str, number: int) -> npt.NDArray[np.uint64]:
    """Return one number a row for who the respondent is; 0 where the column does not tell."""
    column = taken.columns[number]
    asked = Identity.of(header)
    known = np.array([*(asked.told_by(as_text(cell)) for cell in column.values.cells), False], np.bool_)
    hashes = np.where(known, _hashes(normalise(header), column), np.uint64(0))
    prints: npt.NDArray[np.uint64] = hashes[column.codes]
    return prints


def number_print(answers: npt.NDArray[np.int8], seconds: npt.NDArray[np.int64]) -> npt.NDArray[np.uint64]:
    """Return one number a row for its answers and its time; the same answers to other items make another."""
    prints = _salted(seconds, answers.shape[1])
    highest = int(answers.max(initial=0))
    for place, column in enumerate(answers.T):
        prints += _answer_prints(place, highest)[column]
    return prints


@cache
def _answer_prints(place: int, highest: int) -> npt.NDArray[np.uint64]:
    """Return the fingerprints of the answers to one item, by their place on the scale."""
    return _salted(np.arange(highest + 1), place)


def _salted(numbers: npt.NDArray[np.int64], place: int) -> npt.NDArray[np.uint64]:
    salted = numbers.astype(np.uint64) + np.uint64((place + 1) * _MIX % _WORD)
    hashes: npt.NDArray[np.uint64] = pd.util.hash_array(salted)
    return hashes


def _hashes(key: str, column: Column) -> npt.NDArray[np.uint64]:
    """Return a hash for each distinct value, with a 0 last for empty cells."""
    texts = [as_text(value) for value in column.values.cells]
    hashes = np.zeros(len(texts) + 1, np.uint64)
    if texts:
        hashes[:-1] = pd.util.hash_array(objects(f"{key}\x1f{text}" for text in texts), categorize=False)
        hashes[:-1][np.array([not text for text in texts])] = 0
    return hashes
