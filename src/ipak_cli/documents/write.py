"""Results as JSON and back: field names are keys, figures carry fraction, float and half-up text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Final, TypeAlias

from ipak_cli.base.figures import NotScored, Rounded, exact_text, half_up
from ipak_cli.base.message import Message
from ipak_cli.base.problem import Problem, Where, at_most
from ipak_cli.base.provenance import WHERE_TOLD
from ipak_cli.base.text import escaped
from ipak_cli.catalogue.indonesian import hint_of, message_of, say
from ipak_cli.catalogue.usage import MORE_OF_THE_SAME

Plain: TypeAlias = str | int | float | bool | list["Plain"] | dict[str, "Plain"] | None
"""What JSON can say."""
MOST_OF_A_KIND: Final = 100
"""Problems of one code that are told one by one."""


def plain(value: object) -> Plain:
    """Return a result as JSON values.

    A fraction becomes ``{exact, value, rounded}``, a figure that is not scored ``{not_scored: sentence}``,
    with its key and values, and the ends between which it lies where they are known.
    """
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return str(value)
        case Fraction():
            return {**figure_form(value)}
        case NotScored():
            return _not_scored(value)
        case Problem():
            return _problem(value)
        case Message():
            return {"key": value.key, "values": plain(value.values), "text": say(value)}
        case Mapping():
            return {str(key): plain(inner) for key, inner in value.items()}
        case (Problem(), *_):
            found = (each for each in value if isinstance(each, Problem))
            return [_problem(each) for each in at_most(found, MOST_OF_A_KIND, MORE_OF_THE_SAME)]
        case tuple() | list():
            return [plain(inner) for inner in value]
        case _:
            return _fields(value)


def _not_scored(value: NotScored) -> Plain:
    reason = value.reason
    form: dict[str, Plain] = {
        "not_scored": say(reason),
        "key": reason.key,
        "values": plain(reason.values),
    }
    return form if value.between is None else {**form, "between": plain(value.between)}


def figure_form(value: Fraction) -> dict[str, str | float]:
    """Return a figure as documents hold it: its fraction, the float, and half up to two places.

    Of one that is kept rounded it is the text alone.
    """
    if isinstance(value, Rounded):
        return {"rounded": half_up(value)}
    return {"exact": exact_text(value), "value": float(value), "rounded": half_up(value)}


def _fields(value: object) -> Plain:
    if is_dataclass(value) and not isinstance(value, type):
        told = ((field, getattr(value, field.name)) for field in fields(value))
        return {
            field.name: plain(inner)
            for field, inner in told
            if inner is not None or field.metadata != WHERE_TOLD
        }
    raise TypeError(f"no JSON form for {type(value).__name__}")


def to_json(value: object) -> str:
    """Write a result as one JSON document; the same result gives the same text."""
    text = json.dumps(plain(value), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    # A file's name may hold bytes that are no text; JSON is always UTF-8.
    return escaped(text).encode("utf-8", errors="replace").decode("utf-8")


def _problem(value: Problem) -> Plain:
    return {
        "code": value.code,
        "severity": value.severity.value,
        "where": _where(value.where),
        "values": plain(value.values),
        "cells": plain(value.cells),
        "other_advice": plain(value.other_advice),
        "message": message_of(value),
        "hint": hint_of(value),
    }


def _where(where: Where) -> Plain:
    return {"file": where.file, "sheet": where.sheet, "cell": where.cell, "line": where.line}
