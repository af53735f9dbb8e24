"""How many items a report says that its questionnaire has, in all and of each index."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.audit.instrument import COMBINED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.audit.instrument import Instrument

Mention: TypeAlias = tuple[int, int, str]
"""Where a text names an index, begin and end, and the index's code."""
_COUNT: Final = (
    r"(?<![\d.,(])\(?\d{1,2}\)?\s*(?:\([a-z\s]{1,25}\)\s*)?(?:butir|pertanyaan|pernyataan|unsur|item)\b"
    r"(?!\s+(?:yang\s+)?(?:\w+\s+)?(?:terendah|tertinggi|prioritas|perbaikan|layanan\s+lain)\b)"
)
"""A number of items, as ``14 butir`` or ``9 (sembilan) unsur``; not some of them, as ``3 butir terendah``."""
_HOLDS: Final = (
    r"(?:berisi(?:kan)?|terdiri|memuat|mencakup|meliputi|menggunakan|mengisi|menjawab)"
    r"(?:\s+(?:dari|atas|oleh|sebanyak|sejumlah|semua|seluruh|total|daftar|butir|pertanyaan)){0,3}\s+"
)
_STATEMENT: Final = re.compile(
    r"(?i)(?<!hasil )\b(?:ku[ei]s\w*ner|angket|instrumen|formulir|surve[iy]|responden)\b"
    r"(?:(?!\b(?:tidak|belum|hanya|hasil|tindak)\b)[^.;|?!]){0,120}?"
    rf"\b{_HOLDS}(?P<counts>{_COUNT}[^.;|?!]{{0,200}})"
)
"""A sentence about the questionnaire, from its subject over what it holds to the sentence's end."""
_EACH: Final = re.compile(rf"(?i){_COUNT}")
_OF: Final = re.compile(
    r"(?i)\s*(?:(?:butir|pertanyaan|pernyataan|unsur|item|untuk|tentang|mengenai|terkait|dari|pada|indeks|surve[iy]|\()\s*)*"
)
"""What stands between a number of items and the index that has them."""
_HAS: Final = re.compile(rf"(?i)[\s(:=–-]*(?:ada\s+|sebanyak\s+|\)?\s*{_HOLDS})?")
"""What stands between an index and the number of its items."""
_AND: Final = re.compile(r"(?i)\s*(?:,|dan|&|/|serta|maupun)\s*(?:indeks\s+|surve[iy]\s+|kuesioner\s+)*")


@dataclass(frozen=True, slots=True)
class StatedItems:
    """The numbers of items that a report states: of the whole questionnaire, and of each index by its code.

    Where sentences differ, each of their numbers stands here.
    """

    in_all: frozenset[int] = frozenset()
    of_index: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def fit(self, instrument: Instrument) -> bool:
        """Tell whether an instrument has as many items as is stated; always where nothing is.

        The sentences may count the whole questionnaire or one index after the other. Of an instrument that
        has none of the counted indices nothing is stated that it could fit.
        """
        own = {code: len(index.items) for code, index in instrument.indices.items()}
        if self.of_index and own.keys().isdisjoint(self.of_index):
            return False
        if any(count not in self.of_index.get(code, {count}) for code, count in own.items()):
            return False
        return len(instrument.items) in self.in_all or self.in_all <= {*own.values()}


def stated_items(texts: Iterable[str], instruments: Sequence[Instrument]) -> StatedItems:
    """Return how many items sentences about the questionnaire state; instruments know the indices' names."""
    in_all: set[int] = set()
    of_index: dict[str, set[int]] = {}
    for text in texts:
        for number, codes in _counts(text, instruments):
            for code in codes:
                of_index.setdefault(code, set()).add(number)
            if not codes:
                in_all.add(number)
    return StatedItems(frozenset(in_all), {code: frozenset(each) for code, each in of_index.items()})


def _counts(text: str, instruments: Sequence[Instrument]) -> Iterator[tuple[int, set[str]]]:
    """Yield each number of items in a text's statements, with the index that has them, if one is named."""
    statements = [*_STATEMENT.finditer(text)]
    named = {each.index_mentions(text) for each in instruments} if statements else set()
    for statement in statements:
        begin = statement.start()
        for count in _EACH.finditer(text, statement.start("counts"), statement.end()):
            said = {
                _index_before(count, begin, each, text) or _index_behind(count, each, text) for each in named
            }
            number = int("".join(filter(str.isdigit, count[0])))
            yield number, {code for code in said if code and code != COMBINED}
            begin = count.end()


def _index_before(count: re.Match[str], begin: int, mentions: Sequence[Mention], text: str) -> str | None:
    """Return the only index between ``begin`` and a number of items, if it is said to have them."""
    before = [(end, code) for start, end, code in mentions if begin <= start and end <= count.start()]
    alone = len({code for _, code in before}) == 1
    return before[-1][1] if alone and _HAS.fullmatch(text, before[-1][0], count.start()) else None


def _index_behind(count: re.Match[str], mentions: Sequence[Mention], text: str) -> str | None:
    """Return the index right behind a number of items; ``None`` where it shares them with the next one."""
    behind = [mention for mention in mentions if mention[0] >= count.end()]
    if not behind or not _OF.fullmatch(text, count.end(), behind[0][0]):
        return None
    _, end, code = behind[0]
    return None if behind[1:] and _AND.fullmatch(text, end, behind[1][0]) else code
