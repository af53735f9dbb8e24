"""Headers that only count the questions: "Unsur 1", "P2"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import normalise, spaced

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.tables.cell import Cell

_COUNTED: Final = re.compile(r"(?P<stem>.*\D|)(?P<number>\d{1,3})")
_BRACKETS: Final = re.compile(
    r"\s*\(\s*(?:(?:skala\s*)?\d\s*(?:[-–]|s/d|sampai)\s*\d|[A-Za-z]{0,2}[\s-]*0?(?P<code>\d{1,2}))\s*\)\s*$",
    re.IGNORECASE,
)
"""What may stand behind the number: the scale, or the item's code."""
_STEMS: Final = frozenset(
    {"unsur", "u", "p", "q", "x", "i", "pertanyaan", "question", "soal", "butir", "item", "indikator", "sq"}
    | {"tanya", "ke"}
)
"""The last word ahead of the number; other things that are counted, such as children, are no questions."""


def numbered_items(head: Sequence[Sequence[Cell]], rubric: SurveyRubric) -> Mapping[str, str]:
    """Return the item of each header that is a number, if a row counts as many questions as the rubric has.

    The headers are normalised; the first such row decides, and of several families in it all.
    """
    items = [item.code for item in rubric.items]
    for row in head:
        families: dict[str, dict[int, str]] = defaultdict(dict)
        for cell in row:
            if isinstance(cell, str) and (counted := _counted(cell)):
                families[counted["stem"]][int(counted["number"])] = normalise(spaced(cell))
        found = {
            header: items[number - 1]
            for stem, headers in families.items()
            if _asks(stem) and sorted(headers) == list(range(1, len(items) + 1))
            for number, header in headers.items()
        }
        if found:
            return found
    return {}


def _counted(header: str) -> re.Match[str] | None:
    """Part a header from its number; a code in brackets must be that number."""
    behind = _BRACKETS.search(header)
    counted = _COUNTED.fullmatch(normalise(spaced(header[: behind.start()] if behind else header)))
    same = not (counted and behind and behind["code"]) or int(behind["code"]) == int(counted["number"])
    return counted if same else None


def _asks(stem: str) -> bool:
    return stem.strip(" 0").rpartition(" ")[2] in _STEMS
