"""``ipak query``: a question in SQL to a lake, which can read that lake's views and nothing else.

What the views are made of, the counts of small units among it, stays unasked: a question names the views
alone, which is seen in its parsed form and not in its text.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import duckdb

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.rollup import QUERY_AT, QUERY_OF_COUNTS, QUERY_WRITES, QUERY_WRONG
from ipak_cli.rollup.lake import is_superseded, open_to_read
from ipak_cli.rollup.views import NAMES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from ipak_cli.base.problem import Problem
    from ipak_cli.rollup.lake import LakeStore

Value = str | int | float | bool | None | list["Value"]
_LINE: Final = re.compile(r"\n+LINE (?P<line>\d+): (?P<text>[^\n]*)\n(?P<gap> *)\^")
_GENERATORS: Final = frozenset({"range", "generate_series", "unnest"})
"""Table functions that read nothing."""
_NAME: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns and rows that a question yields; dates are ISO texts, decimals floats."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def ask(lake: Path, sql: str) -> Answer:
    """Ask a lake in SQL, with the views loaded.

    The connection can open the lake's own files alone, writes and installs nothing, and its settings are
    locked. Whoever writes meanwhile may remove a file of the state that is asked: the new one is asked then.
    Raises ``ProblemsFoundError`` where there is no lake, the question is of anything but the views, or is
    wrong, with line and column.
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
    _must_ask_views(store.db, sql)
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


def _must_ask_views(db: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Refuse a question of other tables, files or functions. Raises ``ProblemsFoundError``."""
    [(text,)] = db.execute("SELECT json_serialize_sql(?::VARCHAR)", [sql]).fetchall()
    parts = [*_parts(json.loads(text))]
    named = {each["key"].casefold() for part in parts for each in part.get("cte_map", {}).get("map", ())}
    for name in (*_asked(parts, {*NAMES, *named}), *(each for each in named if not _NAME.fullmatch(each))):
        raise ProblemsFoundError([problem(QUERY_OF_COUNTS, name=name, tables=NAMES)])


def _parts(tree: object) -> Iterator[dict[str, Any]]:
    """Yield every node of a parsed question."""
    if isinstance(tree, dict):
        yield tree
    for each in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _parts(each)


def _asked(parts: Collection[dict[str, Any]], known: Collection[str]) -> Iterator[str]:
    """Yield what a question reads that is not known: tables of a schema, files by name, functions."""
    for part in parts:
        if part.get("type") == "BASE_TABLE":
            schema, name = part["schema_name"], part["table_name"]
            if part["catalog_name"] or schema not in {"", "main"} or name.casefold() not in known:
                yield f"{schema}.{name}" if schema else name
        elif part.get("type") == "TABLE_FUNCTION" and part["function"]["function_name"] not in _GENERATORS:
            yield part["function"]["function_name"]


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
