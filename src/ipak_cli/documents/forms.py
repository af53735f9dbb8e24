"""What each part of a result is in JSON: pydantic adapters over the results' own dataclasses.

The results know nothing of this room: they name their types (``Figure``, ``Problem``) for type checking
alone, and here each of these names gets the form that it has in a document.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Annotated, Final, NewType, TypeVar, cast

from pydantic import AfterValidator, ConfigDict, PlainValidator, TypeAdapter
from pydantic_core import PydanticCustomError

from ipak_cli.base.figures import NotScored, parse_fraction
from ipak_cli.base.message import Message, Part, Value
from ipak_cli.base.problem import Cells, Problem, Severity, Where
from ipak_cli.base.provenance import Period, RubricRef, Tool
from ipak_cli.catalogue.indonesian import CATALOGUE, say
from ipak_cli.documents.write import figure_form
from ipak_cli.survey.tally import StoredTally

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

R = TypeVar("R")

CONTRADICTION: Final = "contradiction"
"""The kind of fault of a figure whose fraction, float and text do not agree."""


@dataclass(frozen=True, slots=True)
class FigureForm:
    """A figure: its fraction (``17/5``), the same as a float, and half up to two places."""

    exact: str
    value: float
    rounded: str


@dataclass(frozen=True, slots=True)
class PlainNotScored:
    """A figure that is not known, and why in Indonesian."""

    not_scored: str


@dataclass(frozen=True, slots=True)
class WordedNotScored:
    """A figure that is not known, and why: in Indonesian, and as the sentence's key with its values."""

    not_scored: str
    key: str
    values: dict[str, ValueForm]


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
        raise _unlike()
    try:
        fraction, form = _figure(exact)
    except (ValueError, OverflowError):
        raise _unlike() from None
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
    if isinstance(value, dict) and "not_scored" in value:
        return _not_scored(value)
    return read_fraction(value)


def _not_scored(value: dict[str, object]) -> NotScored:
    """Read a reason as a sentence alone, or as one with its key and values."""
    make: Callable[..., NotScored] = NotScored
    text = value["not_scored"]
    if value.keys() == {"not_scored"} and isinstance(text, str):
        return make(text)
    if value.keys() != {"not_scored", "key", "values"}:
        raise _unlike()
    return make(read_message({"key": value["key"], "values": value["values"], "text": text}))


def read_message(value: object) -> Message:
    """Read a message; its text must be what its key and values say."""
    if not isinstance(value, dict) or value.keys() != {"key", "values", "text"}:
        raise _unlike()
    message = Message(str(value["key"]), read_values(value["values"]))
    try:
        text = say(message)
    except KeyError:
        raise _unlike("key") from None
    if text != value["text"]:
        raise _unlike("text")
    return message


def read_values(value: object) -> dict[str, Value]:
    """Read the values that a sentence names."""
    if not isinstance(value, dict):
        raise _unlike()
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
    raise _unlike(name)


def _unlike(key: str = "") -> PydanticCustomError:
    """Return the refusal of a part of a document, or of what stands there under a key."""
    return PydanticCustomError("unlike", "not what a result has here", {"key": key})


_Fraction = Annotated[Fraction, PlainValidator(read_fraction, FigureForm)]
_Figure = Annotated[Fraction, PlainValidator(read_figure, FigureForm | PlainNotScored | WordedNotScored)]
_Message = Annotated[Message, PlainValidator(read_message, MessageForm)]
_Values = Annotated[dict[str, Value], PlainValidator(read_values, dict[str, ValueForm])]


@dataclass(frozen=True, slots=True)
class ProblemForm:
    """A problem: its code, weight and place, the values that it names, and its sentences in Indonesian."""

    code: str
    severity: Severity
    where: Where
    values: _Values
    cells: Cells | None
    other_advice: _Message | None
    message: str
    hint: str


def _problem(form: ProblemForm) -> Problem:
    """Return the problem of a form; its sentences are written anew from its values whenever it is shown."""
    found = CATALOGUE.get(form.code)
    if found is None:
        raise _unlike("code")
    return Problem(found.entry, form.severity, form.where, form.values, form.cells, form.other_advice)


_Problem = Annotated[ProblemForm, AfterValidator(_problem)]

_NAMES: Final[dict[str, object]] = {
    "Figure": _Figure,
    "Fraction": _Fraction,
    "Mapping": dict,
    "Message": _Message,
    "Period": Period,
    "Problem": _Problem,
    "RubricRef": RubricRef,
    "StoredTally": StoredTally,
    "Tool": Tool,
}
"""The form of every type that a result names."""

_STRICT: Final = ConfigDict(strict=True, extra="forbid", defer_build=True)


class _EveryKey:
    """Asks for every key: a document has also what a result's maker may leave out."""

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        _ask_for_every_key(schema, handler, set())
        return schema


def _ask_for_every_key(part: object, handler: GetCoreSchemaHandler, seen: set[str]) -> None:
    """Take away the defaults of every field in a schema."""
    if isinstance(part, list):
        for inner in part:
            _ask_for_every_key(inner, handler, seen)
    if not isinstance(part, dict):
        return
    if part.get("type") == "definition-ref" and part["schema_ref"] not in seen:
        seen.add(part["schema_ref"])
        _ask_for_every_key(handler.resolve_ref_schema(cast("CoreSchema", part)), handler, seen)
    if part.get("type") == "dataclass-field" and part["schema"]["type"] == "default":
        part["schema"] = part["schema"]["schema"]
    for key in part.keys() & {"schema", "fields", "items_schema", "values_schema"}:
        _ask_for_every_key(part[key], handler, seen)


def adapter_of(model: type[R]) -> TypeAdapter[R]:
    """Return the adapter that reads a document, or a part of one, into its dataclass."""
    return cast("TypeAdapter[R]", _adapter(cast("Hashable", model)))


@cache
def _adapter(model: Hashable) -> TypeAdapter[object]:
    # Pydantic takes a configuration for a dataclass under another name alone.
    rename: Callable[..., object] = NewType
    build: Callable[..., TypeAdapter[object]] = TypeAdapter
    named = rename("Document", _Problem if model is Problem else model)
    adapter = build(Annotated[named, _EveryKey()], config=_STRICT)
    adapter.rebuild(_types_namespace=_NAMES)
    return adapter
