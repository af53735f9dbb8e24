"""From a document to a typed rubric: what pydantic finds, said in plain Indonesian with the file's line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from functools import partial
from typing import Final, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ipak_cli.base.message import InFull, Message
from ipak_cli.base.problem import Entry, Problem, Where, problem
from ipak_cli.base.text import nearest
from ipak_cli.catalogue import rubrics as phrases
from ipak_cli.catalogue.rubrics import (
    CHOICE_UNKNOWN,
    CONTENT_NOT_CHECKED,
    KEY_MISSING,
    KEY_UNKNOWN,
    LIST_TOO_LONG,
    LIST_TOO_SHORT,
    NOT_AN_INTEGER,
    NOT_EXACT_NUMBER,
    NUMBER_OUT_OF_RANGE,
    RULE_UNKNOWN,
    VALUE_EMPTY,
    VALUE_FORM_WRONG,
    VALUE_TYPE_WRONG,
    VALUE_UNFIT,
)
from ipak_cli.rubric.types import ANSWER, CODE, FACT_ID, GRADE, ID, TEXT, VERSION
from ipak_cli.rubric.yaml_lines import Data, Document, KeyPath

M = TypeVar("M", bound=BaseModel)
_NEAR: Final = 70
_SHAPES: Final = {
    "string_type": phrases.SHAPE_TEXT,
    "tuple_type": phrases.SHAPE_LIST,
    "list_type": phrases.SHAPE_LIST,
    "model_type": phrases.SHAPE_MAPPING,
    "model_attributes_type": phrases.SHAPE_MAPPING,
    "dict_type": phrases.SHAPE_MAPPING,
}
_FORMS: Final = {
    CODE: phrases.FORM_CODE,
    ID: phrases.FORM_ID,
    TEXT: phrases.FORM_TEXT,
    ANSWER: phrases.FORM_ANSWER,
    VERSION: phrases.FORM_VERSION,
    GRADE: phrases.FORM_GRADE,
    FACT_ID: phrases.FORM_FACT_ID,
    r"^[a-z]$": phrases.FORM_SMALL_LETTER,
    r"^[A-F]-?$": phrases.FORM_CATEGORY,
    r"^[a-z]\.[A-Z][a-z]*$": phrases.FORM_INDICATOR_CODE,
    r"^[A-Z]$": phrases.FORM_CAPITAL,
    r"^[0-9]{1,2}\.[a-z]\.[A-Z][a-z]?[0-9]?$": phrases.FORM_QUESTION_CODE,
}
_LIMITS: Final = {
    "ge": phrases.AT_LEAST,
    "le": phrases.AT_MOST,
    "gt": phrases.MORE_THAN,
    "lt": phrases.LESS_THAN,
}
_TAGS: Final = {"rule": RULE_UNKNOWN}
"""The faults of union tags whose known words have a list of their own."""


def validate(document: Document, model: type[M]) -> tuple[M | None, tuple[Problem, ...]]:
    """Type a document, and return all the faults of its form.

    Unknown keys alone do not hide the rest: the model is then made without them, so that its content can be
    checked in the same pass. The model is ``None`` when anything else is wrong.
    """
    try:
        return model.model_validate(document.data), ()
    except ValidationError as error:
        details = [each for each in error.errors(include_url=False) if not _is_consequence(each)]
    faults = [_fault(detail, document, model) for detail in details]
    if any(detail["type"] != "extra_forbidden" for detail in details):
        faults.append(problem(CONTENT_NOT_CHECKED, Where(document.name)))
        return None, tuple(faults)
    paths = (_trace(detail["loc"], document.data, model)[0] for detail in details)
    return model.model_validate(_without(document.data, paths)), tuple(faults)


def _is_consequence(detail: ErrorDetails) -> bool:
    """Tell a list that pydantic finds short only because it does not count its faulty entries."""
    given = detail["input"]
    return (
        detail["type"] == "too_short"
        and isinstance(given, list)
        and len(given) >= detail["ctx"]["min_length"]
    )


def _without(data: Mapping[str, Data], paths: Iterable[KeyPath]) -> Data:
    pruned: Data = deepcopy(dict(data))
    for *way, key in paths:
        parent = _get(pruned, way)
        if isinstance(parent, dict):
            parent.pop(str(key), None)
    return pruned


def _fault(detail: ErrorDetails, document: Document, model: type[BaseModel]) -> Problem:
    path, models = _trace(detail["loc"], document.data, model)
    where = document.place(*path)
    key = _shown(path)
    match detail["type"]:
        case "extra_forbidden":
            return problem(KEY_UNKNOWN, where, key=path[-1], advice=_advice(str(path[-1]), models))
        case "missing":
            return problem(KEY_MISSING, where, key=detail["loc"][-1], within=key)
        case "union_tag_not_found":
            return problem(KEY_MISSING, where, key=_quoted(detail, "discriminator"), within=key)
        case kind if detail["input"] is None or _is_blank(detail):
            return problem(VALUE_EMPTY, where, key=key)
        case kind if kind in _SHAPES:
            return problem(
                VALUE_TYPE_WRONG, where, key=key, wanted=_SHAPES[kind](), found=_shape(detail["input"])
            )
        case kind:
            return _VALUE_FAULTS.get(kind, partial(_unfit, VALUE_UNFIT))(detail, document, path)


_ValueFault = Callable[[ErrorDetails, Document, KeyPath], Problem]


def _unfit(entry: Entry, detail: ErrorDetails, document: Document, path: KeyPath) -> Problem:
    return problem(entry, document.place(*path), key=_shown(path), value=_value(detail))


def _choice(detail: ErrorDetails, document: Document, path: KeyPath) -> Problem:
    allowed = _quoted(detail, "expected")
    return problem(
        CHOICE_UNKNOWN, document.place(*path), key=_shown(path), value=_value(detail), allowed=allowed
    )


def _tag(detail: ErrorDetails, document: Document, path: KeyPath) -> Problem:
    tag = _quoted(detail, "discriminator")
    where, given = document.place(*path, tag), _get(dict(document.data), (*path, tag))
    if not given:
        return problem(VALUE_EMPTY, where, key=tag)
    allowed = _quoted(detail, "expected_tags")
    value = given if isinstance(given, str) else _shape(given)
    return problem(_TAGS.get(tag, CHOICE_UNKNOWN), where, key=tag, value=value, allowed=allowed)


def _flag(detail: ErrorDetails, document: Document, path: KeyPath) -> Problem:
    value, allowed = _value(detail), "true, false"
    return problem(CHOICE_UNKNOWN, document.place(*path), key=_shown(path), value=value, allowed=allowed)


def _form(detail: ErrorDetails, document: Document, path: KeyPath) -> Problem:
    pattern = _context(detail, "pattern")
    form = _FORMS[pattern]() if pattern in _FORMS else phrases.FORM_PATTERN(pattern=pattern)
    return problem(VALUE_FORM_WRONG, document.place(*path), key=_shown(path), value=_value(detail), form=form)


def _too_short(detail: ErrorDetails, document: Document, path: KeyPath) -> Problem:
    least = _context(detail, "min_length")
    return problem(LIST_TOO_SHORT, document.place(*path), key=_shown(path), least=least)


def _too_long(detail: ErrorDetails, document: Document, path: KeyPath) -> Problem:
    most = _context(detail, "max_length")
    return problem(LIST_TOO_LONG, document.place(*path), key=_shown(path), most=most)


def _limit(detail: ErrorDetails, document: Document, path: KeyPath) -> Problem:
    limits = tuple(
        _LIMITS[name](limit=limit) for name, limit in detail.get("ctx", {}).items() if name in _LIMITS
    )
    return problem(
        NUMBER_OUT_OF_RANGE, document.place(*path), key=_shown(path), value=_value(detail), limits=limits
    )


_VALUE_FAULTS: Final[Mapping[str, _ValueFault]] = {
    "whole_number": partial(_unfit, NOT_AN_INTEGER),
    "int_parsing": partial(_unfit, NOT_AN_INTEGER),
    "exact_number": partial(_unfit, NOT_EXACT_NUMBER),
    "flag": _flag,
    "literal_error": _choice,
    "enum": _choice,
    "union_tag_invalid": _tag,
    "string_pattern_mismatch": _form,
    "too_short": _too_short,
    "too_long": _too_long,
    "greater_than_equal": _limit,
    "less_than_equal": _limit,
    "greater_than": _limit,
    "less_than": _limit,
}


def _trace(
    loc: Iterable[str | int], data: Mapping[str, Data], model: type[BaseModel]
) -> tuple[KeyPath, tuple[type[BaseModel], ...]]:
    """Follow pydantic's place into the file; return what the file has of it, and the models around its end.

    A union's tag and a missing key are steps that the file does not have; a tag says which model it is.
    """
    path: KeyPath = ()
    here: object = data
    around: tuple[type[BaseModel], ...] = (model,)
    inside = around
    for step in loc:
        if isinstance(step, str) and len(inside) > 1:
            inside = tuple(each for each in inside if _bears(each, step))
            continue
        match here, step:
            case dict(), str() if step in here:
                here = here[step]
                around, inside = inside, _models_at(step, inside) or inside
            case list(), int():
                here = here[step]
            case _:
                continue
        path = (*path, step)
    return path, around


def _get(data: Data, path: Iterable[str | int]) -> Data:
    for step in path:
        if isinstance(data, dict):
            data = data[str(step)]
        elif isinstance(data, list):
            data = data[int(step)]
    return data


def _advice(key: str, models: Iterable[type[BaseModel]]) -> Message:
    """Name the known key that a misspelt one is nearest to, or all that may stand in the models."""
    known = tuple(dict.fromkeys(name for model in models for name in model.model_fields))
    near = nearest(key.lower(), known, _NEAR)
    return (
        phrases.NEAREST_MEANT(near=InFull(near))
        if near
        else phrases.KNOWN_KEYS(keys=InFull(", ".join(known)))
    )


def _bears(model: type[BaseModel], tag: str) -> bool:
    """Tell whether a model is the one of its union that a tag names."""
    return any(tag in get_args(field.annotation) for field in model.model_fields.values())


def _models_at(key: str, models: Iterable[type[BaseModel]]) -> tuple[type[BaseModel], ...]:
    """Return the models that may stand at a key of these models."""
    fields = (model.model_fields.get(key) for model in models)
    return tuple(inner for field in fields if field for inner in _models_in(field.annotation))


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _shown(path: KeyPath) -> str | Message:
    """Write a place as its reader counts: ``indices[1].items[3].text``."""
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".") or phrases.WHOLE_FILE()


def _shape(value: object) -> Message:
    if isinstance(value, list):
        return phrases.SHAPE_LIST()
    return phrases.SHAPE_MAPPING() if isinstance(value, dict) else phrases.SHAPE_TEXT()


def _value(detail: ErrorDetails) -> str | Message:
    value = detail["input"]
    return value if isinstance(value, str) else _shape(value)


def _is_blank(detail: ErrorDetails) -> bool:
    given = detail["input"]
    return isinstance(given, str) and not given.strip()


def _context(detail: ErrorDetails, name: str) -> str:
    return str(detail.get("ctx", {}).get(name, ""))


def _quoted(detail: ErrorDetails, name: str) -> str:
    """Return the quoted words of pydantic's context without its English conjunctions."""
    return InFull(", ".join(re.findall(r"'([^']*)'", _context(detail, name))))
