from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from ipak_cli.rubric.schema import MODELS, schema_name, schema_text
from ipak_cli.rubric.shipped import rubrics_folder, shipped_ids
from makers.rubric_text import SMALL, altered

RUBRICS = Path(__file__).parents[2] / "rubrics"


@pytest.mark.parametrize("kind", sorted(MODELS))
def test_the_committed_schema_is_the_one_that_the_models_make(kind):
    assert (RUBRICS / schema_name(kind)).read_text(encoding="utf-8") == schema_text(kind)


@pytest.mark.parametrize("kind", sorted(MODELS))
def test_every_key_is_described(kind):
    schema = json.loads(schema_text(kind))
    parts = [schema, *schema["$defs"].values()]
    fields = [(part.get("title"), *pair) for part in parts for pair in part.get("properties", {}).items()]
    assert [(title, key) for title, key, field in fields if "description" not in field] == []


@pytest.mark.parametrize("name", shipped_ids())
def test_a_shipped_rubric_names_its_schema_and_is_accepted_as_an_editor_reads_it(name):
    text = (rubrics_folder() / f"{name}.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    schema = schema_name(data["kind"])
    assert text.startswith(f"# yaml-language-server: $schema={schema}\n")
    jsonschema.validate(data, json.loads((RUBRICS / schema).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("old", "new"),
    [("title: Rubrik kecil", "titel: x"), ("polarity: negative", "polarity: tidak"), ("1/3", "0,3")],
)
def test_an_editor_is_warned_of_faults(old, new):
    schema = json.loads(schema_text("survey"))
    jsonschema.validate(yaml.safe_load(SMALL), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(altered(old, new)), schema)
