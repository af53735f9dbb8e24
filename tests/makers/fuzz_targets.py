"""What a fuzzer feeds: every reader of foreign bytes, with seeds, and what must hold whatever comes."""

from __future__ import annotations

import json
import math
import struct
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored
from ipak_cli.base.period import find_period, parse_period
from ipak_cli.base.problem import Fault, ProblemsFoundError, has_errors, problem
from ipak_cli.base.provenance import Tool
from ipak_cli.base.timezones import ZONES, Clocks
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.documents.read import read_pekppp, read_survey
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.f03 import read_f03
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.pekppp.book import cell_values as read_cells
from ipak_cli.pekppp.book.open import read_workbook
from ipak_cli.pekppp.evidence_names import LONGEST_PART, UnusableError, find_entry, is_link, path_parts
from ipak_cli.rubric.load import LoadedRubric, load_rubric, parse
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.reading.answer import read_answer
from ipak_cli.survey.reading.date import TimeForm, read_time
from ipak_cli.survey.reading.date_column import read_times
from ipak_cli.survey.reading.date_order import DateOrder, needs_order, orders_of
from ipak_cli.survey.reading.redact import plain_text, shown
from ipak_cli.survey.reading.redact_contacts import remove_contacts
from ipak_cli.survey.reading.redact_names import KnownNames, remove_names
from ipak_cli.survey.reading.words import words_of
from ipak_cli.tables.cell import ErrorCell, PercentCell, UncachedFormula
from ipak_cli.tables.open import open_any
from ipak_cli.workspace.config_file import parse_config
from makers import fuzz_seeds as seeds
from makers.corpus_documents import without_sentences
from makers.f03_tables import SURVEY
from makers.pekppp_workbook import DIGEST, RUBRIC
from makers.sheets import column_in_text, column_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ipak_cli.survey.reading.words import Words
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.workbook import Sheet

_LONGEST_CELL: Final = 32_767


@dataclass(frozen=True, slots=True)
class Target:
    """One reader: what is done with the bytes, the inputs to begin with, and how long inputs may become."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]
    longest: int
    packed: bool = False


def cell_of(data: bytes) -> Cell:
    """Return text; or, behind a first byte below 8, another kind of cell as the readers give it."""
    if not data or data[0] > 7:
        return data.decode("utf-8", errors="replace")
    rest = data[1:]
    number = struct.unpack("<d", rest[:8].ljust(8, b"\0"))[0]
    number = number if math.isfinite(number) else 0.5
    whole = int.from_bytes(rest[:100], "little", signed=True)
    kinds: tuple[Cell, ...] = (
        whole, number, bool(rest[:1]), ErrorCell(rest.decode("latin-1")), UncachedFormula(),
        PercentCell(number), datetime(1900, 1, 1) + timedelta(seconds=whole % 10**10),  # noqa: DTZ001 (cells have no zone)
        timedelta(seconds=whole % 10**9),
    )  # fmt: skip
    return kinds[data[0]]


def door(data: bytes) -> None:
    """Open a file of any kind; the head and the pieces of a sheet tell the same, twice."""
    with tempfile.TemporaryDirectory(dir=_fastest()) as folder:
        path = Path(folder) / "isi.xlsx"
        path.write_bytes(data)
        try:
            for sheet in open_any(path).sheets:
                _check_sheet(sheet)
        except ProblemsFoundError as refused:
            problems = refused.problems
            assert {each.where.file for each in problems} == {path.name}


def _check_sheet(sheet: Sheet) -> None:
    head = {
        (row, column): value
        for row, cells in enumerate(sheet.head(), start=1)
        for column, value in enumerate(cells, start=1)
        if value is not None
    }
    again = chain.from_iterable(piece.cells() for piece in sheet.pieces(2))
    top = {place: value for place, value in again if place[0] <= 60}
    assert repr(sorted(top.items())) == repr(sorted(head.items()))
    for piece in sheet.pieces():
        assert all(_is_cell(value) for _, value in piece.cells())
    assert list(sheet.hidden_rows) == sorted(set(sheet.hidden_rows))
    assert all(each.first_row <= each.last_row for each in sheet.merged)


def _is_cell(value: Cell) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, str):
        return value.encode("utf-8") is not None
    return type(value).__module__ in ("builtins", "datetime", "ipak_cli.tables.cell")


def survey_file(data: bytes) -> None:
    """Score a table of text: it ends with figures or with problems, and the counts add up."""
    with tempfile.TemporaryDirectory(dir=_fastest()) as folder:
        path = Path(folder) / "isi.csv"
        path.write_bytes(data)
        result = score(
            ScoreRequest((path,), lenient=len(data) % 2 == 0), _survey("ipak-ipkp"), Tool("ipak", "0")
        )
        assert read_survey(to_json(result).encode(), "x.json") == result


def workbook(data: bytes) -> None:
    """Read a filled self-assessment: problems, or an assessment, and never more."""
    with tempfile.TemporaryDirectory(dir=_fastest()) as folder:
        path = Path(folder) / "isi.xlsx"
        path.write_bytes(data)
        try:
            read_workbook(path, LoadedRubric(RUBRIC, DIGEST, "x.yaml"))
        except ProblemsFoundError as refused:
            problems = refused.problems
            assert problems


def f03_file(data: bytes) -> None:
    """Read answers to F-03 from text: a mean on the scale, or problems."""
    with tempfile.TemporaryDirectory(dir=_fastest()) as folder:
        path = Path(folder) / "isi.csv"
        path.write_bytes(data)
        try:
            found = read_f03(path, SURVEY)
        except ProblemsFoundError:
            return
        assert has_errors(found.problems) == isinstance(found.mean, NotScored)
        assert isinstance(found.mean, NotScored) or (found.users.answers > 0 and 0 <= found.mean <= 5)


def answer(data: bytes) -> None:
    """Read an answer: on the scale, blank, or a fault whose sentences can be written."""
    cell = cell_of(data)
    for words in _words():
        read = read_answer(cell, words)
        if isinstance(read, Fault):
            assert message_of(problem(read.entry, None, **read.values))
        else:
            assert read is None or (type(read) is int and read in words.scale.values)


def time(data: bytes) -> None:
    """Read a time in every order: of this century, blank, or a fault to tell; a column reads it the same."""
    cell, epoch_1904 = cell_of(data), len(data) % 2 == 0
    for order in (None, *DateOrder):
        form = TimeForm(order, Clocks(ZONES[len(data) % 3], 0 if len(data) % 5 else None), epoch_1904)
        read = read_time(cell, form)
        column = column_in_text([cell, cell]) if isinstance(cell, str) else column_of([cell, cell])
        times = read_times(column, form)
        told = isinstance(read, Fault)
        assert list(times.faults.values()) == ([read, read] if told else [])
        assert times.moments.tolist() == ([None, None] if told else [read, read])
        if isinstance(read, Fault):
            assert message_of(problem(read.entry, None, **read.values))
        else:
            assert read is None or 1999 <= read.year <= 2100
    assert orders_of(cell)
    assert needs_order(cell) in (True, False)


def personal(data: bytes) -> None:
    """Take persons out of a text: what is left holds no address, and doing it again takes out nothing."""
    text = plain_text(data.decode("utf-8", errors="replace"))
    assert plain_text(text) == text
    left, count = remove_contacts(text)
    assert (count == 0) == (left == text)
    assert remove_contacts(left) == (left, 0)
    named, _ = remove_names(left, KnownNames.of([text[:80], "Budi Santoso"], [text]))
    assert "\0" not in shown(named)


def period(data: bytes) -> None:
    """Read a period: none, or one whose name reads as the same one."""
    text = data.decode("utf-8", errors="replace")
    find_period(text)
    try:
        period = parse_period(text)
    except ValueError:
        return
    assert parse_period(str(period)) == period
    assert period.start < period.end


def yaml(data: bytes) -> None:
    """Read a file as a rubric and as settings: sound, or problems with a line of the file."""
    for read in (lambda: parse(read_document(data, "x.yaml")), lambda: parse_config(data)):
        try:
            read()
        except ProblemsFoundError as refused:
            problems = refused.problems
            last = data.count(b"\n") + data.count(b"\r") + 2
            assert problems
            assert all(1 <= (each.where.line or 1) <= last for each in problems)


def assessor_cell(data: bytes) -> None:
    """Read an assessor's cell in every way: a value of the right form, blank, or a fault that can be told."""
    cell = cell_of(data)
    facts = [fact for indicator in RUBRIC.indicators for fact in indicator.facts]
    read = [read_cells.read_answer(cell, fact) for fact in facts]
    ways = ("claim", "whole", "cost", "date", "period", "text", "evidence")
    read += [getattr(read_cells, f"read_{way}")(cell) for way in ways]
    for value in read:
        if isinstance(value, read_cells.Unread):
            assert message_of(problem(value.entry, None, what="isian", **value.values))
        assert not isinstance(value, bool | float)


def evidence(data: bytes) -> None:
    """Read a name of evidence: parts that stay inside the folder, or a reason that can be told."""
    text = data.decode("utf-8", errors="replace")
    is_link(text)
    try:
        parts = path_parts(text)
    except UnusableError as fault:
        told = problem(fault.entry, None, name=text, **fault.values)
        assert message_of(told)
        return
    assert not {"", ".", ".."}.intersection(parts)
    assert all(len(part) <= LONGEST_PART and not set(part) & set("/\\\0") for part in parts)
    assert find_entry(text, {text, text.upper(), *parts}) == (text, 0)


def document(data: bytes) -> None:
    """Read a stored result: one that is written as the same, or problems."""
    for read in (read_survey, read_pekppp):
        try:
            result = read(data, "x.json")
        except ProblemsFoundError:
            continue
        assert without_sentences(json.loads(to_json(result))) == without_sentences(json.loads(data))


_survey = cache(load_rubric)


@cache
def _words() -> tuple[Words, ...]:
    rubrics = (_survey(name).rubric for name in ("ipak-ipkp", "skm-14-2017"))
    return tuple(words_of(rubric.scale, rubric.items[0]) for rubric in rubrics)


def _fastest() -> str | None:
    """Return the folder in memory, where the system has one."""
    memory = Path("/dev/shm")  # noqa: S108 (a folder of our own is made in it)
    return str(memory) if memory.is_dir() else None


TARGETS: Final = {
    "door": Target(door, seeds.files, 60_000, packed=True),
    "survey": Target(survey_file, seeds.tables, 20_000),
    "f03": Target(f03_file, seeds.f03_tables, 5_000),
    "workbook": Target(workbook, seeds.workbooks, 40_000, packed=True),
    "answer": Target(answer, seeds.answers, 200),
    "time": Target(time, seeds.times, 100),
    "personal": Target(personal, seeds.comments, _LONGEST_CELL),
    "period": Target(period, seeds.periods, 100),
    "yaml": Target(yaml, seeds.yamls, 20_000),
    "cell": Target(assessor_cell, seeds.assessor_cells, 1_000),
    "evidence": Target(evidence, seeds.evidence, 1_000),
    "document": Target(document, seeds.documents, 60_000),
}
