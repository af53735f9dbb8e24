"""Stored result documents read back into the very results that they were written from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Final, TypeVar, cast, get_args, get_origin, get_type_hints

from ipak_cli import __version__
from ipak_cli.base.figures import Figure, NotScored, parse_fraction
from ipak_cli.base.message import Message, Part, Value
from ipak_cli.base.problem import Entry, Problem, ProblemsFoundError, SeveralCells, Severity, Where, problem
from ipak_cli.base.provenance import Period, RubricRef, Tool, is_newer
from ipak_cli.catalogue.drive import WRITTEN_BY_NEWER_VERSION
from ipak_cli.catalogue.indonesian import CATALOGUE, say
from ipak_cli.catalogue.workspace import (
    RESULT_DAMAGED,
    RESULT_FIGURES_INCONSISTENT,
    RESULT_KIND_OR_VERSION_UNFIT,
)
from ipak_cli.documents.write import plain
from ipak_cli.survey.result import SCHEMA as SURVEY_SCHEMA
from ipak_cli.survey.result import SurveyResult

if TYPE_CHECKING:
    from ipak_cli.pekppp.result import PekpppResult

R = TypeVar("R")

_NAMES: Final[dict[str, object]] = {
    "Cells": SeveralCells,
    "Entry": Entry,
    "Figure": Figure,
    "Fraction": Fraction,
    "Mapping": Mapping,
    "Message": Message,
    "Period": Period,
    "Problem": Problem,
    "RubricRef": RubricRef,
    "Severity": Severity,
    "Tool": Tool,
    "Value": Value,
    "Where": Where,
}
"""What the results' modules import for type checking alone."""


class _UnlikeError(Exception):
    """A part of a document is not what its result has there: the problem's entry, and the part."""

    def __init__(self, entry: Entry, key: str) -> None:
        self.entry = entry
        self.key = key or "dokumen"
        super().__init__(f"{entry.code} {key}")


def read_survey(content: bytes, name: str) -> SurveyResult:
    """Return the result that a ``survey.json`` holds; ``name`` is the file's name in problems.

    Raises ``ProblemsFoundError`` for another schema, a newer program's document, broken JSON, keys missing or
    unknown, and figures whose fraction, float and text do not agree.
    """
    return _read(content, name, SurveyResult, SURVEY_SCHEMA)


def read_pekppp(content: bytes, name: str) -> PekpppResult:
    """Return the result that a ``pekppp.json`` holds, as :func:`read_survey` does."""
    from ipak_cli.pekppp.result import SCHEMA, PekpppResult  # noqa: PLC0415 (most commands know surveys alone)

    return _read(content, name, PekpppResult, SCHEMA)


def read_part(value: object, model: type[R]) -> R | None:
    """Return the part of a result that a JSON value holds; nothing where it holds no such part."""
    try:
        return cast("R", _single(value, model, "")) if isinstance(value, dict) else None
    except _UnlikeError:
        return None


def read_problem(value: object) -> Problem:
    """Return the problem that a JSON value holds; raises ``ValueError`` where it holds none."""
    if isinstance(value, Problem):
        return value
    found = read_part(value, Problem)
    if found is None:
        raise ValueError("no problem")
    return found


def _read(content: bytes, name: str, model: type[R], schema: str) -> R:
    where = Where(name)
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise ProblemsFoundError([problem(RESULT_DAMAGED, where, key="susunan JSON")]) from None
    found = data.get("schema") if isinstance(data, dict) else None
    if found != schema:
        shown = found if isinstance(found, str) else "sesuatu tanpa schema"
        raise ProblemsFoundError([problem(RESULT_KIND_OR_VERSION_UNFIT, where, found=shown, wanted=schema)])
    writer = data["tool"].get("version") if isinstance(data.get("tool"), dict) else None
    if isinstance(writer, str) and is_newer(writer, __version__):
        raise ProblemsFoundError([problem(WRITTEN_BY_NEWER_VERSION, where, found=writer, known=__version__)])
    try:
        return cast("R", _value(data, model, ""))
    except _UnlikeError as fault:
        raise ProblemsFoundError([problem(fault.entry, where, key=fault.key)]) from None


def _value(value: object, hint: object, key: str) -> object:
    """Return what a JSON value stands for where a result has the type ``hint``."""
    kind, parts = get_origin(hint), get_args(hint)
    if kind is UnionType:
        return _value(value, _member(value, parts), key)
    if kind is tuple and isinstance(value, list):
        return tuple(_value(inner, parts[0], f"{key}[{n}]") for n, inner in enumerate(value, start=1))
    if kind is Mapping and isinstance(value, dict):
        return {name: _value(inner, parts[1], _join(key, name)) for name, inner in value.items()}
    if not isinstance(hint, type):
        raise _UnlikeError(RESULT_DAMAGED, key)
    return _single(value, hint, key)


def _single(value: object, hint: type, key: str) -> object:
    if hint is Fraction:
        return _fraction(value, key)
    if hint is NotScored and isinstance(value, dict):
        reason = {"key": value["key"], "values": value["values"], "text": value["not_scored"]}
        return NotScored(_message(reason, key))
    if hint in _READERS and isinstance(value, dict):
        return _READERS[hint](value, key)
    if is_dataclass(hint) and isinstance(value, dict):
        return _record(value, hint, key)
    if issubclass(hint, Enum) and value in [member.value for member in hint]:
        return hint(value)
    # ``True`` is an ``int`` to ``isinstance``, and no count.
    if type(value) is hint:
        return value
    raise _UnlikeError(RESULT_DAMAGED, key)


def _problem(value: Mapping[str, object], key: str) -> Problem:
    """Read a problem; its sentences are written anew from its values whenever it is shown."""
    kept = {name: inner for name, inner in value.items() if name not in ("code", "message", "hint")}
    entry = CATALOGUE.get(str(value.get("code")))
    if entry is None or kept.keys() != {"severity", "where", "values", "cells", "other_advice"}:
        raise _UnlikeError(RESULT_DAMAGED, _join(key, "code"))
    hints = _hints(Problem)
    read = {
        name: _value(inner, hints[name], _join(key, name)) for name, inner in kept.items() if name != "values"
    }
    make: Callable[..., Problem] = Problem
    return make(entry=entry.entry, values=_values(value["values"], key), **read)


def _message(value: Mapping[str, object], key: str) -> Message:
    if value.keys() != {"key", "values", "text"}:
        raise _UnlikeError(RESULT_DAMAGED, key)
    message = Message(str(value["key"]), _values(value["values"], key))
    try:
        text = say(message)
    except KeyError:
        raise _UnlikeError(RESULT_DAMAGED, _join(key, "key")) from None
    if text != value["text"]:
        raise _UnlikeError(RESULT_DAMAGED, _join(key, "text"))
    return message


def _values(value: object, key: str) -> dict[str, Value]:
    if not isinstance(value, dict):
        raise _UnlikeError(RESULT_DAMAGED, key)
    return {name: _named(inner, _join(key, name)) for name, inner in value.items()}


def _named(value: object, key: str) -> Value:
    """Return a value that a sentence names."""
    if isinstance(value, list):
        return tuple(_part(inner, key) for inner in value)
    return _part(value, key)


def _part(value: object, key: str) -> Part:
    if isinstance(value, str) or type(value) is int:
        return value
    if isinstance(value, dict):
        return _message(value, key)
    raise _UnlikeError(RESULT_DAMAGED, key)


_READERS: Final[Mapping[type, Callable[[Mapping[str, object], str], object]]] = {
    Problem: _problem,
    Message: _message,
}


def _member(value: object, members: tuple[object, ...]) -> object:
    """Choose the one type of a union that a JSON value can be: nothing, no figure, or what remains."""
    if value is None and NoneType in members:
        return NoneType
    if NotScored in members and isinstance(value, dict) and value.keys() == {"not_scored", "key", "values"}:
        return NotScored
    return next(member for member in members if member not in (NoneType, NotScored))


def _record(value: Mapping[str, object], model: type, key: str) -> object:
    hints = _hints(model)
    if odd := sorted(hints.keys() ^ value.keys()):
        raise _UnlikeError(RESULT_DAMAGED, _join(key, odd[0]))
    make: Callable[..., object] = model
    return make(**{name: _value(value[name], hint, _join(key, name)) for name, hint in hints.items()})


def _fraction(value: object, key: str) -> Fraction:
    """Read a figure by its fraction; the float and the text beside it must be what that fraction gives."""
    exact = value.get("exact") if isinstance(value, dict) else None
    if not isinstance(exact, str):
        raise _UnlikeError(RESULT_DAMAGED, key)
    try:
        fraction = parse_fraction(exact)
        agrees = plain(fraction) == value
    except (ValueError, OverflowError):
        raise _UnlikeError(RESULT_DAMAGED, key) from None
    if not agrees:
        raise _UnlikeError(RESULT_FIGURES_INCONSISTENT, key)
    return fraction


@cache
def _hints(model: type) -> Mapping[str, object]:
    return get_type_hints(model, localns=_NAMES)


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
