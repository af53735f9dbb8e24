"""The JSON Schema of documents, for the programs of others that read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from pydantic.json_schema import GenerateJsonSchema

from ipak_cli.documents.forms import adapter_of

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


class _ForReaders(GenerateJsonSchema):
    """Leaves out the titles that pydantic makes from field names: they say nothing that the key does not."""

    def field_title_should_be_set(self, schema: CoreSchema) -> bool:
        del schema
        return False


def schema_text(model: type[object], name: str) -> str:
    """Return the JSON Schema of the documents of a result's class; ``name`` is what their ``schema`` says."""
    schema = adapter_of(model).json_schema(schema_generator=_ForReaders)
    schema["properties"]["schema"] = {"const": name}
    for part in (schema, *schema["$defs"].values()):
        part["description"] = _prose(part["description"])
        part.pop("title")
        if "properties" in part:
            part["additionalProperties"] = False
    return json.dumps({"$schema": _DIALECT, "title": name} | schema, ensure_ascii=False, indent=2) + "\n"


def _prose(docstring: str) -> str:
    """Return a docstring as one line of plain text."""
    return " ".join(docstring.replace("``", "").split())
