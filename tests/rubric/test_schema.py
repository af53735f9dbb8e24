from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from ipak_cli.rubric.load import rubrics_folder, shipped_ids
from ipak_cli.rubric.schema import MODELS, schema_name, schema_text
from makers.pekppp_rubric import SMALL_PEKPPP
from makers.rubric_text import SMALL, altered

RUBRICS = Path(__file__).parents[2] / "rubrics"
BOOL = "tag:yaml.org,2002:bool"


class EditorLoader(yaml.SafeLoader):
    """Reads as editors do, by YAML 1.2: true and false are no words, but no is one."""


EditorLoader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != BOOL]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver(BOOL, re.compile("(true|false)$"), "tf")


def as_an_editor_reads(text):
    return yaml.load(text, EditorLoader)  # noqa: S506 (a safe loader, with fewer words for true and false)


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
    data = as_an_editor_reads(text)
    schema = schema_name(data["kind"])
    assert text.startswith(f"# yaml-language-server: $schema={schema}\n")
    jsonschema.validate(data, json.loads((RUBRICS / schema).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (SMALL, "title: Rubrik kecil", "titel: x"),
        (SMALL, "polarity: negative", "polarity: tidak"),
        (SMALL, "1/3", "0,3"),
        (SMALL_PEKPPP, "rule: count", "rule: hitung"),
        (SMALL_PEKPPP, "base: F03-01", "bass: F03-01"),
        (SMALL_PEKPPP, "{level: 5,", "{level: 6,"),
        (SMALL_PEKPPP, "[1, 2, 3, 4, 5]", "[1, 2, 3, 4]"),
    ],
)
def test_an_editor_is_warned_of_faults(text, old, new):
    data = as_an_editor_reads(text)
    schema = json.loads(schema_text(data["kind"]))
    jsonschema.validate(data, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(as_an_editor_reads(altered(old, new, text)), schema)
