"""In which order groups are told: as the rubric says, by the numbers in their names, or by size."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from ipak_cli.base.text import normalise, wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LONGEST: Final = 100
"""Characters of a label in which its number is looked for."""
_NUMBER: Final = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]+)?)"
_WORDS: Final = re.compile(r"[^\W\d_]+|\d+")
_SIGNS: Final = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        (r"[\u2010-\u2015\u2212~]", "-"),
        (r"(?:atau )?sama dengan|\b(?:usia|umur|berusia|berumur|antara)\b|\brp\b\.?|\brp(?=[0-9])", " "),
        (r"tidak (?:lebih dari|melebihi|sampai)|kurang dari|di ?bawah|\bmaks(?:imal|imum)?\b\.?", "<"),
        (r"tidak kurang dari|lebih dari|di ?atas|\bmin(?:imal|imum)?\b\.?|\bmulai(?: dari)?\b", ">"),
        (r"paling (?:banyak|tinggi|tua|lama)|\bke ?bawah|\batau kurang|\u2264|<=", "<"),
        (r"paling (?:sedikit|rendah|muda|singkat)|\bke ?atas|\batau lebih|\bplus\b|\+|\u2265|>=", ">"),
        (r"\b(?:s\s*[./]?\s*d\b\.?|sampai(?: dengan)?|hingga|dan)\s*(?=[0-9])", "-"),
    )
)
"""What people write for "up to", "from" and "to", and the one sign that stands for each."""
_SIZES: Final = {
    "tahun": Fraction(1),
    "thn": Fraction(1),
    "th": Fraction(1),
    "bulan": Fraction(1, 12),
    "bln": Fraction(1, 12),
    "minggu": Fraction(1, 52),
    "hari": Fraction(1, 365),
    "ribu": Fraction(1000),
    "rb": Fraction(1000),
    "juta": Fraction(1000000),
    "jt": Fraction(1000000),
}
_YEARS: Final = ("tahun", "thn", "th")
_UNIT: Final = rf"\s*(?:({'|'.join(_SIZES)})\b)?\.?\s*"
_RANGE: Final = re.compile(rf"\s*([<>-]?)\s*({_NUMBER}){_UNIT}(?:-\s*[<>]?\s*({_NUMBER}){_UNIT})?([<>]?)")
_ROMAN: Final = re.compile(r"\b[ivx]+\b")
_ROMAN_DIGITS: Final = {"i": 1, "v": 5, "x": 10}
_SPELT: Final = re.compile(
    r"\b(?:ke)?(satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b|\bpertama\b"
)
_SPELT_FROM_ONE: Final = (
    *("satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan", "sepuluh"),
)
_LETTER: Final = re.compile(r"\W*([a-e])\b")
"""The letter of a rank: ``III/a``."""
_OTHERS: Final = re.compile(r"(?:yang |dan )?lain(?:nya)?\b|selain ")
_NOT_TOLD: Final = re.compile(
    r"(?:tidak (?:menjawab|diisi|mengisi|diketahui|tahu|ada jawaban|ingin|mau|bersedia)"
    r"|memilih tidak|belum diisi|tanpa jawaban|kosong|rahasia|n a)\b"
)
"""How labels begin that are no group of their own: they come after all groups."""


class _Place(NamedTuple):
    """Where a group comes: the kind of place first, then what orders those of a kind, then size and name."""

    kind: int
    within: tuple[Fraction | int, ...]
    size: int
    label: str


class _Sized(Protocol):
    @property
    def respondents(self) -> int:
        """How many people a group has."""


class _Numbers(NamedTuple):
    """The words before a label's number, and what orders it: from, whether open above, to, its letter."""

    before: str
    order: tuple[Fraction | int, ...]


def in_order(groups: Mapping[str, _Sized], order: Sequence[Sequence[str]]) -> list[str]:
    """Return the labels as readers expect them.

    First come those of the rubric's ``order``, a level an entry; then the others: by their numbers, if most
    of them have some, and the rest the largest first. "Lainnya" comes after all groups, no answer last.
    """
    levels = _Levels(order)
    placed: dict[str, _Place] = {}
    others: list[str] = []
    for label, group in groups.items():
        place = partial(_Place, size=-group.respondents, label=label)
        if (level := levels.of(label)) is not None:
            placed[label] = place(0, level)
        elif last := _last(label):
            placed[label] = place(2 + last, ())
        else:
            others.append(label)
    numbers = _numbers(others)
    for label in others:
        known = label in numbers
        placed[label] = _Place(1 if known else 2, numbers.get(label, ()), -groups[label].respondents, label)
    return sorted(groups, key=placed.__getitem__)


class _Levels:
    """The levels of a rubric's order, by the words of which a label has some."""

    def __init__(self, order: Sequence[Sequence[str]]) -> None:
        self._exact: dict[str, int] = {}
        self._words: dict[tuple[str, ...], int] = {}
        for level, words in enumerate(order):
            for word in words:
                self._exact.setdefault(wording(word), level)
                parts = _words(word)
                if any(part.isalpha() for part in parts):
                    self._words.setdefault(parts, level)

    def of(self, label: str) -> tuple[int, ...] | None:
        """Return a label's level: of the entry that it is, or else of the most words that it has together.

        Of several as long the lowest counts: "SMP/SMA" comes where SMP does, "SMA ke bawah" just before SMA.
        """
        if (level := self._exact.get(wording(label))) is not None:
            return level, 0
        if not self._words:
            return None
        parts = _words(label[:_LONGEST])
        found = [
            (-length, self._words[part])
            for length in range(1, max(map(len, self._words)) + 1)
            for start in range(len(parts) - length + 1)
            if (part := parts[start : start + length]) in self._words
        ]
        return (min(found)[1], _side(label)) if found else None


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text, letters and digits apart: ``S1``, ``S-1`` and ``s. 1`` are the same."""
    return tuple(_WORDS.findall(normalise(text)))


def _side(label: str) -> int:
    """Tell whether a label means all below a level (-1), all above it (1), or the level itself."""
    text = _signed(label)
    return (">" in text) - ("<" in text)


def _last(label: str) -> int:
    """Return 1 for the other groups, 2 for who did not answer, and 0 for a group of its own."""
    name = normalise(label[:_LONGEST])
    if not name or _NOT_TOLD.match(name):
        return 2
    return int(_OTHERS.match(name) is not None)


def _numbers(labels: Sequence[str]) -> dict[str, tuple[Fraction | int, ...]]:
    """Return what orders the labels that have numbers; nothing unless most have them after the same words."""
    found = {label: numbers for label in labels if (numbers := _read(label))}
    before = Counter(numbers.before for numbers in found.values())
    for words, count in before.most_common(1):
        if 2 * count > len(labels):
            return {label: each.order for label, each in found.items() if each.before == words}
    return {}


def _read(label: str) -> _Numbers | None:
    """Read a label's first number or range: ``17-25 tahun``, ``di atas 60``, ``Golongan III/a``."""
    text = _SPELT.sub(_spelt, _signed(label))
    text = _ROMAN.sub(_roman, text)
    start = re.search(r"[<>-]?\s*[0-9]", text)
    match = _RANGE.match(text, start.start()) if start else None
    if not match:
        return None
    sign, first, unit, second, other, after = match.groups()
    low = _value(first) * _SIZES.get(unit or other, 1)
    high = low if second is None else _value(second) * _SIZES.get(other, 1)
    before = text[: match.start()].strip(" (:.")
    if unit in _YEARS or other in _YEARS:
        before = ""  # "Remaja (12-16 tahun)"
    letter = _LETTER.match(text, match.end())
    rank = ord(letter[1]) if letter else 0
    if second is None and (sign in ("<", "-") or after == "<"):
        return _Numbers(before, (-1, 0, low, rank))
    return _Numbers(before, (low, int(second is None and ">" in sign + after), high, rank))


def _signed(label: str) -> str:
    """Return the beginning of a label in small letters, with a sign for each word of a limit."""
    text = " ".join(unicodedata.normalize("NFKC", label[:_LONGEST]).casefold().split())
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    return text


def _value(text: str) -> Fraction:
    whole = text.replace(".", "") if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+", text) else text
    return Fraction(whole.replace(",", "."))


def _spelt(found: re.Match[str]) -> str:
    return str(_SPELT_FROM_ONE.index(found[1]) + 1 if found[1] else 1)


def _roman(found: re.Match[str]) -> str:
    digits = [_ROMAN_DIGITS[letter] for letter in found[0]]
    following = [*digits[1:], 0]
    return str(sum(-one if one < after else one for one, after in zip(digits, following, strict=True)))
