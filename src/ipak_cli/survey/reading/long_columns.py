"""Whose answer a row of a long table is, and in which column: told by headers, or by what is below."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.base.text import normalise, spaced
from ipak_cli.catalogue.survey import (
    NO_RESPONDENT_COLUMN,
    SEVERAL_ANSWER_COLUMNS,
    SEVERAL_RESPONDENT_COLUMNS,
)
from ipak_cli.rubric.own_form import IDENTITY
from ipak_cli.survey.reading.answer import read_answer
from ipak_cli.survey.reading.date import Instant, TimeForm, instant_of
from ipak_cli.survey.reading.date_order import DateOrder
from ipak_cli.survey.reading.header import is_person
from ipak_cli.survey.reading.time_headers import speaks_of_time
from ipak_cli.survey.reading.unmatched_sheets import is_headed_answer
from ipak_cli.survey.reading.words import words_of
from ipak_cli.tables.column import as_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from ipak_cli.survey.reading.long_table import LongTable
    from ipak_cli.survey.reading.words import Words
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Column, Mask

    Codes = npt.NDArray[np.int64]

_KEYS: Final = frozenset({"id", "kode", "no", "nomor", "code", "nr", "key", "uuid"})
_SUBMISSIONS: Final = frozenset(
    {
        "submission", "submisi", "response", "respon", "respons", "kuesioner", "kuisioner", "isian",
        "pengisian", "formulir", "instance", "session", "sesi", "survei", "survey",
    }
)  # fmt: skip
"""What a number or code is of that comes anew with each form that somebody sends."""
_RESPONDENTS: Final = frozenset(
    {
        "responden", "respondent", "resp", "peserta", "participant", "partisipan", "pengguna", "user",
        "pengunjung", "pemohon", "pelanggan", "customer", "token",
    }
)  # fmt: skip
"""What a number or code is of that stays with a person."""
_QUESTIONS: Final = frozenset(
    {"pertanyaan", "question", "soal", "unsur", "butir", "item", "indikator", "pernyataan", "variabel"}
)
"""What is asked."""
GROUPS: Final = frozenset(
    {
        "unit", "layanan", "pelayanan", "loket", "instansi", "opd", "kantor", "cabang", "lokasi", "petugas",
        "periode", "triwulan", "tw", "semester", "bulan", "tahun", "kuartal", "gelombang", "period",
        "quarter", "month", "year",
    }
)  # fmt: skip
"""Words of headers of what many respondents have in common."""
_CODE: Final = re.compile(r"\S*\d\S*")
"""What a number or code is: no words, and a figure in it."""
_MOST_ANSWERS: Final = 5_000
"""Different answers to the items that are looked at, those of each piece of a sheet counted alone."""


def find_respondents(table: LongTable) -> LongTable:
    """Find the column that tells respondents apart: each answers each question once.

    A column of their name in which some answer twice is taken where there is no other. Raises
    ``ProblemsFoundError`` where no column tells it, or several do in different ways.
    """
    asked = table.only(table.asks_item)
    several = {number: column for number, column in asked.free.items() if comes_again(column)}
    people = {number: people_of(column) for number, column in several.items()}
    again = {number: asked_again(codes, asked.texts) for number, codes in people.items()}
    named = sorted(
        (rank, int(again[number].sum()), number)
        for number in people
        if (rank := _rank(table, number)) is not None and 2 * int(again[number].sum()) <= len(asked.body.rows)
    )
    if named and named[0][0] == 0:
        named = named[:1]  # the settings decide
    found = [number for _, count, number in named if not count]
    if named and not found:
        found = [named[0][2]]  # that they answer twice is told with the answers
    if not named:
        found = [number for number, codes in people.items() if not again[number].any() and (codes >= 0).all()]
        found = [number for number in found if _may_be_person(asked, number)]
        found = [number for number in found if not is_answered(asked, number)] or found
    if not found:
        raise ProblemsFoundError([problem(NO_RESPONDENT_COLUMN, table.form.at(table.header, table.question))])
    if any((people[number] != people[found[0]]).any() for number in found):
        columns = tuple(map(table.named, found))
        where = table.form.at(table.header, found[0])
        raise ProblemsFoundError([problem(SEVERAL_RESPONDENT_COLUMNS, where, columns=columns)])
    return replace(table, respondent=found[0])


def people_of(column: Column) -> Codes:
    """Return the number of each row's value in the order in which they come, -1 where none is."""
    codes, _ = pd.factorize(column.texts(as_text).codes)
    return np.where(column.blank, -1, codes)


def folded(column: Column) -> Column:
    """Return the texts of a column without spaces, and in small letters."""
    return column.texts(lambda cell: "".join(as_text(cell).casefold().split()))


def asked_again(people: Codes, texts: Column) -> Mask:
    """Tell the rows in which somebody is asked what they were asked above; nobody is asked nothing."""
    pairs = pd.Series(people * (len(texts.values) + 1) + texts.codes)
    again: Mask = pairs.duplicated().to_numpy() & (people >= 0)
    return again


def _rank(table: LongTable, number: int) -> int | None:
    """Return how much a header speaks for a column of respondents, 0 the most; ``None`` for another."""
    header = table.headers.get(number, "")
    words = set(normalise(spaced(header)).split())
    if table.form.role(header) == IDENTITY:
        return 0
    if words - _KEYS and words <= _KEYS | _SUBMISSIONS | _RESPONDENTS:
        if not words & _KEYS and words & _SUBMISSIONS:
            return None  # the response itself, or what it was asked in
        return 1 if words & _SUBMISSIONS else 2
    return None


def speaks_of_respondent(header: str) -> bool:
    """Tell whether a header names who answers, or a form: ``id_responden``, ``response_id``."""
    return not (_RESPONDENTS | _SUBMISSIONS).isdisjoint(normalise(spaced(header)).split())


def speaks_of_question(header: str) -> bool:
    """Tell whether a header names what is asked: ``id_pertanyaan``, ``Kode unsur``."""
    return not _QUESTIONS.isdisjoint(normalise(spaced(header)).split())


def comes_again(column: Column) -> bool:
    """Tell several values that stand in two rows or more on average: everybody answers several questions."""
    cells = column.values.cells
    used = {cells[code] for code in np.unique(column.codes).tolist() if code >= 0}
    return 1 < len(used) <= len(column.codes) // 2


def _may_be_person(asked: LongTable, number: int) -> bool:
    """Tell a column by which a respondent may be known: one about the person, or of numbers and codes.

    Times and answers are none, since two may have them in common, nor are the units or periods of a recap.
    """
    header, column = asked.headers.get(number, ""), asked.body.columns[number]
    if is_person(header):
        return True
    if speaks_of_time(header) or is_headed_answer(header) or not GROUPS.isdisjoint(normalise(header).split()):
        return False
    cells = list(column.held())
    return all(_CODE.fullmatch(as_text(cell)) for cell in cells) and not any(map(_is_time, cells[:1]))


def _is_time(cell: Cell) -> bool:
    if isinstance(cell, str) and not cell.strip().isdigit():
        return isinstance(instant_of(cell, TimeForm(DateOrder.DMY)), Instant)
    return isinstance(cell, date)


def find_answers(table: LongTable) -> LongTable | None:
    """Find the column of the answers: by its header, or else by answers that differ below any other.

    Of several that say the same the one that says more is taken. Raises ``ProblemsFoundError`` where they
    differ.
    """
    asked = table.only(table.asks_item)
    read = [number for number in asked.free if is_answered(asked, number)]
    headed = [number for number in asked.free if is_headed_answer(asked.headers.get(number, ""))]
    found = [number for number in headed if number in read] or headed
    if not headed:
        found = [number for number in read if _is_own(asked, number)]
    for number in found:
        if all(_differing(asked, number, other) is None for other in found if other != number):
            also = tuple(other for other in headed if other != number)
            return replace(table, answer=number, also=also)
    if not found:
        return None
    pairs = ((one, other, _differing(asked, one, other)) for one in found for other in found)
    one, other, row = next((one, other, row) for one, other, row in pairs if row is not None)
    columns = tuple(map(table.named, sorted(found)))
    cells = tuple(asked.cell(row, number) for number in sorted((one, other)))
    raise ProblemsFoundError(
        [problem(SEVERAL_ANSWER_COLUMNS, asked.at(row, one), columns=columns, cells=cells)]
    )


def is_answered(asked: LongTable, number: int) -> bool:
    """Tell a column that holds answers in more than half of the rows in which items are asked."""
    column = asked.body.columns[number]
    used = np.unique(column.codes)
    if len(used) > _MOST_ANSWERS:
        return False
    words = _words(asked)
    cells = column.values.cells
    reads = [code for code in used.tolist() if code >= 0 and _is_read(cells[code], words)]
    return 2 * int(np.isin(column.codes, reads).sum()) > len(column.codes)


def _words(asked: LongTable) -> list[Words]:
    rubric = asked.form.rubric
    return [words_of(rubric.scale, item) for item in rubric.items]


def _is_read(cell: Cell, words: Sequence[Words]) -> bool:
    return any(isinstance(read_answer(cell, each), int) for each in words)


def _is_own(asked: LongTable, number: int) -> bool:
    """Tell a column that differs among the answers to a question, and among those of a respondent."""
    values = people_of(asked.body.columns[number])
    known = asked.texts.codes, people_of(asked.body.columns[asked.respondent])
    return all(pd.Series(values).groupby(each).nunique().max() > 1 for each in known)


def _differing(asked: LongTable, one: int, other: int) -> int | None:
    """Return the first row in which a column does not say what the other says, if there is one."""
    words = {each.item: each for each in _words(asked)}
    columns = [asked.body.columns[number] for number in (one, other)]
    told = pd.DataFrame({"asked": asked.texts.codes, "one": columns[0].codes, "other": columns[1].codes})
    for row, question, *codes in told.drop_duplicates().itertuples(name=None):
        cells = (_cell(column, code) for column, code in zip(columns, codes, strict=True))
        mine, theirs = (read_answer(cell, words[asked.items[question]]) for cell in cells)
        if theirs is not None and mine != theirs:
            return int(row)
    return None


def _cell(column: Column, code: int) -> Cell:
    return column.values.cells[code] if code >= 0 else None
