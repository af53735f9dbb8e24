"""What respondents suggest in their own words: gathered as it is read, shown without what names a person."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import repeat
from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz import fuzz, process

from ipak_cli.base.text import normalise
from ipak_cli.survey.reading.redact import REMOVED, plain_text, shown, taken, without_marks
from ipak_cli.survey.reading.redact_contacts import remove_contacts
from ipak_cli.survey.reading.redact_names import KnownNames, remove_names
from ipak_cli.survey.suggestion_result import Suggestion, Suggestions
from ipak_cli.tables.cell import ErrorCell, UncachedFormula
from ipak_cli.tables.column import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ipak_cli.base.problem import Where
    from ipak_cli.survey.suggestion_result import Taken
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Column

    _Places = Callable[[int, int], Where]

MOST_KEPT: Final = 2_000
"""Different texts of a period that are kept; further ones are counted as not shown."""
LONGEST: Final = 500
"""Letters of a text that are shown."""
NEAR: Final = 90
"""How alike (0 to 100) two normalised texts are that count as one."""

_LONGEST_KEPT: Final = 4 * LONGEST
"""Letters of a text that are kept until names are taken out, which makes it shorter."""
_LONGEST_TRIVIAL: Final = 60
_NOT_A_TEXT: Final = "-"
_NOTHING: Final = frozenset(
    {
        "ok", "oke", "okay", "cukup", "nihil", "ya", "ada", "n a", "na", "none", "null", "nil", "kosong",
        "sda", "idem", "true", "false", "wa", "hp", "telp", "email", "pak", "bu", "bapak", "ibu",
        "test", "tes", "coba", "uji coba",
    }
)  # fmt: skip
_DENIALS: Final = frozenset({"tidak", "tdk", "tak", "ga", "gak", "nggak", "enggak", "belum", "no", "nothing"})
_DENIED: Final = _DENIALS | frozenset(
    {
        "ada", "saran", "masukan", "kritik", "komentar", "usul", "usulan", "dan", "atau", "untuk", "saat",
        "ini", "sementara", "sejauh", "comment", "comments", "suggestion", "suggestions",
    }
)  # fmt: skip
"""Words of which "untuk saat ini belum ada saran" is made."""
_TURNS: Final = _DENIALS | frozenset({"bukan", "jangan", "kurang", "tanpa", "not"})
"""Words that make two otherwise like texts say the opposite."""


@dataclass(slots=True)
class _Kept:
    """A text without numbers and addresses, how many they were, how often it was given, and where first."""

    text: str
    removed: int
    count: int
    where: Where | None = None


@dataclass(slots=True)
class Heard:
    """What one period's respondents wrote, in order, and the names that must not be shown.

    Equal texts are known by a digest, so that no text is kept as it was written.
    """

    kept: dict[bytes, _Kept] = field(default_factory=dict)
    identities: set[str] = field(default_factory=set)
    trivial: int = 0
    beyond: int = 0

    def hear(self, texts: Sequence[Column], identities: Sequence[Column], at: _Places | None = None) -> None:
        """Take the texts and identities of further responses: columns of text, a blank one an empty cell.

        ``at`` tells where a text stands: of which row and which of the columns, both counted from 0.
        """
        self.identities.update(str(name) for column in identities for name in column.held())
        for row, number, text, count in _in_order(texts):
            self._hear(text, count, at(row, number) if at else None)

    def _hear(self, written: str, count: int, where: Where | None) -> None:
        digest = blake2b(written.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        if digest in self.kept:
            self.kept[digest].count += count
            return
        text = plain_text(written)
        if _is_trivial(text):
            self.trivial += count
        elif len(self.kept) >= MOST_KEPT:
            self.beyond += count
        else:
            self.kept[digest] = _Kept(*_without_contacts(text), count, where)

    @classmethod
    def joined(cls, parts: Iterable[Heard]) -> Heard:
        """Join what several files' respondents of one period wrote."""
        everything = cls()
        for each in parts:
            everything.join(each)
        return everything

    def join(self, other: Heard) -> None:
        """Take what another file's respondents of the same period wrote."""
        self.identities |= other.identities
        self.trivial += other.trivial
        self.beyond += other.beyond
        for digest, kept in other.kept.items():
            if digest in self.kept:
                self.kept[digest].count += kept.count
            elif len(self.kept) >= MOST_KEPT:
                self.beyond += kept.count
            else:
                self.kept[digest] = replace(kept)


def _without_contacts(text: str) -> tuple[str, int]:
    text, removed = remove_contacts(text)
    if len(text) > _LONGEST_KEPT:
        text = text[:_LONGEST_KEPT].rpartition(" ")[0]
    return text, removed


def _in_order(columns: Sequence[Column]) -> list[tuple[int, int, str, int]]:
    """Return each text, its first row and its column, and how often it was given, in that order."""
    found: list[tuple[int, int, str, int]] = []
    for number, column in enumerate(columns):
        filled = np.flatnonzero(column.codes >= 0)
        places, firsts, counts = np.unique(column.codes[filled], return_index=True, return_counts=True)
        rows = filled[firsts].tolist()
        texts = (str(column.values.cells[place]) for place in places.tolist())
        found += zip(rows, repeat(number), texts, counts.tolist())
    return sorted(found)


def texts_of(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return what some columns say; a blank cell and one that cannot be read is empty.

    A number, a date or the like is no text, and nothing to show.
    """
    return tuple(column.texts(_text_of) for column in columns)


def _text_of(value: Cell) -> str:
    if value is None or is_unread(value):
        return ""
    return as_text(value) if isinstance(value, str) else _NOT_A_TEXT


def is_unread(value: Cell) -> bool:
    """Tell a cell whose text a spreadsheet program has lost: ``-`` or ``=`` made it a formula."""
    return isinstance(value, ErrorCell | UncachedFormula)


def suggestions(heard: Iterable[Heard], staff: Iterable[str] = ()) -> Suggestions:
    """Return what may be shown of several files' texts of one period; names of the staff may not."""
    everything = Heard.joined(heard)
    kept = everything.kept.values()
    known = KnownNames.of(everything.identities, [one.text for one in kept], staff)
    entries: Counter[str] = Counter()
    firsts: dict[str, Suggestion] = {}
    trivial, removed = everything.trivial, 0
    for one in kept:
        text, names = remove_names(one.text, known)
        removed += (one.removed + names) * one.count
        if _is_trivial(without_marks(text)):
            trivial += one.count
        else:
            written = _cut(shown(text))
            entries[written] += one.count
            firsts.setdefault(written, Suggestion(written, 0, _marks_of(written, text), one.where))
    return Suggestions(
        given=entries.total() + trivial + everything.beyond,
        shown=tuple(replace(firsts[text], count=count) for text, count in _group(entries)),
        trivial=trivial,
        removed=removed,
        not_shown=everything.beyond,
    )


def _is_trivial(text: str) -> bool:
    """Tell what says nothing, such as ``-``, ``nihil`` or ``belum ada saran``, from a suggestion."""
    if len(text) > _LONGEST_TRIVIAL:
        return False
    name = normalise(text)
    words = set(name.split())
    denied = words <= _DENIED and not words.isdisjoint(_DENIALS)
    return denied or not name or name.isdigit() or name in _NOTHING


def _cut(text: str) -> str:
    """Return a text of at most ``LONGEST`` letters, never with half a mark at its end."""
    if len(text) <= LONGEST:
        return text
    end = LONGEST - 1
    mark = text.rfind(REMOVED, 0, end + len(REMOVED))
    if mark >= 0 and mark < end < mark + len(REMOVED):
        end = mark
    return f"{text[:end].rstrip()}…"


def _marks_of(written: str, text: str) -> tuple[tuple[Taken, ...], ...] | None:
    """Return what stood where a text has marks; ``None`` for one without, or where a respondent wrote one."""
    kinds, count = taken(text), written.count(REMOVED)
    return kinds[:count] if count and text.count(REMOVED) == 0 else None


def _group(entries: Counter[str]) -> list[tuple[str, int]]:
    """Join repeats, then near repeats, under the most frequent wording; the most frequent come first."""
    wordings: dict[str, Counter[str]] = {}
    for text, count in entries.items():
        wordings.setdefault(normalise(text), Counter())[text] += count
    counts: dict[str, int] = {}
    alike: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(wordings, key=lambda name: (-wordings[name].total(), name)):
        total = wordings[name].total()
        # Another number, or a "tidak" more, makes it another text, however much is alike.
        others = alike[_turns(name)]
        same = _near(name, others)
        if same == name:
            others.append(name)
        counts[same] = counts.get(same, 0) + total
    groups = ((_most_frequent(wordings[name]), count) for name, count in counts.items())
    return sorted(groups, key=lambda group: (-group[1], group[0]))


def _most_frequent(wordings: Counter[str]) -> str:
    return min(wordings, key=lambda text: (-wordings[text], text))


def _near(name: str, others: Sequence[str]) -> str:
    """Return the first of the texts that says the same but for slips of the pen, or the text itself."""
    found = process.extract_iter(name, others, scorer=fuzz.ratio, score_cutoff=NEAR)
    return next((other for other, _, _ in found), name)


def _turns(name: str) -> tuple[str, ...]:
    return tuple(word for word in name.split() if word in _TURNS or any(c.isdigit() for c in word))
