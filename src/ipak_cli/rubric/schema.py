"""The JSON Schema of rubric files, for editors: what may stand where, and what it means."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from pydantic.json_schema import GenerateJsonSchema

from ipak_cli.rubric.pekppp import PekpppRubric
from ipak_cli.rubric.survey import SurveyRubric

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import CoreSchema

    from ipak_cli.rubric.types import RubricHead

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_LIMITS: Final = {"ge": "minimum", "le": "maximum"}
MODELS: Final[Mapping[str, type[RubricHead]]] = {"survey": SurveyRubric, "pekppp": PekpppRubric}
"""The model of each kind of rubric."""


_PUBLISHED: Final = {"PerformanceGrade": "Grade", "PredicateCondition": "Condition"}
"""The names of parts in the published schema, where a class is called otherwise by now."""


class WithoutTitles(GenerateJsonSchema):
    """Leaves out the titles that pydantic makes from field names: they say nothing that the key does not."""

    def field_title_should_be_set(self, schema: CoreSchema) -> bool:
        """Tell pydantic to set none."""
        del schema
        return False


class _ForEditors(WithoutTitles):
    """Calls the parts by the names that are published."""

    def normalize_name(self, name: str) -> str:
        return super().normalize_name(_PUBLISHED.get(name, name))


def schema_text(kind: str) -> str:
    """Return the JSON Schema of one kind of rubric file, as it is committed beside the rubrics.

    Raises ``KeyError`` for a kind that there is not.
    """
    schema = MODELS[kind].model_json_schema(schema_generator=_ForEditors)
    for part in (schema, *schema.get("$defs", {}).values()):
        part.pop("description", None)  # a class's docstring is for developers, and so is an enum's name
        if "enum" in part:
            part.pop("title")
    return json.dumps(_with_limits({"$schema": DIALECT} | schema), ensure_ascii=False, indent=2) + "\n"


def _with_limits(part: object) -> object:
    """Return a schema whose limits have JSON Schema's own names, wherever pydantic keeps its own."""
    if isinstance(part, dict):
        return {_LIMITS.get(key, key): _with_limits(inner) for key, inner in part.items()}
    return part


def schema_name(kind: str) -> str:
    """Return the file name of a kind's schema."""
    return f"{kind}-rubric.schema.json"
