"""Numbers that Word counts itself: of lists, headings and captions, as they stand before a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.readers.word_xml import child, children, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.audit.readers.word_xml import Element

_PLACE: Final = re.compile(r"%([1-9])")
_LEVELS: Final = 9
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN: Final = 4_999
_WITHOUT_NUMBER: Final = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts: how its numbers are written, within which text, and from where on."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    style: str | None = None
    in_figures: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted; lists of one kind count on together."""

    kinds: Mapping[str, Mapping[int, _Level]]
    lists: Mapping[str, tuple[str, Mapping[int, int]]]
    """For each list its kind, and the levels at which it begins anew."""
    _counts: dict[str, list[int | None]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Numbering:
        """Read the part of a document that describes its lists, if it has one."""
        if root is None:
            return cls({}, {})
        kinds = {
            value_of(kind, "abstractNumId"): {
                _whole(value_of(level, "ilvl"), 0): _level(level) for level in children(kind, "lvl")
            }
            for kind in children(root, "abstractNum")
        }
        lists = {value_of(each, "numId"): _list(each) for each in children(root, "num")}
        return cls(kinds, lists)

    def level_of_style(self, number: str, style: str | None) -> int:
        """Return the level of a list that a paragraph's style is bound to, else the first."""
        levels = self.kinds.get(self.lists.get(number, ("", {}))[0], {})
        return next((place for place, level in levels.items() if level.style == style), 0)

    def next(self, number: str, place: int) -> str:
        """Count on in a list at one of its levels, and return what stands before the paragraph."""
        kind, anew = self.lists.get(number, ("", {}))
        levels = self.kinds.get(kind, {})
        level = levels.get(place)
        if level is None or not 0 <= place < _LEVELS:
            return ""
        counts = self._counts.setdefault(number if anew else kind, [None] * _LEVELS)
        last = counts[place]
        counts[place] = anew.get(place, level.start) if last is None else last + 1
        counts[place + 1 :] = [None] * (_LEVELS - place - 1)
        return "" if level.form in _WITHOUT_NUMBER else self._written(level, levels, counts)

    @staticmethod
    def _written(level: _Level, levels: Mapping[int, _Level], counts: list[int | None]) -> str:
        def number(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            of = levels.get(place, level)
            count = counts[place]
            form = "decimal" if level.in_figures else of.form
            return _in_form(of.start if count is None else count, form)

        return _PLACE.sub(number, level.text).strip()


def _level(level: Element) -> _Level:
    style, figures = child(level, "pStyle"), child(level, "isLgl")
    return _Level(
        value_of(child(level, "numFmt")) or "decimal",
        value_of(child(level, "lvlText")),
        _whole(value_of(child(level, "start")), 1),
        value_of(style) or None,
        figures is not None and value_of(figures) not in {"0", "false"},
    )


def _list(each: Element) -> tuple[str, dict[int, int]]:
    anew = {
        _whole(value_of(level, "ilvl"), 0): _whole(value_of(start), 1)
        for level in children(each, "lvlOverride")
        if (start := child(level, "startOverride")) is not None
    }
    return value_of(child(each, "abstractNumId")), anew


def _whole(text: str, other: int) -> int:
    """Return a small whole number, and ``other`` for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else other


def _in_form(number: int, form: str) -> str:
    """Write a number in one of Word's forms; a form that is not known is written in figures."""
    if form.endswith("Letter") and number > 0:
        text = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
    elif form.endswith("Roman") and 0 < number <= _MOST_ROMAN:
        text = _roman(number)
    else:
        return f"{number:02}" if form == "decimalZero" else f"{number}"
    return text.upper() if form.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
