"""Numbers in a text with the words around them: units, percent signs, maximums; parts of names left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.names import TOKEN, names_in
from ipak_cli.base.printed import readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.names import Name
    from ipak_cli.base.printed import Printed

_NUMBER: Final = re.compile(
    r"(?<![\w.,/])(?:(?<!\d )[-−–+])?\d+(?:[.,]\d+)*(?![\w/]|[.,]\d)"
    r"|(?<![\w.,/])\d+[.,]\d+(?=/\d)|(?<=[A-Za-z(=:])\d+[.,]\d+(?![\w/])"
)
_PERCENT: Final = re.compile(r"\s?(?:%|persen\b)", re.IGNORECASE)
_UNIT: Final = re.compile(r"\s*(?:\([^)]{0,20}\)\s*)?(?P<unit>[A-Za-z]+)")
_MOST: Final = re.compile(
    r"(?i)\b(?:dari|dengan|dan)\s+(?:nilai\s+|skor\s+|poin\s+)?(?:maksimum|maksimal"
    r"|tertinggi)(?:\s+(?:nilai|skor|poin))?\s*$"
)
_OUT_OF: Final = re.compile(r"(?i)\s*(?:poin\s+)?(?:dari(?:\s+skala)?|/)\s*")
_ON_FROM: Final = re.compile(r"(?i)\s*(?:menjadi|ke)\b")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its meanings (two where thousands look like decimals), and what stands around it.

    ``before`` and ``after`` are the text up to the numbers next to it.
    """

    readings: tuple[Printed, ...]
    text: str
    start: int
    end: int
    before: str
    after: str
    percent: bool

    @property
    def value(self) -> Printed | None:
        """The only meaning, or ``None`` where there are two."""
        return self.readings[0] if len(self.readings) == 1 else None

    @property
    def whole(self) -> Printed | None:
        """Its meaning as a count, if it can be one."""
        return next((reading for reading in self.readings if not reading.places), None)

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole number, in one of its meanings."""
        return self.whole is not None

    @property
    def unit(self) -> str:
        """The word right behind it, in small letters."""
        found = _UNIT.match(self.after)
        return found["unit"].lower() if found else ""

    @property
    def is_maximum(self) -> bool:
        """Whether it is the most that the number before it can be: ``dari nilai maksimum 22,5``."""
        out_of = _OUT_OF.fullmatch(self.before) is not None and not _ON_FROM.match(self.after)
        return out_of or _MOST.search(self.before) is not None


def numbers_in(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text that are no parts of names, in order."""
    return read_numbers(text)[0]


def read_numbers(text: str) -> tuple[tuple[Number, ...], tuple[str, ...], tuple[Name, ...]]:
    """Return the numbers of a text, those that are parts of names and words, and the names."""
    names = names_in(text)
    numbers = tuple(_numbers(text, names))
    free = {place for number in numbers for place in range(number.start, number.end)}
    parts = (match[0] for match in TOKEN.finditer(text) if match.start() not in free)
    return numbers, tuple(parts), names


def _numbers(text: str, names: tuple[Name, ...]) -> Iterator[Number]:
    found = [match for match in _NUMBER.finditer(text) if readings(match[0].lstrip("+"))]
    named = {place for name in names for place in range(name.start, name.end)}
    matches = [match for match in found if named.isdisjoint(range(match.start(), match.end()))]
    for n, match in enumerate(matches):
        start = matches[n - 1].end() if n else 0
        end = matches[n + 1].start() if n + 1 < len(matches) else len(text)
        after = text[match.end() : end]
        yield Number(
            readings(match[0].lstrip("+")),
            match[0],
            match.start(),
            match.end(),
            text[start : match.start()],
            after,
            _PERCENT.match(after) is not None,
        )
