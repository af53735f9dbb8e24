"""From a cell to an answer on the scale: read, blank, or a fault that says exactly what is wrong."""

from __future__ import annotations

import math
import re
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from ipak_cli.cells import Cell, ErrorCell, PercentCell, UncachedFormula
from ipak_cli.names import normalise
from ipak_cli.survey.faults import Fault

if TYPE_CHECKING:
    from ipak_cli.survey.words import Words

_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_PERCENT: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?\s*%")
_NUMBER_AND_WORDS: Final = re.compile(r"(?P<n>[0-9]+)\s*(?P<mark>[-–—.:=)(]|\s)\s*(?P<rest>.*)", re.DOTALL)
_STARS_NAMED: Final = re.compile(r"bintang\s*(?P<after>[0-9]+)|(?P<before>[0-9]+)\s*bintang", re.IGNORECASE)
_FILLED: Final = "★⭐🌟✭✯"
_EMPTY: Final = "☆✩"
_JOINERS: Final = "\ufe0e\ufe0f\u200d"
_SHOWN: Final = 30
_PERSONAL: Final = re.compile(r"@|\d{6,}")


def read_answer(value: Cell, words: Words) -> int | Fault | None:
    """Return the answer in a cell, ``None`` for a blank one, or the fault.

    Understood are numbers, numbers with words (the words must not contradict the number), stars, and the
    rubric's declared words. Nothing is rounded, and nothing off the scale is taken.
    """
    match value:
        case None:
            return None
        case bool():
            return Fault("J303", {"value": "BENAR" if value else "SALAH"})
        case int() | float():
            return _number(value, words)
        case str():
            return _text(value, words)
        case ErrorCell():
            return Fault("J306", {"value": value.text})
        case UncachedFormula():
            return Fault("J307")
        case PercentCell():
            return Fault("J305")
        case date() | time() | timedelta():
            return Fault("J304")


def _number(value: float, words: Words) -> int | Fault:
    scale = words.scale
    if not math.isfinite(value) or value != int(value) or int(value) not in scale.values:
        return _off_scale(_shown_number(value), words)
    return int(value)


def _shown_number(value: float) -> str:
    if not math.isfinite(value):
        return str(value)
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value).replace(".", ",")


def _text(value: str, words: Words) -> int | Fault | None:
    text = "".join(c for c in value if c not in _JOINERS).strip()
    if not text:
        return None
    if _NUMBER.fullmatch(text):
        return _number(float(text.replace(",", ".")), words) if len(text) < 20 else _off_scale(text, words)
    if _PERCENT.fullmatch(text):
        return Fault("J305")
    if all(c in _FILLED + _EMPTY or c.isspace() for c in text):
        return _number(sum(c in _FILLED for c in text), words)
    if named := _STARS_NAMED.fullmatch(text):
        return _number(int((named["after"] or named["before"])[:9]), words)
    if (declared := words.values.get(normalise(text))) is not None:
        return declared
    return _number_and_words(text, words)


def _number_and_words(text: str, words: Words) -> int | Fault:
    """Read ``4 - Sangat baik``: the number counts, unless its words stand for another value."""
    match = _NUMBER_AND_WORDS.fullmatch(text)
    if match is None or any(c.isdigit() for c in match["rest"]) or not match["rest"].strip(" ()"):
        return Fault(
            "J308" if text in {"-", "–", "—"} or _means_nothing(text) else "J302", {"value": _shown(text)}
        )
    number = _number(int(match["n"][:9]), words)
    stars = match["rest"].strip(" ()")
    if stars and all(c in _FILLED + _EMPTY for c in stars):
        meant: int | None = sum(c in _FILLED for c in stars)
    else:
        meant = words.values.get(normalise(match["rest"]))
    if isinstance(number, int) and meant is not None and meant != number:
        return Fault("J309", {"value": _shown(text), "number": number, "meant": meant})
    return number


def _means_nothing(text: str) -> bool:
    return normalise(text) in {
        "",
        "n a",
        "na",
        "none",
        "null",
        "nil",
        "tidak diisi",
        "tidak ada jawaban",
        "kosong",
    }


def _off_scale(shown: str, words: Words) -> Fault:
    return Fault("J301", {"value": shown, "lowest": words.scale.lowest, "highest": words.scale.highest})


def _shown(text: str) -> str:
    """Return as much of a text as a message may show: nothing that could tell who a person is."""
    if _PERSONAL.search(text):
        return "(tidak ditampilkan)"
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"
