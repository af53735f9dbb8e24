"""What people say of a form, as they type it: which columns, which index, which words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.new_rubric import COLUMN_HAS_NO_CHOICES, COLUMNS_NOT_IN_FORM, INDEX_UNFIT, SCALE_UNFIT
from ipak_cli.rubric.types import CODE
from ipak_cli.rubric.word_orders import quoted, split_words, unquoted
from ipak_cli.survey.form.columns import Use
from ipak_cli.tables.cell import column_letters, column_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipak_cli.survey.form.columns import Form, FormColumn

    ItemColumns = Sequence[Sequence[FormColumn]]
    """The columns of each item: several where it is their mean."""

OWN: Final = "sendiri"
"""Stands for a form with questions of its own, where a known instrument could be named."""
_RANGE: Final = re.compile(r"([A-Z]{1,3})(?:\s*[-–:]\s*([A-Z]{1,3}))?")
_SCALE: Final = re.compile(r"\s*(\d{1,2})\s*(?:[-–]|sampai)\s*(\d{1,2})\s*")
_CODE: Final = re.compile(CODE)
_UNKNOWN: Final = "?"


class Topic(StrEnum):
    """What can be said of a form; the value is the option that says it."""

    LIKE = "like"
    ITEMS = "items"
    INDEX = "index"
    MISSING = "missing"
    ORDER = "order"
    SCALE = "scale"
    NEGATIVE = "negative"
    PROFILES = "profiles"
    TIME = "time"
    IGNORE = "ignore"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Said:
    """What was said so far, by topic; an order for each set of words, an index for each code."""

    answers: Mapping[Topic, tuple[str, ...]] = field(default_factory=dict)

    def saying(self, topic: Topic, answer: str) -> Said:
        """Return the same with one more thing said; several indices have ``;`` between them."""
        match topic:
            case Topic.ORDER:
                said = (*self.all(topic), answer)
            case Topic.INDEX:
                said = tuple(part.strip() for part in answer.split(";") if part.strip())
            case _:
                said = (answer,)
        return Said({**self.answers, topic: said})

    def all(self, topic: Topic) -> tuple[str, ...]:
        """Return all that was said of a topic."""
        return self.answers.get(topic, ())

    def one(self, topic: Topic) -> str | None:
        """Return what was said of a topic, ``None`` where nothing was."""
        return next(iter(self.all(topic)), None)


@dataclass(frozen=True, slots=True)
class IndexSaid:
    """An index: its code, its name, and the columns of its items."""

    code: str
    name: str
    columns: tuple[FormColumn, ...]


def read_columns(text: str, form: Form) -> tuple[FormColumn, ...]:
    """Read ``D-L, N`` as columns of the form; raises ``ProblemsFoundError`` for one that it does not have."""
    return tuple(column for group in read_groups(text, form) for column in group)


def read_groups(text: str, form: Form) -> tuple[tuple[FormColumn, ...], ...]:
    """Read ``D-F, G+H`` as columns, those joined by ``+`` together.

    Raises ``ProblemsFoundError`` for what is no column of the form, and for a column that is named twice.
    """
    groups: list[tuple[FormColumn, ...]] = []
    wrong: list[str] = []
    for part in filter(None, (part.strip() for part in re.split(r"[,;]", text))):
        numbers = [_numbers(each.strip().upper()) for each in part.split("+")]
        columns = [form.column(number) for found in numbers for number in found]
        if not all(numbers) or None in columns:
            wrong.append(part)
        elif "+" in part:
            groups.append(tuple(column for column in columns if column))
        else:
            groups += [(column,) for column in columns if column]
    listed = [column.letters for group in groups for column in group]
    wrong += [letters for letters in dict.fromkeys(listed) if listed.count(letters) > 1]
    if wrong:
        known = ", ".join(span_text([column.number for column in form.columns]))
        raise ProblemsFoundError(
            [problem(COLUMNS_NOT_IN_FORM, form.where, columns=tuple(wrong), known=known)]
        )
    return tuple(groups)


def _numbers(text: str) -> range:
    match = _RANGE.fullmatch(text)
    if match is None:
        return range(0)
    first = column_number(match[1])
    return range(first, column_number(match[2] or match[1]) + 1)


def span_text(numbers: Sequence[int]) -> list[str]:
    """Write columns shortly: ``D-L``, ``N``; in the order in which they are given."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        column_letters(run[0]) if len(run) == 1 else f"{column_letters(run[0])}-{column_letters(run[-1])}"
        for run in runs
    ]


def groups_text(groups: ItemColumns) -> str:
    """Write items' columns as :func:`read_groups` reads them: ``D-F, G+H``."""
    parts: list[str] = []
    alone: list[int] = []
    for group in groups:
        if len(group) == 1:
            alone.append(group[0].number)
            continue
        parts += [*span_text(alone), "+".join(column.letters for column in group)]
        alone = []
    return ", ".join([*parts, *span_text(alone)])


def is_answered(column: FormColumn) -> bool:
    """Tell whether a column is answered by choosing, as an item is."""
    return bool(column.choices) and column.use not in {Use.OWN_WORDS, Use.TIME}


def read_items(text: str, form: Form) -> tuple[tuple[FormColumn, ...], ...]:
    """Read the columns of items, each of which must be answered by choosing.

    Raises ``ProblemsFoundError`` as :func:`read_groups` does, and for a column of names, texts or dates.
    """
    groups = read_groups(text, form)
    unfit = [column.letters for group in groups for column in group if not is_answered(column)]
    if unfit or not groups:
        listed = tuple(unfit) or (_UNKNOWN,)
        raise ProblemsFoundError([problem(COLUMN_HAS_NO_CHOICES, form.where, columns=listed)])
    return groups


def read_indices(said: Sequence[str], items: ItemColumns, form: Form) -> tuple[IndexSaid, ...]:
    """Read ``IPAK Nama indeks=D-H`` for each index; one without columns has all items.

    Raises ``ProblemsFoundError`` where an item is in no index or in two, or two indices have one code.
    """
    made: list[IndexSaid] = []
    columns_of_items = tuple(column for group in items for column in group)
    for text in said:
        named, mark, columns = text.partition("=")
        code, name = _named(named)
        made.append(IndexSaid(code, name, read_columns(columns, form) if mark else columns_of_items))
    taken = [column.number for index in made for column in index.columns]
    wanted = [column.number for column in columns_of_items]
    codes = [index.code.casefold() for index in made]
    if sorted(taken) != sorted(wanted) or len(set(codes)) < len(codes):
        odd = [
            column.letters
            for column in form.columns
            if taken.count(column.number) != wanted.count(column.number)
        ]
        raise ProblemsFoundError(
            [problem(INDEX_UNFIT, form.where, columns=tuple(odd) or tuple(index.code for index in made))]
        )
    parted = [group for index in made for group in items if 0 < len({*group} & {*index.columns}) < len(group)]
    if parted:
        letters = tuple(column.letters for column in parted[0])
        raise ProblemsFoundError([problem(INDEX_UNFIT, form.where, columns=letters)])
    return tuple(made)


def _named(text: str) -> tuple[str, str]:
    """Part the code of an index from its name; a name without a code gets its first letters as one."""
    words = text.split()
    first = words[0] if words else ""
    if _CODE.fullmatch(first) and (len(words) == 1 or (first.isupper() and len(first) > 1)):
        return first, " ".join(words[1:]) or f"Indeks {first}"
    initials = "".join(word[0] for word in words if word[0].isalpha() and word[0].isascii()).upper()
    return initials or "INDEKS", " ".join(words) or "Indeks survei"


def read_scale(text: str, form: Form) -> tuple[int, int]:
    """Read ``1-5``; raises ``ProblemsFoundError`` for what is no scale."""
    match = _SCALE.fullmatch(text)
    if match is None or int(match[1]) >= int(match[2]):
        raise ProblemsFoundError([problem(SCALE_UNFIT, form.where, scale=text)])
    return int(match[1]), int(match[2])


def read_words(text: str | None) -> tuple[str, ...]:
    """Read words with commas between them; one that holds a comma itself stands between ``"``."""
    return tuple(unquoted(word) for word in split_words(text or "", ",") if word)


def words_text(words: Iterable[str]) -> str:
    """Write words as :func:`read_words` reads them."""
    return ", ".join(quoted(word, ",") if "," in word or '"' in word else word for word in words)
