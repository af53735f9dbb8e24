"""``ipak query``: a question in SQL to a lake, which can read that lake and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import duckdb

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.rollup import QUERY_AT, QUERY_WRITES, QUERY_WRONG
from ipak_cli.rollup.lake import is_superseded, open_to_read

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.base.problem import Problem
    from ipak_cli.rollup.lake import LakeStore

Value = str | int | float | bool | None | list["Value"]
_LINE: Final = re.compile(r"\n+LINE (?P<line>\d+): (?P<text>[^\n]*)\n(?P<gap> *)\^")


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns and rows that a question yields; dates are ISO texts, decimals floats."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def ask(lake: Path, sql: str) -> Answer:
    """Ask a lake in SQL, with the views loaded.

    The connection can open the lake's own files alone, writes and installs nothing, and its settings are
    locked. Whoever writes meanwhile may remove a file of the state that is asked: the new one is asked then.
    Raises ``ProblemsFoundError`` where there is no lake, or the question is wrong, with line and column.
    """
    while True:
        store = open_to_read(lake)
        try:
            return _answer(store, sql)
        except duckdb.Error as error:
            if not (isinstance(error, duckdb.IOException) and is_superseded(lake, store.manifest)):
                raise ProblemsFoundError([_wrong(str(error))]) from None


def _answer(store: LakeStore, sql: str) -> Answer:
    """Ask. Raises ``ProblemsFoundError`` for what is not one question, and DuckDB's own errors."""
    store.db.execute(f"SET allowed_directories = ['{str(store.folder).replace(chr(39), chr(39) * 2)}/']")
    store.db.execute("SET enable_external_access = false")
    store.db.execute("SET lock_configuration = true")
    _must_only_read(store.db, sql)
    answer = store.db.execute(sql)
    columns = tuple(str(each[0]) for each in answer.description or ())
    return Answer(columns, tuple(tuple(map(_value, row)) for row in answer.fetchall()))


def _must_only_read(db: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Refuse all but one question: the folder may be read by SQL, but others write there.

    Raises ``ProblemsFoundError``, and what DuckDB does for a text that is no SQL.
    """
    found = db.extract_statements(sql)
    if len(found) != 1 or found[0].type != duckdb.StatementType.SELECT:
        raise ProblemsFoundError([problem(QUERY_WRITES)])


def _value(value: object) -> Value:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Decimal():
            return float(value)
        case datetime() | date():
            return value.isoformat()
        case list() | tuple():
            return [_value(each) for each in value]
        case _:
            return str(value)


def _wrong(text: str) -> Problem:
    """Return what is wrong with a question: DuckDB's words, and where in the question."""
    reason = text.split("\n", 1)[0].strip()
    found = _LINE.search(text)
    if found is None:
        return problem(QUERY_WRONG, place="", reason=reason)
    # DuckDB puts the text behind "LINE 1: " and a mark below it.
    column = len(found["gap"]) - len(f"LINE {found['line']}: ") + 1
    return problem(QUERY_WRONG, place=QUERY_AT(line=int(found["line"]), column=column), reason=reason)
