"""Stored results and settings, spoilt by people and programs: read as they are, or refused with problems."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.documents.read import read_pekppp, read_survey
from ipak_cli.documents.write import to_json
from ipak_cli.workspace.config_file import parse_config
from makers.corpus_documents import without_sentences
from makers.mutations import changed_bytes

EXAMPLES = Path(__file__).parents[2] / "examples"
STORED = {
    "survey": (read_survey, (EXAMPLES / "hasil" / "IV-2024" / "survey.json").read_bytes()),
    "pekppp": (read_pekppp, (EXAMPLES / "hasil" / "IV-2024" / "pekppp.json").read_bytes()),
}
SETTINGS = (EXAMPLES / "ipak.yaml").read_bytes()
ODD = [
    None,
    True,
    0,
    -1,
    1.5,
    float("nan"),
    10**30,
    "",
    "x",
    [],
    {},
    [1],
    {"exact": "1/0"},
    {"not_scored": 1},
]


LATER = {"survey": {"answer_days": None}, "pekppp": {}}
"""What a document may lack, and is written with all the same."""


def places(part, path=()):
    """Return the path of every value in a document."""
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    return [path, *(found for key, value in inner for found in places(value, (*path, key)))]


def spoilt(content, chance):
    """Return a document with one value exchanged, dropped or moved elsewhere."""
    document = json.loads(content)
    *way, last = chance.choice(places(document)[1:])
    part = document
    for step in way:
        part = part[step]
    other = chance.choice(places(document)[1:])
    moved = document
    for step in other:
        moved = moved[step]
    if chance.random() < 0.2:
        del part[last]
    else:
        part[last] = json.loads(json.dumps(chance.choice([*ODD, moved])))
    return json.dumps(document).encode()


@pytest.mark.parametrize("kind", STORED)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_a_spoilt_result_is_read_as_it_says_or_refused(kind, seed):
    read, content = STORED[kind]
    chance = random.Random(seed)  # noqa: S311 (no secret)
    change = chance.choice([spoilt, changed_bytes])
    changed = change(content, chance)
    try:
        result = read(changed, "x.json")
    except ProblemsFoundError as refused:
        (problem,) = refused.problems
        message = message_of(problem)
    else:
        message = ""
        said = {**LATER[kind], **json.loads(changed)}
        assert without_sentences(json.loads(to_json(result))) == without_sentences(said)
    assert "Traceback" not in message


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_spoilt_settings_are_read_or_their_faults_are_named(seed):
    chance = random.Random(seed)  # noqa: S311 (no secret)
    try:
        parse_config(changed_bytes(SETTINGS, chance))
    except ProblemsFoundError as refused:
        faults = refused.problems
        assert faults


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = [
    "version", "unit", "signatory", "report", "rubrics", "targets", "legal_basis", "periods", "follow_up",
    "name", "default", "items", "nip", "link", "population", "IV-2024", "B1",
]  # fmt: skip
INNER = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=3)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), INNER | VALUES, max_size=5))
def test_settings_of_anything_are_read_or_their_faults_are_named(data):
    try:
        parse_config(yaml.safe_dump(data, allow_unicode=True).encode())
    except ProblemsFoundError as refused:
        faults = refused.problems
        assert all(message_of(fault) and hint_of(fault) for fault in faults)
