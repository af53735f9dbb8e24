"""What the columns of a form that no rubric knows seem to be: told by their heads and by what stands in them.

Nothing here decides: people do. Of a column's values only short choices are kept, and none of a column that
asks for a name, an address or a text of one's own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.problem import Where
from ipak_cli.base.text import EMPTY_STARS, FILLED_STARS, normalise, visible, wording
from ipak_cli.rubric.word_orders import MISSING, ladders_of
from ipak_cli.survey.reading.choose_time_column import RowsBelow, choose_time, unnamed_times
from ipak_cli.survey.reading.column_roles import ColumnRoles, tell_apart
from ipak_cli.survey.reading.header import ItemNames, is_running_number
from ipak_cli.survey.reading.row_looks import SummaryLikeness, label_of
from ipak_cli.survey.reading.sheet_layout import WIDEST, header_texts
from ipak_cli.survey.reading.shown_cells import is_like_name, shown_repeated
from ipak_cli.survey.reading.unused_columns import asks_no_item
from ipak_cli.tables.cell import column_letters
from ipak_cli.tables.column import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Mask, Piece
    from ipak_cli.tables.workbook import Sheet

    Rows = Sequence[Sequence[Cell]]

HEAD: Final = 60
"""Rows among which the heads are looked for."""
MOST_CHOICES: Final = 12
"""Different answers of a question that is answered by choosing."""
_HIGHEST: Final = 10
"""The highest number of a scale that is taken for one."""
_NEARLY: Final = 0.9
_NO_TEXT: Final = re.compile(r"[\d\s./:,+-]*(?:[ap]m)?", re.IGNORECASE)
"""A number, a date or a time that a file stores as text."""
_LED: Final = re.compile(r"(?P<number>\d{1,2})\s*[-.=:)–—]?\s*(?P<word>[^\W\d].*)", re.DOTALL)
_ENDED: Final = re.compile(r"(?P<word>[^\W\d].*?)\s*\((?P<number>\d{1,2})\)", re.DOTALL)
_LETTERED: Final = re.compile(r"[a-e]\s?[.)]\s*(?P<word>[^\W\d].*)", re.IGNORECASE | re.DOTALL)
_STARS: Final = re.compile(rf"[{FILLED_STARS}]+[{EMPTY_STARS}]*")
_OF_A_PROGRAM: Final = frozenset({"lastpage", "startlanguage", "seed", "ipaddr", "refurl"})
_WHOLE: Final = re.compile(r"(\d{1,2})(?:[.,]0)?")


class Use(StrEnum):
    """What a column is for."""

    ITEM = "item"
    PROFILE = "profile"
    TIME = "time"
    OWN_WORDS = "own words"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that people chose: its number, its word, or both; ``times`` says how often.

    ``written`` is how a word with a number stands in the file: ``4 - Baik``.
    """

    number: int | None
    word: str | None
    times: int = 1
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column, counted from 1: its heads from the lowest up, what it seems to be for, and its choices.

    There are no choices where a column's values are not all short choices of a few. ``group`` is the title
    above it and the items beside it.
    """

    number: int
    heads: tuple[str, ...]
    use: Use
    choices: tuple[Choice, ...] = ()
    profile: str | None = None
    group: str | None = None

    @property
    def letters(self) -> str:
        """Its letters, as a spreadsheet shows them."""
        return column_letters(self.number)

    @property
    def head(self) -> str:
        """The text that stands right above its values."""
        return self.heads[0]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that were chosen, those with a number of their own included."""
        return tuple(choice.word for choice in self.choices if choice.word is not None)


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet whose questions nobody has declared; ``times`` are columns that may hold the time."""

    where: Where
    row: int
    columns: tuple[FormColumn, ...] = ()
    times: tuple[int, ...] = field(default=())

    def of(self, use: Use) -> tuple[FormColumn, ...]:
        """Return the columns of a use."""
        return tuple(column for column in self.columns if column.use is use)

    def column(self, number: int) -> FormColumn | None:
        """Return a column by its number."""
        return next((column for column in self.columns if column.number == number), None)


def read_form(sheet: Sheet, known: SurveyRubric) -> Form | None:
    """Return what the columns of a sheet seem to be, ``None`` where no row is one of heads.

    ``known`` names the profiles that its heads may ask for.
    """
    head = [row[:WIDEST] for row in sheet.head(HEAD)]
    found = _head_rows(head)
    if found is None:
        return None
    first, last = found
    where = Where(sheet.file, sheet.name)
    roles = ColumnRoles(known, where, last + 1, header_texts(head, first, last))
    body = RowsBelow.of(head[last + 1 :])
    tell_apart(roles, ItemNames({}, {}, ItemNames.of(known).profiles), body)
    time = choose_time((*roles.times, *unnamed_times(roles.headers, body)))
    counts = _counted(sheet, last + 1, set(roles.headers) - {time.column})
    columns = _columns(roles, time.column, counts)
    return Form(where, last + 1, _grouped(columns, head[last - 1] if last else ()), time.by_content)


def _grouped(columns: Iterable[FormColumn], above: Sequence[Cell]) -> tuple[FormColumn, ...]:
    """Name the group of items' columns, side by side, of which the first has a title above it."""
    made, title = [], None
    for each in columns:
        cell = above[each.number - 1] if each.number <= len(above) else None
        if not is_blank(cell) or each.use is not Use.ITEM:
            title = " ".join(cell.split()) if isinstance(cell, str) and each.use is Use.ITEM else None
        made.append(replace(each, group=title))
    return tuple(made)


def _columns(
    roles: ColumnRoles, time: int | None, counts: Mapping[int, Counter[Cell] | None]
) -> tuple[FormColumn, ...]:
    profiles = {column: code for code, column in roles.profiles.items()}
    personal = {*roles.identities, *roles.suggestions, *roles.persons.values()}
    made = []
    for number, heads in roles.headers.items():
        if number == time:
            made.append(FormColumn(number, heads, Use.TIME))
        elif number in personal or is_running_number(heads[0]):
            made.append(FormColumn(number, heads, Use.OWN_WORDS))
        else:
            use, choices = Use.PROFILE if number in profiles else Use.OTHER, _choices(counts.get(number))
            made.append(FormColumn(number, heads, use, choices, profiles.get(number)))
    return _with_items(made)


def _with_items(columns: Sequence[FormColumn]) -> tuple[FormColumn, ...]:
    """Take columns for items: those whose choices are numbers or words of a known order, or are shared."""
    shared = Counter(
        word for each in columns if each.use is Use.OTHER for word in {wording(word) for word in each.words}
    )
    likely = {each.number for each in columns if each.use is Use.OTHER and _is_item(each, shared)}
    return tuple(
        replace(each, use=Use.ITEM, profile=None) if each.number in likely else each for each in columns
    )


def _is_item(column: FormColumn, shared: Mapping[str, int]) -> bool:
    words = [word for word in column.words if wording(word) not in MISSING]
    common = sum(shared[wording(word)] > 1 for word in words)
    if not normalise(column.head) or 2 * common > max(len(words), 2):
        return bool(normalise(column.head))
    known = ladders_of(words) if words else any(choice.number is not None for choice in column.choices)
    return bool(known) and not asks_no_item(column.head) and normalise(column.head) not in _OF_A_PROGRAM


def _head_rows(head: Rows) -> tuple[int, int] | None:
    """Return the row of most texts that stand nowhere below it, and the last of the rows of heads below."""
    last_row: dict[str, int] = {}
    for number, row in enumerate(head):
        last_row.update({normalise(cell): number for cell in row if isinstance(cell, str)})
    heads = [_heads(row, number, last_row) for number, row in enumerate(head)]
    most = max(map(len, heads), default=0)
    if most < 2:
        return None
    first = last = next(number for number, found in enumerate(heads) if len(found) == most)
    while last + 2 < len(head) and len(heads[last + 1]) * 2 > most:
        last += 1
    return first, last


def _heads(row: Sequence[Cell], number: int, last_row: Mapping[str, int]) -> set[str]:
    """Return the texts of a row that may be heads; none of a row that has a number or a date."""
    filled = [cell for cell in row if not is_blank(cell)]
    texts = [cell for cell in filled if isinstance(cell, str) and not _NO_TEXT.fullmatch(cell)]
    if len(texts) < len(filled):
        return set()
    return {each for each in map(normalise, texts) if each and last_row[each] == number}


def _counted(sheet: Sheet, row: int, columns: set[int]) -> dict[int, Counter[Cell] | None]:
    """Count the values of each column below the heads; ``None`` for one that has too many different ones.

    Rows that sum up, as footers do, are left out.
    """
    counts: dict[int, Counter[Cell] | None] = {number: Counter() for number in columns}
    for piece in sheet.pieces():
        kept = np.flatnonzero((piece.rows > row) & ~_summaries(piece))
        for number in columns & piece.columns.keys():
            if (counted := counts[number]) is not None:
                column = piece.columns[number].only(kept).trimmed()
                times = np.bincount(column.codes[column.codes >= 0], minlength=len(column.values))
                for cell, count in zip(column.values.cells, times.tolist(), strict=True):
                    counted[cell] += count  # one value may stand there twice, as 4 and 4.0 do
                counts[number] = counted if len(counted) <= 4 * MOST_CHOICES else None
    return counts


def _summaries(piece: Piece) -> Mask:
    """Tell the rows in which a text is the label of a summary."""
    found = np.zeros(len(piece.rows), np.bool_)
    for column in piece.columns.values():
        found |= column.map(_is_summary, empty=False, kind=np.bool_)
    return found


def _is_summary(cell: Cell) -> bool:
    return isinstance(cell, str) and label_of(cell) is SummaryLikeness.WHOLE


def _choices(counted: Counter[Cell] | None) -> tuple[Choice, ...]:
    """Return a column's choices; none where its values are not a few short ones."""
    if not counted:
        return ()
    read: Counter[Choice | None] = Counter()
    for cell, times in counted.items():
        if not is_blank(cell):
            read[_choice(cell)] += times
    merged = _merged(Counter({each: times for each, times in read.items() if each is not None}))
    if not merged or len(merged) > MOST_CHOICES or read[None] > (1 - _NEARLY) * read.total():
        return ()
    people = sum(each.number is None and is_like_name(str(each.word)) for each in merged)
    return merged if people * 2 <= len(merged) else ()


def _merged(read: Counter[Choice]) -> tuple[Choice, ...]:
    """Join what is written in several ways; the way that is written most often stays."""
    found: dict[tuple[int | None, str | None], Choice] = {}
    for choice, times in read.most_common():
        key = (choice.number, None if choice.word is None else wording(choice.word))
        first = found.get(key, replace(choice, times=0, written=()))
        known = set(map(wording, first.written))
        written = (*first.written, *(each for each in choice.written if wording(each) not in known))
        found[key] = replace(first, times=first.times + times, written=written)
    return tuple(found.values())


def _choice(cell: Cell) -> Choice | None:
    """Read a value as a number of a scale, as a short word, or as both: ``4``, ``Baik``, ``4 - Baik``."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return Choice(int(cell), None) if cell == int(cell) and 0 <= cell <= _HIGHEST else None
    if not isinstance(cell, str):
        return None
    text = visible(cell)
    if _STARS.fullmatch(text):
        return Choice(sum(sign in FILLED_STARS for sign in text), None)
    if whole := _WHOLE.fullmatch(text):
        return _choice(int(whole[1]))
    both = _LED.fullmatch(text) or _ENDED.fullmatch(text)
    if both and int(both["number"]) <= _HIGHEST:
        return Choice(int(both["number"]), " ".join(both["word"].split()), written=(" ".join(text.split()),))
    lettered = _LETTERED.fullmatch(text)
    shown = shown_repeated(lettered["word"] if lettered else text)
    return Choice(None, shown) if isinstance(shown, str) and shown else None
