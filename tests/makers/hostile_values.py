"""Values whose every text steers a terminal, made of sound ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeVar, cast

from pydantic import BaseModel

from ipak_cli.base.message import Message
from ipak_cli.base.problem import Entry, Problem

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from ipak_cli.base.message import Value

T = TypeVar("T")

HOSTILE: Final = "a\x1b[2J\x1b]0;x\x07b\x9b31m\u202ec\u2066d\u200be\ufeff\x7f\x00\u2069f"
"""Escape sequences of seven and of eight bits, marks of direction, what is not seen, and a few letters."""
CLEAN: Final = "a[2J]0;xb31mcdef"
"""What may be seen of it."""
NOTHING: Final = re.compile("(?!)")


def spoilt(value: T, but: re.Pattern[str] = NOTHING) -> T:
    """Return a value with :data:`HOSTILE` after each of its texts, in mappings' keys and inside parts too.

    ``but`` matches texts that stay, such as periods; so do entries, the keys of messages, and enumerations.
    """
    return cast("T", _spoilt(value, but))


def _spoilt(value: object, but: re.Pattern[str]) -> object:
    match value:
        case Enum() | Entry():
            return value
        case str():
            return value if but.fullmatch(value) else value + HOSTILE
        case Message():
            return Message(value.key, _named(value.values, but))
        case Problem():
            where = spoilt(value.where, but)
            return replace(
                value, where=where, values=_named(value.values, but), cells=spoilt(value.cells, but)
            )
        case Mapping():
            return {spoilt(key, but): spoilt(each, but) for key, each in value.items()}
        case tuple():
            return tuple(spoilt(each, but) for each in value)
        case BaseModel():
            return value.model_copy(update={name: spoilt(each, but) for name, each in value})
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _altered(value, but)
        case _:
            return value


def _named(values: Mapping[str, Value], but: re.Pattern[str]) -> dict[str, Value]:
    """Return the values of a sentence, whose names stay."""
    return {name: spoilt(value, but) for name, value in values.items()}


def _altered(value: DataclassInstance, but: re.Pattern[str]) -> object:
    made = object.__new__(type(value))
    for field in fields(value):
        object.__setattr__(made, field.name, spoilt(getattr(value, field.name), but))
    return made
