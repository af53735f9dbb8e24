"""Why no sheet asks a rubric's items: what stands there instead, in words that say what to do."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.base.text import normalise, spaced
from ipak_cli.catalogue.survey import (
    ANSWER_TABLE_NOT_FOUND,
    HEADERS_AND_MORE,
    HEADERS_OF_SHEET,
    ITEMS_KNOWN_BY_NUMBER,
    NO_HEADER_ROW,
    NO_ROW_OF_HEADERS,
    ONE_ANSWER_PER_ROW,
    OTHER_RUBRIC_FITS_BETTER,
    QUESTIONS_AND_ANSWERS_IN_COLUMNS,
    QUESTIONS_IN_COLUMN,
    QUESTIONS_NEED_LOOKUP,
    QUESTIONS_RUN_DOWN,
)
from ipak_cli.survey.reading.answer import read_answer
from ipak_cli.survey.reading.header import (
    AsksItem,
    ItemNames,
    find_item,
    is_person,
    is_running_number,
    own_words_of,
)
from ipak_cli.survey.reading.sheet_layout import Rows, match_layout
from ipak_cli.survey.reading.shown_cells import NOT_SHOWN, short_header, shortened
from ipak_cli.survey.reading.words import words_of
from ipak_cli.tables.cell import Cell, address
from ipak_cli.tables.column import as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.rubric.survey import SurveyRubric

_QUESTIONS: Final = frozenset({"pertanyaan", "question", "soal", "butir", "unsur", "indikator", "kuesioner"})
_ANSWERS: Final = frozenset({"jawaban", "answer", "nilai", "skor", "score", "response", "rating", "value"})
_AROUND_ANSWERS: Final = frozenset({"kode", "code", "isi", "teks", "text", "angka", "number", "responden"})
_KEYS: Final = frozenset({"id", "kode", "no", "nomor", "code"})
_HEADS: Final = frozenset({"nama", "tanggal", "nilai", "skor", "jumlah", "jenis", "keterangan", "jabatan"})
"""First words of headers that are nobody's name; a row with one of them is a row of headers."""
_FEWEST_ITEMS: Final = 3
"""Items one below the other that are no chance."""
MOST_COLUMNS: Final = 30
"""Columns in which items may stand one below the other."""
_MOST_HEADERS: Final = 12
_LONGEST: Final = 60
_LONGEST_LIST: Final = 120
"""Letters of what is said of one sheet, some of them around its name and the number of further headers."""
_AROUND_SHEET: Final = 10
_AROUND_MORE: Final = 10


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The first rows of a sheet."""

    where: Where
    rows: Rows

    def at(self, row: int, column: int) -> Where:
        """Return the place of a cell."""
        return Where(self.where.file, self.where.sheet, address(row, column))

    @property
    def turned(self) -> FirstRows:
        """Each column's texts, each of them once, as a row: among them the questions that run down."""
        columns = zip_longest(*(row[:MOST_COLUMNS] for row in self.rows))
        return FirstRows(
            self.where, [list(dict.fromkeys(c for c in column if isinstance(c, str))) for column in columns]
        )


def explain_unmatched(
    heads: Sequence[FirstRows], rubric: SurveyRubric, others: Iterable[SurveyRubric]
) -> Problem | None:
    """Return what is wrong with sheets that ask few items or none, if it can be told.

    One answer a row, questions one below the other, no header at all, or another rubric's items (``others``).
    """
    names, listed = ItemNames.of(rubric), tuple(others)
    for head in heads:
        told = _one_answer_a_row(head, rubric) or _items_in_rows(head, names) or _headless(head, rubric)
        if told is not None and told.entry == ONE_ANSWER_PER_ROW:
            return _of_another([head.turned], rubric, listed) or told
        if told is not None:
            return told
    return _of_another(heads, rubric, listed)


def nothing_found(heads: Sequence[FirstRows], rubric: SurveyRubric, file: Where) -> Problem:
    """Return the problem that no sheet asks any item, with the headers that were found instead."""
    found = tuple(told for head in heads for told in _headers(head)) or (NO_ROW_OF_HEADERS(),)
    return problem(ANSWER_TABLE_NOT_FOUND, file, rubric=rubric.id, found=found, name=file.file or "FILE")


def _one_answer_a_row(head: FirstRows, rubric: SurveyRubric) -> Problem | None:
    for number, row in enumerate(head.rows, 1):
        asked = [column for column, cell in enumerate(row) if _is_of(cell, _QUESTIONS)]
        answered = [
            column for column, cell in enumerate(row) if isinstance(cell, str) and is_headed_answer(cell)
        ]
        if len(asked) == 1 and len(answered) == 1:
            questions, answers = (_filled(head.rows[number:], column) for column in (asked[0], answered[0]))
            read = sum(_is_answer(cell, rubric) for cell in answers)
            if len(set(map(str, questions))) < len(questions) and read * 2 > len(answers):
                cells = {"asked": address(number, asked[0] + 1), "answered": address(number, answered[0] + 1)}
                if all(as_text(cell).isdecimal() for cell in questions):
                    where = head.at(number, asked[0] + 1)
                    return problem(QUESTIONS_NEED_LOOKUP, where, asked=cells["asked"])
                columns = QUESTIONS_AND_ANSWERS_IN_COLUMNS(**cells)
                return problem(ONE_ANSWER_PER_ROW, head.at(number, asked[0] + 1), columns=columns)
    return None


def _filled(rows: Rows, column: int) -> list[Cell]:
    cells = (row[column] for row in rows if column < len(row))
    return [cell for cell in cells if cell is not None and cell != ""]


def _is_answer(cell: Cell, rubric: SurveyRubric) -> bool:
    words = (words_of(rubric.scale, item) for item in rubric.items)
    return any(isinstance(read_answer(cell, each), int) for each in words)


def _is_of(cell: Cell, words: frozenset[str]) -> bool:
    """Tell ``pertanyaan``, ``id_pertanyaan`` and ``Kode Pertanyaan`` from a longer header."""
    told = normalise(spaced(cell)).split() if isinstance(cell, str) else []
    return len([word for word in told if word not in _KEYS]) == 1 and any(word in words for word in told)


def is_headed_answer(header: str) -> bool:
    """Tell ``jawaban``, ``nilai_jawaban`` and ``answer_text`` from ``id_jawaban`` and longer headers."""
    words = set(normalise(spaced(header)).split())
    return bool(words & _ANSWERS) and words <= _ANSWERS | _AROUND_ANSWERS


def _items_in_rows(head: FirstRows, names: ItemNames) -> Problem | None:
    for column in range(min(MOST_COLUMNS, max(map(len, head.rows), default=0))):
        cells = [row[column] if column < len(row) else None for row in head.rows]
        found = [find_item(cell, names) for cell in cells]
        asked = [asks.item for asks in found if isinstance(asks, AsksItem)]
        if len(set(asked)) >= _FEWEST_ITEMS:
            first = next(number for number, asks in enumerate(found, 1) if asks)
            where, asked_in = head.at(first, column + 1), address(first, column + 1)
            if len(asked) > len(set(asked)):
                return problem(ONE_ANSWER_PER_ROW, where, columns=QUESTIONS_IN_COLUMN(asked=asked_in))
            return problem(QUESTIONS_RUN_DOWN, where, asked=asked_in)
    return None


def _headless(head: FirstRows, rubric: SurveyRubric) -> Problem | None:
    """Recognise a table that begins with an answer."""
    for number, row in enumerate(head.rows, 1):
        filled = [cell for cell in row if cell is not None and cell != ""]
        if len(filled) > 1:
            read = sum(_is_answer(cell, rubric) for cell in filled)
            return (
                problem(NO_HEADER_ROW, head.at(number, 1), row=number) if read >= len(rubric.items) else None
            )
    return None


def _of_another(
    heads: Sequence[FirstRows], rubric: SurveyRubric, others: Iterable[SurveyRubric]
) -> Problem | None:
    for other in others:
        for head in heads:
            match = match_layout(head.rows, other, head.where)
            # As many numbered headers as items say nothing of which survey it is.
            counted = any(told.entry == ITEMS_KNOWN_BY_NUMBER for told in match.problems)
            if match.found * 2 > len(other.items) and not counted:
                told = {
                    "rubric": rubric.id,
                    "other": other.id,
                    "found": match.found,
                    "items": len(other.items),
                }
                return problem(OTHER_RUBRIC_FITS_BETTER, head.where, **told)
    return None


def _headers(head: FirstRows) -> Iterator[str | Message]:
    """Name the headers of a sheet, if a row is one of headers for sure: a response would tell on people."""
    for row, below in zip(head.rows, (*head.rows[1:], ()), strict=False):
        texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
        if len(texts) < 2 or len(texts) < sum(cell is not None for cell in row):
            continue
        if any(map(_is_header, texts)) or _has_numbers_below(row, below):
            yield _listed(texts, head.where.sheet)
        return


def _listed(texts: Sequence[str], sheet: str | None) -> str | Message:
    """List the first headers, as many as fit, without those that could be somebody's address or number."""
    shown = [text for text in texts[:_MOST_HEADERS] if short_header(text) != NOT_SHOWN]
    listed = ", ".join(f"“{shortened(text, _LONGEST)}”" for text in shown)
    room = _LONGEST_LIST - (len(sheet) + _AROUND_SHEET if sheet else 0)
    more = len(texts) - _MOST_HEADERS
    headers: str | Message = _cut(listed, max(room, _LONGEST))
    if more > 0 and len(listed) + _AROUND_MORE <= room:
        headers = HEADERS_AND_MORE(headers=listed, more=more)
    elif more > 0 and headers == listed:
        headers = f"{listed}…"
    return HEADERS_OF_SHEET(sheet=sheet, headers=headers) if sheet else headers


def _cut(text: str, longest: int) -> str:
    """Cut a list between words, unless the last of them is very long."""
    if len(text) <= longest:
        return text
    cut, _, rest = text[:longest].rpartition(" ")
    return f"{(cut if len(rest) < _LONGEST else text[: longest - 1]).rstrip(' ,;')}…"


def _is_header(text: str) -> bool:
    return (
        is_person(text)
        or is_running_number(text)
        or own_words_of(text) is not None
        or normalise(spaced(text)).split()[:1] in [[word] for word in _HEADS]
    )


def _has_numbers_below(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    return any(
        isinstance(head, str) and not any(map(str.isdigit, head)) and any(map(str.isdigit, str(cell)))
        for head, cell in zip(row, below, strict=False)
    )
