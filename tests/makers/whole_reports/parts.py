"""A whole report as its parts, in which every statement that can be true or false is marked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from fractions import Fraction

    from ipak_cli.base.period import Period

_MARK = re.compile("\ue000(\\d+)\ue001")


@dataclass
class Statement:
    """One printed figure, date or word: of what, and in which part of the report (``where``)."""

    kind: str
    subject: str | None
    text: str
    where: str
    exact: Fraction | None = None
    places: int = 0
    period: Period | None = None
    planted: bool = False

    def put(self, text: str) -> None:
        """Print another text: a contradiction that was planted."""
        self.text, self.planted = text, True


@dataclass
class Heading:
    text: str
    level: int = 1


@dataclass
class Line:
    """A paragraph, or a line of a list at the front."""

    text: str


@dataclass
class Listed:
    """A line of the list of tables or figures."""

    text: str
    page: int


@dataclass
class Caption:
    text: str


@dataclass
class Table:
    rows: list[list[str]]


Part: TypeAlias = Heading | Line | Listed | Caption | Table


@dataclass
class Report:
    """Parts in their order; each statement's text stands in them as a mark with its number."""

    parts: list[Part] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    period: Period | None = None
    section: str = ""

    def say(self, kind: str, subject: str | None, text: str, **more: object) -> str:
        """Add a statement and return the mark that stands for its text."""
        told = {"period": self.period, "where": self.section, **more}
        self.statements.append(Statement(kind, subject, text, **told))
        return f"\ue000{len(self.statements) - 1}\ue001"

    def add(self, *parts: Part) -> None:
        self.parts += parts

    def of_kind(self, *kinds: str, where: str | None = None) -> list[Statement]:
        """Return the printed statements of some kinds, or those of them in one part of the report."""
        texts = [text for part in self.parts for text in _texts(part)]
        printed = {int(number) for text in texts for number in _MARK.findall(text)}
        return [
            each
            for n, each in enumerate(self.statements)
            if n in printed and each.kind in kinds and where in (None, each.where)
        ]

    def filled(self, text: str) -> str:
        """Return a text with its statements as they are printed."""
        return _MARK.sub(lambda found: self.statements[int(found[1])].text, text)

    def alone(self, text: str) -> Statement | None:
        """Return the statement of which alone a text consists."""
        found = _MARK.fullmatch(text)
        return self.statements[int(found[1])] if found else None

    def table_of(self, statement: Statement) -> Table:
        """Return the table in which a statement stands."""
        mark = f"\ue000{self.statements.index(statement)}\ue001"
        return next(
            part
            for part in self.parts
            if isinstance(part, Table) and any(mark in cell for row in part.rows for cell in row)
        )


def _texts(part: Part) -> list[str]:
    return [cell for row in part.rows for cell in row] if isinstance(part, Table) else [part.text]
