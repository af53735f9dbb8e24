"""What each part of a result is in JSON, and its schema: pydantic adapters over the results' own dataclasses.

The results know nothing of this room: they name their types (``Figure``, ``Problem``) for type checking
alone, and here each of these names gets the form that it has in a document.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Final,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import AfterValidator, PlainValidator, TypeAdapter
from pydantic_core import CoreConfig, PydanticCustomError
from pydantic_core import core_schema as s

from ipak_cli.base.figures import NotScored, parse_fraction
from ipak_cli.base.message import Message, Part, Value
from ipak_cli.base.problem import Problem, SeveralCells, Severity, Where
from ipak_cli.base.provenance import ADDED_LATER, AnswerDays, Decisions, PeriodRef, RubricRef, Tool
from ipak_cli.catalogue.indonesian import CATALOGUE, hint_of, message_of, say
from ipak_cli.documents.write import figure_form
from ipak_cli.rubric.schema import DIALECT, WithoutTitles
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
class NotScoredForm:
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
    """Read why a figure is not known: by the sentence's key and values."""
    if value.keys() != {"not_scored", "key", "values"}:
        raise _unlike()
    said = {"key": value["key"], "values": value["values"], "text": value["not_scored"]}
    return NotScored(read_message(said))


def read_message(value: object) -> Message:
    """Read a message by its key and values; its text is written anew, as a later version may word it."""
    if not isinstance(value, dict) or value.keys() != {"key", "values", "text"}:
        raise _unlike()
    message = Message(str(value["key"]), read_values(value["values"]))
    if not isinstance(value["text"], str):
        raise _unlike("text")
    try:
        say(message)
    except KeyError:
        raise _unlike("key") from None
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
_Figure = Annotated[Fraction, PlainValidator(read_figure, FigureForm | NotScoredForm)]
_Message = Annotated[Message, PlainValidator(read_message, MessageForm)]
_Values = Annotated[dict[str, Value], PlainValidator(read_values, dict[str, ValueForm])]


@dataclass(frozen=True, slots=True)
class ProblemForm:
    """A problem: its code, weight and place, the values that it names, and its sentences in Indonesian.

    At most 100 of one code and severity are listed, the first ones; one of U905 then says how many more.
    """

    code: str
    severity: Severity
    where: Where
    values: _Values
    cells: SeveralCells | None
    other_advice: _Message | None
    message: str
    hint: str


def _problem(form: ProblemForm) -> Problem:
    """Return the problem of a form; its sentences are written anew from its values whenever it is shown."""
    found = CATALOGUE.get(form.code)
    if found is None:
        raise _unlike("code")
    problem = Problem(found.entry, form.severity, form.where, form.values, form.cells, form.other_advice)
    try:
        message_of(problem)
        hint_of(problem)
    except KeyError:
        raise _unlike("values") from None
    return problem


_STRICT: Final = CoreConfig(strict=True, extra_fields_behavior="forbid")


class _Stored:
    """Reads a dataclass from an object of all its keys, also those with a default, and no other.

    Those alone may be missing that were added to a schema later. Left to itself pydantic would take every
    missing key for its default, and could not be told other forms for the types that a module imports.
    """

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        hints = get_type_hints(source, localns=_NAMES, include_extras=True)
        later = {each.name: each.default for each in fields(source) if each.metadata == ADDED_LATER}
        found = [
            s.dataclass_field(name, _or_default(_schema(hint, handler), later, name))
            for name, hint in hints.items()
        ]
        arguments = s.dataclass_args_schema(source.__name__, found, extra_behavior="forbid")
        return s.dataclass_schema(
            source,
            arguments,
            [*hints],
            ref=f"{source.__module__}.{source.__name__}",
            slots="__slots__" in vars(source),
            config=_STRICT,
        )


def _or_default(schema: CoreSchema, later: Mapping[str, object], name: str) -> CoreSchema:
    return s.with_default_schema(schema, default=later[name]) if name in later else schema


_Problem = Annotated[ProblemForm, _Stored(), AfterValidator(_problem)]
_NAMES: Final[dict[str, object]] = {
    "AnswerDays": AnswerDays,
    "Decisions": Decisions,
    "Figure": _Figure,
    "Fraction": _Fraction,
    "Mapping": Mapping,
    "Message": _Message,
    "Number": int | _Fraction,
    "Numbers": tuple[tuple[int | _Fraction, ...], ...],
    "PeriodRef": PeriodRef,
    "Problem": _Problem,
    "RubricRef": RubricRef,
    "StoredTally": StoredTally,
    "Tool": Tool,
}
"""The form of every type that a result names."""


def _schema(hint: object, handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the form of a type that a result's field has."""
    kind, parts = get_origin(hint), get_args(hint)
    if kind in (UnionType, Union):
        known = [_schema(part, handler) for part in parts if part is not NoneType]
        only = known[0] if len(known) == 1 else s.union_schema(list(known))
        return s.nullable_schema(only) if NoneType in parts else only
    if kind is tuple:
        return s.tuple_variable_schema(_schema(parts[0], handler))
    if kind is Mapping:
        return s.dict_schema(s.str_schema(), _schema(parts[1], handler))
    return handler.generate_schema(Annotated[hint, _Stored()] if is_dataclass(hint) else hint)


def adapter_of(model: type[R]) -> TypeAdapter[R]:
    """Return the adapter that reads a document, or a part of one, into its dataclass."""
    return cast("TypeAdapter[R]", _adapter(cast("Hashable", model)))


@cache
def _adapter(model: Hashable) -> TypeAdapter[object]:
    build: Callable[..., TypeAdapter[object]] = TypeAdapter
    return build(_Problem if model is Problem else Annotated[model, _Stored()])


def schema_text(model: type[object], name: str) -> str:
    """Return the JSON Schema of the documents of a result's class; ``name`` is what their ``schema`` says."""
    schema = adapter_of(model).json_schema(schema_generator=WithoutTitles)
    schema["properties"]["schema"] = {"const": name}
    for part in (schema, *schema["$defs"].values()):
        part["description"] = _prose(part["description"])
        part.pop("title")
        if "properties" in part:
            part["additionalProperties"] = False
    return json.dumps({"$schema": DIALECT, "title": name} | schema, ensure_ascii=False, indent=2) + "\n"


def _prose(docstring: str) -> str:
    """Return a docstring as one line of plain text."""
    return " ".join(docstring.replace("``", "").split())
