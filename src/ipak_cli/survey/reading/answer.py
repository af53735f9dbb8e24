"""From a cell to an answer on the scale: read, blank, or a fault that says exactly what is wrong."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Fault
from ipak_cli.base.text import EMPTY_STARS, FILLED_STARS, normalise, visible, wording
from ipak_cli.catalogue.survey import (
    ANSWER_IS_EXCEL_ERROR,
    DATE_AS_ANSWER,
    FORMULA_WITHOUT_VALUE,
    NUMBER_CONTRADICTS_WORD,
    OUTSIDE_SCALE,
    PERCENT_AS_ANSWER,
    PLACEHOLDER_AS_ANSWER,
    SEVERAL_NUMBERS,
    STARS_OF_OTHER_SCALE,
    TRUE_OR_FALSE_AS_ANSWER,
    UNUSUAL_DIGITS,
    WORD_TURNED_BY_OTHER_FORM,
    WORD_UNKNOWN,
)
from ipak_cli.survey.reading.shown_cells import LONGEST, NOT_SHOWN, shown, shown_number
from ipak_cli.survey.reading.words import LETTERED, SHOWN_AS, shown_as
from ipak_cli.tables.cell import Cell, ErrorCell, PercentCell, UncachedFormula

if TYPE_CHECKING:
    from ipak_cli.survey.reading.words import Words


_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_FILLED: Final = FILLED_STARS
_EMPTY: Final = EMPTY_STARS
_STARS: Final = re.compile(rf"[{_FILLED}{_EMPTY}](?:\s?[{_FILLED}{_EMPTY}])*")
_IN_ORDER: Final = re.compile(rf"[{_FILLED}]*[{_EMPTY}]*")
_AROUND: Final = re.compile(r"[\s\-–—.,:;=()\[\]|_/\"'•!*]*")

_UNITS: Final = frozenset({"bintang", "star", "stars", "nilai", "skor", "poin"})
_NOTHING: Final = frozenset(
    {"", "n a", "na", "none", "null", "nil", "nihil", "kosong", "tidak ada"}
    | {"tidak diisi", "tidak ada jawaban"}
)
ERRORS: Final = frozenset(
    {"#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
_LOGICAL: Final = frozenset({"TRUE", "FALSE", "BENAR", "SALAH"})


def read_answer(value: Cell, words: Words) -> int | Fault | None:
    """Return the answer in a cell, its fault, or ``None`` where none is given: a blank cell, a word for it.

    The rubric's declared words come first, whatever else they look like. Understood are also numbers, stars,
    and numbers or stars with words (which must not contradict them). Nothing is rounded, and nothing off the
    scale is taken.
    """
    if words.turned and (fault := _turned(value, words)):
        return fault
    return None if words.missing and words.not_given(value) is not None else _read(value, words)


def _turned(value: Cell, words: Words) -> Fault | None:
    """Refuse a word that means one value by the settings for another form, and another by the rubric."""
    for said in shown_as(value):
        if (other := words.turned.get(wording(said))) is not None:
            told = {"value": shown(said, words), "own": words.meaning(said), "other": other}
            return Fault(WORD_TURNED_BY_OTHER_FORM, told)
    return None


def _read(value: Cell, words: Words) -> int | Fault | None:
    match value:
        case None:
            return None
        case bool():
            return _logical(value, words)
        case int():
            return _whole(value, words)
        case float():
            return _fraction(value, words)
        case str():
            return _text(value, words)
        case ErrorCell():
            return Fault(ANSWER_IS_EXCEL_ERROR, {"value": value.text})
        case UncachedFormula():
            return Fault(FORMULA_WITHOUT_VALUE)
        case PercentCell():
            return _percent(value, words)
        case date() | time() | timedelta():
            return Fault(DATE_AS_ANSWER)


def _logical(value: bool, words: Words) -> int | Fault:  # noqa: FBT001 (a cell's value)
    """Read TRUE or FALSE where the rubric declares what the cell shows: a spreadsheet makes it of "Benar"."""
    meant = {words.meaning(word) for word in SHOWN_AS[value]} - {None}
    answer = meant.pop() if len(meant) == 1 else None
    return (
        Fault(TRUE_OR_FALSE_AS_ANSWER, {"value": "BENAR" if value else "SALAH"}) if answer is None else answer
    )


def _percent(value: PercentCell, words: Words) -> int | Fault:
    """Read a percentage where the rubric declares it as a word; it is no number otherwise."""
    answer = words.meaning(f"{value.value * 100:.10g}%")
    return Fault(PERCENT_AS_ANSWER) if answer is None else answer


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
    text = visible(value)
    if not text:
        return None
    lettered = LETTERED.fullmatch(text)
    for said in (text, lettered["rest"]) if lettered else (text,):
        if (declared := words.meaning(said)) is not None:
            return declared
    if _NUMBER.fullmatch(text):
        return _number(text, words)
    if fault := _stand_in(text):
        return fault
    if (led := _led_by_number(text, words)) is not None:
        return led
    stars = _STARS.findall(text)
    # Numbers in a declared word are that word's, so the stars beside it are the answer.
    numbers = [] if _is_starred_word(text, stars, words) else _NUMBER.findall(text)
    if fault := _unclear(text, numbers, stars, words):
        return fault
    return _marked(text, numbers, stars, words) if numbers or stars else _unknown(text, words)


def _is_starred_word(text: str, stars: list[str], words: Words) -> bool:
    return bool(stars) and words.meaning(_STARS.sub(" ", text)) is not None


def _led_by_number(text: str, words: Words) -> int | Fault | None:
    """Read a declared word that has numbers of its own beside its value: ``3 - 3 kali``, ``3 kali (3)``."""
    numbers = list(_NUMBER.finditer(text))
    for number in (numbers[0], numbers[-1]) if len(numbers) > 1 else ():
        sides = text[: number.start()], text[number.end() :]
        declared = [words.meaning(side) is not None for side in sides]
        if any(told and not normalise(sides[1 - n]) for n, told in enumerate(declared)):
            answer = _number(number[0], words)
            return answer if isinstance(answer, Fault) else _with_words(text, answer, sides, words)
    return None


def _stand_in(text: str) -> Fault | None:
    """Recognise texts that stand for something other than an answer."""
    if text.upper() in ERRORS:
        return Fault(ANSWER_IS_EXCEL_ERROR, {"value": text.upper()})
    if text.upper() in _LOGICAL:
        return Fault(TRUE_OR_FALSE_AS_ANSWER, {"value": text.upper()})
    if "%" in unicodedata.normalize("NFKC", text):
        return Fault(PERCENT_AS_ANSWER)
    if normalise(text) in _NOTHING and not _STARS.search(text):
        return Fault(PLACEHOLDER_AS_ANSWER, {"value": text[:LONGEST]})
    return None


def _unclear(text: str, numbers: list[str], stars: list[str], words: Words) -> Fault | None:
    """Tell why numbers or stars in a text cannot be one answer."""
    if not text.isascii() and any(c.isnumeric() and not c.isascii() for c in text):
        return Fault(UNUSUAL_DIGITS, {"value": shown(text, words)})
    if len(numbers) > 1:
        return Fault(SEVERAL_NUMBERS, {"value": shown(text, words)})
    for run in stars:
        marks = "".join(run.split())
        whole = len(marks) == words.scale.highest or not any(c in _EMPTY for c in marks)
        if len(stars) > 1 or not whole or not _IN_ORDER.fullmatch(marks):
            return Fault(STARS_OF_OTHER_SCALE, {"value": run[:LONGEST], "highest": words.scale.highest})
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
    meant = [_meaning(part, words) for part in around]
    for other in meant:
        if other is not None and other != answer:
            return _contradiction(text, answer, other, words)
    led = not first or (meant[0] == answer and not last)
    told = not last or meant[1] == answer
    return answer if led and told and _apart(before, after) else _unknown(text, words)


def _meaning(text: str, words: Words) -> int | None:
    """Return what words mean; a unit such as "nilai" may stand with them."""
    whole = words.meaning(text)
    return words.meaning(_words(text)) if whole is None else whole


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


def _off_scale(written: object, words: Words) -> Fault:
    value = shown_number(str(written))
    return Fault(
        OUTSIDE_SCALE, {"value": value, "lowest": words.scale.lowest, "highest": words.scale.highest}
    )


def _contradiction(text: str, number: int, meant: int, words: Words) -> Fault:
    return Fault(NUMBER_CONTRADICTS_WORD, {"value": shown(text, words), "number": number, "meant": meant})


def _unknown(text: str, words: Words) -> Fault:
    value = shown(text, words)
    told = {"value": value, "item": words.item, "known": words.told}
    return Fault(WORD_UNKNOWN, told, unshown=text if value == NOT_SHOWN else None)
