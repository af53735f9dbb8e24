"""The JSON Schema of documents, for the programs of others that read them."""

from __future__ import annotations

import json

from ipak_cli.documents.forms import adapter_of
from ipak_cli.rubric.schema import DIALECT, WithoutTitles


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
