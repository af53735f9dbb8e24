"""A roll-up as JSON: true to its schema, read back into the same value, the same text every time."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema

from ipak_cli.base.problem import Where, problem
from ipak_cli.catalogue.rollup import UNIT_NOT_LISTED
from ipak_cli.documents.forms import adapter_of
from ipak_cli.documents.write import MOST_OF_A_KIND, to_json
from ipak_cli.rollup.document import json_parts
from ipak_cli.rollup.result import RollUp
from makers.rollups import rollup_of

SCHEMA = Path(__file__).parents[2] / "src/ipak_cli/documents/schemas/rollup.schema.json"


def text_of(given):
    return "".join(json_parts(given))


def test_it_follows_its_schema():
    check = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    document = json.loads(text_of(rollup_of(12)))
    assert [error.message for error in check.iter_errors(document)] == []
    assert not check.is_valid({**document, "tambahan": 1})


def test_it_is_read_back_into_the_same_value():
    given = rollup_of(12)
    assert adapter_of(RollUp).validate_json(text_of(given)) == given


def test_it_says_what_every_other_document_would_say_of_the_same_value():
    given = rollup_of(12)
    assert json.loads(text_of(given)) == json.loads(to_json(given))


def test_a_roll_up_of_nothing_is_a_document_too():
    empty = replace(rollup_of(1), periods=(), units=(), totals=(), pekppp=(), problems=())
    assert adapter_of(RollUp).validate_json(text_of(empty)) == empty


def test_each_unit_has_a_line_so_that_thousands_can_be_read_one_by_one():
    lines = text_of(rollup_of(12)).splitlines()
    units = [json.loads(line.rstrip(",")) for line in lines if line.startswith('{"unit":')]
    assert [each["unit"] for each in units] == [f"unit-{number:03}" for number in range(1, 13)]


def test_of_each_code_a_hundred_problems_are_listed_and_the_rest_is_counted():
    many = tuple(problem(UNIT_NOT_LISTED, Where(f"{n}.json"), unit=str(n)) for n in range(250))
    told = json.loads(text_of(replace(rollup_of(1), problems=many)))["problems"]
    assert [each["code"] for each in told] == ["B708"] * MOST_OF_A_KIND + ["U905"]
    assert told[-1]["values"]["count"] == "150"


def test_text_that_steers_a_terminal_is_written_as_its_escape():
    given = rollup_of(1)
    hostile = replace(given, units=(replace(given.units[0], name="a\x1b[2Jb\u202e"),))
    assert "\x1b" not in text_of(hostile)
    assert adapter_of(RollUp).validate_json(text_of(hostile)) == hostile
