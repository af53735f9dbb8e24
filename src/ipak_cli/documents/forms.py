"""What each part of a result is in JSON, and its schema: pydantic adapters over the results' own dataclasses.

The results know nothing of this room: they name their types (``Figure``, ``Problem``) for type checking
alone, and here each of these names gets the form that it has in a document.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from functools import cache
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
from pydantic_core import CoreConfig
from pydantic_core import core_schema as s

from ipak_cli.base.figures import NotScored
from ipak_cli.base.message import Message, Value
from ipak_cli.base.problem import Problem, SeveralCells, Severity, Where
from ipak_cli.base.provenance import AnswerDays, Decisions, PeriodRef, RubricRef, Tool
from ipak_cli.catalogue.indonesian import CATALOGUE, hint_of, message_of
from ipak_cli.documents.figure_forms import (
    BetweenForm,
    FigureForm,
    MessageForm,
    NotScoredForm,
    RoundedForm,
    ValueForm,
    is_not_scored,
    read_figure,
    read_fraction,
    read_message,
    read_not_scored,
    read_rounded,
    read_values,
    unlike,
)
from ipak_cli.rubric.schema import DIALECT, WithoutTitles
from ipak_cli.survey.recap import RecapShape
from ipak_cli.survey.tally import StoredTally

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


R = TypeVar("R")
KNOWN: Final = "<known>"
UNKNOWN: Final = "<not scored>"
"""Stand for the two forms of what may be not scored in the place of a fault, where no key is called so."""
_Fraction = Annotated[Fraction, PlainValidator(read_fraction, FigureForm)]
_Figure = Annotated[Fraction, PlainValidator(read_figure, FigureForm | NotScoredForm | BetweenForm)]
_Rounded = Annotated[Fraction, PlainValidator(read_rounded, RoundedForm | NotScoredForm | BetweenForm)]
_NotScored = Annotated[object, PlainValidator(read_not_scored, NotScoredForm | BetweenForm)]
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
        raise unlike("code")
    problem = Problem(found.entry, form.severity, form.where, form.values, form.cells, form.other_advice)
    try:
        message_of(problem)
        hint_of(problem)
    except KeyError:
        raise unlike("values") from None
    return problem


_STRICT: Final = CoreConfig(strict=True, extra_fields_behavior="forbid")


class _Stored:
    """Reads a dataclass from an object of all its keys, also those with a default, and no other.

    Those alone may be missing that were added to a schema later. Left to itself pydantic would take every
    missing key for its default, and could not be told other forms for the types that a module imports.
    """

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        hints = get_type_hints(source, localns=_NAMES, include_extras=True)
        later = {each.name: each.default for each in fields(source) if "added_later" in each.metadata}
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
    "NotScored": NotScored,
    "Number": int | _Fraction,
    "Numbers": tuple[tuple[int | _Fraction, ...], ...],
    "PeriodRef": PeriodRef,
    "Problem": _Problem,
    "RecapShape": RecapShape,
    "RoundedFigure": _Rounded,
    "RubricRef": RubricRef,
    "StoredTally": StoredTally,
    "Tool": Tool,
    "Where": Where,
}
"""The form of every type that a result names."""


def _schema(hint: object, handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the form of a type that a result's field has."""
    kind, parts = get_origin(hint), get_args(hint)
    if kind in (UnionType, Union):
        known = [_schema(part, handler) for part in parts if part not in (NoneType, NotScored)]
        only = known[0] if len(known) == 1 else s.union_schema(list(known))
        only = _or_not_scored(only, handler) if NotScored in parts else only
        return s.nullable_schema(only) if NoneType in parts else only
    if kind is tuple:
        return s.tuple_variable_schema(_schema(parts[0], handler))
    if kind is Mapping:
        return s.dict_schema(s.str_schema(), _schema(parts[1], handler))
    return handler.generate_schema(Annotated[hint, _Stored()] if is_dataclass(hint) else hint)


def _or_not_scored(known: CoreSchema, handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the form of what may be not scored."""
    unknown = handler.generate_schema(_NotScored)
    return s.tagged_union_schema({KNOWN: known, UNKNOWN: unknown}, _which)


def _which(value: object) -> str:
    return UNKNOWN if is_not_scored(value) else KNOWN


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
