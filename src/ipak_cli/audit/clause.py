"""A clause of running text with all that it names: periods, indices, items, answers, and its free numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.calendar_words import periods_in
from ipak_cli.audit.names import NameKind
from ipak_cli.audit.number_words import read_numbers
from ipak_cli.audit.topic import Topic, topic_of
from ipak_cli.base.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.audit.names import Name
    from ipak_cli.audit.number_words import Number
    from ipak_cli.audit.table_claims import Context

CLAUSE_END: Final = re.compile(
    r"(?<!s\.d\.)(?<!s/d\.)(?<![Nn]o\.)(?<!Jl\.)(?<!Dr\.)(?<!hal\.)(?<=[.;:!?])\s+(?=[^\d\s])"
    r"|\s+(?:sedangkan|sementara|adapun)\s+",
    re.IGNORECASE,
)
_PREVIOUS: Final = re.compile(r"(?i)\b(triwulan|semester|tahun|periode|bulan|survei)\s+(?:sebelumnya|lalu)\b")
_THIS: Final = re.compile(r"(?i)\b(?:(?:triwulan|semester|tahun|periode|bulan)\s+ini|saat\s+ini|sekarang)\b")
_COMPARED: Final = re.compile(
    r"(?i)\b(?:dibanding(?:kan)?|terhadap|daripada|ketimbang|melebihi|dari)(?:\s+(?!menjadi)[a-z]+){0,4}\s*$"
)
_SAID_OF_IT: Final = re.compile(
    r"(?i)\s*(?:\(|,?(?:\s*(?:yang|yaitu|sebesar|sebanyak|adalah|senilai|bernilai|mencapai|dengan|nilai|skor|memperoleh"
    r"|tercatat|ipak|ipkp|ikm|skm|indeks|=|:))*)\s*"
)
_AGAIN: Final = re.compile(r"\s*\([^()]{1,30}%\)")
"""A value told once more in percent, right behind it: ``3,90 (97,50 %)``."""
_CROSSED: Final = re.compile(
    r"(?i)banding|terhadap|daripada|\bdari\b|\bnaik|\bturun|mening|menur|menjadi|sejak|melebihi"
    r"|\bdan\b|\bserta\b|[,;:]"
)
_WENT_ON: Final = re.compile(
    r"(?i)\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|mengalami\s+\w+)\b(?=.*\bmenjadi\b)"
)
_GLUE: Final = re.compile(
    r"(?i)\s*(?:%|persen|poin|responden|orang|\([^()]*\))?\s*"
    r"(?:,\s*(?:dan|serta)?|dan|serta|&|/|→|->)\s*(?:nilai\s+)?"
)
_AND: Final = re.compile(
    r"(?i)\s*\)?\s*(?:,\s*(?:dan|serta)?|dan|serta|&|/)\s*(?:nilai\s+|indeks\s+|skor\s+"
    r"|survei\s+)*(?:[\w ]+\()?\s*"
)


@dataclass(frozen=True)
class Clause:
    """A clause: its text, and the document's period, topic and instrument."""

    text: str
    context: Context

    @cached_property
    def _read(self) -> tuple[tuple[Number, ...], tuple[str, ...], tuple[Name, ...]]:
        return read_numbers(self.text)

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Its free numbers."""
        return self._read[0]

    @property
    def parts(self) -> tuple[str, ...]:
        """The numbers that are parts of names."""
        return self._read[1]

    @property
    def names(self) -> tuple[Name, ...]:
        """Its names that hold numbers."""
        return self._read[2]

    @property
    def instrument(self) -> Instrument:
        """The instrument."""
        return self.context.instrument

    @property
    def topic(self) -> Topic:
        """What it is about: a clause on PEKPPP may stand anywhere."""
        own = topic_of(self.text)
        return own if own is Topic.PEKPPP else self.context.topic

    @cached_property
    def masked(self) -> str:
        """Its text with blanks for its names, letter for letter."""
        masked = self.text
        for name in self.names:
            masked = masked[: name.start] + " " * (name.end - name.start) + masked[name.end :]
        return masked

    @cached_property
    def indices(self) -> tuple[tuple[int, int, str], ...]:
        """The indices that it names, each with its start and end."""
        return self.instrument.index_mentions(self.text)

    @cached_property
    def items(self) -> tuple[tuple[int, int, str], ...]:
        """The items that it names, each with its start and end."""
        return self.instrument.items_named(self.text)

    @cached_property
    def stars(self) -> tuple[tuple[int, str], ...]:
        """The answers that it names, each with its start."""
        return tuple((name.start, name.text.split()[-1]) for name in self.names if name.kind is NameKind.STAR)

    @cached_property
    def periods(self) -> tuple[tuple[int, int, Period | None], ...]:
        """The periods that it names, also as ``triwulan sebelumnya``; ``None`` where that is not known."""
        own = self.context.period
        found: list[tuple[int, int, Period | None]] = [
            (name.start, name.end, period)
            for name, period in periods_in(self.text, self.names, self.context.year)
        ]
        found += [(m.start(), m.end(), _before(own, m[1].lower())) for m in _PREVIOUS.finditer(self.text)]
        found += [(m.start(), m.end(), own) for m in _THIS.finditer(self.text)]
        return tuple(sorted(found, key=lambda each: each[:2]))

    def is_compared(self, start: int) -> bool:
        """Tell whether a period that begins there is what another is compared with."""
        return _COMPARED.search(self.text[:start]) is not None

    @cached_property
    def compared(self) -> tuple[Period | None, ...]:
        """The periods with which another is compared."""
        return tuple(period for start, _, period in self.periods if self.is_compared(start))

    def period_of(self, number: Number) -> tuple[bool, Period | None]:
        """Return whether the clause names a number's period, and that period, else the document's."""
        again = _AGAIN.match(self.text, number.end)
        end = again.end() if again else number.end
        nearest = min((each.start for each in self.numbers if each.start >= end), default=len(self.text))
        behind = [each for each in self.periods if each[0] >= end]
        if behind and behind[0][0] <= nearest:
            gap = self.text[end : behind[0][0]]
            if len(gap.split()) <= 4 and not _CROSSED.search(gap):
                return True, behind[0][2]
        listed = self.in_list(number, [(start, end) for start, end, _ in self.periods])
        if listed is not None:
            return True, self.periods[listed][2]
        for start, end, period in reversed(self.periods):
            if end > number.start or self._is_of_number_before(start, end, number):
                continue
            if not self.is_compared(start) or _SAID_OF_IT.fullmatch(self.text[end : number.start]):
                several = sum((start, end) == each[:2] for each in self.periods) > 1
                return True, None if several else period
        return False, self.context.period

    def _is_of_number_before(self, start: int, end: int, number: Number) -> bool:
        """Tell whether a period is that of A in ``dari A pada Triwulan III menjadi B``, and not of B."""
        on = re.search(r"(?i)\b(?:menjadi|ke)\b", self.text[end : number.start])
        if on is not None and any(each.end <= start for each in self.numbers):
            return True
        # ``Pada Triwulan III nilainya A, kemudian naik 0,05 menjadi B``: behind the verb it is of now.
        went = _WENT_ON.search(self.text, end)
        return (
            went is not None
            and went.start() < number.start
            and any(end <= each.start and each.end <= went.start() for each in self.numbers)
        )

    def run_of(self, number: Number) -> tuple[Number, ...]:
        """Return the numbers of a list in which a number stands: ``3,90 dan 3,73``."""
        place = self.numbers.index(number)
        first = last = place
        while first and self._are_listed(first - 1):
            first -= 1
        while last + 1 < len(self.numbers) and self._are_listed(last):
            last += 1
        return self.numbers[first : last + 1]

    def _are_listed(self, place: int) -> bool:
        between = self.text[self.numbers[place].end : self.numbers[place + 1].start]
        return _GLUE.fullmatch(between) is not None

    def in_list(self, number: Number, mentions: Sequence[tuple[int, int]]) -> int | None:
        """Return which of several names listed before a list of as many numbers a number belongs to."""
        run = self.run_of(number)
        before = [place for place, (_, end) in enumerate(mentions) if end <= run[0].start]
        listed = before[-len(run) :]
        if len(run) < 2 or len(listed) < len(run):
            return None
        if any(not self._joined(mentions[a], mentions[b]) for a, b in pairwise(listed)):
            return None
        earlier = [place for place in before if place not in listed]
        if earlier and self._joined(mentions[earlier[-1]], mentions[listed[0]]):
            return None  # more names than numbers
        return listed[run.index(number)]

    def _joined(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Tell whether two names stand in one list, or in one name: ``Triwulan I dan II``."""
        return one == other or _AND.fullmatch(self.text[one[1] : other[0]]) is not None


def clauses_of(text: str, context: Context) -> Iterator[Clause]:
    """Yield the clauses of a paragraph; a few words before a colon go with what stands behind it.

    A clause that names no period speaks of the one with which the clause before it began.
    """
    opened = ""
    for part in filter(None, CLAUSE_END.split(text)):
        whole = f"{opened} {part}" if opened else part
        opened = whole if whole.endswith(":") and len(whole.split()) <= _FEW_WORDS else ""
        if opened:
            continue
        clause = Clause(whole, context)
        yield clause
        if clause.periods:
            start, _, period = clause.periods[0]
            only = len(clause.periods) == 1 and not clause.text[:start].strip(" -–•*").count(" ")
            context = replace(context, period=period) if only and period and start else context
    if opened:
        yield Clause(opened, context)


_FEW_WORDS: Final = 8


def _before(period: Period | None, word: str) -> Period | None:
    """Return the period before the document's, where the word fits its length."""
    if period is None or not period.kind.months or word not in (period.kind.value, "periode", "survei"):
        return None
    return Period.of(period.start.fromordinal(period.start.toordinal() - 1), period.kind)
