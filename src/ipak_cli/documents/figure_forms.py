"""What figures and sentences are in JSON, and how they are read back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeGuard

from pydantic_core import PydanticCustomError

from ipak_cli.base.figures import NotScored, Rounded, half_up, parse_fraction
from ipak_cli.base.message import Message, Part, Value
from ipak_cli.catalogue.indonesian import say
from ipak_cli.documents.write import figure_form

if TYPE_CHECKING:
    from fractions import Fraction

CONTRADICTION: Final = "contradiction"
"""The kind of fault of a figure whose fraction, float and text do not agree."""


@dataclass(frozen=True, slots=True)
class FigureForm:
    """A figure: its fraction (``17/5``), the same as a float, and half up to two places."""

    exact: str
    value: float
    rounded: str


@dataclass(frozen=True, slots=True)
class NotScoredForm:
    """A figure that is not known, and why: in Indonesian, and as the sentence's key with its values."""

    not_scored: str
    key: str
    values: dict[str, ValueForm]


@dataclass(frozen=True, slots=True)
class BetweenForm:
    """A figure of which only the lowest and the highest value are known that it can have, and why."""

    not_scored: str
    key: str
    values: dict[str, ValueForm]
    between: tuple[FigureForm, FigureForm]


@dataclass(frozen=True, slots=True)
class MessageForm:
    """A sentence: its key, the values that it names, and its text in Indonesian."""

    key: str
    values: dict[str, ValueForm]
    text: str


PartForm = str | int | MessageForm
ValueForm = PartForm | list[PartForm]
"""What a sentence names: a text, a whole number, another sentence, or a list of them."""


def read_fraction(value: object) -> Fraction:
    """Read a figure by its fraction; the float and the text beside it must be what that fraction gives."""
    exact = value.get("exact") if isinstance(value, dict) else None
    if not isinstance(exact, str):
        raise unlike()
    try:
        fraction, form = _figure(exact)
    except (ValueError, OverflowError):
        raise unlike() from None
    if form != value or isinstance(value["value"], bool):
        raise PydanticCustomError(CONTRADICTION, "a figure that contradicts itself")
    return fraction


@lru_cache(maxsize=4096)
def _figure(exact: str) -> tuple[Fraction, dict[str, str | float]]:
    """Parse a fraction once for all the figures that are the same, such as points and minimums."""
    fraction = parse_fraction(exact)
    return fraction, figure_form(fraction)


def read_figure(value: object) -> Fraction | NotScored:
    """Read a figure, or why there is none."""
    return read_not_scored(value) if is_not_scored(value) else read_fraction(value)


@dataclass(frozen=True, slots=True)
class RoundedForm:
    """A figure of which documents hold no more than is printed: half up to two places."""

    rounded: str


def read_rounded(value: object) -> Fraction | NotScored:
    """Read a figure that is kept rounded, or why there is none."""
    if is_not_scored(value):
        return read_not_scored(value)
    text = value.get("rounded") if isinstance(value, dict) and value.keys() == {"rounded"} else None
    if not isinstance(text, str):
        raise unlike()
    try:
        figure = Rounded(parse_fraction(text))
    except ValueError:
        raise unlike() from None
    if half_up(figure) != text:
        raise PydanticCustomError(CONTRADICTION, "a rounded figure that is not written as one")
    return figure


def is_not_scored(value: object) -> TypeGuard[dict[str, object]]:
    """Tell whether a JSON value says why something is not known."""
    return isinstance(value, dict) and "not_scored" in value


def read_not_scored(value: dict[str, object]) -> NotScored:
    """Read why a figure is not known: by the sentence's key and values; and its ends, if they are told."""
    if value.keys() - {"between"} != {"not_scored", "key", "values"}:
        raise unlike()
    said = {"key": value["key"], "values": value["values"], "text": value["not_scored"]}
    return NotScored(read_message(said), _between(value["between"]) if "between" in value else None)


def _between(value: object) -> tuple[Fraction, Fraction]:
    if not isinstance(value, list) or len(value) != 2:
        raise unlike("between")
    low, high = map(read_fraction, value)
    if low >= high:
        raise PydanticCustomError(CONTRADICTION, "ends that are no ends")
    return low, high


def read_message(value: object) -> Message:
    """Read a message by its key and values; its text is written anew, as a later version may word it."""
    if not isinstance(value, dict) or value.keys() != {"key", "values", "text"}:
        raise unlike()
    message = Message(str(value["key"]), read_values(value["values"]))
    if not isinstance(value["text"], str):
        raise unlike("text")
    try:
        say(message)
    except KeyError:
        raise unlike("key") from None
    return message


def read_values(value: object) -> dict[str, Value]:
    """Read the values that a sentence names."""
    if not isinstance(value, dict):
        raise unlike()
    return {name: _value(inner, name) for name, inner in value.items()}


def _value(value: object, name: str) -> Value:
    if isinstance(value, list):
        return tuple(_part(inner, name) for inner in value)
    return _part(value, name)


def _part(value: object, name: str) -> Part:
    if isinstance(value, str) or type(value) is int:
        return value
    if isinstance(value, dict):
        return read_message(value)
    raise unlike(name)


def unlike(key: str = "") -> PydanticCustomError:
    """Return the refusal of a part of a document, or of what stands there under a key."""
    return PydanticCustomError("unlike", "not what a result has here", {"key": key})
