"""From a cell to an answer on the scale: read, blank, or a fault that says exactly what is wrong."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from ipak_cli.cells import Cell, ErrorCell, PercentCell, UncachedFormula
from ipak_cli.names import nearest, normalise
from ipak_cli.survey.faults import Fault

if TYPE_CHECKING:
    from ipak_cli.survey.words import Words

_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_FILLED: Final = "★⭐🌟✭✯✪✮⭑"
_EMPTY: Final = "☆✩⭒"
_STARS: Final = re.compile(rf"[{_FILLED}{_EMPTY}](?:\s?[{_FILLED}{_EMPTY}])*")
_IN_ORDER: Final = re.compile(rf"[{_FILLED}]*[{_EMPTY}]*")
_AROUND: Final = re.compile(r"[\s\-–—.,:;=()\[\]|_/\"'•!*]*")
_UNITS: Final = frozenset({"bintang", "star", "stars", "nilai", "skor", "poin"})
_NOTHING: Final = frozenset(
    {"", "n a", "na", "none", "null", "nil", "nihil", "kosong", "tidak ada"}
    | {"tidak diisi", "tidak ada jawaban"}
)
_ERRORS: Final = frozenset(
    {"#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
_LOGICAL: Final = frozenset({"TRUE", "FALSE", "BENAR", "SALAH"})
_INVISIBLE: Final = "\ufe0e\ufe0f\u20e3"
_USUAL: Final = (
    "amat sangat sekali cukup kurang tidak belum agak lebih paling biasa saja lumayan bagus baik buruk jelek "
    "puas memuaskan setuju ragu netral mudah sulit cepat lambat sopan ramah jelas sesuai lengkap nyaman "
    "tersedia selalu sering jarang pernah kadang ya tahu ada dan dari satu dua tiga empat lima bintang nilai"
)
"""Words of answers in general: a message may show them although the rubric does not declare them."""
_NOT_SHOWN: Final = "(tidak ditampilkan)"
_LONGEST_SHOWN: Final = 30
_MOST_DIGITS: Final = 5
_TYPING_ERROR: Final = 90


def read_answer(value: Cell, words: Words) -> int | Fault | None:
    """Return the answer in a cell, ``None`` for a blank one, or the fault.

    Understood are numbers, stars, numbers or stars with words (which must not contradict them), and the
    rubric's declared words. Nothing is rounded, and nothing off the scale is taken.
    """
    match value:
        case None:
            return None
        case bool():
            return Fault("J303", {"value": "BENAR" if value else "SALAH"})
        case int():
            return _whole(value, words)
        case float():
            return _fraction(value, words)
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


def _whole(value: int, words: Words) -> int | Fault:
    # A number beyond any scale may have more digits than Python agrees to write.
    return value if value in words.scale.values else _off_scale(value if abs(value) < 10**9 else "", words)


def _fraction(value: float, words: Words) -> int | Fault:
    if value.is_integer():
        return _whole(int(value), words)
    return _off_scale(repr(value).replace(".", ","), words)


def _number(written: str, words: Words) -> int | Fault:
    """Read digits exactly; three decimals are not taken, since ``4.000`` is four thousand here."""
    whole, _, decimals = written.replace(",", ".").partition(".")
    if decimals.strip("0") or len(decimals) == 3 or len(whole) > 9:
        return _off_scale(written, words)
    return _whole(int(whole), words)


def _text(value: str, words: Words) -> int | Fault | None:
    text = _visible(value)
    if not text:
        return None
    if _NUMBER.fullmatch(text):
        return _number(text, words)
    if fault := _stand_in(text):
        return fault
    stars = _STARS.findall(text)
    if not stars and (declared := words.values.get(normalise(text))) is not None:
        return declared
    if fault := _unclear(text, stars, words):
        return fault
    numbers = _NUMBER.findall(text)
    return _marked(text, numbers, stars, words) if numbers or stars else _unknown(text, words)


def _visible(value: str) -> str:
    """Drop what nobody sees: joiners, byte-order marks, spaces without width; use one kind of minus."""
    if value.isascii():
        return value.strip()
    kept = (c for c in value if c not in _INVISIBLE and unicodedata.category(c) != "Cf")
    return "".join(kept).replace("\N{MINUS SIGN}", "-").strip()


def _stand_in(text: str) -> Fault | None:
    """Recognise texts that stand for something other than an answer."""
    if text.upper() in _ERRORS:
        return Fault("J306", {"value": text.upper()})
    if text.upper() in _LOGICAL:
        return Fault("J303", {"value": text.upper()})
    if "%" in unicodedata.normalize("NFKC", text):
        return Fault("J305")
    if normalise(text) in _NOTHING and not _STARS.search(text):
        return Fault("J308", {"value": text[:_LONGEST_SHOWN]})
    return None


def _unclear(text: str, stars: list[str], words: Words) -> Fault | None:
    """Tell why numbers or stars in a text cannot be one answer."""
    if any(c.isnumeric() and not c.isascii() for c in text):
        return Fault("J315", {"value": _shown(text, words)})
    if len(_NUMBER.findall(text)) > 1:
        return Fault("J313", {"value": _shown(text, words)})
    for run in stars:
        marks = "".join(run.split())
        whole = len(marks) == words.scale.highest or not any(c in _EMPTY for c in marks)
        if len(stars) > 1 or not whole or not _IN_ORDER.fullmatch(marks):
            return Fault("J314", {"value": run[:_LONGEST_SHOWN], "highest": words.scale.highest})
    return None


def _marked(text: str, numbers: list[str], stars: list[str], words: Words) -> int | Fault:
    """Read one number or one row of stars with what is written around it."""
    mark = numbers[0] if numbers else stars[0]
    before, _, after = text.partition(mark)
    answer = _number(mark, words) if numbers else _whole(_count(mark), words)
    if isinstance(answer, Fault):
        return answer
    if numbers and stars:
        before, after = _STARS.sub(" ", before), _STARS.sub(" ", after)
        if len(stars[0]) > 1 and _count(stars[0]) != answer:
            return _contradiction(text, answer, _count(stars[0]), words)
    return _with_words(text, answer, (before, after), words)


def _with_words(text: str, answer: int, around: tuple[str, str], words: Words) -> int | Fault:
    """Take the answer if the words around it are declared for it, or there are none."""
    before, after = around
    first, last = _words(before), _words(after)
    meant = [words.values.get(part) for part in (first, last)]
    for other in meant:
        if other is not None and other != answer:
            return _contradiction(text, answer, other, words)
    led = not first or (meant[0] == answer and not last)
    told = not last or meant[1] == answer
    return answer if led and told and _apart(before, after) else _unknown(text, words)


def _words(text: str) -> str:
    return " ".join(word for word in normalise(text).split() if word not in _UNITS)


def _apart(before: str, after: str) -> bool:
    """Tell ``4 - Baik`` and ``Bintang 4`` from ``4th``, ``- 4``, ``,4``, ``>4`` and ``4+``."""
    left, right = before.rstrip()[-1:], after.lstrip()[:1]
    bullet = left in set("-–—+.,") and not normalise(before)
    glued = before[-1:].isalnum() or (after[:1].isalnum() and normalise(after).split()[0] not in _UNITS)
    known = all(not c or c.isalnum() or _AROUND.fullmatch(c) for c in (left, right))
    return known and not bullet and not glued


def _count(stars: str) -> int:
    return sum(c in _FILLED for c in stars)


def _off_scale(shown: object, words: Words) -> Fault:
    text = str(shown)
    few = bool(text) and sum(c.isdigit() for c in text) <= _MOST_DIGITS
    return Fault(
        "J301",
        {
            "value": text if few else _NOT_SHOWN,
            "lowest": words.scale.lowest,
            "highest": words.scale.highest,
        },
    )


def _contradiction(text: str, number: int, meant: int, words: Words) -> Fault:
    return Fault("J309", {"value": _shown(text, words), "number": number, "meant": meant})


def _unknown(text: str, words: Words) -> Fault:
    return Fault("J302", {"value": _shown(text, words)})


def _shown(text: str, words: Words) -> str:
    """Return a text that is made of words of answers; anything else could tell who a person is.

    A name, number or address in the wrong column must not reach a result file. The cell is named anyway.
    """
    flat = " ".join(text.split())
    if len(flat) > _LONGEST_SHOWN or "@" in flat or sum(c.isdigit() for c in flat) > _MOST_DIGITS:
        return _NOT_SHOWN
    known = set(_USUAL.split()).union(*(declared.split() for declared in words.values))
    strange = (word for word in normalise(flat).split() if word.isalpha() and word not in known)
    if any(nearest(word, known, _TYPING_ERROR) is None for word in strange):
        return _NOT_SHOWN
    return flat
