"""A filled table of a report's claims: each row is one, and every row that is not understood is told."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.cell import PERFORMANCE
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.document import Document, Place
from ipak_cli.audit.instrument import COMBINED
from ipak_cli.base.message import InFull
from ipak_cli.base.period import parse_period
from ipak_cli.base.printed import Printed, readings
from ipak_cli.base.problem import Problem, ProblemsFoundError, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.audit_command import (
    TYPED_KIND_UNKNOWN,
    TYPED_PERIOD_UNREADABLE,
    TYPED_SUBJECT_UNKNOWN,
    TYPED_TABLE_EMPTY,
    TYPED_VALUE_UNREADABLE,
)
from ipak_cli.forms import audit_names as names
from ipak_cli.forms.filled import Page, Reading, Row, page_of, read_record
from ipak_cli.pekppp.book.cell_values import shown
from ipak_cli.pekppp.book.table import cell_at
from ipak_cli.tables.open import open_any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.period import Period
    from ipak_cli.base.problem import Where

_KINDS: Final = {normalise(name): kind for name, kind in names.KINDS.items()}
_PLACES: Final = 2
"""Decimals of a rubric's points, as reports print them."""
_ZIP: Final = b"PK\x03\x04"
_BOOKS: Final = (".xlsx", ".xlsm", ".ods")


@dataclass(frozen=True, slots=True)
class TypedTable:
    """A form of ours that somebody filled in: its file, its sheet, and the id of its rubric."""

    document: Document
    page: Page
    rubric: str


def open_typed_table(name: str, content: bytes) -> TypedTable | None:
    """Return the typed table that a file holds; ``None`` for any other file, a report among them."""
    if not (content.startswith(_ZIP) and name.lower().endswith(_BOOKS)):
        return None
    try:
        workbook = open_any(Path(name), content)
    except ProblemsFoundError:
        return None  # whoever reads it as a report says what is wrong with it
    record, page = read_record(workbook), page_of(workbook, names.SHEET)
    if record is None or record.form != names.FORM or page is None:
        return None
    return TypedTable(Document(name, hashlib.sha256(content).hexdigest(), ()), page, record.rubric)


def read_typed_table(typed: TypedTable, instrument: Instrument, period: Period | None = None) -> Claims:
    """Return the claims of a typed table; ``period`` replaces the one that it names for the report.

    Raises ``ProblemsFoundError`` with every row that is not understood, and for a table without a row.
    """
    reader = _Reader(typed.page, instrument, [])
    period = period or reader.report_period()
    claims = tuple(reader.claims(period))
    if not claims and not reader.problems:
        reader.problems.append(problem(TYPED_TABLE_EMPTY, typed.page.where, sheet=names.SHEET))
    if reader.problems:
        raise ProblemsFoundError(reader.problems)
    return Claims(claims, (), period, instrument.rubric.id)


@dataclass(frozen=True, slots=True)
class _Reader:
    page: Page
    instrument: Instrument
    problems: list[Problem]

    def report_period(self) -> Period | None:
        """Return the period beside its label above the table."""
        for number in range(1, len(self.page.grid) + 1):
            if normalise(shown(cell_at(self.page.grid, number, 1))) == normalise(names.REPORT_PERIOD):
                text = shown(cell_at(self.page.grid, number, 2))
                return self._period(text, self.page.at(number, 2)) if text else None
        return None

    def claims(self, period: Period | None) -> Iterator[Claim]:
        reading = Reading()
        header, columns = reading.header(self.page, names.COLUMNS)
        self.problems.extend(reading.problems)
        subjects = {normalise(words): code for words, code in names.subjects(self.instrument.rubric).items()}
        for number in range(header + 1, len(self.page.grid) + 1):
            row = Row(self.page, number, columns)
            if not row.is_blank(names.COLUMNS) and (claim := self._claim(row, period, subjects)) is not None:
                yield claim

    def _claim(self, row: Row, period: Period | None, subjects: Mapping[str, str]) -> Claim | None:
        texts = {name: " ".join(shown(row.cell(name)).split()) for name in names.COLUMNS}
        kind = _KINDS.get(normalise(texts[names.KIND]))
        if kind is None:
            self.problems.append(problem(TYPED_KIND_UNKNOWN, row.where(names.KIND), value=texts[names.KIND]))
            return None
        subject = self._subject(texts[names.SUBJECT], row.where(names.SUBJECT), subjects)
        value = texts[names.VALUE]
        number = None if kind in names.WORDS else self._number(value, kind, row.where(names.VALUE))
        if texts[names.PERIOD]:
            period = self._period(texts[names.PERIOD], row.where(names.PERIOD))
        where = row.where(names.VALUE)
        place = Place(sheet=where.sheet, cell=where.cell, table=texts[names.PLACE] or None)
        words = " ".join(text for text in (texts[names.KIND], texts[names.SUBJECT], value) if text)
        claim = Claim(
            kind, place, words, subject, number, word=value if number is None else None, period=period
        )
        if kind is ClaimKind.COMBINED:
            return replace(claim, subject=COMBINED)
        return self._of_component(claim) if kind is ClaimKind.COMPONENT else claim

    def _of_component(self, claim: Claim) -> Claim:
        """Give a component's or a part's points their maximum; a component goes by its index."""
        zi = self.instrument.rubric.zi
        for component in zi.components if zi else ():
            indices = [part.index for part in component.parts if part.kind == "survey"]
            if claim.subject == component.code:
                subject = indices[0] if indices else component.code
                return replace(claim, subject=subject, of=Printed(component.points, _PLACES))
            for part in component.parts:
                if claim.subject == (part.index if part.kind == "survey" else PERFORMANCE):
                    return replace(claim, of=Printed(part.points, _PLACES))
        return claim

    def _subject(self, text: str, where: Where, known: Mapping[str, str]) -> str | None:
        if not text:
            return None
        code = text.partition(" – ")[0]
        found = (
            known.get(normalise(text))
            or next((each for each in known.values() if each.lower() == code.lower()), None)
            or self.instrument.item_named(text)
            or self.instrument.index_named(text)
        )
        if found is None:
            self.problems.append(
                problem(TYPED_SUBJECT_UNKNOWN, where, value=text, rubric=self.instrument.rubric.id)
            )
        return found

    def _number(self, text: str, kind: ClaimKind, where: Where) -> Printed | None:
        """Read a number as it is printed; a count has no decimals, and what is no count no thousands."""
        found = readings(text.removesuffix("%").strip())
        if len(found) > 1:
            found = tuple(each for each in found if (each.places == 0) == (kind in names.WHOLE))
        if len(found) == 1 and (kind not in names.WHOLE or not found[0].places):
            return found[0]
        told = problem(TYPED_VALUE_UNREADABLE, where, value=text, kind=InFull(_name_of(kind)))
        self.problems.append(told)
        return None

    def _period(self, text: str, where: Where) -> Period | None:
        try:
            return parse_period(text)
        except ValueError:
            self.problems.append(problem(TYPED_PERIOD_UNREADABLE, where, value=text))
            return None


def _name_of(kind: ClaimKind) -> str:
    return next(name for name, each in names.KINDS.items() if each is kind)
